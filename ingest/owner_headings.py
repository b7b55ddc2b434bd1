"""Which headings can name an organisational unit, and which only name a theme or the whole."""

import re
from collections.abc import Sequence

_UNITS_OWN = r"nämndens|styrelsens|enhetens|förvaltningens|kansliets|avdelningens|bolagets"
_THEMES = (
    r"[\w\-–]*budget\w*",
    r"[\w\-–]*plan(?:en|er|erna)?",
    r"[\w\-–]*finansiering\w*",
    r"[\w\-–]*investering\w*",
    r"[\w\-–]*intäkt\w*",
    r"[\w\-–]*kostnad\w*",
    r"[\w\-–]*avgift\w*",
    r"[\w\-–]*bidrag\w*",
    r"[\w\-–]*ramar?(?:na)?",
    r"[\w\-–]*justering\w*",
    r"[\w\-–]*prognos\w*",
    r"[\w\-–]*översikt\w*",
    r"[\w\-–]*uppföljning\w*",
    r"[\w\-–]*redovisning\w*",
    r"[\w\-–]*räkning\w*",
    r"[\w\-–]*kalkyl\w*",
    r"[\w\-–]*analys\w*",
    r"[\w\-–]*modell\w*",
    r"[\w\-–]*fördelning\w*",
    r"[\w\-–]*förändring\w*",
    r"[\w\-–]*besparing\w*",
    r"[\w\-–]*satsning\w*",
    r"[\w\-–]*effektivisering\w*",
    r"[\w\-–]*anslag\w*",
    r"[\w\-–]*sammanställning\w*",
    r"(?:del|års)?(?:resultat|bokslut)\w*",
    r"[\w\-–]*(?:ekonomi|ekonomin|ekonomisk|ekonomiska|finansiell|finansiella)",
    r"finans\w*|kassaflöde\w*|balans\w*|skatt\w*|nyckeltal\w*|indikator\w*|siffror|tabell\w*|diagram\w*|bilag\w*",
    r"(?:[\w\-–]*mål|delmål|målen|målbild|vision\w*|inriktning\w*|strategi\w*|prioritering\w*|uppdrag\w*|styrning\w*)",
    r"(?:sammanfattning|inledning|bakgrund|förord|nuläge|förutsättning\w*|omvärld\w*|syfte|innehåll\w*|organisation\w*)",
    r"(?:personal\w*|medarbetar(?:e|na)|bemanning\w*|tjänster|befolkning\w*|invånare|lokaler|övrig\w*|scenario\w*|alternativ\w*)",
    _UNITS_OWN,
    r"nämndernas|enheternas|förvaltningarnas",
    r"(?:enhet|enheter|enheterna|nämnd|nämnder|nämnderna|förvaltning|förvaltningar|förvaltningarna|kommun|kommuner)",
    r"lån\w*|likviditet\w*|skuld\w*|tillgång\w*|placering\w*|borgen\w*|pension\w*|risk\w*|känslighet\w*",
    r"(?:driften|drift|utfall\w*|ekonomi\w*|hushållning|god|pengar\w*|medel|belopp|kronor|tkr|mnkr|utökning\w*)",
)
_WHOLE = (
    r"saml\w+",
    r"total\w*",
    r"hela",
    r"koncern\w*",
    r"gemensam\w*",
    r"(?:kommun|region|förbund|kommunalförbund|landsting|myndighet)(?:en|et|ens|ets|s)?",
    r"verksamhet(?:en|er|erna|ens)?",
)
_SMALL = (
    r"och|i|för|med|per|av|på|till|från|om|som|vid|inom|samt|enligt|den|det|de|vår|våra|jämfört|mellan|under|the",
    r"år\w*|kvartal\w*|tertial\w*|perioden|januari|april|augusti|december|del|nr|kapitel|[ivx]+|[a-h]",
    r"[\d\W_]+",
)
_THEME = re.compile("|".join((*_THEMES, *_WHOLE, *_SMALL)), re.IGNORECASE)
_SOME_UNIT = re.compile(_UNITS_OWN, re.IGNORECASE)
_WHOLE_WORD = re.compile("|".join(_WHOLE), re.IGNORECASE)
_LINK = re.compile(r"till|från|för|om|av|inom|via|mellan|per", re.IGNORECASE)
"""What links something else to a unit: "Uppdrag till kulturnämnden" is no unit."""
_UNIT = re.compile(
    r"(?:\w*(?:nämnd|nämnden|styrelse|styrelsen|förvaltningen|kansli|kansliet|kontoret|avdelning|avdelningen"
    r"|ombud|ombudet|utskott|utskottet|fullmäktige)|(?:\w*s)?(?:enhet|enheten)|\w*(?:bolag|bolaget)|AB)",
    re.IGNORECASE,
)


def is_theme(heading: str) -> bool:
    """Whether every word of a heading is of money, planning or the whole, so that it names no unit."""
    return all(_THEME.fullmatch(word) for word in _words(heading))


def names_whole(heading: str, organisation: str) -> bool:
    """Whether a heading says that what is under it is the organisation's as a whole."""
    named = bool(organisation) and organisation.casefold() in heading.casefold()
    return named or (is_theme(heading) and any(_WHOLE_WORD.fullmatch(word) for word in _words(heading)))


def is_unit_word(heading: str) -> bool:
    """Whether a short heading ends in a word for an organisational unit: "Kulturnämnden", "Förbundskansli"."""
    words = _words(heading)
    if not 0 < len(words) <= 6 or _UNIT.fullmatch(words[-1]) is None:
        return False
    return not any(_LINK.fullmatch(word) for word in words[:-1])


def speaks_of_unit(heading: str) -> bool:
    """Whether a heading is of something else of a unit's: "Nämndens ekonomi", "Uppdrag till kulturnämnden"."""
    words = _words(heading)
    links = [word for word in words[1:-1] if _LINK.fullmatch(word) and word.casefold() != "per"]
    linked = bool(links) and _UNIT.fullmatch(words[-1]) is not None
    return linked or any(_SOME_UNIT.fullmatch(word) for word in words)


def are_units(labels: Sequence[str]) -> bool:
    """Whether a table's rows are units, so that the table is over them all: two labels at least name units."""
    return len({label.casefold() for label in labels if is_unit_word(label)}) >= 2


def _words(heading: str) -> list[str]:
    return [word for word in re.split(r"[\s/,:;()]+", heading) if word]
