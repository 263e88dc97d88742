"""The border: what comes in from spreadsheets and what goes out as text."""
