"""How robust answers are against the wording of a question: groups of paraphrases asked of the sample plans."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.schema import answer_json
from assistant.settings import Settings
from evals.asking import Asked
from evals.lent_assistant import assistant_over, plans_read
from evals.metrics import ratio
from evals.paraphrases import WORDINGS, Group, is_alike, load_groups
from evals.scoring import Verdict, judge

Row = dict[str, Any]
Answers = Mapping[str, Mapping[str, Any]]
"""Answers of the contract's form by the case's id."""

SHOWN = 110
"""Characters of an answer that are shown."""

ALIKE = "groups in which every wording gets the same figures (the same section for words, or silence)"
BY_WORDING = "answers by wording"
DIFFERING = "groups in which the wordings get different answers"


def paraphrases(paths: Sequence[Path], questions: Path | None, settings: Settings) -> dict[str, list[Row]]:
    """Ask every group in every wording; of the named plans, else of the bundled samples.

    Raises what loading groups, reading a plan and opening the library raise.
    """
    groups = load_groups(questions)
    with assistant_over(plans_read(paths), settings) as assistant:
        return rows(groups, asked(assistant, groups))


def asked(assistant: Asked, groups: Sequence[Group]) -> Answers:
    """The answer to each wording."""
    return {case.id: answer_json(assistant.ask(case.turns), case.id) for group in groups for case in group.cases}


def rows(groups: Sequence[Group], answers: Answers) -> dict[str, list[Row]]:
    """How many groups get one answer, how many answers are right by wording, and what the others differ in."""
    kinds = [*dict.fromkeys(group.kind for group in groups), "all"]
    return {
        ALIKE: [_alike(kind, [g for g in groups if kind in {g.kind, "all"}], answers) for kind in kinds],
        BY_WORDING: [_by_wording(wording, groups, answers) for wording in (*WORDINGS, "all")],
        DIFFERING: [row for group in groups if not _is_alike(group, answers) for row in _each(group, answers)],
    }


def _is_alike(group: Group, answers: Answers) -> bool:
    return is_alike([answers[case.id] for case in group.cases])


def _alike(kind: str, groups: Sequence[Group], answers: Answers) -> Row:
    alike = sum(_is_alike(group, answers) for group in groups)
    right = sum(all(judge(c, answers[c.id]).verdict is Verdict.RIGHT for c in group.cases) for group in groups)
    return {
        "kind": kind,
        "groups": len(groups),
        "alike": alike,
        "alike_share": ratio(alike, len(groups)),
        "all right": right,
        "right_share": ratio(right, len(groups)),
    }


def _by_wording(wording: str, groups: Sequence[Group], answers: Answers) -> Row:
    cases = [case for group in groups for case in group.cases if wording in {case.type, "all"}]
    verdicts = [judge(case, answers[case.id]).verdict for case in cases]
    counts = {verdict.value: verdicts.count(verdict) for verdict in Verdict}
    return {"wording": wording, "asked": len(cases), **counts, "right_share": ratio(counts["right"], len(cases))}


def _each(group: Group, answers: Answers) -> list[Row]:
    return [
        {
            "group": group.id,
            "wording": case.type,
            "verdict": judge(case, answers[case.id]).verdict.value,
            "asked": case.turns[-1],
            "answered": " ".join(str(answers[case.id]["answer"]).split())[:SHOWN],
        }
        for case in group.cases
    ]
