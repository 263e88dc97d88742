"""Draft texts as they were read: files that never change, each named by the sha256 of its bytes."""

import re
from hashlib import sha256
from pathlib import Path

from cartui.store.durable import (
    move_over,
    read_file,
    reason,
    saving,
    sync_folder,
    write_beside,
)
from cartui.store.folders import prepare_below, refuse_links
from cartui.store.problems import Damaged

TEXT_NAME = re.compile(r"[0-9a-f]{64}")
_GROUP = re.compile(r"[0-9A-Za-z_-]+")


class Texts:
    """The texts of one workspace, in `groups/<group>/texts/`. Open ones; back files hold others.

    A text that is kept twice is one file. Nothing here is ever written over or removed, so an
    undone version leaves its text where it was, and redo finds it again.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, group: str, text: str) -> str:
        """Make a text durable and return its name. Raises SaveFailed and UnsafePlace."""
        raw, name = text.encode("utf-8"), name_of(text)
        relative = _where(group, name)
        path = self._folder / relative
        with saving():
            prepare_below(self._folder, relative)
            refuse_links(self._folder, relative)
            found = read_file(path)
            if found is None or found[0] != raw:  # a damaged one is healed by the same text
                temporary, _ = write_beside(path, raw)
                move_over(temporary, path)
                sync_folder(path.parent)
                sync_folder(path.parent.parent)
        return name

    def read(self, group: str, name: str) -> str:
        """Return a text as it was kept. Raises Damaged if it is missing or not as it was."""
        relative = _where(group, name)
        refuse_links(self._folder, relative)
        try:
            found = read_file(self._folder / relative)
        except OSError as error:
            raise Damaged(f"The text of this version cannot be read: {reason(error)}.") from error
        if found is None:
            raise Damaged(
                "The text of this version is missing from its folder. Comments and verdicts are "
                "safe; bring in the same file again and the text is back."
            )
        if sha256(found[0]).hexdigest() != name:
            raise Damaged(
                "The text of this version is damaged on the disk. Comments and verdicts are safe; "
                "bring in the same file again and the text is whole."
            )
        return found[0].decode("utf-8")


def name_of(text: str) -> str:
    """Return the name a text is kept under."""
    return sha256(text.encode("utf-8")).hexdigest()


def _where(group: str, name: str) -> str:
    """Return where a text stands. Names from a file are not trusted: both are looked at."""
    if not TEXT_NAME.fullmatch(name) or not _GROUP.fullmatch(group):
        raise Damaged("A version of this draft does not say which text it has.")
    return f"groups/{group}/texts/{name}.md"
