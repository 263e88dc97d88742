"""The shipped wording: the facts of the deck stand exactly, and every file can be read."""

from itertools import chain
from typing import Any

import msgspec
import pytest

import data
from cartui.model.cycles import CycleTemplate

STAGES = {
    "AR4": "plan, act, observe, reflect",
    "CS5": (
        "Topic (selection of your 'case'); Data collection choices; Data storage and organisation;"
        " Interpretation and analysis of data; Publication of findings"
    ),
    "CPP2-10": (
        "Problem identification; Dialogue and shared understanding; Identifying evidence gaps;"
        " Research problem; Exploring evidence; Reflecting on the evidence;"
        " Identifying actions and change; Implementing actions; Reflecting and evaluating actions;"
        " Identifying & implementing further change"
    ),
    "WWS5": (
        "reflect on working practices; explore evidence; learn from it;"
        " enact evidence-informed change; share experience and findings"
    ),
    "FIFE5": "identify a research problem; collect data; analyse; interpret; act",
    "LEWIN": "planning; action; fact-finding",
    "KEMMIS": "plan; action; observe; reflect; revised plan",
    "SUSMAN": "diagnosing; action planning; taking action; evaluating; specifying learning",
    "STRINGER": "look; think; act",
    "SAGOR7": (
        "selecting a focus; clarifying theories; identifying research questions; collecting data;"
        " analysing data; reporting results; taking informed action"
    ),
    "PDSA": "Plan, Do, Study, Act",
    "LIFE": "setting up, conducting, withdrawing",
    "ENGAGE4": "strategic; requirements; design; planning",
}


def _exact(stages: str) -> list[str]:
    """Return the names of a row, each with the capital that a heading begins with."""
    return [name[0].upper() + name[1:] for name in stages.split("; " if ";" in stages else ", ")]


def test_every_cycle_is_shipped_once_and_the_seeds_own_come_first() -> None:
    assert set(data.names("cycles")) == set(STAGES)
    assert data.names("cycles")[:3] == ("CS5", "AR4", "CPP2-10")
    files = {file.name.removesuffix(".json") for file in data.place("cycles").iterdir()}
    assert files == {*STAGES, "contents"}


@pytest.mark.parametrize("name", STAGES)
def test_the_stages_of_a_cycle_have_their_exact_names_in_order(name: str) -> None:
    cycle = data.load(f"cycles/{name}", CycleTemplate)
    assert [stage.name for stage in cycle.stages] == _exact(STAGES[name])


@pytest.mark.parametrize("name", STAGES)
def test_a_cycle_can_be_told_apart_in_narrow_columns(name: str) -> None:
    cycle = data.load(f"cycles/{name}", CycleTemplate)
    assert cycle.uid == name == data.load(f"cycles/{name}", dict[str, Any])["id"]
    assert 3 <= len(cycle.stages) <= 10
    for words in ("id", "name", "short", "help", "exit_prompt"):
        said = [getattr(stage, words) for stage in cycle.stages]
        assert all(said)
        assert len(set(said)) == len(said)
    assert all(len(stage.short) <= 14 for stage in cycle.stages)
    assert all(stage.exit_prompt.endswith("?") for stage in cycle.stages)
    assert all(len(stage.exit_prompt) <= 100 for stage in cycle.stages)
    assert cycle.name
    assert cycle.origin
    assert "\n" not in cycle.help
    assert len(cycle.help) <= 78


def test_the_facts_of_the_two_slides_stand_as_they_are() -> None:
    case_study = data.load("cycles/CS5", CycleTemplate)
    assert case_study.centre_rule == "Justify at each stage = robust case study"
    programme = data.load("cycles/CPP2-10", CycleTemplate)
    assert programme.base == "Establishing pre-conditions and creating space for inquiries"
    assert programme.around == (
        "Activist for change",
        "Inquiring stance",
        "Individual critical reflection",
        "Group work",
    )
    assert "order" in data.load("cycles/CPP2-10", dict[str, Any])["note"]
    round_again = {name for name in STAGES if data.load(f"cycles/{name}", CycleTemplate).cyclic}
    assert round_again == set(STAGES) - {"LIFE", "ENGAGE4"}


def test_the_design_template_has_fifteen_fields_in_eight_sections() -> None:
    template = data.load("design_template", dict[str, Any])
    assert [section["title"] for section in template["sections"]] == [
        "Topic & question",
        "Why use a CS?",
        "Evidence",
        "Ethics",
        "Proj mgt",
        "Allies",
        "Outputs",
        "Outcomes",
    ]
    fields = list(chain.from_iterable(section["fields"] for section in template["sections"]))
    assert [field["number"] for field in fields] == list(range(1, 16))
    ids = (
        "topic area question importance why_case_study evidence_helps evidence_where evidence_new"
        " ethics effort allies_needed allies_wished output influence why_joined"
    )
    assert [field["id"] for field in fields] == ids.split()
    assert all(field["title"] and field["hint"] for field in fields)
    assert all(field["prompt"].endswith("?") for field in fields)
    effort = {part["id"]: part["short"] for part in fields[9]["parts"]}
    assert effort == {"needed": True, "finish": True, "steps": False}
    assert [field["id"] for field in fields if field.get("aside")] == ["why_joined"]


@pytest.mark.parametrize("name", [n for n in data.names("words") if n != "time_in_stage"])
def test_each_word_list_can_be_offered_as_it_stands(name: str) -> None:
    words = data.load(f"words/{name}", list[dict[str, Any]])
    assert all(word["id"] and word["name"] == word["name"].strip() for word in words)
    for key in ("id", "name"):
        assert len({word[key] for word in words}) == len(words) > 1


def test_volunteers_and_activists_are_told_apart_from_paid_roles() -> None:
    roles = data.load("words/roles", list[dict[str, Any]])
    unpaid = {role["name"] for role in roles if not role["paid"]}
    assert unpaid == {"community activist", "volunteer"}
    paid = {role["name"] for role in roles if role["paid"]}
    assert paid == {"practitioner", "policy officer", "facilitator", "strategy member"}


def test_inquiries_may_stop_for_the_reasons_of_the_deck() -> None:
    reasons = [word["name"] for word in data.load("words/stop_reasons", list[dict[str, Any]])]
    assert reasons == [
        "no shared vision",
        "no team",
        "clash with operations",
        "no time",
        "other",
    ]


def test_time_in_stage_is_told_in_neutral_words() -> None:
    words = data.load("words/time_in_stage", list[dict[str, Any]])
    days = [step["from_days"] for step in words]
    assert days == sorted(days)
    assert days[0] == 0
    assert words[0]["says"] == "new here"
    assert words[1]["says"].format(weeks=3) == "3 wk here"
    assert words[2]["says"].format(months=4) == "4 mo here"
    assert words[3]["says"].format(years=2) == "2 yr here"


def test_no_heading_means_two_fields() -> None:
    headings = data.load("headings", dict[str, list[str]])
    every = [heading.casefold() for words in headings.values() for heading in words]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("name", ["cycles/none", "../cartui/__init__", "cycles", "", "/etc/hosts"])
def test_what_is_not_shipped_is_not_found(name: str) -> None:
    with pytest.raises(LookupError):
        data.load(name, dict[str, Any])


def test_the_door_does_not_open_on_what_stands_beside_it() -> None:
    for name in ("../pyproject.toml", "cycles/../../data/headings.json", "./headings.json"):
        with pytest.raises(LookupError):
            data.place(name)


def test_a_file_of_another_shape_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        data.load("words/roles", CycleTemplate)
