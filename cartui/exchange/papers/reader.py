"""Reading a word processor's file, of whichever kind it is in truth."""

from cartui.exchange.papers.found import Paper
from cartui.exchange.papers.odt import CONTENT, read_odt
from cartui.exchange.papers.word import read_word
from cartui.exchange.papers.zipped import Zipped


def read_paper(raw: bytes) -> Paper:
    """Return what stands in a .docx or .odt file. Raises Unreadable, in words, for all else."""
    zipped = Zipped(raw)
    return read_odt(zipped) if CONTENT in zipped else read_word(zipped)
