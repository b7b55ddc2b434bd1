import pytest

from ingest.model import Severity
from ingest.pages import Block
from tests.ingest.checks.found import findings, only
from tests.ingest.made import Rows, grid, heading, paragraph

LABELLED: Rows = [("Intäkter 2025", "Belopp (tkr)"), ("Kommunernas del (40 kr/inv)", "8 000"), ("Övrigt", "500")]


def unit(name: str, text: str, fee: str) -> tuple[Block, ...]:
    rows = [("tkr", "2025"), ("Medlemsavgifter", fee), ("Övriga intäkter", "10"), ("Försäljning", "5")]
    return heading(name, 2), paragraph(text), grid(rows)


@pytest.mark.parametrize(
    "blocks",
    [
        (paragraph("Här bor 200 000 människor."), grid(LABELLED)),
        (paragraph("Kommunerna har 199 300 invånare."), grid(LABELLED)),
        (paragraph("Drygt 198 000 invånare."), grid(LABELLED)),
        (paragraph("Satsningen når 30 000 personer."), grid(LABELLED)),
        (grid(LABELLED),),
        (
            *unit("Räddning", "Medlemskommunerna betalar 50 kronor per invånare.", "10 000"),
            *unit("Arkiv", "Medlemskommunerna betalar 10 kronor per invånare.", "2 000"),
        ),
        (
            *unit("Räddning", "Två kommuner betalar 50 kronor per invånare.", "5 000"),
            *unit("Arkiv", "Medlemskommunerna betalar 10 kronor per invånare.", "2 000"),
        ),
        unit("Arkiv", "Avgiften är 30 kronor per invånare, varav 10 kronor går till resor.", "2 000"),
    ],
)
def test_rates_that_fit_give_nothing(blocks: tuple[Block, ...]) -> None:
    assert findings(*blocks) == ()


def test_a_rate_in_a_label_against_the_printed_inhabitants() -> None:
    finding = only(paragraph("Här bor 250 000 människor.", page=2), grid(LABELLED, page=9))
    assert (finding.rule, finding.severity) == ("per-inhabitant", Severity.NOTICE)
    assert "ger omkring 200\u00a0000 invånare, men planen anger 250 000" in finding.message
    assert {source.page for source in finding.sources} == {2, 9}


def test_a_rate_in_the_text_against_the_printed_inhabitants() -> None:
    fee = unit("Arkiv", "Medlemskommunerna betalar 10 kronor per invånare.", "2 000")
    finding = only(paragraph("Kommunen har 251 300 invånare."), *fee)
    assert (finding.rule, finding.severity) == ("per-inhabitant", Severity.NOTICE)
    assert finding.message.startswith("10 kr/invånare och Medlemsavgifter för ")


def test_rates_that_all_members_pay_against_each_other() -> None:
    finding = only(
        *unit("Räddning", "Medlemskommunerna betalar 50 kronor per invånare.", "20 000"),
        *unit("Arkiv", "Medlemskommunerna betalar 10 kronor per invånare.", "2 000"),
    )
    assert (finding.rule, finding.severity) == ("per-inhabitant", Severity.NOTICE)
    assert "ger omkring 400\u00a0000 invånare" in finding.message
