"""What a question costs before it is asked: heavy libraries are not loaded where they are not needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.libraries import put, small_library
from tests.index.plans import make_plan

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import sys
from pathlib import Path
from tests.index.libraries import small_library
with small_library(Path(sys.argv[1])) as library:
    {action}
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


@pytest.mark.parametrize(
    ("action", "unneeded"),
    [
        ("library.plans()", ("chromadb", "torch", "transformers", "sentence_transformers", "model2vec")),
        ("library.search_passages('hyra')", ("torch", "transformers", "sentence_transformers")),
    ],
)
def test_reading_loads_no_more_than_it_needs(action: str, unneeded: tuple[str, ...], tmp_path: Path) -> None:
    with small_library(tmp_path) as library:
        put(library, make_plan("a"))
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(action=action), str(tmp_path), *unneeded],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == []
