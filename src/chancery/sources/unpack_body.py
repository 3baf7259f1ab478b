"""gzip and deflate, unpacked piece by piece; a bomb is cut at the cap, never held in memory."""

import zlib
from collections.abc import Iterator

from chancery.common.errors import FetchError

_AUTO = zlib.MAX_WBITS | 32  # gzip or zlib, as the first bytes say
_RAW = -zlib.MAX_WBITS


class Unpacker:
    """Unpacks one body. `cap` is the most bytes that may come out."""

    def __init__(self, encoding: str, cap: int) -> None:
        self.names = [name.strip() for name in encoding.lower().split(",") if name.strip() not in ("", "identity")]
        if self.names not in ([], ["gzip"], ["x-gzip"], ["deflate"]):
            raise FetchError("the answer is packed as {encoding}, which was not asked for", encoding=repr(encoding[:40]))
        self.cap, self.left, self.started, self.whole = cap, cap, False, True
        self.inner = zlib.decompressobj(_AUTO)

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what `piece` unpacks to. Raises FetchError above the cap and on damaged data."""
        if not self.names:
            yield self._count(piece)
            return
        while piece:
            yield self._count(self._decompress(piece))
            self.whole = self.inner.eof
            if self.whole:
                piece, self.inner = self.inner.unused_data, zlib.decompressobj(_AUTO)
                if not piece.lstrip(b"\0"):  # padding after the last member
                    return
            else:
                piece = self.inner.unconsumed_tail

    def finish(self) -> None:
        """Raise FetchError where the packed body broke off."""
        if not self.whole:
            raise FetchError("the packed answer broke off", retry_after=3600)

    def _decompress(self, piece: bytes) -> bytes:
        try:
            return self.inner.decompress(piece, self.left + 1)
        except zlib.error as fault:
            if not self.started and self.names == ["deflate"]:
                self.inner, self.started = zlib.decompressobj(_RAW), True
                return self._decompress(piece)
            raise FetchError("the packed answer is damaged ({why})", retry_after=3600, why=fault) from None

    def _count(self, piece: bytes) -> bytes:
        self.started = True
        self.left -= len(piece)
        if self.left < 0:
            raise FetchError("the answer unpacks to more than {most} MB", most=f"{self.cap / 1_000_000:g}")
        return piece
