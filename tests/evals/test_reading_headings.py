from dataclasses import replace

from evals.reading_headings import Heading, headings_of, sections_found
from ingest.model import Plan, Section, SourceRef
from tests.evals.plans import small_plan
from tests.evals.readings import true_section


def plan_of(*headings: tuple[int | None, tuple[str, ...]]) -> Plan:
    sections = tuple(Section(path, "Text.", SourceRef("p", page, path)) for page, path in headings)
    return replace(small_plan(), title="Planen", sections=sections)


def test_a_heading_with_sub_headings_alone_is_a_heading_too() -> None:
    plan = plan_of((2, ("A", "B")), (3, ("A", "C")))
    assert headings_of(plan.sections) == [Heading(("A",), 2), Heading(("A", "B"), 2), Heading(("A", "C"), 3)]


def test_a_heading_whose_own_text_comes_after_its_box_is_one_heading_and_a_repeated_one_two() -> None:
    assert len(headings_of(plan_of((1, ("A", "B")), (1, ("A",))).sections)) == 2
    assert len(headings_of(plan_of((1, ("A",)), (2, ("A",))).sections)) == 2


def test_headings_pages_and_parents_are_counted_apart() -> None:
    truths = [true_section("A"), true_section("B", "A", page=2), true_section("C", "A", page=2), true_section("D")]
    plan = plan_of((None, ("Planen",)), (1, ("A",)), (2, ("A", "B")), (3, ("C",)), (3, ("E",)))
    found = sections_found(truths, plan)
    assert (found["sections"].found, found["sections"].expected) == (3, 4)
    assert (found["sections"].fitting, found["sections"].read) == (3, 4)
    assert (found["section pages"].found, found["section pages"].expected) == (2, 3)
    assert (found["section parents"].found, found["section parents"].expected) == (2, 3)
    assert found["sections"].misses == ("heading missed: p. 1 D", "no heading: p. 3 E")


def test_an_optional_heading_is_neither_missed_nor_too_much() -> None:
    truths = [true_section("En god och …", optional=True)]
    without, with_it = (
        sections_found(truths, plan)["sections"] for plan in (plan_of(), plan_of((1, ("En god och lång",))))
    )
    assert (without.recall, without.precision, with_it.precision) == (None, None, 1.0)


def test_twice_the_same_heading_goes_to_its_own_page() -> None:
    truths = [true_section("Budget", page=2), true_section("Budget", page=1)]
    assert sections_found(truths, plan_of((1, ("Budget",)), (2, ("Budget",))))["section pages"].recall == 1.0
