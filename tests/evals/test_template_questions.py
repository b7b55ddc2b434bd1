from random import Random

from evals.plan_rows import named_rows
from evals.template_questions import template_cases
from evals.worded_drafts import worded_drafts
from ingest.model import Plan


def test_rows_are_named_and_their_years_in_order(sample_plans: tuple[Plan, ...]) -> None:
    rows = [row for plan in sample_plans for row in named_rows(plan)]
    assert len(rows) > 80
    for row in rows:
        years = [figure.year or 0 for figure in row.figures]
        assert years == sorted(set(years))
        assert row.label
        assert row.owner


def test_every_kind_of_question_is_made_with_its_amount(sample_plans: tuple[Plan, ...]) -> None:
    cases = [case for plan in sample_plans for case in template_cases(plan, Random(1))]
    assert {case.type for case in cases} == {"figure", "change", "sum", "rank", "share"}
    assert all(case.fig and case.plan for case in cases)
    assert all("{" not in case.turns[0] and " ?" not in case.turns[0] for case in cases)


def test_statements_say_each_figure_and_cite_it(sample_plans: tuple[Plan, ...]) -> None:
    for plan in sample_plans:
        for each in worded_drafts(plan, Random(2)):
            assert {figure.citation for figure in each.draft.figures} == {c.n for c in each.draft.citations}
            assert all(f"[{citation.n}]" in each.draft.text for citation in each.draft.citations)
