"""Who makes up a plan's organisation: its members named one by one, as a sentence, a list or a table's column has it.

A question for members is answered by their names and by nothing else.
"""

import re
from collections.abc import Sequence

from assistant.answerer import Draft
from assistant.evidence import Evidence
from assistant.extractive import abstention
from assistant.extractive.digest import Digest, digest
from assistant.extractive.drafting import Drafting
from assistant.extractive.matching import full
from assistant.extractive.numbered import agrees
from assistant.extractive.quoting import quote, quote_list
from assistant.extractive.statements import ITEM, ListBlock, Statement
from assistant.extractive.text_cues import JOINED, NAME, NAMES, OPEN_LIST
from assistant.question import Question
from assistant.understanding.cues import Asked
from assistant.understanding.words import tokens
from ingest.model import Figure, Table

_NOT = (Asked.YES_NO, Asked.COUNT, Asked.WHY, Asked.WHEN, Asked.WHERE, Asked.FUNDING, Asked.RANK, Asked.FIGURE)
_FEWEST = 3
"""Fewer names do not show that they are all of the members."""
_LONGEST = 3
"""Words of a member's name."""
_GROUP = r"(?:medlems|ägar|förbunds)kommuner\w*|medlemmar\w*|ägarna|ägare|members?|member municipalities|owners"
_LOOSE = r"kommuner\w*|municipalities"
_ASKED = re.compile(
    rf"\b(?:vilka|räkna upp|lista|nämn\w*|vad heter|which|what|list|name)\b[^?]*?\b(?:{_GROUP}"
    rf"|(?:{_LOOSE})\b[^?]*\b(?:med i|ingår|tillhör|hör till|äger|ägs|bildar|består|omfattar|belong\w*|part of|owns?)\b"
    rf"|(?:ägs av|består av|omfattar|owned by|made up of) (?:{_LOOSE}))",
    re.IGNORECASE,
)
"""Questions for those who make up an organisation."""
_SAYS_SO = re.compile(
    r"(?:medlem|äg|ingå|består|omfatta|tillhör|hör|bilda|kommun|förbund|municipalit|member|own|belong|part|association"
    r"|organisation)\w*"
)
"""Words of such a question that name nobody."""
_TELLS = re.compile(
    rf"\b(?P<noun>(?:[a-zåäö]+)?(?:kommuner(?:na)?|medlemmar(?:na)?|ägare|ägarna))"
    rf"(?:\s+(?:är|utgörs av|består av)|\s*[:,–(-])?\s+(?P<names>{NAMES})"
)
"""A noun for members with their names right after it."""
_BELONGS = re.compile(
    r"\b(?:ägs|bilda\w*|består|ingår|omfattar|medlem\w*|ägar\w*|samverkansorganisation\w*|sammanslutning\w*|samarbete"
    r"|på uppdrag av)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of whom an organisation is."""
_COLUMN = re.compile(r"(?:medlems|ägar|förbunds)?kommun(?:er)?|medlem(?:mar)?|(?:del)?ägare", re.IGNORECASE)
"""The head of a column of members."""


def compose(question: Question, evidence: Evidence) -> Draft | None:
    """Name the members, or abstain where they are not as many as asked; decline where no place names them all."""
    if not question.asks(Asked.LIST) or question.asks(*_NOT) or not _ASKED.search(question.standalone):
        return None
    of_others = [term for term in full(question.terms) if not term.cue and not _SAYS_SO.fullmatch(term.text)]
    if of_others or not (question.names_plan or len(evidence.plans) == 1):
        return None
    found = [each for plan in evidence.plans.values() if (each := _named(digest(plan), question))]
    if len(found) != 1:
        return None
    draft, number = found[0]
    return draft if agrees(question, number) else abstention.compose(question, evidence)


def _named(holder: Digest, question: Question) -> tuple[Draft, int] | None:
    """The members set down, and how many they are."""
    drafting = Drafting(question.language)
    said, block, column = _said(holder), _list(holder), _column(holder)
    if said is not None:
        number = _count(_names(said))
        quote(drafting, holder, [said, *_joined(holder, said)])
    elif block is not None:
        number = len(block.items)
        quote_list(drafting, holder, block)
    elif column:
        number = len(column)
        for name, figure in column:
            drafting.line(f"• {name} [{drafting.cite(holder.plan, figure.source, figure.quote)}]")
    else:
        return None
    return drafting.done(), number


def _said(holder: Digest) -> Statement | None:
    """The sentence that names most members, where each other one names only some of them."""
    found = [each for each in holder.statements if _names(each) and not re.search(OPEN_LIST, each.text)]
    best = max(found, key=lambda each: _count(_names(each)), default=None)
    if best is None:
        return None
    whole = set(tokens(_names(best)))
    return best if all(set(tokens(_names(each))) <= whole for each in found) else None


def _names(statement: Statement) -> str:
    """The members that the sentence names; nothing where it names none."""
    found = _TELLS.search(statement.text)
    return found["names"] if found and _BELONGS.search(statement.text) else ""


def _count(names: str) -> int:
    return len(re.split(r",\s+(?:och\s+|samt\s+)?|\s+(?:och|samt)\s+", names))


def _joined(holder: Digest, statement: Statement) -> Sequence[Statement]:
    """The next sentence where it tells who has joined since."""
    after = holder.statements[holder.statements.index(statement) + 1 :][:1]
    return [each for each in after if each.line == statement.line and re.search(JOINED, each.text)]


def _list(holder: Digest) -> ListBlock | None:
    """The list of names that a word for members introduces or heads."""
    for block in holder.lists:
        heads = tokens(block.intro or "".join(holder.plan.sections[block.section].path[-1:]))
        items = [ITEM.sub("", item).strip() for item in block.items]
        named = all(re.match(NAME, item) and len(item.split()) <= _LONGEST for item in items)
        if named and len(items) >= _FEWEST and any(re.fullmatch(_GROUP, word) for word in heads):
            return block
    return None


def _column(holder: Digest) -> Sequence[tuple[str, Figure]]:
    """The names under the head of a table's first column that is one of members, each with an amount of its row."""
    for number, table in enumerate(holder.plan.tables):
        rows = {figure.source.row: figure for figure in reversed(holder.plan.figures) if figure.source.table == number}
        named = [(table.rows[row][0].strip(), figure) for row, figure in sorted(rows.items(), key=_place) if row]
        named = [(name, figure) for name, figure in named if re.fullmatch(NAME, name) and not _sums(name)]
        if _is_of_members(table) and len(named) >= _FEWEST:
            return named
    return ()


def _place(held: tuple[int | None, Figure]) -> int:
    return held[0] or 0


def _sums(name: str) -> bool:
    return re.match(r"summa|totalt?|alla|övriga", name, re.IGNORECASE) is not None


def _is_of_members(table: Table) -> bool:
    return bool(table.rows and table.rows[0]) and _COLUMN.fullmatch(table.rows[0][0].strip()) is not None
