"""Train the bundled embedding model: ``python -m index.training --corpus DIR --lexicon FILE --out index/model``."""

import argparse
import logging
from dataclasses import fields
from pathlib import Path

from index.training.contrast import Recipe, train_rows
from index.training.corpus import read_corpus
from index.training.folder import save_folder
from index.training.held_out import ndcg_at_ten, split
from index.training.prose import lay_out, read_synonyms
from index.training.vocabulary import learn_vocabulary, rows_of

PIECES = 40_000

log = logging.getLogger("index.training")


def main(arguments: list[str] | None = None) -> int:
    """Read, train, save and measure; progress goes to stderr. Returns the exit code."""
    options = _options(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    recipe = Recipe(**{field.name: getattr(options, field.name) for field in fields(Recipe)})
    training, kept_out = split(read_corpus(options.corpus))
    prose = lay_out(training, read_synonyms(options.lexicon) if options.lexicon else ())
    log.info("%d stretches, %d texts", len(training), len(prose.texts))
    tokenizer = learn_vocabulary(prose.texts[: prose.synonyms], options.pieces, options.leave_out)
    row_of = rows_of(tokenizer)
    log.info("%d pieces, %d rows", len(row_of), row_of.max() + 1)
    save_folder(tokenizer, row_of, train_rows(tokenizer, row_of, prose, recipe), options.out)
    log.info("saved in %s; nDCG@10 over held-out pairs: %.3f", options.out, ndcg_at_ten(options.out, kept_out))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder of .txt and .txt.xz files")
    parser.add_argument("--lexicon", type=Path, help="tab-separated pairs of synonyms")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--pieces", type=int, default=PIECES, help="size of the vocabulary")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="WORD", help="words that become no piece")
    parser.add_argument("--minutes", type=float, help="wind training down after this time (not repeatable)")
    for field in fields(Recipe):
        if field.name != "minutes":
            parser.add_argument(f"--{field.name}", type=type(field.default), default=field.default)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
