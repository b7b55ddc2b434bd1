"""A chat model's reply read as a draft: its markers become citations, its amounts become bound figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import AnswerStatus, Citation, Language
from assistant.answerer import Draft
from assistant.chat_binding import bind
from assistant.checks.claim import MARKER, markers_in, sentences
from assistant.citations import cite
from assistant.errors import ChatReplyUnusable
from assistant.numbered_evidence import Item
from assistant.prompts import STATUS_MEANINGS
from assistant.quoting import narrow
from assistant.written_numbers import in_swedish_form

_THOUGHT = re.compile(r"\A\s*<think>.*?(?:</think>|\Z)", re.DOTALL)
_STATUS = re.compile(r"\A\W*status\W*:\W*([a-z_]+)[^\n]*(?:\n|\Z)", re.IGNORECASE)
_MANY = re.compile(r"[\[【]\s*(\d+(?:\s*[,;]\s*\d+)*)\s*[\]】]")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model said: how it ended, and its text with markers that number evidence."""

    status: AnswerStatus
    text: str


def read_reply(raw: str, language: Language) -> Reply:
    """Split a reply, or the beginning of one, into status and text; a reply without status is taken as an answer.

    Raises `ChatReplyUnusable` for a status that is not on offer.
    """
    text = _THOUGHT.sub("", raw)
    status = AnswerStatus.ANSWERED
    if named := _STATUS.match(text):
        if named[1].lower() not in STATUS_MEANINGS:
            raise ChatReplyUnusable("chat", f"the status {named[1][:30]!r} is not on offer")
        status = AnswerStatus(named[1].lower())
        text = text[named.end() :]
    text = _MANY.sub(lambda match: "".join(f"[{n}]" for n in re.findall(r"\d+", match[1])), text)
    return Reply(status, in_swedish_form(text.strip(), english=language is Language.ENGLISH))


def draft_of(reply: Reply, items: Sequence[Item]) -> Draft:
    """The reply with citations numbered as they come and amounts bound to what is cited.

    Raises `ChatReplyUnusable` for an empty text, a marker that numbers no evidence, or an answer that cites nothing.
    """
    if not reply.text:
        raise ChatReplyUnusable("chat", "the reply is empty")
    known = {item.n: item for item in items}
    if strange := sorted(markers_in(reply.text) - known.keys()):
        raise ChatReplyUnusable("chat", f"[{strange[0]}] numbers no evidence")
    if not reply.status.abstained and not markers_in(reply.text):
        raise ChatReplyUnusable("chat", "the reply cites nothing")
    text, citations = _cited(reply.text, known)
    draft = Draft(reply.status, text, citations)
    return bind(draft, {item.plan.id: item.plan for item in items})


def _cited(text: str, known: dict[int, Item]) -> tuple[str, tuple[Citation, ...]]:
    citations: dict[tuple[str, tuple[str, ...], str], Citation] = {}
    lines = [
        "".join(_renumbered(sentence, known, citations) for sentence in sentences(line)) for line in text.splitlines()
    ]
    return "\n".join(lines), tuple(citations.values())


def _renumbered(
    sentence: str, known: dict[int, Item], citations: dict[tuple[str, tuple[str, ...], str], Citation]
) -> str:
    statement = MARKER.sub("", sentence)

    def renumber(match: re.Match[str]) -> str:
        item = known[int(match[1])]
        citation = cite(item.plan, item.source, narrow(item.quote, statement), len(citations) + 1)
        key = (citation.plan_id, citation.section, citation.quote)
        return f"[{citations.setdefault(key, citation).n}]"

    return MARKER.sub(renumber, sentence)
