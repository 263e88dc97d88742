"""Files as they were received: back stage, never changed, each named by the sha256 of its bytes."""

import re
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from cartui.store.durable import move_over, read_file, reason, saving, sync_folder, write_beside
from cartui.store.folders import prepare_below, refuse_links
from cartui.store.problems import Damaged

ORIGINAL_NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{1,8}")
_ENDING = re.compile(r"\.[a-z0-9]{1,8}")
_GROUP = re.compile(r"[0-9A-Za-z_-]+")


class Original(Struct, frozen=True):
    """A file as it was received. A Word file holds every comment and address in it."""

    raw: bytes
    ending: str

    @property
    def name(self) -> str:
        """The name it is kept under: what it holds, and what kind of file it is."""
        ending = self.ending.lower()
        return sha256(self.raw).hexdigest() + (ending if _ENDING.fullmatch(ending) else ".file")


class Originals:
    """The originals of one workspace, in `groups/<group>/originals.back/`.

    One that is kept twice is one file. FRONT only ever puts files there; it opens none.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, group: str, original: Original) -> str:
        """Make a file durable and return its name. Raises SaveFailed and UnsafePlace."""
        relative = _where(group, original.name)
        path = self._folder / relative
        with saving():
            prepare_below(self._folder, relative)
            refuse_links(self._folder, relative)
            # Always written anew: to see whether it is there already would mean to open it.
            temporary, _ = write_beside(path, original.raw)
            move_over(temporary, path)
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
        return original.name

    def read(self, group: str, name: str) -> bytes:
        """Return a file as it was received. Raises Damaged if it is missing or not as it was."""
        relative = _where(group, name)
        refuse_links(self._folder, relative)
        try:
            found = read_file(self._folder / relative)
        except OSError as error:
            raise Damaged(
                f"The original of this version cannot be read: {reason(error)}."
            ) from error
        if found is None or sha256(found[0]).hexdigest() != name.partition(".")[0]:
            raise Damaged(
                "The file that this version came from is missing or damaged on the disk. Its text, "
                "comments and verdicts are safe; bring in the same file again and it is kept anew."
            )
        return found[0]


def _where(group: str, name: str) -> str:
    """Return where an original stands. Names from a file are not trusted: both are looked at."""
    if not ORIGINAL_NAME.fullmatch(name) or not _GROUP.fullmatch(group):
        raise Damaged("This version does not say which file it came from.")
    return f"groups/{group}/originals.back/{name}"
