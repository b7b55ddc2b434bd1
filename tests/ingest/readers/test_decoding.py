from pathlib import Path

import pytest

from ingest.errors import UnsupportedFormat
from ingest.readers.decoding import cleaned, plain, read_text

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


def test_odd_characters_become_plain_ones() -> None:
    assert plain("e\ufb00ektiv \ufb01nans\u00adiering 1\u00a0670\u202fkr hälso\u2011 och sa\u0308ker") == (
        "effektiv finansiering 1 670 kr hälso- och säker"
    )
    assert cleaned("  två\u2003 ord\n") == "två ord"


def test_a_soft_hyphen_at_a_line_end_is_a_hyphen() -> None:
    assert plain("för\u00ad\nbundet och stöd\u00ac \n ja") == "för-\nbundet och stöd- \n ja"


@pytest.mark.parametrize("text", ["1½ år", "20 m²", "d´Hondt", "vänta…", "för 5 µg", "50 ‰", "”så” – så"])
def test_characters_that_mean_what_they_say_stay(text: str) -> None:
    assert plain(text) == text
