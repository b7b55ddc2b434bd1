"""Word tables of Swedish public planning: kinds of amounts, units, levels and numbers. Data only."""

from assistant.understanding.words import listed
from ingest.model import FigureKind, GoalLevel, Unit

MEMBERS = listed("medlem medlemmar medlemskommun medlemskommuner kommun")
"""Words for those who make up a plan's organisation."""

EXONYMS = {"gothenburg": "göteborg", "scania": "skåne"}
"""English names of Swedish places that differ from their own."""

KIND_WORDS: dict[FigureKind, str] = {
    FigureKind.COST: "kostnad kosta utgift",
    FigureKind.INCOME: "intäkt inkomst",
    FigureKind.RESULT: "resultat överskott underskott",
    FigureKind.STAFFING: "tjänst tjänstgöring anställning sysselsättningsgrad befattning",
    FigureKind.INVESTMENT: "investering investera",
    FigureKind.FEE: "avgift",
}
"""What the kind of an amount says in words."""

UNIT_WORDS: dict[Unit, str] = {
    Unit.KR_PER_INHABITANT: (
        r"per invånare|per inv|kr/inv\w*|kronor/invånare|kr per inv\w*|per (capita|inhabitant|resident)"
    ),
    Unit.PERCENT: (
        r"procent(s|en|uell\w*)?|%|per ?cent|percentage|hur stor (an)?del|vilken andel"
        r"|(what|which|how large a) (share|proportion|part)"
    ),
    Unit.FULL_TIME_EQUIVALENT: r"årsarbetare|heltidstjänster|full-time equivalents?",
}
"""Expressions that ask for an amount in one unit."""

MONEY_WORDS = (
    r"kosta\w*|\w*kostnad(en|er|erna|ernas)?|pengar\w*|kronor|utgift\w*|intäkt(en|er|erna)?|costs?|expens\w*|spend\w*|money|revenues?|incomes?"
    r"|(vad|hur mycket|how much) (\w+ ){0,3}?(betala\w*|budgetera\w*|pay|pays|paid)"
)
"""Words that ask for an amount of money, not for a share or a number."""

MEASURES = {
    "kilometer": "km",
    "kubikmeter": "m³",
    "kvadratmeter": "m²",
    "kilo": "kg",
    "kilogram": "kg",
    "hektar": "ha",
    "megawattimmar": "mwh",
}
"""Units of other things than money, with the signs that tables set for them."""

UNIT_NAMES: dict[Unit, str] = {
    Unit.KR_PER_INHABITANT: "invånare inv",
    Unit.FULL_TIME_EQUIVALENT: "årsarbetare heltidstjänst tjänst",
}
"""What the unit of an amount says in words."""

LEVEL_WORDS: dict[GoalLevel, str] = {
    GoalLevel.AREA: r"insatsområde\w*|målområde\w*|fokusområde\w*|focus areas?|priority areas?|areas?",
    GoalLevel.GOAL: r"mål|målet|målen|övergripande mål\w*|goals?|målbild\w*",
    GoalLevel.OBJECTIVE: (
        r"delmål\w*|sub-?goals?|objectives?|sub-?objectives?|milestones?|interim goals?|intermediate goals?"
    ),
    GoalLevel.ACTION: (
        r"insats|insatsen|insatser|insatserna|åtgärd\w*|satsning(en|ar|arna)?|aktivitet\w*|actions?|measures?|initiatives?"
    ),
    GoalLevel.EFFECT: r"effekt(en|er|erna)?|förväntad\w* effekt\w*|effects?|outcomes?|impact",
    GoalLevel.PRIORITY: r"prioritering(en|ar|arna)?|priorit\w+|priorities",
    GoalLevel.ASSIGNMENT: r"uppdrag(et|en)?|assignments?|tasks?",
}
"""How people name the levels of a goal tree."""

ORDINALS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "första förste first 1",
            "andra second 2",
            "tredje third 3",
            "fjärde fourth 4",
            "femte fifth 5",
            "sjätte sixth 6",
        ),
        1,
    )
    for word in words.split()
}

PLACES: tuple[str, ...] = listed("första andra tredje fjärde femte")
"""Places in an order, in words."""
PLACES_ENGLISH: tuple[str, ...] = listed("first second third fourth fifth")

NUMBERS: tuple[str, ...] = listed("noll en två tre fyra fem sex sju åtta nio tio elva tolv")
"""Numbers in words, from nought to twelve."""
NUMBERS_ENGLISH: tuple[str, ...] = listed("zero one two three four five six seven eight nine ten eleven twelve")
NUMBER_WORDS: dict[str, int] = {word: n for words in (NUMBERS, NUMBERS_ENGLISH) for n, word in enumerate(words)}
"""What each of them says, in either language."""
SEVERAL: str = "|".join(word for word, number in NUMBER_WORDS.items() if number > 1)
"""Those from two on, as alternatives of a pattern."""

MONEY_HEADS = listed("""
    kostnad intäkt avgift hyra resultat arvode bidrag anslag överskott underskott omsättning investering utgift inkomst
    budgetram bidragsram summa belopp uppräkning förbundsmedel projektmedel utvecklingsmedel förstudiemedel
    finansiering kapital skuld tillgång ersättning tjänstgöringsgrad sysselsättningsgrad målvärde målnivå taxa
    avskrivning
    """)
"""Words that, as a concept or as the last part of one, name an amount."""
