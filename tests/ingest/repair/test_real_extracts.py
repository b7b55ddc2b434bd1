"""What is repaired in the real extracts, and what is left alone in text that nothing is wrong with."""

import lzma
from collections import Counter
from itertools import islice
from pathlib import Path
from textwrap import wrap

import pypdfium2
import pytest

from ingest.readers.text_reader import TextReader
from ingest.reading import quiet, read_plan
from tests.ingest.faithful import plan_words, words

pytestmark = pytest.mark.shared
PLANS = ("fyrbodal-verksamhetsplan-2025-2027", "sjuharad-budget-verksamhetsplan-2024")
CORPORA = {
    "regeringen_se_g0vse_2000-2026": 3_000,
    "riksdagen_interpellationer_1994-2024": 100_000,
    "sfs_lagar_forordningar_1990-2025": 3_000,
}
"""Each corpus and the first line of a part of it that no scanner damaged."""


def printed(path: Path) -> Counter[str]:
    """All words of a PDF, running heads and page numbers as well."""
    document = pypdfium2.PdfDocument(path)
    try:
        return words("\n".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


@pytest.mark.parametrize("name", PLANS)
def test_the_repaired_extract_has_the_words_of_the_pdf(shared: Path, name: str) -> None:
    pdf, text = shared / "plans" / f"{name}.pdf", shared / "plans" / "text" / f"{name}.txt"
    truth, repaired = plan_words(read_plan(pdf)), plan_words(read_plan(text))
    assert (truth & repaired).total() >= 0.995 * truth.total()
    assert (repaired & (truth | printed(pdf))).total() >= 0.99 * repaired.total()


@pytest.mark.parametrize(("corpus", "start"), CORPORA.items())
@pytest.mark.parametrize("width", [0, 80])
def test_sound_text_is_left_as_it_is(shared: Path, tmp_path: Path, corpus: str, start: int, width: int) -> None:
    with lzma.open(shared / "corpus" / f"{corpus}.txt.xz", "rt", encoding="utf-8") as file:
        paragraphs = [" ".join(line.split()) for line in islice(file, start, start + 700) if line.strip()]
    path = tmp_path / "sound.txt"
    path.write_text(
        "\n\n".join("\n".join(wrap(text, width)) if width else text for text in paragraphs), encoding="utf-8"
    )
    changed = [(b.original, b.text) for b in TextReader().read(path, quiet).blocks if b.original is not None]
    assert changed == []
