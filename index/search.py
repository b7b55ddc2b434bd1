"""One query against the editions of one manifest: candidates of each kind, and the hits that they make."""

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

    def best(self, kind: Kind, limit: int) -> list[Candidate]:
        """The best candidates of a kind within the scope: so many, fewer where there are no more."""
        ground = self._ground(kind)
        depth = max(CANDIDATES, limit)
        if not ground.editions:
            return []
        if kind is not Kind.ROW or self.scope.years is None:
            return self.candidates.find(kind, self.query, self.vector, ground, depth, limit)
        while True:
            found = self.candidates.find(kind, self.query, self.vector, ground, depth, depth)
            kept = self._of_years(found)
            if len(kept) >= limit or len(found) < depth:
                return kept[:limit]
            depth *= OVERFETCH

    def hits(self, candidates: Sequence[Candidate]) -> list[Hit]:
        """The candidates' hits; what is gone from the store by the time it is read is left out."""
        payloads = {
            (kind, key): payload
            for kind in {candidate.kind for candidate in candidates}
            for key, payload in self.store.payloads(
                kind, [each.key for each in candidates if each.kind is kind]
            ).items()
        }
        return [
            hit_of(candidate, edition.plan_id, payload)
            for candidate in candidates
            if (payload := payloads.get((candidate.kind, candidate.key))) is not None
            and (edition := self.manifest.by_number.get(candidate.key.edition)) is not None
        ]

    def _ground(self, kind: Kind) -> Ground:
        editions = self.editions
        if kind is not Kind.ROW and self.scope.years is not None:
            editions = [edition for edition in editions if self.scope.covers(edition.summary)]
        named = [self.manifest.by_number[number] for number in sorted(self.named)]
        if len(editions) == len(self.manifest.editions):
            return Ground(editions, named if len(named) < len(editions) else (), everything=True)
        within = {edition.number for edition in editions}
        named = [edition for edition in named if edition.number in within]
        return Ground(editions, named if len(named) < len(editions) else (), everything=False)

    def _of_years(self, rows: Sequence[Candidate]) -> list[Candidate]:
        """Those of the rows that have an amount for one of the scope's years."""
        values = {(hit.plan_id, hit.id): hit.value for hit in self.hits(rows)}
        kept = []
        for candidate in rows:
            summary = self.manifest.by_number[candidate.key.edition].summary
            row = values.get((summary.plan_id, candidate.key.id))
            if isinstance(row, tuple) and self.scope.holds_row(row, summary):
                kept.append(candidate)
        return kept
