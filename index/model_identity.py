"""Which model a folder holds, told without loading it."""

from hashlib import blake2b
from pathlib import Path

SAMPLE = 1 << 20
"""Of larger files only so many bytes at both ends are looked at: training anew changes nearly all of them."""


def folder_identity(folder: Path) -> str:
    """Name of the folder with a digest of its model files; documentation and hidden files do not count."""
    digest = blake2b(digest_size=6)
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(".") for part in within.parts):
            digest.update(f"{within.as_posix()} {path.stat().st_size}\n".encode())
            with path.open("rb") as file:
                digest.update(file.read(SAMPLE))
                file.seek(max(SAMPLE, path.stat().st_size - SAMPLE))
                digest.update(file.read(SAMPLE))
    return f"{folder.name}-{digest.hexdigest()}"
