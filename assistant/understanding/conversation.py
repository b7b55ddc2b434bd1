"""What a follow-up leaves out, filled in from the question before it: one question that stands alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.cues import ANEW, BARE, ELLIPSIS, EXTREME, FALL, LEAD, MILD, PRONOUNS, RISE, SAME_QUESTION
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import LEVEL_WORDS, ORDINALS
from assistant.understanding.marking import Mark, Role, mark
from assistant.understanding.years import years_beside, years_of

_ORDINAL = "|".join(word for word in ORDINALS if word.isalpha())
_LEVEL = re.compile(rf"\b({'|'.join(LEVEL_WORDS.values())})\b", re.IGNORECASE)
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
_LEAD_CLAUSE = re.compile(
    r"^(?P<lead>[^?,;]{3,80}),\s+(?P<asking>(?:och )?(?:hur|vad|vilk\w+|vem|när|varför|var|what|which|who|when|how|why"
    r"|where)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""A question after a comma, with what the asker says of it before."""
_OF_ONESELF = re.compile(r"^\W*(jag|vi|som ny|min|mina|mitt|i|we|my|as a)\b", re.IGNORECASE)
"""An asker who tells of himself, which the plans know nothing of."""
_BACK = re.compile(r"^\W*(blir|stämmer|går|ger|är|is|does|do) (det|de|då|that|it|they) ", re.IGNORECASE)
"""A question about what was said before it."""
_IT = re.compile(r"\b(det|den|it)( för något| för nåt| egentligen)?\W*$", re.IGNORECASE)
_WHAT_IT_IS = re.compile(r"^\W*(och |men |so |and )?(vad|vem|what|who)( \w+)? (är|betyder|gör|innebär|is|does)\b", re.IGNORECASE)
"""A question for what something is, which its name alone stands for."""
_ENDING = "?!. "
_FEW = 3
"""Words of a turn that only names what else the question is about."""


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
        standing = _follow(before, _Turn(asking, mark(asking, plans)), plans)
    return standing


def _asking(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The turn's question without what is said around it, but for the plan that is named there."""
    turn = _after_lead(turn, plans)
    pieces = [piece for piece in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", turn) if piece.strip()]
    asking = [piece for piece in pieces if piece.rstrip().endswith("?")]
    if len(pieces) < 2 or len(asking) != 1 or asking[0] is not pieces[-1]:
        return turn
    around = _Turn(" ".join(pieces[:-1]), mark(" ".join(pieces[:-1]), plans))
    own = _Turn(asking[0], mark(asking[0], plans))
    if around.of(Role.CONCEPT, Role.OWNER) and (_BACK.match(asking[0]) or _leans(own, around)):
        return turn
    return asking[0] if own.of(Role.PLAN) or not around.of(Role.PLAN) else f"{own.bare} i {around.words(Role.PLAN)}?"


def _leans(own: _Turn, around: _Turn) -> bool:
    """Whether a question leaves what it is about to the statement before it: by no word, or only by what it names."""
    if _OF_ONESELF.match(around.text):
        return False
    if not own.of(Role.CONCEPT, Role.OWNER):
        return True
    return not any(each.name or each.role is Role.OWNER for each in own.marks) and any(
        each.name and each.role is not Role.PLAN for each in around.marks
    )


def _after_lead(turn: str, plans: Sequence[KnownPlan]) -> str:
    """The question after a clause that only leads to it ("jag är ny, vad är X?", "de talar om X, vad är det?")."""
    parted = _LEAD_CLAUSE.match(turn)
    if parted is None or ANEW.match(LEAD.sub("", turn)):
        return turn
    asking = parted["asking"]
    names = [found for found in mark(parted["lead"], plans) if found.name or found.role is Role.OWNER]
    if _IT.search(asking) and names and (_WHAT_IT_IS.match(asking) or not _concept(parted["lead"], plans)):
        return f"{_IT.sub('', asking).rstrip()} {parted['lead'][names[-1].start : names[-1].end]}?"
    own = mark(asking, plans)
    if not _OF_ONESELF.match(turn) or not any(found.role in {Role.CONCEPT, Role.OWNER} for found in own):
        return turn
    named = [found.word for found in names if found.role is Role.PLAN and not any(each.plans for each in own)]
    return f"{asking.rstrip(_ENDING)} i {' '.join(named)}?" if named else asking


def _concept(text: str, plans: Sequence[KnownPlan]) -> bool:
    return any(found.role is Role.CONCEPT and not found.name for found in mark(text, plans))


def _follow(before: _Turn, turn: _Turn, plans: Sequence[KnownPlan]) -> str:
    if BARE.match(turn.text):
        return f"{turn.bare} {_OPENING.sub('', before.bare)}?"
    if pointing := _POINTING.search(turn.text):
        return _pointed(before, turn, pointing)
    concept = [found for found in turn.of(Role.CONCEPT) if not _LEVEL.fullmatch(found.word)]
    if MILD.match(turn.text) or _is_only_a_name(turn) or (ELLIPSIS.match(turn.text) and not ANEW.match(LEAD.sub("", turn.text))):
        return _replaced(before, turn, bool(concept), plans)
    same_question = SAME_QUESTION.match(LEAD.sub("", turn.text)) and not _MORE.search(turn.text)
    if not concept and not turn.of(Role.OWNER, Role.CUE) and same_question:
        return _replaced(before, turn, False, plans)
    other, asked = EXTREME.search(turn.text), EXTREME.search(before.text)
    if other and asked and not turn.of(Role.CONCEPT, Role.OWNER, Role.PLAN, Role.YEAR):
        return f"{before.bare[: asked.start()]}{other[0]}{before.bare[asked.end() :]}?"
    if PRONOUNS.search(LEAD.sub("", turn.text)) and not turn.of(Role.OWNER):
        return _scoped(before, turn, _with_subject(before, turn, bool(concept)))
    return _scoped(before, turn, turn.bare)


def _is_only_a_name(turn: _Turn) -> bool:
    """Whether the turn asks nothing itself: one thing, named in a few words."""
    thing = turn.of(Role.CONCEPT, Role.OWNER)
    return bool(thing) and len(turn.marks) <= _FEW and not (turn.of(Role.FRAME, Role.CUE) or ANEW.match(turn.text))


def _pointed(before: _Turn, turn: _Turn, pointing: re.Match[str]) -> str:
    """Under det andra …: the level that was asked for before, with its number, within what that question was about."""
    level = _LEVEL.search(before.text)
    after = turn.text[pointing.end() :].rstrip(_ENDING)
    noun = f" {level[0]}" if level and not _LEVEL.match(after.strip()) else ""
    scope = before.bare[level.end() :] if level else _OPENING.sub("", before.bare)
    return f"{turn.text[: pointing.end()]}{noun}{after} {_VERB.sub('', scope).strip()}?"


def _replaced(before: _Turn, turn: _Turn, concept: bool, plans: Sequence[KnownPlan]) -> str:
    """The question before with the years, plan, unit or concept of the turn in place of its own."""
    text, added = before.bare, ""
    old_owner = before.of(Role.OWNER)
    swaps: list[tuple[str, list[Mark], str]] = []
    if years_of(turn.text) or _beside(before, turn):
        said = turn.words(Role.YEAR) or _beside(before, turn) or LEAD.sub("", turn.bare)
        swaps.append((said, before.of(Role.YEAR), ""))
    if turn.of(Role.PLAN):
        swaps.append((turn.words(Role.PLAN), before.of(Role.PLAN), "i"))
    if turn.of(Role.OWNER):
        swaps.append((turn.words(Role.OWNER), old_owner, "för"))
        if concept and not old_owner:
            swaps.append((turn.words(Role.CONCEPT), _displaced(before, turn, plans), "för"))
    elif concept:
        swaps.append((turn.words(Role.CONCEPT, Role.FRAME), _displaced(before, turn, plans), "för"))
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


def _beside(before: _Turn, turn: _Turn) -> str:
    """The year that the turn tells from the one asked about before; empty where it tells none so."""
    year = before.words(Role.YEAR)
    beside = years_beside(turn.text, int(year)) if year.isdigit() else None
    return str(beside) if beside else ""


def _displaced(before: _Turn, turn: _Turn, plans: Sequence[KnownPlan]) -> list[Mark]:
    """What a new concept takes the place of: what is called the same, the old unit after a preposition, else all."""
    same = [found for found in before.of(Role.CONCEPT) if found.word in {each.word for each in turn.of(Role.CONCEPT)}]
    if same and len(same) < len(turn.of(Role.CONCEPT)):
        starts = {found.start for found in same}
        concept = before.of(Role.CONCEPT, Role.PLAN)
        names = [one for one, next_one in pairwise(concept) if one.name and next_one.start in starts]
        return sorted({*names, *same}, key=lambda found: found.start)
    if run := _named_run(before, turn, plans):
        return run
    after_preposition = re.match(r".*\b(för|i|hos|inom|till|for|in|at)\s+\S+\W*$", turn.text, re.IGNORECASE)
    owner = before.of(Role.OWNER)
    if after_preposition:
        return owner
    return [found for found in before.of(Role.CONCEPT) if not _LEVEL.fullmatch(found.word)]


def _named_run(before: _Turn, turn: _Turn, plans: Sequence[KnownPlan]) -> list[Mark]:
    """The first name of the question before, in all its words, where the turn is no more than another name."""
    own = turn.of(Role.CONCEPT)
    if not own or turn.of(Role.FRAME) or not all(_is_named(turn.text[each.start : each.end], plans) for each in own):
        return []
    run: list[Mark] = []
    for each in before.marks:
        if each.role in {Role.CONCEPT, Role.OWNER} and before.text[each.start].isupper() and each.start:
            run.append(each)
        elif run:
            break
    return run


def _is_named(word: str, plans: Sequence[KnownPlan]) -> bool:
    """Whether some plan has the word as it stands, as a name."""
    return word[0].isupper() and any(plan.has(word) and plan.written_as_name(word.casefold()) for plan in plans)


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


def _moving(turn: _Turn) -> list[Mark]:
    return [found for found in turn.marks if _MOVES.fullmatch(found.word)]


def _scoped(before: _Turn, turn: _Turn, text: str) -> str:
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
