from dataclasses import replace

from ingest.layout.cards import cards_of
from ingest.model import BoundingBox
from ingest.pages import PageContent, Shape
from tests.ingest.drawn import area, line, page


def frame(x: float, top: float, wide: float = 200, tall: float = 80) -> Shape:
    return replace(area(x, top, x + wide, top + tall), filled=False)


def text(x: float, top: float, *, bold: bool = True) -> list[object]:
    told = [*line("A. Ren brygga", x + 5, top + 12, bold=bold), *line("Mål: Inget skräp.", x + 5, top + 35)]
    return [*told, *line("Mått: Säckar per år.", x + 5, top + 50)]


def drawn(*shapes: Shape, bold: bool = True) -> PageContent:
    words = [text(s.box.x0, s.box.top, bold=bold) for s in shapes if not s.filled]
    return page(*words, shapes=shapes)  # type: ignore[arg-type]


def found(content: PageContent) -> list[BoundingBox]:
    return cards_of(content, content.words)


def test_boxes_of_one_width_with_a_name_in_bold_are_cards() -> None:
    assert len(found(drawn(frame(50, 100), frame(300, 100)))) == 2


def test_a_name_on_a_filled_strip_makes_a_card_too() -> None:
    strips = area(51, 101, 249, 120), area(301, 101, 499, 120)
    assert len(found(drawn(frame(50, 100), frame(300, 100), *strips, bold=False))) == 2


def test_a_lone_box_boxes_of_two_widths_and_boxes_without_names_are_none() -> None:
    assert found(drawn(frame(50, 100))) == []
    assert found(drawn(frame(50, 100), frame(300, 100, 150))) == []
    assert found(drawn(frame(50, 100), frame(300, 100), bold=False)) == []
