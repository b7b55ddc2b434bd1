"""Where a quote stands in the text that it was taken from."""


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Start and end of `quote` in `text`, white space of any length and kind being equal; none where it is not."""
    wanted = " ".join(quote.split())
    if not wanted:
        return None
    collapsed, places = _collapse(text)
    start = collapsed.find(wanted)
    if start < 0:
        return None
    return places[start], places[start + len(wanted) - 1] + 1


def _collapse(text: str) -> tuple[str, list[int]]:
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if not character.isspace():
            kept.append(character)
            places.append(place)
        elif kept and kept[-1] != " ":
            kept.append(" ")
            places.append(place)
    return "".join(kept), places
