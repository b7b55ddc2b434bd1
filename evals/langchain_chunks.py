"""The usual chunks: 1 000 characters with an overlap of 200, cut where LangChain's splitter cuts."""

from evals.errors import BenchExtraMissing

SIZE, OVERLAP = 1_000, 200
"""Characters of a chunk, and how many of them it repeats of the one before: what most tutorials begin with."""


def chunks_of(text: str) -> list[str]:
    """The text's chunks in order; raises BenchExtraMissing."""
    try:
        from langchain_text_splitters import RecursiveCharacterTextSplitter
    except ImportError as error:
        raise BenchExtraMissing("langchain-text-splitters", str(error)) from error
    return RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP).split_text(text)
