"""Re-anchoring: which passages of an old text stand where in a new one. Pure text, no store."""
