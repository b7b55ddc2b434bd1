"""A whole invented plan in two precisions: nothing is found in it, and each planted fault alone is found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.pages import Block
from tests.ingest.checks.found import findings, told
from tests.ingest.made import grid, heading, item, paragraph

Write = Callable[[str], str]
UNITS = {
    "Hamnnämnden": ("14 250", "-41 380", "-20 130"),
    "Skolnämnden": ("22 480", "-160 240", "-71 560"),
    "Vårdnämnden": ("31 070", "-190 910", "-84 350"),
}


def tkr(amount: str) -> str:
    return amount


def mnkr(amount: str) -> str:
    """The amount in millions with one decimal, rounded by itself."""
    rounded = round(Decimal(amount.replace(" ", "")) / 1000, 1)
    return f"{rounded:,}".replace(",", " ").replace(".", ",")


def number(amount: str) -> int:
    return int(amount.replace(" ", ""))


def spaced(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def unit(name: str, write: Write, amounts: Sequence[str]) -> list[Block]:
    income, staff, rooms = amounts
    cost = spaced(number(staff) + number(rooms))
    net = spaced(number(income) + number(cost))
    unit_name = "tkr" if write is tkr else "mnkr"
    rows = [
        (unit_name, "2025"),
        ("Avgifter", write(income)),
        ("Löner", write(staff)),
        ("Lokaler", write(rooms)),
        ("Summa kostnader", write(cost)),
        ("Nettokostnad", write(net)),
    ]
    return [heading(name, 2), paragraph(f"{name} ansvarar för sitt område."), grid(rows)]


def whole_plan(write: Write) -> list[Block]:
    """Result, balance, investments, changes, shares, rates and goals that all follow from each other."""
    label = "tkr" if write is tkr else "mnkr"
    result = [
        (label, "2025", "2026"),
        ("Verksamhetens intäkter", write("67 800"), write("68 300")),
        ("Verksamhetens kostnader", write("-568 570"), write("-580 040")),
        ("Avskrivningar", write("-21 330"), write("-22 160")),
        ("Verksamhetens nettokostnader", write("-522 100"), write("-533 900")),
        ("Skatteintäkter", write("431 600"), write("442 050")),
        ("Generella statsbidrag", write("101 250"), write("103 700")),
        ("Verksamhetens resultat", write("10 750"), write("11 850")),
        ("Finansiella intäkter", write("2 150"), write("2 150")),
        ("Finansiella kostnader", write("-4 350"), write("-4 650")),
        ("Årets resultat", write("8 550"), write("9 350")),
    ]
    investments = [
        (label, "2025", "2026", "Totalt"),
        ("Kajer", write("4 150"), write("5 250"), write("9 400")),
        ("Skolgårdar", write("1 350"), "", write("1 350")),
        ("Summa", write("5 500"), write("5 250"), write("10 750")),
    ]
    changes = [
        (label, "2025", "2026", "Förändring"),
        ("Simhall", write("3 100"), write("3 650"), write("550")),
        ("Bibliotek", write("6 400"), write("6 150"), write("-250")),
        ("Musikskola", write("2 000"), write("2 150"), write("150")),
    ]
    goals = [
        heading("Finansiella mål"),
        item("• Årets resultat ska uppgå till minst 1 % av skatteintäkter och statsbidrag."),
        item("• Intäkterna ska överstiga kostnaderna."),
    ]
    text = [
        paragraph(f"Skatteintäkterna uppgår till {write('431 600')} {label} 2025."),
        paragraph("Skatteintäkterna ökar med 2,4 % från 2025 till 2026."),
        paragraph("Kommunen har 27 400 invånare."),
    ]
    pie = [
        heading("Så används pengarna"),
        *(paragraph(f"{n} {p} %") for n, p in (("Skola", 46), ("Vård", 41), ("Hamn", 13))),
    ]
    fees = [
        heading("Räddningstjänst"),
        grid([(f"Intäkter 2025 ({label})", ""), ("Avgift (250 kr/inv)", write("6 850"))]),
    ]
    tables = [heading("Resultatbudget"), *text, grid(result), heading("Investeringar"), grid(investments)]
    units = [block for name, amounts in UNITS.items() for block in unit(name, write, amounts)]
    return [*goals, *tables, heading("Kultur"), grid(changes), *pie, *fees, heading("Nämnderna"), *units]


def with_instead(blocks: Sequence[Block], old: str, new: str) -> list[Block]:
    """The plan with one text or cell, which stands in it once, another."""
    found = []
    for block in blocks:
        rows = tuple(tuple(new if cell == old else cell for cell in row) for row in block.rows)
        found.append(replace(block, text=block.text.replace(old, new), rows=rows))
    assert found != list(blocks)
    return found


@pytest.mark.parametrize("write", [tkr, mnkr])
def test_nothing_is_found_in_a_plan_that_adds_up(write: Write) -> None:
    assert findings(*whole_plan(write)) == ()


@pytest.mark.parametrize(
    ("write", "old", "new", "found"),
    [
        (tkr, "8 550", "8 650", {("sums-result", "error")}),
        (mnkr, "8,6", "9,6", {("sums-result", "error")}),
        (tkr, "10 750", "10 850", {("rows-sum", "error"), ("sums-result", "error"), ("computed-column", "error")}),
        (tkr, "9 400", "9 300", {("computed-column", "error"), ("rows-sum", "error")}),
        (mnkr, "0,6", "1,6", {("computed-column", "error")}),
        (tkr, "-250", "-350", {("computed-column", "error")}),
        (tkr, "Vård 41 %", "Vård 31 %", {("shares-hundred", "error")}),
        (tkr, "till 431 600 tkr", "till 441 600 tkr", {("text-table", "error")}),
        (mnkr, "med 2,4 %", "med 4,2 %", {("text-change", "error")}),
        (tkr, "27 400 invånare", "37 400 invånare", {("per-inhabitant", "notice")}),
        (tkr, "minst 1 %", "minst 2 %", {("goal-budget", "notice")}),
    ],
)
def test_one_planted_fault_is_found(write: Write, old: str, new: str, found: set[tuple[str, str]]) -> None:
    assert set(told(*with_instead(whole_plan(write), old, new))) & found
    assert set(told(*with_instead(whole_plan(write), old, new))) <= found
