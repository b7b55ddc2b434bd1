"""Small invented plans as PDF, DOCX and HTML, and seeded ways to break them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

import docx

from tests.ingest.printed import Sheet

ROWS = (("tkr", "2025", "2026"), ("Hyra", "-1 670", "-1 720"), ("Avgift", "2 000", "2 100"), ("Summa", "330", "380"))

HTML = """<!DOCTYPE html><html lang="sv"><head><title>Budget 2025</title></head><body><main>
<h1>Norrviks kommun: budget 2025</h1><p>Hyran är 1 670 tkr.</p><ul><li>Ett<ol><li>Två</li></ol></li></ul>
<h2>Driftbudget</h2><table><tr><th colspan="1">tkr</th><th>2025</th><th>2026</th></tr>
<tr><td rowspan="1">Hyra</td><td>-1 670</td><td>-1 720</td></tr><tr><td>Summa</td><td>330</td><td>380</td></tr></table>
</main></body></html>"""


def pdf(*, packed: bool = True) -> bytes:
    sheet = Sheet()
    sheet.set_compression(packed)
    sheet.at(60, 80, "Norrviks kommun: budget 2025", 20, bold=True)
    sheet.prose(60, 120, ["Hyran är 1 670 tkr år 2025.", "Det är 50 tkr mer än förra året."])
    sheet.ruled(60, 180, ROWS, (200, 80, 80))
    sheet.add_page()
    sheet.unruled(60, 120, ROWS, (300, 380))
    return bytes(sheet.output())


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Norrviks kommun: budget 2025", 1)
    document.add_paragraph("Hyran är 1 670 tkr år 2025.")
    document.add_paragraph("Punkt", style="List Bullet")
    table = document.add_table(0, len(ROWS[0]))
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


@cache
def originals() -> dict[str, tuple[bytes, ...]]:
    """By ending."""
    return {".pdf": (pdf(), pdf(packed=False)), ".docx": (word(),), ".html": (HTML.encode(),)}


def flipped(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 4, 40))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def truncated(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data)) :]


def swapped(data: bytearray, random: Random) -> None:
    size = random.randrange(1, max(2, len(data) // 4))
    one, two = sorted(random.randrange(len(data)) for _ in range(2))
    data[one : one + size], data[two : two + size] = data[two : two + size], data[one : one + size]


def inflated(data: bytearray, random: Random) -> None:
    """Some number in it becomes huge, zero or negative."""
    found = list(re.finditer(rb"\d+", bytes(data)))
    for place in sorted(random.sample(found, min(3, len(found))), key=lambda place: -place.start()):
        data[place.start() : place.end()] = random.choice((b"0", b"-1", b"4294967295", b"9" * 30, b"1e99"))


def deleted(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.randrange(1, 200)]


def repeated(data: bytearray, random: Random) -> None:
    start = random.randrange(len(data))
    data[start:start] = bytes(data[start : start + 60]) * random.choice((2, 20, 300))


MUTATIONS: tuple[Callable[[bytearray, Random], None], ...] = (flipped, truncated, swapped, inflated, deleted, repeated)


def mutated(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        random.choice(MUTATIONS)(changed or bytearray(b"0"), random)
    return bytes(changed)


def repacked(package: bytes, random: Random) -> bytes:
    """A package with one or two of its parts mutated inside, and everything around them whole."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = {random.choice(names), "word/document.xml"} if random.random() < 0.7 else {random.choice(names)}
        for name in names:
            content = old.read(name)
            new.writestr(name, mutated(content, random) if name in chosen else content)
    return written.getvalue()


def broken_files(folder: Path, count: int, seed: int) -> Iterator[Path]:
    """Files written to the folder one by one, their kinds by turns; the same for the same seed."""
    random = Random(seed)
    kinds = [(ending, data) for ending, datas in originals().items() for data in datas]
    for number in range(count):
        ending, data = kinds[number % len(kinds)]
        inside = ending == ".docx" and random.random() < 0.7
        path = folder / f"bruten-{number}-2025{ending}"
        path.write_bytes(repacked(data, random) if inside else mutated(data, random))
        yield path
