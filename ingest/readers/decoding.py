"""Bytes become text: UTF-8, else the encodings that older Swedish systems write; odd characters become plain ones."""

import re
import unicodedata
from pathlib import Path

from ingest.errors import UnsupportedFormat

_HYPHEN_AT_END = re.compile(r"(?<=[^\W\d_])[\u00ad\u00ac](?=[ \t]*\n)")
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe"
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))
_PLAIN = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_INVISIBLE)
    | dict.fromkeys("\u2010\u2011", "-")
    | {ligature: unicodedata.normalize("NFKC", ligature) for ligature in _LIGATURES}
)


def plain(text: str) -> str:
    """Text with ligatures, odd spaces and hyphens as plain characters, and letters and their accents as one.

    A soft hyphen at a line end is a hyphen, elsewhere nothing. Other characters stay: "½" and "m²" mean what they say.
    """
    return unicodedata.normalize("NFC", _HYPHEN_AT_END.sub("-", text).translate(_PLAIN))


def cleaned(text: str) -> str:
    """Text as it looks: plain characters and single spaces."""
    return " ".join(plain(text).split())


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
