import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import (
    DamagedDocument,
    EmptyDocument,
    EncryptedDocument,
    IngestError,
    ReadingStopped,
    TooLarge,
    TooManyPages,
    TooMuchMemory,
    TooMuchTime,
    UnsupportedFormat,
)
from ingest.isolation.isolated_reader import IsolatedReader
from ingest.isolation.limits import Limits
from tests.ingest.isolation.hostile import FILES, written
from tests.ingest.isolation.mutations import broken_files

SECONDS = 8
GIVEN_UP = (TooMuchTime, TooMuchMemory, ReadingStopped)

ENDS_IN: dict[str, tuple[type[IngestError], ...]] = {
    "bomb.docx": (TooLarge,),
    "bomb-of-xml.docx": (TooLarge,),
    "bomb-of-sheets.xlsx": (TooLarge,),
    "many-parts.docx": (TooLarge,),
    "large.txt": (TooLarge,),
    "a-million-pages.pdf": (TooManyPages,),
    "no-document.docx": (DamagedDocument,),
    "nested.docx": (DamagedDocument,),
    "laughs.docx": (DamagedDocument,),
    "laughs.xlsx": (DamagedDocument,),
    "outside.xlsx": (DamagedDocument,),
    "truncated.xlsx": (DamagedDocument,),
    "pages-loop.pdf": (DamagedDocument,),
    "pages-endless.pdf": (DamagedDocument,),
    "reference-loop.pdf": (DamagedDocument,),
    "zeros.pdf": (DamagedDocument,),
    "truncated.pdf": (DamagedDocument, EmptyDocument),
    "picture.docx": (UnsupportedFormat,),
    "picture.md": (UnsupportedFormat,),
    "zero-bytes.txt": (UnsupportedFormat,),
    "encrypted.docx": (EncryptedDocument,),
    "empty.html": (EmptyDocument,),
    "nested.md": (EmptyDocument,),
    "nested.html": (EmptyDocument, DamagedDocument),
    "nested-lists.html": (EmptyDocument, DamagedDocument),
    "nested-tables.html": (EmptyDocument, DamagedDocument),
}
"""What each hostile file ends in; those that are not named here are read."""

ENDLESS = frozenset({"forms-loop.pdf", "merged.xlsx", "long-line.txt", "one-word.txt"})
"""Those that would be read for minutes; they get a second."""


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    with pytest.MonkeyPatch.context() as patch, IsolatedReader(Limits(SECONDS, memory_mb=512)) as reader:
        patch.setattr("ingest.isolation.limits.SECONDS_A_PAGE", 0.0)
        yield reader


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_in_one_clear_error_or_is_read(reader: IsolatedReader, tmp_path: Path, name: str) -> None:
    if name in ENDLESS:
        reader.limits = Limits(1, memory_mb=512)
    path = written(tmp_path, name)
    began = time.monotonic()
    try:
        plan = reader.read(path)
    except IngestError as error:
        assert type(error) in ENDS_IN.get(name, GIVEN_UP if name in ENDLESS else ()), str(error)
        assert error.where == str(path)
    else:
        assert name not in ENDS_IN
        assert plan.id == path.stem
        assert all("root:" not in section.text for section in plan.sections)
    finally:
        reader.limits = Limits(SECONDS, memory_mb=512)
    assert time.monotonic() - began < SECONDS + 4


def test_500_mutated_files_are_read_or_refused_and_none_crashes_or_hangs(
    reader: IsolatedReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "limits", Limits(2, memory_mb=512))
    ends: Counter[str] = Counter()
    for path in broken_files(tmp_path, 500, seed=2026):
        try:
            plan = reader.read(path)
        except IngestError as error:
            assert error.where == str(path)
            kind = type(error) if isinstance(error, GIVEN_UP) else IngestError
            ends[kind.__name__] += 1
        else:
            assert plan.sections
            ends["read"] += 1
        path.unlink()
    assert ends.total() == 500
    assert ends["read"] > 150
    assert ends["IngestError"] > 150
    assert ends["ReadingStopped"] + ends["TooMuchMemory"] == 0
    assert ends["TooMuchTime"] <= 10, "so many mutations are endless that a common reading must be"
