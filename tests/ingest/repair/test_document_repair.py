import pytest

from ingest.repair.document_repair import DocumentRepair
from tests.ingest.repair.extracts import SOUND, PlainLine, lines, repaired


def test_undamaged_text_passes_as_it_is() -> None:
    repair = DocumentRepair(lines(SOUND))
    text, original = repair.paragraph(lines(SOUND))
    assert text == " ".join(SOUND.split())
    assert original is None


def test_the_original_stays_beside_the_repaired() -> None:
    damaged = "Vi ökarsamarbetetochtryggheten i år."
    text, original = DocumentRepair(lines(damaged)).paragraph(lines(damaged))
    assert text == "Vi ökar samarbetet och tryggheten i år."
    assert original == damaged


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Ökadtrygghettillföljdavattflerbryrsig", "Ökad trygghet till följd av att fler bryr sig"),
        ("Målet är attflerungafårettjobb i länet.", "Målet är att fler unga får ett jobb i länet."),
        (
            "trygghet,samarbeteochutveckling.Detledertilltillväxt",
            "trygghet, samarbete och utveckling. Det leder till tillväxt",
        ),
        ("Tillgångtillvatten(sött)ienomfattningsomräcker", "Tillgång till vatten (sött) i en omfattning som räcker"),
        ("Underhelaperiodenframtill2027ökarkostnaderna", "Under hela perioden fram till 2027 ökar kostnaderna"),
    ],
)
def test_lost_spaces_are_put_back(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


@pytest.mark.parametrize(
    "text",
    [
        "kompetensförsörjningsplattformen",
        "medlemsavgiftsnivån",
        "flernivåsamverkan",
        "hälsoberedskapskonferensen",
        "innovationsstödssystemet",
        "förrättningsmannen",
        "tillgänglighetsanpassningarna",
        "Bollebygdskolan",
        "VästKom",
        "eArkiv",
        "Wroblewski",
        "anna.ochsven@kommunenochregionen.example",
        "www.samarbeteochutveckling.example/omoss",
        "KS2025/00417",
        "bl.a.",
        "t.o.m.",
        "och/eller",
    ],
)
def test_compounds_names_and_addresses_are_never_parted(text: str) -> None:
    assert repaired(f"Läs om {text} här.") == f"Läs om {text} här."


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Avgiften betalas av med\nlemskommunerna varje år.", "Avgiften betalas av medlemskommunerna varje år."),
        ("Målen följs upp av styr\nelsen varje höst.", "Målen följs upp av styrelsen varje höst."),
        ("Alla ska få möj-\nlighet att växa.", "Alla ska få möjlighet att växa."),
        ("Våra kommun-\noch regionråd", "Våra kommun- och regionråd"),
    ],
)
def test_words_that_lost_their_hyphen_at_a_line_end_are_joined(damaged: str, whole: str) -> None:
    assert repaired(damaged) == whole


def test_two_words_over_a_line_end_are_joined_only_where_the_document_has_the_whole() -> None:
    known = "Vi är ett förbund. Vårt förbund har två mål. Alla i ett förbund hjälps åt."
    assert repaired("Det är för\nbundet till nytta för\nbarn.", "Här står förbundet. Se förbundet.") == (
        "Det är förbundet till nytta för barn."
    )
    assert repaired("Vi arbetar för\nbarn i länet.", known) == "Vi arbetar för barn i länet."


def test_a_line_that_left_a_space_at_its_end_was_not_broken() -> None:
    halves = [PlainLine("Alla deltar i medlems", wrapped=True), PlainLine("kommunerna.")]
    whole = [PlainLine("Alla deltar i medlems"), PlainLine("kommunerna.")]
    repair = DocumentRepair([*whole, *lines(SOUND)])
    assert repair.joined(halves) == ["Alla deltar i medlems", "kommunerna."]
    assert repair.joined(whole) == ["Alla deltar i medlemskommunerna."]


BROKEN = """Här utveck
lingen av med
lemskommunernas sam
arbete om trygg
heten och möj
ligheterna för kom
munerna i verk
samheten och styr
elsens vär
deringar i regio
nens plane
ring av orga
nisationen och kost
naderna."""


def test_words_broken_at_most_line_ends_are_joined_even_where_no_list_knows_them() -> None:
    assert repaired("Vi följer ansvars\nmodellen.", SOUND) == "Vi följer ansvars modellen."
    assert repaired("Vi följer ansvars\nmodellen.", BROKEN) == "Vi följer ansvarsmodellen."


def test_spaces_inside_words_go_where_hyphens_were_lost_as_well() -> None:
    known = "Vi mäter livskvalitet här.\n"
    assert repaired("God livs kvalitet.", SOUND) == "God livs kvalitet."
    assert repaired("God livs kvalitet.", known + BROKEN) == "God livskvalitet."


def test_hyphens_inside_lines_come_back_where_those_at_line_ends_were_lost() -> None:
    assert repaired("Vi stöder skogs och jordbruk med EUmedel.", SOUND) == "Vi stöder skogs och jordbruk med EUmedel."
    assert (
        repaired("Vi stöder skogs och jordbruk med EUmedel.", BROKEN) == "Vi stöder skogs- och jordbruk med EU-medel."
    )


def test_a_hanging_hyphen_gets_its_space_where_words_ran_together() -> None:
    assert repaired("Stödtillungaochhälso-ochsjukvård i länet.") == "Stöd till unga och hälso- och sjukvård i länet."
    assert repaired("All hälso-och sjukvård.") == "All hälso-och sjukvård."


def test_full_stops_that_drifted_off_come_back_where_many_did() -> None:
    assert repaired("Minska avfallet .", "Öka delaktigheten .\nStärka skolan .") == "Minska avfallet."
    assert repaired("Minska avfallet .") == "Minska avfallet ."


def test_strings_too_long_for_text_are_left_alone_at_once() -> None:
    endless = "samarbeteoch" * 20_000
    assert repaired(f"{endless} {endless}-") == f"{endless} {endless}-"
