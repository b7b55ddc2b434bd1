from pathlib import Path

import pytest

from evals import pdfplumber_pages
from evals.errors import BenchExtraMissing, NothingToMeasure
from evals.tables_bench import count_cells, tables

KNOWN = [[["", "2025"], ["Hyra", "1 200"], ["Summa", "1 200"]]]


def test_cells_compare_without_white_space_and_empty_ones() -> None:
    count = count_cells(KNOWN, [[["2025", " "], ["Hyra", "1200"], ["Sum\nma", "1 200"]]])
    assert (count.known, count.read, count.both) == (5, 5, 5)


def test_a_missed_cell_lowers_recall_and_one_too_much_precision() -> None:
    count = count_cells(KNOWN, [[["Hyra", "1 200", "felläst", "x"]]])
    assert (count.recall, count.precision) == (2 / 5, 2 / 4)


def test_a_known_table_read_in_two_halves_is_wholly_read() -> None:
    count = count_cells(KNOWN, [[["2025"], ["Hyra"]], [["1 200"], ["Summa", "1 200"]]])
    assert (count.recall, count.precision) == (1.0, 1.0)


def test_a_table_that_the_truth_does_not_know_is_not_judged() -> None:
    other = [["Skola", "2025"], *([f"rad {n}", f"{n} kr"] for n in range(20))]
    count = count_cells(KNOWN, [KNOWN[0], other, KNOWN[0]])
    assert (count.recall, count.precision) == (1.0, 1.0)


def test_rows_of_a_table_that_goes_on_beyond_the_known_one_are_not_judged() -> None:
    beyond = [["Mat", "300"], ["Summa", "300"]]
    assert count_cells(KNOWN, [[*beyond, *KNOWN[0], *beyond]]).precision == 1.0
    between = count_cells(KNOWN, [[*KNOWN[0][:2], ["Mat", "300"], KNOWN[0][2]]])
    assert (between.recall, between.precision) == (1.0, 5 / 7)


def test_nothing_read_has_no_precision() -> None:
    count = count_cells(KNOWN, [])
    assert (count.recall, count.precision) == (0.0, None)


def test_a_folder_without_known_tables_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "loose.pdf").write_bytes(b"")
    with pytest.raises(NothingToMeasure):
        tables([tmp_path])


def test_without_its_extra_the_peer_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pdfplumber", None)
    with pytest.raises(BenchExtraMissing, match=r"plansvar\[bench\]"):
        pdfplumber_pages.read_text_and_tables(tmp_path / "any.pdf")
