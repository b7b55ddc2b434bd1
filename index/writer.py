"""Ingest and removal: new editions beside the old, then one switch, then the old are erased.

Until the switch nothing refers to what is written; after it nothing refers to what it replaced. A process killed in
between leaves one or the other behind, and the next ingest or removal erases it.
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from index.edition_vectors import read_vectors
from index.editions import Edition, Key, Kind, Manifest, Placement, PlanSummary, Switch
from index.embedded_texts import embedded_texts
from index.embedder import Embedder, Vectors
from index.errors import LibraryDamaged, LibraryError, UnknownPlan
from index.generations import Usage, most, to_move
from index.hits import IngestReport
from index.ports import Catalogue, KeyedVectors, VectorShelf, WriterLock
from index.pydantic_codec import header_of, plan_of, records_of
from index.soundness import is_sound
from index.vector_placer import VectorPlacer
from ingest.errors import DuplicatePlan
from ingest.model import Plan

IngestProgress = Callable[[str, int, int], None]
"""Called with a plan's id, how many of its passages are embedded, and how many it has."""

EMBED_BATCH = 64


@dataclass(slots=True)
class _Work:
    """What one ingest or removal has written so far."""

    before: Manifest
    placer: VectorPlacer
    progress: IngestProgress
    entering: dict[str, Edition] = field(default_factory=dict)
    moved: dict[int, Placement] = field(default_factory=dict)
    reembedded: list[str] = field(default_factory=list)


class Writer:
    """Changes the library, one writer at a time."""

    def __init__(
        self, catalogue: Catalogue, open_shelf: Callable[[], VectorShelf], embedder: Embedder, lock: WriterLock
    ) -> None:
        self._catalogue = catalogue
        self._open_shelf = open_shelf
        self._embedder = embedder
        self._lock = lock

    def ingest(self, plans: Iterable[tuple[Plan, str]], progress: IngestProgress) -> IngestReport:
        """Put these plans into force, all or none; embed anew what another embedder made or what is damaged."""
        with self._working(progress) as (shelf, work):
            for plan, content_hash in plans:
                if plan.id in work.entering:
                    raise DuplicatePlan(plan.id)
                work.entering[plan.id] = self._stage(plan, content_hash, work)
            for edition in self._to_move(shelf, work):
                self._move(shelf, work, edition, keep_embedder=False)
            self._publish(work, ())
        return IngestReport(
            tuple(plan_id for plan_id in work.entering if plan_id not in work.before.editions),
            tuple(plan_id for plan_id in work.entering if plan_id in work.before.editions),
            tuple(work.reembedded),
            sum(edition.sizes[Kind.PASSAGE] for edition in work.entering.values()),
        )

    def remove(self, plan_ids: Collection[str], progress: IngestProgress) -> None:
        """Take these plans out of force and erase their text and vectors; raises UnknownPlan, nothing changed."""
        with self._working(progress) as (shelf, work):
            for plan_id in plan_ids:
                if plan_id not in work.before.editions:
                    raise UnknownPlan(plan_id)
            leaving = {work.before.editions[plan_id].placement.generation for plan_id in plan_ids}
            for edition in work.before.editions.values():
                if edition.placement.generation in leaving and edition.plan_id not in plan_ids:
                    self._move(shelf, work, edition, keep_embedder=True)
            self._publish(work, tuple(dict.fromkeys(plan_ids)))

    def _publish(self, work: _Work, leaving: tuple[str, ...]) -> None:
        """Make the switch once all that was written is found again."""
        moved = work.moved | work.placer.verify()
        entering = tuple(edition.number for edition in work.entering.values())
        self._catalogue.manifests.publish(Switch(entering, leaving, moved))

    @contextlib.contextmanager
    def _working(self, progress: IngestProgress) -> Iterator[tuple[VectorShelf, _Work]]:
        """The lock, a shelf of the writer's own, and a library clean of leftovers before and after."""
        with self._lock.held(), contextlib.closing(self._open_shelf()) as shelf:
            self._sweep(shelf)
            manifests = self._catalogue.manifests
            try:
                yield shelf, _Work(manifests.read(), VectorPlacer(self._catalogue, shelf), progress)
            except BaseException:
                with contextlib.suppress(LibraryError):
                    self._sweep(shelf)
                raise
            self._sweep(shelf)

    def _sweep(self, shelf: VectorShelf) -> None:
        """Erase what nothing in force refers to."""
        self._catalogue.manifests.publish(Switch())
        for generation in sorted(shelf.generations() - self._catalogue.manifests.read().generations):
            shelf.drop(generation)

    def _stage(self, plan: Plan, content_hash: str, work: _Work) -> Edition:
        number = self._catalogue.manifests.reserve()
        texts = embedded_texts(plan)
        placement = self._embed(number, plan.id, texts, work)
        sizes = {kind: len(texts[kind]) for kind in Kind}
        edition = Edition(number, PlanSummary.of(plan), content_hash, placement, sizes)
        self._catalogue.editions.stage(edition, header_of(plan), records_of(plan))
        return edition

    def _move(self, shelf: VectorShelf, work: _Work, edition: Edition, keep_embedder: bool) -> None:
        """Copy an edition's vectors to the new generation; embed them anew where they cannot serve."""
        embedder = edition.placement.embedder
        if keep_embedder or embedder == self._embedder.name:
            with contextlib.suppress(LibraryDamaged):
                texts = self._catalogue.editions
                found = {kind: read_vectors(shelf, texts, kind, [edition])[edition.number] for kind in Kind}
                work.moved[edition.number] = work.placer.place(edition.number, edition.plan_id, embedder, found)
                return
        stored = self._catalogue.editions.read(edition.number)
        if stored is None:
            raise LibraryDamaged(edition.plan_id, "its text is missing")
        anew = embedded_texts(plan_of(stored))
        work.moved[edition.number] = self._embed(edition.number, edition.plan_id, anew, work)
        work.reembedded.append(edition.plan_id)

    def _embed(self, number: int, plan_id: str, texts: Mapping[Kind, Mapping[str, str]], work: _Work) -> Placement:
        vectors: dict[Kind, KeyedVectors] = {}
        for kind, text_of in texts.items():
            ordered = list(text_of.values())
            parts: list[Vectors] = [np.empty((0, self._embedder.dimension), dtype=np.float32)]
            for start in range(0, len(ordered), EMBED_BATCH):
                batch = ordered[start : start + EMBED_BATCH]
                parts.append(self._embedder.embed_passages(batch))
                if kind is Kind.PASSAGE:
                    work.progress(plan_id, start + len(batch), len(ordered))
            vectors[kind] = KeyedVectors(tuple(Key(number, id_) for id_ in text_of), np.concatenate(parts))
        return work.placer.place(number, plan_id, self._embedder.name, vectors)

    def _to_move(self, shelf: VectorShelf, work: _Work) -> Iterator[Edition]:
        """Editions in force whose generation does not serve any more, is small, or holds one that leaves.

        Whether the others serve is looked into by an ingest that changes nothing: opening them takes long where there
        are many, and who is told that one is damaged is told to ingest again.
        """
        staying: defaultdict[int, list[Edition]] = defaultdict(list)
        stale: set[int] = set()
        for edition in work.before.editions.values():
            if edition.plan_id in work.entering:
                stale.add(edition.placement.generation)
            else:
                staying[edition.placement.generation].append(edition)
        there = shelf.generations()
        serving = {
            generation
            for generation, editions in staying.items()
            if generation in there
            and all(edition.placement.embedder == self._embedder.name for edition in editions)
            and (work.entering or is_sound(shelf, self._catalogue.editions, editions))
        }
        usages = [
            Usage(generation, most(edition.sizes for edition in staying[generation]), generation in stale)
            for generation in serving
        ]
        for generation in sorted(staying.keys() - serving | to_move(usages, work.placer.written)):
            yield from staying[generation]
