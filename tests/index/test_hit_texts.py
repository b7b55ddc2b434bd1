from dataclasses import replace
from decimal import Decimal

import pytest

from index.hit_texts import LONGEST, goal_text, passage_text, room_under, row_text
from index.records import head_of, kept_goals, kept_passages
from ingest.model import Goal, GoalLevel, Section, SourceRef, Unit
from tests.index.plans import make_figure, make_plan

SOURCE = SourceRef("a", 1, ("Mål",))


def tree(width: int, text: str) -> dict[str, Goal]:
    """A goal with so many objectives, each with as many actions."""
    goals = [Goal("g", "Ett gott liv", GoalLevel.GOAL, None, SOURCE)]
    for one in range(width):
        goals.append(Goal(f"o{one}", f"Delen {one}", GoalLevel.OBJECTIVE, "g", SOURCE))
        goals += [Goal(f"a{one}{two}", text, GoalLevel.ACTION, f"o{one}", SOURCE) for two in range(width)]
    return {goal.id: goal for goal in goals}


def test_a_row_is_told_with_its_owner_and_headings() -> None:
    row = (replace(make_figure("a", "Personal", "9", 2026, "Kansliet"), path=("Budget", "Kostnader")),)
    assert row_text(row) == "Budget › Kostnader\nKansliet › Personal\tbudget 2026: 9 tkr"


@pytest.mark.parametrize(("printed", "shown"), [("75 %", "75 %"), ("2,5", "2,5 %"), ("37 kr/inv", "37 kr/inv")])
def test_an_amount_has_its_unit_once(printed: str, shown: str) -> None:
    figure = make_figure("a", "Andel", "1", 2026)
    row = (replace(figure, value=Decimal(1), as_printed=printed, unit=Unit.PERCENT, year=None, basis=None),)
    assert row_text(row).endswith(f"\t{shown}")


def test_a_statement_is_told_as_it_stands() -> None:
    figure = make_figure("a", "Avgiften", "2.5", 2026)
    row = (replace(figure, quote="Avgiften räknas upp med 2,5 %.", source=replace(figure.source, table=None)),)
    assert row_text(row) == "Kostnader\nAvgiften räknas upp med 2,5 %."


def test_a_goal_is_told_with_every_level_that_there_is_room_for() -> None:
    goals = tree(3, "Bygg mer")
    assert goal_text(goals["g"], goals).count("Insats: Bygg mer") == 9
    assert goal_text(goals["a00"], goals).splitlines() == ["Mål: Ett gott liv", "Delmål: Delen 0", "Insats: Bygg mer"]
    wide = tree(5, "Bygg mer " * 20)
    assert goal_text(wide["g"], wide).splitlines()[1:] == [f"  Delmål: Delen {one}" for one in range(5)]


def test_goals_in_a_ring_come_to_an_end() -> None:
    ring = {id_: Goal(id_, id_, GoalLevel.GOAL, parent, SOURCE) for id_, parent in (("a", "b"), ("b", "a"))}
    assert goal_text(ring["a"], ring).splitlines() == ["Mål: b", "Mål: a", "  Mål: b"]


def test_no_text_is_too_long_with_its_headings() -> None:
    long = make_plan("a", ["ord " * 600])
    for kept in kept_passages(long):
        assert len(passage_text(kept.passage, kept.head, kept.below)) == room_under(kept.passage.section_path)
    figure = replace(make_figure("a", "Hyra " * 900, "1", 2026), path=("Kostnader " * 300,))
    assert len(row_text((figure,))) + sum(len(each) + 1 for each in figure.source.section_path) <= LONGEST
    goals = {"g": Goal("g", "mål " * 900, GoalLevel.GOAL, None, SOURCE)}
    assert len(goal_text(goals["g"], goals)) == room_under(SOURCE.section_path)


def test_a_passage_is_told_with_the_sections_below_its_heading() -> None:
    plan = make_plan("a", ["Stegen är tre.", "Tänk först.", "Bygg sedan."])
    paths = (("Arbetet",), ("Arbetet", "Utreda"), ("Arbetet", "Genomföra"))
    sections = tuple(replace(section, path=path) for section, path in zip(plan.sections, paths, strict=True))
    plan = replace(plan, sections=sections)
    assert [kept.below for kept in kept_passages(plan)] == ["Utreda\nTänk först.\nGenomföra\nBygg sedan.", "", ""]
    longer = tuple(replace(section, text=section.text * 100) for section in sections)
    assert next(kept_passages(replace(plan, sections=longer))).below == "Utreda\nGenomföra"
    many = tuple(Section(("Arbetet", "rubrik " * 40), "", plan.sections[0].source) for _ in range(9))
    assert next(kept_passages(replace(plan, sections=(sections[0], *many)))).below == ""


@pytest.mark.parametrize(
    ("before", "line", "head"),
    [
        (["Budget", "tkr\t2025", "Hyra\t1"], "Lön\t2", "tkr\t2025"),
        (["Vi ska:", "• bygga", "• bo"], "• leva", "Vi ska:"),
        (["Vi ska:"], "• bygga", "Vi ska:"),
        (["Vi ska bygga. " * 20], "• bo", ""),
        (["1. bygga"], "2. bo", ""),
        (["Vi ska:", "• bygga"], "Det är allt.", ""),
        (["Hyra\t1", "Texten."], "Lön\t2", ""),
        ([], "Lön\t2", ""),
    ],
)
def test_what_goes_on_keeps_the_line_that_heads_it(before: list[str], line: str, head: str) -> None:
    assert head_of(before, line) == head


def test_a_table_keeps_its_head_in_each_part() -> None:
    plan = make_plan("a", ["tkr\t2025\nHyra\t1", "Lön\t2", "Lön\t2"])
    passages = (plan.passages[0], replace(plan.passages[1], section=0), plan.passages[2])
    assert [kept.head for kept in kept_passages(replace(plan, passages=passages))] == ["", "tkr\t2025", ""]


def test_every_goal_is_kept_with_what_is_told_of_it() -> None:
    plan = make_plan("a")
    goals = {goal.id: goal for goal in plan.goals}
    assert [(kept.goal, kept.text) for kept in kept_goals(plan)] == [(g, goal_text(g, goals)) for g in plan.goals]
