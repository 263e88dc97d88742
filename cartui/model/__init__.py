"""What it is: the records, the words and the stages of the room. Imports nothing above itself."""
