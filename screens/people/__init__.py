"""The roster's rooms: the list of people, one person, the form, and bringing a list in."""
