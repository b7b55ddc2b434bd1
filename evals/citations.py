"""Whether citations hold: the right plan is cited, and each quote stands in the section that is named."""

from collections.abc import Iterable, Mapping
from typing import Any

from evals.golden import Case
from evals.scoring import cited_plans, has_abstained, is_of_plan

SectionTexts = Mapping[tuple[str, tuple[str, ...]], tuple[str, ...]]
"""Texts by plan and heading path, white space collapsed; two sections may have one path."""


def section_texts(sections: Iterable[Mapping[str, Any]]) -> SectionTexts:
    """Index the objects of `plansvar sections --json`."""
    texts: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for section in sections:
        place = (str(section["plan"]), tuple(section["path"]))
        texts[place] = (*texts.get(place, ()), _collapsed(str(section["text"])))
    return texts


def citations_hold(case: Case, answer: Mapping[str, Any], sections: SectionTexts) -> bool | None:
    """Whether the right plan is cited and every quote stands in its section; null for an abstention."""
    if has_abstained(answer):
        return None
    plans = cited_plans(answer)
    if not any(case.plan is None or is_of_plan(plan, case.plan) for plan in plans):
        return False
    return all(_stands(citation, sections) for citation in answer["citations"])


def cited_places(answers: Iterable[Mapping[str, Any]]) -> set[tuple[str, tuple[str, ...]]]:
    """The plan and heading path of every citation."""
    return {
        (str(citation["plan"]), tuple(citation["section"]))
        for answer in answers
        for citation in answer.get("citations") or ()
    }


def _stands(citation: Mapping[str, Any], sections: SectionTexts) -> bool:
    quote = _collapsed(str(citation["quote"]))
    texts = sections.get((str(citation["plan"]), tuple(citation["section"])), ())
    return bool(quote) and any(quote in text for text in texts)


def _collapsed(text: str) -> str:
    return " ".join(text.split())
