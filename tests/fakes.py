"""Stand-ins for the real adapters, one heading for each package that is tested with them."""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from hashlib import blake2b
from threading import Lock
from typing import Self

import numpy as np

from assistant.answer import Answer, AnswerStatus, Engine, Language
from assistant.answerer import Draft
from assistant.errors import ChatError
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.service import AnswerEvent, Step, StepEvent
from index.analysis import terms
from index.editions import Edition, Key, Kind, Manifest, Match, Record, Switch
from index.embedder import Vectors, unit_length
from index.errors import LibraryBusy, LibraryDamaged, UnknownPlan
from index.hits import FigureHit, GoalHit, Hit, IngestReport, PassageHit
from index.ports import Catalogue, KeyedVectors, StoredEdition
from index.scope import EVERYTHING, Scope
from ingest.model import Plan

# --- evals: an assistant that says what it is told to say --------------------------------------------------------


class ScriptedLibrary:
    """Holds plans, and finds the same whatever is searched for."""

    def __init__(self, plans: Sequence[Plan] = (), hits: Sequence[Hit] = ()) -> None:
        self._plans = tuple(plans)
        self._hits = tuple(hits)
        self.queries: list[str] = []

    def plans(self) -> tuple[Plan, ...]:
        return self._plans

    def search(self, query: str, scope: Scope = EVERYTHING, limit: int = 5) -> tuple[Hit, ...]:
        self.queries.append(query)
        return self._hits[:limit]


class ScriptedAssistant:
    """Answers by the last turn from a script; anything else is abstained from."""

    def __init__(self, library: ScriptedLibrary, script: Mapping[str, Answer]) -> None:
        self.library = library
        self._script = script
        self.asked: list[tuple[str, ...]] = []

    def ask(
        self, turns: Sequence[str], plan: str | None = None, on_step: Callable[[str], None] = lambda step: None
    ) -> Answer:
        self.asked.append(tuple(turns))
        question = turns[-1]
        unknown = Answer(
            question, AnswerStatus.NOT_IN_PLANS, "Det står inte i planerna.", Language.SWEDISH, Engine.EXTRACTIVE
        )
        return self._script.get(question, unknown)

    def warm(self) -> None:
        pass


# --- ui: plans on a shelf, and an assistant whose steps can be followed --------------------------------------------


class ShelvedLibrary(ScriptedLibrary):
    """Holds plans that can be taken out, added and removed; remembers what was asked of it."""

    def __init__(self, plans: Sequence[Plan] = ()) -> None:
        super().__init__(plans)
        self.hashes: dict[str, str] = {}

    def plan_ids(self) -> tuple[str, ...]:
        return tuple(plan.id for plan in self._plans)

    def plan(self, plan_id: str) -> Plan:
        for plan in self._plans:
            if plan.id == plan_id:
                return plan
        raise UnknownPlan(plan_id)

    def remove(self, plan_ids: Sequence[str]) -> None:
        for plan_id in plan_ids:
            self.plan(plan_id)
        self._plans = tuple(plan for plan in self._plans if plan.id not in plan_ids)

    def is_current(self, plan_id: str, content_hash: str) -> bool:
        return self.hashes.get(plan_id) == content_hash and plan_id in self.plan_ids()

    def ingest(
        self, plans: Iterable[tuple[Plan, str]], progress: Callable[[str, int, int], None] = lambda *_: None
    ) -> IngestReport:
        taken = {plan.id: (plan, content_hash) for plan, content_hash in plans}
        self.hashes |= {plan_id: content_hash for plan_id, (_, content_hash) in taken.items()}
        kept = tuple(plan for plan in self._plans if plan.id not in taken)
        self._plans = tuple(sorted((*kept, *(plan for plan, _ in taken.values())), key=lambda plan: plan.id))
        return IngestReport(added=tuple(taken))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class FollowedAssistant(ScriptedAssistant):
    """Tells its steps before it answers by the script; a question in `failing` raises instead."""

    def __init__(
        self, library: ShelvedLibrary, script: Mapping[str, Answer], failing: Mapping[str, Exception] | None = None
    ) -> None:
        super().__init__(library, script)
        self.library: ShelvedLibrary = library
        self._failing = failing or {}
        self.scopes: list[str | None] = []

    def warm(self) -> None:
        pass

    def follow(self, turns: Sequence[str], plan: str | None = None) -> Iterator[AnswerEvent]:
        self.scopes.append(plan)
        yield StepEvent(Step.UNDERSTAND)
        yield StepEvent(Step.RETRIEVE)
        if turns[-1] in self._failing:
            raise self._failing[turns[-1]]
        yield self.ask(turns, plan)


# --- assistant: a library that searches by shared words, and answerers that say what they are told to say ---------


class WordLibrary(ShelvedLibrary):
    """Finds what shares a word with the query, best first; counts how often it was searched."""

    def named_plans(self, text: str) -> tuple[str, ...]:
        words = text.casefold().rstrip("?").split()
        return tuple(plan.id for plan in self._plans if plan.organisation.casefold().split()[0] in words)

    def search(self, query: str, scope: Scope = EVERYTHING, limit: int = 5) -> tuple[Hit, ...]:
        return tuple(
            Hit(Kind.PASSAGE, one.id, hit.plan_id, one.section_path, one.source.page, one.text, one, *scores)
            for hit in self.search_passages(query, scope, limit)
            for one, scores in [(hit.passage, (hit.score, hit.similarity, hit.lexical))]
            if hit.score
        )

    def search_passages(self, query: str, scope: Scope = EVERYTHING, limit: int = 8) -> tuple[PassageHit, ...]:
        self.queries.append(query)
        hits = [
            PassageHit(passage, plan.id, shared_words(query, passage.text), None, None)
            for plan in self._plans
            if scope.plan_ids is None or plan.id in scope.plan_ids
            for passage in plan.passages
        ]
        return tuple(sorted(hits, key=lambda hit: -hit.score)[:limit])

    def search_figures(self, query: str, scope: Scope = EVERYTHING, limit: int = 60) -> tuple[FigureHit, ...]:
        figures = [
            FigureHit(figure, shared_words(query, f"{figure.label} {figure.year}"))
            for plan in self._plans
            if scope.plan_ids is None or plan.id in scope.plan_ids
            for figure in plan.figures
        ]
        return tuple(sorted((hit for hit in figures if hit.score), key=lambda hit: -hit.score)[:limit])

    def search_goals(self, query: str, scope: Scope = EVERYTHING, limit: int = 20) -> tuple[GoalHit, ...]:
        goals = [
            GoalHit(goal, shared_words(query, goal.text))
            for plan in self._plans
            if scope.plan_ids is None or plan.id in scope.plan_ids
            for goal in plan.goals
        ]
        return tuple(sorted((hit for hit in goals if hit.score), key=lambda hit: -hit.score)[:limit])


def shared_words(query: str, text: str) -> float:
    """How many words of the query begin like a word of the text."""
    words = text.casefold().split()
    return float(
        sum(any(word.startswith(asked[:5]) for word in words) for asked in query.casefold().strip("?").split())
    )


class ScriptedAnswerer:
    """Composes the same draft whatever is asked, or fails."""

    def __init__(self, draft: Draft | ChatError, engine: Engine = Engine.EXTRACTIVE) -> None:
        self.engine = engine
        self._draft = draft
        self.questions: list[Question] = []

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        self.questions.append(question)
        if isinstance(self._draft, ChatError):
            raise self._draft
        return self._draft


class StreamingScriptedAnswerer(ScriptedAnswerer):
    """Gives some growing drafts before the last one."""

    def __init__(self, growing: Sequence[Draft], draft: Draft | ChatError) -> None:
        super().__init__(draft, Engine.CHAT)
        self._growing = growing

    def compose_in_pieces(self, question: Question, evidence: Evidence) -> Generator[Draft, None, Draft]:
        yield from self._growing
        return self.compose(question, evidence)


# --- index: storage in memory, and an embedder of hashed words ------------------------------------------------------


class HashingEmbedder:
    """Texts with the same words have the same vector; the more words they share, the nearer they are."""

    def __init__(self, name: str = "hashing", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return unit_length(np.array([self._words(text) for text in texts]).reshape(len(texts), self.dimension))

    def embed_query(self, text: str) -> Vectors:
        vector: Vectors = unit_length(self._words(text))[0]
        return vector

    def _words(self, text: str) -> Vectors:
        vector = np.zeros(self.dimension, dtype=np.float32)
        for term in terms(text):
            digest = blake2b(f"{self.name} {term}".encode(), digest_size=8).digest()
            generator = np.random.default_rng(int.from_bytes(digest))
            vector += generator.standard_normal(self.dimension).astype(np.float32)
        return vector


class LongestFirst:
    """A Reranker that takes the longest text for the best; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def scores(self, query: str, texts: Sequence[str]) -> Sequence[float]:
        self.asked.append((query, tuple(texts)))
        return [float(len(text)) for text in texts]


class MemoryVectorStore:
    """The vectors of one generation in a list."""

    def __init__(self) -> None:
        self._rows: dict[Kind, list[tuple[Key, Vectors]]] = {kind: [] for kind in Kind}

    def add(self, kind: Kind, keys: Sequence[Key], vectors: Vectors) -> None:
        self._rows[kind] += zip(keys, vectors, strict=True)

    def nearest(self, kind: Kind, vectors: Vectors, limit: int) -> list[list[Match]]:
        held = self._rows[kind]
        rows = np.array([row for _, row in held], dtype=np.float32).reshape(-1, vectors.shape[1])
        scores = vectors @ rows.T
        ranked = np.argsort(-scores, axis=1)[:, :limit]
        return [
            [Match(held[row][0], float(scored[row])) for row in order]
            for order, scored in zip(ranked, scores, strict=True)
        ]

    def vectors(self, kind: Kind, keys: Sequence[Key]) -> KeyedVectors:
        rows = [(key, row) for key, row in self._rows[kind] if key in keys]
        return KeyedVectors(tuple(key for key, _ in rows), np.array([row for _, row in rows], dtype=np.float32))

    def count(self, kind: Kind) -> int:
        return len(self._rows[kind])

    def seal(self) -> None:
        pass


class MemoryShelf:
    """Generations of vectors in a dictionary."""

    def __init__(self) -> None:
        self._stores: dict[int, MemoryVectorStore] = {}

    def generations(self) -> frozenset[int]:
        return frozenset(self._stores)

    def open(self, generation: int, new: bool = False) -> MemoryVectorStore:
        if new:
            self._stores[generation] = MemoryVectorStore()
        if generation not in self._stores:
            raise LibraryDamaged(str(generation))
        return self._stores[generation]

    def drop(self, generation: int) -> None:
        self._stores.pop(generation, None)

    def close(self, keep: Collection[int] = ()) -> None:
        pass


class MemoryManifests:
    """The manifest, and the editions that stand behind it, in dictionaries."""

    def __init__(self) -> None:
        self.manifest = Manifest(0, {})
        self.staged: dict[int, tuple[Edition, bytes, list[Record]]] = {}
        self._sequence = 0

    def revision(self) -> int:
        return self.manifest.revision

    def read(self) -> Manifest:
        return self.manifest

    def reserve(self) -> int:
        self._sequence += 1
        return self._sequence

    def publish(self, switch: Switch) -> None:
        editions = {
            plan_id: edition for plan_id, edition in self.manifest.editions.items() if plan_id not in switch.leave
        }
        entering = [self.staged[number][0] for number in switch.enter]
        editions |= {edition.plan_id: edition for edition in entering}
        moved = {
            plan_id: replace(edition, placement=switch.move.get(edition.number, edition.placement))
            for plan_id, edition in sorted(editions.items())
        }
        self.manifest = Manifest(self.manifest.revision + bool(switch), moved)
        self.staged = {number: row for number, row in self.staged.items() if number in self.manifest.by_number}


class MemoryEditions:
    """Texts and word counts of what `MemoryManifests` holds."""

    def __init__(self, manifests: MemoryManifests) -> None:
        self._manifests = manifests

    def stage(self, edition: Edition, header: bytes, records: Iterable[Record]) -> None:
        self._manifests.staged[edition.number] = (edition, header, list(records))

    def read(self, number: int) -> StoredEdition | None:
        if number not in self._manifests.staged:
            return None
        _, header, records = self._manifests.staged[number]
        return StoredEdition(header, {kind: [row.payload for row in records if row.kind == kind] for kind in Kind})

    def ids(self, kind: Kind, editions: Collection[int]) -> dict[int, tuple[str, ...]]:
        rows = list(self._rows(kind))
        return {number: tuple(key.id for key, _ in rows if key.edition == number) for number in editions}

    def payloads(self, kind: Kind, keys: Collection[Key]) -> dict[Key, bytes]:
        return {key: row.payload for key, row in self._rows(kind) if key in keys}

    def search(
        self, kind: Kind, terms: Mapping[str, float], limit: int, editions: Collection[int] | None
    ) -> list[Match]:
        in_force = self._manifests.manifest.by_number
        wanted = in_force.keys() if editions is None else in_force.keys() & set(editions)
        scored = [
            Match(key, sum(terms.get(word, 0.0) for text in row.fields for word in text.split()))
            for key, row in self._rows(kind)
            if key.edition in wanted
        ]
        return sorted((match for match in scored if match.score), key=lambda match: -match.score)[:limit]

    def terms_beginning(self, beginnings: Collection[str]) -> dict[str, int]:
        passages = [{word for text in row.fields for word in text.split()} for _, row in self._rows(Kind.PASSAGE)]
        counts = Counter(word for words in passages for word in words)
        return {word: rows for word, rows in counts.items() if word.startswith(tuple(beginnings))}

    def _rows(self, kind: Kind) -> Iterator[tuple[Key, Record]]:
        for number, (_, _, records) in self._manifests.staged.items():
            yield from ((Key(number, row.id), row) for row in records if row.kind == kind)


def memory_catalogue() -> Catalogue:
    manifests = MemoryManifests()
    editions = MemoryEditions(manifests)
    return Catalogue("memory", manifests, editions, editions, lambda: None)


class ThreadLock:
    """A WriterLock within this process."""

    def __init__(self) -> None:
        self._lock = Lock()

    @contextmanager
    def held(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=5):
            raise LibraryBusy("memory")
        try:
            yield
        finally:
            self._lock.release()
