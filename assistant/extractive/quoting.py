"""Sentences and lists of the plan set down as an answer, each with its citation."""

import re
from collections.abc import Sequence

from assistant.citations import collapse
from assistant.extractive.digest import Digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.statements import ITEM, ListBlock, Statement, leads_on, place_of, sentences
from assistant.understanding.follow_up_words import PRONOUNS
from assistant.understanding.words import tokens
from ingest.model import Section

_DEFINITE = re.compile(r"\w{3,}(en|et|an|erna|orna|arna|ien|gin)")
"""A noun with the definite ending: one that has been spoken of before, or by the heading."""
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-ZÅÄÖ])[.)]?\s+(?=[A-ZÅÄÖ])(?<=[\d.)]\s)")
_LONG = 80
_NAME = 4
"""An item of no more words only names a thing."""


def quote(drafting: Drafting, holder: Digest, statements: Sequence[Statement]) -> None:
    """The statements as printed, one line for each stretch that stands together."""
    for statement in statements:
        after = continuation(holder, statement)
        if after is not None:
            quote_continued(drafting, holder, statement, after)
            continue
        text = collapse(statement.text)
        n = drafting.cite(holder.plan, place_of(holder.plan, statement.section, text), text)
        shown = (
            f"{_of_list(holder, statement)}{ITEM.sub('', text)}" if statement.item else about(holder, statement) + text
        )
        drafting.line(f"{shown} [{n}]")


def about(holder: Digest, statement: Statement) -> str:
    """The heading of a sentence that speaks of "the activity" or "it", so that a reader knows of what."""
    path = holder.plan.sections[statement.section].path
    first = tokens(statement.text)[:1]
    heading = path[-1] if path else ""
    points = first and (PRONOUNS.fullmatch(first[0]) or _DEFINITE.fullmatch(first[0]))
    if not points or not heading or len(heading) > _LONG or set(tokens(heading)) <= set(tokens(statement.text)):
        return ""
    return f"{unnumbered(heading)} – "


def unnumbered(heading: str) -> str:
    """A heading without its number, which is no amount of an answer's."""
    return _NUMBERING.sub("", heading)


def _of_list(holder: Digest, statement: Statement) -> str:
    """What introduces or heads the list of an item that by itself is no more than a name."""
    block = list_of(holder, statement)
    path = holder.plan.sections[statement.section].path
    heading = collapse(block.intro).rstrip(":. ") if block else "".join(path[-1:])
    is_name = len(ITEM.sub("", statement.text).split()) <= _NAME
    return f"{heading} – " if is_name and heading and len(heading) <= _LONG else ""


def list_after(holder: Digest, statement: Statement) -> ListBlock | None:
    """The list that a sentence leads to."""
    text = collapse(statement.text)
    return next(
        (b for b in holder.lists if b.section == statement.section and b.intro and collapse(b.intro) == text), None
    )


def list_of(holder: Digest, statement: Statement) -> ListBlock | None:
    """The list that an item belongs to, where a line introduces it."""
    if not statement.item:
        return None
    mine = (b for b in holder.lists if b.section == statement.section and statement.text.strip() in b.items)
    return next((block for block in mine if block.intro), None)


def continuation(holder: Digest, statement: Statement) -> Section | None:
    """The section whose heading completes a sentence that leads to it (Det övergripande målet är …)."""
    plan, number = holder.plan, statement.section
    lines = [line for line in plan.sections[number].text.splitlines() if line.strip()]
    after = plan.sections[number + 1] if number + 1 < len(plan.sections) else None
    is_last = (
        statement.line == len(plan.sections[number].text.splitlines()) - 1 or len(lines) == 1 or statement.line == 0
    )
    if not leads_on(statement) or after is None or not is_last or not after.text.strip():
        return None
    return after if after.path[:-1] == plan.sections[number].path else None


def quote_continued(drafting: Drafting, holder: Digest, statement: Statement, after: Section) -> None:
    """A sentence with the heading that completes it."""
    text, below = collapse(statement.text), collapse(sentences(after.text.splitlines()[0])[0])
    first = drafting.cite(holder.plan, place_of(holder.plan, statement.section, text), text)
    second = drafting.cite(holder.plan, after.source, below)
    drafting.line(f"{text} [{first}] {after.path[-1]} [{second}]")


def quote_list(drafting: Drafting, holder: Digest, block: ListBlock) -> None:
    """The whole list with its heading, in the plan's order and words."""
    text = collapse(block.quote)
    n = drafting.cite(holder.plan, place_of(holder.plan, block.section, text), text)
    path = holder.plan.sections[block.section].path
    heading = collapse(block.intro).rstrip(":. ") or (path[-1] if path else holder.plan.title)
    drafting.line(f"{heading}: [{n}]")
    for item in block.items:
        shown = collapse(item)
        is_item = ITEM.match(item) or not any(ITEM.match(other) for other in block.items)
        drafting.line(f"• {ITEM.sub('', shown)}" if is_item else f"  {shown}")
