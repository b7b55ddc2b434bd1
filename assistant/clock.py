"""How long each step of a question took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Clock:
    """Milliseconds by name; a name that is timed twice adds up."""

    def __init__(self) -> None:
        self._started = perf_counter()
        self._spent: dict[str, float] = {}

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Count what runs inside under this name."""
        started = perf_counter()
        try:
            yield
        finally:
            self._spent[name] = self._spent.get(name, 0.0) + (perf_counter() - started) * 1000

    def timings_ms(self) -> dict[str, float]:
        """The whole time as `total`, then each name's, in milliseconds with two decimals."""
        spent = {"total": (perf_counter() - self._started) * 1000, **self._spent}
        return {str(name): round(value, 2) for name, value in spent.items()}
