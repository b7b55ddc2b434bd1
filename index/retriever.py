"""Hybrid retrieval: passages, figure rows and goals by meaning and by words, each kind alone or in one ranking."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from index.candidates import Candidate, Candidates
from index.dense import DenseIndex
from index.editions import Edition, Key, Kind, Manifest
from index.embedder import Embedder, Vectors
from index.errors import EmbedderChanged
from index.hits import FigureHit, GoalHit, Hit, PassageHit
from index.kind_weights import KIND_WEIGHTS, asked_for
from index.ports import Catalogue
from index.query import Query, query_of
from index.reranker import RERANKED, Reranker, rerank
from index.scope import NamedPlans, Scope
from index.search import Search
from index.variety import varied
from ingest.model import Goal, Passage


class Retriever:
    """Searches the editions of a manifest; what is no longer there by the time it is read is left out."""

    def __init__(
        self, catalogue: Catalogue, dense: DenseIndex, embedder: Embedder, reranker: Reranker | None = None
    ) -> None:
        self._catalogue = catalogue
        self._dense = dense
        self._embedder = embedder
        self._reranker = reranker
        self._candidates = Candidates(catalogue.lexical, dense)
        self._named_plans = (-1, NamedPlans(()))

    def search(self, manifest: Manifest, text: str, scope: Scope, limit: int) -> tuple[Hit, ...]:
        """The best hits of all kinds in one ranking.

        Raises UnknownPlan, EmbedderChanged, EmbedderUnavailable, RerankerUnavailable or LibraryDamaged, as the other
        searches do.
        """
        return tuple(self._hits(manifest, query_of(text, self._catalogue.lexical), tuple(Kind), scope, limit))

    def named_plans(self, manifest: Manifest, text: str) -> tuple[str, ...]:
        """Ids of the plans whose organisations the text names, in order."""
        return tuple(sorted(manifest.by_number[number].plan_id for number in self._named(manifest, text)))

    def passages(self, manifest: Manifest, text: str, scope: Scope, limit: int) -> tuple[PassageHit, ...]:
        """The best passages."""
        return tuple(
            PassageHit(hit.value, hit.plan_id, hit.score, hit.similarity, hit.lexical)
            for hit in self._hits(manifest, query_of(text, self._catalogue.lexical), (Kind.PASSAGE,), scope, limit)
            if isinstance(hit.value, Passage)
        )

    def figures(self, manifest: Manifest, text: str, scope: Scope, limit: int) -> tuple[FigureHit, ...]:
        """The figures of the best rows, in each those of the query's years first."""
        query = query_of(text, self._catalogue.lexical)
        figures = [
            FigureHit(figure, hit.score)
            for hit in self._hits(manifest, query, (Kind.ROW,), scope, limit)
            if isinstance(hit.value, tuple)
            for figure in sorted(hit.value, key=lambda figure: figure.year not in query.years)
            if figure.year is None or scope.years is None or figure.year in scope.years
        ]
        return tuple(figures[:limit])

    def goals(self, manifest: Manifest, text: str, scope: Scope, limit: int) -> tuple[GoalHit, ...]:
        """The best goals."""
        hits = self._hits(manifest, query_of(text, self._catalogue.lexical), (Kind.GOAL,), scope, limit)
        return tuple(GoalHit(hit.value, hit.score) for hit in hits if isinstance(hit.value, Goal))

    def _hits(self, manifest: Manifest, query: Query, kinds: Sequence[Kind], scope: Scope, limit: int) -> list[Hit]:
        editions = scope.editions(manifest)
        self._require_embedder(manifest, editions)
        if not editions or not query.text.strip() or limit < 1:
            return []
        vector = self._embedder.embed_query(query.meaning)
        named = self._named(manifest, query.text)
        store = self._catalogue.editions
        search = Search(self._candidates, store, manifest, query, vector, scope, editions, named)
        wanted = max(limit, RERANKED) if self._reranker else limit
        hits = search.hits(search.best(kinds[0], wanted) if len(kinds) == 1 else _in_one(search, kinds, wanted))
        if self._reranker:
            hits = _reranked(self._reranker, query.text, hits)
        return self._with_similarity(manifest, vector, hits[:limit])

    def _with_similarity(self, manifest: Manifest, vector: Vectors, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, each with its cosine, whichever ranking it came from."""
        number = {hit.plan_id: manifest.editions[hit.plan_id].number for hit in hits}
        found: dict[tuple[Kind, Key], float] = {}
        for kind in {hit.kind for hit in hits if hit.similarity is None}:
            keys = [Key(number[hit.plan_id], hit.id) for hit in hits if hit.kind is kind and hit.similarity is None]
            scored = self._dense.similarities(kind, vector, manifest, keys)
            found |= {(kind, key): score for key, score in scored.items()}
        return [
            hit if hit.similarity is not None else replace(hit, similarity=found.get(place))
            for hit in hits
            for place in [(hit.kind, Key(number[hit.plan_id], hit.id))]
        ]

    def _named(self, manifest: Manifest, text: str) -> frozenset[int]:
        revision, plans = self._named_plans
        if revision != manifest.revision:
            plans = NamedPlans(manifest.editions.values())
            self._named_plans = (manifest.revision, plans)
        return plans.in_text(text)

    def _require_embedder(self, manifest: Manifest, editions: Collection[Edition]) -> None:
        if manifest.embedders <= {self._embedder.name}:
            return
        for edition in editions:
            if edition.placement.embedder != self._embedder.name:
                detail = f"{edition.placement.embedder} before, {self._embedder.name} now"
                raise EmbedderChanged(edition.plan_id, detail)


def _in_one(search: Search, kinds: Sequence[Kind], limit: int) -> list[Candidate]:
    """Candidates of all kinds in one ranking, each worth what its kind is for this query."""
    weights = KIND_WEIGHTS[asked_for(search.query)]
    ranked = {kind: [each.worth(weights[kind]) for each in search.best(kind, limit)] for kind in kinds}
    return varied(ranked, limit)


def _reranked(reranker: Reranker, text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits by the reranker's order, which reads their headings too; the scores stay in their own."""
    ordered = rerank(reranker, text, hits, lambda hit: "\n".join((*hit.section_path, hit.text)))
    scores = sorted((hit.score for hit in hits), reverse=True)
    return [replace(hit, score=score) for hit, score in zip(ordered, scores, strict=True)]
