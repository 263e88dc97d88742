"""What it looks like: one package for each screen of the house."""
