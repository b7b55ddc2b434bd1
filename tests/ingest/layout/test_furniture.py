import pytest

from ingest.layout.furniture import body_size, without_furniture
from ingest.pages import PageContent
from tests.ingest.drawn import HEIGHT, area, lattice, line, page, right


def kept(*pages: PageContent) -> list[list[str]]:
    return [[word.text for word in words] for words in without_furniture(pages)]


def test_page_numbers_go_in_each_form() -> None:
    for printed in ("7", "Sida 7", "7 (20)", "7/20", "sida 7 av 20"):
        (words,) = kept(page(line("Text", 50, 300), line(printed, 280, HEIGHT - 40)))
        assert words == ["Text"], printed


def test_a_number_in_the_body_stays() -> None:
    assert kept(page(line("Text", 50, 300), line("7", 50, 400))) == [["Text", "7"]]


@pytest.mark.parametrize(
    "head", ["Norrviks budget 2025 {n}", "{n} Norrvik", "Norrviks budget 2025", "Sida {n} av 4 Norrvik"]
)
def test_running_heads_go_from_every_page(head: str) -> None:
    pages = [page(line(head.format(n=n), 50, 30), line("Text", 50, 300 + n), number=n) for n in range(1, 5)]
    assert kept(*pages) == [["Text"]] * 4


def test_a_line_that_stands_once_in_the_margin_stays() -> None:
    pages = [page(line("Förord", 50, 30), line("Text", 50, 300))]
    pages += [page(line("Text", 50, 300), number=n) for n in range(2, 6)]
    assert kept(*pages)[0] == ["Förord", "Text"]


def test_a_large_heading_on_top_of_every_page_stays() -> None:
    pages = [page(line("Budget", 50, 30, 24), line("Texten under den", 50, 300), number=n) for n in range(1, 5)]
    assert all(words[0] == "Budget" for words in kept(*pages))


def test_small_print_in_a_tab_at_the_edge_goes() -> None:
    made = page(line("Ekonomi", 20, 50), line("Text i brödet", 50, 300), shapes=[area(0, 40, 120, 70)])
    assert kept(made) == [["Text", "i", "brödet"]]


def test_rows_of_tables_that_start_high_on_several_pages_stay() -> None:
    edges = (280.0, 360.0)
    pages = []
    for n in range(1, 5):
        rows = [[*right("2025", edges[0], 64), *right("2024", edges[1], 64)]]
        rows += [[*line("Lön", 54, 84 + 20 * k), *right(f"{n * 11 + k} 670", edges[0], 84 + 20 * k)] for k in range(4)]
        grid = lattice((50, 200, 284, 364), (60, 80, 100, 120, 140, 160))
        pages.append(page(*rows, line("Text i brödet", 50, 400), shapes=grid, number=n))
    assert [words[:2] for words in kept(*pages)] == [["2025", "2024"]] * 4
    assert [words.count("Lön") for words in kept(*pages)] == [4] * 4


def test_rows_of_unruled_tables_that_differ_from_page_to_page_stay() -> None:
    pages = [
        page([*line("Personal", 50, 84), *right(f"{n * 111} 670", 280, 84)], line("Text", 50, 300), number=n)
        for n in range(1, 5)
    ]
    assert [words[0] for words in kept(*pages)] == ["Personal"] * 4


def test_the_body_size_is_the_one_of_most_letters() -> None:
    assert body_size([*line("Rubrik", 50, 50, 20), *line("mycket mera text", 50, 90, 9)]) == 9
    assert body_size([]) == 10.0


def test_the_name_of_the_chapter_beside_what_runs_through_the_document_goes() -> None:
    chapters = ("Uppdrag", "Pengar", "Folk", "Lokaler")
    pages = [
        page([*line("Norrviks hamn", 50, 30), *line(name, 400, 30)], line("Text", 50, 300 + n), number=n)
        for n, name in enumerate(chapters, 2)
    ]
    assert kept(*pages) == [["Text"]] * 4
