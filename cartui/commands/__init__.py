"""What can be done from the shell: one module for each command."""
