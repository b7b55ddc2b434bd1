"""A draft while it is written: citations numbered as they come, figures bound to them, findings that bear on them."""

from decimal import Decimal

from assistant.answer import AnswerStatus, Calculation, Citation, CitedFigure, Language
from assistant.answerer import Draft
from assistant.citations import cite, cited_figure, spoken_value
from assistant.extractive.digest import Digest
from assistant.extractive.rows import Row
from assistant.phrases import amount, basis_word, in_millions, phrase
from ingest.model import Figure, Finding, Plan, SourceRef, Unit

SHORT = 6
"""Letters up to which a word in capitals is taken for an abbreviation."""


class Drafting:
    """Collects the parts of one draft in one language; `told` are findings that a line already speaks of."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.lines: list[str] = []
        self.citations: list[Citation] = []
        self.figures: list[CitedFigure] = []
        self.findings: list[Finding] = []
        self.told: list[Finding] = []
        self.calculation: Calculation | None = None
        self.status = AnswerStatus.ANSWERED

    def cite(self, plan: Plan, source: SourceRef, quote: str) -> int:
        """The number of the citation of this quote, the same one for the same quote."""
        new = cite(plan, source, quote, len(self.citations) + 1)
        for held in self.citations:
            if (held.plan_id, held.section, held.quote) == (new.plan_id, new.section, new.quote):
                return held.n
        self.citations.append(new)
        return new.n

    def bind(self, plan: Plan, figure: Figure, noted: bool = True) -> int:
        """Cite the figure's row or sentence and add the figure, noting what the check of the tables found about it.

        Returns the citation's number.
        """
        n = self.cite(plan, figure.source, figure.quote)
        self.figures.append(cited_figure(figure, n))
        if noted:
            self._note(plan, figure)
        return n

    def _note(self, plan: Plan, figure: Figure) -> None:
        place = figure.source
        for finding in plan.findings:
            cells = ((each.table, each.row, each.column) for each in finding.sources[:1])
            if place.table is not None and (place.table, place.row, place.column) in cells:
                self.add_finding(finding)

    def add_finding(self, finding: Finding) -> None:
        """Tell of a finding, once."""
        if all(held.message != finding.message for held in self.findings):
            self.findings.append(finding)

    def say(self, key: str, **parts: object) -> None:
        """Add a line."""
        self.lines.append(phrase(self.language, key, **parts))

    def line(self, text: str) -> None:
        """Add a line as it is."""
        self.lines.append(text)

    def amount(self, figure: Figure) -> str:
        """The figure's amount as an answer says it."""
        return amount(spoken_value(figure), figure.unit, self.language)

    def number(self, value: Decimal, unit: Unit | None, signed: bool = False) -> str:
        """An amount in the answer's language."""
        return amount(value, unit, self.language, signed)

    def millions(self, figure: Figure) -> str:
        """The same amount in millions, in parentheses, where that helps."""
        return in_millions(spoken_value(figure), figure.unit)

    def when(self, figure: Figure) -> str:
        """The figure's year, with what it stands for where that is not the budget."""
        if figure.year is None:
            return ""
        basis = basis_word(self.language, figure.basis)
        key = "when_basis" if basis else "when"
        return phrase(self.language, key, year=figure.year, basis=basis)

    def of(self, row: Row) -> str:
        """Whose the row is: its unit, else the plan's organisation, else the text; nothing where its label is that."""
        owner = row.owner or row.plan.organisation
        if owner and owner.casefold() == row.first.label.strip().casefold():
            return ""
        return phrase(self.language, "of" if owner else "of_text", owner=owner or row.plan.title)

    def figure_line(self, digest: Digest, row: Row, figure: Figure, lead: str = "") -> str:
        """The amount in its row's words, cited, after what leads to it."""
        n = self.bind(row.plan, figure)
        parts = {"of": self.of(row), "when": self.when(figure), "other": self.millions(figure)}
        label = lead + label_of(digest, row)
        return phrase(self.language, "figure", label=label, amount=self.amount(figure), n=n, **parts)

    def done(self) -> Draft:
        """The finished draft; findings follow its lines."""
        notes = [phrase(self.language, "note", message=finding.message) for finding in self.findings]
        return Draft(
            self.status,
            "\n".join([*self.lines, *notes]),
            tuple(self.citations),
            tuple(self.figures),
            self.calculation,
            tuple(self.told + self.findings),
        )


def spoken(label: str) -> str:
    """A label set in capitals as it is said: "SUMMA INTÄKTER" → "Summa intäkter"; a short one may abbreviate."""
    return label.capitalize() if label.isupper() and len(label) > SHORT else label


def label_of(digest: Digest, row: Row) -> str:
    """The row's label, capitals aside; with its table's heading where the label alone says only that it is a sum."""
    own = spoken(row.first.label.strip().rstrip(":"))
    if row.label:
        return own
    place = [name for name in row.first.path if name] or [digest.plan.title]
    return f"{own} ({place[-1]})" if own else place[-1]
