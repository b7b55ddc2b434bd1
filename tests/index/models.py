"""Tiny sentence-transformers models, made on the spot."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertConfig

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
    from transformers import BertModel

    bert = folder.with_name(folder.name + "-bert")
    BertModel(_bert_config()).save_pretrained(bert)
    _save_tokenizer(bert)
    transformer = Transformer(str(bert))
    pooling = Pooling(DIMENSION)
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save_pretrained(str(folder))
    if prompts is not None:
        path = folder / "config_sentence_transformers.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"prompts": prompts}))
    return folder


def save_cross_encoder(folder: Path, scores: int = 1) -> Path:
    """A BERT of one small layer that gives so many scores for a pair of texts."""
    from transformers import BertForSequenceClassification, set_seed

    set_seed(0)
    config = _bert_config()
    config.num_labels = scores
    BertForSequenceClassification(config).save_pretrained(folder)
    _save_tokenizer(folder)
    return folder


def _bert_config() -> "BertConfig":
    from transformers import BertConfig

    return BertConfig(
        vocab_size=len(WORDS.split()),
        hidden_size=DIMENSION,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
    )


def _save_tokenizer(folder: Path) -> None:
    from transformers import PreTrainedTokenizerFast

    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=_tokenizer(), unk_token="[UNK]", pad_token="[PAD]", model_max_length=64
    )
    tokenizer.save_pretrained(folder)


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
