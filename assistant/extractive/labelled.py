"""Lines that say first what they tell (Väntat resultat: …), asked for by that and by the heading they stand under."""

import re
from collections.abc import Iterator, Sequence

from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.headings import is_of_other_years
from assistant.extractive.matching import full
from assistant.extractive.quoting import unnumbered
from assistant.extractive.statements import Statement, place_of
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.small_words import EMPTY
from assistant.understanding.terms import Term
from assistant.understanding.words import HEAD, INFLECTED, tokens
from assistant.understanding.years import YEAR

_NOT = (
    Asked.WHY,
    Asked.WHEN,
    Asked.AUDIT,
    Asked.RANK,
    Asked.SUM,
    Asked.COMPARE,
    Asked.SHARE,
    Asked.RATIO,
    Asked.CHANGE,
    Asked.COUNT,
    Asked.FIGURE,
    Asked.YES_NO,
    Asked.OUT_OF_SCOPE,
)
_LABEL = re.compile(r"^(?P<label>[A-ZÅÄÖ][^\W\d]*(?: [a-zåäö-]+){0,3}(?: (?:19|20)\d\d)?):\s+\S")
_EXPECTED = re.compile(r"^(?:Effekten|Resultatet|Följden|Detta|Det)\s+(?:väntas|förväntas|bedöms|beräknas)\b")
"""A sentence that tells what is expected of what was told before it."""
_SEVERAL = 3
"""Words of a question that are enough to tell one section from others."""
_KIND = re.compile(r"\w*(?:mål|område|område[rt]|avsnitt|kapitel|del|fokus)(?:et|en)?|[a-zåäö]|\d+", re.IGNORECASE)
"""Words of a heading that only tell what kind of thing it heads, or number it."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Quote the line; decline where not just one stands under a heading that is what the question names."""
    if question.asks(*_NOT) or len(full(question.terms)) < 2:
        return None
    holders = map(digest, evidence.plans.values())
    found = [(holder, each) for holder in holders for each in _asked(holder, question)]
    if len(found) != 1:
        return None
    holder, statement = found[0]
    drafting = Drafting(question.language)
    text = collapse(statement.text)
    n = drafting.cite(holder.plan, place_of(holder.plan, statement.section, text), text)
    heading = holder.plan.sections[statement.section].path[-1]
    drafting.line(f"{unnumbered(heading)} – {text} [{n}]")
    return drafting.done()


def _asked(holder: Digest, question: Question) -> Iterator[Statement]:
    if question.asks(Asked.EFFECT):
        yield from _effects(holder, question)
    for statement in holder.statements:
        label = None if statement.item else _LABEL.match(statement.text)
        path = holder.plan.sections[statement.section].path
        if label is None or not path or is_of_other_years(question, (label["label"],)):
            continue
        rest = _beside(holder, label["label"], question)
        own = dict.fromkeys(tokens(statement.text[label.end("label") :]), 1.0)
        said = all(holder.matcher.term(term, own) >= INFLECTED for term in rest) and _has_years(question, statement)
        if rest and (said or _is_headed(holder, path[-1], rest, question)):
            yield statement


def _effects(holder: Digest, question: Question) -> Iterator[Statement]:
    """What is expected of that which the section tells before it, where that is all that the question names."""
    known = [term for term in full(question.terms) if term.known]
    for statement in holder.statements:
        if not _EXPECTED.match(statement.text) or len(known) < _SEVERAL:
            continue
        own = dict.fromkeys(tokens(holder.plan.sections[statement.section].text), 1.0)
        if all(holder.matcher.term(term, own) >= HEAD for term in known):
            yield statement


def _has_years(question: Question, statement: Statement) -> bool:
    """Whether the statement has each year that the question names."""
    return set(question.years.named) <= set(map(int, YEAR.findall(statement.text)))


def _beside(holder: Digest, label: str, question: Question) -> Sequence[Term]:
    """What the question names beside the label; nothing where it does not ask for the label."""
    words = [word for word in tokens(YEAR.sub(" ", label)) if word not in EMPTY]
    if not words or any(holder.matcher.asked_for(word, question.terms) < INFLECTED for word in words):
        return ()
    own = dict.fromkeys(words, 1.0)
    asked = full(question.terms)
    rest = [term for term in asked if holder.matcher.term(term, own) < INFLECTED]
    return rest if len(rest) < len(asked) else ()


def _is_headed(holder: Digest, heading: str, rest: Sequence[Term], question: Question) -> bool:
    """Whether the heading has all the rest of what is asked about, and nothing that is not."""
    words = [word for word in tokens(heading) if word not in EMPTY and not _KIND.fullmatch(word)]
    own = dict.fromkeys(tokens(heading), 1.0)
    named = all(holder.known.is_name(word) or holder.matcher.asked_for(word, question.terms) >= HEAD for word in words)
    return bool(words) and named and all(holder.matcher.term(term, own) >= HEAD for term in rest)
