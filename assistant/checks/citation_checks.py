"""Checks of markers and citations: each claim is cited, and each quote stands in the plan as printed."""

from collections.abc import Iterator

from assistant.answer import Citation
from assistant.checks.claim import Claim, blocks, collapsed, markers_in
from assistant.citations import collapse
from ingest.model import Plan, Section


def something_is_said(claim: Claim) -> Iterator[str]:
    """An answer has words besides its markers."""
    if not claim.draft.text.strip():
        yield "the text is empty"


def markers_name_citations(claim: Claim) -> Iterator[str]:
    """Each `[n]` numbers a citation, and citations are numbered 1, 2, 3 …"""
    numbers = [citation.n for citation in claim.draft.citations]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"citations are numbered {numbers}"
    for number in sorted(markers_in(claim.draft.text) - set(numbers)):
        yield f"[{number}] names no citation"


def claims_are_cited(claim: Claim) -> Iterator[str]:
    """What is no abstention cites something in each paragraph, and names each of its citations in the text."""
    if claim.draft.status.abstained:
        return
    if not claim.draft.citations:
        yield "nothing is cited"
    for block in blocks(claim.draft.text):
        if not markers_in(block) and not block.rstrip().endswith(":"):
            yield f"a paragraph cites nothing: {block[:60]!r}"
    for citation in claim.draft.citations:
        if citation.n not in markers_in(claim.draft.text):
            yield f"citation {citation.n} is not named in the text"


def quotes_stand_in_the_plan(claim: Claim) -> Iterator[str]:
    """Each citation's plan, title, section and page are the plan's own, and its quote is part of that section."""
    for citation in claim.draft.citations:
        plan = claim.plans.get(citation.plan_id)
        if plan is None or plan.title != citation.plan_title:
            yield f"[{citation.n}] names no plan that was searched"
            continue
        holding = [section for section in claim.sections(citation) if citation.quote in collapsed(section.text)]
        if not citation.quote or citation.quote != collapse(citation.quote) or not holding:
            yield f"the quote of [{citation.n}] does not stand in its section"
        elif citation.page not in _pages(plan, holding, citation):
            yield f"[{citation.n}] names page {citation.page}"


def _pages(plan: Plan, sections: list[Section], citation: Citation) -> set[int | None]:
    """Pages where the quote can stand: those of the figures and passages that share it, else of its sections."""
    parts = [(figure.source, figure.quote) for figure in plan.figures]
    parts += [(passage.source, passage.text) for passage in plan.passages]
    parts += [(goal.source, goal.text) for goal in plan.goals]
    here = [(source.page, collapsed(text)) for source, text in parts if source.section_path == citation.section]
    sharing = {page for page, text in here if text and (text in citation.quote or citation.quote in text)}
    starts = {section.source.page for section in sections}
    return sharing or starts | {page for page, _ in here}
