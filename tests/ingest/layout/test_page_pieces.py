from ingest.layout.page_pieces import Piece, pieces_of
from ingest.pages import PageContent
from tests.ingest.drawn import area, lattice, line, page, right, row


def pieces(made: PageContent) -> list[Piece]:
    return pieces_of(made, made.words)


def told(made: PageContent) -> list[str]:
    """Each piece's text, a table's with its cells in brackets."""
    found = []
    for piece in pieces(made):
        if piece.cells is not None:
            found.append("|".join("/".join(row) for row in piece.cells.rows))
        elif piece.paragraph is not None:
            found.append(piece.paragraph.text)
    return found


def test_a_ruled_table_stands_between_the_paragraphs_around_it() -> None:
    made = page(
        line("Text före tabellen.", 50, 70),
        [*line("Hyra", 54, 105), *right("1 670", 276, 105)],
        [*line("Lön", 54, 125), *right("-8 374", 276, 125)],
        line("Text efter tabellen.", 50, 180),
        shapes=lattice((50, 200, 280), (100, 120, 140)),
    )
    assert told(made) == ["Text före tabellen.", "Hyra/1 670|Lön/-8 374", "Text efter tabellen."]


def test_an_unruled_table_is_found_among_prose() -> None:
    rows = [
        row(label, (value,), 50, 140 + 16 * n, (280.0,))
        for n, (label, value) in enumerate([("Hyra", "1 670"), ("Lön", "40"), ("Bil", "5")])
    ]
    made = page(line("Text före.", 50, 70), *rows, line("Text efter.", 50, 260))
    assert told(made) == ["Text före.", "Hyra/1 670|Lön/40|Bil/5", "Text efter."]


def test_a_box_of_prose_is_no_table() -> None:
    made = page(
        line("Hela första meningen i en ruta.", 54, 105),
        line("Andra meningen i en annan.", 54, 125),
        line("Tredje.", 54, 145),
        shapes=lattice((50, 280, 300), (100, 120, 140, 160)),
    )
    assert all(piece.paragraph is not None for piece in pieces(made))


def test_a_side_box_is_read_by_itself() -> None:
    made = page(
        *[line(f"Löpande text rad {n} i spalten", 50, 100 + 13 * n) for n in range(6)],
        line("Fakta", 420, 110, bold=True),
        line("Rutan har två rader", 420, 123),
        shapes=[area(400, 95, 560, 145)],
    )
    boxed = [piece.paragraph.text for piece in pieces(made) if piece.paragraph is not None and piece.boxed is not None]
    assert boxed == ["Fakta", "Rutan har två rader"]
    assert [piece.boxed for piece in pieces(made)].count(None) == 1


def test_a_number_right_under_a_short_label_belongs_to_it() -> None:
    made = page(line("Projekt", 200, 100), line("39 %", 202, 111), line("Texten går vidare på en egen rad.", 50, 200))
    assert told(made) == ["Projekt 39 %", "Texten går vidare på en egen rad."]


def test_no_word_is_lost_or_doubled() -> None:
    words = [
        line("Rubrik", 50, 40, 20),
        *[line(f"Vänster spalt rad {n} med text", 50, 100 + 13 * n) for n in range(8)],
        *[line(f"Höger spalt rad {n} med text", 320, 100 + 13 * n) for n in range(8)],
        *[row("Post", (str(n), str(n * 7)), 50, 300 + 16 * n, (250.0, 320.0)) for n in range(5)],
        line("En sista rad", 50, 600),
    ]
    made = page(*words, shapes=[area(310, 95, 560, 220)])
    found = sorted(word for text in told(made) for word in text.replace("|", " ").replace("/", " ").split())
    assert found == sorted(word.text for word in made.words)


def test_an_empty_page_has_no_pieces() -> None:
    assert pieces(page()) == []
