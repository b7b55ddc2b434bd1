"""The library of plans: the one door through which everything else keeps and finds plans."""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from threading import Lock
from types import TracebackType
from typing import TypeVar

from index.dense import DenseIndex
from index.editions import Manifest, PlanSummary
from index.embedder import Embedder
from index.errors import LibraryDamaged, LibraryError, UnknownPlan
from index.hits import FigureHit, GoalHit, Hit, IngestReport, PassageHit
from index.ports import Catalogue, VectorShelf, WriterLock
from index.pydantic_codec import plan_of
from index.reranker import Reranker
from index.retriever import Retriever
from index.scope import EVERYTHING, Scope
from index.surroundings import Surroundings, surroundings
from index.writer import IngestProgress, Writer
from ingest.model import Plan

CACHED_PLANS = 64
ATTEMPTS = 5
"""How often a search starts over because the plans were switched while it ran."""

T = TypeVar("T")


def quiet(plan_id: str, done: int, total: int) -> None:
    """An IngestProgress that tells nobody."""


class Library:
    """Plans kept and found again; may be used from several threads and beside other processes.

    Every read goes by one manifest, and starts over when another ingest or removal switched it meanwhile.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        open_shelf: Callable[[], VectorShelf],
        embedder: Embedder,
        lock: WriterLock,
        reranker: Reranker | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._embedder = embedder
        self._shelf = open_shelf()
        self._retriever = Retriever(catalogue, DenseIndex(self._shelf, catalogue.editions), embedder, reranker)
        self._writer = Writer(catalogue, open_shelf, embedder, lock)
        self._manifest = Manifest(-1, {})
        self._refreshing = Lock()
        self._plan_of_edition = lru_cache(maxsize=CACHED_PLANS)(self._read_plan)

    def ingest(self, plans: Iterable[tuple[Plan, str]], progress: IngestProgress = quiet) -> IngestReport:
        """Put plans (each with its file's content hash) into force, all or none.

        Also embeds anew every plan that another embedder made, so it is worth calling without plans. Raises
        LibraryBusy, VerificationFailed and other branches of LibraryError; the former editions then stay in force.
        """
        return self._writer.ingest(plans, progress)

    def remove(self, plan_ids: Collection[str], progress: IngestProgress = quiet) -> None:
        """Take plans out of force and erase their text and vectors; raises UnknownPlan (nothing is removed then)."""
        self._writer.remove(plan_ids, progress)

    def is_current(self, plan_id: str, content_hash: str) -> bool:
        """Whether this content of the plan is in force, embedded by the configured embedder."""
        edition = self._current().editions.get(plan_id)
        return (
            edition is not None
            and edition.content_hash == content_hash
            and edition.placement.embedder == self._embedder.name
        )

    def plan_ids(self) -> tuple[str, ...]:
        """Ids of the plans in force, in order."""
        return tuple(self._current().editions)

    def plan(self, plan_id: str) -> Plan:
        """The plan in force; raises UnknownPlan."""
        return self._read(lambda manifest: self._plan(manifest, plan_id))

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in force, by id."""
        return self._read(lambda manifest: tuple(self._plan(manifest, plan_id) for plan_id in manifest.editions))

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Id, title, organisation and period of every plan in force, by id; no plan is read for it."""
        return tuple(edition.summary for edition in self._current().editions.values())

    def named_plans(self, text: str) -> tuple[str, ...]:
        """Ids of the plans whose organisations the text names."""
        return self._read(lambda manifest: self._retriever.named_plans(manifest, text))

    def search(self, query: str, scope: Scope = EVERYTHING, limit: int = 5) -> tuple[Hit, ...]:
        """The passages, figure rows and goals that fit best by meaning and words, in one ranking.

        Raises UnknownPlan, EmbedderChanged, EmbedderUnavailable, RerankerUnavailable or LibraryDamaged, as the searches
        of one kind do.
        """
        return self._read(lambda manifest: self._retriever.search(manifest, query, scope, limit))

    def around(self, hit: Hit) -> Surroundings:
        """What stands beside and above the hit in its plan; raises UnknownPlan where that is gone."""
        return surroundings(self.plan(hit.plan_id), hit)

    def search_passages(self, query: str, scope: Scope = EVERYTHING, limit: int = 8) -> tuple[PassageHit, ...]:
        """The passages that fit best."""
        return self._read(lambda manifest: self._retriever.passages(manifest, query, scope, limit))

    def search_figures(self, query: str, scope: Scope = EVERYTHING, limit: int = 60) -> tuple[FigureHit, ...]:
        """The figures of the rows that fit best, in each row those of the query's years first."""
        return self._read(lambda manifest: self._retriever.figures(manifest, query, scope, limit))

    def search_goals(self, query: str, scope: Scope = EVERYTHING, limit: int = 20) -> tuple[GoalHit, ...]:
        """The goals that fit best, by their wording and that of the goals above them."""
        return self._read(lambda manifest: self._retriever.goals(manifest, query, scope, limit))

    def close(self) -> None:
        """Let go of files and connections."""
        self._shelf.close()
        self._catalogue.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, work: Callable[[Manifest], T]) -> T:
        """Do the work by one manifest; again where that was switched meanwhile, as what it names may be gone."""
        for attempt in range(1, ATTEMPTS + 1):
            manifest = self._current()
            try:
                result = work(manifest)
            except LibraryError:
                if attempt == ATTEMPTS or self._catalogue.manifests.revision() == manifest.revision:
                    raise
                continue
            if attempt == ATTEMPTS or self._catalogue.manifests.revision() == manifest.revision:
                break
        return result

    def _current(self) -> Manifest:
        """The manifest in force, read anew when it was switched by this or another process."""
        manifest = self._manifest
        if self._catalogue.manifests.revision() == manifest.revision:
            return manifest
        with self._refreshing:
            if self._catalogue.manifests.revision() != self._manifest.revision:
                self._manifest = self._catalogue.manifests.read()
                self._shelf.close(keep=self._manifest.generations)
            return self._manifest

    def _plan(self, manifest: Manifest, plan_id: str) -> Plan:
        if plan_id not in manifest.editions:
            raise UnknownPlan(plan_id)
        return self._plan_of_edition(manifest.editions[plan_id].number)

    def _read_plan(self, edition: int) -> Plan:
        stored = self._catalogue.editions.read(edition)
        if stored is None:
            raise LibraryDamaged(f"edition {edition}", "its text is missing")
        return plan_of(stored)
