from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from evals.errors import InvalidCase, NoCases, UnreadableQuestions
from evals.golden import BUNDLED, ExpectedAmount, load_golden
from evals.scoring import Verdict, judge
from evals.wording import written
from ingest.model import Unit

SHARED = Path(__file__).resolve().parents[3] / "shared" / "golden" / "questions.yaml"


def _load(folder: Path, text: str) -> Path:
    path = folder / "questions.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_case_is_read_with_all_its_fields(tmp_path: Path) -> None:
    path = _load(
        tmp_path,
        '- {id: a, type: figure, q: "Vad?", plan: norr, fig: [{v: 2.5, u: pct, tol: 0.06}],'
        ' not_fig: [{v: 900, u: tkr}], all: ["navet", "1 ?000"], any: ["ja|jo"]}',
    )
    golden = load_golden(path)
    (case,) = golden.cases
    assert (case.id, case.type, case.turns, case.plan) == ("a", "figure", ("Vad?",), "norr")
    assert case.fig == (ExpectedAmount(Decimal("2.5"), Unit.PERCENT, Decimal("0.06")),)
    assert case.not_fig == (ExpectedAmount(Decimal(900), Unit.TKR),)
    assert [pattern.pattern for pattern in case.all] == ["navet", "1 ?000"]
    assert not case.abstain
    assert golden.files[0].name == "questions.yaml"
    assert golden.files[0].sha256 == sha256(path.read_bytes()).hexdigest()


def test_turns_are_a_conversation(tmp_path: Path) -> None:
    golden = load_golden(_load(tmp_path, '- {id: a, type: t, turns: ["Vad är hyran?", "Och 2030?"], abstain: true}'))
    assert golden.cases[0].turns == ("Vad är hyran?", "Och 2030?")


def test_fields_that_nothing_judges_are_told(tmp_path: Path) -> None:
    golden = load_golden(_load(tmp_path, '- {id: a, type: t, q: "Vad?", abstain: true, note: x}'))
    assert golden.ignored == ("note",)


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ('{type: t, q: "?", abstain: true}', "case number 1, id"),
        ('{id: a, q: "?", abstain: true}', "case a, type"),
        ("{id: a, type: t, abstain: true}", "case a, q"),
        ('{id: a, type: t, q: "?", turns: ["?"], abstain: true}', "case a, q"),
        ("{id: a, type: t, turns: [], abstain: true}", "case a, turns"),
        ("{id: a, type: t, turns: [1], abstain: true}", "case a, turns"),
        ('{id: a, type: t, q: "?"}', "case a, fig"),
        ('{id: a, type: t, q: "?", abstain: true, all: ["x"]}', "case a, abstain"),
        ('{id: a, type: t, q: "?", abstain: ja}', "case a, abstain"),
        ('{id: a, type: t, q: "?", fig: [{v: 1, u: öre}]}', "case a, fig"),
        ('{id: a, type: t, q: "?", fig: [{v: "1", u: kr}]}', "case a, fig"),
        ('{id: a, type: t, q: "?", fig: [{v: .nan, u: kr}]}', "case a, fig"),
        ('{id: a, type: t, q: "?", fig: [{v: 1}]}', "case a, fig"),
        ('{id: a, type: t, q: "?", fig: {v: 1, u: kr}}', "case a, fig"),
        ('{id: a, type: t, q: "?", all: ["("]}', "case a, all"),
        ('{id: a, type: t, q: "?", any: [3]}', "case a, any"),
        ('{id: a, type: t, q: "?", all: ["x"], plan: 3}', "case a, plan"),
        ("just words", "case number 1"),
    ],
)
def test_a_faulty_case_is_told_with_file_case_and_field(tmp_path: Path, entry: str, place: str) -> None:
    with pytest.raises(InvalidCase) as told:
        load_golden(_load(tmp_path, f"- {entry}"))
    assert told.value.where == f"questions.yaml, {place}"
    assert told.value.remedy in str(told.value)


def test_two_cases_with_one_id_are_refused(tmp_path: Path) -> None:
    entry = '- {id: a, type: t, q: "?", abstain: true}\n'
    with pytest.raises(InvalidCase, match="another case has this id"):
        load_golden(_load(tmp_path, entry * 2))


@pytest.mark.parametrize("text", ["[", "a: 1", "\x00"])
def test_what_is_no_yaml_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableQuestions):
        load_golden(_load(tmp_path, text))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableQuestions, match="No such file"):
        load_golden(tmp_path / "none.yaml")


@pytest.mark.parametrize("text", ["", "[]"])
def test_a_file_without_questions_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(NoCases):
        load_golden(_load(tmp_path, text))


@pytest.mark.skipif(not list(BUNDLED.glob("*.yaml")), reason="no bundled questions yet")
def test_the_bundled_questions_can_be_read() -> None:
    golden = load_golden()
    assert golden.cases
    assert golden.ignored == ()


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared golden questions are not here")
def test_the_shared_questions_can_be_read() -> None:
    golden = load_golden(SHARED)
    assert len(golden.cases) == len([line for line in SHARED.read_text("utf-8").splitlines() if line.startswith("- ")])
    assert golden.ignored == ()


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared golden questions are not here")
def test_each_shared_figure_question_takes_its_own_amount_and_no_other() -> None:
    for case in load_golden(SHARED).cases:
        for amount in case.fig:
            plans = [{"plan": f"{case.plan}-x"}]
            right, other = (
                {"answer": f"Det är {written(value, amount.unit)}. [1]", "status": "answered", "citations": plans}
                for value in (amount.value, amount.value + 1)
            )
            assert judge(case, right).verdict is Verdict.RIGHT, case.id
            assert judge(case, other).verdict is Verdict.WRONG, case.id
