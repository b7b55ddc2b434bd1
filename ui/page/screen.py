"""The parts of the page as HTML, each from what the visitor has chosen, asked and opened."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.answer import Citation, Language
from ingest.errors import PlansvarError
from ingest.model import Plan
from ui.error_texts import error_line, unexpected_line
from ui.page.conversation import Conversation, PageAssistant
from ui.page.jinja_templates import render
from ui.page.places import cited_place, place_at
from ui.page.starters import starters
from ui.page.views import SectionView, chosen, decision, exchange_views, period, section_view
from ui.texts import Texts

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OpenedCitation:
    """Citation `n` of the answer in exchange `number` stands beside the chat."""

    number: int
    n: int


@dataclass(frozen=True, slots=True)
class OpenedSection:
    """A section that the visitor leafed to stands beside the chat."""

    plan: str
    index: int


Opened = OpenedCitation | OpenedSection | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visitor has chosen, asked and opened."""

    texts: Texts = field(default_factory=Texts)
    plan: str | None = None
    conversation: Conversation = ()
    opened: Opened = None


@dataclass(frozen=True, slots=True)
class Screen:
    """Renders the page's parts; `assistant` waits until the assistant is loaded, and raises what hinders it."""

    assistant: Callable[[], PageAssistant]

    def header(self, visit: Visit) -> str:
        """Name, what it is, and the choice of language."""
        return render("header", visit.texts)

    def scope(self, visit: Visit) -> str:
        """The choice of plan and the way to begin anew."""
        return render(
            "scope", visit.texts, plans=self._plans(), chosen=visit.plan or "", started=bool(visit.conversation)
        )

    def loading(self, visit: Visit) -> str:
        """The conversation's place before anything is known of the plans."""
        return self._talk(visit, loading=True)

    def conversation(self, visit: Visit) -> str:
        """Questions and answers, or what there is to ask; a hindrance as one line."""
        return self._talk(visit, trouble=self._trouble(visit.texts.language))

    def panel(self, visit: Visit) -> str:
        """The opened source, or the plans that are read."""
        if visit.opened is None:
            plans = [(plan, period(plan, visit.texts), decision(plan, visit.texts)) for plan in self._plans()]
            return render("plans", visit.texts, plans=plans)
        citation, view = self._open(visit)
        page = citation.page if citation else view.section.source.page if view else None
        years = period(view.plan, visit.texts) if view else ""
        opened = _name(visit.opened)
        return render("source", visit.texts, view=view, citation=citation, page=page, years=years, opened=opened)

    def _talk(self, visit: Visit, *, loading: bool = False, trouble: str = "") -> str:
        plans = () if loading or trouble else self._plans()
        opened = visit.opened
        return render(
            "conversation",
            visit.texts,
            exchanges=exchange_views(visit.conversation, visit.texts),
            starters=starters(chosen(plans, visit.plan), visit.texts),
            plans=plans,
            loading=loading,
            trouble=trouble,
            opened=(opened.number, opened.n) if isinstance(opened, OpenedCitation) else None,
            announcement=announcement(visit),
        )

    def _trouble(self, language: Language) -> str:
        try:
            self.assistant().library.plans()
        except PlansvarError as error:
            return error_line(error, language)
        except Exception:  # noqa: BLE001 - the page is the last to see it: the visitor gets a line, the log the rest
            _LOG.exception("the assistant could not be opened")
            return unexpected_line(language)
        return ""

    def _plans(self) -> tuple[Plan, ...]:
        try:
            return self.assistant().library.plans()
        except Exception:  # noqa: BLE001 - told once, where the conversation stands
            return ()

    def _open(self, visit: Visit) -> tuple[Citation | None, SectionView | None]:
        shelf = self.assistant().library
        if isinstance(visit.opened, OpenedSection):
            leafed = place_at(shelf, visit.opened.plan, visit.opened.index)
            return None, section_view(leafed, None) if leafed else None
        citation = _citation(visit)
        place = cited_place(shelf, citation) if citation else None
        return citation, section_view(place, citation) if place else None


def announcement(visit: Visit) -> str:
    """What a screen reader is told about the last question."""
    if not visit.conversation:
        return ""
    last = visit.conversation[-1]
    if last.answer is None:
        return last.error or visit.texts(f"step.{last.step}")
    return visit.texts("ready", status=visit.texts(f"status.{last.answer.status}"))


def language_named(name: object) -> Language:
    """The language of this code; Swedish for what is none."""
    return Language.ENGLISH if name == Language.ENGLISH.value else Language.SWEDISH


def _citation(visit: Visit) -> Citation | None:
    opened = visit.opened
    if not isinstance(opened, OpenedCitation) or not 0 <= opened.number < len(visit.conversation):
        return None
    answer = visit.conversation[opened.number].answer
    return next((citation for citation in answer.citations if citation.n == opened.n), None) if answer else None


def _name(opened: Opened) -> str:
    match opened:
        case OpenedCitation():
            return f"citation-{opened.number}-{opened.n}"
        case OpenedSection():
            return f"section-{opened.plan}-{opened.index}"
    return ""
