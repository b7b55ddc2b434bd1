"""Bytes become text: UTF-8, else the encodings that older Swedish systems write."""

import unicodedata
from pathlib import Path

from ingest.errors import UnsupportedFormat


def cleaned(text: str) -> str:
    """Text as it looks: ligatures and no-break spaces as plain characters, soft hyphens gone, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text.replace("\u00ad", "")).split())


def read_text(path: Path) -> str:
    """The file's text with line ends as "\\n"; raises UnsupportedFormat when the bytes are no text."""
    data = path.read_bytes()
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedFormat(str(path), "the content is not text")
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
