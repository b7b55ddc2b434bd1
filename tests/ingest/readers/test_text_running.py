from collections.abc import Sequence

from ingest.readers.text_chunks import Line, lines_of
from ingest.readers.text_running import TextPage, without_running_lines

PROSE = "Skogen växer långsamt men säkert i hela landet.\nHavet svallar mot land hela dagen."


def pages_of(*texts: str) -> list[TextPage]:
    pages: list[list[Line]] = []
    for line in lines_of("\f".join(texts)):
        if line.opens_page or not pages:
            pages.append([])
        pages[-1].append(line)
    return without_running_lines(pages)


def texts(pages: Sequence[TextPage]) -> list[list[str]]:
    return [[line.text for frame in page.frames for line in frame] for page in pages]


def test_a_running_head_goes_on_all_pages_but_the_first() -> None:
    found = texts(
        pages_of(*(f"Plan för skog och hav {n}\n\nKapitel nummer {n} börjar.\n\nDet är slut." for n in range(1, 6)))
    )
    assert [page[0] for page in found] == [
        "Plan för skog och hav 1",
        *(f"Kapitel nummer {n} börjar." for n in range(2, 6)),
    ]


def test_a_title_on_some_of_the_pages_stays() -> None:
    found = texts(pages_of(*(f"{PROSE}\n\nSkogar" for _ in range(3)), *(f"{PROSE[n:]}" for n in range(5))))
    assert sum("Skogar" in page for page in found) == 3


def test_rows_and_years_at_the_edges_of_tables_stay() -> None:
    table = "2026 2025\nGran 1 2\nTall 3 4\nResultat 0 0"
    assert texts(pages_of(*[table] * 5)) == [table.split("\n")] * 5


def test_a_tab_that_comes_again_goes_and_tells_the_chapter() -> None:
    tab, other = "Skog och\nmark", "Hav och\nsjö"
    found = pages_of(
        PROSE, f"{tab}\n\nEtt.\n\n{PROSE}", f"Två.\n\n{tab}\n\nTre.", f"{other}\n\nFyra.", f"{other}\n\nFem."
    )
    assert [page.chapter for page in found] == [None, "skogochmark", "skogochmark", "havochsjö", "havochsjö"]
    assert texts(found)[1:] == [["Ett.", *PROSE.split("\n")], ["Två.", "Tre."], ["Fyra."], ["Fem."]]
    assert [len(page.frames) for page in found] == [1, 1, 2, 1, 1]


def test_a_tab_of_one_page_alone_is_kept_as_a_frame() -> None:
    repeated = ["Skog och\nmark\n\nEtt.", "Skog och\nmark\n\nTvå.", "Hav och\nsjö\n\nTre.", "Hav och\nsjö\n\nFyra."]
    last = pages_of(PROSE, *repeated, "Luft och\nljus\n\nFem.")[-1]
    assert (last.chapter, last.tab) == ("luftochljus", 0)
    assert texts([last]) == [["Luft och", "ljus", "Fem."]]


def test_a_label_of_figures_is_no_tab() -> None:
    repeated = ["Skog och\nmark\n\nEtt.", "Skog och\nmark\n\nTvå.", "Hav och\nsjö\n\nTre.", "Hav och\nsjö\n\nFyra."]
    last = pages_of(PROSE, *repeated, "Fem.\n\nLuft och\nljus\n\n41 %")[-1]
    assert (last.chapter, last.tab) == (None, None)


def test_the_broken_names_of_columns_that_stand_together_are_no_tabs() -> None:
    head = "Ansvarig\nnämnd\n\nMätt\nvärde"
    found = pages_of(PROSE, f"{head}\n\nEtt.", f"{head}\n\nTvå.")
    assert [page.chapter for page in found] == [None, None, None]
    assert "nämnd" in texts(found)[1]
