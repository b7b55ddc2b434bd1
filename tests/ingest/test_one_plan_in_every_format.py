"""One plan saved in every format that is read: the figures and the goals are the same."""

from pathlib import Path

import pytest

from ingest.model import Plan
from ingest.reading import read_plan
from tests.ingest.invented_plans import Node, nodes_of
from tests.ingest.rendered import FORMATS

PLAN = """# Åsarps kommun: budget och verksamhetsplan 2026–2028

## Budget 2026–2028

Alla belopp anges i tkr.

| Tkr | 2026 | 2027 | 2028 |
|---|---:|---:|---:|
| Skattemedel | 210 400 | 214 600 | 218 900 |
| Avgifter | 12 300 | 12 500 | 12 800 |
| Summa intäkter | 222 700 | 227 100 | 231 700 |
| Personal | -150 200 | -153 000 | -156 100 |
| Lokaler | -60 500 | -61 400 | -62 300 |
| Summa kostnader | -210 700 | -214 400 | -218 400 |
| Resultat | 12 000 | 12 700 | 13 300 |

## Fokusområde 1: Klimat

### Mål 1.1: Utsläppen minskar

| Insats | Effekt |
|---|---|
| Byta till eldrivna bilar | Utsläppen från resor halveras. |
| Bygga solceller på taken | Kommunen gör sin egen el. Elräkningen sjunker. |

### Mål 1.2: Avfallet blir mindre

| Insats | Effekt |
|---|---|
| Öppna en återbrukspark | Fler saker används igen. |

## Fokusområde 2: Skola

### Mål 2.1: Alla läser

| Insats | Effekt |
|---|---|
| Anställa skolbibliotekarier | Läslusten ökar. |
"""

TREE: list[Node] = [
    ("area", "Klimat", ""),
    ("goal", "Utsläppen minskar", "Klimat"),
    ("action", "Byta till eldrivna bilar", "Utsläppen minskar"),
    ("effect", "Utsläppen från resor halveras", "Byta till eldrivna bilar"),
    ("action", "Bygga solceller på taken", "Utsläppen minskar"),
    ("effect", "Kommunen gör sin egen el", "Bygga solceller på taken"),
    ("effect", "Elräkningen sjunker", "Bygga solceller på taken"),
    ("goal", "Avfallet blir mindre", "Klimat"),
    ("action", "Öppna en återbrukspark", "Avfallet blir mindre"),
    ("effect", "Fler saker används igen", "Öppna en återbrukspark"),
    ("area", "Skola", ""),
    ("goal", "Alla läser", "Skola"),
    ("action", "Anställa skolbibliotekarier", "Alla läser"),
    ("effect", "Läslusten ökar", "Anställa skolbibliotekarier"),
]


def saved_as(ending: str, folder: Path) -> Plan:
    path = folder / f"asarp-budget-2026-2028{ending}"
    FORMATS[ending](PLAN, path)
    return read_plan(path)


def figures(plan: Plan) -> list[tuple[object, ...]]:
    return [(f.label, str(f.value), f.unit, f.year, f.basis, f.kind, f.owner) for f in plan.figures]


@pytest.mark.parametrize("ending", FORMATS)
def test_figures_and_goals_are_the_same(ending: str, tmp_path: Path) -> None:
    plan = saved_as(ending, tmp_path)
    assert nodes_of(plan.goals) == TREE
    assert len(plan.figures) == 21
    assert figures(plan) == figures(saved_as(".md", tmp_path))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_plan_that_adds_up_has_no_findings(ending: str, tmp_path: Path) -> None:
    assert [finding.message for finding in saved_as(ending, tmp_path).findings] == []


@pytest.mark.parametrize("ending", FORMATS)
def test_organisation_and_period_are_the_same(ending: str, tmp_path: Path) -> None:
    plan = saved_as(ending, tmp_path)
    assert (plan.organisation, plan.period) == ("Åsarps kommun", (2026, 2028))
