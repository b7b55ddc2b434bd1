import pytest

from ingest.model import Severity
from ingest.pages import Block
from tests.ingest.checks.found import findings, only
from tests.ingest.made import grid, heading, paragraph


def pie(*lines: str, head: str = "Finansiering") -> tuple[Block, ...]:
    return (heading(head, 2), *(paragraph(line) for line in lines))


def column(*shares: str) -> Block:
    names = ("Avgifter", "Bidrag", "Projekt", "Övrigt")
    return grid([("Källa", "Andel av intäkterna"), *zip(names, shares, strict=False)])


@pytest.mark.parametrize(
    "blocks",
    [
        pie("Medlemmar 20 %", "Projekt 39 %", "Uppdrag 41 %"),
        pie("20 % Medlemmar", "39 % Projekt", "41 % Uppdrag"),
        pie("Medlemmar 33 %", "Projekt 33 %", "Uppdrag 33 %"),
        pie("Medlemmar 33,3 %", "Projekt 33,3 %", "Uppdrag 33,3 %"),
        pie("Nöjda elever 85 %", "Trygga elever 10 %", "Behöriga elever 9 %", head="Mål för skolan"),
        pie("Skola 35 %", "Vård 30 %", "Kultur 25 %", head="Uppräkning av bidrag"),
        pie("Medlemmar 20 %", "Projekt 39 %"),
        (column("40 %", "30 %", "20 %", "10 %"),),
        (column("40,1 %", "30,1 %", "20,1 %", "9,9 %"),),
        (column("12 %", "3 %", "4 %", "1 %"),),
    ],
)
def test_shares_of_a_whole_or_of_nothing_give_nothing(blocks: tuple[Block, ...]) -> None:
    assert findings(*blocks) == ()


@pytest.mark.parametrize(
    ("blocks", "added"),
    [
        (pie("Medlemmar 20 %", "Projekt 39 %", "Uppdrag 46 %"), "105 %"),
        (pie("Medlemmar 33,3 %", "Projekt 33,3 %", "Uppdrag 33,1 %"), "99,7 %"),
        ((column("40 %", "30 %", "23 %", "10 %"),), "103 %"),
    ],
)
def test_shares_that_are_not_a_hundred_together_are_an_error(blocks: tuple[Block, ...], added: str) -> None:
    finding = only(*blocks)
    assert (finding.rule, finding.severity) == ("shares-hundred", Severity.ERROR)
    assert f"är tillsammans {added}, inte 100 %" in finding.message


def test_a_list_with_its_total_adds_up() -> None:
    assert findings(*pie("100% Chef", "75% Strateg", "50% Ekonom", "Totalt 225%", head="Personal")) == ()


def test_a_list_against_its_total() -> None:
    finding = only(*pie("100% Chef", "75% Strateg", "50% Ekonom", "Totalt 245%", head="Personal"))
    assert (finding.rule, finding.severity) == ("rows-sum", Severity.ERROR)
    assert "tryckt som 245%, men raderna ger 225 (skillnad 20)" in finding.message
