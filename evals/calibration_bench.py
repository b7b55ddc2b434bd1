"""The thresholds between answering and silence, chosen on a development set: what they cost, how sure answers are."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from assistant import calibrated
from assistant.settings import Settings
from assistant.thresholds import TEXT
from evals.development import COST, Posed, development_set
from evals.errors import RunNotSaved
from evals.reliability import Fit, cost_rows, fit, reliability_rows, told_of
from evals.scoring import Verdict
from evals.threshold_sweep import SWEPT, Curve, all_at, drafts_of, held_out_cost, set_to, sweep

Row = dict[str, Any]
Values = Mapping[str, Mapping[str, float]]
"""Thresholds by the name of their group in `assistant.calibrated`, and by their own."""

SET = "development set, judged as the thresholds stand"
CHOSEN = f"thresholds chosen at the least cost, {COST[Verdict.WRONG]} × wrong + abstained though answerable"
CURVES = "what each value of each threshold costs"
RELIABILITY = "reliability of answers in words: confidence by the other folds, and how many were right"
LEAST = "what the least confidence costs"

DECIMALS = 3
_GROUPS = {"TEXT": "TextLimits", "FIGURE": "FigureLimits", "CONFIDENCE": "ConfidenceLimits"}


def calibration(
    paths: Sequence[Path], questions: Path | None, settings: Settings, *, write: bool = False
) -> dict[str, list[Row]]:
    """Sweep every threshold, fit the confidence, and set both down in `assistant/calibrated.py` where told to.

    Each threshold is swept with those before it as they were chosen. Raises RunNotSaved, and what making the
    development set raises.
    """
    posed = development_set(paths, questions, settings)
    verdicts = [each.verdict(draft) for each, draft in zip(posed, drafts_of(posed), strict=True)]
    turning = _turning(posed)
    curves = []
    with ExitStack() as stack:
        for swept in SWEPT:
            curves.append(sweep(turning, swept))
            stack.enter_context(set_to(swept.limits, swept.name, curves[-1].chosen))
        told = told_of(posed)
    found = fit(told)
    ids = [each.case.id for each in turning]
    if write:
        _write(Path(calibrated.__file__), values_of(curves, found))
    counts = {verdict.value: verdicts.count(verdict) for verdict in Verdict}
    return {
        SET: [{"questions": len(posed), **counts, "turned by a threshold": len(turning)}],
        CHOSEN: [_chosen(curve, ids) for curve in curves],
        CURVES: [row for curve in curves for row in _curve(curve)],
        RELIABILITY: reliability_rows(told, found),
        LEAST: cost_rows(found),
    }


def _turning(posed: Sequence[Posed]) -> list[Posed]:
    """The questions whose drafts differ between the ends of the thresholds and as these stand: only they are swept."""
    drafts = [drafts_of(posed)]
    for end in (min, max):
        with all_at(end):
            drafts.append(drafts_of(posed))
    return [each for each, *own in zip(posed, *drafts, strict=True) if any(draft != own[0] for draft in own)]


def values_of(curves: Sequence[Curve], found: Fit) -> Values:
    """The chosen values as `assistant.calibrated` holds them."""
    values: dict[str, dict[str, float]] = {group: {} for group in _GROUPS}
    for curve in curves:
        values[_group(curve)][curve.swept.name] = curve.chosen
    names = ("constant", "cover", "weakest", "least")
    values["CONFIDENCE"] = dict(zip(names, (*found.weights, found.least), strict=True))
    return values


def module_of(values: Values) -> str:
    """The text of the module that holds the values."""
    parts = [calibrated.__doc__ and f'"""{calibrated.__doc__}"""\n']
    for group, limits in _GROUPS.items():
        lines = "".join(f'    "{name}": {round(value, DECIMALS)},\n' for name, value in values[group].items())
        parts.append(f'{group} = {{\n{lines}}}\n"""Values of `assistant.thresholds.{limits}`."""\n')
    return "\n".join(filter(None, parts))


def _write(path: Path, values: Values) -> None:
    try:
        path.write_text(module_of(values), "utf-8")
    except OSError as error:
        raise RunNotSaved(str(path), error.strerror or "") from error


def _group(curve: Curve) -> str:
    return "TEXT" if curve.swept.limits is TEXT else "FIGURE"


def _chosen(curve: Curve, ids: Sequence[str]) -> Row:
    return {
        "threshold": f"{_group(curve)}.{curve.swept.name}",
        "was": curve.present,
        "chosen": curve.chosen,
        "cost": curve.total(curve.present),
        "chosen cost": curve.total(curve.chosen),
        "held-out cost": held_out_cost(curve, ids),
        "dearest": max(map(curve.total, curve.costs)),
    }


def _curve(curve: Curve) -> list[Row]:
    name = f"{_group(curve)}.{curve.swept.name}"
    return [
        {"threshold": name, "value": value, "cost": curve.total(value), "taken": "←" if value == curve.chosen else ""}
        for value in sorted(curve.costs)
    ]
