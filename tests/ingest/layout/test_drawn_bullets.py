from ingest.layout.drawn_bullets import with_drawn_bullets
from ingest.layout.page_pieces import pieces_of
from ingest.pages import Shape
from tests.ingest.drawn import area, line, page, row


def bullet(top: float) -> Shape:
    return area(50, top + 3.5, 54, top + 7.5)


def told(*tops: float) -> list[str]:
    lines = [line("Alla skolor besöks", 62, 100), line("45 procent går vidare", 62, 113), line("Nytt avtal", 62, 126)]
    made = with_drawn_bullets(page(*lines, shapes=[bullet(top) for top in tops]))
    return [piece.paragraph.text for piece in pieces_of(made, made.words) if piece.paragraph is not None]


def test_drawn_bullets_part_the_items_of_a_list() -> None:
    assert told(100, 113, 126) == ["• Alla skolor besöks", "• 45 procent går vidare", "• Nytt avtal"]


def test_without_bullets_the_lines_are_one_paragraph() -> None:
    assert told() == ["Alla skolor besöks 45 procent går vidare Nytt avtal"]


def test_a_square_before_a_number_alone_or_inside_a_line_is_no_bullet() -> None:
    lone = page(line("45 procent", 62, 100), shapes=[bullet(100)])
    inside = page(row("Lön", ["40"], 20, 100, [48.0]), line("Hyra", 51, 100), shapes=[area(44, 103, 48, 107)])
    assert with_drawn_bullets(lone) == lone
    assert with_drawn_bullets(inside) == inside
