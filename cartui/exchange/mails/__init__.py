"""E-mails as colleagues send them: who wrote which line, and which lines quote another mail."""
