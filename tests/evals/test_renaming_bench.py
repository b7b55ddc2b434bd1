from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.extractive.answerer import ExtractiveAnswerer
from assistant.schema import answer_json
from assistant.service import Assistant
from evals.benches import FILE_BENCHES
from evals.golden import BUNDLED, Case, load_golden
from evals.lent_assistant import SAMPLES
from evals.renamed_samples import Change
from evals.renaming_bench import CHANGES, Answers, compared, substance
from ingest.reading import find_files, read_plan
from tests.evals.cases import abstention, answer, citation
from tests.fakes import WordLibrary

ALL = CHANGES["other order, names and scale"]
FIGURE = {"label": "Hyra", "owner": "Norrvik", "value": "120", "unit": "tkr", "year": 2030, "basis": None}
CHANGE = Change({"Norrvik": "Ekmo"}, 3)


def asked(files: Sequence[Path], cases: Sequence[Case]) -> Answers:
    assistant = Assistant(WordLibrary([read_plan(file) for file in files]), ExtractiveAnswerer())
    return {each.id: answer_json(assistant.ask(each.turns), each.id) for each in cases}


def test_answers_follow_the_sample_plans_under_other_names_and_scale() -> None:
    cases = load_golden(BUNDLED / "samples.yaml").cases
    files = find_files([SAMPLES])
    assert not [row["id"] for row in compared(files, cases, asked(files, cases), ALL, asked)]


def test_substance_follows_the_names_and_the_scale() -> None:
    calculation = {"kind": "difference", "value": "6", "unit": "tkr", "operands": [0]}
    old = answer(figures=[FIGURE], calculation=calculation, citations=[citation(plan="norrvik-plan")])
    new = answer(
        figures=[{**FIGURE, "owner": "Ekmo", "value": "360"}],
        calculation={**calculation, "value": "18"},
        citations=[citation(plan="ekmo-plan")],
    )
    assert substance(old, CHANGE) == substance(new, Change({}))
    assert substance(old, CHANGE) != substance(old, Change({}))


@pytest.mark.parametrize(("unit", "kind"), [("%", "change"), (None, "ratio")])
def test_shares_and_ratios_do_not_follow_the_scale(unit: str | None, kind: str) -> None:
    worked = answer(calculation={"kind": kind, "value": "2.5", "unit": unit, "operands": []})
    assert substance(worked, Change({}, 3)) == substance(worked, Change({}))


def test_the_hint_of_an_abstention_is_no_part_of_it() -> None:
    assert substance(abstention(), CHANGE) == substance({**abstention(), "citations": [citation()]}, CHANGE)


def test_the_order_of_several_readings_tells_nothing() -> None:
    other = {**FIGURE, "value": "130"}
    both = [answer(status="ambiguous", figures=figures) for figures in ([FIGURE, other], [other, FIGURE])]
    assert substance(both[0], CHANGE) == substance(both[1], CHANGE)


def test_the_bench_is_registered() -> None:
    assert "renaming" in FILE_BENCHES
