"""Present: one thing in large type for the whole room, and the second window that follows it."""
