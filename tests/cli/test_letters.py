"""Plain signs are chosen by themselves where the locale has no others."""

import pytest

from cartui.commands.invocation import Invocation
from cartui.commands.opening import this_once
from cartui.settings import Settings

LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")


class Screen:
    def __init__(self, encoding: str) -> None:
        self.encoding = encoding


@pytest.mark.parametrize(
    ("said", "encoding", "symbols"),
    [
        ({"LC_ALL": "C"}, "utf-8", "ascii"),
        ({"LANG": "en_GB"}, "utf-8", "ascii"),
        ({"LC_ALL": "POSIX", "LANG": "en_GB.UTF-8"}, "utf-8", "ascii"),
        ({"LANG": "C.UTF-8"}, "utf-8", "auto"),
        ({"LC_CTYPE": "de_DE.utf8", "LANG": "C"}, "utf-8", "auto"),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, "utf-8", "ascii"),
        ({"LC_CTYPE": "UTF-8", "LANG": ""}, "utf-8", "auto"),
        ({}, "utf-8", "auto"),
        ({}, "iso8859-1", "ascii"),
        ({"LANG": "en_GB.UTF-8"}, "ascii", "ascii"),
    ],
)
def test_signs_follow_what_the_locale_says(
    monkeypatch: pytest.MonkeyPatch, said: dict[str, str], encoding: str, symbols: str
) -> None:
    for name in LOCALE:
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Screen(encoding))
    assert this_once(Settings(), Invocation()).symbols == symbols
    assert this_once(Settings(symbols="symbols"), Invocation()).symbols == "symbols"
