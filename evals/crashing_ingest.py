"""Ingests one edition of some plans after another until it is killed: `python -m evals.crashing_ingest DATA FIRST`.

Says on stdout when it begins an edition, when it is about to switch to it, and when that is done.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import cast

from evals.recombined_plans import Material, Proportions, recombined_plan
from evals.sample_material import sample_material
from index.editions import Manifest, Switch
from index.library import Library
from index.ports import ManifestStore
from ingest.model import Plan

PLANS = 3
SIZE = Proportions(passages=12, rows=8, goals=8)


def edition_of(material: Material, edition: int) -> tuple[Plan, ...]:
    """The plans of an edition; a word that no other edition has is in each passage, label and goal."""
    word = word_of(edition)
    plans = [recombined_plan(material, number, SIZE, edition) for number in range(PLANS)]
    return tuple(
        replace(
            plan,
            passages=tuple(replace(passage, text=f"{passage.text} {word}") for passage in plan.passages),
            figures=tuple(replace(figure, label=f"{figure.label} {word}") for figure in plan.figures),
            goals=tuple(replace(goal, text=f"{goal.text} {word}") for goal in plan.goals),
        )
        for plan in plans
    )


def word_of(edition: int) -> str:
    """The word that only this edition has."""
    return f"utgåva{edition:05}x"


def put(library: Library, plans: Sequence[Plan], edition: int) -> None:
    """Ingest an edition of the plans."""
    library.ingest((plan, str(edition)) for plan in plans)


class _Announcing:
    """A manifest store that says when a switch is about to be made."""

    def __init__(self, inner: ManifestStore) -> None:
        self._inner = inner

    def revision(self) -> int:
        return self._inner.revision()

    def read(self) -> Manifest:
        return self._inner.read()

    def reserve(self) -> int:
        return self._inner.reserve()

    def publish(self, switch: Switch) -> None:
        if switch:
            _say("switch")
        self._inner.publish(switch)


def _say(what: str, edition: int | None = None) -> None:
    sys.stdout.write(f"{what} {'' if edition is None else edition}\n")
    sys.stdout.flush()


def _open(data: Path) -> Library:
    from assistant.bootstrap import open_embedder
    from assistant.settings import load_settings
    from index.chroma_store import ChromaShelf
    from index.filelock_writer_lock import FilelockWriterLock
    from index.pydantic_codec import format_name
    from index.sqlite_catalogue import open_sqlite_catalogue

    catalogue = open_sqlite_catalogue(data / "library.sqlite", format_name())
    announcing = replace(catalogue, manifests=cast(ManifestStore, _Announcing(catalogue.manifests)))
    lock = FilelockWriterLock(data / "writer.lock")
    return Library(announcing, lambda: ChromaShelf(data), open_embedder(load_settings()), lock)


def _main(data: Path, first: int) -> None:
    material = sample_material()
    with _open(data) as library:
        for edition in count(first):
            plans = edition_of(material, edition)
            _say("begin", edition)
            put(library, plans, edition)
            _say("end", edition)


if __name__ == "__main__":
    _main(Path(sys.argv[1]), int(sys.argv[2]))
