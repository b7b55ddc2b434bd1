"""What DOCX and XLSX have in common: a zip package, or an encrypted file in another container."""

from pathlib import Path

from ingest.errors import EncryptedDocument, UnsupportedFormat

_ZIP = b"PK"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
"""How a file starts that Office has encrypted, or that an old Office has written."""


def require_package(path: Path, format_name: str) -> None:
    """Look at the file's first bytes; raises EncryptedDocument, or UnsupportedFormat naming the format."""
    with path.open("rb") as file:
        start = file.read(4)
    if start == _COMPOUND_FILE:
        raise EncryptedDocument(str(path))
    if not start.startswith(_ZIP):
        raise UnsupportedFormat(str(path), f"the content is not {format_name}")
