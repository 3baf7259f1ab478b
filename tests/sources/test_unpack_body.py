import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.common.errors import FetchError
from chancery.sources.unpack_body import Unpacker


def _unpack(body: bytes, encoding: str, cap: int = 10_000, step: int = 7) -> bytes:
    unpacker = Unpacker(encoding, cap)
    whole = b"".join(piece for place in range(0, len(body), step) for piece in unpacker.feed(body[place : place + step]))
    unpacker.finish()
    return whole


@given(st.binary(max_size=2_000), st.integers(1, 100))
def test_what_was_packed_comes_out_whole(body: bytes, step: int) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert _unpack(gzip.compress(body), "gzip", step=step) == body
    assert _unpack(zlib.compress(body), "deflate", step=step) == body
    assert _unpack(raw.compress(body) + raw.flush(), "deflate", step=1_000_000) == body
    assert _unpack(body, "identity", step=step) == body


def test_members_one_after_another_are_one_body() -> None:
    assert _unpack(gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0", "gzip") == b"one two"


def test_a_bomb_is_cut_at_the_cap() -> None:
    with pytest.raises(FetchError, match=r"unpacks to more than 0\.01 MB"):
        _unpack(gzip.compress(bytes(5_000_000)), "gzip", step=100_000)


def test_what_broke_off_is_a_fault() -> None:
    with pytest.raises(FetchError, match="broke off"):
        _unpack(gzip.compress(b"some words that are longer than a piece")[:-9], "gzip")


def test_what_is_damaged_is_a_fault() -> None:
    with pytest.raises(FetchError, match="damaged"):
        _unpack(b"no gzip at all", "gzip")


def test_a_packing_nobody_asked_for_is_a_fault() -> None:
    with pytest.raises(FetchError, match="'br', which was not asked for"):
        Unpacker("br", 100)
