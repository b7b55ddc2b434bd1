"""Where a PostgreSQL database is, read from a URL: what its driver is told, and what may be shown."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

DEFAULT_SCHEMA = "plansvar"
"""Schema of an installation whose URL names none."""

_SCHEMA = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}")
_PLACE = re.compile(r"(?:[\w.-]+|\[[0-9a-fA-F:.]+\])?(?::\d{1,5})?")


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """A database and the schema in it that one installation has for itself; `url` may hold a password."""

    url: str = field(repr=False)
    database: str
    place: str
    schema: str

    @classmethod
    def parse(cls, url: str) -> "PostgresAddress":
        """Read `postgresql://user:password@host:port/database?schema=name`; raises ValueError, without the URL in it.

        `schema` is ours and `plansvar` where it is left out; every other parameter is PostgreSQL's own (`sslmode`,
        `host` for a socket's folder, several hosts with commas between them).
        """
        address = urlsplit(url)
        if address.scheme not in {"postgresql", "postgres"}:
            raise ValueError("not a postgresql:// address")
        if re.search(r"%(?![0-9a-fA-F]{2})", url):
            raise ValueError("a % in a password or name is written %25")
        place = address.netloc.rpartition("@")[2]
        if not all(_PLACE.fullmatch(each) for each in place.split(",")):
            raise ValueError(
                "no host and port can be read from it; an @, / or # in a password is written %40, %2F, %23"
            )
        options = parse_qsl(address.query, keep_blank_values=True)
        schema = next((value for name, value in options if name == "schema"), DEFAULT_SCHEMA)
        if not _SCHEMA.fullmatch(schema):
            raise ValueError("a schema is named with small letters a-z, digits and _")
        query = urlencode([(name, value) for name, value in options if name != "schema"])
        named = dict(options)
        return cls(
            urlunsplit(address._replace(query=query, fragment="")),
            unquote(address.path.strip("/")) or named.get("dbname", ""),
            place or named.get("host", ""),
            schema,
        )

    def __str__(self) -> str:
        """The database, its host and the schema, as errors name them."""
        return f"postgresql://{self.place}/{self.database}?schema={self.schema}"
