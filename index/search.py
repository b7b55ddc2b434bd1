"""One query against the editions of one manifest: the hits of each kind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.candidates import Candidate, Candidates, Ground
from index.editions import Edition, Kind, Manifest
from index.embedder import Vectors
from index.hit_making import hit_of
from index.hits import Hit
from index.ports import EditionStore
from index.query import Query
from index.scope import Scope

CANDIDATES = 50
"""How many of each ranking are fused, at least."""

OVERFETCH = 4
"""By how much more is asked for where too few of the rows found are of the years asked for."""


@dataclass(frozen=True, slots=True)
class Search:
    """What one query is searched for with; `named` are the editions of the plans that it names."""

    candidates: Candidates
    store: EditionStore
    manifest: Manifest
    query: Query
    vector: Vectors
    scope: Scope
    editions: Sequence[Edition]
    named: Collection[int]

    def hits(self, kind: Kind, limit: int) -> list[Hit]:
        """The best so many of a kind; what is gone from the store by the time it is read is left out."""
        ground = self._ground(kind)
        depth = max(CANDIDATES, limit)
        while ground.editions:
            found = self.candidates.find(kind, self.query, self.vector, ground, depth)
            hits = self._read(kind, found if self._is_by_year(kind) else found[:limit])
            if len(hits) >= limit or len(found) < depth or not self._is_by_year(kind):
                return hits[:limit]
            depth *= OVERFETCH
        return []

    def _ground(self, kind: Kind) -> Ground:
        editions = self.editions
        if kind is not Kind.ROW:
            editions = [edition for edition in editions if self.scope.covers(edition.summary)]
        named = [edition for edition in editions if edition.number in self.named]
        everything = len(editions) == len(self.manifest.editions)
        return Ground(editions, named if len(named) < len(editions) else (), everything)

    def _read(self, kind: Kind, candidates: Sequence[Candidate]) -> list[Hit]:
        payloads = self.store.payloads(kind, [candidate.key for candidate in candidates])
        hits = []
        for candidate in candidates:
            edition = self.manifest.by_number.get(candidate.key.edition)
            if edition is not None and candidate.key in payloads:
                hit = hit_of(candidate, edition.plan_id, payloads[candidate.key])
                if not isinstance(hit.value, tuple) or self.scope.holds_row(hit.value, edition.summary):
                    hits.append(hit)
        return hits

    def _is_by_year(self, kind: Kind) -> bool:
        return kind is Kind.ROW and self.scope.years is not None
