"""Questions over tables whose columns are no years: which cell is meant, what is compared, and what is no level."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from ingest.model import Plan
from ingest.reading import read_plan
from tests.assistant.hand_made import NBSP, ask

TEXT = """# Vattsunds vattenförbund – Verksamhetsplan och budget 2026

## Uppdrag
Vattsunds vattenförbund sköter vatten åt Almby, Brohult och Cedersta.

## Resultatbudget
Belopp i tkr.

| | VA 2026 | Avfall 2026 | Förbundet 2026 |
|---|---|---|---|
| Avskrivningar | -310 | -120 | -430 |
| Räntor | -90 | -25 | -115 |
| Summa kostnader | -400 | -145 | -545 |

## Taxor
VA-taxa 2026, kr.

| Avgift | Almby | Brohult | Cedersta |
|---|---|---|---|
| Fast avgift, småhus | 3 410 | 3 980 | 3 705 |
| Avgift per m³ vatten | 30 | 34 | 32 |

För en villa blir avgiften 140 kronor högre än 2025.

## Nämndernas ramar
Belopp i tkr.

| Nämnd | Budget 2025 | Budget 2026 |
|---|---|---|
| Vattennämnden | 500 | 480 |
| Miljönämnden | 300 | 330 |
| Ledningsnämnden | 210 | 205 |
| Summa nämnderna | 1 010 | 1 015 |

## Investeringar
Belopp i tkr.

| Nämnd | 2026 |
|---|---|
| Vattennämnden | 40 |
| Miljönämnden | 95 |
"""


@lru_cache(maxsize=1)
def plan() -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "vattsund-budget-2026.md"
        path.write_text(TEXT, encoding="utf-8")
        return read_plan(path)


def asked(text: str) -> Draft:
    return ask(text, plans=[plan()])


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Vad är avskrivningarna för avfallsverksamheten 2026?", "120"),
        ("Hur stora är avskrivningarna 2026?", "430"),
        ("Hur stora räntekostnader har VA-verksamheten 2026?", "90"),
        ("Vad kostar en kubikmeter vatten i Brohult?", "34"),
        ("Hur hög är den fasta avgiften för småhus i Cedersta?", f"3{NBSP}705"),
    ],
)
def test_a_cell_is_found_by_its_row_and_its_column(text: str, amount: str) -> None:
    draft = asked(text)
    assert draft.status is AnswerStatus.ANSWERED, draft.text
    assert f"{amount}{NBSP}" in draft.text.splitlines()[0]


def test_columns_headed_by_places_are_ranked_where_a_municipality_is_asked_for() -> None:
    first = asked("I vilken kommun är den fasta avgiften högst?").text.splitlines()[0]
    assert first.startswith("Högst: Fast avgift, småhus: Brohult")


def test_the_table_called_by_the_word_for_the_amount_is_ranked_without_its_total() -> None:
    assert asked("Vilken nämnd har störst ram 2026?").text.startswith("Högst: Vattennämnden")


def test_all_that_fall_are_told_where_it_is_asked_which_do() -> None:
    text = asked("Vilka nämnder får lägre ram 2026 än 2025?").text
    assert "Vattennämnden" in text
    assert "Ledningsnämnden" in text
    assert "Miljönämnden" not in text


def test_by_how_much_an_amount_is_above_another_is_not_told_as_the_amount() -> None:
    assert "140" not in asked("Vad var avgiften för en villa 2025?").text
