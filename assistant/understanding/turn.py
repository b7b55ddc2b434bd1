"""A turn of a conversation: its text with its marked words."""

from dataclasses import dataclass

from assistant.understanding.marking import Mark, Role

ENDING = "?!. "
"""What ends a turn and says nothing."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question's text and its marked words."""

    text: str
    marks: tuple[Mark, ...]

    def of(self, *roles: Role) -> list[Mark]:
        """The marks of these roles."""
        return [found for found in self.marks if found.role in roles]

    def words(self, *roles: Role) -> str:
        """The text from the first to the last word of these roles."""
        places = self.of(*roles)
        return self.text[places[0].start : places[-1].end] if places else ""

    @property
    def bare(self) -> str:
        """The text without its question mark."""
        return self.text.rstrip(ENDING)
