"""Several drafts in one: citations numbered through, figures bound to their new numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerStatus, Calculation, Citation, CitedFigure
from assistant.answerer import Draft
from ingest.model import Finding

_MARKER = re.compile(r"\[(\d+)\]")


def joined(drafts: Sequence[Draft], headings: Sequence[str] = ()) -> Draft:
    """One draft of several, each under its heading; the first's calculation is the draft's own."""
    texts: list[str] = []
    citations: list[Citation] = []
    figures: list[CitedFigure] = []
    findings: list[Finding] = []
    calculations: list[Calculation] = []
    for place, draft in enumerate(drafts):
        numbers = {}
        for citation in draft.citations:
            numbers[citation.n] = _number(citations, citation)
        text = _MARKER.sub(lambda match, numbers=numbers: f"[{numbers.get(int(match[1]), match[1])}]", draft.text)  # type: ignore[misc]
        texts.append(f"{headings[place]}\n{text}" if headings else text)
        calculations += [_moved(calculation, len(figures)) for calculation in draft.calculations]
        figures += [replace(figure, citation=numbers[figure.citation]) for figure in draft.figures]
        findings += [finding for finding in draft.findings if finding not in findings]
    own = calculations.pop(0) if drafts[0].calculation else None
    partial = any(draft.status is AnswerStatus.PARTIAL for draft in drafts)
    status = AnswerStatus.PARTIAL if partial else drafts[0].status
    text, siblings = "\n\n".join(texts), tuple(calculations)
    return Draft(status, text, tuple(citations), tuple(figures), own, tuple(findings), siblings)


def _moved(calculation: Calculation, places: int) -> Calculation:
    """The calculation over operands that stand so many places further on."""
    return replace(calculation, operands=tuple(place + places for place in calculation.operands))


def _number(citations: list[Citation], new: Citation) -> int:
    for held in citations:
        if (held.plan_id, held.section, held.quote) == (new.plan_id, new.section, new.quote):
            return held.n
    citations.append(replace(new, n=len(citations) + 1))
    return len(citations)
