"""The word pieces the model knows, learnt from its own corpus, and the base forms that share a row.

Pieces carry no mark of where in a word they stand, so that *avgift* in *medlemsavgift* is the piece of *avgift* itself:
Swedish compounds then share the rows of their parts. The forms of a word (*avgiften*, *avgifter*) have one row, that of
their base form. Letters are lower-cased and composed; å, ä and ö stay themselves.
"""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import NFC, Lowercase
from tokenizers.normalizers import Sequence as Normalizers
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.trainers import WordPieceTrainer

from index.analysis import base_form

UNKNOWN = "[UNK]"
UNKNOWN_ROW = 0
ALPHABET = 150
SHORTEST_INFLECTED = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A tokenizer and, for each of its pieces, the number of its row."""

    tokenizer: Tokenizer
    row_of: npt.NDArray[np.int32]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return int(self.row_of.max()) + 1


def learn_vocabulary(texts: Iterable[str], size: int, left_out: Collection[str] = ()) -> Vocabulary:
    """Learn at most `size` pieces from texts; words in `left_out` never become a piece of their own.

    Piece and row 0 are the unknown one. Nothing is padded or cut short.
    """
    tokenizer = _tokenizer({UNKNOWN: UNKNOWN_ROW})
    trainer = WordPieceTrainer(
        vocab_size=size + len(left_out),
        special_tokens=[UNKNOWN],
        limit_alphabet=ALPHABET,
        continuing_subword_prefix="",
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    learnt = tokenizer.get_vocab()
    pieces = [piece for piece in sorted(learnt, key=learnt.__getitem__) if piece not in left_out][:size]
    finished = _tokenizer({piece: number for number, piece in enumerate(pieces)})
    finished.add_special_tokens([UNKNOWN])
    return Vocabulary(finished, rows_by_base_form(pieces))


def rows_by_base_form(pieces: Sequence[str]) -> npt.NDArray[np.int32]:
    """Number rows in the pieces' order; a piece whose base form is a piece too has the row of that one."""
    known = set(pieces)
    rows: dict[str, int] = {}
    return np.array([rows.setdefault(_base_form(piece, known), len(rows)) for piece in pieces], dtype=np.int32)


def _base_form(piece: str, known: Container[str]) -> str:
    if len(piece) < SHORTEST_INFLECTED or not piece.isalpha():
        return piece
    base = base_form(piece)
    return base if base in known else piece


def _tokenizer(pieces: dict[str, int]) -> Tokenizer:
    tokenizer = Tokenizer(WordPiece(pieces, unk_token=UNKNOWN, continuing_subword_prefix=""))
    tokenizer.normalizer = Normalizers([NFC(), Lowercase()])
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer
