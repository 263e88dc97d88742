"""What a workspace calls itself, read from its folder without opening it: for a list of several."""

import json
from pathlib import Path


def title_of(folder: Path) -> str:
    """Return the programme's name as the table in `folder` has it; "" if none can be read."""
    try:
        tables = json.loads((folder / "programme.json").read_bytes())
        [programme] = tables["programme"].values()
        return str(programme.get("name", ""))
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        return ""
