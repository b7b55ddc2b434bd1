"""An assistant over some plans alone, in a folder that is gone afterwards, whatever the installation keeps."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.bootstrap import open_assistant, open_library
from assistant.service import Assistant
from assistant.settings import Settings
from ingest.model import Plan
from ingest.reading import content_hash, find_files, read_plan

SAMPLES = Path(__file__).parents[1] / "ingest" / "samples" / "markdown"
"""The bundled sample plans."""

Read = tuple[Plan, str]
"""A plan and the hash of its file's content."""


def plans_read(paths: Sequence[Path]) -> list[Read]:
    """The plans of files and folders, the bundled samples where none is named; raises what reading a plan raises."""
    return [(read_plan(file), content_hash(file)) for file in find_files(paths or [SAMPLES])]


@contextmanager
def assistant_over(plans: Sequence[Read], settings: Settings) -> Iterator[Assistant]:
    """A warm assistant that knows these plans alone; raises what opening the library raises."""
    with TemporaryDirectory() as folder:
        own = settings.model_copy(update={"data": Path(folder), "database_url": None, "vectors_url": None})
        with open_library(own) as library:
            library.ingest(plans)
        assistant = open_assistant(own)
        assistant.warm()
        yield assistant
