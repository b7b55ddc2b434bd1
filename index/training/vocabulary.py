"""The word pieces the model knows, learnt from its own corpus.

Pieces carry no mark of where in a word they stand, so that *avgift* in *medlemsavgift* is the piece of *avgift* itself,
and a compound that is no piece is cut into its parts. Letters are lower-cased and composed; å, ä and ö stay themselves.
"""

from collections.abc import Collection, Iterable

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import NFC, Lowercase
from tokenizers.normalizers import Sequence as Normalizers
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.trainers import WordPieceTrainer

UNKNOWN = "[UNK]"
UNKNOWN_ID = 0
ALPHABET = 150


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
    kept = [piece for piece in pieces_of(tokenizer) if piece not in left_out]
    finished = _tokenizer({piece: number for number, piece in enumerate(kept[:size])})
    finished.add_special_tokens([UNKNOWN])
    return finished


def pieces_of(tokenizer: Tokenizer) -> list[str]:
    """List the pieces in the order of their numbers."""
    numbers: dict[str, int] = tokenizer.get_vocab()
    return sorted(numbers, key=numbers.__getitem__)


def _tokenizer(pieces: dict[str, int]) -> Tokenizer:
    tokenizer = Tokenizer(WordPiece(pieces, unk_token=UNKNOWN, continuing_subword_prefix=""))
    tokenizer.normalizer = Normalizers([NFC(), Lowercase()])
    tokenizer.pre_tokenizer = Whitespace()
    return tokenizer
