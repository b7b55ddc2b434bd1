"""What a follow-up leaves out, filled in from the question before it: one question that stands alone."""

import re
from collections.abc import Sequence

from assistant.understanding.cues import FALL, RISE
from assistant.understanding.follow_up_words import (
    ANEW,
    BARE,
    COUNTS_THEM,
    ELLIPSIS,
    LEAD,
    MILD,
    PRONOUNS,
    SAME_QUESTION,
)
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lead_ins import asking_of
from assistant.understanding.leaning import leaning_on
from assistant.understanding.lexicon import LEVEL_WORDS, ORDINALS
from assistant.understanding.marking import Mark, Role, mark
from assistant.understanding.order_words import BEFORE_END, EXTREME
from assistant.understanding.replacing import LEVEL, replaced
from assistant.understanding.turn import ENDING, Turn
from assistant.understanding.years import years_of

_ORDINAL = "|".join(word for word in ORDINALS if word.isalpha())
_POINTING = re.compile(rf"\b(?:det|den|de|the)\s+({_ORDINAL})\b", re.IGNORECASE)
_DEMONSTRATIVE = re.compile(
    rf"\b(den|det|de|this|that)( h?är| där)?( (?:{'|'.join(LEVEL_WORDS.values())}))?(?=\W|$)", re.IGNORECASE
)
_SHARE, _OF = re.compile(r"\b(andel\w*|share|proportion)\b", re.IGNORECASE), re.compile(r"\b(av|of)\b", re.IGNORECASE)
_MOVES = re.compile(rf"\b({RISE}|{FALL}|skillnad\w*|förändring\w*|change|difference)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(mer|mindre|högre|lägre|större|more|less|higher|lower)\b(?!.*\b(än|than)\b)", re.IGNORECASE)
_OPENING = re.compile(
    r"^\W*(hur (mycket|många|stora?|stort|hög[at]?)|vad|vilka|vilken|vilket|när|vem|how (much|many)|what|which)\b\s*",
    re.IGNORECASE,
)
_VERB = re.compile(r"^\s*(finns|är|var|har|ingår|gäller|are|is|was|there)\b( det| there)?", re.IGNORECASE)
_LISTING = re.compile(r"^\W*(?:och )?(?:vilka|(?P<english>which|what))\b(?! (?:av|of)\b)", re.IGNORECASE)
_TASK = re.compile(
    r"\bför att (?:\w+a|få|ge|se|gå|nå) (?:(?:fram|upp|ut|in|igång|bort|av|om) )?(?P<object>[^?,;]+)$", re.IGNORECASE
)
"""What money is for: doing something to that which a later question goes on about."""
_DOES = re.compile(r"^\W*(?:vem|vilka|vad|who)\s+(?P<verb>[^\W\d_]+[rs])\b", re.IGNORECASE)
"""A question for somebody or something by what it does."""
_FEW = 3
"""Words of a turn that only names what else the question is about."""


def resolve(turns: Sequence[str], plans: Sequence[KnownPlan]) -> str:
    """The last turn as a question that stands alone."""
    standing = asking_of(turns[0].strip(), plans)
    for turn in turns[1:]:
        before, asking = Turn(standing, mark(standing, plans)), asking_of(turn.strip(), plans)
        standing = _follow(before, Turn(asking, mark(asking, plans)), plans)
    return standing


def _follow(before: Turn, turn: Turn, plans: Sequence[KnownPlan]) -> str:
    if COUNTS_THEM.match(turn.text) and (listed := _LISTING.match(before.text)):
        return f"{'How many' if listed['english'] else 'Hur många'}{before.bare[listed.end() :]}?"
    if BARE.match(turn.text):
        return f"{turn.bare} {_OPENING.sub('', before.bare)}?"
    if leaning := leaning_on(before, turn, plans):
        return leaning
    if pointing := _POINTING.search(turn.text):
        return _pointed(before, turn, pointing)
    concept = [found for found in turn.of(Role.CONCEPT) if not LEVEL.fullmatch(found.word)]
    if (
        MILD.match(turn.text)
        or _is_only_a_name(turn)
        or (ELLIPSIS.match(turn.text) and not ANEW.match(LEAD.sub("", turn.text)))
    ):
        return replaced(before, turn, bool(concept), plans)
    same_question = SAME_QUESTION.match(LEAD.sub("", turn.text)) and not _MORE.search(turn.text)
    if not concept and not turn.of(Role.OWNER, Role.CUE) and same_question:
        return replaced(before, turn, False, plans)
    other, asked = EXTREME.search(turn.text), EXTREME.search(before.text)
    if other and asked and not turn.of(Role.CONCEPT, Role.OWNER, Role.PLAN, Role.YEAR):
        return f"{BEFORE_END.sub('', before.bare[: asked.start()])}{other[0]}{before.bare[asked.end() :]}?"
    if PRONOUNS.search(LEAD.sub("", turn.text)) and not turn.of(Role.OWNER):
        return _scoped(before, turn, _with_subject(before, turn, bool(concept)))
    return _scoped(before, turn, turn.bare)


def _is_only_a_name(turn: Turn) -> bool:
    """Whether the turn asks nothing itself: one thing, named in a few words."""
    thing = turn.of(Role.CONCEPT, Role.OWNER)
    return bool(thing) and len(turn.marks) <= _FEW and not (turn.of(Role.FRAME, Role.CUE) or ANEW.match(turn.text))


def _pointed(before: Turn, turn: Turn, pointing: re.Match[str]) -> str:
    """Under det andra …: the level that was asked for before, with its number, within what that question was about."""
    level = LEVEL.search(before.text)
    after = turn.text[pointing.end() :].rstrip(ENDING)
    noun = f" {level[0]}" if level and not LEVEL.match(after.strip()) else ""
    scope = before.bare[level.end() :] if level else _OPENING.sub("", before.bare)
    return f"{turn.text[: pointing.end()]}{noun}{after} {_VERB.sub('', scope).strip()}?"


def _subject(before: Turn, has_concept: bool) -> str:
    """What a pronoun points back to: the unit or plan where the turn has a concept of its own, else all of it."""
    if has_concept and (said := before.words(Role.OWNER) or before.words(Role.PLAN)):
        return said
    places = [found for found in before.of(Role.CONCEPT, Role.OWNER) if not LEVEL.fullmatch(found.word)]
    verb = _DOES.match(before.text)
    things = [found for found in places if verb is None or found.start != verb.start("verb")]
    places = things or places or before.of(Role.CONCEPT)
    return before.text[places[0].start : places[-1].end] if places else before.words(Role.PLAN)


def _with_subject(before: Turn, turn: Turn, has_concept: bool) -> str:
    """The turn with what it points back to in the place of its pronoun."""
    at_end = re.search(r"\b(är|blir|utgör|is|are) (det|den|de|it|they|that)\W*$", turn.text, re.IGNORECASE)
    said = _subject(before, has_concept and not at_end)
    if has_concept and (task := _TASK.search(before.bare)):
        said = task["object"]
    lead = LEAD.match(turn.bare)
    pronoun = _DEMONSTRATIVE.search(turn.bare) or PRONOUNS.search(turn.bare, lead.end() if lead else 0)
    if not pronoun or not said:
        return f"{turn.bare} {said}".strip()
    return f"{turn.bare[: pronoun.start()]}{said}{turn.bare[pronoun.end() :]}"


def _moving(turn: Turn) -> list[Mark]:
    return [found for found in turn.marks if _MOVES.fullmatch(found.word)]


def _scoped(before: Turn, turn: Turn, text: str) -> str:
    """A question of its own that leaves the plan, and for an amount the year, to the one before."""
    if _MOVES.search(turn.text) and not turn.of(Role.OWNER) and set(turn.of(Role.CONCEPT)) <= set(_moving(turn)):
        about = before.words(Role.CONCEPT, Role.OWNER)
        text += f" för {about}" if about and about not in text else ""
    if _SHARE.search(turn.text) and not _OF.search(turn.text) and (whole := before.words(Role.CONCEPT)):
        text += f" av {whole}"
    if not turn.of(Role.PLAN) and (plan := before.words(Role.PLAN)) and plan not in text:
        text += f" i {plan}"
    if _MORE.search(turn.text) and len(before.of(Role.YEAR)) == 1 and len(turn.of(Role.YEAR)) == 1:
        text += f" än {before.words(Role.YEAR)}"
    until = re.search(r"\b(till|to|until)\s+(?:19|20)\d\d", turn.text, re.IGNORECASE)
    if until and len(before.of(Role.YEAR)) == 1 and len(turn.of(Role.YEAR)) == 1:
        text += f" från {before.words(Role.YEAR)}"
    is_amount = SAME_QUESTION.match(LEAD.sub("", text))
    if is_amount and not years_of(turn.text) and (year := before.words(Role.YEAR)) and year not in text:
        text += f" {year}"
    return f"{text}?"
