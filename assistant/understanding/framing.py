"""What is asked, without what it is wrapped in: greetings, courtesies, thanks and what the asker tells of himself.

A wrapping is taken off only where every word of it is one of courtesy or telling, or where the asker tells of himself
and names nothing that the plans know, so that nothing that specifies the question is lost, and no instruction hidden.
"""

import re
from collections.abc import Callable, Sequence

from assistant.understanding.carrying import is_finite_verb
from assistant.understanding.courtesies import (
    BEFORE_ASKING,
    COURTEOUS,
    FILLERS,
    INTERROGATIVES,
    MOVED_VERBS,
    TELLING,
    WHETHER,
)

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=\S)")
_CLAUSE_END = re.compile(r"[,;:.!–—()]|\s-\s|\b(?:och|men|så|and|but|so)\b", re.IGNORECASE)
_THANKS = re.compile(
    r"[\s,.;–—-]+(?:stort |många |varmt )?(?:tack|thanks|thank you)(?: på förhand| så mycket| in advance)?\W*$",
    re.IGNORECASE,
)
_LAST_CLAUSE = re.compile(r"\s*[,;.!–—]\s*(?P<clause>[^,;.!–—]+?)\W*$")
_TAIL = re.compile(r"^(om|ifall|tack|snälla|är du|vore|det vore|if|please|thanks|thank)\b", re.IGNORECASE)
_WH_PHRASE = re.compile(
    r"^(?P<asking>vad|var|varför|när|vem|where|why|when|who"
    r"|(?:what|hur (?:stor[at]?|höga?t?|mycket|dyrt?)|how (?:large|much|high|big))"
    r"(?=\s+(?-i:de|den|det|the|[\w-]*(?:en|et|an|na)|[A-ZÅÄÖ]\w*)\s))\s+",
    re.IGNORECASE,
)
"""A question word, alone or with an adjective, before what is told of: a thing that is definite, or named."""
_RELATIVE = re.compile(
    r"^(?P<asking>(?:vilk(?:a|en|et)|vem|vad|hur (?:många|mycket|stor[at]?))"
    r"(?:\s+(?!(?:som|av|för|i|på|en|ett|den|det|de|är|var|har)\b)[\w-]+){0,4}?)\s+(?:det är )?som\s+",
    re.IGNORECASE,
)
"""What is asked for, with the word that leads its clause."""
_SELF = re.compile(
    r"\W*(?:(?i:jag|vi|min|mitt|vår|we|my|our)\b|I(?:['’]\w+| (?:am|was|have|had|work|need|read|saw|live)\b))"
)
"""The opening of a clause in which the asker tells of himself."""
_AGAIN = re.compile(
    r"^(?P<first>(?:hur|vad|vilk\w+|vem|när|var|how|what|who|when|where)\b[^,?]{3,80}),\s+(?:alltså |dvs )?"
    r"(?P<second>(?:hur|vilk\w+|när|how|which|when)\s(?:\S+\s){1,5}(?:det|den|de|it|they)\W*)$",
    re.IGNORECASE,
)
_LONGEST = 12
"""Words that may stand between a question word and the verb that is moved next to it."""

Specifies = Callable[[str], bool]
"""Whether a piece of text names something that a question can be about."""


def asked_clause(text: str, specifies: Specifies) -> str:
    """The question as asked outright; as it is where nothing is wrapped round it."""
    sentences = [piece for piece in _SENTENCE_END.split(text.strip()) if piece.strip()]
    asking = [piece for piece in sentences if not _is_courtesy(piece)] or sentences
    if len(asking) > 1:
        asking = [piece for piece in asking if not _tells_of_oneself(piece, specifies)] or asking
    unwrapped = [_without_lead(_without_tail(piece), specifies) for piece in asking]
    return " ".join(unwrapped) if unwrapped != [text.strip()] else text


def asked_again(text: str) -> tuple[str, ...]:
    """The question, or both of two in a sentence of which the second asks the first again, with a pronoun."""
    twice = _AGAIN.match(text)
    return (f"{twice['first']}?", twice["second"]) if twice else (text,)


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]


def _is_courtesy(piece: str) -> bool:
    """Whether nothing but courtesy is said, and no question begun."""
    words = _words(piece)
    return bool(words) and all(word in COURTEOUS or word in TELLING or word in FILLERS for word in words)


def _tells_of_oneself(piece: str, specifies: Specifies) -> bool:
    return not piece.rstrip().endswith("?") and _is_of_oneself(piece, specifies)


def _asks(words: Sequence[str]) -> bool:
    return any(word in INTERROGATIVES for word in words)


def _without_tail(piece: str) -> str:
    """The sentence without a last clause that only thanks or asks for leave."""
    if (thanks := _THANKS.search(piece)) and thanks.start():
        piece = piece[: thanks.start()]
    last = _LAST_CLAUSE.search(piece)
    if last is None or not _TAIL.match(last["clause"]) or not _is_courtesy(last["clause"]):
        return piece
    return f"{piece[: last.start()]}?"


def _without_lead(piece: str, specifies: Specifies) -> str:
    """The clause that asks, put as a question outright, where all before it is courtesy."""
    start = _start_of_asking(piece, specifies)
    if start is None:
        return _without_call(piece)
    place, opens_yes_no = start
    clause = piece[place:].rstrip("?!. ")
    clause = _verb_first(clause) if opens_yes_no else _outright(clause)
    return f"{clause[:1].upper()}{clause[1:]}?"


def _without_call(piece: str) -> str:
    """The sentence without a request before a colon, or a word or two that only call for attention."""
    before, colon, after = piece.partition(":")
    if colon and after.strip() and _is_courtesy(before):
        return f"{after.strip()[:1].upper()}{after.strip()[1:]}"
    words = list(_WORD.finditer(piece))
    called = next((place for place, word in enumerate(words) if word[0].casefold() not in FILLERS), 0)
    return piece[words[called].start() :] if called else piece


def _start_of_asking(piece: str, specifies: Specifies) -> tuple[int, bool] | None:
    """Where the clause that asks begins, and whether it asks for yes or no; none where none is led to."""
    found = list(_WORD.finditer(piece))
    words = [match[0].casefold() for match in found]
    told = False
    for place, word in enumerate(words):
        led_to = place and (told or FILLERS.issuperset(words[:place]))
        if word in INTERROGATIVES and led_to and _is_lead(piece[: found[place].start()], specifies):
            return found[place - (words[place - 1] in BEFORE_ASKING)].start(), False
        told = told or word in TELLING
        if word in COURTEOUS or word in TELLING:
            continue
        if not place or not told or not _is_lead(piece[: found[place].start()], specifies):
            continue
        if words[place - 1] in WHETHER and place > 1 and words[place - 2] in TELLING:
            return found[place].start(), True
    return None


def _is_lead(lead: str, specifies: Specifies) -> bool:
    """Whether each clause of what stands before is courtesy, or tells of the asker and specifies nothing."""
    clauses = [clause for clause in _CLAUSE_END.split(lead) if clause and clause.strip()]
    return all(_is_courtesy(clause) or _is_of_oneself(clause, specifies) for clause in clauses)


def _is_of_oneself(clause: str, specifies: Specifies) -> bool:
    return _SELF.match(clause) is not None and not _asks(_words(clause)) and not specifies(clause)


def _outright(clause: str) -> str:
    """The clause in the order of words of a question: what the rent is, what is the rent."""
    clause = _RELATIVE.sub(r"\g<asking> ", clause, count=1)
    opening = _WH_PHRASE.match(clause)
    if opening is None:
        return clause
    rest = clause[opening.end() :]
    verb = _moved_verb(rest)
    if verb is None or not verb.start():
        return f"{opening['asking']} {rest}"
    before, after = rest[: verb.start()].rstrip(), rest[verb.end() :]
    return f"{opening['asking']} {verb[0]} {before}{after}"


def _moved_verb(rest: str) -> re.Match[str] | None:
    words = list(_WORD.finditer(rest))[:_LONGEST]
    if words and is_finite_verb(words[0][0].casefold()):
        return None
    return next((word for word in words if word[0].casefold() in MOVED_VERBS), None)


def _verb_first(clause: str) -> str:
    verb = _moved_verb(clause)
    if verb is None or not verb.start():
        return clause
    return f"{verb[0]} {clause[: verb.start()].rstrip()}{clause[verb.end() :]}"
