"""Which sentences and lists a question is about: how much of its weight their words meet, rare words weighing most."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.extractive.digest import Digest
from assistant.extractive.statements import ListBlock, Statement
from assistant.thresholds import TEXT_WEIGHTS
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED, PART, tokens

_NEAREST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with the share of the question's weight that it meets (`cover`), by its own words alone (`own`).

    `missing` are the full terms that it does not meet, `weakest` is how well it meets the one that it meets least,
    `focus` the share of its own words that is asked about.
    """

    statement: Statement
    number: int
    cover: float
    missing: tuple[str, ...]
    focus: float
    own: float
    weakest: float


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list and the share of the question's weight that its intro and headings meet."""

    block: ListBlock
    cover: float
    heading: float


def weights(digest: Digest, terms: Sequence[Term]) -> dict[int, float]:
    """The weight of each term by place: rare words of the concept most, words of the frame little."""
    total = len(digest.statements) + 1
    found: dict[int, float] = {}
    for term in terms:
        rarity = math.log(1 + total / (1 + len(standing(digest, term))))
        kind = TEXT_WEIGHTS.cue if term.cue else TEXT_WEIGHTS.light if term.light else 1.0
        found[term.place] = rarity * kind if term.known or not term.light else 0.0
    return found


def standing(digest: Digest, term: Term) -> frozenset[int]:
    """The statements in which the term itself stands, in any of its forms."""
    numbers: set[int] = set()
    vocabulary = digest.known.vocabulary
    for form, _ in term.forms:
        for part in form.split("_")[:1]:
            near = vocabulary.near(part)
            numbers |= {
                n for word, worth in near.items() if worth >= PART for n in digest.statements_with.get(word, ())
            }
            if len(vocabulary.parts(part)) > 1 and not near:
                numbers |= _with_all_parts(digest, vocabulary.parts(part))
    return frozenset(numbers)


def _with_all_parts(digest: Digest, parts: Sequence[str]) -> set[int]:
    each = [
        {n for word in digest.known.vocabulary.near(part) for n in digest.statements_with.get(word, ())}
        for part in parts
    ]
    return set.intersection(*each) if each else set()


_LATEST: dict[str, tuple[Digest, Sequence[Term], list[Found]]] = {}
_KEPT = 64
"""Plans whose latest search is kept; the longest kept goes first."""


def search(digest: Digest, terms: Sequence[Term]) -> list[Found]:
    """The plan's statements that the terms are about, best first; kept for those who ask next for the same terms."""
    latest = _LATEST.get(digest.plan.id)
    if latest is None or latest[0] is not digest or latest[1] is not terms:
        latest = _LATEST[digest.plan.id] = (digest, terms, _searched(digest, terms))
        for plan_id in list(_LATEST)[:-_KEPT]:
            _LATEST.pop(plan_id, None)
    return latest[2]


def _searched(digest: Digest, terms: Sequence[Term]) -> list[Found]:
    worth = weights(digest, terms)
    tally: dict[int, float] = {}
    for term in terms:
        for number in standing(digest, term):
            tally[number] = tally.get(number, 0.0) + worth[term.place]
    nearest = sorted(tally, key=lambda number: (-tally[number], number))[:_NEAREST]
    found = [_found(digest, number, terms, worth) for number in nearest]
    return sorted(found, key=lambda each: (-round(each.cover + TEXT_WEIGHTS.focus * each.focus, 3), each.number))


def _found(digest: Digest, number: int, terms: Sequence[Term], worth: Mapping[int, float]) -> Found:
    statement = digest.statements[number]
    met = {term.place: digest.matcher.term(term, statement.words) for term in terms}
    missing = tuple(term.text for term in terms if not term.light and not met[term.place])
    said = {word: weight for word, weight in statement.words.items() if weight >= 1.0}
    own = _cover({term.place: digest.matcher.term(term, said) for term in terms}, worth)
    cover = _cover(met, worth) + _by_unit(digest, statement, terms) + _by_heading(digest, statement, terms)
    weakest = min((met[term.place] for term in terms if not term.light), default=0.0)
    return Found(statement, number, cover, missing, _focus(digest, statement, terms), own, weakest)


def _by_heading(digest: Digest, statement: Statement, terms: Sequence[Term]) -> float:
    """What it is worth to stand under a heading that names something asked about."""
    path = digest.plan.sections[statement.section].path
    heading = dict.fromkeys(tokens(path[-1]), 1.0) if path else {}
    named = any(digest.matcher.term(term, heading) >= INFLECTED for term in terms if not term.light)
    return TEXT_WEIGHTS.named if named else 0.0


def _by_unit(digest: Digest, statement: Statement, terms: Sequence[Term]) -> float:
    """What it is worth to stand under the heading of the unit that is asked about, or of another."""
    path = digest.plan.sections[statement.section].path
    heading = path[-1].casefold() if path else ""
    owner = next((owner for owner in digest.known.owners if not owner.whole and owner.name.casefold() == heading), None)
    if owner is None:
        return 0.0
    named = any(digest.matcher.asked_for(word, terms) for word in owner.words)
    return TEXT_WEIGHTS.named if named else -TEXT_WEIGHTS.strange


def _focus(digest: Digest, statement: Statement, terms: Sequence[Term]) -> float:
    """How much of the statement itself is asked about."""
    own = [word for word in dict.fromkeys(tokens(statement.text)) if word not in EMPTY]
    return sum(digest.matcher.asked_for(word, terms) for word in own) / len(own) if own else 0.0


def _cover(met: Mapping[int, float], worth: Mapping[int, float]) -> float:
    total = sum(worth.values())
    return sum(worth[place] * strength for place, strength in met.items()) / total if total else 0.0


def search_lists(digest: Digest, terms: Sequence[Term]) -> list[FoundList]:
    """The plan's lists that the terms are about by intro and headings, best first."""
    worth = weights(digest, terms)
    found = []
    for block in digest.lists:
        met = {term.place: digest.matcher.term(term, block.words) for term in terms}
        asked = [digest.matcher.asked_for(word, terms) for word in _content(block)]
        found.append(FoundList(block, _cover(met, worth), sum(asked) / len(asked) if asked else 0.0))
    return sorted(found, key=lambda each: (-round(each.cover, 3), -each.heading))


def _content(block: ListBlock) -> list[str]:
    return [word for word, weight in block.words.items() if weight >= 0.95 and word not in EMPTY and word not in FRAME]
