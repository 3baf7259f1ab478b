import pytest

from chancery.sources.decode_feed import decode_feed

TEXT = '<?xml version="1.0"?><rss>é đ 中</rss>'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be", "utf-8"])
def test_a_mark_or_its_absence_is_recognised(encoding: str) -> None:
    assert decode_feed(TEXT.encode(encoding)) == TEXT


def test_the_server_is_believed_before_the_file() -> None:
    body = '<?xml version="1.0" encoding="utf-8"?><a>Привет</a>'.encode("koi8-r")
    assert "Привет" in decode_feed(body, "text/xml; charset=koi8-r")


def test_a_declaration_that_the_bytes_contradict_gives_way() -> None:
    assert "é" in decode_feed('<?xml version="1.0" encoding="utf-8"?><a>é</a>'.encode("latin-1"))
    assert "é" in decode_feed('<?xml version="1.0" encoding="us-ascii"?><a>é</a>'.encode())


def test_a_declared_subset_is_read_as_the_superset_it_means() -> None:
    assert "“x”" in decode_feed('<?xml version="1.0" encoding="iso-8859-1"?><a>“x”</a>'.encode("cp1252"))


def test_a_codec_that_is_no_encoding_of_text_is_not_used() -> None:
    assert decode_feed(b'<?xml version="1.0" encoding="hex"?><a>1</a>').endswith("<a>1</a>")
    assert decode_feed(b"<a>1</a>", "text/xml; charset=zlib") == "<a>1</a>"


def test_a_sign_cut_in_half_does_not_change_the_encoding() -> None:
    body = ("é" * 200).encode() + b"\xc3"
    assert decode_feed(body).startswith("é" * 200)
