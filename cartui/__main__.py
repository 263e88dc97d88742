"""`python -m cartui` is the command line."""

from cartui.cli import main

main()
