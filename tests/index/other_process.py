"""Another process at the same library: `python -m tests.index.other_process DATA ACTION PLAN [DATABASE]`.

Prints a line when it has begun to write, and waits for one before it goes on.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.model import Plan
from tests.index.libraries import small_library
from tests.index.plans import make_plan


def when_told(plan_id: str) -> Iterator[tuple[Plan, str]]:
    sys.stdout.write("writing\n")
    sys.stdout.flush()
    sys.stdin.readline()
    yield make_plan(plan_id), "hash"


if __name__ == "__main__":
    data, action, plan_id, *database = sys.argv[1:]
    with small_library(Path(data), *database) as library:
        if action == "ingest":
            library.ingest(when_told(plan_id))
        else:
            library.remove([plan_id])
