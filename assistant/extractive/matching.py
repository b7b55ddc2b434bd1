"""How well words meet the terms of a question: the one measure that rows, sentences, lists and goals share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.thresholds import NEAREST_GOAL
from assistant.understanding.terms import Term
from assistant.understanding.words import INFLECTED, PART, Vocabulary, tokens
from index.analysis import share_of

_MOST = 400
"""Terms whose reach is kept before all are forgotten."""

Reach = Mapping[str, float]
"""Words of the plan with how near each is to something asked for."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a term's forms reach: words alone (`whole`), several together (`groups`), and the words that it asks for."""

    forms: tuple[tuple[str, float], ...]
    whole: Reach
    groups: tuple[tuple[float, tuple[Reach, ...]], ...]
    asks: Reach


class Matcher:
    """Compares a question's terms with a plan's words; what a term reaches is worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._known: dict[int, _Known] = {}

    def term(self, term: Term, found: Mapping[str, float]) -> float:
        """How well weighted words meet a term: the best of its forms, of a phrase or compound the weakest part.

        What only means the same must stand as a word or end one: it is too far off to be a part of another.
        """
        known = self._reach(term)
        best = _best(known.whole, found)
        for nearness, parts in known.groups:
            if nearness > best:
                best = max(best, min(_best(part, found) for part in parts) * nearness)
        return best

    def asked_for(self, word: str, terms: Iterable[Term]) -> float:
        """How well some term of the question, or a part of one, asks for the word."""
        return max((self._reach(term).asks.get(word, 0.0) for term in terms), default=0.0)

    def _reach(self, term: Term) -> _Known:
        known = self._known.get(id(term.forms))
        if known is None or known.forms is not term.forms:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[id(term.forms)] = self._work_out(term.forms)
        return known

    def _work_out(self, forms: tuple[tuple[str, float], ...]) -> _Known:
        whole: dict[str, float] = {}
        asks: dict[str, float] = {}
        groups: list[tuple[float, tuple[Reach, ...]]] = []
        for form, nearness in forms:
            words = form.split("_")
            least = 0.0 if nearness == 1.0 else PART
            reaches = tuple(self._beyond(word, least) for word in words)
            if len(words) == 1:
                _raise(whole, reaches[0], nearness)
            else:
                groups.append((nearness, reaches))
            for word in words:
                _raise(asks, self.vocabulary.near(word), nearness)
                parts = self.vocabulary.parts(word)
                if len(parts) > 1:
                    for part in parts:
                        _raise(asks, self.vocabulary.near(part), nearness * INFLECTED)
                    if len(words) == 1:
                        groups.append((nearness * INFLECTED, tuple(self._beyond(part, least) for part in parts)))
        return _Known(forms, whole, tuple(groups), asks)

    def _beyond(self, word: str, least: float) -> Reach:
        near = self.vocabulary.near(word)
        return near if not least else {other: worth for other, worth in near.items() if worth > least}


def _raise(reach: dict[str, float], more: Reach, nearness: float) -> None:
    for word, worth in more.items():
        reach[word] = max(reach.get(word, 0.0), worth * nearness)


def _best(reach: Reach, found: Mapping[str, float]) -> float:
    if len(reach) < len(found):
        return max((worth * found[word] for word, worth in reach.items() if word in found), default=0.0)
    return max((reach[word] * weight for word, weight in found.items() if word in reach), default=0.0)


def weighted(text: str, weight: float = 1.0) -> dict[str, float]:
    """The words of a text, each with one weight."""
    return dict.fromkeys(tokens(text), weight)


def is_strange(term: Term) -> bool:
    """Whether the term is a name, number or rare word that no plan has: what it stands for is in none of them."""
    if term.light or term.known:
        return False
    return term.name or not term.text.isalpha() or share_of(term.text) < NEAREST_GOAL.ordinary


def full(terms: Sequence[Term]) -> list[Term]:
    """The terms that an answer must account for."""
    return [term for term in terms if not term.light]


def telling(terms: Sequence[Term]) -> list[Term]:
    """The terms that tell which amount is meant."""
    return [term for term in terms if not (term.light or term.idle)]
