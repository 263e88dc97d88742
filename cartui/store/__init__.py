"""Where it is kept: the journal, the fold, the tables behind it."""
