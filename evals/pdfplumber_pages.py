"""pdfplumber's reading of a PDF, the peer that speed and tables are compared with."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from evals.errors import BenchExtraMissing

if TYPE_CHECKING:
    from types import ModuleType

    from pdfplumber.page import Page

Rows = list[list[str]]


def is_installed() -> bool:
    """Whether pdfplumber can be compared with."""
    from importlib.util import find_spec

    return find_spec("pdfplumber") is not None


def tables_in(path: Path) -> list[Rows]:
    """Every table that `extract_tables` finds with its default settings; raises BenchExtraMissing."""
    return [[[cell or "" for cell in row] for row in table] for page in _pages(path) for table in page.extract_tables()]


def text_of(path: Path) -> str:
    """What `extract_text` gives of all pages; raises BenchExtraMissing."""
    return "\n".join(page.extract_text() for page in _pages(path))


def read_text_and_tables(path: Path) -> int:
    """Extract text and tables of every page, and return the number of pages; raises BenchExtraMissing."""
    count = 0
    for page in _pages(path):
        page.extract_text()
        page.extract_tables()
        count += 1
    return count


def _pages(path: Path) -> Iterator["Page"]:
    with _library().open(path) as document:
        for page in document.pages:
            yield page
            page.close()


def _library() -> "ModuleType":
    try:
        import pdfplumber
    except ImportError as error:
        raise BenchExtraMissing("pdfplumber", str(error)) from error
    return pdfplumber
