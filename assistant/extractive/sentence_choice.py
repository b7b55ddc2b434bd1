"""Which of a plan's sentences answer a question: whole ones that meet all of it and show a sign of its kind."""

import re
from collections.abc import Sequence

from assistant.extractive.asked_things import counts_alike, names_one, things
from assistant.extractive.digest import Digest
from assistant.extractive.quoting import about, continuation, list_after
from assistant.extractive.reasons_told import explains, is_reason, sign_of_time
from assistant.extractive.statements import ITEM, Statement, leads_on
from assistant.extractive.text_cues import ANSWERS, BEFORE_LIST, NAME, NAMES
from assistant.extractive.text_search import Found, search
from assistant.question import Question
from assistant.thresholds import MARGINS, TEXT
from assistant.understanding.cues import Asked
from assistant.understanding.follow_up_words import PRONOUNS
from assistant.understanding.small_words import EMPTY, FRAME
from assistant.understanding.terms import WIDE, Term
from assistant.understanding.words import DERIVED, HEAD, INFLECTED, PART, tokens
from assistant.understanding.years import YEAR

KINDS = (Asked.WHY, Asked.FUNDING, Asked.WHEN, Asked.WHERE, Asked.WHO, Asked.LIST)
"""The kinds of question that a sentence answers only with a sign of them, the most telling first."""
_SAID = (Asked.WHO, Asked.WHEN, Asked.WHERE)
"""The kinds that a sentence must answer by its own words, since its heading speaks of more than one thing."""
_ENOUGH = 2
"""Fewer words of a concept need a heading to tell that a sentence is about them."""
_PAID_BY = re.compile(
    r"(?:finansier|bekost|betala)\w*\b[^;:]*?\b(?:genom|av|med|via)\b(?P<means>[^;:]*)", re.IGNORECASE
)
_DONE = re.compile(r"\w+(?:ning|ing|ande|ende)(?:en|et|arna|ena)")
"""A noun for what is done, in the definite form."""
_STEM = 3
"""Letters that it shares with its verb."""
_MAIN = 6
"""The main verb stands among so many words of a sentence."""
_IS = re.compile(r"(?<!\bsom) är ")
_SUPERLATIVE = re.compile(r"\w*(st|sta|ste|most|least|est)")
_OF_PLACE = re.compile(r"\b(?:näst|andra|tredje|fjärde|second|third|fourth)[ -]?(?=\w+st(?:a|e)?\b|\w*est\b)", re.I)
_OF_SOME = re.compile(r"\b(övriga|resterande|de andra|remaining|the (?:others|rest))\b", re.IGNORECASE)
"""Words of a sentence that names only some, and speaks of the others beside them."""
GROUP = re.compile(
    r"\w*(kommuner|medlemmar|regioner|städer|orter|länder|platser|bolag|företag|organisationer|parter|nämnder|nätverk)(na)?"
)
"""Words for several that have names."""
_SEVERAL = re.compile(r"\b(vilka|lista|nämn|räkna upp|which|list|what are)\b", re.IGNORECASE)
"""Several things are asked for, which must stand in a list."""


def answering(holder: Digest, question: Question) -> list[Found]:
    """The plan's sentences that answer the question, best first; none where the best one breaks off."""
    kind = next((kind for kind in KINDS if question.asks(kind)), None)
    found = [each for each in search(holder, question.terms) if not each.missing and _adds(holder, question, each)]
    if not any(not term.light and not term.cue for term in question.terms):
        found = [each for each in found if _begins_with_it(holder, question, each)]
    if question.asks(Asked.RANK):
        found = [each for each in found if _has_superlative(holder, question, each)]
    found = [
        each for each in found if _names_it(holder, question, each) and is_of_years(holder, question, each.statement)
    ]
    if found and not is_whole(holder, found[0].statement) and found[0].own >= TEXT.own:
        return []
    found = [each for each in found if is_whole(holder, each.statement)]
    if question.asks(Asked.EFFECT):
        found = [each for each in found if not holder.goals.is_to_be_done(ITEM.sub("", each.statement.text))]
    if kind is None:
        return [each for each in found if _says_it(holder, question, each)]
    flags = 0 if kind in {Asked.LIST, Asked.WHERE} else re.IGNORECASE
    sign = sign_of_time(question) if kind is Asked.WHEN else ANSWERS[kind]
    cued = [
        each
        for each in found
        if re.search(sign, _beside(holder, question, kind, each), flags)
        or (kind is Asked.WHY and explains(holder, question, each.statement))
    ]
    cued = [each for each in cued if each.cover >= TEXT.cover_cued and (kind not in _SAID or each.own >= TEXT.said)]
    if kind is Asked.FUNDING:
        cued = [each for each in cued if not is_means(holder, question, each)]
    if kind is Asked.WHY:
        cued = [each for each in cued if is_reason(holder, question, each)]
    if kind is Asked.LIST:
        listed = _listing(holder, question, cued, found)
        return [each for each in listed if names_one(holder, question, each.statement.text)]
    return cued if cued and cued[0].cover >= found[0].cover - MARGINS.uncued else []


def is_of_years(holder: Digest, question: Question, statement: Statement) -> bool:
    """Whether the statement, what it stands in, or the plan as a whole is of the years asked about."""
    asked, period = set(question.years.of(holder.plan.period)), holder.plan.period
    section = holder.plan.sections[statement.section]
    said = " ".join((section.text, *section.path, holder.plan.title))
    known = {int(year) for year in YEAR.findall(said)} | set(range(period[0], period[1] + 1) if period else ())
    return asked <= known


def _adds(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the statement, or the heading that it is quoted under, says something beside what is asked."""
    if about(holder, found.statement) or list_after(holder, found.statement):
        return True
    own = [word for word in tokens(found.statement.text) if word not in EMPTY and word not in FRAME]
    return any(not holder.known.is_name(word) and not holder.matcher.asked_for(word, question.terms) for word in own)


def _names_it(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the statement, its unit's heading, or one that is no more, has each name asked about; or it goes on."""
    own = dict.fromkeys(tokens(found.statement.text), 1.0)
    names = [term for term in question.terms if term.name or term.owner]
    absent = [term for term in names if not term.light and holder.matcher.term(term, own) < PART]
    if not absent:
        return True
    path = holder.plan.sections[found.statement.section].path
    heading = [word for word in tokens(path[-1] if path else "") if word not in EMPTY and word not in FRAME]
    if heading and all(holder.matcher.asked_for(word, question.terms) >= PART for word in heading):
        return True
    named = holder.known.owners_named(tuple(mark.word for mark in question.marks))
    if path and path[-1].casefold() in {name.casefold() for name in named}:
        return True
    return _goes_on(holder, found, absent)


def _goes_on(holder: Digest, found: Found, names: Sequence[Term]) -> bool:
    """Whether the statement points back to the one before it, which has the names."""
    before = holder.statements[found.number - 1] if found.number else None
    if before is None or before.section != found.statement.section:
        return False
    if not PRONOUNS.search(found.statement.text) and not _takes_up(before.text, found.statement.text):
        return False
    said = dict.fromkeys(tokens(before.text), 1.0)
    return all(holder.matcher.term(term, said) >= PART for term in names)


def _takes_up(before: str, text: str) -> bool:
    """Whether the text begins with the noun for what the sentence before tells is done (… höjs. Höjningen är …)."""
    first = next(iter(tokens(text)), "")
    return _DONE.fullmatch(first) is not None and any(
        len(word) > _STEM - 1 and word[:_STEM] == first[:_STEM] and word != first for word in tokens(before)
    )


def is_means(holder: Digest, question: Question, found: Found) -> bool:
    """Whether what is asked about only pays for something else there (… finansieras genom det)."""
    paid = _PAID_BY.search(found.statement.text)
    if paid is None:
        return False
    payer = things(question) if question.asks(Asked.LIST) else []
    asked = [term for term in question.terms if not term.light and term not in payer]
    before = dict.fromkeys(tokens(found.statement.text[: paid.start("means")]), 1.0)
    means = dict.fromkeys(tokens(paid["means"]), 1.0)
    return any(holder.matcher.term(term, means) and not holder.matcher.term(term, before) for term in asked)


def _begins_with_it(holder: Digest, question: Question, found: Found) -> bool:
    """Whether a sentence asked for by its verb alone (Vem leder …?) has that verb in its main clause."""
    start = dict.fromkeys(tokens(found.statement.text)[:_MAIN], 1.0)
    return all(holder.matcher.term(term, start) >= DERIVED for term in question.terms if not term.light)


def _beside(holder: Digest, question: Question, kind: Asked, found: Found) -> str:
    """The sentence; for who and how financed without the words asked about, which are not what is asked for."""
    text = found.statement.text
    if kind not in {Asked.WHO, Asked.FUNDING} or (kind is Asked.FUNDING and _PAID_BY.search(text)):
        return text
    asked = [term for term in question.terms if not term.light]
    return " ".join(word for word in text.split() if not any(holder.matcher.asked_for(t, asked) for t in tokens(word)))


def _says_it(holder: Digest, question: Question, found: Found) -> bool:
    """Whether a sentence without any sign of a kind says just what is asked about."""
    few = sum(not term.light for term in question.terms) < _ENOUGH
    yes_no = question.asks(Asked.YES_NO)
    near = found.cover >= (TEXT.sure if yes_no else TEXT.cover) and found.own >= (TEXT.sure if yes_no else TEXT.own)
    return near and found.weakest > PART and (not few or _is_headed(holder, question, found))


def _listing(holder: Digest, question: Question, cued: list[Found], found: list[Found]) -> list[Found]:
    """The sentences that list what is asked for; one thing alone need not stand in a list."""
    counted = [each for each in found if each.cover >= TEXT.counted and _lists_what_is_asked(holder, question, each)]
    listed = counted or [each for each in cued if _is_headed(holder, question, each)]
    listed = listed or [each for each in found if _says_what_it_is(holder, question, each)]
    if listed or question.levels or _SEVERAL.search(question.standalone) or _only_names_several(question):
        return listed
    return [each for each in found if each.cover >= TEXT.cover and each.own >= TEXT.own]


def _only_names_several(question: Question) -> bool:
    """Whether the question is but a name for several, who are then asked for one by one (Avtalskommuner)."""
    named = [term for term in question.terms if not term.light]
    return question.asks(Asked.DEFINITION) and bool(named) and GROUP.fullmatch(named[-1].text) is not None


def _says_what_it_is(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the sentence says what that is which is asked for, and of nothing else (Vårt övergripande mål är …)."""
    before, verb, after = _parted(found.statement.text)
    subject = [word for word in tokens(before) if word not in EMPTY and word not in FRAME]
    own = dict.fromkeys(subject, 1.0)
    named = all(
        holder.known.is_name(word) or holder.matcher.asked_for(word, question.terms) >= DERIVED for word in subject
    )
    asked = [term for term in question.terms if not term.light]
    return bool(verb and after and named) and all(holder.matcher.term(term, own) >= HEAD for term in asked)


def _parted(text: str) -> tuple[str, str, str]:
    """What stands before and after the verb of a main clause that says what something is."""
    verb = _IS.search(text)
    return (text[: verb.start()], verb[0], text[verb.end() :]) if verb else (text, "", "")


def _has_superlative(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the sentence itself says what is the most or the least, as the question asks."""
    if _OF_PLACE.search(question.standalone) and not _OF_PLACE.search(found.statement.text):
        return False
    asked = [term for term in question.terms if _SUPERLATIVE.fullmatch(term.text)]
    said = {word: 1.0 for word in tokens(found.statement.text) if _SUPERLATIVE.fullmatch(word)}
    return any(holder.matcher.term(term, said) for term in asked)


def _is_headed(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the sentence stands under a heading that is what is asked for (Styrdokument: … är A, B och C)."""
    path = holder.plan.sections[found.statement.section].path
    thing = next((term for term in question.terms if not term.light), None)
    heading = dict.fromkeys(tokens(path[-1]), 1.0) if path else {}
    return thing is not None and found.cover >= TEXT.cover and holder.matcher.term(thing, heading) >= INFLECTED


def is_whole(holder: Digest, statement: Statement) -> bool:
    """Whether the statement says something by itself: it neither leads to what comes after nor breaks off."""
    if leads_on(statement):
        return continuation(holder, statement) is not None or list_after(holder, statement) is not None
    return statement.item or statement.text.rstrip()[-1:] not in ",;–-"


def _lists_what_is_asked(holder: Digest, question: Question, found: Found) -> bool:
    """Whether the names in the sentence follow right upon what is asked for (… kommunerna A, B och C)."""
    asked_for = things(question)
    text = found.statement.text
    if not counts_alike(holder, question, text):
        return False
    if _OF_SOME.search(text) and all(term in asked_for for term in question.terms if not term.light):
        return False
    if asked_for and re.match(rf"{NAME}(?:, {NAME})+ (?:och|samt) {NAME}", text):
        return True
    nouns = [match["noun"] for pattern in BEFORE_LIST for match in pattern.finditer(text)]
    if (colon := re.search(rf"(?P<before>[^:]+):\s+{NAMES}", text)) is not None:
        nouns.append(colon["before"])
    return any(
        holder.matcher.term(thing, dict.fromkeys(tokens(noun), 1.0)) >= WIDE * INFLECTED
        for noun in nouns
        for thing in asked_for
    )
