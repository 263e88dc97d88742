"""Names pasted when a group is started: what else comes with a column or an e-mail is no name."""

from hypothesis import given
from hypothesis import strategies as st

from cartui.model.text import clean
from screens.home.names_box import names_in


def test_a_columns_heading_is_no_person() -> None:
    assert names_in("Name\nAsha Rao\n\nBen Okoro\n") == ["Asha Rao", "Ben Okoro"]
    assert names_in("Asha Rao\nName\n") == ["Asha Rao", "Name"], "further down it is somebody's"


def test_an_address_pasted_with_a_name_is_no_part_of_it() -> None:
    pasted = "Asha Rao <asha@example.org>,\nBen Okoro <ben@example.org>;\n<only@example.org>"
    assert names_in(pasted) == ["Asha Rao", "Ben Okoro"]


@given(st.lists(st.sampled_from(["Asha Rao", "O'Neill <Jo>", "Dr. Tom Ashby, Quay", "梅 山"])))
def test_every_other_line_is_a_name_as_it_stands(lines: list[str]) -> None:
    assert names_in("\n".join(lines)) == [clean(line) for line in lines]
