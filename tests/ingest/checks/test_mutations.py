"""One digit changed in a table that adds up is found; nothing changed, nothing is found."""

import random
from collections.abc import Sequence
from decimal import Decimal

import pytest

from tests.ingest.checks.found import findings
from tests.ingest.made import grid

INCOME = ("Avgifter", "Bidrag", "Försäljning", "Projektmedel")
COST = ("Löner", "Lokaler", "Resor", "Köpta tjänster", "Avskrivningar")
YEARS = ("2025", "2026", "2027")

Cells = list[list[str]]


def written(value: Decimal) -> str:
    return f"{value:,f}".replace(",", " ").replace(".", ",")


def number(cell: str) -> Decimal:
    return Decimal(cell.replace(" ", "").replace(",", "."))


def budget(seed: int) -> Cells:
    """A budget of one to three years in whole or tenths of its unit, costs with or without their signs."""
    chance = random.Random(seed)
    places, sign = chance.choice((0, 0, 1)), chance.choice((1, -1))
    years = YEARS[: chance.randint(1, 3)]
    rows: Cells = [["tkr", *years]]

    def amounts() -> list[Decimal]:
        return [Decimal(chance.randint(12_000, 9_000_000)).scaleb(-places) for _ in years]

    def block(labels: Sequence[str], total: str, sign: int) -> list[Decimal]:
        held = [[sign * amount for amount in amounts()] for _ in labels]
        added = [sum(column, Decimal(0)) for column in zip(*held, strict=True)]
        rows.extend([label, *map(written, row)] for label, row in zip(labels, held, strict=True))
        rows.append([total, *map(written, added)])
        return added

    income = block(INCOME[: chance.randint(2, 4)], "Summa intäkter", 1)
    cost = block(COST[: chance.randint(2, 5)], "Summa kostnader", sign)
    rows.append(["Resultat", *(written(a - abs(b)) for a, b in zip(income, cost, strict=True))])
    return rows


def slack(rows: Cells, column: int) -> Decimal:
    places = len(rows[1][column].partition(",")[2])
    return Decimal(len(rows)).scaleb(-places) / 2


def with_one_digit_changed(rows: Cells, seed: int) -> Cells:
    """The same table with one digit of one cell another, by more than rounding explains."""
    chance = random.Random(seed)
    while True:
        row, column = chance.randrange(1, len(rows)), chance.randrange(1, len(rows[0]))
        cell = rows[row][column]
        place = chance.choice([n for n, letter in enumerate(cell) if letter.isdigit()])
        changed = f"{cell[:place]}{chance.choice('123456789')}{cell[place + 1 :]}"
        if abs(number(changed) - number(cell)) > slack(rows, column):
            return [*rows[:row], [*rows[row][:column], changed, *rows[row][column + 1 :]], *rows[row + 1 :]]


@pytest.mark.parametrize("seed", range(60))
def test_a_budget_that_adds_up_is_silent(seed: int) -> None:
    assert findings(grid(budget(seed))) == ()


@pytest.mark.parametrize("seed", range(140))
def test_one_changed_digit_is_found(seed: int) -> None:
    found = findings(grid(with_one_digit_changed(budget(seed), seed)))
    assert {finding.rule for finding in found} & {"rows-sum", "sums-result"}
    assert all(finding.severity == "error" for finding in found)


def rounded_parts(seed: int) -> Cells:
    """Amounts in tenths beside their sum rounded from the exact ones, which rounding alone keeps from adding up."""
    chance = random.Random(seed)
    exact = [Decimal(chance.randint(1_000, 900_000)).scaleb(-3) for _ in range(chance.randint(3, 9))]
    rows = [[f"Post {chr(65 + n)}", written(round(value, 1))] for n, value in enumerate(exact)]
    return [["mnkr", "2025"], *rows, ["Summa", written(round(sum(exact, Decimal(0)), 1))]]


@pytest.mark.parametrize("seed", range(40))
def test_what_rounding_alone_makes_is_silent(seed: int) -> None:
    assert findings(grid(rounded_parts(seed))) == ()
