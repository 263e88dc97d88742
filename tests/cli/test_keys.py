"""`cartui keys` and docs/keys.md: the same list of every action, ready for the settings file."""

import runpy
import tomllib
from pathlib import Path

from cartui.settings import read
from tests.cli.conftest import Shell

DOCS = Path(__file__).parents[2] / "docs"


def test_every_line_is_toml_once_its_sign_is_taken_away(shell: Shell, tmp_path: Path) -> None:
    said = shell("keys")
    assert said.returncode == 0
    assert tomllib.loads(said.stdout) == {}
    wanted = [line for line in said.stdout.splitlines() if line.startswith(('# "', "# [keys]"))]
    config = tmp_path / "mine.toml"
    config.write_text("\n".join(line.removeprefix("# ") for line in wanted), encoding="utf-8")
    settings, complaints = read(config)
    assert complaints == []
    assert settings.keys["board.advance"] == "greater_than_sign"
    assert settings.keys["workspace.open"] == ""
    assert len(settings.keys) == len(wanted) - 1


def test_a_line_says_the_key_and_what_it_does(shell: Shell) -> None:
    [line] = [each for each in shell("keys").stdout.splitlines() if '"board.advance"' in each]
    assert line.startswith('# "board.advance" = "greater_than_sign"')
    assert line.endswith("# >: Move the card one stage on, or into its next round")


def test_the_page_of_keys_is_current() -> None:
    made = runpy.run_path(str(DOCS / "make_keys.py"))["page"]()
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == made, "run python docs/make_keys.py"
