"""Turns that ask something else about what the question before was about: each way of leaning on it is one rule."""

import re
from collections.abc import Callable, Sequence

from assistant.understanding.follow_up_words import LEAD
from assistant.understanding.known_plan import KnownPlan
from assistant.understanding.lexicon import LEVEL_WORDS
from assistant.understanding.marking import Role, mark
from assistant.understanding.order_words import EXTREME, place_of
from assistant.understanding.replacing import replaced
from assistant.understanding.turn import ENDING, Turn

Leaning = Callable[[Turn, Turn, Sequence[KnownPlan]], str]
"""The turn as a question that stands alone; empty where it does not lean in this way."""

_IT = r"(?:det|den|de|dom|it|they|that)"
_IS = r"(?:är|blir|var|blev|utgör|motsvarar|is|are|was|does)"
_ALSO = re.compile(
    rf"^\W*(?:gäller|är|is|does) (?:{_IT}|detsamma|samma (?:sak|belopp|summa|nivå|avgift))(?: samma| (?:apply|go|true"
    rf"|the same))?(?: för| även"
    rf"| också| for)*"
    r" (?P<what>.+?) ?(?:också|med|likaså|too|as well)?\W*$",
    re.IGNORECASE,
)
_ALSO_WORD = re.compile(r"\b(också|även|detsamma|samma|likaså|too|as well|the same)\b", re.IGNORECASE)
_COMPARES = re.compile(
    rf"^\W*(?P<verb>{_IS}|ligger|kostar|har) (?P<it>{_IT})\b(?=.*\b(än|than|som|as)\b)", re.IGNORECASE
)
_MOVED = re.compile(
    rf"^\W*{_IS} {_IT} (?:en |an? )?(?:(?P<rise>ökning|höjning|increase|rise)|minskning|sänkning|decrease|fall)"
    r"(?: (?:jämfört|mot|från|compared|from)\b.*)?\W*$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"^\W*(?:(?:hur stor|vilken|what|how large a) (?:an)?(?:del|share|part)|(?:hur många|i|in|as a"
    r"|hur mycket i) (?:procent|per ?cent|percentage)"
    rf"|andel)(?: {_IS} {_IT})? (?:av|of) (?P<whole>.+?)(?: {_IS} {_IT})?\W*$",
    re.IGNORECASE,
)
_NOUN = r"person(?:en)?|roll(?:en)?|befattning(?:en)?|tjänst(?:en)?|grupp(?:en)?|organ(?:et)?|person|role|group|body"
_THAT_ONE = re.compile(rf"\b(?:den|det|that|this)(?: h?är| där)? (?:{_NOUN})\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\b(?P<of>av|bland|of|among) (?:dem|dessa|de|them|these)\b", re.IGNORECASE)
_BELONGING = re.compile(
    r"^\s*(?:som )?(?:hör|ingår|finns|är|har|gäller|ligger|lyder|belongs?|are|is|does)\b(?: till\b| to\b)?",
    re.IGNORECASE,
)
"""A verb between things and what they belong to."""
_THERE = re.compile(r"\s+(?:där|dit|därifrån|there)(?=\W*$)", re.IGNORECASE)
_LEVEL = re.compile(rf"\b({'|'.join(LEVEL_WORDS.values())})\b", re.IGNORECASE)
_NEXT = re.compile(
    r"^\W*(?:vilk\w+|vem|vad|which|who)\b.*\b(?:sedan|därefter|efter (?:den|det)|sen|next|then)\W*$", re.IGNORECASE
)
_PLACE_WORDS = {2: "näst", 3: "tredje", 4: "fjärde", 5: "femte"}


def leaning_on(before: Turn, turn: Turn, plans: Sequence[KnownPlan]) -> str:
    """The turn as a question that stands alone by the first rule that fits; empty where none does."""
    return next((said for rule in _RULES if (said := rule(before, turn, plans))), "")


def _also(before: Turn, turn: Turn, plans: Sequence[KnownPlan]) -> str:
    """Gäller det X också?: the question before, of X."""
    found = _ALSO.match(LEAD.sub("", turn.text))
    if found is None or not _ALSO_WORD.search(turn.text) or re.search(r"\b(än|than|som|as)\b", found["what"]):
        return ""
    other = Turn(found["what"], mark(found["what"], plans))
    concept = other.of(Role.CONCEPT)
    if len(other.marks) > _FEW or not (concept or other.of(Role.OWNER, Role.PLAN, Role.YEAR)):
        return ""
    return replaced(before, other, bool(concept), plans)


def _compared(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """Är det mer än X?: the whole subject of the question before, with its year, on the one side."""
    found = _COMPARES.match(LEAD.sub("", turn.bare))
    subject = _whole_subject(before)
    if found is None or not turn.of(Role.OWNER, Role.CONCEPT, Role.YEAR) or not subject:
        return ""
    text = LEAD.sub("", turn.bare)
    return f"{found['verb'].capitalize()} {subject}{text[found.end() :]}?"


def _moved(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """Är det en ökning?: whether what the question before was about rises or falls."""
    found = _MOVED.match(LEAD.sub("", turn.text))
    subject = _whole_subject(before)
    return f"{'Ökar' if found['rise'] else 'Minskar'} {subject}?" if found and subject else ""


def _share(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """I procent av X?: the subject of the question before as a share of X."""
    found = _SHARE.match(LEAD.sub("", turn.text))
    subject = _whole_subject(before)
    if found is None or not subject or EXTREME.search(before.text):
        return ""
    return f"Hur stor andel av {found['whole']} är {subject}?"


def _further_down(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """Vilken är tvåa?: the same order, a place further down."""
    asked = EXTREME.search(before.text)
    place = place_of(turn.text) if place_of(turn.text) > 1 else 2 if _NEXT.match(turn.text) else 1
    if asked is None or place == 1 or place_of(before.text) > 1 or turn.of(Role.CONCEPT, Role.OWNER, Role.PLAN):
        return ""
    own = EXTREME.search(turn.text)
    end = own[0] if own else asked[0]
    return f"{before.bare[: asked.start()]}{_PLACE_WORDS[place]} {end}{before.bare[asked.end() :]}?"


def _that_one(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """… den personen …: what the question before was about."""
    found = _THAT_ONE.search(turn.bare)
    said = before.words(Role.CONCEPT)
    if found is None or not said:
        return ""
    plan = "" if turn.of(Role.PLAN) or not before.of(Role.PLAN) else f" i {before.words(Role.PLAN)}"
    last = before.text[before.of(Role.CONCEPT)[-1].start : before.of(Role.CONCEPT)[-1].end]
    return f"{turn.bare[: found.start()]}{last}{turn.bare[found.end() :]}{plan}?"


def _of_them(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """… av dem …: of the things that the question before asked for, where it asked for them."""
    found = _OF_THEM.search(turn.bare)
    noun = _LEVEL.search(before.text)
    if found is None or noun is None:
        return ""
    rest = _BELONGING.sub("", before.bare[noun.end() :]).strip()
    place = f" {rest}" if rest else ""
    return f"{turn.bare[: found.start()]}{found['of']} {noun[0]}{turn.bare[found.end() :]}{place}?"


def _there(before: Turn, turn: Turn, _plans: Sequence[KnownPlan]) -> str:
    """… där?: in the unit, or else the plan, that the question before named."""
    found = _THERE.search(turn.text)
    said = before.words(Role.OWNER)
    if found is None or not said or turn.of(Role.OWNER, Role.PLAN):
        return ""
    return f"{turn.text[: found.start()]} i {said}?"


def _whole_subject(before: Turn) -> str:
    """What the question before was about, from its first to its last telling word, years and plans with it."""
    places = before.of(Role.CONCEPT, Role.OWNER, Role.PLAN, Role.YEAR)
    if not before.of(Role.CONCEPT, Role.OWNER):
        return ""
    return before.text[places[0].start : places[-1].end].rstrip(ENDING)


_FEW = 4
_RULES: tuple[Leaning, ...] = (_also, _compared, _moved, _share, _further_down, _of_them, _that_one, _there)
