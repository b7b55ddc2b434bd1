"""A question as a typed value: what is asked, about what, where, when, in which unit and language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Language
from assistant.understanding.conversation import resolve
from assistant.understanding.courtesies import INTERROGATIVES
from assistant.understanding.cues import CUES, PURPOSE_NOUNS, Asked, shows
from assistant.understanding.ellipses import written_out
from assistant.understanding.follow_up_words import SPLIT
from assistant.understanding.framing import asked_again, asked_clause
from assistant.understanding.gaps import gaps_mended
from assistant.understanding.glosses import without_glosses
from assistant.understanding.known_plan import KnownPlan, known
from assistant.understanding.lexicon import LEVEL_WORDS, MONEY_WORDS, ORDINALS, UNIT_WORDS
from assistant.understanding.marking import Mark, Role, by_service, mark
from assistant.understanding.plain_words import said_plainly
from assistant.understanding.question_words import question_words
from assistant.understanding.small_words import TOTAL
from assistant.understanding.terms import Term, terms_of
from assistant.understanding.words import tokens
from assistant.understanding.years import YearsAsked, years_of
from index.languages import english_lead
from index.mending import Vocabularies, mended
from ingest.model import GoalLevel, Plan, Unit

_OF_AMOUNTS = frozenset(
    {Asked.FIGURE, Asked.COUNT, Asked.SHARE, Asked.SUM, Asked.RANK, Asked.RATIO, Asked.COMPARE, Asked.AUDIT}
)
"""Kinds of question in which a word for a service tells which row is meant."""
_NAMING = 12
"""Words of a question that only names a thing."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with all that it inherits from the conversation.

    `standalone` is its text without what earlier turns must tell; `plan_ids` are the plans that it names or that the
    caller chose, none meaning all; `terms` is the concept without names of plans and years; `levels` are the goal
    levels that it names, the one asked for first; `ordinal` numbers one of several ("det andra delmålet");
    `parts` holds the questions of one that asks several things.
    """

    text: str
    standalone: str
    language: Language = Language.SWEDISH
    asked: tuple[Asked, ...] = ()
    terms: tuple[Term, ...] = ()
    marks: tuple[Mark, ...] = ()
    plan_ids: tuple[str, ...] | None = None
    names_plan: bool = False
    years: YearsAsked = YearsAsked()  # noqa: RUF009
    unit: Unit | None = None
    total: bool = False
    money: bool = False
    levels: tuple[GoalLevel, ...] = ()
    ordinal: int | None = None
    strangers: tuple[str, ...] = ()
    parts: tuple["Question", ...] = ()

    @property
    def excluded(self) -> tuple[str, ...]:
        """What the question says that it does not mean."""
        return tuple(found.word for found in self.marks if found.role is Role.EXCLUDED)

    def asks(self, *kinds: Asked) -> bool:
        """Whether the question shows signs of one of these kinds."""
        return any(kind in self.asked for kind in kinds)


def understand(turns: Sequence[str], plans: Sequence[Plan], plan: str | None = None) -> Question:
    """Understand the last turn in the light of those before it and of the plans; `plan` limits it to one of them."""
    scope = tuple(known(each) for each in plans if plan is None or each.id == plan)
    everywhere = tuple(known(each) for each in plans)
    asked = [piece for turn in turns for piece in asked_again(_asked(turn, scope, everywhere))]
    standalone = " ".join(resolve(asked, scope).split())
    pieces = [piece for piece in SPLIT.split(standalone) if piece.strip()]
    whole = _understood(turns[-1], standalone, scope, everywhere, plan)
    if len(pieces) < 2:
        return whole
    parts = tuple(_part(piece, number, pieces, scope, everywhere, plan) for number, piece in enumerate(pieces))
    return replace(whole, parts=parts)


def _asked(turn: str, scope: Sequence[KnownPlan], everywhere: Sequence[KnownPlan]) -> str:
    """The turn rightly spelt, without its courtesies and with its short forms written out."""
    words = Vocabularies([*(each.spellings for each in everywhere), question_words()])
    text = mended(gaps_mended(turn, everywhere), words)
    if language_of(text) is Language.ENGLISH:
        text = without_glosses(text, everywhere)
    return written_out(asked_clause(said_plainly(text), lambda piece: _specifies(piece, everywhere)), scope)


def _specifies(piece: str, plans: Sequence[KnownPlan]) -> bool:
    """Whether words round a question name what it is about, or ask for what the assistant does not do."""
    if shows(Asked.OUT_OF_SCOPE, piece):
        return True
    return any(found.name or found.role in {Role.PLAN, Role.OWNER, Role.YEAR} for found in mark(piece, plans))


def _part(
    piece: str,
    number: int,
    pieces: Sequence[str],
    scope: Sequence[KnownPlan],
    everywhere: Sequence[KnownPlan],
    plan: str | None,
) -> Question:
    """One of several questions; a later one that points back, and any that leaves out the plan, leans on the others."""
    text = piece if number == 0 else resolve([pieces[0], piece], scope)
    if not any(found.plans for found in mark(text, everywhere)):
        names = [found.word for found in mark(" ".join(pieces), everywhere) if found.plans]
        text = f"{text.rstrip('?!. ')} {' '.join(dict.fromkeys(names))}?" if names else text
    return _understood(piece, text, scope, everywhere, plan)


def _understood(
    text: str, standalone: str, scope: Sequence[KnownPlan], everywhere: Sequence[KnownPlan], plan: str | None
) -> Question:
    folded = standalone.casefold()
    asked = _kinds(folded, standalone)
    marks = mark(standalone, everywhere)
    if Asked.WHY in asked or (asked and not set(asked) & _OF_AMOUNTS):
        marks = by_service(marks, everywhere)
    named = tuple(dict.fromkeys(plan_id for found in marks for plan_id in found.plans))
    inside = tuple(each.plan.id for each in scope)
    plan_ids = tuple(each for each in named if each in inside) or ((plan,) if plan else None)
    meant = [each for each in scope if plan_ids is None or each.plan.id in plan_ids]
    language = language_of(standalone)
    terms = terms_of(marks, meant or scope, language)
    return Question(
        text=text,
        standalone=standalone,
        language=language,
        asked=asked,
        terms=terms,
        marks=marks,
        plan_ids=plan_ids,
        names_plan=bool(named),
        years=years_of(standalone),
        unit=next(
            (unit for unit, pattern in UNIT_WORDS.items() if re.search(rf"(?<!\w)({pattern})(?!\w)", folded)), None
        ),
        total=any(word in TOTAL for word in tokens(standalone)),
        money=re.search(rf"\b({MONEY_WORDS})\b", folded) is not None,
        levels=_levels(folded),
        ordinal=_ordinal(folded),
        strangers=tuple(term.text for term in terms if term.name and not term.known),
    )


def _kinds(folded: str, standalone: str) -> tuple[Asked, ...]:
    """The kinds that the question shows signs of; one that only names a thing asks what it is, or what it holds."""
    shown = tuple(kind for kind, pattern in CUES if re.search(pattern, folded))
    words = tokens(standalone)
    asking = shown or years_of(standalone) or INTERROGATIVES.intersection(words) or len(words) > _NAMING
    if asking:
        return shown
    purpose = (Asked.PURPOSE,) if any(PURPOSE_NOUNS.fullmatch(word) for word in words) else ()
    return (*purpose, Asked.DEFINITION, Asked.LIST)


def language_of(text: str) -> Language:
    """The language that most of the small words are of; Swedish where it cannot be told."""
    return Language.ENGLISH if english_lead(tokens(text)) > 0 else Language.SWEDISH


def _levels(folded: str) -> tuple[GoalLevel, ...]:
    """The levels named, the one asked for first; prioritised actions are actions."""
    matches = [
        (match, level)
        for level, pattern in LEVEL_WORDS.items()
        for match in re.finditer(rf"(?<![\w-])({pattern})(?![\w])", folded)
    ]
    starts = {match.start() for match, _ in matches}
    found = [
        (match.start(), level)
        for match, level in matches
        if level is not GoalLevel.PRIORITY or match.end() + 1 not in starts
    ]
    asking = re.search(r"\b(vad|vilk\w+|hur|what|which|how)\b", folded)
    start = asking.start() if asking else 0
    return tuple(dict.fromkeys(level for _, level in sorted(found, key=lambda each: (each[0] < start, each[0]))))


def _ordinal(folded: str) -> int | None:
    words = "|".join(word for word in ORDINALS if word.isalpha())
    levels = "|".join(LEVEL_WORDS.values())
    match = re.search(rf"\b(?P<number>{words})\s+(?:\w+\s+)?(?:{levels})\b", folded) or re.search(
        rf"\b(?:{levels})\s+(?P<number>\d)\b", folded
    )
    return None if match is None else int(match["number"]) if match["number"].isdigit() else ORDINALS[match["number"]]
