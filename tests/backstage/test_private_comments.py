"""Comments on politics and between two: back stage until the author brings them forward."""

import pytest

from cartui.backstage.back_service import NotBackStage, NothingWritten
from cartui.backstage.comments import PrivateComments
from cartui.backstage.wording import BACK_WORDS
from cartui.model.cycles import Card
from cartui.model.drafts import Comment, Draft, DraftVersion, Place
from cartui.model.passages import Passage
from cartui.model.rooms import Room
from cartui.services.drafts import Drafts
from cartui.services.feedback import Feedback
from cartui.services.house_words import house_wording
from cartui.services.passages import passage_of
from tests.backstage.conftest import House

TEXT = "# Falls\n\nTwo agencies did not return the form.\n\nStaff said more."
SAID = "readers will guess which"


class Desk:
    """A draft of one version, the open feedback on it, and the private comments."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.drafts = Drafts(house.ws, house.now_in, "north")
        self.open = Feedback(house.ws, house.now_in, "north")
        self.private = PrivateComments(house.ws, house.now_in, "north")
        if not self.drafts.drafts():
            self.drafts.add(house.ws.get(Card, "falls", "north"), "Falls", TEXT)

    @property
    def draft(self) -> Draft:
        return self.drafts.drafts()[0]

    @property
    def version(self) -> DraftVersion:
        return self.drafts.versions(self.draft)[0]

    def passage(self) -> Passage:
        return passage_of(self.drafts.blocks(self.version)[1])


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house.back())


def test_a_private_comment_is_politics_unless_told_and_stands_in_the_back_file(
    desk: Desk,
) -> None:
    desk.private.write(desk.draft, desk.version, SAID, desk.passage(), tone="concern")
    again = Desk(desk.house.reopened().back())
    [remark] = again.private.remarks(again.draft, again.version)
    assert (remark.comment.lens, remark.comment.text, remark.private) == ("politics", SAID, True)
    assert remark.place is not None
    assert remark.place.quote == "Two agencies did not return the form."
    assert again.open.remarks(again.draft, again.version) == []
    open_files = [
        p for p in again.house.folder.rglob("*") if p.is_file() and ".back." not in p.name
    ]
    assert all(SAID.encode() not in path.read_bytes() for path in open_files)
    again.house.ws.close()


def test_on_front_nothing_is_written_or_read(desk: Desk) -> None:
    desk.house.room = Room.MEMBERS
    with pytest.raises(NotBackStage):
        desk.private.write(desk.draft, desk.version, SAID)


def test_it_goes_along_to_a_new_version(desk: Desk) -> None:
    desk.private.write(desk.draft, desk.version, SAID, desk.passage())
    first = desk.version
    desk.drafts.new_version(desk.draft, "# Falls\n\nNew.\n\n" + TEXT.partition("\n\n")[2])
    [remark] = desk.private.remarks(desk.draft, desk.version)
    assert remark.place is not None
    assert (remark.place.block, remark.place.state) == (2, "exact")
    assert len(desk.private.remarks(desk.draft, first)) == 1


def test_brought_forward_it_is_the_groups_and_no_longer_private(desk: Desk) -> None:
    desk.private.write(desk.draft, desk.version, SAID, desk.passage(), by="ada")
    desk.drafts.new_version(desk.draft, "New.\n\n" + TEXT)
    [remark] = desk.private.remarks(desk.draft, desk.version)
    change = desk.private.bring_forward(remark)
    assert house_wording().sentence(change, desk.house.ws) == "Commented on the draft Falls"
    assert desk.private.remarks(desk.draft, desk.version) == []
    [seen] = Desk(desk.house.front()).open.remarks(desk.draft, desk.version)
    assert (seen.comment.text, seen.who, seen.private) == (SAID, "Ada Fernhollow", False)
    assert seen.place is not None
    assert seen.place.block == 2
    versions = {place.version for place in desk.house.ws.table(Place, "north").values()}
    assert versions == {version.uid for version in desk.drafts.versions(desk.draft)}


def test_bringing_forward_can_be_taken_back(desk: Desk) -> None:
    desk.private.write(desk.draft, desk.version, SAID)
    desk.private.bring_forward(desk.private.remarks(desk.draft, desk.version)[0])
    desk.house.ws.undo(Room.BACK)
    assert [each.comment.text for each in desk.private.remarks(desk.draft, desk.version)] == [SAID]
    assert dict(desk.house.ws.table(Comment, "north")) == {}


def test_it_can_be_reworded_and_put_away(desk: Desk) -> None:
    desk.private.write(desk.draft, desk.version, SAID)
    [remark] = desk.private.remarks(desk.draft, desk.version)
    change = desk.private.edit(remark, text="keep it", tone="concern")
    said = house_wording(BACK_WORDS).sentence(change, desk.house.ws)
    assert said == "Changed a private comment on the draft Falls"
    [remark] = desk.private.remarks(desk.draft, desk.version)
    assert (remark.comment.text, remark.comment.tone) == ("keep it", "concern")
    with pytest.raises(NothingWritten):
        desk.private.edit(remark, text=" ")
    desk.private.put_away(remark)
    assert desk.private.remarks(desk.draft, desk.version) == []
