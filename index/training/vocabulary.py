"""The word pieces the model knows, learnt from its own corpus.

Pieces carry no mark of where in a word they stand, so that *avgift* in *medlemsavgift* is the piece of *avgift* itself,
and a compound that is no piece is cut into its parts. The forms of a word (*avgiften*, *avgifter*) share one row.
Letters are lower-cased and composed; å, ä and ö stay themselves.
"""

from collections.abc import Collection, Iterable

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
UNKNOWN_ID = 0
ALPHABET = 150
SHORTEST_INFLECTED = 4


def learn_vocabulary(texts: Iterable[str], size: int, left_out: Collection[str] = ()) -> Tokenizer:
    """Learn at most `size` pieces from texts; words in `left_out` never become a piece of their own.

    Piece 0 is the unknown one. Nothing is padded or cut short.
    """
    tokenizer = _tokenizer({UNKNOWN: UNKNOWN_ID})
    trainer = WordPieceTrainer(
        vocab_size=size + len(left_out),
        special_tokens=[UNKNOWN],
        limit_alphabet=ALPHABET,
        continuing_subword_prefix="",
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    kept = [piece for piece in _pieces(tokenizer) if piece not in left_out]
    finished = _tokenizer({piece: number for number, piece in enumerate(kept[:size])})
    finished.add_special_tokens([UNKNOWN])
    return finished


def rows_of(tokenizer: Tokenizer) -> npt.NDArray[np.int32]:
    """Number the row of each piece: pieces of one base form have the same, the unknown piece has row 0."""
    rows: dict[str, int] = {}
    return np.array([rows.setdefault(_base_form(piece), len(rows)) for piece in _pieces(tokenizer)], dtype=np.int32)


def _pieces(tokenizer: Tokenizer) -> list[str]:
    numbers: dict[str, int] = tokenizer.get_vocab()
    return sorted(numbers, key=numbers.__getitem__)


def _base_form(piece: str) -> str:
    return base_form(piece) if len(piece) >= SHORTEST_INFLECTED and piece.isalpha() else piece


def _tokenizer(pieces: dict[str, int]) -> Tokenizer:
    tokenizer = Tokenizer(WordPiece(pieces, unk_token=UNKNOWN, continuing_subword_prefix=""))
    tokenizer.normalizer = Normalizers([NFC(), Lowercase()])
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer
