"""What officers said of articles: which belong together, which do not, and what follows from both."""

from collections.abc import Iterable

from chancery.watch.records import Link


class Links:
    """Officers' words, the latest last. Where two contradict each other the later one stands.

    >>> links = Links([Link("a", "b", "together"), Link("c", "b", "apart")])
    >>> links.partners("a"), sorted(links.barred("a")), sorted(links.barred("c"))
    (('b',), ['c'], ['a', 'b'])
    """

    def __init__(self, links: Iterable[Link] = ()) -> None:
        self._said = list(links)
        self._settle()

    def __contains__(self, article: str) -> bool:
        """Tell whether anything was said of an article."""
        return article in self._bundles or article in self._apart

    def add(self, link: Link) -> None:
        """Take one more word in; it stands before all that were said earlier."""
        self._said.append(link)
        self._settle()

    def partners(self, article: str) -> tuple[str, ...]:
        """Return the articles that an article belongs with, whoever was named with whom."""
        return tuple(each for each in self._bundle(article) if each != article)

    def barred(self, article: str) -> set[str]:
        """Return the articles that may not be in one story with an article, since it or a partner is apart from them."""
        named = {other for each in self._bundle(article) for other in self._apart.get(each, ())}
        return {each for other in named for each in self._bundle(other)}

    def _settle(self) -> None:
        """Take the words in, the latest first, each unless it contradicts a later one."""
        self._bundles: dict[str, dict[str, None]] = {}
        self._apart: dict[str, set[str]] = {}
        for link in reversed(self._said):
            one, other = link.article, link.other
            if link.kind == "apart" and other not in self._bundle(one):
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)
            elif link.kind == "together" and other not in self.barred(one):
                whole = self._bundle(one) | self._bundle(other)
                self._bundles |= dict.fromkeys(whole, whole)

    def _bundle(self, article: str) -> dict[str, None]:
        return self._bundles.get(article) or {article: None}
