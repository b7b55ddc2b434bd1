import re
from decimal import Decimal
from pathlib import Path

from evals.renamed_samples import Change, asked_anew, shuffled, written
from ingest.model import Unit
from ingest.reading import read_plan
from tests.evals.cases import case, figure_case

CHANGE = Change({"Norrvik": "Ekmo", "Kansliet": "Torpet"}, 3)
TEXT = """# Norrviks kommun: budget 2030

## Budget

### Kansliet

Kansliet köper tjänster för 1 200 tkr av 14 företag.

| tkr | 2030 | 2029 |
|---|---:|---:|
| Personal | -2 500 | -2 400 |
| **Summa** | **-2 500** | **-2 400** |

| Post | Tjänst i procent |
|---|---:|
| Chef | 60% |

### Delmål 1: Lugn

Det ska vara lugnt.

### Biblioteket

Biblioteket är öppet.
"""


def rewritten(folder: Path) -> str:
    file = folder / "norrvik-budget-2030.md"
    file.write_text(TEXT, "utf-8")
    (folder / "new").mkdir()
    target = written(file, read_plan(file), CHANGE, folder / "new")
    assert target.name == "ekmo-budget-2030.md"
    return target.read_text("utf-8")


def test_amounts_of_money_are_multiplied_and_nothing_else(tmp_path: Path) -> None:
    text = rewritten(tmp_path)
    assert "tjänster för 3 600 tkr av 14 företag" in text
    assert "| **Summa** | **-7 500** | **-7 200** |" in text
    assert "| Chef | 60% |" in text
    assert "| tkr | 2030 | 2029 |" in text


def test_names_are_exchanged_with_their_endings(tmp_path: Path) -> None:
    text = rewritten(tmp_path)
    assert text.startswith("# Ekmos kommun: budget 2030")
    assert "Kansliet" not in text


def test_sections_are_turned_round_and_numbered_ones_stay() -> None:
    assert re.findall(r"^### (.*)$", shuffled(TEXT), re.MULTILINE) == ["Biblioteket", "Delmål 1: Lugn", "Kansliet"]
    assert sorted(shuffled(TEXT).splitlines()) == sorted(TEXT.splitlines())


def test_a_question_and_what_it_expects_change_with_the_plan() -> None:
    given = figure_case(
        "2500", turns=("Hur mycket av 1 200 tkr får Norrvik?",), all=["norrvik", "2 ?500"], any=[r"\b14\b"]
    )
    new = asked_anew(given, ["norrvik-budget-2030"], CHANGE)
    assert new.turns == ("Hur mycket av 3 600 tkr får Ekmo?",)
    assert new.plan == "ekmo-budget-2030"
    assert new.fig[0].value == 7500
    assert [pattern.pattern for pattern in new.all] == ["Ekmo", "7 ?500"]
    assert new.any[0].search("14")


def test_shares_and_counts_that_are_expected_stay() -> None:
    given = figure_case("60", Unit.PERCENT)
    assert asked_anew(given, [], CHANGE).fig[0].value == Decimal(60)
    assert asked_anew(case(abstain=True), [], CHANGE).plan is None
