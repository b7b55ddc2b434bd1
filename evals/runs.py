"""A run on disk: what was asked of what, every answer, and the judgement, so that it can be judged again.

A run's folder holds `run.json` (the configuration), `records.jsonl` (one answer a line, written as it comes),
`sections.json` (the cited sections' texts) and `report.json`.
"""

import json
import platform
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from assistant.settings import Settings
from evals.citations import SectionTexts, section_texts
from evals.errors import InvalidRecords, RunNotSaved
from evals.golden import GoldenSet
from evals.records import Record, read_records, record_json

PACKAGES = (
    "plansvar",
    "chromadb",
    "langchain",
    "langchain-openai",
    "model2vec",
    "numpy",
    "pypdfium2",
    "rapidfuzz",
    "sentence-transformers",
    "simplemma",
    "tokenizers",
    "torch",
)
"""Packages whose version can change an answer."""


class RunFolder:
    """One run's folder, made at once so that a fault shows before any question is asked.

    Raises `RunNotSaved` where it cannot be written or holds a run already.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "records.jsonl").touch(exist_ok=False)
        except FileExistsError as error:
            raise RunNotSaved(str(folder), "a run or a file is there already") from error
        except OSError as error:
            raise RunNotSaved(str(folder), error.strerror or "") from error

    def write(self, name: str, content: Any) -> None:
        """Write `<name>.json`."""
        self._write(f"{name}.json", "w", json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False))

    def add(self, record: Record) -> None:
        """Append one answer."""
        self._write("records.jsonl", "a", json.dumps(record_json(record), ensure_ascii=False, allow_nan=False))

    def _write(self, name: str, mode: str, text: str) -> None:
        try:
            with (self.path / name).open(mode, encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError as error:
            raise RunNotSaved(str(self.path / name), error.strerror or "") from error


def default_folder(settings: Settings, now: datetime) -> Path:
    """Where a run is saved unless another folder is named; `now` is in UTC."""
    return settings.data / "runs" / now.strftime("%Y%m%dT%H%M%SZ")


def configuration(settings: Settings, golden: GoldenSet, plan_ids: Iterable[str], now: datetime) -> dict[str, Any]:
    """What the answers may depend on; no secret is in it."""
    return {
        "date": now.astimezone(UTC).isoformat(timespec="seconds"),
        "questions": [{"name": file.name, "sha256": file.sha256} for file in golden.files],
        "cases": len(golden.cases),
        "plans": list(plan_ids),
        "settings": settings_without_secrets(settings),
        "python": platform.python_version(),
        "packages": _package_versions(),
        "revision": _revision(Path(__file__).resolve().parents[1]),
    }


def settings_without_secrets(settings: Settings) -> dict[str, Any]:
    """The settings by name, without secret ones and without what an address carries beside its place."""
    secret = {name for name, value in settings if hasattr(value, "get_secret_value")}
    values = settings.model_dump(mode="json", exclude=secret)
    return {name: _place_of(value) if isinstance(value, str) else value for name, value in values.items()}


def _place_of(address: str) -> str:
    if "://" not in address:
        return address
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def _package_versions() -> dict[str, str]:
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def _revision(root: Path) -> str | None:
    """The commit of the checkout at `root`, with `-dirty` where files differ from it; null where there is none."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return None
    command = [git, "-C", str(root), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() or None


def read_saved(records: Path) -> tuple[tuple[Record, ...], SectionTexts | None]:
    """A saved run's answers and cited sections; null sections where the file lies outside a run's folder.

    Raises `InvalidRecords`.
    """
    sections = _read_beside(records, "sections.json")
    try:
        texts = None if sections is None else section_texts(sections)
    except (KeyError, TypeError) as error:
        raise InvalidRecords(str(records.with_name("sections.json")), "it holds no sections") from error
    return read_records(records), texts


def asked_of_other_questions(records: Path, golden: GoldenSet) -> bool:
    """Whether the run beside `records` says that its questions were other ones, or read otherwise."""
    saved: Mapping[str, Any] = _read_beside(records, "run.json") or {}
    files: Sequence[Mapping[str, Any]] = saved.get("questions") or ()
    return bool(files) and [file.get("sha256") for file in files] != [file.sha256 for file in golden.files]


def _read_beside(records: Path, name: str) -> Any:
    path = records.with_name(name)
    try:
        return json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise InvalidRecords(str(path), "it cannot be read") from error
