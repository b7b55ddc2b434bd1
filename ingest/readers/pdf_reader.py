"""Reads PDF: words by geometry, never by the order of the content stream."""

from pathlib import Path

from ingest.errors import EmptyDocument, UnsupportedFormat
from ingest.layout.furniture import without_furniture
from ingest.layout.page_blocks import blocks_of
from ingest.layout.page_pieces import pieces_of
from ingest.pages import Document
from ingest.ports import Progress
from ingest.readers.pdfium import information, open_pdf, read_page


class PdfReader:
    """Reads PDF files."""

    suffixes = frozenset({".pdf"})

    def read(self, path: Path, progress: Progress) -> Document:
        """All pages as blocks; raises UnsupportedFormat, EncryptedDocument, DamagedDocument or EmptyDocument."""
        with path.open("rb") as file:
            if b"%PDF-" not in file.read(1024):
                raise UnsupportedFormat(str(path), "the content is not PDF")
        document = open_pdf(path)
        try:
            pages = []
            for number in range(1, len(document) + 1):
                pages.append(read_page(document, number, path))
                progress(number, len(document))
            title, author = information(document)
        finally:
            document.close()
        if not any(page.words for page in pages):
            raise EmptyDocument(str(path), f"{len(pages)} pages without text")
        pieces = [pieces_of(page, words) for page, words in zip(pages, without_furniture(pages), strict=True)]
        return Document(blocks_of(pieces), len(pages), title, author)
