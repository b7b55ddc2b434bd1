import re
from pathlib import Path
from string import Formatter

import pytest

from assistant.answer import AnswerStatus, Engine, Language
from assistant.service import Step
from ingest import sidecar
from ingest.model import Basis, FigureKind, GoalLevel, PlanStatus, Severity
from ingest.owner_assignment import ELIMINATION
from ingest.owner_evidence import EVIDENCE
from ingest.owners import LABEL, PARTS, PLACE
from ui.command_texts import COMMANDS
from ui.page_texts import PAGE
from ui.texts import TABLE, Texts

UI = Path(__file__).resolve().parents[2] / "ui"
USED = re.compile(r"""\b(?:t|texts)(?:\.plural)?\(\s*["']([a-z_.]+)["']\s*[,)]""")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_have_a_text_with_the_same_fields(key: str) -> None:
    swedish, english = TABLE[key]
    assert swedish.strip()
    assert english.strip()
    assert fields(swedish) == fields(english)
    assert swedish.count("|") == english.count("|")


def test_every_text_that_is_asked_for_is_in_the_table() -> None:
    sources = [*UI.rglob("*.py"), *UI.rglob("*.html")]
    used = {key for source in sources for key in USED.findall(source.read_text("utf-8"))}
    assert used
    assert used - TABLE.keys() == set()


@pytest.mark.parametrize(
    ("prefix", "members"),
    [
        ("status", AnswerStatus),
        ("step", Step),
        ("engine", Engine),
        ("plan", PlanStatus),
        ("basis", Basis),
        ("kind", FigureKind),
        ("level", GoalLevel),
        ("severity", Severity),
    ],
)
def test_every_value_of_the_contract_has_a_word(prefix: str, members: type) -> None:
    assert {f"{prefix}.{member}" for member in members} <= TABLE.keys()  # type: ignore[attr-defined]


def test_every_kind_of_evidence_for_an_owner_has_a_word() -> None:
    kinds = {name for name, _ in EVIDENCE} | {PLACE, PARTS, LABEL, ELIMINATION, sidecar.EVIDENCE, "open"}
    assert {f"sidecar.evidence.{kind}" for kind in kinds} <= TABLE.keys()


def test_page_and_commands_do_not_name_the_same_text_twice() -> None:
    assert not PAGE.keys() & COMMANDS.keys()


def test_a_text_is_filled_in_and_counts() -> None:
    assert Texts()("page", page=3) == "s. 3"
    assert Texts(Language.ENGLISH)("page", page=3) == "p. 3"
    assert Texts().plural("plan.pages", 1) == "1 sida"
    assert Texts().plural("plan.pages", 2) == "2 sidor"
