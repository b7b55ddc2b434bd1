import subprocess
import sys
from pathlib import Path

import pytest

from index.analysis import base_form, parts_of, terms

ROOT = Path(__file__).resolve().parents[2]

FORMS = """
    avgift: avgiften avgifter avgifterna avgiftens Avgifternas
    medlemsavgift: medlemsavgiften medlemsavgifter medlemsavgifterna
    förbundskansli: förbundskansliet förbundskansliets
    nämnd: nämnden nämnder nämndernas
    plan: planen planer planernas
    verksamhetsplan: verksamhetsplanen verksamhetsplaner
    kommun: kommunen kommuner kommunernas
    medlemskommun: medlemskommunen medlemskommunerna medlemskommunernas
    budget: budgeten budgetens
    kostnad: kostnaden kostnader kostnadernas
    personalkostnad: personalkostnader personalkostnaderna
    intäkt: intäkten intäkterna
    hyra: hyran hyror hyrorna
    lokal: lokaler lokalerna
    mål: målet målen målens
    delmål: delmålet delmålen
    insats: insatsen insatser insatserna
    tjänst: tjänsten tjänster tjänsternas
    uppdrag: uppdraget uppdragen
    grunduppdrag: grunduppdraget
    verksamhet: verksamheten verksamheter verksamheternas
    utskott: utskottet utskotten
    resultat: resultatet resultatens
    investering: investeringen investeringar investeringarna
    bidrag: bidraget bidragen
    år: året åren årens
    beslut: beslutet besluten
    avfall: avfallet
    ledamot: ledamoten ledamöter ledamöterna
    kulturplan: kulturplanen kulturplaner
"""


def _forms() -> list[tuple[str, str]]:
    lines = [line.strip().split(": ") for line in FORMS.strip().splitlines()]
    return [(form, base) for base, forms in lines for form in forms.split()]


COMPOUNDS = {
    "medlemsavgiften": {"medlem", "avgift"},
    "förbundskansliets": {"förbund", "kansli"},
    "kompetensförsörjning": {"kompetens", "försörjning"},
    "kompetensförsörjningsplanen": {"kompetensförsörjning", "kompetens", "försörjning", "plan"},
    "utvecklingsmedlen": {"utveckling", "medel"},
    "arbetsutskottet": {"arbete", "utskott"},
    "personalkostnader": {"personal", "kostnad"},
    "lokalhyror": {"lokal", "hyra"},
    "näringslivsstrateg": {"näringsliv", "strateg"},
    "invånarantalet": {"invånare", "antal"},
    "gymnasieutbildning": {"gymnasium", "utbildning"},
    "skolskjutsen": {"skola", "skjuts"},
    "kvinnohistoria": {"kvinna", "historia"},
    "familjeomsorgen": {"familj", "omsorg"},
    "ränteintäkter": {"ränta", "intäkt"},
    "processtöd": {"process", "stöd"},
    "budgetbeslutet": {"budget", "beslut"},
    "avfallstaxan": {"taxa"},
    "tjänstepersoner": {"tjänst", "person"},
    "kultursamverkansmodellen": {"kultur", "samverkan", "modell"},
    "göteborgsregionen": {"göteborg", "region"},
}


WHOLE = [
    "förbund",
    "medlem",
    "verksamhet",
    "möjlighet",
    "trygghet",
    "ledarskap",
    "kultur",
    "planering",
    "inte",
    "mellan",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 760 tkr", ("10760", "tkr")),
        ("10\u00a0760\u00a0000 kr", ("10760000", "kr")),
        ("1 596 935,50 kr", ("1596935,50", "kr")),
        ("år 2026 258 tkr", ("år", "2026", "258", "tkr")),
        ("2025\u20132027", ("2025", "2027")),
        ("2,5 %", ("2,5", "procent")),
        ("\u2212258", ("258",)),
    ],
)
def test_numbers_are_one_term_each_and_years_stay_apart(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SKR:s", ("skr",)),
        ("DRUM-budgeten", ("drum", "budget")),
        ("t.ex. m.m.", ("tex", "mm")),
        ("tkr", ("tkr",)),
        ("kostnader för IT", ("kostnad", "för", "it")),
        ("it-kostnaderna", ("it", "kostnad")),
        ("va-avgiften", ("va", "avgift")),
        ("BUDGETEN FÖR ÅREN", ("budget", "för", "år")),
    ],
)
def test_abbreviations_are_kept(text: str, expected: tuple[str, ...]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(("form", "base"), _forms())
def test_inflected_forms_become_the_base_form(form: str, base: str) -> None:
    assert terms(form) == (base,)


@pytest.mark.parametrize(("word", "parts"), COMPOUNDS.items())
def test_a_compound_is_found_whole_and_by_its_parts(word: str, parts: set[str]) -> None:
    (whole,) = terms(word)
    assert parts <= set(parts_of(whole))
    assert whole not in parts_of(whole)


@pytest.mark.parametrize(
    "word",
    [
        "förbund",
        "medlem",
        "verksamhet",
        "möjlighet",
        "trygghet",
        "ledarskap",
        "kultur",
        "organisation",
        "planering",
        "inte",
        "mellan",
    ],
)
def test_a_word_that_only_looks_compounded_has_no_parts(word: str) -> None:
    assert parts_of(base_form(word)) == ()


def test_names_meet_their_genitives() -> None:
    assert terms("Tranemos") == terms("Tranemo")
    assert terms("Sveriges") == terms("Sverige")


def test_words_that_only_share_a_dictionary_form_stay_apart() -> None:
    assert terms("nämnden") != terms("nämna")
    assert terms("ska") != terms("skola")


@pytest.mark.parametrize("word", [form for form, _ in _forms()] + list(COMPOUNDS) + ["xyzzarna", "bästa", "större"])
def test_a_term_analysed_again_is_the_same_term(word: str) -> None:
    (term,) = terms(word)
    assert terms(term) == (term,)
    assert all(terms(part) == (part,) for part in parts_of(term))


def test_a_question_is_analysed_like_the_document_that_answers_it() -> None:
    asked, written = terms("vad kostar MEDLEMSAVGIFTERNA?"), terms("Medlemsavgiften är 78 kr.")
    assert set(asked) & set(written) == {"medlemsavgift"}


def test_letters_written_with_combining_marks_are_the_same() -> None:
    assert terms("a\u030arsarbetare") == terms("årsarbetare")


def test_soft_hyphens_are_not_seen() -> None:
    assert terms("medlems\u00adavgift") == ("medlemsavgift",)


def test_a_text_without_words_has_no_terms() -> None:
    assert terms(" – • ( ) ") == ()


def test_a_very_long_word_is_a_term_at_once() -> None:
    assert len(terms("avgift" * 2000)) == 1


def test_a_question_loads_neither_the_dictionary_nor_the_word_counts() -> None:
    terms("avgift")
    script = (
        "import sys\nfrom index.analysis import terms\nterms('Hur stor är medlemsavgiften i Fjällköping?')\n"
        "print(*{'simplemma', 'wordfreq'} & sys.modules.keys())"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
