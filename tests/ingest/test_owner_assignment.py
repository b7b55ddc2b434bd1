from ingest.owner_assignment import assign
from tests.ingest.made import Rows


def budget(fees: tuple[str, str]) -> Rows:
    return [("", "2024", "2023"), ("Avgifter", *fees), ("Personal", "500 000", "400 000")]


GROWS, RISES_BY_INDEX = budget(("1 100", "1 000")), budget(("1 025", "1 000"))
INDEXED = ("Museum", "Avgiften räknas upp med 2,5 % årligen.")


def test_the_tables_go_to_the_units_whose_text_fits_them() -> None:
    growing = ("Kansli", "Avgifter ökar kraftigt, en ökning.")
    assert assign([GROWS, RISES_BY_INDEX], [INDEXED, growing]) == (
        (1, ("change-direction",)),
        (0, ("fee-uprating",)),
    )


def test_the_last_table_is_the_last_units() -> None:
    assert assign([GROWS, RISES_BY_INDEX], [INDEXED, ("Kansli", "Vi leder.")]) == (
        (1, ("elimination",)),
        (0, ("fee-uprating",)),
    )


def test_with_more_headings_than_tables_only_what_the_text_tells_is_decided() -> None:
    units = [INDEXED, ("Kansli", "Vi leder."), ("Lokaler", "Vi hyr.")]
    assert assign([GROWS, RISES_BY_INDEX], units) == ((None, ()), (0, ("fee-uprating",)))


def test_with_more_tables_than_units_only_what_the_text_tells_is_decided() -> None:
    assert assign([GROWS, RISES_BY_INDEX, GROWS], [INDEXED, ("Kansli", "Vi leder.")]) == (
        (None, ()),
        (0, ("fee-uprating",)),
        (None, ()),
    )


def test_without_evidence_nothing_is_decided() -> None:
    assert assign([GROWS] * 2, [("Kansli", "Vi mäter."), ("Museum", "Vi väger.")]) == ((None, ()), (None, ()))
    assert assign([], []) == ()
