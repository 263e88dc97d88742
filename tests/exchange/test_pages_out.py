"""Records as JSON and a board as Markdown."""

import json

import msgspec
import pytest
from markdown_it import MarkdownIt

from cartui.exchange.board_markdown import BoardPage, CardLine, StageColumn, board_markdown_out
from cartui.exchange.markdown_text import literal
from cartui.exchange.records_json import records_out
from cartui.model.people import Group, Person


def test_records_are_the_same_bytes_whatever_order_they_come_in() -> None:
    ada, ben = Person(uid="p1", name="Ada"), Person(uid="p2", name="Bén")
    north = Group(uid="g1", name="North")
    out = records_out({"person": [ben, ada], "group": iter([north])})
    assert out == records_out({"group": (north,), "person": [ada, ben]})
    read = json.loads(out)
    assert read["format"] == 1
    assert list(read["records"]) == ["group", "person"]
    assert [person["uid"] for person in read["records"]["person"]] == ["p1", "p2"]
    assert msgspec.convert(read["records"]["person"][1], Person) == ben
    assert "Bén" in out.decode()
    assert out.endswith(b"}\n")


def test_json_on_a_terminal_is_not_alive_and_means_the_same() -> None:
    name = "a\x1b[2J \x9b2J \u202e \x7f \U000e0041 \n\t é"
    out = records_out({"person": [Person(uid="p", name=name)]})
    for alive in ("\x1b", "\x9b", "\u202e", "\x7f", "\U000e0041"):
        assert alive not in out.decode()
    assert json.loads(out)["records"]["person"][0]["name"] == name


def test_a_workspace_without_records_is_still_a_page() -> None:
    assert json.loads(records_out({})) == {"format": 1, "records": {}}


PAGE = BoardPage(
    title="North",
    about=("Case study cycle, round 2", ""),
    centre_rule="Justify at each stage = robust case study",
    stages=(
        StageColumn(
            name="Topic (selection of your 'case')",
            cards=(
                CardLine(
                    title="Falls log",
                    owners="Ada Fernhollow",
                    status="live",
                    time_in_stage="3 wk here",
                    next_step="ask for the log",
                    trail=("maps exist in two forms, so compare", "", "enough said"),
                ),
                CardLine(title="Plain"),
            ),
        ),
        StageColumn(name="Data collection choices"),
    ),
)


def test_a_board_reads_from_top_to_bottom() -> None:
    assert board_markdown_out(PAGE) == (
        "# North\n"
        "\n"
        "Case study cycle, round 2\n"
        "\n"
        "> Justify at each stage = robust case study\n"
        "\n"
        "## 1. Topic (selection of your 'case') (2)\n"
        "\n"
        "- **Falls log** · Ada Fernhollow · live · 3 wk here\n"
        "  - Next: ask for the log\n"
        "  - Why: maps exist in two forms, so compare\n"
        "  - Why: enough said\n"
        "- **Plain**\n"
        "\n"
        "## 2. Data collection choices (0)\n"
        "\n"
        "Nothing yet.\n"
    )


def test_no_text_on_a_board_is_alive() -> None:
    for trap in (
        "<b>x</b>",
        "[x](http://e.x)",
        "# x",
        "- x",
        "1. x",
        "`x`",
        "**",
        "x**y",
        "\\",
        "_x_",
    ):
        card = CardLine(title=trap, owners=trap, status=trap, next_step=trap, trail=(trap,))
        column = StageColumn(name=trap, cards=(card,))
        page = BoardPage(title=trap, about=(trap,), centre_rule=trap, stages=(column,))
        found = MarkdownIt("gfm-like").parse(board_markdown_out(page))
        inline = [child for token in found for child in token.children or []]
        kinds = {token.type for token in inline}
        assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, trap
        assert [token.type for token in found].count("heading_open") == 2
        assert [token.type for token in found].count("bullet_list_open") == 2
        assert "".join(token.content for token in inline).count(trap) == 9, trap


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-02-10: by Ann", "2026-02-10: by Ann"),
        ("well-being, on 2026-02-10", "well-being, on 2026-02-10"),
        ("1. no list", r"1\. no list"),
        ("12) no list", r"12\) no list"),
        ("- no list", r"\- no list"),
        ("--- no rule", r"\--- no rule"),
    ],
)
def test_a_dash_inside_words_is_left_as_it_is(text: str, written: str) -> None:
    assert literal(text) == written
    assert MarkdownIt().render(written) == f"<p>{text}</p>\n"
