"""How large a file may be, looked at before any of it is read."""

import stat
from pathlib import Path

from ingest.errors import EmptyDocument, TooLarge, UnreadableFile

LARGEST_MB = {".pdf": 512, ".docx": 256, ".xlsx": 64}
"""Megabytes by ending; the others are text, of which even a long plan is but a few hundred kilobytes."""

LARGEST_TEXT_MB = 16


def require_size(path: Path) -> None:
    """Look at the file's size; raises UnreadableFile for what is no file, EmptyDocument, TooLarge, or OSError."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(str(path), "no regular file")
    if found.st_size == 0:
        raise EmptyDocument(str(path), "0 byte")
    largest = LARGEST_MB.get(path.suffix.casefold(), LARGEST_TEXT_MB)
    if found.st_size > largest << 20:
        raise TooLarge(str(path), f"{found.st_size >> 20} MB > {largest} MB")
