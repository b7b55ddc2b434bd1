"""A first sidecar for a plan, written beside its file."""

from pathlib import Path
from typing import NamedTuple

from index.library import Library
from ingest.model import Plan
from ingest.reading import read_plan
from ingest.sidecar_yaml import sidecar_of, sidecar_text
from ui.errors import NoPlanFile, SidecarExists, UnwritableFile
from ui.texts import Texts


class Written(NamedTuple):
    """Where the sidecar was written, and the plan's file beside it."""

    sidecar: Path
    plan: Path


def write_sidecar(library: Library, plan: str, texts: Texts) -> Written:
    """Write what was read of a plan, given by its id or its file, as a sidecar to edit.

    Raises UnknownPlan, NoPlanFile, SidecarExists, UnwritableFile, or what hinders reading a file.
    """
    known, file = _plan_and_file(library, plan)
    target = sidecar_of(file)
    content = sidecar_text(known, lambda name, /, **fields: texts(f"sidecar.{name}", **fields))
    try:
        with target.open("x", encoding="utf-8") as out:
            out.write(content)
    except FileExistsError as exc:
        raise SidecarExists(str(target)) from exc
    except OSError as exc:
        raise UnwritableFile(str(target), exc.strerror or "") from exc
    return Written(target, file)


def _plan_and_file(library: Library, plan: str) -> tuple[Plan, Path]:
    if Path(plan).is_file():
        return read_plan(Path(plan)), Path(plan)
    known = library.plan(plan)
    if not Path(known.file).is_file():
        raise NoPlanFile(known.file)
    return known, Path(known.file)
