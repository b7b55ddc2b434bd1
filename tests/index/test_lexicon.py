from pathlib import Path

import pytest

from index.analysis import marisa_lexicon
from index.analysis.lexicon import BEGINNING, FIRST, LAST, WORD, Entry
from index.analysis.lexicon_making import entries
from index.analysis.marisa_lexicon import FILE, open_lexicon

DICTIONARY = {
    form: base
    for base, forms in {
        "nämnd": "nämnden nämnder nämndens nämnderna",
        "avgift": "avgiften avgifter avgiftens avgifterna",
        "het": "heta hett",
        "under": "undret",
        "medlem": "medlemmen medlemmar",
    }.items()
    for form in forms.split()
} | {"nämnd": "nämna", "nämner": "nämna", "är": "vara"}
SHARES = {
    "nämnd": 1e-5, "nämnden": 1e-5, "nämna": 1e-5, "nämner": 1e-5, "avgift": 1e-5, "avgiften": 1e-5, "het": 1e-6,
    "heta": 1e-6, "hett": 1e-6, "medlem": 1e-5, "medlemmar": 1e-5, "under": 2e-3, "är": 1e-2, "vara": 1e-3,
    "enhet": 1e-4, "frihet": 1e-5, "medlemsavgift": 1e-7, "medlemskap": 1e-6, "medlemsavgiften": 1e-8,
    "medlemsnämnd": 1e-8,
}  # fmt: skip


def made() -> dict[str, Entry]:
    return dict(entries(DICTIONARY, SHARES))


def test_a_word_with_many_forms_of_its_own_is_a_base_form_though_the_dictionary_takes_it_on() -> None:
    assert made()["nämnd"].base == "nämnd"
    assert made()["nämner"].base == "nämna"


def test_a_word_far_commoner_than_what_it_is_taken_to_is_a_base_form() -> None:
    dictionary = {"beslut": "besluta", "beslutet": "besluta", "kassan": "kassa"}
    shares = {"beslut": 1e-4, "beslutet": 3e-5, "besluta": 1e-6, "kassan": 1e-4, "kassa": 1e-6}
    bases = {word: entry.base for word, entry in entries(dictionary, shares) if entry.roles & WORD}
    assert bases == {
        "beslut": "beslut",
        "beslutet": "beslut",
        "besluta": "besluta",
        "kassan": "kassa",
        "kassa": "kassa",
    }


def test_a_base_form_of_another_stem_is_not_taken() -> None:
    assert made()["är"].base == "är"


def test_compounds_end_in_words_but_not_in_endings() -> None:
    assert made()["avgift"].roles & LAST
    assert not made()["het"].roles & LAST


def test_compounds_begin_with_inflected_words_but_not_with_function_words() -> None:
    assert made()["medlem"].roles & FIRST
    assert not made()["under"].roles & FIRST


def test_letters_that_begin_several_words_are_a_beginning_and_no_word() -> None:
    assert made()["medlems"].roles == BEGINNING


def test_a_base_form_counts_for_all_its_forms() -> None:
    assert made()["medlem"].base_share == pytest.approx(2e-5)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(marisa_lexicon, "cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr(marisa_lexicon, "_made", lambda: iter(made().items()))
    return tmp_path / "cache"


def test_what_was_made_is_kept_and_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_lexicon()
    monkeypatch.setattr(marisa_lexicon, "_made", lambda: pytest.fail("made twice"))
    kept = open_lexicon()
    for word, entry in made().items():
        found = kept.get(word)
        assert found is not None
        assert (found.base, found.roles) == (entry.base, entry.roles)
        assert found.share == pytest.approx(entry.share, rel=0.05)
        assert found.base_share == pytest.approx(entry.base_share, rel=0.05)
    assert kept.get("okänd") is None
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_a_damaged_file_is_made_again(folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"damaged")
    assert open_lexicon().get("nämnd") is not None
    assert (folder / FILE).stat().st_size > 100


def test_where_nothing_can_be_written_it_is_kept_in_memory(folder: Path) -> None:
    folder.parent.joinpath("cache").write_text("a file where the folder should be")
    found = open_lexicon().get("nämnder")
    assert found is not None
    assert found.roles & WORD
    assert folder.is_file()
