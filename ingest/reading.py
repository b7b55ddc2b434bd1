"""A file becomes a plan: read, structured, measured, checked and cut into passages."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.abbreviations import abbreviations_of
from ingest.checks import findings_of
from ingest.errors import BadSidecar, DuplicatePlan, NothingToRead, TooManyPages, UnreadableFile, UnsupportedFormat
from ingest.figures import PlanYears
from ingest.file_sizes import require_size
from ingest.goals import goals_of
from ingest.metadata import organisation_of, period_of, title_of
from ingest.model import Plan, Table
from ingest.owners import owners_of
from ingest.page_notices import page_notices
from ingest.pages import Document
from ingest.passages import passages_of
from ingest.plan_figures import figures_of
from ingest.ports import DocumentReader, Progress
from ingest.readers.docx_reader import DocxReader
from ingest.readers.html_reader import HtmlReader
from ingest.readers.markdown_reader import MarkdownReader
from ingest.readers.pdf_reader import PdfReader
from ingest.readers.text_reader import TextReader
from ingest.readers.xlsx_reader import XlsxReader
from ingest.sidecar import TableCorrection, corrections_in, with_owner, with_unit
from ingest.sidecar_yaml import read_sidecar, sidecar_of
from ingest.structure import Structure, structure_of
from ingest.units import with_inferred_units

READERS: tuple[DocumentReader, ...] = (
    PdfReader(),
    DocxReader(),
    XlsxReader(),
    HtmlReader(),
    MarkdownReader(),
    TextReader(),
)
"""The formats that can be read: a new one is one reader and one entry."""

MOST_PAGES = 2000
"""Pages of a document up to which it is read, unless more is asked for."""


def quiet(_done: int, _total: int) -> None:
    """A progress callback that says nothing."""


def plan_id_of(path: Path) -> str:
    """A plan's id: its file name without the ending, unless its sidecar says otherwise; raises BadSidecar."""
    return read_sidecar(path).id or path.stem


def content_hash(path: Path) -> str:
    """SHA-256 in hexadecimal of the bytes of the file and its sidecar.

    Raises UnreadableFile, EmptyDocument or TooLarge.
    """
    sidecar = sidecar_of(path)
    try:
        require_size(path)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
        if sidecar.exists():
            digest.update(sidecar.read_bytes())
    except OSError as exc:
        raise UnreadableFile(str(path), exc.strerror or "") from exc
    return digest.hexdigest()


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files of known formats at the paths, folders walked; sorted within each folder.

    Raises UnreadableFile for a path that cannot be opened, UnsupportedFormat for a named file of another format,
    NothingToRead when there is none, DuplicatePlan when two would get the same id.
    """
    found: dict[str, Path] = {}
    for path in paths:
        for file in _files_in(path) if path.is_dir() else [_named_file(path)]:
            found.setdefault(os.path.realpath(file), file)
    files = tuple(found.values())
    if not files:
        raise NothingToRead(", ".join(map(str, paths)))
    seen: dict[str, Path] = {}
    for file in files:
        plan_id = _id_or_name(file)
        other = seen.setdefault(plan_id, file)
        if other != file:
            raise DuplicatePlan(f"{other}, {file}", plan_id)
    return files


def _id_or_name(file: Path) -> str:
    """The file's id; a faulty sidecar is told when its own plan is read."""
    try:
        return plan_id_of(file)
    except BadSidecar:
        return file.stem


def _files_in(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        raise UnreadableFile(str(error.filename or folder), error.strerror or "") from error

    if not os.access(folder, os.R_OK | os.X_OK):
        raise UnreadableFile(str(folder))
    found = []
    for base, folders, names in os.walk(folder, onerror=refuse):
        folders.sort()
        found += [Path(base) / name for name in sorted(names) if not name.startswith(".") and _reader(Path(name))]
    return found


def _named_file(path: Path) -> Path:
    if not path.exists():
        raise UnreadableFile(str(path))
    if _reader(path) is None:
        raise UnsupportedFormat(str(path), path.suffix)
    return path


def _reader(path: Path) -> DocumentReader | None:
    return next((reader for reader in READERS if path.suffix.casefold() in reader.suffixes), None)


def read_plan(path: Path, progress: Progress = quiet, most_pages: int = MOST_PAGES) -> Plan:
    """Read one file as a plan; raises a branch of IngestError that names the file and, where known, the page."""
    reader = _reader(path)
    if reader is None:
        raise UnsupportedFormat(str(path), path.suffix)

    def counted(done: int, total: int) -> None:
        if total > most_pages:
            raise TooManyPages(str(path), f"{total} > {most_pages}")
        progress(done, total)

    try:
        require_size(path)
        document = reader.read(path, counted)
    except OSError as exc:
        raise UnreadableFile(str(path), exc.strerror or "") from exc
    return plan_of(document, path)


def plan_of(document: Document, path: Path) -> Plan:
    """Everything that is derived from a document once its reader is done with it; raises BadSidecar."""
    sidecar = read_sidecar(path)
    plan_id, title = sidecar.id or path.stem, sidecar.title or title_of(document, path)
    organisation = sidecar.organisation or organisation_of(document, title)
    corrections = corrections_in(structure_of(document, plan_id, title), sidecar, str(sidecar_of(path)))
    structure = corrections.structure
    tables = _owned(structure, organisation, title, corrections.by_table)
    period = sidecar.period or period_of(title, path, document.blocks)
    years = PlanYears(period, title)
    figures = with_inferred_units(
        tuple(with_unit(figure, corrections.by_table) for figure in figures_of(structure, tables, organisation, years)),
        structure.sections,
    )
    own_tables = [
        [table for table, at in zip(tables, structure.table_sections, strict=True) if at == index]
        for index in range(len(structure.sections))
    ]
    passages = passages_of(structure.sections, structure.blocks)
    plan = Plan(
        id=plan_id,
        title=title,
        organisation=organisation,
        period=period,
        status=sidecar.status,
        pages=document.pages,
        sections=structure.sections,
        tables=tables,
        figures=figures,
        goals=goals_of(plan_id, structure.sections, structure.blocks, own_tables),
        findings=(),
        passages=passages,
        decision=sidecar.decision,
        address=sidecar.address,
        file=str(path.resolve()),
        abbreviations=abbreviations_of(passages),
    )
    return replace(plan, findings=(*page_notices(document, plan_id), *corrections.notices, *findings_of(plan)))


def _owned(
    structure: Structure, organisation: str, title: str, corrections: Mapping[int, TableCorrection]
) -> tuple[Table, ...]:
    owners = owners_of(structure, organisation, title)
    return tuple(
        with_owner(replace(table, owner=owner, owner_evidence=evidence), corrections.get(number))
        for number, (table, (owner, evidence)) in enumerate(zip(structure.tables, owners, strict=True))
    )
