"""Reads PDF: words by geometry, never by the order of the content stream."""

from pathlib import Path

from ingest.errors import EmptyDocument, ScannedDocument, UnsupportedFormat
from ingest.layout.drawn_bullets import with_drawn_bullets
from ingest.layout.furniture import lasting_asides, without_furniture
from ingest.layout.page_blocks import as_shown, blocks_of
from ingest.layout.page_pieces import pieces_of
from ingest.pages import Document
from ingest.ports import Progress
from ingest.readers.pdfium import information, open_pdf, read_page
from ingest.readers.pdfium_pictures import PagePicture
from ingest.readers.scanned_pages import ScannedPages, TextRecogniser
from ingest.readers.tesseract_ocr import TesseractRecogniser


class PdfReader:
    """Reads PDF files; their scanned pages with `recogniser`."""

    suffixes = frozenset({".pdf"})

    def __init__(self, recogniser: TextRecogniser | None = None) -> None:
        self._recogniser = recogniser or TesseractRecogniser()

    def read(self, path: Path, progress: Progress) -> Document:
        """All pages as blocks.

        Raises UnsupportedFormat, EncryptedDocument, DamagedDocument, ScannedDocument or EmptyDocument.
        """
        with path.open("rb") as file:
            if b"%PDF-" not in file.read(1024):
                raise UnsupportedFormat(str(path), "the content is not PDF")
        document = open_pdf(path)
        scans = ScannedPages(self._recogniser)
        try:
            pages = []
            for number in range(1, len(document) + 1):
                pages.append(scans.read(read_page(document, number, path), PagePicture(document, number)))
                progress(number, len(document))
            title, author = information(document)
        finally:
            document.close()
        if scans.scanned and not any(page.words for page in pages if page.number not in scans.scanned):
            raise ScannedDocument(str(path), f"{len(scans.scanned)} pages, missing: {scans.lacking}")
        if not any(page.words for page in pages):
            raise EmptyDocument(str(path), f"{len(pages)} pages without text")
        pages = [with_drawn_bullets(page) for page in pages]
        kept = zip(pages, without_furniture(pages), lasting_asides(pages), strict=True)
        blocks = as_shown(blocks_of([pieces_of(page, words, aside) for page, words, aside in kept]), pages)
        return Document(blocks, len(pages), title, author, tuple(scans.scanned), tuple(scans.recognised))
