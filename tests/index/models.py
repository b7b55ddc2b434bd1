"""Tiny sentence-transformers models, made on the spot."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WORDS = "[UNK] [PAD] [CLS] [SEP] ##er ##en query passage : avgift hyra lön medlem kommun mål budget höjs text"
DIMENSION = 16


def save_static_model(folder: Path) -> Path:
    """A static model: a vector for each word, averaged and normalised; that of the unknown word is zero."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    weights = np.random.default_rng(0).standard_normal((len(WORDS.split()), DIMENSION)).astype(np.float32)
    weights[0] = 0
    static = StaticEmbedding(_tokenizer(), embedding_weights=weights)
    SentenceTransformer(modules=[static, Normalize()], device="cpu").save_pretrained(str(folder))
    return folder


def save_transformer(folder: Path, prompts: dict[str, str] | None = None) -> Path:
    """A BERT of one small layer with mean pooling, and prompts in its configuration if there are any."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    bert = folder.with_name(folder.name + "-bert")
    config = BertConfig(
        vocab_size=len(WORDS.split()),
        hidden_size=DIMENSION,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(bert)
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=_tokenizer(), unk_token="[UNK]", pad_token="[PAD]"
    )
    tokenizer.save_pretrained(bert)
    transformer = Transformer(str(bert))
    pooling = Pooling(DIMENSION)
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save_pretrained(str(folder))
    if prompts is not None:
        path = folder / "config_sentence_transformers.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"prompts": prompts}))
    return folder


def _tokenizer() -> "Tokenizer":
    from tokenizers import Tokenizer
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import BertProcessing

    tokenizer = Tokenizer(WordPiece({word: n for n, word in enumerate(WORDS.split())}, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer
