"""Sentences exist in both languages, and numbers are written as Swedes write them."""

import re
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

from assistant import extractive, phrases
from assistant.answer import Language
from assistant.phrases import amount, in_millions, written
from ingest.model import Unit

SOURCES = "\n".join(path.read_text("utf-8") for path in Path(str(extractive.__file__)).parent.glob("*.py"))


def test_both_languages_have_the_same_sentences_with_the_same_parts() -> None:
    swedish, english = phrases._SWEDISH, phrases._ENGLISH
    assert swedish.keys() == english.keys()
    for key, sentence in swedish.items():
        assert parts(sentence) == parts(english[key]), key


def parts(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_sentence_that_is_said_exists() -> None:
    said = set(re.findall(r"""(?:\.say\(|phrase\([\w.]+, )\s*["'](\w+)["']""", SOURCES))
    assert said
    assert said <= phrases._SWEDISH.keys()


@pytest.mark.parametrize(
    ("value", "text"),
    [("10760", "10\u00a0760"), ("-1596935", "\u22121\u00a0596\u00a0935"), ("2.5", "2,5"), ("0", "0"), ("999", "999")],
)
def test_numbers_have_no_break_spaces_a_comma_and_a_true_minus(value: str, text: str) -> None:
    assert written(Decimal(value)) == text


def test_units_follow_the_number() -> None:
    assert amount(Decimal(78), Unit.KR_PER_INHABITANT, Language.SWEDISH) == "78\u00a0kr/invånare"
    assert amount(Decimal(14), Unit.COUNT, Language.SWEDISH) == "14"


def test_large_amounts_are_told_in_millions_too() -> None:
    assert in_millions(Decimal(10760), Unit.TKR) == " (10,76\u00a0mnkr)"
    assert in_millions(Decimal(258), Unit.TKR) == ""
    assert in_millions(Decimal(50), Unit.PERCENT) == ""
