"""What a reader should know of how a document's pages were read."""

from collections.abc import Iterator, Sequence

from ingest.model import Finding, Severity, SourceRef
from ingest.pages import Document


def page_notices(document: Document, plan_id: str) -> Iterator[Finding]:
    """A notice for the pages that are pictures and were not read, and one for those read by text recognition."""
    if document.scanned:
        told = f"{_named(document.scanned)} är inskannad text som inte har lästs. {REMEDY}"
        yield _notice("scanned-page", told, document.scanned, plan_id)
    if document.recognised:
        told = (
            f"{_named(document.recognised)} är inskannad text som har lästs med textigenkänning (OCR): "
            "jämför ord och siffror med originalet."
        )
        yield _notice("recognised-page", told, document.recognised, plan_id)


REMEDY = (
    'Installera textigenkänning (pip install "plansvar[ocr]" och programmet tesseract med svenska, i Debian '
    "tesseract-ocr och tesseract-ocr-swe), ta bort planen (plansvar remove) och läs in den på nytt, eller spara den "
    "som sökbar PDF."
)


def _notice(rule: str, message: str, pages: Sequence[int], plan_id: str) -> Finding:
    return Finding(Severity.NOTICE, rule, message, tuple(SourceRef(plan_id, page) for page in pages))


def _named(pages: Sequence[int]) -> str:
    """ "Sidan 3" or "Sidorna 3, 5–9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    named = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"Sidan {named}" if len(pages) == 1 else f"Sidorna {named}"
