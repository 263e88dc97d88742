"""The practice programmes: made-up groups with a real history, to look round in and to try out."""

from cartui.practice.building import build
from cartui.practice.copying import NotAPracticeFolder, PracticeHere, fresh_copy
from cartui.practice.story import NoSuchProgramme, opening, programmes, story

__all__ = [
    "NoSuchProgramme",
    "NotAPracticeFolder",
    "PracticeHere",
    "build",
    "fresh_copy",
    "opening",
    "programmes",
    "story",
]
