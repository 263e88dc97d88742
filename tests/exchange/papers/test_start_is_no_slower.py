"""Nobody waits at the start for what reads Word files and e-mails, or for what runs a meeting."""

import subprocess
import sys

import pytest

READERS = {"lxml", "docx", "cartui.exchange.mails.mail_lines", "cartui.services.mail_in"}
MEETINGS = {"cartui.services.meetings", "cartui.services.ground_rules", "statistics", "secrets"}


def loaded(wanted: set[str]) -> str:
    return f"import sys; print(sorted({wanted} & set(sys.modules)))"


@pytest.mark.parametrize("modules", ["cartui.app", "screens.drafts.screen", "cartui.cli"])
def test_what_reads_word_files_is_not_imported_at_the_start(modules: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"import {modules}; {loaded(READERS)}"],
        capture_output=True,
        text=True,
    )
    assert ran.stdout.strip() == "[]", ran.stderr


@pytest.mark.parametrize("modules", ["cartui.app", "cartui.cli"])
def test_what_runs_a_meeting_is_not_imported_before_home_stands(modules: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"import {modules}; {loaded(MEETINGS)}"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert ran.stdout.strip() == "[]", ran.stderr


def test_the_ear_hears_it_when_it_is() -> None:
    said = f"from cartui.exchange.papers.reader import read_paper; {loaded(READERS)}"
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True)
    assert ran.stdout.strip() == "['lxml']", ran.stderr
