"""Where a Chroma server is, read from a URL."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class ChromaAddress:
    """A Chroma server; `token` is sent with every request as `Authorization: Bearer`, for a proxy that asks for it."""

    scheme: str
    host: str
    port: int
    token: str | None = field(default=None, repr=False)

    @classmethod
    def parse(cls, url: str, token: str | None = None) -> "ChromaAddress":
        """Read `http://host:port`; raises ValueError, without the URL in it."""
        address = urlsplit(url)
        if address.scheme not in PORTS or not address.hostname:
            raise ValueError("not an http or https address")
        if address.username or address.path.strip("/") or address.query or address.fragment:
            raise ValueError("only scheme, host and port; a token has a setting of its own")
        return cls(address.scheme, address.hostname, address.port or PORTS[address.scheme], token)

    def __str__(self) -> str:
        """The address as errors name it."""
        return f"{self.scheme}://{self.host}:{self.port}"
