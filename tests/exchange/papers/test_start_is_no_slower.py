"""Nobody who brings in no Word file and no e-mail waits for what reads them."""

import subprocess
import sys

import pytest

READERS = {"lxml", "docx", "cartui.exchange.mails.mail_lines", "cartui.services.mail_in"}
LOADED = f"import sys; print(sorted({READERS} & set(sys.modules)))"


@pytest.mark.parametrize("modules", ["cartui.app", "screens.drafts.screen", "cartui.cli"])
def test_what_reads_word_files_is_not_imported_at_the_start(modules: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"import {modules}; {LOADED}"], capture_output=True, text=True
    )
    assert ran.stdout.strip() == "[]", ran.stderr


def test_the_ear_hears_it_when_it_is() -> None:
    said = f"from cartui.exchange.papers.reader import read_paper; {LOADED}"
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True)
    assert ran.stdout.strip() == "['lxml']", ran.stderr
