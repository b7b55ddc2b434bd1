"""Whether answers follow their plans: units renamed, sections turned round, money rescaled, and the same questions."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from assistant.answer import AnswerStatus, CalculationKind
from assistant.schema import answer_json
from assistant.settings import Settings
from evals.golden import BUNDLED, Case, load_golden
from evals.lent_assistant import SAMPLES, assistant_over, plans_read
from evals.metrics import ratio
from evals.renamed_samples import FACTOR, NAMES, Change, asked_anew, written
from evals.rewritten_text import MONEY
from evals.scoring import has_abstained, judge
from ingest.model import Unit
from ingest.reading import find_files, read_plan

Row = dict[str, Any]
Answers = Mapping[str, Mapping[str, Any]]
"""Answers of the contract's form by the case's id."""

Ask = Callable[[Sequence[Path], Sequence[Case]], Answers]
"""Asks the cases of an assistant that knows only these files' plans."""

SAME = "answers that are the same but for the names and the scale"
DIFFERENCES = "answers that are not"

CHANGES: Mapping[str, Change] = {
    "other order": Change({}),
    "other order and names": Change(NAMES),
    "other order and scale": Change({}, FACTOR),
    "other order, names and scale": Change(NAMES, FACTOR),
}
"""What is changed, one after the other, so that a difference shows what it comes from."""

_NO_AMOUNTS = frozenset(unit.value for unit in Unit if unit not in MONEY)


def renaming(paths: Sequence[Path], questions: Path | None, settings: Settings) -> dict[str, list[Row]]:
    """Ask golden questions of the plans as they are and after each change, and compare the answers.

    Plans are Markdown files, the bundled samples where none is named. Raises NothingToMeasure and what golden
    questions, reading a plan and opening the library raise.
    """
    cases = load_golden(questions or BUNDLED / "samples.yaml").cases
    files = [file for file in find_files(paths or [SAMPLES]) if file.suffix == ".md"]
    ask = partial(asked_of, settings.model_copy(update={"chat_model": None}))
    before = ask(files, cases)
    same, differences = [], []
    for name, change in CHANGES.items():
        found = compared(files, cases, before, change, ask)
        differences += [{"change": name, **row} for row in found]
        same.append(
            {
                "change": name,
                "questions": len(cases),
                "same": len(cases) - len(found),
                "same_share": ratio(len(cases) - len(found), len(cases)),
            }
        )
    return {SAME: same, DIFFERENCES: differences}


def asked_of(settings: Settings, files: Sequence[Path], cases: Sequence[Case]) -> Answers:
    """The answers of an assistant that knows only these files' plans; raises as `assistant_over`."""
    with assistant_over(plans_read(files), settings) as assistant:
        return {case.id: answer_json(assistant.ask(case.turns), case.id) for case in cases}


def compared(files: Sequence[Path], cases: Sequence[Case], before: Answers, change: Change, ask: Ask) -> list[Row]:
    """The cases whose answers after the change differ otherwise than by it, each with what differs."""
    plans = [read_plan(file) for file in files]
    with TemporaryDirectory() as folder:
        other = [written(file, plan, change, Path(folder)) for file, plan in zip(files, plans, strict=True)]
        anew = [asked_anew(case, [plan.id for plan in plans], change) for case in cases]
        after = ask(other, anew)
    rows = []
    for case, new in zip(cases, anew, strict=True):
        old_answer, new_answer = before[case.id], after[case.id]
        was, became = substance(old_answer, change), substance(new_answer, Change({}))
        was["verdict"], became["verdict"] = (judge(*each).verdict for each in ((case, old_answer), (new, new_answer)))
        differing = [name for name in was if was[name] != became[name]]
        if differing:
            rows.append(
                {
                    "id": case.id,
                    "differs in": ", ".join(differing),
                    "was": _said(old_answer),
                    "became": _said(new_answer),
                }
            )
    return rows


def substance(answer: Mapping[str, Any], change: Change) -> dict[str, Any]:
    """What an answer holds apart from its wording and order, as it must be after the change.

    Of several readings none is first, and the section nearest to what the plans do not tell is a hint, not an answer.
    """
    figures = [_figure(figure, change) for figure in answer.get("figures") or ()]
    worked = answer.get("calculation")
    cited = () if has_abstained(answer) else answer.get("citations") or ()
    return {
        "status": answer["status"],
        "first figure": figures[:1] if answer["status"] == AnswerStatus.ANSWERED else [],
        "figures": Counter(figures),
        "calculation": worked and (worked["kind"], _result(worked, change), worked["unit"]),
        "sections": {
            (change.plan_id(str(each["plan"])), *(change.text(heading) for heading in each["section"]))
            for each in cited
        },
    }


def _result(worked: Mapping[str, Any], change: Change) -> Decimal:
    is_ratio = worked["kind"] == CalculationKind.RATIO
    return Decimal(worked["value"]) if is_ratio else _value(worked["value"], worked["unit"], change)


def _figure(figure: Mapping[str, Any], change: Change) -> tuple[object, ...]:
    label, owner = (None if figure[name] is None else change.text(figure[name]) for name in ("label", "owner"))
    value = _value(figure["value"], figure["unit"], change)
    return label, owner, value, figure["unit"], figure["year"], figure["basis"]


def _value(value: str, unit: str | None, change: Change) -> Decimal:
    return Decimal(value) * (1 if unit in _NO_AMOUNTS else change.factor)


def _said(answer: Mapping[str, Any]) -> str:
    return f"{answer['status']}: {' '.join(str(answer['answer']).split())[:160]}"
