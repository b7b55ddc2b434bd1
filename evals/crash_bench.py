"""Kills a process that ingests, again and again, and looks each time at what is left.

Half of the kills fall anywhere in an ingest, half right around its switch. A fault is an edition that does not answer
whole with its own text, figures, goals and vectors, a mixture of two, or anything of an edition that is not in force,
found then or left on disk after the next ingest.
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Any

from evals.crashing_ingest import edition_of, put, word_of
from evals.recombined_plans import Material
from evals.sample_material import sample_material

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.library import Library
    from ingest.model import Plan

ANYWHERE, SWITCH = "anywhere in the ingest", "around the switch"
PAST_THE_END = 1.1
"""Kills are spread over this many times what an ingest, or a switch, takes when it is left alone."""

PROBES = 2
"""How many passages of each plan are searched for with their own words."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kill:
    """How a child was killed, and the editions that it had begun and ended last."""

    moment: str
    delay_s: float
    begun: int
    ended: int


def crashes(settings: "Settings", trials: int) -> dict[str, list[Row]]:
    """Kill so many ingests; gives how often which edition answered, and the faults."""
    draw = Random("crashes")  # noqa: S311
    with TemporaryDirectory() as folder:
        bench = _CrashBench(Path(folder), settings, sample_material())
        takes = bench.begin()
        kills = []
        for number in range(trials):
            moment = (ANYWHERE, SWITCH)[number % 2]
            delay_s = (number + draw.random()) / trials * takes[moment] * PAST_THE_END
            kills.append(bench.trial(moment, delay_s))
    rows = []
    for moment in (ANYWHERE, SWITCH):
        answers = Counter(answer for kill, answer, _ in kills if kill.moment == moment)
        lost = sum(bool(faults) for kill, _, faults in kills if kill.moment == moment)
        rows.append(
            {"killed": moment, "trials": answers.total(), **{each: answers[each] for each in ANSWERS}, "lost": lost}
        )
    return {
        "what answers after kill -9 of an ingest": rows,
        "faults": [
            {"killed": kill.moment, "after_ms": kill.delay_s * 1000, "fault": fault}
            for kill, _, faults in kills
            for fault in faults
        ],
    }


PREVIOUS, NEW, NEITHER = "previous edition", "new edition", "neither"
ANSWERS = (PREVIOUS, NEW, NEITHER)


class _CrashBench:
    """One library that is killed at, mended and killed at again."""

    def __init__(self, folder: Path, settings: "Settings", material: Material) -> None:
        self._folder = folder
        self._settings = settings.model_copy(update={"data": folder, "database_url": None})
        self._material = material
        self._edition = 0

    def begin(self) -> dict[str, float]:
        """Let a process ingest two editions in peace; gives the seconds that the second takes as a whole and to switch.

        A process's first ingest is the one that is killed, so that what it loads at first is in the time too.
        """
        for self._edition in (0, 1):
            times: dict[str, float] = {}
            with self._ingesting() as (child, lines):
                for line in _until("end", lines):
                    times[line.split()[0]] = perf_counter()
                child.kill()
        return {ANYWHERE: times["end"] - times["begin"], SWITCH: times["end"] - times["switch"]}

    def trial(self, moment: str, delay_s: float) -> tuple[Kill, str, list[str]]:
        """Kill one ingest and look; the next edition then is ingested in peace, and the disk looked at."""
        kill = self._kill(moment, delay_s)
        with self._open() as library:
            answering, faults = self._whole_edition(library, kill)
            self._edition = kill.begun + 1
            plans = edition_of(self._material, self._edition)
            put(library, plans, self._edition)
            faults += [f"after the next ingest: {fault}" for fault in faults_of(library, plans, self._edition)]
        faults += self._left_on_disk(range(kill.ended, self._edition))
        return kill, answering, faults

    def _whole_edition(self, library: "Library", kill: Kill) -> tuple[str, list[str]]:
        found = {}
        for answer, edition in ((NEW, kill.begun), (PREVIOUS, kill.ended)):
            found[answer] = faults_of(library, edition_of(self._material, edition), edition)
            if not found[answer]:
                return answer, []
        return NEITHER, [fault for faults in found.values() for fault in faults]

    def _kill(self, moment: str, delay_s: float) -> Kill:
        self._edition += 1
        with self._ingesting() as (child, lines):
            said = list(_until("switch" if moment == SWITCH else "begin", lines))
            sleep(delay_s)
            child.kill()
            said += lines
        told = _last_told(said)
        return Kill(moment, delay_s, told["begin"], told.get("end", self._edition - 1))

    @contextmanager
    def _ingesting(self) -> Iterator[tuple[subprocess.Popen[str], Iterator[str]]]:
        """A process that ingests this edition and those after it, and what it says."""
        command = [sys.executable, "-m", "evals.crashing_ingest", str(self._folder), str(self._edition)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603
            try:
                yield child, iter(child.stdout or ())
            finally:
                child.kill()

    def _left_on_disk(self, editions: range) -> Iterator[str]:
        words = [word_of(edition).encode() for edition in editions]
        for path in sorted(self._folder.rglob("*")):
            content = path.read_bytes() if path.is_file() else b""
            yield from (f"{word.decode()} is left in {path.name}" for word in words if word in content)

    def _open(self) -> "Library":
        from assistant.bootstrap import open_library

        return open_library(self._settings)


def faults_of(library: "Library", plans: "tuple[Plan, ...]", edition: int) -> list[str]:
    """Where the library answers otherwise than with this edition of the plans alone."""
    if library.plans() != plans:
        return [f"the plans in force are not those of edition {edition}"]
    faults = []
    for plan in plans:
        for passage in plan.passages[:PROBES]:
            hits = {hit.passage: hit for hit in library.search_passages(passage.text)}
            if passage not in hits or hits[passage].similarity is None or hits[passage].lexical is None:
                faults.append(f"passage {passage.id} of {plan.id} is not found by its words and its vector")
        if plan.figures[0] not in {hit.figure for hit in library.search_figures(plan.figures[0].label)}:
            faults.append(f"a figure of {plan.id} is not found")
        if plan.goals[0] not in {hit.goal for hit in library.search_goals(plan.goals[0].text)}:
            faults.append(f"a goal of {plan.id} is not found")
    found = [hit.passage.text for hit in library.search_passages(word_of(edition), limit=50)]
    faults += [f"found besides: {text[-40:]}" for text in found if not text.endswith(word_of(edition))]
    return faults


def _until(awaited: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines up to the one that is awaited; raises RuntimeError where it does not come."""
    for line in lines:
        yield line
        if line.startswith(awaited):
            return
    raise RuntimeError(f"the ingest ended before it said {awaited!r}")


def _last_told(said: list[str]) -> Mapping[str, int]:
    told = (line.split() for line in said)
    return {words[0]: int(words[1]) for words in told if len(words) == 2}
