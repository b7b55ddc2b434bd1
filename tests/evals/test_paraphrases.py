from pathlib import Path

import pytest

from evals.errors import InvalidCase, NoCases
from evals.golden import load_golden
from evals.paraphrases import WORDINGS, Group, given, is_alike, load_groups
from evals.paraphrases_bench import ALIKE, BY_WORDING, DIFFERING, rows
from tests.evals.cases import abstention, answer, citation

FIGURE = {"label": "Hyra", "owner": "Norrvik", "value": "120", "unit": "tkr", "year": 2030, "basis": None}
SAID = ", ".join(f'{name}: "Hyran {name}?"' for name in WORDINGS)
GROUP = f"""
- id: p-1
  fig: [{{v: 120, u: tkr}}]
  plan: norrvik
  wordings: {{{SAID}}}
- id: p-2
  abstain: true
  wordings: {{{SAID}}}
"""


def loaded(folder: Path, text: str = GROUP) -> tuple[Group, ...]:
    path = folder / "groups.yaml"
    path.write_text(text, "utf-8")
    return load_groups(path)


def test_a_group_is_a_case_for_each_wording(tmp_path: Path) -> None:
    first, second = loaded(tmp_path)
    assert [case.type for case in first.cases] == list(WORDINGS)
    assert first.cases[1].turns == ("Hyran terse?",)
    assert (first.kind, second.kind) == ("figure", "abstain")
    assert first.cases[0].fig[0].value == 120


@pytest.mark.parametrize(
    "change", [('terse: "Hyran terse?", ', ""), ("plan: norrvik", "place: norrvik"), ("id: p-1", "x: 1")]
)
def test_a_group_of_another_form_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    with pytest.raises(InvalidCase):
        loaded(tmp_path, GROUP.replace(*change, 1))


def test_a_file_without_groups_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoCases):
        loaded(tmp_path, "[]")


def test_the_bundled_groups_are_forty_and_no_golden_questions() -> None:
    groups = load_groups()
    assert len(groups) == 40
    assert {group.id for group in groups}.isdisjoint({case.id for case in load_golden().cases})


def test_answers_are_alike_by_figures_and_not_by_words() -> None:
    one, two = answer("120 tkr. [1]", figures=[FIGURE]), answer("Hyran är 120 tkr. [1]", figures=[FIGURE])
    assert is_alike([one, two])
    assert not is_alike([one, answer(figures=[{**FIGURE, "year": 2031}])])
    assert not is_alike([one, abstention()])
    assert not is_alike([one, answer(figures=[FIGURE], calculation={"value": "1", "unit": "%"})])


def test_answers_in_words_are_alike_by_their_sections() -> None:
    assert given(answer("Nej.")) == given(answer("Ja."))
    assert given(answer()) != given(answer(citations=[citation(section=("Mål",))]))
    assert is_alike([abstention(), abstention("other_period")])


def test_rows_count_groups_and_wordings_and_list_what_differs(tmp_path: Path) -> None:
    groups = loaded(tmp_path)
    right = answer("120 tkr. [1]", figures=[FIGURE])
    answers = {case.id: abstention() if case.abstain else right for group in groups for case in group.cases}
    answers["p-1-terse"] = abstention()
    parts = rows(groups, answers)
    assert [(row["kind"], row["groups"], row["alike"], row["all right"]) for row in parts[ALIKE]] == [
        ("figure", 1, 0, 0),
        ("abstain", 1, 1, 1),
        ("all", 2, 1, 1),
    ]
    terse = next(row for row in parts[BY_WORDING] if row["wording"] == "terse")
    assert (terse["asked"], terse["right"], terse["abstained"]) == (2, 1, 1)
    assert [row["wording"] for row in parts[DIFFERING]] == list(WORDINGS)
