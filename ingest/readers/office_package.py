"""What DOCX and XLSX have in common: a zip package, or an encrypted file in another container."""

import lzma
import zipfile
import zlib
from pathlib import Path

from ingest.errors import DamagedDocument, EncryptedDocument, TooLarge, UnsupportedFormat

_ZIP = b"PK"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
"""How a file starts that Office has encrypted, or that an old Office has written."""

ENCRYPTED = 1
"""The bit that marks a part as encrypted."""

MOST_PARTS = 10_000
LARGEST_XML_MB = 64
"""Megabytes of XML in all once it is unpacked; a parser holds about ten times as much."""
LARGEST_MB = 512
"""Megabytes unpacked, pictures and all."""
DENSEST, DENSE_FROM_MB = 200, 4
"""How many times its packed size a part may be, and the unpacked size from which that is looked at."""


def require_package(path: Path, format_name: str) -> None:
    """Look at what the package holds before any of it is unpacked.

    Raises EncryptedDocument, UnsupportedFormat naming the format, DamagedDocument, or TooLarge for a package that
    unpacks to far more than a plan does. The sizes that it states are the most that is ever unpacked: zipfile reads no
    further, and objects where there is more.
    """
    with path.open("rb") as file:
        start = file.read(4)
    if start == _COMPOUND_FILE:
        raise EncryptedDocument(str(path))
    if not start.startswith(_ZIP):
        raise UnsupportedFormat(str(path), f"the content is not {format_name}")
    try:
        with zipfile.ZipFile(path) as package:
            _require_sizes(path, package.infolist())
            broken = package.testzip()
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError) as exc:
        raise DamagedDocument(str(path)) from exc
    if broken is not None:
        raise DamagedDocument(str(path), broken)


def _require_sizes(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise EncryptedDocument(str(path))
    if len(parts) > MOST_PARTS:
        raise TooLarge(str(path), f"{len(parts)} parts > {MOST_PARTS}")
    for wanted, largest in (((".xml", ".rels"), LARGEST_XML_MB), ("", LARGEST_MB)):
        unpacked = sum(part.file_size for part in parts if part.filename.casefold().endswith(wanted)) >> 20
        if unpacked > largest:
            raise TooLarge(str(path), f"{unpacked} MB > {largest} MB")
    for part in parts:
        if part.file_size > max(DENSE_FROM_MB << 20, DENSEST * part.compress_size):
            raise TooLarge(str(path), f"{part.filename}: {part.file_size >> 20} MB")
