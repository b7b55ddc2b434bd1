"""Taking in plans from files and folders: what fails is told and left out, the rest goes into force together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.library import Library
from ingest.errors import DuplicatePlan, IngestError, PlansvarError
from ingest.model import Plan
from ingest.ports import Progress as PagesDone
from ingest.reading import content_hash, find_files, plan_id_of

Progress = Callable[[str, int, int], None]
"""Called with the name of what is worked on, how much is done and how much there is."""

Read = Callable[[Path, PagesDone], Plan]
"""Reads one file, as `ingest.isolation.isolated_reader` does it for files that nobody has vouched for."""


@dataclass(slots=True)
class Intake:
    """What came of it: plans read anew, ids left as they were, ids removed, and what could not be done."""

    plans: list[Plan] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: tuple[str, ...] = ()
    failures: list[PlansvarError] = field(default_factory=list)


def take_in(library: Library, paths: Sequence[Path], read: Read, *, sync: bool, progress: Progress) -> Intake:
    """Read the plans under the paths into the library; with `sync` the others are removed.

    A path or file that cannot be read is a failure in the result, and nothing is removed where a path failed. Raises
    DuplicatePlan, and nothing is changed then, and what hinders the library itself.
    """
    intake = Intake()
    files = _files(paths, intake)
    here = _ids(files, intake)
    all_paths_opened = not intake.failures
    if here:
        library.ingest(_read(library, here, read, intake, progress), progress)
    if sync and all_paths_opened:
        intake.removed = tuple(plan_id for plan_id in library.plan_ids() if plan_id not in here)
        if intake.removed:
            library.remove(intake.removed)
    return intake


def _files(paths: Sequence[Path], intake: Intake) -> tuple[Path, ...]:
    readable = []
    for path in paths:
        try:
            find_files([path])
        except DuplicatePlan:
            raise
        except IngestError as error:
            intake.failures.append(error)
        else:
            readable.append(path)
    return find_files(readable) if readable else ()


def _ids(files: Sequence[Path], intake: Intake) -> dict[str, Path]:
    """The files by the ids of their plans; one whose sidecar cannot be followed is a failure."""
    known = {}
    for file in files:
        try:
            known[plan_id_of(file)] = file
        except IngestError as error:
            intake.failures.append(error)
    return known


def _read(
    library: Library, files: Mapping[str, Path], read: Read, intake: Intake, progress: Progress
) -> Iterator[tuple[Plan, str]]:
    for plan_id, file in files.items():
        try:
            digest = content_hash(file)
            plan = None if library.is_current(plan_id, digest) else read(file, _named(progress, file.name))
        except IngestError as error:
            intake.failures.append(error)
            continue
        if plan is None:
            intake.unchanged.append(plan_id)
        else:
            intake.plans.append(plan)
            yield plan, digest


def _named(progress: Progress, name: str) -> PagesDone:
    return lambda done, total: progress(name, done, total)
