"""One ranking of passages, figure rows and goals, in memory, in a folder and in a database."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.editions import Kind, PlanSummary
from index.errors import UnknownPlan
from index.hit_texts import LONGEST
from index.library import Library
from index.scope import Scope
from ingest.model import Plan
from tests.fakes import HashingEmbedder
from tests.index.libraries import every_kind, opener, put
from tests.index.plans import make_figure, make_plan

SKOG, KUST = "Skogsbygdens kommunalförbund", "Kustlinjens kommunalförbund"


@pytest.fixture
def library(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Library]:
    with opener(kind, tmp_path / "data", request)(HashingEmbedder()) as opened:
        yield opened


def of_years(plan_id: str, period: tuple[int, int] | None, *years: int) -> Plan:
    """A plan with a row of rents for these years."""
    quote = "\t".join(("Hyra", *(f"{year}0" for year in years)))
    figures = tuple(replace(make_figure(plan_id, "Hyra", f"{year}0", year), quote=quote) for year in years)
    return replace(make_plan(plan_id), period=period, figures=figures)


@every_kind
def test_every_kind_is_found_in_one_ranking(library: Library) -> None:
    put(library, make_plan("a", ["Hyran höjs av ett robust näringsliv."]))
    hits = library.search("hyra robust näringsliv", limit=10)
    assert {hit.kind for hit in hits} == set(Kind)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.similarity is not None and hit.plan_id == "a" for hit in hits)
    assert all(len("\n".join((*hit.section_path, hit.text))) <= LONGEST for hit in hits)


@every_kind
def test_a_passage_is_its_own_evidence(library: Library) -> None:
    plan = make_plan("a")
    put(library, plan)
    hit = library.search("Hur mycket räknas medlemsavgiften upp?", limit=1)[0]
    assert (hit.kind, hit.id, hit.value, hit.text) == (Kind.PASSAGE, "p0", plan.passages[0], plan.passages[0].text)
    assert (hit.section_path, hit.page) == (("Avsnitt 1",), 1)


@every_kind
def test_a_row_shows_its_amounts_by_year(library: Library) -> None:
    put(library, of_years("a", (2025, 2026), 2025, 2026))
    hit = library.search("Vad kostar hyran 2026?", limit=1)[0]
    assert hit.kind is Kind.ROW
    assert hit.text == "Kostnader\nHyra\tbudget 2025: 20250 tkr\tbudget 2026: 20260 tkr"


@every_kind
def test_a_goal_shows_what_is_above_and_below_it(library: Library) -> None:
    put(library, make_plan("a"))
    hits = {hit.id: hit for hit in library.search("Vilket delmål är ett robust näringsliv?", limit=9)}
    assert hits["g1"].text == "Delmål: Ett robust näringsliv\n  Insats: Starta ett lärcentrum"
    assert hits["g2"].text == "Delmål: Ett robust näringsliv\nInsats: Starta ett lärcentrum"


@every_kind
def test_a_removed_plan_is_never_found_nor_its_former_edition(library: Library) -> None:
    put(library, make_plan("a"), make_plan("b"))
    library.remove(["a"])
    put(library, make_plan("b", ["Ny text."]))
    hits = library.search("medlemsavgift hyra näringsliv ny text", limit=50)
    assert {hit.plan_id for hit in hits} == {"b"}
    assert {hit.text for hit in hits if hit.kind is Kind.PASSAGE} == {"Ny text."}


@every_kind
def test_a_search_keeps_to_plans_and_organisations(library: Library) -> None:
    put(library, make_plan("a", organisation=SKOG), make_plan("b", organisation=KUST), make_plan("c"))
    assert {hit.plan_id for hit in library.search("hyra", Scope(["a", "b"]), 50)} == {"a", "b"}
    assert {hit.plan_id for hit in library.search("hyra", Scope(organisations=["kustlinjen"]), 50)} == {"b"}
    assert {hit.plan_id for hit in library.search("hyra", Scope(["a"], organisations=[KUST]), 50)} == set()
    assert library.search("hyra", Scope(organisations=["Fjällbygden"])) == ()
    assert library.search("hyra", Scope([])) == library.search(" ") == library.search("hyra", limit=0) == ()
    with pytest.raises(UnknownPlan):
        library.search("hyra", Scope(["d"]))


@every_kind
def test_a_search_by_year_takes_plans_of_that_year_and_rows_of_their_own(library: Library) -> None:
    put(library, of_years("a", (2025, 2026), 2024, 2025), of_years("b", (2024, 2024), 2024), of_years("c", None, 2023))
    hits = library.search("hyra medlemsavgift", Scope(years=[2024]), 50)
    assert {hit.plan_id for hit in hits if hit.kind is not Kind.ROW} == {"b"}
    assert {hit.plan_id for hit in hits if hit.kind is Kind.ROW} == {"a", "b"}
    figures = library.search_figures("hyra", Scope(years=[2024]))
    assert {hit.figure.year for hit in figures} == {2024}


@every_kind
def test_a_row_of_the_year_is_found_behind_many_that_are_not(library: Library) -> None:
    many = [make_figure("a", f"Hyra {number}", "1", 2025) for number in range(80)]
    put(library, replace(make_plan("a"), figures=(*many, make_figure("a", "Arvode", "7", 2031))))
    hits = library.search("hyra", Scope(years=[2031]), 5)
    assert [hit.text for hit in hits if hit.kind is Kind.ROW] == ["Kostnader\nArvode\tbudget 2031: 7 tkr"]


@every_kind
def test_the_plan_that_is_named_comes_before_another_with_the_same_words(library: Library) -> None:
    put(
        library, *(make_plan(f"a{number}", organisation=SKOG) for number in range(3)), make_plan("b", organisation=KUST)
    )
    assert library.search("Vad är hyran i Kustlinjen?", limit=1)[0].plan_id == "b"
    assert library.search_passages("Kustlinjens medlemsavgift", limit=1)[0].plan_id == "b"


@every_kind
def test_plans_are_told_apart_without_being_read(library: Library) -> None:
    put(library, make_plan("b"), make_plan("a"))
    assert library.summaries() == (PlanSummary.of(make_plan("a")), PlanSummary.of(make_plan("b")))


@every_kind
def test_what_stands_around_a_hit_is_told(library: Library) -> None:
    plan = make_plan("a")
    put(library, plan)
    hit = next(hit for hit in library.search("direktionen budgeten", limit=9) if hit.id == "p1")
    around = library.around(hit)
    assert (around.before, around.passage, around.after) == plan.passages[:3]
    row = next(hit for hit in library.search("hyra", limit=9) if hit.kind is Kind.ROW)
    assert library.around(row).table == plan.tables[0]
    library.remove(["a"])
    with pytest.raises(UnknownPlan):
        library.around(hit)
