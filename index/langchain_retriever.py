"""The library as a LangChain retriever, so that others can use it in their own chains.

    LibraryRetriever(library=library, years=(2026,)) | (lambda documents: documents[0].metadata["citation"])

Synchronous and asynchronous calls, batches and callbacks are `BaseRetriever`'s own.
"""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from index.editions import PlanSummary
from index.hit_texts import BELOW
from index.hits import Hit
from index.scope import Scope


@runtime_checkable
class SearchedLibrary(Protocol):
    """What the retriever needs of `index.library.Library`."""

    def search(self, query: str, scope: Scope, limit: int) -> tuple[Hit, ...]:
        """Passages, figure rows and goals that fit best, best first."""
        ...

    def summaries(self) -> tuple[PlanSummary, ...]:
        """What tells the plans in force from each other."""
        ...


class LibraryRetriever(BaseRetriever):
    """Finds passages, figure rows and goals of public plans, best first.

    `plans` (ids), `organisations` (names or parts of them) and `years` limit the search where they are given; `limit`
    is how many documents are returned at most. Raises UnknownPlan, EmbedderChanged, EmbedderUnavailable,
    RerankerUnavailable or LibraryDamaged.
    """

    library: SearchedLibrary
    plans: tuple[str, ...] | None = None
    organisations: tuple[str, ...] | None = None
    years: tuple[int, ...] | None = None
    limit: int = 5

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002
    ) -> list[Document]:
        hits = self.library.search(query, Scope(self.plans, self.organisations, self.years), self.limit)
        plans = {plan.plan_id: plan for plan in self.library.summaries()} if hits else {}
        return [_document(hit, plans[hit.plan_id]) for hit in hits if hit.plan_id in plans]


def _document(hit: Hit, plan: PlanSummary) -> Document:
    return Document(
        id=f"{hit.plan_id}/{hit.kind.value}/{hit.id}",
        page_content=hit.text,
        metadata={
            "plan": hit.plan_id,
            "title": plan.title,
            "organisation": plan.organisation,
            "section": list(hit.section_path),
            "page": hit.page,
            "kind": hit.kind.value,
            "score": hit.score,
            "citation": citation(plan.title, hit.section_path, hit.page),
        },
    )


def citation(title: str, section_path: Sequence[str], page: int | None) -> str:
    """A source in one line, as a Swedish reader expects it; the page is left out where a plan has none."""
    parts = (title, BELOW.join(section_path), "" if page is None else f"s. {page}")
    return ", ".join(part for part in parts if part)
