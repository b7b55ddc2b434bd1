"""A plan's running text, and how it writes a name that a heading has in capitals or after a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.goal_labels import unnumbered
from ingest.model import Section


@dataclass(frozen=True, slots=True)
class RunningText:
    """A text, and the same in small letters at the same places."""

    text: str
    small: str


def running_text(text: str) -> RunningText:
    """A text made ready to find names in; the one letter that is longer when small is taken for another."""
    return RunningText(text, text.replace("\u0130", "I").lower())


def text_of(sections: Sequence[Section]) -> RunningText:
    """The text of all sections in order."""
    return running_text("\n".join(section.text for section in sections))


def as_written(heading: str, running: RunningText) -> str:
    """A heading as running text writes it: "NATURUM NORRA UDDEN" → "Naturum Norra Udden", "2.4 Kansli" → "Kansli"."""
    heading = unnumbered(heading)
    if not heading.isupper():
        return heading
    sought, size = heading.lower(), len(heading)
    at = running.small.find(sought)
    while at >= 0:
        written = running.text[at : at + size]
        if not written.isupper():
            return written[:1].upper() + written[1:]
        at = running.small.find(sought, at + size)
    return heading.capitalize()
