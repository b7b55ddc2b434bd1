"""Hybrid retrieval: passages by meaning and by words, fused by rank; figures and goals by words."""

from collections.abc import Collection, Sequence

from index.analysis import terms
from index.dense import DenseIndex
from index.editions import Edition, Kind, Manifest, Match
from index.embedder import Embedder
from index.errors import EmbedderChanged, UnknownPlan
from index.fusion import fuse
from index.hits import FigureHit, GoalHit, PassageHit
from index.ports import Catalogue
from index.pydantic_codec import decode
from index.rows import FigureRow
from ingest.model import Goal, Passage

CANDIDATES = 50
"""How many of each ranking are fused, at least."""

MEANING_WEIGHT, WORDS_WEIGHT = 0.5, 1.0
"""How much each ranking counts: plans are asked about in their own words, and figures stand in tables without others.

Measured with the bundled model and rank constants of 60 and 5: nDCG@10 on SweFAQ dev, SweQUAD dev (every third
question), and evidence recall@5 on the 41 shared golden questions over the two plans as PDF and as text.

    words alone                0.696  0.849  33  32      60, weights 1 and 1        0.692  0.756  27  25
    meaning alone              0.679  0.629  19  16      5, weights 1 and 1         0.702  0.792  31  30
    5, weights 0.25 and 1      0.710  0.847  33  31      5, weights 0.5 and 1       0.714  0.835  33  31
"""


class Retriever:
    """Searches the editions of a manifest; what is no longer there by the time it is read is left out."""

    def __init__(self, catalogue: Catalogue, dense: DenseIndex, embedder: Embedder) -> None:
        self._catalogue = catalogue
        self._dense = dense
        self._embedder = embedder

    def passages(
        self, manifest: Manifest, query: str, plan_ids: Sequence[str] | None, limit: int
    ) -> tuple[PassageHit, ...]:
        """The best passages; raises UnknownPlan, EmbedderChanged, EmbedderUnavailable or LibraryDamaged."""
        editions = _editions(manifest, plan_ids)
        self._require_embedder(manifest, editions)
        if not editions or not query.strip() or limit < 1:
            return ()
        candidates = max(CANDIDATES, limit)
        vector = self._embedder.embed_query(query)
        nearest = self._dense.search(Kind.PASSAGE, vector, editions, candidates)
        worded = self._by_words(Kind.PASSAGE, query, editions if plan_ids is not None else None, candidates)
        rankings = [[match.key for match in nearest], [match.key for match in worded]]
        fused = fuse(rankings, (MEANING_WEIGHT, WORDS_WEIGHT))[:limit]
        payloads = self._catalogue.editions.payloads(Kind.PASSAGE, [key for key, _ in fused])
        in_force = [(key, score) for key, score in fused if key in payloads and key.edition in manifest.by_number]
        similarity = dict(nearest)
        unscored = [key for key, _ in in_force if key not in similarity]
        similarity |= self._dense.similarities(Kind.PASSAGE, vector, manifest, unscored)
        lexical = dict(worded)
        return tuple(
            PassageHit(
                decode(Passage, payloads[key]),
                manifest.by_number[key.edition].plan_id,
                score,
                similarity.get(key),
                lexical.get(key),
            )
            for key, score in in_force
        )

    def figures(
        self, manifest: Manifest, query: str, plan_ids: Sequence[str] | None, limit: int
    ) -> tuple[FigureHit, ...]:
        """The figures of the rows whose fields hold the query's words, those of its years first; raises UnknownPlan."""
        found = self._records(Kind.ROW, manifest, query, plan_ids, limit)
        asked = frozenset(terms(query))
        hits = [
            FigureHit(figure, match.score)
            for match, payload in found
            for figure in sorted(decode(FigureRow, payload), key=lambda each: str(each.year) not in asked)
        ]
        return tuple(hits[:limit])

    def goals(self, manifest: Manifest, query: str, plan_ids: Sequence[str] | None, limit: int) -> tuple[GoalHit, ...]:
        """The goals whose fields hold the query's words; raises UnknownPlan."""
        found = self._records(Kind.GOAL, manifest, query, plan_ids, limit)
        return tuple(GoalHit(decode(Goal, payload), match.score) for match, payload in found)

    def _records(
        self, kind: Kind, manifest: Manifest, query: str, plan_ids: Sequence[str] | None, limit: int
    ) -> list[tuple[Match, bytes]]:
        editions = _editions(manifest, plan_ids)
        matches = self._by_words(kind, query, editions if plan_ids is not None else None, limit)
        payloads = self._catalogue.editions.payloads(kind, [match.key for match in matches])
        return [
            (match, payloads[match.key])
            for match in matches
            if match.key in payloads and match.key.edition in manifest.by_number
        ]

    def _by_words(self, kind: Kind, query: str, editions: Collection[Edition] | None, limit: int) -> list[Match]:
        numbers = None if editions is None else [edition.number for edition in editions]
        return self._catalogue.lexical.search(kind, dict.fromkeys(terms(query), 1.0), limit, numbers)

    def _require_embedder(self, manifest: Manifest, editions: Collection[Edition]) -> None:
        if manifest.embedders <= {self._embedder.name}:
            return
        for edition in editions:
            if edition.placement.embedder != self._embedder.name:
                detail = f"{edition.placement.embedder} before, {self._embedder.name} now"
                raise EmbedderChanged(edition.plan_id, detail)


def _editions(manifest: Manifest, plan_ids: Sequence[str] | None) -> list[Edition]:
    if plan_ids is None:
        return list(manifest.editions.values())
    for plan_id in plan_ids:
        if plan_id not in manifest.editions:
            raise UnknownPlan(plan_id)
    return [manifest.editions[plan_id] for plan_id in dict.fromkeys(plan_ids)]
