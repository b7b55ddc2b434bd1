"""Plans that use other words and layouts than those that the rules were made from."""

from pathlib import Path

import pytest

from ingest.reading import read_plan
from tests.ingest.invented_plans import PLANS, edges, nodes_of, tree_of
from tests.ingest.rendered import FORMATS

LEAST, MOST_FALSE = 0.95, 0.05
AS_PAGES = {"four_levels_of_headings_and_tables", "unknown_numbered_words", "several_on_one_line", "score_card"}
"""The plans that are also set as PDF: making one takes longest."""

AS_SHEETS = {
    "chapters_that_hold_the_same",
    "empty_cells_go_on",
    "five_columns_and_assignments",
    "four_levels_of_headings_and_tables",
    "goals_named_again_in_a_table",
    "nested_lists_and_boxes",
    "priorities_with_dashes",
    "targets_by_committee",
}
"""The plans that people would write as a workbook."""

CASES = [
    pytest.param(plan, ending, id=f"{plan.stem}{ending}")
    for plan in PLANS
    for ending in ([".txt"] if plan.suffix == ".txt" else FORMATS)
    if (ending != ".pdf" or plan.stem in AS_PAGES) and (ending != ".xlsx" or plan.stem in AS_SHEETS)
]


@pytest.mark.parametrize(("plan", "ending"), CASES)
def test_the_tree_of_a_plan_in_other_words_is_read(plan: Path, ending: str, tmp_path: Path) -> None:
    source = plan.read_text(encoding="utf-8")
    saved = tmp_path / f"plan{ending}"
    if ending == ".txt":
        saved.write_text(source, encoding="utf-8")
    else:
        FORMATS[ending](source, saved)
    wanted = tree_of(plan)
    read = nodes_of(read_plan(saved).goals)
    assert len(edges(wanted) & edges(read)) >= LEAST * len(edges(wanted))
    assert len(edges(read) - edges(wanted)) <= MOST_FALSE * len(read)


@pytest.mark.parametrize("plan", PLANS, ids=[plan.stem for plan in PLANS])
def test_levels_are_those_that_a_person_gives_them(plan: Path) -> None:
    wanted = tree_of(plan)
    read = nodes_of(read_plan(plan).goals)
    assert len(set(wanted) & set(read)) >= LEAST * len(wanted)


PROSE = """# Norrviks kommun: pressmeddelande

Kommunen har fått i uppdrag att spara. Målet är att budgeten ska gå ihop.

## Insatser mot klotter

Insatserna beskrivs nedan.

| Insats | Tkr 2026 | Tkr 2027 |
|---|---|---|
| Saneringspatrull | 400 | 400 |
| Belysning | 250 | 100 |

Uppdraget går till följande tre nämnder:

- Tekniska nämnden
- Socialnämnden
- Kulturnämnden

## Uppföljning av mål

- Delårsrapport i maj
- Årsredovisning i mars

| Nyckeltal | 2024 | 2025 |
|---|---|---|
| Antal invånare | 9 100 | 9 050 |
"""


def test_a_text_that_only_speaks_of_goals_and_measures_has_none(tmp_path: Path) -> None:
    path = tmp_path / "norrvik.md"
    path.write_text(PROSE, encoding="utf-8")
    assert nodes_of(read_plan(path).goals) == []


@pytest.mark.shared
def test_press_releases_about_budgets_hold_no_goals(shared: Path) -> None:
    for path in sorted((shared / "plans" / "more").glob("gov_*.md")):
        assert nodes_of(read_plan(path).goals) == [], path.name
