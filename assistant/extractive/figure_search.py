"""Which rows of a plan a question can mean: every word of its concept accounted for, the plan's own level first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.extractive.digest import Digest
from assistant.extractive.matching import full, telling
from assistant.extractive.rows import Row
from assistant.thresholds import FIGURE, ROW_WEIGHTS
from assistant.understanding.lexicon import KIND_WORDS, MONEY_HEADS
from assistant.understanding.small_words import NARROWING
from assistant.understanding.terms import SYNONYM, WIDE, Term
from assistant.understanding.words import HEAD, INFLECTED, PART, likeness, tokens

_JOINT = re.compile(r"\b(?:och|samt|medan|respektive|and|while)\b", re.IGNORECASE)
"""Where a sentence goes on to another amount or another payer."""
_MEMBER = re.compile(
    r"\b(?P<before>[A-ZÅÄÖ][\w-]+) (?:kommun|stad|municipality)\b|\b[Rr]egion (?P<after>[A-ZÅÄÖ][\w-]+)"
)
"""A municipality or region by its name."""
_BOTH = re.compile(r"\b(?:både|såväl|both)\b", re.IGNORECASE)
"""What comes before the names of those that share an amount."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A row with its score and how much of its label is asked for; `near` where the row itself meets every word."""

    row: Row
    score: float
    label: float
    near: bool


def fits(digest: Digest, terms: Sequence[Term], total: bool = False) -> list[Fit]:
    """The rows that account for every full term, best first; the prose around a table only where no row does alone."""
    asked = tuple(_narrow(term) for term in terms)
    return list(digest.recent((asked, total), lambda: _searched(digest, asked, total)))


def _searched(digest: Digest, terms: Sequence[Term], total: bool) -> tuple[Fit, ...]:
    found = [fit for row in digest.rows if (fit := _fit(digest, row, terms, total))]
    if all(term.idle for term in full(terms)):
        named = [fit for fit in found if all(digest.matcher.term(each, fit.row.words) for each in full(terms))]
        found = named or found
    near = {_line(fit.row) for fit in found if fit.near and fit.score >= FIGURE.row}
    kept = [fit for fit in found if _line(fit.row) in near] or found
    return tuple(sorted(kept, key=lambda fit: -fit.score))


def _line(row: Row) -> object:
    """Where a row's cells stand together: the line of its table, or its own amount of a sentence."""
    source = row.first.source
    return id(row) if source.table is None else (source.table, source.row)


@lru_cache(maxsize=1_000)
def _narrow(term: Term) -> Term:
    """The term without words of a wider meaning: the amount of the whole is not that of a part.

    A word of another language has its translations, of which none may be what the plan says; it keeps them all.
    """
    if sum(nearness == 1.0 for _, nearness in term.forms) > 1:
        return term
    forms = tuple((form, nearness) for form, nearness in term.forms if nearness > WIDE)
    return replace(term, forms=forms) if len(forms) < len(term.forms) else term


def _fit(digest: Digest, row: Row, terms: Sequence[Term], total: bool) -> Fit | None:
    needed = full(terms)
    met = _met(digest, row, needed)
    if met is None:
        return None
    label = label_asked(digest, row, terms, total)
    near = not any(found.around for found in met)
    if not near and (label < FIGURE.named or any(_narrows(digest, row, found.term) for found in met if found.around)):
        return None
    if row.prose:
        if _is_of_one_member(digest, row, terms):
            return None
        names = [term for term in needed if term.name]
        if names and not row.alone and not (are_own(digest, row, names) and _are_before_joint(digest, row, names)):
            return None
        if any(_is_shared(digest, row, name) for name in names):
            return None
    strengths = [_strength(digest, row, found, label) for found in met]
    if row.prose:
        clause = _clause(digest, row, telling(terms))
        label = ROW_WEIGHTS.prose * label + (1 - ROW_WEIGHTS.prose) * clause
    beside = _own_words(row) if row.prose else row.words
    light = [digest.matcher.term(term, beside) for term in terms if term.light or term.idle]
    extra = ROW_WEIGHTS.light * sum(light) / len(light) if light else 0.0
    cover = sum(strengths) / len(strengths) if strengths else 0.0
    return Fit(row, 0.5 * cover + 0.5 * label + extra, label, near)


@dataclass(frozen=True, slots=True)
class _Met:
    """A term that a row meets, how well, and whether only by the prose `around` its table."""

    term: Term
    strength: float
    around: bool = False


def _met(digest: Digest, row: Row, needed: Sequence[Term]) -> list[_Met] | None:
    """How the row meets each term, none where it does not meet one; a word that carries any amount it need not meet."""
    found: list[_Met] = []
    for term in needed:
        strength, around = digest.matcher.term(term, row.words), False
        if strength < FIGURE.word and term.idle:
            found += [_Met(term, FIGURE.word)] if term.known else []
            continue
        if strength < FIGURE.word and not (term.name or _is_other_money(digest, row, term)):
            strength, around = digest.matcher.term(term, row.around), True
        if strength < FIGURE.word:
            return None
        found.append(_Met(term, strength, around))
    return found


def _is_other_money(digest: Digest, row: Row, term: Term) -> bool:
    """Whether the word is an amount by its head (a cost, a fee), where the row is itself one of another kind."""
    if row.first.kind not in KIND_WORDS:
        return False
    head = digest.matcher.vocabulary.parts(term.text)[-1]
    return any(likeness(head, money) >= INFLECTED for money in MONEY_HEADS)


def _strength(digest: Digest, row: Row, met: _Met, label: float) -> float:
    """How well a word is met; a part of a compound as well as a synonym where all of the label is asked for."""
    if PART <= met.strength < SYNONYM and label >= FIGURE.named and not met.around:
        whole = digest.matcher.term(met.term, dict.fromkeys(row.label, 1.0)) >= PART
        return SYNONYM if whole else met.strength
    return met.strength


def _narrows(digest: Digest, row: Row, term: Term) -> bool:
    """Whether the word is compounded with a word of the label: it asks for another row than the label's alone."""
    return any(digest.matcher.asked_for(word, [term]) for word in row.label)


def are_own(digest: Digest, row: Row, terms: Sequence[Term]) -> bool:
    """Whether each term is met by the amount's own clause or its headings, not only by what stands beside it."""
    own = _own_words(row)
    return all(digest.matcher.term(term, own) >= FIGURE.word for term in terms)


def _are_before_joint(digest: Digest, row: Row, names: Sequence[Term]) -> bool:
    """Whether each name that the sentence holds stands before what is joined on after the amount."""
    before, printed, after = row.first.quote.partition(row.first.as_printed)
    own = tokens(before + printed + _JOINT.split(after, maxsplit=1)[0])
    whole = dict.fromkeys(tokens(row.first.quote), 1.0)
    return all(
        digest.matcher.term(name, dict.fromkeys(own, 1.0)) >= FIGURE.word
        for name in names
        if digest.matcher.term(name, whole) >= FIGURE.word
    )


def _is_shared(digest: Digest, row: Row, name: Term) -> bool:
    """Whether the sentence gives the amount to several, the one named among them."""
    both = _BOTH.search(row.first.quote)
    after = dict.fromkeys(tokens(row.first.quote[both.end() :]), 1.0) if both else {}
    return digest.matcher.term(name, after) >= FIGURE.word


def _is_of_one_member(digest: Digest, row: Row, terms: Sequence[Term]) -> bool:
    """Whether the amount is said to be of a municipality or region that the question does not name."""
    named = (match["before"] or match["after"] for match in _MEMBER.finditer(row.first.label))
    words = (word for name in named for word in tokens(name) if not digest.known.is_name(word))
    return any(not digest.matcher.asked_for(word, terms) for word in words)


def _own_words(row: Row) -> dict[str, float]:
    return {word: weight for word, weight in row.words.items() if weight >= ROW_WEIGHTS.clause}


def _clause(digest: Digest, row: Row, needed: Sequence[Term]) -> float:
    """How much of what is asked for stands in the amount's own clause, not only elsewhere in its sentence."""
    own = _own_words(row)
    met = [digest.matcher.term(term, own) for term in needed]
    return sum(met) / len(met) if met else 0.0


def label_asked(digest: Digest, row: Row, terms: Sequence[Term], total: bool = False) -> float:
    """How much of the row's label the question asks for; words that narrow the row down count double."""
    if not row.label:
        return 1.0 if total else HEAD
    worth = {word: 2.0 if word in NARROWING else 1.0 for word in row.label}
    asked = {word: _asked(digest, row, word, terms) for word in row.label}
    return sum(worth[word] * asked[word] for word in row.label) / sum(worth.values())


def _asked(digest: Digest, row: Row, word: str, terms: Sequence[Term]) -> float:
    """How well a word of the label is asked for; one compounded with the row's kind (a cost) by its first part too."""
    asked = digest.matcher.asked_for(word, terms)
    parts = digest.matcher.vocabulary.parts(word)
    kind = KIND_WORDS.get(row.first.kind, "").split()
    if asked < INFLECTED and len(parts) == 2 and any(likeness(parts[1], name) >= INFLECTED for name in kind):
        return max(asked, INFLECTED * digest.matcher.asked_for(parts[0], terms))
    return asked
