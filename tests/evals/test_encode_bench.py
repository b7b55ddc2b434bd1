import pytest

from evals.encode_bench import TITLE, encode_rows, passages_of
from evals.errors import NothingToMeasure
from tests.fakes import HashingEmbedder


class Counting(HashingEmbedder):
    """Counts the texts that it is given, and makes nothing of them."""

    def embed_passages(self, texts):  # type: ignore[no-untyped-def]
        self.embedded.extend(texts)
        return super().embed_passages(texts[:1])


def test_texts_are_cut_into_passages_of_200_words() -> None:
    passages = passages_of(["ett två " * 150, "tre " * 199])
    assert [len(passage.split()) for passage in passages] == [200, 200]
    assert passages[1].split()[99:101] == ["två", "tre"]
    assert passages_of(["för kort"]) == []


def test_both_embedders_are_given_passages_in_the_same_run() -> None:
    own, peer = Counting(), Counting()
    ours, theirs = encode_rows(["ord " * 450], own, peer, 2)[TITLE]
    assert len(own.embedded) > len(peer.embedded) > 0
    assert {len(passage.split()) for passage in own.embedded} == {200}
    assert ours["passages a second"] > 0
    assert theirs["times as fast"] == 1


def test_too_few_words_are_nothing_to_measure() -> None:
    with pytest.raises(NothingToMeasure):
        encode_rows(["för kort"], Counting(), Counting(), 1)
