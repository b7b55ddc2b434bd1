from pathlib import Path

import pytest

from evals.asking import ask_all, cases_without_plan, cited_sections, plans_to_ask
from evals.errors import EmptyLibrary
from evals.golden import load_golden
from tests.evals.cases import PLAN, ROW, case, figure_case
from tests.evals.plans import GOLDEN, QUESTION, small_assistant, small_plan
from tests.fakes import ScriptedLibrary


def test_every_case_is_asked_with_its_turns_and_gives_a_record(tmp_path: Path) -> None:
    (tmp_path / "q.yaml").write_text(GOLDEN, "utf-8")
    assistant = small_assistant()
    records = list(ask_all(assistant, load_golden(tmp_path / "q.yaml").cases))
    assert [record.case_id for record in records] == ["f1", "n1", "u1", "g1"]
    assert assistant.asked[2] == (QUESTION, "Och hyran?")
    assert records[0].answer["status"] == "answered"
    assert records[0].answer["citations"][0]["quote"] == " ".join(ROW.split())
    assert records[1].answer["abstained"] is True
    assert all(record.elapsed_ms is not None and record.elapsed_ms >= 0 for record in records)


def test_evidence_is_searched_for_with_the_whole_conversation() -> None:
    assistant = small_assistant()
    (record,) = ask_all(assistant, [case(turns=("Vad är hyran?", "Och 2031?"), fig=())])
    assert assistant.library.queries == ["Vad är hyran? Och 2031?"]
    assert record.hits is not None
    assert (record.hits[0].plan, record.hits[0].section) == (PLAN, ("Budget",))


def test_only_cited_sections_are_kept() -> None:
    records = list(ask_all(small_assistant(), [figure_case(turns=(QUESTION,))]))
    (section,) = cited_sections([small_plan()], records)
    assert (section["plan"], list(section["path"])) == (PLAN, ["Budget"])
    assert cited_sections([small_plan()], []) == []


def test_an_empty_library_is_told_before_anything_is_asked() -> None:
    with pytest.raises(EmptyLibrary, match="plansvar ingest"):
        plans_to_ask(ScriptedLibrary(), "data")


def test_cases_about_a_plan_that_is_not_there_are_found() -> None:
    lost = figure_case(case_id="c2", plan="soderby")
    assert cases_without_plan([figure_case(), lost, case(abstain=True)], [small_plan()]) == (lost,)
