"""A plan's own explanations of its words: entries of its lists of words, and what it says that something is called."""

import re
from collections.abc import Iterator, Sequence

from assistant.extractive.digest import Digest
from assistant.extractive.statements import ITEM, Statement
from assistant.understanding.follow_up_words import PRONOUNS
from assistant.understanding.words import tokens

_PLACE = re.compile(r"\b(ord|ordlista\w*|begrepp\w*|förkortning\w*|definition\w*|termer)\b", re.IGNORECASE)
"""Headings of lists of words."""
_ENTRY = re.compile(r"^(?P<term>[^–:.,;]{2,40}?)\s*(?:\s[–-]|:)\s+\S")
"""An entry that sets its explanation off from its word."""
_CALLED = r"\b(?:kallas|kallat|kallad|benämns|benämnt|benämnd|går under namnet)\s+(?:för\s+)?[”\"]?"


def glossed(holder: Digest, words: Sequence[str]) -> Sequence[Statement]:
    """The entry that explains just these words, with what goes on about it; empty where there is not one."""
    found = [each for each in _beginning_with(holder, words) if _is_entry(holder, each, words)]
    return (found[0], *_going_on(holder, found[0])) if len(found) == 1 else ()


def is_set_off(statement: Statement) -> bool:
    """Whether an entry sets its explanation off from its word (RUR – reserv: överskott som …)."""
    return _ENTRY.match(ITEM.sub("", statement.text)) is not None


def called(holder: Digest, words: Sequence[str]) -> Sequence[Statement]:
    """The sentence that says what is called by the name, with the next where that goes on about it."""
    pattern = re.compile(_CALLED + r"\s+".join(map(re.escape, words)) + r"\b", re.IGNORECASE)
    for number, statement in enumerate(holder.statements):
        if pattern.search(statement.text):
            after = holder.statements[number + 1 : number + 2]
            return (statement, *(each for each in after if _points_back(statement, each)))
    return ()


def _points_back(statement: Statement, after: Statement) -> bool:
    same = (after.section, after.line) == (statement.section, statement.line)
    return same and PRONOUNS.fullmatch(tokens(after.text)[0]) is not None


def _beginning_with(holder: Digest, words: Sequence[str]) -> Iterator[Statement]:
    asked = tuple(words)
    for number in sorted(holder.statements_with.get(words[0], ())) if words else ():
        statement = holder.statements[number]
        if tokens(ITEM.sub("", statement.text))[: len(asked)] == asked:
            yield statement


def _is_entry(holder: Digest, statement: Statement, words: Sequence[str]) -> bool:
    """Whether the words are set off from their explanation, or stand first in a list of words."""
    entry = _ENTRY.match(ITEM.sub("", statement.text))
    if entry:
        return tokens(re.sub(r"\([^)]*\)", "", entry["term"])) == tuple(words)
    path = holder.plan.sections[statement.section].path
    return bool(path) and _PLACE.search(path[-1]) is not None


def _going_on(holder: Digest, statement: Statement) -> Iterator[Statement]:
    """The sentences after an entry that is set off, up to the next one in its line."""
    if statement.item or not is_set_off(statement):
        return
    for after in holder.statements[holder.statements.index(statement) + 1 :]:
        if (after.section, after.line) != (statement.section, statement.line) or _ENTRY.match(after.text):
            return
        yield after
