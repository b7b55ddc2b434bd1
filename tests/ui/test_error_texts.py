from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from assistant.answer import Language
from ingest.errors import DamagedDocument, PlansvarError
from ui.error_texts import SWEDISH, error_line, unexpected_line

ROOT = Path(__file__).resolve().parents[2]


def every_error(base: type[PlansvarError] = PlansvarError) -> Iterator[type[PlansvarError]]:
    for path in ROOT.glob("*/**/errors.py"):
        if path.relative_to(ROOT).parts[0] in {"ingest", "index", "assistant", "ui", "evals"}:
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    yield base
    for branch in base.__subclasses__():
        if not branch.__module__.startswith("tests."):
            yield from every_error(branch)


ERRORS = tuple(dict.fromkeys(every_error()))


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_has_a_swedish_line_with_a_remedy(error: type[PlansvarError]) -> None:
    what, remedy = SWEDISH[error.code]
    line = error_line(error("plan.pdf", "page 3"), Language.SWEDISH)
    assert line == f"plan.pdf: {what} (page 3) {remedy}"
    assert what.endswith(".")
    assert remedy.endswith(".")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_every_error_has_an_english_line_with_a_remedy(error: type[PlansvarError]) -> None:
    assert error_line(error("plan.pdf"), Language.ENGLISH) == f"plan.pdf: {error.what} {error.remedy}"


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [error.code for error in ERRORS]
    assert len(set(codes)) == len(codes)


def test_no_swedish_line_is_left_of_an_error_that_is_gone() -> None:
    assert SWEDISH.keys() == {error.code for error in ERRORS}


def test_a_line_is_one_line_whatever_a_library_said() -> None:
    assert "\n" not in error_line(DamagedDocument("a.pdf", "first\nsecond"), Language.SWEDISH)


def test_what_nobody_foresaw_has_a_line_in_both_languages() -> None:
    assert unexpected_line(Language.SWEDISH) != unexpected_line(Language.ENGLISH)
