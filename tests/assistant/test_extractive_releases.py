"""Releases: tables that hand out an amount told in the text, several proposals, and when they take effect."""

from collections.abc import Sequence

import pytest

from assistant.answer import AnswerStatus
from ingest.model import Plan
from tests.assistant.hand_made import NBSP, ask
from tests.ingest.made import grid, heading, paragraph, plan

COUNTIES = (("Norra länet", "30 000 000"), ("Södra länet", "50 000 000"), ("Östra länet", "20 000 000"))


def handed_out(lead: str = "Sedan 2023 finns ett kulturstöd. Stödet för 2025 är 120 miljoner kronor.") -> Plan:
    blocks = (heading("Kulturstödet till biblioteken"), paragraph(lead), paragraph("Så här mycket kan länen få:"))
    return plan(*blocks, grid(COUNTIES), name="kulturstod.md")


def package() -> Plan:
    rows = [
        ("", "2026", "2027"),
        ("Fritidsgårdar", "40", "60"),
        ("Föräldrastöd", "25", "30"),
        ("Fältassistenter", "35", "35"),
    ]
    return plan(
        heading("Paket för trygga ungdomar"),
        paragraph("Regeringen avser skjuta till 100 miljoner kronor i paketet för trygga ungdomar."),
        grid([("Insatser (mnkr)", *rows[0][1:]), *rows[1:]]),
        name="paket.md",
    )


def frames(parent: str = "Kulturnämnden") -> Plan:
    def board(label: str, parts: Sequence[tuple[str, str]], total: str) -> list[tuple[str, str]]:
        return [(label, total), *((f"Varav {name}", value) for name, value in parts)]

    parts = (("musikskolan", "12,4"), ("stadsmuseet", "20,1"))
    cuts = [(parent, "0"), ("Varav musikskolan", "0"), ("Varav stadsmuseet", "0")]
    return plan(
        heading("Budgetramar (mnkr)"),
        grid([("", "2026"), *board(parent, parts, "32,6"), ("Skola", "210,0")]),
        heading("Besparingar (mnkr)"),
        grid([("", "2026"), *cuts, ("Skola", "0")]),
        name="ramar-2026.md",
    )


def test_a_year_that_something_goes_on_since_is_not_what_the_text_is_about() -> None:
    draft = ask("Hur mycket kan Södra länet få av kulturstödet 2025?", plans=[handed_out()])
    assert f"50{NBSP}000{NBSP}000{NBSP}kr" in draft.text
    assert not ask("Hur mycket kan Södra länet få av kulturstödet 2024?", plans=[handed_out()]).figures


def test_a_part_of_the_amount_that_the_question_names_is_told_as_a_share() -> None:
    told = handed_out("Riksdagen gav biblioteken 125 miljoner kronor i kulturstöd.")
    asked = "Hur stor andel i procent av de {} {} gick till Södra länet?"
    assert f"40,0{NBSP}%" in ask(asked.format(125, "biblioteksmiljonerna"), plans=[told]).text
    assert f"40,0{NBSP}%" in ask(asked.format(125, "miljonerna"), plans=[told]).text
    assert not ask(asked.format(130, "miljonerna"), plans=[told]).calculation
    assert not ask(asked.format(125, "vägmiljonerna"), plans=[told]).calculation


def test_rows_are_added_up_to_an_amount_told_beside_their_table() -> None:
    text = "Blir tabellens belopp för {} verkligen {} miljoner i paketet för trygga ungdomar?"
    assert ask(text.format(2026, 100), plans=[package()]).text.startswith("Ja, det stämmer")
    assert ask(text.format(2026, 110), plans=[package()]).text.startswith("Nej")
    assert not ask(text.format(2027, 100), plans=[package()]).calculation


def test_parts_of_a_board_are_held_against_its_frame() -> None:
    draft = ask("Stämmer delposterna under Kulturnämnden med nämndens ram 2026?", plans=[frames()])
    assert draft.text.startswith("Ja, det stämmer" if "avrundning" in draft.text else "Nej")
    assert f"32,5{NBSP}mnkr" in draft.text
    assert f" 0{NBSP}mnkr" not in draft.text


def test_of_two_tables_with_the_rows_named_that_is_meant_which_is_called_what_the_question_says() -> None:
    draft = ask("Vad har högst budgetram 2026, musikskolan eller stadsmuseet?", plans=[frames("Kultur")])
    assert f"20,1{NBSP}mnkr" in draft.text


def test_a_share_of_an_increase_is_of_the_row_called_so() -> None:
    rows = [
        ("mnkr", "2026"),
        ("Broar", "300"),
        ("Summa", "300"),
        ("Beredskapslager spannmål", "150"),
        ("TOTAL ÖKNING", "600"),
    ]
    release = plan(heading("Mer till vägnätet"), paragraph("Vägnätet rustas upp."), grid(rows), name="vagar.md")
    asked = "Hur många procent av den totala ökningen till vägnätet 2026 utgörs av beredskapslager?"
    assert f"25,0{NBSP}%" in ask(asked, plans=[release]).text


RELEASE = (
    heading("Sänkt skatt på båtar"),
    paragraph("Regeringen föreslår att båtskatten tas bort för segelbåtar. Det gläder många."),
    paragraph("Förslaget föreslås träda i kraft den 1 mars 2027."),
)


@pytest.mark.parametrize(
    "text", ["När ska den slopade båtskatten för segelbåtar träda i kraft?", "När börjar sänkt båtskatt gälla?"]
)
def test_the_date_of_a_proposal_is_told_with_what_is_proposed(text: str) -> None:
    draft = ask(text, plans=[plan(*RELEASE, name="batar.md")])
    assert "1 mars 2027" in draft.text
    assert "segelbåtar" in draft.text


@pytest.mark.parametrize(
    "text", ["När ska den slopade skatten på vindkraftverk träda i kraft?", "När ska höjd båtskatt börja gälla?"]
)
def test_no_date_is_told_of_another_proposal_or_of_the_opposite(text: str) -> None:
    assert "1 mars 2027" not in ask(text, plans=[plan(*RELEASE, name="batar.md")]).text


def test_no_date_is_told_where_a_section_has_two() -> None:
    second = paragraph("Ändringen ska börja gälla den 1 juli 2028.")
    draft = ask(
        "När ska den slopade båtskatten för segelbåtar träda i kraft?", plans=[plan(*RELEASE, second, name="batar.md")]
    )
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_what_a_body_lies_under_is_told_right_after_its_name() -> None:
    lead = "Satsningen gäller det nationella kartcentret (NKC). Pengar går till"
    text, other = (
        f"{lead} nationella kartcentret, under Lantmäteriets ledning.",
        f"{lead} vägar under Trafikverkets tid.",
    )
    ends = {text: True, other: False}
    for told, known in ends.items():
        release = plan(heading("Bättre kartor"), paragraph(told), name="kartor.md")
        draft = ask("Under vilken myndighet ligger kartcentret NKC?", plans=[release])
        assert ("Lantmäteriets" in draft.text) is known, draft.text
        assert "Trafikverkets" not in draft.text


def test_a_later_question_goes_on_about_what_the_money_is_to_do_something_to() -> None:
    text = "Museiverket får 4 miljoner kronor för att restaurera Sankt Olofs kyrka. Alla rum i kyrkan är klara år 2031."
    release = plan(heading("Sankt Olofs kyrka"), paragraph(text), name="kyrkan.md")
    turns = ("Hur mycket får Museiverket för att restaurera Sankt Olofs kyrka?", "Vilket år är alla rum i den klara?")
    assert "2031" in ask(*turns, plans=[release]).text


def test_a_compound_is_met_by_what_is_related_to_its_first_part() -> None:
    text = "Stödet väntas leda till färre trafikrelaterade skador. Vägverket leder arbetet."
    release = plan(heading("Stöd till kommuner"), paragraph(text), name="stod.md")
    assert "trafikrelaterade" in ask("Vad väntas stödet mot trafikskador leda till?", plans=[release]).text


def yearly() -> Plan:
    told = "Regeringen föreslår att stödet till samiska bibliotek ökas med 5 miljoner kronor per år 2026–2028."
    whole = "Totalt 33 miljoner kronor satsas på bokbussar åren 2026–2028."
    rows = [
        ("mnkr", "2026", "2027", "2028"),
        ("Förstärkt stöd till samiska bibliotek", "5", "5", "5"),
        ("Bokbussar i glesbygd", "8", "9", "9"),
    ]
    return plan(heading("Satsning på läsande"), paragraph(f"{told} {whole}"), grid(rows), name="lasande.md")


def test_what_is_told_of_every_year_is_added_up_from_the_rows_of_those_years() -> None:
    asked = "Hur mycket satsas {} på samiska bibliotek 2026–2028?"
    assert ask(asked.format("sammanlagt"), plans=[yearly()]).text.startswith(f"15{NBSP}mnkr")
    assert ask(asked.format("per år"), plans=[yearly()]).text.startswith(f"5{NBSP}mnkr")


def test_rows_are_not_added_up_where_a_sentence_tells_the_years_together() -> None:
    text = ask("Hur mycket satsas totalt på bokbussar 2026–2028?", plans=[yearly()]).text
    assert f"26{NBSP}mnkr" not in text
