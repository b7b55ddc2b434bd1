"""Words that only carry an amount, or say where it is set down: none of them tells which amount is meant."""

import re
from functools import lru_cache

from assistant.understanding.words import INFLECTED, likeness, listed
from index.analysis import base_form, is_word

VERBS = listed("""
    landa landar uppgå hamna ligga låg legat gå gick gått stanna stannar stå stod stått beräkna bli blev blivit
    utgöra kosta betala lägga lagt lagts lade satsa dra drog drogs dragit få fick fått röra rör handla sluka slå
    slår hålla höll hållit skjuta sköt skjutit tappa krympa sätta satt satts sattes avsätta avsatts avsattes
    budgetera planera kalkylera prognosticera uppskatta förvänta vänta väntas anslå anslagit tilldela tillföra bidra
    bidrar belasta omfatta innefatta motsvara behöva behövs kräva krävs finnas komma kom kommit skriva skrivs visa
    visar framgå stå ange redovisa notera bokföra ta tog tagit tas bära bär förbruka spendera inbringa generera
    erhålla utbetala överföra handla uttrycka tillåta gälla gäller hitta läsa läser veta vet tro tror undra lita
    stämma hör höra tillskjuta ersätta täcka täcks disponera ingå inkomma inflyta flyta skicka lämna ges ger gav
    reservera öronmärka investera skaffa anskaffa inhandla bekosta tänkt tänka landat tar tags tagits räcka räcker
    användas avse avser söka ansöka utdela
    """)
"""Verbs of spending, getting, counting and telling, by a form that their others are told from."""

NOUNS = listed("""
    pott slant slantar nota notan kostnadsläge påse peng penning prislapp prislappen pris kassa kassan belopp summa
    nivå storlek volym procentsats procenttal procentenhet siffra siffror tal värde uppgift storleksordning
    genomsnitt snitt rubrik rubriken lista listan diagram ruta rutan kolumn rad raden tabell post avsnitt kapitel
    sammanställning uppställning översikt cirkeldiagram figur bild budgetpost budgetrad förteckning sida dokument
    budgetförslag budgetdokument ram ramen budgetram plats fråga sak sakerna saker gång gången form formen exempel
    skull anteckning uträkning helår helåret uppgifter summering inköp köp anskaffning golv golvet tak taket gräns
    gränsen krav kravet åtagande läge läget procent andel roll miljonerna miljarderna bidragsram
    """)
"""Nouns for an amount whatever it is of, and for where a plan sets one down."""

OTHERS = listed("""
    budgeterat budgeterad budgeterade beräknad beräknade prognosticerad prognosticerade årlig årliga årligen total
    tillgänglig tillgängliga available klumpsumma bara endast enbart hundra unit units department kronor jämn jämnt ny
    """)
"""What is said of any amount."""

_EXACT = frozenset(listed("räknar räknat räkna får gäller"))
_TAIL = re.compile(
    r"(?P<stem>\w{3,}?)s?(post(en|er|erna)?|rad(en|er|erna)?|slag(et|en)?|lista(n|or)?|tabell(en|er|erna)?"
    r"|budget(en|ens|ar)?|paket(et)?|siffr(a|an|or|orna)|rut(a|an|or|orna)|diagram(met)?|kolumn(en|er)?|summa(n)?|belopp(et|en)?|nivå(n|er)?"
    r"|peng(ar|arna|en)|medlen|satsning(en|ar|arna|arnas)?|utbetalning(en|ar|arna)?|krav(et|en)?)"
)
_FIELD = re.compile(
    r"(?P<stem>\w{4,}?)s?(område(t|n|na|ts)?|sektor(n|er|erna|ns)?|sida(n)?|fråga(n)?|frågor(na)?"
    r"|verksamhet(en|ens)?)"
)
_LEAST = 3
_DOERS = ("are", "aren", "arna", "ares", "arens")
"""Endings of nouns for somebody or something that does what a verb says."""


@lru_cache(maxsize=20_000)
def carries_an_amount(word: str) -> bool:
    """Whether the casefolded word is one of these, in any form."""
    if word in OTHERS or word in _EXACT:
        return True
    others = NOUNS if word.endswith(_DOERS) else (*VERBS, *NOUNS)
    return any(likeness(word, other) >= INFLECTED for other in others)


@lru_cache(maxsize=20_000)
def is_finite_verb(word: str) -> bool:
    """Whether the word is a verb told as done by somebody: a form of an infinitive, and no noun's plural or form."""
    base = base_form(word)
    stem = base[:-1]
    told = {base + "r", stem + "er", base + "s", stem + "s", stem + "es", stem + "at", stem + "ats", stem + "it"}
    return len(word) > _LEAST and base.endswith("a") and is_word(word) and word in told


def field_of(word: str) -> str:
    """What a field, sector or question of that name is about ("energiområdet": "energi"); empty for other words."""
    found = _FIELD.fullmatch(word)
    return found["stem"] if found else ""


def set_down(word: str) -> str:
    """What is set down in a list, post or budget of that name ("personallistan": "personal"); empty for other words."""
    found = _TAIL.fullmatch(word)
    return found["stem"] if found else ""
