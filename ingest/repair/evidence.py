"""How sure a repair has to be: a document that shows a kind of damage often is believed sooner to have it again."""

import math

_MARGIN, _SEEN_FOR_HALF = 2.0, 20
_SEEN, _PLACES = 0.01, 10.0


_SOUND = 0.001


def needed(strong: int, places: int, *, in_sound: float = 0.0) -> float:
    """The gain in nats that makes a repair near certain where `strong` of the document's `places` are surely damaged.

    It is the negative log odds of damage at any one place, with little expected before another was seen, and a margin
    that shrinks with what was seen: a lone slip in a sound document is left alone, unless it is beyond doubt. At least
    `in_sound` is asked where less than one other place in a thousand is damaged.
    """
    others = max(0, strong - 1)
    share = (others + _SEEN) / (places + _PLACES)
    gain = math.log((1 - share) / share) + _MARGIN / (1 + strong / _SEEN_FOR_HALF)
    return max(gain, in_sound) if others < _SOUND * places else gain
