"""What the templates show, worked out from plans, answers and conversations."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import Answer, Citation
from ingest.model import Plan, Section
from ui.page.answer_text import AnswerBlock, answer_blocks
from ui.page.conversation import Conversation, Exchange
from ui.page.places import Place
from ui.page.source_text import TextBlock, text_blocks
from ui.texts import Texts

PREVIEW = 180
"""Characters of a quote in the list of sources."""


_CELL = " | "


@dataclass(frozen=True, slots=True)
class SourceView:
    """A citation in the list under an answer."""

    n: int
    preview: str


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Citations in a row that stand in the same section."""

    title: str
    place: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """A question and its answer; `copied` is what the copy button takes along."""

    number: int
    exchange: Exchange
    answer: Answer | None
    blocks: tuple[AnswerBlock, ...]
    groups: tuple[SourceGroup, ...]
    places: dict[int, str]
    copied: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section opened beside the chat; `index` is its place in the plan, `cited` the citation that led to it."""

    plan: Plan
    section: Section
    index: int
    blocks: tuple[TextBlock, ...]
    cited: Citation | None


def period(plan: Plan, texts: Texts) -> str:
    """The plan's years as printed in running text."""
    if plan.period is None:
        return texts("no_period")
    first, last = plan.period
    return str(first) if first == last else f"{first}–{last}"


def decision(plan: Plan, texts: Texts) -> str:
    """The decision that adopted the plan, as far as it is known; may be empty."""
    known = plan.decision
    if known is None:
        return ""
    number = texts("plan.registration", number=known.registration_number) if known.registration_number else ""
    parts = [part for part in (str(known.decided or ""), known.paragraph, number) if part]
    return texts("plan.decision", parts=", ".join(parts)) if parts else ""


def place(citation: Citation, texts: Texts) -> str:
    """Section and page of a citation in one line."""
    page = [texts("page", page=citation.page)] if citation.page is not None else []
    return ", ".join([" › ".join(citation.section), *page])


def exchange_views(conversation: Conversation, texts: Texts) -> tuple[ExchangeView, ...]:
    """The conversation's exchanges, numbered from 0."""
    return tuple(_exchange(number, exchange, texts) for number, exchange in enumerate(conversation))


def _exchange(number: int, exchange: Exchange, texts: Texts) -> ExchangeView:
    answer = exchange.answer
    citations = answer.citations if answer else ()
    places = {citation.n: f"{citation.plan_title}, {place(citation, texts)}" for citation in citations}
    return ExchangeView(
        number=number,
        exchange=exchange,
        answer=answer,
        blocks=answer_blocks(answer.text if answer else exchange.draft, places),
        groups=_groups(citations, exchange.rows, texts),
        places=places,
        copied=_copied(answer, places, texts) if answer else "",
    )


def _groups(citations: Sequence[Citation], rows: Sequence[str], texts: Texts) -> tuple[SourceGroup, ...]:
    pairs = zip(citations, rows, strict=True)
    grouped = groupby(pairs, key=lambda pair: (pair[0].plan_title, place(pair[0], texts)))
    return tuple(
        SourceGroup(title, where, tuple(SourceView(citation.n, _preview(row)) for citation, row in members))
        for (title, where), members in grouped
    )


def _preview(row: str) -> str:
    cells = [cell.strip() for cell in row.replace("\n", " ").split("\t") if cell.strip()]
    return _shortened(_CELL.join(_unbroken(cell) if len(cells) > 1 else cell for cell in cells))


def _unbroken(cell: str) -> str:
    """An amount that stays on one line; words may break."""
    return cell if any(character.isalpha() for character in cell) else cell.replace(" ", "\u00a0")


def _shortened(quote: str) -> str:
    return quote if len(quote) <= PREVIEW else quote[:PREVIEW].rsplit(" ", 1)[0] + " …"


def _copied(answer: Answer, places: dict[int, str], texts: Texts) -> str:
    return "\n".join([answer.text, "", f"{texts('sources')}:", *(f"[{n}] {where}" for n, where in places.items())])


def section_view(found: Place, citation: Citation | None) -> SectionView:
    """The section with the citation's quote marked, where a citation led to it."""
    blocks = text_blocks(found.section.text, citation.quote if citation else "")
    return SectionView(found.plan, found.section, found.index, blocks, citation)


def chosen(plans: Sequence[Plan], plan_id: str | None) -> tuple[Plan, ...]:
    """The plans that a choice leaves; all where nothing is chosen."""
    return tuple(plan for plan in plans if plan_id is None or plan.id == plan_id)
