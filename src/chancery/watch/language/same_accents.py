"""Whether a word bears the accents of a form: folding alone takes the photograph ("ảnh") for Britain ("Anh")."""

from functools import lru_cache
from unicodedata import normalize

from chancery.common.text import fold


def same_accents(text: str, span: tuple[int, int], written: str, accents: str) -> bool:
    """Tell whether the words at a span bear the accents of a form in small letters.

    `accents` is "some" where an accent in the text must be the form's, "all" where the form's must stand in the text as well.

    >>> same_accents("ảnh", (0, 3), "anh", "some"), same_accents("Etat", (0, 4), "état", "some")
    (False, True)
    """
    said = normalize("NFC", text[span[0] : span[1]])  # accents may be written apart
    if said.isascii() and (accents == "some" or written.isascii()):
        return True
    for one, other in zip(said.lower(), written, strict=False):
        if one != other and _bare(one) == _bare(other) and (one != _bare(one) or accents == "all"):
            return False
    return True


@lru_cache(maxsize=4_000)  # letters of the scripts that have accents
def _bare(sign: str) -> str:
    return fold(sign) or sign
