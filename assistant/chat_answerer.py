"""The chat engine: a model words the answer, over numbered evidence; what it says is read, bound and checked."""

import json
import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Engine
from assistant.answerer import Draft
from assistant.chat_reply import draft_of, read_reply
from assistant.errors import ChatReplyUnusable
from assistant.evidence import Evidence
from assistant.numbered_evidence import Item, number
from assistant.prompts import question_prompt, system_prompt
from assistant.question import Question
from assistant.thresholds import CHAT, ChatLimits

_PAUSE = re.compile(r"(?:[.!?](?:\s*\[\d+\])*\s+|\n)(?=[^\s\[])")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one call to a chat model says: its standing instructions, and the question."""

    system: str
    user: str


class ChatModel(Protocol):
    """A chat model that replies piece by piece."""

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """Yield the reply as it comes; raises `ChatUnavailable`."""
        ...


class ChatAnswerer:
    """Composes with a chat model; `compose_in_pieces` gives a growing draft at each pause."""

    engine = Engine.CHAT

    def __init__(self, model: ChatModel, limits: ChatLimits = CHAT) -> None:
        self._model = model
        self._limits = limits

    def compose(self, question: Question, evidence: Evidence) -> Draft:
        """Compose one draft. Raises a branch of `ChatError`."""
        pieces = self.compose_in_pieces(question, evidence)
        while True:
            try:
                next(pieces)
            except StopIteration as end:
                draft: Draft = end.value
                return draft

    def compose_in_pieces(self, question: Question, evidence: Evidence) -> Generator[Draft, None, Draft]:
        """Yield the draft so far at each end of a sentence or line, return the whole. Raises as `compose`."""
        items = number(evidence, self._limits)
        raw, read = "", 0
        for piece in self._model.stream(prompt_for(question, items)):
            raw += piece
            if len(raw) > self._limits.reply_characters:
                raise ChatReplyUnusable("chat", f"the reply is over {self._limits.reply_characters} characters")
            paused = max((match.end() for match in _PAUSE.finditer(raw, read)), default=0)
            if paused > read:
                read = paused
                if draft := _draft_so_far(raw[:paused], question, items):
                    yield draft
        return draft_of(read_reply(raw, question.language), items)


def _draft_so_far(raw: str, question: Question, items: Sequence[Item]) -> Draft | None:
    """The beginning of a reply as a draft, none while it has nothing to cite."""
    try:
        return draft_of(read_reply(raw, question.language), items)
    except ChatReplyUnusable:
        return None


def prompt_for(question: Question, items: Sequence[Item]) -> Prompt:
    """The prompt for a question over numbered evidence; both are quoted as data."""
    evidence = "\n".join(item.shown for item in items)
    asked, meant = (json.dumps(text, ensure_ascii=False) for text in (question.text, question.standalone))
    return Prompt(system_prompt(question.language), question_prompt(evidence, asked, meant))
