"""The meetings of a group: the series, an agenda, and the meeting as it runs."""
