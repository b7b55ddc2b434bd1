"""Make the sample plans' PDF files from their Markdown: `python -m ingest.samples.make_pdfs`.

Needs fpdf2, markdown-it-py and a font from Debian's fonts-liberation (or fonts-dejavu-core). The same Markdown,
libraries and font give the same bytes, so that a rebuilt file differs only where its text does.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.samples.fpdf2_pages import FontsMissingError, PlanPages
from ingest.samples.markdown_it_blocks import Block, Heading, read_blocks

HERE = Path(__file__).resolve().parent
ENDLESS_PAGE = 20_000.0


def write_pdf(blocks: Sequence[Block], target: Path) -> int:
    """Lay out `blocks` in the file `target` and return the number of pages; raises FontsMissingError."""
    title = next(block.text for block in blocks if isinstance(block, Heading) and block.level == 1)
    sections = group_sections(blocks)
    pages = PlanPages(title)
    pages.add_page()
    for section, height in zip(sections, measure(title, sections), strict=True):
        pages.make_room(section, height)
        pages.draw(section)
    pages.output(str(target))
    return pages.page_no()


def group_sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks grouped under their heading; a heading directly under another stays with it."""
    sections: list[list[Block]] = []
    for block in blocks:
        starts = isinstance(block, Heading) and not (sections and isinstance(sections[-1][-1], Heading))
        if starts or not sections:
            sections.append([])
        sections[-1].append(block)
    return sections


def measure(title: str, sections: Sequence[Sequence[Block]]) -> list[float]:
    """Height in mm of each section, found by drawing all of them on one endless page."""
    scratch = PlanPages(title, height=ENDLESS_PAGE)
    scratch.add_page()
    heights = []
    for section in sections:
        before = scratch.get_y()
        scratch.draw(section)
        heights.append(scratch.get_y() - before)
    return heights


def main() -> int:
    """Write one PDF for each sample; 0 when done, 1 when no usable font is installed."""
    target = HERE / "pdf"
    target.mkdir(exist_ok=True)
    for source in sorted((HERE / "markdown").glob("*.md")):
        made = target / f"{source.stem}.pdf"
        try:
            pages = write_pdf(read_blocks(source.read_text(encoding="utf-8")), made)
        except FontsMissingError as error:
            sys.stderr.write(f"make_pdfs: {error}\n")
            return 1
        sys.stderr.write(f"{made.name}: {pages} pages, {made.stat().st_size / 1024:.0f} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
