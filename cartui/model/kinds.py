"""The open kinds: every record that may stand in an open file of a workspace."""

from cartui.model.cycles import Answer, Card, CycleTemplate, Dilemma, Move
from cartui.model.drafts import Answered, Comment, Draft, DraftVersion, Place, Reply
from cartui.model.meetings import AgendaTemplate, Attendance, Capture, Meeting, Raised, Segment
from cartui.model.notes import Note
from cartui.model.people import Group, Membership, Partnership, Person, Programme, Spelling
from cartui.model.records import Kind, Registry
from cartui.model.rules import Adoption, Rule, RulesVersion, RuleUse, Wording

OPEN = Registry(
    (
        Kind("programme", Programme),
        Kind("partnership", Partnership),
        Kind("group", Group),
        Kind("person", Person),
        Kind("membership", Membership),
        Kind("cycle", CycleTemplate),
        Kind("card", Card),
        Kind("move", Move),
        Kind("answer", Answer),
        Kind("dilemma", Dilemma),
        Kind("note", Note),
        Kind("rule", Rule),
        Kind("wording", Wording),
        Kind("adoption", Adoption),
        Kind("rules_version", RulesVersion),
        Kind("rule_use", RuleUse),
        Kind("draft", Draft),
        Kind("draft_version", DraftVersion),
        Kind("comment", Comment),
        Kind("place", Place),
        Kind("answered", Answered),
        Kind("reply", Reply),
        Kind("meeting", Meeting),
        Kind("segment", Segment),
        Kind("raised", Raised),
        Kind("agenda_template", AgendaTemplate),
        Kind("attendance", Attendance),
        Kind("capture", Capture),
        Kind("spelling", Spelling),
    )
)
