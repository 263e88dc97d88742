"""Drafts: the list, and one draft read beside what was said of it."""
