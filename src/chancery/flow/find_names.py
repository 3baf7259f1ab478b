"""The gazetteer of `watch`, as the checker of `advise` asks for it."""

from chancery.advise.grounds import FindNames
from chancery.watch import Names, match_names


def name_finder(names: Names) -> FindNames:
    """Return a function from a text and its language to the names in it: code, kind, start, end."""

    def find(text: str, language: str) -> tuple[tuple[str, str, int, int], ...]:
        return tuple((hit.code, hit.kind, hit.start, hit.end) for hit in match_names(text, language, names))

    return find
