"""The mutation test of verification, small: true statements over the sample plans, and each with one thing changed."""

from collections import Counter
from random import Random

import pytest

from assistant.verification import verify
from evals.mutation_truth import Statement, is_true, statement_of
from evals.mutations import MUTATIONS
from evals.true_drafts import TrueDraft
from evals.verifier_bench import changed_drafts, report, tried
from evals.worded_drafts import worded_drafts
from ingest.model import Plan, Unit

STATEMENTS = 150
CHANGED = 400


@pytest.fixture(scope="module")
def true(sample_plans: tuple[Plan, ...]) -> list[TrueDraft]:
    draw = Random(11)
    return draw.sample([each for plan in sample_plans for each in worded_drafts(plan, draw)], STATEMENTS)


def test_statements_in_free_wordings_are_let_through(true: list[TrueDraft]) -> None:
    refused = {each.draft.text: verify(each.draft, each.turns, each.plans) for each in true}
    assert {text: reasons for text, reasons in refused.items() if reasons} == {}


def test_every_kind_of_change_is_tried_and_refused(true: list[TrueDraft]) -> None:
    changed = list(changed_drafts(true, CHANGED, Random(12)))
    assert [(each.kind, each.true.turns[-1], each.draft.text) for each in changed if not each.refusals] == []
    tried_of = Counter(each.kind for each in changed)
    assert set(tried_of) == set(MUTATIONS)
    assert min(tried_of.values()) >= 5


def test_changes_are_the_same_each_time(true: list[TrueDraft]) -> None:
    runs = [[each.draft for each in changed_drafts(true[:40], 60, Random(3))] for _ in range(2)]
    assert runs[0] == runs[1]


def test_each_change_changes_the_draft(true: list[TrueDraft]) -> None:
    for each in changed_drafts(true[:60], 100, Random(4)):
        assert each.draft != each.true.draft


def test_without_checks_the_bench_sees_everything_let_through(
    true: list[TrueDraft], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evals.verifier_bench.verify", lambda *_: ())
    changed = list(changed_drafts(true[:40], 60, Random(3)))
    rows = report([tried("true", each, each.draft) for each in true[:40]], changed)["aims"]
    assert [row["share"] for row in rows] == [0.0, 1.0]


def test_a_statement_is_true_where_a_row_of_the_plan_says_so(true: list[TrueDraft]) -> None:
    figure = true[0].draft.figures[0]
    stated = statement_of(figure)
    assert is_true(stated, true[0].plans)
    other = Statement(stated.plan_id, stated.label, stated.owner, stated.year, stated.value + 1, stated.unit)
    assert not is_true(other, true[0].plans)
    lone = Statement(stated.plan_id, "en rad som inte finns", None, None, stated.value, Unit.TKR)
    assert not is_true(lone, true[0].plans)
