"""How plans name the levels of their goals: nouns with their rank, and the phrases that they stand in."""

import re
from dataclasses import dataclass

from ingest.model import GoalLevel

_ENDING = r"(?:s|e[nt]s?|n|na|[aeo]r(?:nas?)?s?|t)?"

LEVEL_NOUNS: tuple[tuple[str, GoalLevel, float], ...] = (
    (r"prioritering", GoalLevel.PRIORITY, 0.2),
    (
        r"(?:insats|fokus|mål|utvecklings|profil|program|tema|satsnings|framtids|kärn|huvud|nyckel|prioriterings)område",
        GoalLevel.AREA,
        0.0,
    ),
    (r"\w*områd[e]?|perspektiv|tema|kraftsamling|pelare|spår", GoalLevel.AREA, 0.0),
    (r"(?:nämnds?|bolags|förvaltnings|enhets|verksamhets|resultat|kvalitets|produktions)mål", GoalLevel.OBJECTIVE, 1.6),
    (r"(?:del|etapp|års|kortsiktsmål)mål|milstolp[e]?", GoalLevel.OBJECTIVE, 2.0),
    (r"(?:inriktnings|fullmäktige|huvud|visions|effekt|kf-|ägar)mål", GoalLevel.GOAL, 0.6),
    (r"\w*mål(?:sättning)?|målbild|(?:\w+s)?inriktning|ambition", GoalLevel.GOAL, 1.0),
    (r"strategi", GoalLevel.OBJECTIVE, 1.8),
    (r"åtagande|löfte", GoalLevel.ACTION, 2.8),
    (r"\w*(?:insats|åtgärd|aktivitet|satsning|initiativ)|handling|genomförande|arbetssätt", GoalLevel.ACTION, 3.0),
    (r"\w*(?:effekt|indikator|nyckeltal|mätetal|styrtal)|resultat|mått|nytta|önskat läge", GoalLevel.EFFECT, 4.0),
    (r"\w*uppdrag", GoalLevel.ASSIGNMENT, 3.0),
)
"""Nouns without their endings; the first that fits counts. `rank` orders the levels from the outermost."""

_LEVELS = tuple((re.compile(f"({pattern}){_ENDING}"), level, rank) for pattern, level, rank in LEVEL_NOUNS)

OUTER = re.compile(r"övergripande|strategisk|långsiktig|fullmäktige|gemensam|prioriterad|kommunens|regionens", re.I)
INNER = re.compile(
    r"(?:nämnd|förvaltning|enhet|verksamhet|bolag|styrelse|avdelning)\w*s$|kortsiktig|årets|mätbar", re.I
)
"""What before "mål" lifts it over the plan's other goals, or sets it under them."""

NO_GOALS = re.compile(
    r"(?:kontroll|risk|klago|ända|före|moders|skilje|brott|spörs|tviste|gifter|ända|upptagnings|geografiskt?|strand\w*)(?:mål|område)",
    re.I,
)
OTHER_LISTS = re.compile(
    r"\b\w*(?:ledord|värdeord|värdegrund\w*|värden|värderingar|principer|förhållningssätt|nätverk|risker)$", re.I
)
"""What a heading's list is of that is no goal, whatever its chapter announces."""
WEAK = re.compile(r"(?:verksamhets|ansvars|arbets|politik|del)?område|perspektiv|tema|spår|pelare", re.I)
"""Words that name an area only where goals stand under it."""

COLUMN_PHRASES: tuple[tuple[str, str], ...] = (
    (r"(?:vad|vart|dit|hit) (?:\w+ ){0,2}(?:uppnå|nå|åstadkomma|vill|ska)(?: vi)?", "mål"),
    (
        r"vad (?:\w+ ){0,3}gör\w*.*|(?:så|hur) (?:\w+ ){0,2}(?:gör|göra|når|nå|arbetar|jobbar)\b.*|detta gör vi",
        "åtgärd",
    ),
    (
        r"(?:vad )?(?:det|vi) (?:ger|leder till|får ut).*|(?:så|hur) (?:\w+ ){0,2}(?:mäter|märk\w+|vet|följer)\b.*",
        "effekt",
    ),
)
"""How columns and headings ask for a level instead of naming it."""

TARGET = re.compile(r"målvärde|måltal|målnivå|utfall|utgångsläge|basvärde|nuvärde|ansvarig|tidplan|uppföljning", re.I)
"""What else a table of goals says of each: a value, a time, somebody responsible."""

FLEXIBLE = re.compile(r"(?:\w+s)?inriktning|ambition|målbild|målsättning|strategi|åtagande|löfte", re.I)
"""Words that plans use for one level or another: what stands over and under them decides."""

UNIT_NAME = re.compile(
    r"^(?!(?:en|ett|vår|våra)\s).*(?:nämnd|styrelse|förvaltning|kontor|kansli|avdelning|enhet|direktion|utskott|bolag)(?:en|et|s)?$|\bAB$",
    re.I,
)
"""How the name of an organisational unit ends: no goal, but whose goals they are."""

_MODIFIER = re.compile(
    r"(?:\w|-)+(?:s|a|t|e|sk|ig|ad|iv|ell|al|är)|två|tre|fyra|fem|sex|sju|åtta|nio|tio|\d{1,2}|och", re.I
)
_NO_MODIFIER = re.compile(r"(?:ing|tion|else|ingar|ningen)$|^(?:är|inte|detta|vad|hur)$", re.I)
_PREPOSITION = re.compile(r"för|i|inom|om|på|till|av|enligt|från|med|per|mot|åt|kring|under|hos|vid|som|och|samt", re.I)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)?\d\d))?\b")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that names a level; `word` is it without ending, `plural` tells that it announces several.

    A `weak` one counts only with goals around it, a `flexible` one takes its level from them.
    """

    word: str
    level: GoalLevel
    rank: float
    plural: bool = False
    weak: bool = False
    flexible: bool = False


def term_of_noun(noun: str) -> Term | None:
    """The level that one noun names, in whatever form it stands."""
    folded = noun.casefold().strip("”“\"'.,;*")
    if NO_GOALS.match(folded):
        return None
    for pattern, level, rank in _LEVELS:
        found = pattern.fullmatch(folded)
        if found:
            plural = bool(re.search(r"(?:[aeo]r|na|områden|mål|uppdrag|tal|mått|initiativ)s?$", folded))
            word = found[1]
            return Term(word, level, rank, plural, bool(WEAK.fullmatch(word)), bool(FLEXIBLE.fullmatch(word)))
    return None


def term_of(phrase: str) -> Term | None:
    """The level that a phrase names: its head noun with at most six modifiers before it, and what it is for after it.

    "Kommunfullmäktiges övergripande mål för mandatperioden" → mål; "Uppföljning av mål" → none.
    """
    words = _YEARS.sub(" ", re.sub(r"\([^)]*\)", " ", phrase)).split()
    head = next((n for n, word in enumerate(words) if n and _PREPOSITION.fullmatch(word)), len(words))
    own = words[:head]
    if not own or len(own) > 7:
        return None
    term = term_of_noun(own[-1])
    modifiers = own[:-1]
    if term is None or any(not _MODIFIER.fullmatch(w) or _NO_MODIFIER.search(w) for w in modifiers):
        return None
    return _ranked(term, modifiers)


def _ranked(term: Term, modifiers: list[str]) -> Term:
    said = " ".join(modifiers)
    if term.level is GoalLevel.AREA and term.weak and re.search(r"strategi|priorit|utveckl", said, re.I):
        return Term(f"prioriterat {term.word}", term.level, term.rank, term.plural)
    if term.level is not GoalLevel.GOAL or not modifiers:
        return term
    if INNER.search(said):
        return Term(f"nämndens {term.word}", GoalLevel.OBJECTIVE, 1.6, term.plural, flexible=True)
    if OUTER.search(said):
        return Term(f"övergripande {term.word}", GoalLevel.GOAL, 0.6, term.plural, flexible=term.flexible)
    return term


def term_of_question(phrase: str) -> Term | None:
    """The level that a heading or column asks for: "Så gör vi" → action."""
    told = _YEARS.sub("", phrase.casefold()).strip(" ?:.")
    return next((term_of_noun(noun) for pattern, noun in COLUMN_PHRASES if re.fullmatch(pattern, told)), None)
