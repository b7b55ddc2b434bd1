"""Word tables of Swedish public planning: words of one meaning, words that say nothing, kinds of amounts. Data only."""

from assistant.understanding.words import listed
from ingest.model import FigureKind, GoalLevel, Unit

SYNONYMS: tuple[str, ...] = (
    "medlemsavgift förbundsavgift förbundsmedel medlemsfinansiering medlemsbidrag",
    "personal anställd medarbetare bemanning",
    "personalkostnad lönekostnad",
    "hyra lokalhyra lokalkostnad lokalhyror lokal",
    "konsult konsulttjänst konsultarvode",
    "kostnad utgift kosta kostar utlägg",
    "intäkt inkomst",
    "resultat överskott underskott vinst förlust netto",
    "bil fordon bilar tjänstebil",
    "arvode ersättning",
    "politisk politiker förtroendevald",
    "möte sammanträde",
    "bidrag bidra bidrar finansiering finansiera",
    "finansiera finansieras finansiering betala betalas bekosta bekostas",
    "investering investera",
    "omsättning omsätta omsätter",
    "invånare människor befolkning",
    "bilda bildades grunda grundades grundande starta instifta",
    "delägare ägare äga äger",
    "medlem medlemmar medlemskommun",
    "insats åtgärd satsning",
    "mål målsättning",
    "medel pengar anslag",
    "öka ökar ökning höja höjs höjning stiga stiger växa växer",
    "minska minskar minskning sänka sänks sänkning sjunka sjunker",
    "uppräkning uppräknas räknas indexering höjs",
    "överenskommelse avtal",
    "värdeord kärnvärde",
    "tjänst tjänstgöring tjänstgöringsgrad befattning anställning sysselsättningsgrad",
    "leda leds leder ledning styra styrs",
    "motfinansiering medfinansiering motfinansieras medfinansieras",
    "adjungerad associerad",
    "utbetalning utbetala utlysning",
    "belysning armatur",
    "likviditet likvid",
    "syfte ändamål",
    "villkor förutsättning",
    "delas fördelas fördelning",
    "utmaning problem svårighet",
    "ränteintäkt ränta",
    "förordning stadga",
    "revision revisor revisorer",
    "beroende avhängig",
    "uppföljning utvärdering uppföljas utvärderas",
    "företag bolag",
    "adress webbplats hemsida webbadress",
    "styrelse direktion",
    "beslut besluta beslutar fatta beslutande",
    "steg fas",
    "ny nya nytt",
)
"""Words that plans and people use for the same thing, each line one meaning, any form of each word."""

WIDER: dict[str, str] = {
    "medlem": "kommun",
    "medlemmar": "kommun",
    "medlemskommun": "kommun",
    "medlemskommuner": "kommun",
}
"""Words and the wider word that plans may use where it is clear which are meant; worth little."""

ABBREVIATIONS: dict[str, str] = {
    "vgr": "västra götalandsregionen",
    "skr": "sveriges kommuner och regioner",
    "drum": "delregionala utvecklingsmedel",
    "fou": "forskning och utveckling",
    "vfu": "verksamhetsförlagd utbildning",
    "esf": "europeiska socialfonden",
    "kf": "kommunfullmäktige",
    "ks": "kommunstyrelsen",
    "inv": "invånare",
    "dso": "dataskyddsombud",
}
"""Short forms of the field and what they stand for; a plan's own are read from the plan."""

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
    Unit.PERCENT: (
        r"procent(s|en|uell\w*)?|%|per ?cent|percentage|hur stor (an)?del|vilken andel"
        r"|(what|which|how large a) (share|proportion|part)"
    ),
    Unit.KR_PER_INHABITANT: (
        r"per invånare|per inv|kr/inv|kronor/invånare|kr per inv\w*|per (capita|inhabitant|resident)"
    ),
    Unit.FULL_TIME_EQUIVALENT: r"årsarbetare|heltidstjänster|full-time equivalents?",
}
"""Expressions that ask for an amount in one unit."""

MONEY_WORDS = (
    r"kosta\w*|\w*kostnad(en|er|erna|ernas)?|pengar\w*|kronor|utgift\w*|intäkt(en|er|erna)?|costs?|expens\w*|spend\w*|money|revenues?|incomes?"
    r"|(vad|hur mycket|how much) (\w+ ){0,3}?(betala\w*|budgetera\w*|pay|pays|paid)"
)
"""Words that ask for an amount of money, not for a share or a number."""

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
    GoalLevel.ACTION: r"insats|insatsen|insatser|insatserna|åtgärd\w*|aktivitet\w*|actions?|measures?|initiatives?",
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

NUMBERS: tuple[str, ...] = listed("noll en två tre fyra fem sex sju åtta nio tio elva tolv")
"""Numbers in words, from nought to twelve."""
NUMBERS_ENGLISH: tuple[str, ...] = listed("zero one two three four five six seven eight nine ten eleven twelve")

MONEY_HEADS = listed("""
    kostnad intäkt avgift hyra resultat arvode bidrag anslag överskott underskott omsättning investering utgift inkomst
    uppräkning förbundsmedel projektmedel utvecklingsmedel förstudiemedel finansiering kapital skuld tillgång ersättning
    tjänstgöringsgrad sysselsättningsgrad
    """)
"""Words that, as a concept or as the last part of one, name an amount."""
