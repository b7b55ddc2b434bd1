"""What can break while plans are read.

    PlansvarError                 anything that a person can be told how to mend
    └── IngestError               a file could not become a plan
        ├── NothingToRead         the paths hold no file of a known format
        ├── UnreadableFile        the file cannot be opened: missing, no right to read
        ├── UnsupportedFormat     no reader for this ending, or the content is not what the ending says
        ├── DamagedDocument       the format's own parser gives up
        ├── TooLarge              the file, or what is packed in it, is larger than any plan
        ├── TooManyPages          the document has more pages than are read
        ├── TooMuchTime           the file was not read within its time
        ├── TooMuchMemory         the file was not read within its memory
        ├── ReadingStopped        the process that read the file broke down
        ├── EncryptedDocument     the document needs a password
        ├── EmptyDocument         no text in it: nothing to cite
        ├── ScannedDocument       pictures of pages, which are not read
        ├── BadSidecar            the file of corrections beside a plan cannot be followed
        └── DuplicatePlan         two files would become the same plan

Folders above add their own branches in their own `errors.py`; `ui/` holds the words in the user's language.
"""

from typing import ClassVar


class PlansvarError(Exception):
    """Something broke at `where` (a file, page, field or address); `detail` adds what only this case knows."""

    code: ClassVar[str] = "error"
    what: ClassVar[str] = "Something went wrong."
    remedy: ClassVar[str] = "Try again; if it happens again, report it with the message."

    def __init__(self, where: str, detail: str = "") -> None:
        super().__init__(where, detail)
        self.where = where
        self.detail = detail

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.where}: {self.what}{detail} {self.remedy}"


class IngestError(PlansvarError):
    """A file could not become a plan."""

    code = "ingest_failed"
    what = "The file could not be read as a plan."
    remedy = "Check the file, or leave it out."


class NothingToRead(IngestError):
    """The paths hold no file of a known format."""

    code = "nothing_to_read"
    what = "There is no plan to read here."
    remedy = "Name a PDF, DOCX, XLSX, HTML, Markdown or text file, or a folder that holds one."


class UnreadableFile(IngestError):
    """The file cannot be opened."""

    code = "unreadable_file"
    what = "The file or folder cannot be opened."
    remedy = "Check that it exists and that you have the right to read it."


class UnsupportedFormat(IngestError):
    """No reader for this ending, or the content is not what the ending says."""

    code = "unsupported_format"
    what = "The content is not of a format that can be read."
    remedy = "Save the document as PDF, DOCX, XLSX, HTML, Markdown or text."


class DamagedDocument(IngestError):
    """The format's own parser gives up."""

    code = "damaged_document"
    what = "The document is damaged."
    remedy = "Fetch it again from its source, or save it anew."


class TooLarge(IngestError):
    """The file, or what is packed in it, is larger than any plan."""

    code = "too_large"
    what = "The file is larger than what is read as a plan."
    remedy = "Save the plan alone, without attachments, or leave the file out."


class TooManyPages(IngestError):
    """The document has more pages than are read."""

    code = "too_many_pages"
    what = "The document has more pages than are read."
    remedy = "Save the plan alone, or raise the limit PLANSVAR_READING_PAGES."


class TooMuchTime(IngestError):
    """The file was not read within its time."""

    code = "too_much_time"
    what = "The file was not read within the time that a file may take."
    remedy = "Save the document anew, or raise the limit PLANSVAR_READING_SECONDS."


class TooMuchMemory(IngestError):
    """The file was not read within its memory."""

    code = "too_much_memory"
    what = "The file needs more memory than a file may take."
    remedy = "Save the document anew, or raise the limit PLANSVAR_READING_MEMORY_MB."


class ReadingStopped(IngestError):
    """The process that read the file broke down."""

    code = "reading_stopped"
    what = "The reading of the file broke off."
    remedy = "Save the document anew, for instance by printing it to PDF; if it happens again, report the message."


class EncryptedDocument(IngestError):
    """The document needs a password."""

    code = "encrypted_document"
    what = "The document is protected by a password."
    remedy = "Save a copy without password protection."


class EmptyDocument(IngestError):
    """The document holds no text."""

    code = "empty_document"
    what = "The document holds no text."
    remedy = "If it is scanned, run it through text recognition first."


class ScannedDocument(IngestError):
    """Pictures of pages, which are not read."""

    code = "scanned_document"
    what = "The document is scanned: its pages are pictures, and there is no text to read."
    remedy = (
        'Install text recognition (pip install "plansvar[ocr]", and the program tesseract with Swedish, in Debian '
        "tesseract-ocr and tesseract-ocr-swe), or save the document as a searchable PDF."
    )


class DuplicatePlan(IngestError):
    """Two files would become the same plan."""

    code = "duplicate_plan"
    what = "Two files would become the same plan; nothing was changed."
    remedy = "Rename one of them, or ingest only one."


class BadSidecar(IngestError):
    """The file of corrections beside a plan cannot be followed."""

    code = "bad_sidecar"
    what = "The sidecar cannot be followed."
    remedy = "Mend the field, take it out, or write a new sidecar with plansvar sidecar."
