"""What a follow-up leaves out, filled in from the question before it: one question that stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.cues import ANEW, BARE, ELLIPSIS, LEAD, MILD, PRONOUNS, SAME_QUESTION
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import LEVEL_WORDS, ORDINALS
from assistant.understanding.marking import Mark, Role, mark
from assistant.understanding.years import years_of

_ORDINAL = "|".join(word for word in ORDINALS if word.isalpha())
_LEVEL = re.compile(rf"\b({'|'.join(LEVEL_WORDS.values())})\b", re.IGNORECASE)
_POINTING = re.compile(rf"\b(?:det|den|de|the)\s+({_ORDINAL})\b", re.IGNORECASE)
_DEMONSTRATIVE = re.compile(
    rf"\b(den|det|de|this|that)( h?är| där)?( (?:{'|'.join(LEVEL_WORDS.values())}))?(?=\W|$)", re.IGNORECASE
)
_OPENING = re.compile(
    r"^\W*(hur (mycket|många|stora?|stort|hög[at]?)|vad|vilka|vilken|vilket|när|vem|how (much|many)|what|which)\b\s*",
    re.IGNORECASE,
)
_VERB = re.compile(r"^\s*(finns|är|var|har|ingår|gäller|are|is|was|there)\b( det| there)?", re.IGNORECASE)
_ENDING = "?!. "


@dataclass(frozen=True, slots=True)
class _Turn:
    """A question's text and its marked words."""

    text: str
    marks: tuple[Mark, ...]

    def of(self, *roles: Role) -> list[Mark]:
        """The marks of these roles."""
        return [found for found in self.marks if found.role in roles]

    def words(self, *roles: Role) -> str:
        """The text from the first to the last word of these roles."""
        places = self.of(*roles)
        return self.text[places[0].start : places[-1].end] if places else ""

    @property
    def bare(self) -> str:
        """The text without its question mark."""
        return self.text.rstrip(_ENDING)


def resolve(turns: Sequence[str], plans: Sequence[KnownPlan]) -> str:
    """The last turn as a question that stands alone."""
    standing = _asking(turns[0].strip(), plans)
    for turn in turns[1:]:
        before, asking = _Turn(standing, mark(standing, plans)), _asking(turn.strip(), plans)
        standing = _follow(before, _Turn(asking, mark(asking, plans)))
    return standing


def _asking(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The turn's question without what is said around it, but for the plan that is named there."""
    pieces = [piece for piece in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", turn) if piece.strip()]
    asking = [piece for piece in pieces if piece.rstrip().endswith("?")]
    if len(pieces) < 2 or len(asking) != 1 or asking[0] is not pieces[-1]:
        return turn
    around = _Turn(" ".join(pieces[:-1]), mark(" ".join(pieces[:-1]), plans))
    own = _Turn(asking[0], mark(asking[0], plans))
    return asking[0] if own.of(Role.PLAN) or not around.of(Role.PLAN) else f"{own.bare} i {around.words(Role.PLAN)}?"


def _follow(before: _Turn, turn: _Turn) -> str:
    if BARE.match(turn.text):
        return f"{turn.bare} {_OPENING.sub('', before.bare)}?"
    if pointing := _POINTING.search(turn.text):
        return _pointed(before, turn, pointing)
    concept = [found for found in turn.of(Role.CONCEPT) if not _LEVEL.fullmatch(found.word)]
    if MILD.match(turn.text) or (ELLIPSIS.match(turn.text) and not ANEW.match(LEAD.sub("", turn.text))):
        return _replaced(before, turn, bool(concept))
    if not concept and not turn.of(Role.OWNER, Role.CUE) and SAME_QUESTION.match(LEAD.sub("", turn.text)):
        return _replaced(before, turn, False)
    if PRONOUNS.search(LEAD.sub("", turn.text)) and not turn.of(Role.OWNER):
        return _scoped(before, turn, _with_subject(before, turn, bool(concept)))
    return _scoped(before, turn, turn.bare)


def _pointed(before: _Turn, turn: _Turn, pointing: re.Match[str]) -> str:
    """Under det andra …: the level that was asked for before, with its number, within what that question was about."""
    level = _LEVEL.search(before.text)
    after = turn.text[pointing.end() :].rstrip(_ENDING)
    noun = f" {level[0]}" if level and not _LEVEL.match(after.strip()) else ""
    scope = before.bare[level.end() :] if level else _OPENING.sub("", before.bare)
    return f"{turn.text[: pointing.end()]}{noun}{after} {_VERB.sub('', scope).strip()}?"


def _replaced(before: _Turn, turn: _Turn, concept: bool) -> str:
    """The question before with the years, plan, unit or concept of the turn in place of its own."""
    text, added = before.bare, ""
    old_owner = before.of(Role.OWNER)
    swaps: list[tuple[str, list[Mark], str]] = []
    if years_of(turn.text):
        said = turn.words(Role.YEAR) or LEAD.sub("", turn.bare)
        swaps.append((said, before.of(Role.YEAR), ""))
    if turn.of(Role.PLAN):
        swaps.append((turn.words(Role.PLAN), before.of(Role.PLAN), "i"))
    if turn.of(Role.OWNER):
        swaps.append((turn.words(Role.OWNER), old_owner, "för"))
    elif concept:
        swaps.append((turn.words(Role.CONCEPT, Role.FRAME), _displaced(before, turn), "för"))
    elif turn.of(Role.CUE):
        swaps.append((turn.words(Role.CUE), before.of(Role.CUE), ""))
    if turn.of(Role.PLAN) and not turn.of(Role.OWNER):
        swaps.append(("", old_owner, ""))
    edits = {place.start: (place.end, said if place is old[0] else "") for said, old, _ in swaps for place in old}
    added = "".join(f" {preposition} {said}" for said, old, preposition in swaps if said and not old)
    for start in sorted(edits, reverse=True):
        end, said = edits[start]
        text = text[:start] + said + text[end:]
    return f"{text.rstrip(_ENDING)}{added}?"


def _displaced(before: _Turn, turn: _Turn) -> list[Mark]:
    """What a new concept takes the place of: the old unit after a preposition, else the old concept."""
    after_preposition = re.match(r".*\b(för|i|hos|inom|till|for|in|at)\s+\S+\W*$", turn.text, re.IGNORECASE)
    owner = before.of(Role.OWNER)
    if after_preposition:
        return owner
    return [found for found in before.of(Role.CONCEPT) if not _LEVEL.fullmatch(found.word)]


def _subject(before: _Turn, has_concept: bool) -> str:
    """What a pronoun points back to: the unit or plan where the turn has a concept of its own, else all of it."""
    if has_concept:
        return before.words(Role.OWNER) or before.words(Role.PLAN) or before.words(Role.CONCEPT)
    places = [found for found in before.of(Role.CONCEPT, Role.OWNER) if not _LEVEL.fullmatch(found.word)]
    return before.text[places[0].start : places[-1].end] if places else before.words(Role.PLAN)


def _with_subject(before: _Turn, turn: _Turn, has_concept: bool) -> str:
    """The turn with what it points back to in the place of its pronoun."""
    at_end = re.search(r"\b(är|blir|utgör|is|are) (det|den|de|it|they|that)\W*$", turn.text, re.IGNORECASE)
    said = _subject(before, has_concept and not at_end)
    lead = LEAD.match(turn.bare)
    pronoun = _DEMONSTRATIVE.search(turn.bare) or PRONOUNS.search(turn.bare, lead.end() if lead else 0)
    if not pronoun or not said:
        return f"{turn.bare} {said}".strip()
    return f"{turn.bare[: pronoun.start()]}{said}{turn.bare[pronoun.end() :]}"


def _scoped(before: _Turn, turn: _Turn, text: str) -> str:
    """A question of its own that leaves the plan, and for an amount the year, to the one before."""
    if not turn.of(Role.PLAN) and (plan := before.words(Role.PLAN)) and plan not in text:
        text += f" i {plan}"
    until = re.search(r"\b(till|to|until)\s+(?:19|20)\d\d", turn.text, re.IGNORECASE)
    if until and len(before.of(Role.YEAR)) == 1 and len(turn.of(Role.YEAR)) == 1:
        text += f" från {before.words(Role.YEAR)}"
    is_amount = SAME_QUESTION.match(LEAD.sub("", text))
    if is_amount and not years_of(turn.text) and (year := before.words(Role.YEAR)) and year not in text:
        text += f" {year}"
    return f"{text}?"
