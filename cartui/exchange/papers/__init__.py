"""Word processors' files: what stands in them, as Markdown, comments and changes."""
