"""Running text becomes sentences."""

import re

_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.?\s?a|t\.?\s?ex|d\.?v\.?s|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|milj|mdr|m\.?\s?m|s\.?\s?k|kap|ca|resp|inkl|exkl|nr|st|jfr|mfl|o\.?\s?d)|^\d{1,2})\.$",
    re.IGNORECASE,
)
_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”\"']))\s+(?=[A-ZÅÄÖÉ\d”\"–•])")


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text in order; each line of the text ends a sentence, an abbreviation's full stop does not."""
    found: list[str] = []
    for line in text.split("\n"):
        pending = ""
        for part in _END.split(line):
            pending = f"{pending} {part}".strip() if pending else part.strip()
            if not _ABBREVIATION.search(pending):
                found.append(pending)
                pending = ""
        if pending:
            found.append(pending)
    return tuple(sentence for sentence in found if sentence)
