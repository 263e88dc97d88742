"""A small Word file with all that a review holds, as a member of the group in hand wrote it."""

from tests.exchange.papers.make_word_files import (
    comment,
    deleted,
    p,
    run,
    said_of,
    thread,
    word_file,
)


def falls(member: str, answer: str) -> bytes:
    """Two comments of a member, one of them settled; a reply of a stranger; a tracked change."""
    return word_file(
        p(run("We saw "), said_of("1", run("seven falls")), deleted(" once"), run(" in March.")),
        p(said_of("2", run("The end."))),
        comments=[
            comment("1", "Only seven?", member), comment("3", answer, "Jo Stranger"),
            comment("2", "Fine.", member),
        ],
        threads=[thread("1"), thread("3", answers="1"), thread("2", done=True)],
    )  # fmt: skip
