"""The words of a question with the part that each plays: a year, a name, part of the concept, or nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.understanding.courtesies import INTERROGATIVES
from assistant.understanding.cues import CUE_WORDS
from assistant.understanding.follow_up_words import PRONOUNS
from assistant.understanding.known_plan import LONGEST_TITLE, KnownPlan
from assistant.understanding.lexicon import ORDINALS
from assistant.understanding.small_words import EMPTY, FRAME, TOTAL
from assistant.understanding.words import listed, tokens
from assistant.understanding.years import BESIDE
from index.organisation_names import GENERIC

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?")
_NUMBER = re.compile(r"\d+(,\d+)?")
_SENTENCE_START = re.compile(r"(^|[.!?:]\s+)[\"”»(]*$")


_WITHOUT = re.compile(
    r"(?:[,–(-]\s*(?:alltså |dvs\.? |och |men )?(?:inte|ej|not)|\b(?:exklusive|exkl\.?|förutom|utom|frånsett|undantaget"
    r"|utöver|bortsett från|vid sidan av|oräknat|excluding|except(?: for)?|besides"
    r"|apart from|without|utan(?! (?:att|även|också))))\s+(?P<what>[\w-]+(?: [\w-]+){0,2}?)"
    r"(?=\s*(?:[,.?!–)]|$)|\s(?:är|i|för|har|hur|vad|vilk\w+|finns|is|in|for|has|have|how|what)\b)",
    re.IGNORECASE,
)
"""What a question says that it does not mean."""
_AMOUNT = (
    r"(?:hur (?:mycket|stor|hög)\w*|uppgår|\w*(?:intäkt|kostnad|summa|belopp)\w*|how (?:much|large|high|big)|total)"
)
_COSTS = re.compile(r"\bg(?:å|år|ick|ått)\b[^?]{1,60}?\b(?P<idle>loss)(?= på\b)", re.IGNORECASE)
"""A verb with its particle that ask what something costs."""
_NOT_YET = re.compile(
    rf"\b{_AMOUNT}\b.*?[\s,(]\b(?:innan|före|before)\s+(?P<what>[^,?()]{{3,60}}?)\s(?:har |have |has )?"
    r"(?:räkna\w*|ta[st]?|tagits|dra[st]?|dragits|lägg[ast]\w*|lagts|använ\w+|are|is|been)\b(?P<rest>[^,?()]*)",
    re.IGNORECASE,
)
"""What is not yet part of the amount that is asked for."""
_INCLUDED = re.compile(
    r",\s*(?:(?:när|om|där)\s)?[^,?]{3,80}\b(?:räkna[ts]|tas|inräkna[ts]|inräknade|medräkna[ts]|medräknade|included|counted)"
    r"(?: in| med)?(?=\W*$)",
    re.IGNORECASE,
)
"""What a total that is asked for is said to hold, at the question's end."""


class Role(StrEnum):
    """The part that a word plays in a question."""

    YEAR = "year"
    PLAN = "plan"
    OWNER = "owner"
    FRAME = "frame"
    CUE = "cue"
    EMPTY = "empty"
    EXCLUDED = "excluded"
    CONCEPT = "concept"


_TITLED = frozenset({Role.EMPTY, Role.FRAME, Role.CUE, Role.CONCEPT})
"""Parts of the words of a label, of which those that name nothing by themselves do so together."""
_JOINING = frozenset(listed("och samt eller i på av för till med om som en ett den det de att vid inom från"))
"""Words that only join those of a label."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word from `start` to `end` of the question; `name`: written as one; `plans`: those that it names."""

    word: str
    start: int
    end: int
    role: Role
    name: bool
    plans: tuple[str, ...] = ()


def mark(text: str, plans: Sequence[KnownPlan]) -> tuple[Mark, ...]:
    """Each word of the question in order, casefolded, with its role."""
    found = list(_WORD.finditer(text.replace("\u00ad", "")))
    words = tuple(match[0].casefold() for match in found)
    owned = {place for plan in plans for places in plan.owners_named(words).values() for place in places}
    marks = [_mark(text, match, place in owned, plans) for place, match in enumerate(found)]
    idle = [found.span() for found in BESIDE.finditer(text)] + [found.span("idle") for found in _COSTS.finditer(text)]
    for start, end in idle:
        inside = range(start, end)
        marks = [replace(each, role=Role.EMPTY) if each.start in inside else each for each in marks]
    for without in _WITHOUT.finditer(text):
        inside = range(*without.span("what"))
        marks = [_excluded(each) if each.start in inside else each for each in marks]
    if later := _NOT_YET.search(text):
        inside = range(later.start("what"), later.end("rest"))
        marks = [_excluded(each) if each.start in inside else each for each in marks]
    if included := _INCLUDED.search(text):
        start = included.start()
        in_total = any(each.word in TOTAL and each.end <= start for each in marks)
        marks = [_included(each) if in_total and each.start >= start else each for each in marks]
    marks = [_with_organisation(marks, place, plans) for place in range(len(marks))]
    for place in _titled(marks, text, plans):
        marks[place] = replace(marks[place], role=Role.CONCEPT)
    return tuple(marks)


def by_service(marks: Sequence[Mark], plans: Sequence[KnownPlan]) -> tuple[Mark, ...]:
    """The marks with the service that one plan's organisation is named for as its name, where no other plan has it."""
    return tuple(_by_service(found, plans) for found in marks)


def _by_service(found: Mark, plans: Sequence[KnownPlan]) -> Mark:
    having = [plan for plan in plans if found.word in plan.services]
    if found.role is not Role.CONCEPT or len(having) != 1:
        return found
    elsewhere = any(found.word in plan.words for plan in plans if plan is not having[0])
    return found if elsewhere else replace(found, role=Role.PLAN, plans=(having[0].plan.id,))


def _titled(marks: Sequence[Mark], text: str, plans: Sequence[KnownPlan]) -> Iterator[int]:
    """The places of small words that are part of a label or heading which the question says whole, with its capital."""
    for start, first in enumerate(marks):
        if not text[first.start].isupper() or first.word in INTERROGATIVES:
            continue
        for end in range(start + 3, min(start + LONGEST_TITLE, len(marks)) + 1):
            words = tuple(found.word for found in marks[start:end])
            if any(words in plan.titles for plan in plans) and all(n.role in _TITLED for n in marks[start:end]):
                yield from (n for n in range(start, end) if len(marks[n].word) > 1 and marks[n].word not in _JOINING)


def _included(found: Mark) -> Mark:
    return replace(found, role=Role.FRAME) if found.role is Role.CONCEPT else found


def _excluded(found: Mark) -> Mark:
    return replace(found, role=Role.EXCLUDED) if found.role in {Role.CONCEPT, Role.OWNER} else found


def _with_organisation(marks: Sequence[Mark], place: int, plans: Sequence[KnownPlan]) -> Mark:
    """The mark; a word for the kind of organisation beside its name is part of the name (Region X, X kommun)."""
    here = marks[place]
    if here.role in {Role.PLAN, Role.YEAR} or not GENERIC.fullmatch(here.word):
        return here
    beside = {plan_id for near in (place - 1, place + 1) if 0 <= near < len(marks) for plan_id in marks[near].plans}
    word = here.word.removesuffix("s")
    own = tuple(p.plan.id for p in plans if p.plan.id in beside and {word, here.word} & {*tokens(p.plan.organisation)})
    return replace(here, role=Role.PLAN, plans=own) if own else here


def _mark(text: str, match: re.Match[str], owned: bool, plans: Sequence[KnownPlan]) -> Mark:
    word = match[0].casefold()
    naming = tuple(plan.plan.id for plan in plans if plan.is_name(word))
    starts = _SENTENCE_START.search(text[: match.start()]) is not None
    name = match[0][0].isupper() and (not starts or match[0].isupper())
    role = _role(word, naming, owned, name)
    if role is Role.EMPTY and name and match[0].isupper() and len(word) > 1 and not text.isupper():
        role = Role.CONCEPT
    return Mark(word, match.start(), match.end(), role, name, naming)


def _role(word: str, naming: tuple[str, ...], owned: bool, name: bool) -> Role:
    if re.fullmatch(r"(19|20)\d\d", word):
        return Role.YEAR
    if naming:
        return Role.PLAN
    if owned:
        return Role.OWNER
    if word in EMPTY or (len(word) == 1 and not name) or _NUMBER.fullmatch(word) or word in ORDINALS:
        return Role.EMPTY
    if PRONOUNS.fullmatch(word):
        return Role.EMPTY
    if word in FRAME:
        return Role.FRAME
    return Role.CUE if CUE_WORDS.fullmatch(word) else Role.CONCEPT
