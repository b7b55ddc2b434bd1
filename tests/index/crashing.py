"""Replaces plan a and kills its own process at a point: `python -m tests.index.crashing DATA POINT [DATABASE]`."""

import os
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import index.postgres_editions
import index.postgres_manifest
import index.sqlite_manifest
from index.chroma_collections import ChromaStore
from index.postgres_manifest import PostgresManifests
from index.psycopg_database import PostgresDatabase
from index.sqlite_editions import SqliteEditions
from index.sqlite_manifest import SqliteManifests
from index.vector_placer import VectorPlacer
from tests.index.libraries import put, small_library
from tests.index.plans import make_plan

NEW_TEXTS = ("Hyran höjs.", "Lönerna höjs.")


@dataclass(frozen=True)
class Point:
    """The n-th call of a function, before or after which the process dies, and whether the switch is made by then."""

    owner: object
    function: str
    call: int = 1
    after: bool = True
    switched: bool = False


POINTS = {
    "number reserved": Point(SqliteManifests, "reserve"),
    "vectors written": Point(ChromaStore, "add"),
    "text staged": Point(SqliteEditions, "stage"),
    "not verified": Point(VectorPlacer, "verify", after=False),
    "not switched": Point(SqliteManifests, "publish", call=2, after=False),
    "inside the switch": Point(index.sqlite_manifest, "_erase_what_is_not_in_force", call=2),
    "switched": Point(SqliteManifests, "publish", call=2, switched=True),
    "old vectors still there": Point(shutil, "rmtree", after=False, switched=True),
    "old vectors gone": Point(shutil, "rmtree", switched=True),
}

DATABASE_POINTS = {
    "text half staged": Point(index.postgres_editions, "_copy_postings", after=False),
    "not switched": Point(PostgresManifests, "publish", call=2, after=False),
    "inside the switch": Point(index.postgres_manifest, "_erase_what_is_not_in_force", call=2),
    "switched, place not freed": Point(PostgresDatabase, "vacuum", after=False, switched=True),
}


def kill_at(point: Point) -> None:
    function = getattr(point.owner, point.function)
    calls = 0

    def deadly(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        result = function(*args, **kwargs) if point.after or calls != point.call else None
        if calls == point.call:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(point.owner, point.function, deadly)


if __name__ == "__main__":
    data, name, *database = sys.argv[1:]
    kill_at((DATABASE_POINTS if database else POINTS)[name])
    put(small_library(Path(data), *database), make_plan("a", NEW_TEXTS))
