"""Readings must not depend on what units are called, in which order tables stand, or how large the amounts are."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from evals.rewritten_text import renamed
from ingest.model import Plan
from ingest.reading import read_plan
from tests.ingest.printed import Sheet
from tests.ingest.variants import Reading, reading, rescaled, shuffled

REAL = ("fyrbodal-verksamhetsplan-2025-2027.txt", "sjuharad-budget-verksamhetsplan-2024.txt")

INVENTED = (
    "Odlingsrådet",
    "Vinterparken och sommarlek",
    "Arkivnod",
    "Torpet",
    "Skärgårdens gemensamma lärcenter väst",
    "Myrlabbet",
    "Ängsskolan",
    "Kajen",
    "Fjällvakten norra delen",
    "Hamnlots",
)

UNITS = ("Kansliet", "Naturum Norra Udden", "Biblioteket", "Ungdomshuset Kajutan")

Budget = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
BUDGETS: dict[str, Budget] = {
    UNITS[0]: ((3_770_066, 3_595_204), (249_897, 203_000), (4_019_963, 3_798_204)),
    UNITS[1]: ((1_376_628, 1_343_052), (560_307, 250_000), (1_936_935, 1_593_052)),
    UNITS[2]: ((12_512_157, 9_912_677), (599_429, 1_195_906), (13_111_586, 11_108_583)),
    UNITS[3]: ((916_100, 835_624), (20_300_000, 600_000), (21_216_100, 1_435_624)),
}
"""Fees, other income and the sum of each unit, this year and the year before."""


def amount(value: int) -> str:
    return f"{value:,}".replace(",", " ")


def rows_of(*budgets: Budget) -> list[tuple[str, ...]]:
    """The rows of the table of one unit, or of several together."""
    fees, other, total = (
        tuple(amount(sum(budget[row][year] for budget in budgets)) for year in (0, 1)) for row in range(3)
    )
    return [
        ("", "2025", "2024"),
        ("INTÄKTER", "", ""),
        ("Medlemsavgifter", *fees),
        ("Övriga intäkter", *other),
        ("SUMMA INTÄKTER", *total),
        ("KOSTNADER", "", ""),
        ("Personal", *total),
        ("SUMMA KOSTNADER", *total),
        ("RESULTAT", "0", "0"),
    ]


def extracted(*budgets: Budget) -> str:
    """A table as text extraction leaves it: one row on a line, without its columns."""
    return "".join(" ".join(cells).strip() + "\n\n" for cells in rows_of(*budgets))


WHOLE = "KOMMUNENS SAMLADE VERKSAMHET"
TEXTS = {
    WHOLE: "Avgifterna är 78 kronor/invånare.",
    UNITS[0]: f"Verksamheten leder och samordnar. {UNITS[0]} flyttar till nya lokaler.",
    UNITS[1]: f"Verksamheten i {UNITS[1]} finansieras med 6 kronor/invånare.",
    UNITS[2]: f"Hos {UNITS[2]} beror ökningen av medlemsavgifter på att två tjänster flyttas dit.",
    UNITS[3]: f"I {UNITS[3]} ökar bidragen med 19 700 tkr.",
}
CHAPTER = "Budget och finansiering"


def headed(unit: str) -> str:
    return f"{unit.upper()}\n\n{TEXTS[unit]}\n\n"


EXTRACT = (
    "Norrviks kommun: budget 2025\n\nNorrviks kommun har 229 438 invånare. Kommunen äger fyra verksamheter.\n\n"
    f"\f{headed(WHOLE)}{extracted(*BUDGETS.values())}{CHAPTER}\n"
    f"\f{headed(UNITS[0])}{headed(UNITS[1])}{extracted(BUDGETS[UNITS[1]])}{extracted(BUDGETS[UNITS[0]])}{CHAPTER}\n"
    f"\f{headed(UNITS[2])}{headed(UNITS[3])}{extracted(BUDGETS[UNITS[3]])}{extracted(BUDGETS[UNITS[2]])}{CHAPTER}\n"
)
"""Tables in another order than the headings of their units."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("variants")


def read(folder: Path, text: str, name: str = "norrvik-budget-2025.txt") -> Plan:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_plan(path)


def new_names(plan: Plan) -> Mapping[str, str]:
    """An invented name for each unit that owns a table."""
    owners = dict.fromkeys(table.owner for table in plan.tables if table.owner is not None)
    return dict(zip((owner for owner in owners if owner != plan.organisation), INVENTED, strict=False))


def losses(expected: Reading, found: Reading) -> tuple[Reading, Reading]:
    """What is not read any more, and what is read anew."""
    return expected - found, found - expected


NONE: tuple[Reading, Reading] = (Counter(), Counter())


def test_each_table_of_the_extract_goes_to_its_unit_and_says_why(folder: Path) -> None:
    plan = read(folder, EXTRACT)
    income = {f.owner: int(f.value) for f in plan.figures if f.label == "SUMMA INTÄKTER" and f.year == 2025}
    assert income == {
        "Norrviks kommun": sum(budget[2][0] for budget in BUDGETS.values()),
        **{unit: budget[2][0] for unit, budget in BUDGETS.items()},
    }
    evidence = {table.owner: table.owner_evidence for table in plan.tables}
    assert evidence == {
        "Norrviks kommun": ("parts-sum",),
        UNITS[0]: ("elimination", "parts-sum"),
        UNITS[1]: ("fee-per-inhabitant", "parts-sum"),
        UNITS[2]: ("change-direction", "parts-sum"),
        UNITS[3]: ("change-amount", "parts-sum"),
    }


def test_renamed_units_change_nothing_but_their_names(folder: Path) -> None:
    plan = read(folder, EXTRACT)
    names = new_names(plan)
    assert len(names) == len(UNITS)
    assert losses(reading(plan, names), reading(read(folder, renamed(EXTRACT, names)), {})) == NONE


def test_shuffled_tables_change_nothing(folder: Path) -> None:
    assert shuffled(EXTRACT) != EXTRACT
    assert losses(reading(read(folder, EXTRACT), {}), reading(read(folder, shuffled(EXTRACT)), {})) == NONE


@pytest.mark.parametrize("factor", [3, 7, 10])
def test_rescaled_amounts_change_nothing_but_the_scale(folder: Path, factor: int) -> None:
    plan = read(folder, EXTRACT)
    text = rescaled(EXTRACT, plan, factor)
    assert losses(reading(plan, {}, factor), reading(read(folder, text), {})) == NONE


def test_all_changes_together_change_nothing_else(folder: Path) -> None:
    plan = read(folder, EXTRACT)
    names = new_names(plan)
    text = shuffled(renamed(rescaled(EXTRACT, plan, 7), names))
    assert losses(reading(plan, names, 7), reading(read(folder, text), {})) == NONE


def test_a_variant_with_another_amount_is_another_reading(folder: Path) -> None:
    other = EXTRACT.replace("3 770 066", "3 770 067")
    assert losses(reading(read(folder, EXTRACT), {}), reading(read(folder, other), {})) != NONE


def typeset(path: Path) -> Path:
    """A PDF of the same plan, each table under its unit's heading with its amounts in columns."""
    sheet = Sheet()
    sheet.set_author("Norrviks kommun")
    sheet.set_title("Norrviks kommun: budget 2025")
    sheet.at(60, 80, CHAPTER, 20, bold=True)
    sheet.prose(60, 110, ["Norrviks kommun har 229 438 invånare. Kommunen äger fyra verksamheter."])
    for heading, budgets in {WHOLE: tuple(BUDGETS.values()), **{unit: (b,) for unit, b in BUDGETS.items()}}.items():
        sheet.add_page()
        sheet.at(60, 80, heading.upper(), 14, bold=True)
        sheet.prose(60, 110, [TEXTS[heading]])
        sheet.unruled(60, 160, rows_of(*budgets), (330, 430))
    return sheet.saved(path)


def test_a_pdf_of_the_plan_gives_the_same_figures(folder: Path) -> None:
    printed = reading(read_plan(typeset(folder / "norrvik-budget-2025.pdf")), {})
    assert losses(printed, reading(read(folder, EXTRACT), {})) == NONE


@cache
def real(folder: Path, shared: Path, name: str) -> tuple[str, Plan]:
    """A real extract's text and reading."""
    text = (shared / "plans" / "text" / name).read_text(encoding="utf-8")
    return text, read(folder, text, name)


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_the_real_extracts_read_the_same_under_other_names_and_orders(folder: Path, shared: Path, name: str) -> None:
    text, plan = real(folder, shared, name)
    names = new_names(plan)
    other = read(folder, shuffled(renamed(text, names)), name)
    assert losses(reading(plan, names), reading(other, {})) == NONE


@pytest.mark.shared
@pytest.mark.parametrize("factor", [7])
@pytest.mark.parametrize("name", REAL)
def test_the_real_extracts_read_the_same_on_another_scale(folder: Path, shared: Path, name: str, factor: int) -> None:
    """A deviation that rounding hides is a finding once it is multiplied."""
    text, plan = real(folder, shared, name)
    other = read(folder, rescaled(text, plan, factor), name)
    lost, new = losses(reading(plan, {}, factor), reading(other, {}))
    assert not lost
    assert {what[:2] for what in new} <= {("finding", "rows-sum")}
