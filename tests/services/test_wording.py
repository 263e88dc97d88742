"""Every verb has its words, so that history and undo never say "Made a change"."""

import ast
from pathlib import Path

import pytest

from cartui.backstage.wording import BACK_WORDS
from cartui.model.rooms import Room
from cartui.services.house_words import WORDS
from cartui.services.notebook import Notebook
from cartui.store.identity import Identity
from tests.services.rules_bench import RulesBench

ROOT = Path(__file__).parents[2] / "cartui"


def verbs() -> list[tuple[str, str]]:
    found = []
    for path in sorted([*ROOT.glob("services/*.py"), *ROOT.glob("backstage/*.py")]):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                named = node.args[0] if node.args else None
                if node.func.attr in ("draft", "_draft") and isinstance(named, ast.Constant):
                    found.append((path.name, str(named.value)))
    return found


def test_there_are_verbs() -> None:
    assert len(verbs()) > 20


@pytest.mark.parametrize(("where", "verb"), verbs())
def test_every_verb_has_words(where: str, verb: str) -> None:
    assert verb in {**WORDS, **BACK_WORDS}, f"{verb} of {where} has no words"


def test_no_verb_has_two_meanings() -> None:
    assert not WORDS.keys() & BACK_WORDS.keys()


def test_a_rule_is_named_by_its_newest_words(workspace_folder: Path, identity: Identity) -> None:
    bench = RulesBench(workspace_folder, identity)
    rule = bench.propose("Be kin")
    bench.rules.reword(rule, "Be kind")
    note = Notebook(bench.ws, lambda: Room.MEMBERS).write(rule.uid, "again", "north")
    assert bench.says(note) == "Wrote a group note on “Be kind”"
    bench.ws.close()
