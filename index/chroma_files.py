"""What Chroma 1.5's index files hold beside vectors: room for more, written out of memory as it was found there.

That memory can be what the process held before: vectors or words of a plan that has just been removed. So the room is
overwritten with zeros once nothing is added any more; the index never reads it.
"""

from pathlib import Path
from struct import Struct

HEADER = Struct("<i4Q")
"""Version, an offset, for how many vectors there is room, how many there are, and bytes of each in `VECTORS`."""

VECTORS, LENGTHS = "data_level0.bin", "length.bin"
LENGTH_BYTES = 4


def overwrite_room(folder: Path) -> None:
    """Overwrite the unused room in every index under the folder; raises OSError.

    Files of another size than the header tells are left alone: they are not what this module knows.
    """
    for header in folder.glob("*/header.bin"):
        _, _, room, used, size = HEADER.unpack_from(header.read_bytes())
        for name, each in ((VECTORS, size), (LENGTHS, LENGTH_BYTES)):
            path = header.with_name(name)
            if path.stat().st_size == room * each:
                with path.open("r+b") as file:
                    file.seek(used * each)
                    file.write(bytes((room - used) * each))
