"""The only place that wires: settings become a library and an assistant."""

from typing import TYPE_CHECKING

from assistant.service import Assistant
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.answerer import StreamingAnswerer
    from index.embedder import Embedder
    from index.library import Library
    from index.reranker import Reranker
    from index.shelf_opening import ShelfOpener


def open_library(settings: Settings) -> "Library":
    """The installation's library, made where it is missing. Raises branches of `LibraryError`; loads no model."""
    embedder, reranker = open_embedder(settings), open_reranker(settings)
    if settings.database_url is None:
        from index.embedded import open_embedded_library

        return open_embedded_library(settings.data, embedder, reranker, open_shelf=_shelf_opener(settings))
    from index.postgres_address import PostgresAddress
    from index.served import open_served_library

    address = PostgresAddress.parse(settings.database_url.get_secret_value())
    return open_served_library(address, _shelf_opener(settings), embedder, reranker)


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the installation's plans, with a chat model where one is set. Raises as `open_library`."""
    from assistant.extractive.answerer import ExtractiveAnswerer

    return Assistant(open_library(settings), ExtractiveAnswerer(), _chat(settings))


def open_embedder(settings: Settings) -> "Embedder":
    """The configured embedder, else the bundled one; loads no model."""
    if settings.embedder is None:
        from index.model2vec_embedder import Model2VecEmbedder

        return Model2VecEmbedder()
    from index.sentence_transformer_embedder import Prompts, SentenceTransformerEmbedder

    prompts = Prompts(settings.embedder_query_prompt, settings.embedder_passage_prompt)
    return SentenceTransformerEmbedder(settings.embedder, prompts, settings.embedder_offline)


def open_reranker(settings: Settings) -> "Reranker | None":
    """The configured reranker; null where none is set. Loads no model."""
    if settings.reranker is None:
        return None
    from index.sentence_transformer_reranker import SentenceTransformerReranker

    return SentenceTransformerReranker(settings.reranker, settings.embedder_offline)


def _shelf_opener(settings: Settings) -> "ShelfOpener":
    from index.chroma_address import ChromaAddress
    from index.shelf_opening import in_folder, in_folder_of_its_own, on_server

    if settings.vectors_url is not None:
        token = settings.vectors_token.get_secret_value() if settings.vectors_token else None
        return on_server(ChromaAddress.parse(settings.vectors_url, token))
    return in_folder(settings.data) if settings.database_url is None else in_folder_of_its_own(settings.data)


def _chat(settings: Settings) -> "StreamingAnswerer | None":
    if settings.chat_model is None:
        return None
    from assistant.chat_answerer import ChatAnswerer
    from assistant.langchain_chat import LangChainChat

    return ChatAnswerer(
        LangChainChat(
            model=settings.chat_model,
            provider=settings.chat_provider,
            url=settings.chat_url,
            key=settings.chat_key,
            timeout_s=settings.chat_timeout_s,
            temperature=settings.chat_temperature,
        )
    )
