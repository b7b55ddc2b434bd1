from pathlib import Path

import pytest

from ingest.errors import UnsupportedFormat
from ingest.readers.decoding import read_text

TEXT = "Årets resultat är −1 596 935 kr – ”bra”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_files_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read_text(path) == TEXT


def test_files_of_older_systems_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("Räkna på 1\xa0670 kr – åäö".encode("cp1252"))
    assert read_text(path) == "Räkna på 1\xa0670 kr – åäö"


def test_line_ends_are_made_alike(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"a\r\nb\rc\nd")
    assert read_text(path) == "a\nb\nc\nd"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"PK\x03\x04\x00\x00\x00")
    with pytest.raises(UnsupportedFormat):
        read_text(path)
