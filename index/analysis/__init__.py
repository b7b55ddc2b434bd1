"""Swedish analysis: text becomes the terms that are searched, by the same rules for documents and questions.

A term is a casefolded base form, a number or an abbreviation; a compound also has the terms that it is made of, and a
long word the runs of its letters.
"""

from index.analysis.base_forms import base_form
from index.analysis.compounds import parts_of
from index.analysis.letter_runs import letter_runs
from index.analysis.lexicon import is_word, share_of
from index.analysis.tokenization import Token, TokenKind, normalised, term_of, terms, tokens

VERSION = 2
"""Raised with every change that makes other terms of the same text: an older index must be built anew."""

__all__ = [
    "VERSION",
    "Token",
    "TokenKind",
    "base_form",
    "is_word",
    "letter_runs",
    "normalised",
    "parts_of",
    "share_of",
    "term_of",
    "terms",
    "tokens",
]
