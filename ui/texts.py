"""Every word of the interface that is not an error, in Swedish and English, in one table."""

from dataclasses import dataclass

from assistant.answer import Language
from ui.command_texts import COMMANDS
from ui.page_texts import PAGE

TABLE = PAGE | COMMANDS


@dataclass(frozen=True, slots=True)
class Texts:
    """The interface's words in one language."""

    language: Language = Language.SWEDISH

    def __call__(self, key: str, **fields: object) -> str:
        """The text of `key` with its fields filled in; raises KeyError for a key that is not in the table."""
        return TABLE[key][self.language is Language.ENGLISH].format(**fields)

    def plural(self, key: str, count: int) -> str:
        """The text of `key` for `count` things; its singular and plural stand divided by a bar."""
        one, many = TABLE[key][self.language is Language.ENGLISH].split("|")
        return (one if count == 1 else many).format(count=count)
