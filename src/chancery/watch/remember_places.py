"""Which article is in which story, also of closed ones, and where an article may go by what officers said."""

from collections import OrderedDict
from collections.abc import Callable, Iterable

from chancery.watch.obey_links import Links
from chancery.watch.records import Link, Reading

REMEMBERED = 200_000  # articles whose story is remembered for their copies, after the story itself was closed


class Places:
    """The story of each article. `root` follows a story to what took it in.

    What nobody spoke of is forgotten after 200,000 further articles; an article that a link names, never.
    """

    def __init__(self, links: Iterable[Link], root: Callable[[str], str], remembered: int = REMEMBERED) -> None:
        self._links, self._root, self._remembered = Links(links), root, remembered
        self._story_of: OrderedDict[str, str] = OrderedDict()
        self._linked: dict[str, list[str]] = {}

    def of(self, article: str) -> str:
        """Return the story an article is in, or what took that in; "" where it is not known."""
        return self._root(self._story_of.get(article, ""))

    def put(self, article: str) -> str:
        """Return the story of the articles that an officer said this one belongs with; "" where there is none yet."""
        return next((story for each in self._links.partners(article) if (story := self.of(each))), "")

    def barred(self, reading: Reading) -> set[str]:
        """Return the stories that an article may not go into: they hold one it is apart from, or one its original is."""
        articles = self._links.barred(reading.article.id)
        if reading.copy is not None and reading.copy.of not in articles:
            articles |= self._links.barred(reading.copy.of) - {reading.article.id}
        return {self.of(each) for each in articles} - {""}

    def parted(self, one: str, other: str) -> bool:
        """Tell whether two stories hold articles that an officer keeps apart."""
        return any(other in map(self.of, self._links.barred(article)) for article in self._linked.get(one, ()))

    def take(self, reading: Reading, story: str) -> None:
        """Remember the place of an article, and with it that of an original that is not known here."""
        self.remember(reading.article.id, story)
        copy = reading.copy
        if copy is not None and not self.of(copy.of) and copy.of not in self._links.barred(reading.article.id):
            self.remember(copy.of, story)

    def remember(self, article: str, story: str) -> None:
        """Remember the place of an article; the one whose place was told longest ago may be forgotten for it."""
        self._story_of[article] = story
        if article in self._links:
            self._linked.setdefault(story, []).append(article)
        if len(self._story_of) > self._remembered:
            oldest, its_story = self._story_of.popitem(last=False)
            if oldest in self._links:
                self._story_of[oldest] = its_story

    def absorb(self, larger: str, smaller: str) -> None:
        """Take the articles of one story for those of another from now on."""
        if smaller in self._linked:
            self._linked.setdefault(larger, []).extend(self._linked.pop(smaller))

    def obey(self, link: Link) -> None:
        """Take one more word of an officer in."""
        self._links.add(link)
        for article in (link.article, link.other):
            if story := self.of(article):
                self._linked.setdefault(story, []).append(article)
