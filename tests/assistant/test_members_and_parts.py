"""Amounts and numbers of several together, which are no one's, and of one column of those that sum it up."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assistant.answer import AnswerStatus
from assistant.answerer import Draft
from ingest.model import Plan
from ingest.reading import read_plan
from tests.assistant.hand_made import NBSP, ask

TEXT = """# Sotnäs serviceförbund – Verksamhetsplan och budget 2026

## Om förbundet
Sotnäs serviceförbund ägs av kommunerna Almby, Brohult, Cedersta och Dalvik. De har sammanlagt 61 200 invånare.

## Ledning
Direktionen är högsta organ och har 14 ledamöter, två från varje parti. Ett utskott med fem ledamöter bereder ärenden.

## Mål
| Indikator | Utfall 2024 | Mål | Målår |
|---|---:|---:|---:|
| Driftsäkerhet i kritiska system | 98,1 % | 99,5 % | 2027 |

## Budget per avdelning 2026
Belopp i tkr.

| Avdelning | Personal | Lokaler | Kostnader totalt |
|---|---:|---:|---:|
| Drift | 600 | 200 | 800 |
| Lön | 150 | 50 | 200 |
| Summa | 750 | 250 | 1 000 |

## Ägarnas bidrag 2026
Belopp i tkr.

| Kommun | Drift | Lön | Summa ägarbidrag |
|---|---:|---:|---:|
| Almby | 120 | 40 | 160 |
| Brohult | 90 | 60 | 150 |
| Cedersta | 30 | 110 | 140 |
| Dalvik | 20 | 10 | 30 |

## Investeringar 2026
| kr | 2026 |
|---|---:|
| Lön, planeringsverktyg | 640 000 |
| Drift, servrar | 520 000 |
"""


TOGETHER = "De har sammanlagt 61 200 invånare."


@lru_cache(maxsize=2)
def plan(said: str = TOGETHER) -> Plan:
    with TemporaryDirectory() as folder:
        path = Path(folder, "sotnas.md")
        path.write_text(TEXT.replace(TOGETHER, said), encoding="utf-8")
        return read_plan(path)


def told(question: str) -> Draft:
    return ask(question, plans=[plan()])


@pytest.mark.parametrize("question", ["Hur många invånare har Dalvik?", "Hur många invånare har Almby kommun?"])
def test_a_number_of_all_together_is_not_that_of_one_of_them(question: str) -> None:
    assert told(question).status.abstained
    assert ask(question, plans=[plan("De har 61 200 invånare.")]).status.abstained


def test_a_number_of_all_together_is_given_for_all() -> None:
    assert f"61{NBSP}200" in told("Hur många invånare har förbundets kommuner sammanlagt?").text


def test_the_number_is_that_of_whom_the_sentence_speaks() -> None:
    assert told("Hur många ledamöter har direktionen?").text.startswith("14")


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("Hur mycket betalar Almby i ägarbidrag för Lön 2026?", "40"),
        ("Hur mycket betalar Almby i ägarbidrag 2026?", "160"),
        ("Vilken kommun betalar minst 2026?", "30"),
        ("Hur stor andel av kostnaderna 2026 står Drift för?", "80,0"),
        ("Vad kostar det nya planeringsverktyget i Lön?", f"640{NBSP}000"),
        ("Vilken driftsäkerhet ska kritiska system ha 2027?", "99,5"),
    ],
)
def test_a_column_is_part_of_the_one_that_sums_it(question: str, amount: str) -> None:
    draft = told(question)
    assert draft.status is AnswerStatus.ANSWERED
    assert amount in draft.text.splitlines()[0]


def test_a_year_of_a_target_is_no_amount() -> None:
    table = [figure for figure in plan().figures if "Driftsäkerhet" in figure.quote]
    assert [(str(figure.value), figure.year) for figure in table] == [("98.1", 2024), ("99.5", 2027)]
