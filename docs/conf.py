"""How the documents become a small site: `make docs`. Nothing in it is fetched from elsewhere."""

from cartui import __version__

project = "cartui"
copyright = "the cartui team"  # noqa: A001 - the name that the site's tool asks for
release = version = __version__
extensions = ["myst_parser"]
exclude_patterns = ["make_*.py", "**/__pycache__"]
html_theme = "furo"
html_title = "cartui"
html_show_sphinx = False
html_static_path: list[str] = []
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # README links to files beside it
