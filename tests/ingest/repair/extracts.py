"""Text extracts of our own words, sound and damaged, and what is made of them."""

from dataclasses import dataclass

from ingest.repair.document_repair import DocumentRepair

SOUND = """Kommunen ska under året utveckla samarbetet med näringslivet och erbjuda alla unga ett jobb.
Medlemskommunerna betalar en avgift som räknas upp varje år. Vårt mål är att fler företag väljer att
växa här. Skogsbruk och turism är viktiga. Styrelsen följer upp målen två gånger om året."""


@dataclass(frozen=True, slots=True)
class PlainLine:
    text: str
    wrapped: bool = False


def lines(text: str) -> list[PlainLine]:
    return [PlainLine(line.strip(), line.endswith(" ")) for line in text.split("\n") if line.strip()]


def repaired(damaged: str, rest: str = SOUND) -> str:
    """The first text made whole, in a document that goes on with the other."""
    repair = DocumentRepair(lines(damaged + "\n" + rest))
    return repair.paragraph(lines(damaged))[0]
