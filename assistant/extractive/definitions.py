"""What a word of the plan means: what its letters stand for, and the sentence that says what it is."""

import re
from collections.abc import Iterator, Sequence

from assistant.answerer import Draft
from assistant.citations import collapse
from assistant.evidence import Evidence
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import SHORT, Drafting
from assistant.extractive.glossed import called, glossed, is_set_off
from assistant.extractive.matching import is_strange
from assistant.extractive.quoting import list_of, quote, quote_list
from assistant.extractive.statements import ITEM, Statement, place_of
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.marking import Mark
from assistant.understanding.terms import Term
from assistant.understanding.words import DERIVED, HEAD, INFLECTED, tokens
from ingest.model import Abbreviation, SourceRef

_COPULA = (
    r"(?:är|var|står|innebär|betyder|syftar|handlar|består|omfattar|arbetar|anger|pekar|utgör|verkar|består av|används"
    r"|skapar|stödjer|är till)"
)
_NOT = (
    Asked.WHY,
    Asked.WHO,
    Asked.WHEN,
    Asked.AUDIT,
    Asked.COUNT,
    Asked.FIGURE,
    Asked.COMPARE,
    Asked.RANK,
    Asked.CHANGE,
    Asked.SHARE,
)
_EXPLAINED = re.compile(rf"(?:{ITEM.pattern[1:]})(?P<name>[^–:.]{{2,60}}?)\s*(?:\s[–-]\s|:\s)\s*\S")
"""An item that names a thing and explains it."""
_STANDS_FOR = r"\b(står för|innebär|betyder|är en|är ett|utgörs av)\b"
"""Expressions that say what a thing is more plainly than others."""
_MEANS = r"betyder|innebär|avser|means"
"""Verbs that only say what a word means."""
_SAID = 2
"""Words of an entry beside what a short form stands for, where it says no more than that."""
_SUBJECT = 6
"""A definition names its subject among its first words."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Define the one thing that the question names; decline where the plan does not say what it is."""
    subject = [term for term in question.terms if not term.light]
    subject = [term for term in subject if term.known or is_strange(term)] or subject
    subject = subject or [Term(found.word, 0, (), name=True) for found in question.marks if _is_short(found)][:1]
    if not question.asks(Asked.DEFINITION) or question.asks(*_NOT) or not subject or question.levels:
        return None
    for plan in evidence.plans.values():
        draft = _defined(question, digest(plan), subject)
        if draft is not None:
            return draft
    return None


def _is_short(found: Mark) -> bool:
    """Whether a word of the question is a plan's own name in letters."""
    return bool(found.plans) and found.name and found.word.isalpha() and len(found.word) <= SHORT


def _defined(question: Question, holder: Digest, subject: Sequence[Term]) -> Draft | None:
    drafting = Drafting(question.language)
    if len(subject) == 1 and (found := _spelled_out(holder, subject[0].text)):
        known, expansion, text, source = found
        entry = glossed(holder, [subject[0].text])
        if entry and (is_set_off(entry[0]) or len(tokens(entry[0].text)) > len(tokens(expansion)) + _SAID):
            quote(drafting, holder, entry)
            return drafting.done()
        n = drafting.cite(holder.plan, source, text)
        drafting.say("definition", name=known.short, expansion=expansion, n=n)
        said = next(_saying(holder, tokens(known.long)), None)
        if said is not None and collapse(said.text) != text:
            quote(drafting, holder, [said])
        return drafting.done()
    words = [term.text for term in subject]
    entry = glossed(holder, words) or (called(holder, words) if subject[0].name else ())
    if entry:
        quote(drafting, holder, entry)
        return drafting.done()
    said = _best_saying(holder, words) or next(_in_apposition(holder, subject), None) or _explained_item(holder, words)
    if said is None and not question.asks(Asked.PURPOSE):
        said = _under_heading(holder, words)
    if said is None:
        return None
    whole = list_of(holder, said)
    if whole is None:
        quote(drafting, holder, [said])
    else:
        quote_list(drafting, holder, whole)
    return drafting.done()


def _best_saying(holder: Digest, words: Sequence[str]) -> Statement | None:
    """The first of the sentences that say it, those under a heading of the same words before the others."""
    found = list(_saying(holder, words))
    vocabulary = holder.known.vocabulary

    def headed(statement: Statement) -> bool:
        heading = tokens(" ".join(holder.plan.sections[statement.section].path))
        return all(any(vocabulary.affinity(word, other) >= INFLECTED for other in heading) for word in words)

    named = len(words) > 1 or all(
        holder.known.written_as_name(word) or len(vocabulary.parts(word)) > 1 for word in words
    )
    plain = found if named else [statement for statement in found if _means(statement, words)]
    likely = [statement for statement in found if headed(statement)] or plain
    stated = (statement for statement in likely if re.search(_STANDS_FOR, statement.text, re.IGNORECASE))
    return next(stated, likely[0] if likely else None)


def _means(statement: Statement, words: Sequence[str]) -> bool:
    """Whether the statement is no more than the words themselves and what they mean (Delningstal betyder att …)."""
    own = tokens(statement.text)
    return own[: len(words)] == tuple(words) and re.fullmatch(_MEANS, " ".join(own[len(words) :][:1])) is not None


def _saying(holder: Digest, words: Sequence[str]) -> Iterator[Statement]:
    """Sentences that begin with the words and go on to say what that is."""
    vocabulary = holder.known.vocabulary
    least = HEAD if len(words) > 1 else INFLECTED
    for statement in holder.statements:
        own = tokens(statement.text)
        starts = own[: _SUBJECT + len(words)]
        verb = next((place for place, word in enumerate(own) if re.fullmatch(_COPULA, word)), None)
        if verb is None or verb > _SUBJECT + len(words) or statement.item:
            continue
        if all(any(vocabulary.affinity(word, start) >= least for start in starts[:verb]) for word in words):
            yield statement


def _in_apposition(holder: Digest, subject: Sequence[Term]) -> Iterator[Statement]:
    """Sentences that name the thing and explain it after a comma or a dash (…, en sammanslutning av …)."""
    name = r"\s+".join(rf"{re.escape(term.text)}\w{{0,5}}" for term in subject)
    pattern = re.compile(
        rf"\b{name}\s*(?:\([^)]*\)\s*)?(?:,|–|-)\s*(?:en|ett|den|det|som|där|vilken|vilket)\s|\(\s*{name}\s*\)"
        rf"|(?<=\w\s)\b{name}\s+(?:som\s+)?(?:är|utgör|innebär|betyder)\s+(?:en|ett|att|den|det)\s",
        re.IGNORECASE,
    )
    for statement in holder.statements:
        if pattern.search(statement.text):
            yield statement


def _explained_item(holder: Digest, words: Sequence[str]) -> Statement | None:
    """The item of a list that begins with the words and goes on to explain them (Vision – vart vi vill)."""
    vocabulary = holder.known.vocabulary
    found = []
    for statement in holder.statements:
        named = _EXPLAINED.match(statement.text) if statement.item else None
        own = tokens(named["name"]) if named else ()
        met = [any(vocabulary.affinity(word, each) >= INFLECTED for word in words) for each in own]
        if met and all(met) and len(own) <= len(words):
            found.append(statement)
    return found[0] if len(found) == 1 else None


def _under_heading(holder: Digest, words: Sequence[str]) -> Statement | None:
    """The first sentence of the section whose own heading is among the words, and whose headings name all of them."""
    vocabulary = holder.known.vocabulary
    for statement in holder.statements:
        path = holder.plan.sections[statement.section].path
        heading, place = tokens(path[-1] if path else ""), tokens(" ".join(path))
        named = all(any(vocabulary.affinity(word, found) >= DERIVED for found in place) for word in words)
        own = sum(any(vocabulary.affinity(word, found) >= DERIVED for word in words) for found in heading)
        if named and own and own >= len(heading) - 1 and not statement.item:
            return statement
    return None


def _spelled_out(holder: Digest, word: str) -> tuple[Abbreviation, str, str, SourceRef] | None:
    """What the plan explains the short form as, best without its article's ending, and the words that say so."""
    known = next((each for each in holder.plan.abbreviations if each.short.casefold() == word), None)
    if known is None:
        return None
    saying = [each for each in holder.statements if word in tokens(each.text)]
    for statement in saying:
        if expansion := _indefinite(holder, known.long, statement.text):
            return known, expansion, collapse(statement.text), place_of(holder.plan, statement.section, statement.text)
    elsewhere = (found for each in holder.statements if (found := _indefinite(holder, known.long, each.text)))
    told = next((each for each in saying if known.long.casefold() in each.text.casefold()), None)
    source = known.source if told is None else place_of(holder.plan, told.section, told.text)
    return known, next(elsewhere, known.long), collapse(told.text) if told else known.long, source


def _indefinite(holder: Digest, long: str, text: str) -> str:
    """What is spelled out, as the text has it without its article's ending; nothing where it has not."""
    words, affinity = tokens(long), holder.known.vocabulary.affinity
    if not words or not re.search(r"(?:n|et|na)$", words[-1]):
        return ""
    own = re.findall(r"\w+", text)
    for run in zip(*(own[place:] for place in range(len(words))), strict=False):
        met = zip(words, (each.casefold() for each in run), strict=True)
        if len(run[-1]) < len(words[-1]) and all(affinity(one, other) >= INFLECTED for one, other in met):
            return " ".join(run)
    return ""
