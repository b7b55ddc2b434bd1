"""Which rows of a plan a question can mean: every word of its concept accounted for, the plan's own level first."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.extractive.digest import Digest
from assistant.extractive.limits import FIGURE, LIGHT_WEIGHT
from assistant.extractive.matching import full
from assistant.extractive.rows import Row
from assistant.understanding.small_words import NARROWING
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD

PROSE = 0.3
"""How much the words of a sentence's clause that nobody asked for weigh against those asked for that it lacks."""
CLAUSE = 0.75
"""The least weight of a word that belongs to an amount's own clause or its headings."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A row with its score and how much of its label is asked for."""

    row: Row
    score: float
    label: float


def fits(digest: Digest, terms: Sequence[Term], total: bool = False) -> list[Fit]:
    """The rows that account for every full term, best first; rows of units that nobody asked for come last."""
    found = [fit for row in digest.rows if (fit := _fit(digest, row, terms, total))]
    return sorted(found, key=lambda fit: -fit.score)


def _fit(digest: Digest, row: Row, terms: Sequence[Term], total: bool) -> Fit | None:
    needed = full(terms)
    met = []
    for term in needed:
        strength = digest.matcher.term(term, row.words)
        if strength < FIGURE.word:
            return None
        met.append(strength)
    label = _label(digest, row, terms, total)
    if row.prose:
        clause = _clause(digest, row, needed)
        label = PROSE * label + (1 - PROSE) * clause
    light = [digest.matcher.term(term, row.words) for term in terms if term.light]
    extra = LIGHT_WEIGHT * sum(light) / len(light) if light else 0.0
    cover = sum(met) / len(met) if met else 0.0
    score = 0.5 * cover + 0.5 * label + extra
    return Fit(row, score, label)


def _clause(digest: Digest, row: Row, needed: Sequence[Term]) -> float:
    """How much of what is asked for stands in the amount's own clause, not only elsewhere in its sentence."""
    own = {word: weight for word, weight in row.words.items() if weight >= CLAUSE}
    met = [digest.matcher.term(term, own) for term in needed]
    return sum(met) / len(met) if met else 0.0


def _label(digest: Digest, row: Row, terms: Sequence[Term], total: bool) -> float:
    """How much of the row's label the question asks for; words that narrow the row down count double."""
    if not row.label:
        return 1.0 if total else HEAD
    worth = {word: 2.0 if word in NARROWING else 1.0 for word in row.label}
    asked = {word: digest.matcher.asked_for(word, terms) for word in row.label}
    return sum(worth[word] * asked[word] for word in row.label) / sum(worth.values())
