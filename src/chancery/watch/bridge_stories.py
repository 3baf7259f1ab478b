"""Two stories that turn out to be one: what comes later goes to the larger, and what was placed stays where it is.

The first reports of an event often found two stories, since they share few words. Later ones fit both: each is a bridge. When
enough bridges have been seen the smaller story grows no more.
"""

from collections import Counter, OrderedDict

from chancery.watch.live_story import LiveStory

LEAST = 2  # bridges needed, whatever the size
SHARE = 0.75  # bridges needed for each article of the smaller story; .7 to 1 are alike on the train parts of the shared sets
REMEMBERED = 100_000  # pairs and closed stories remembered, the latest


class Bridges:
    """Counts articles that fit two stories, and knows where each story that was taken in went."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()
        self._into: OrderedDict[str, str] = OrderedDict()

    def root(self, story: str) -> str:
        """Return the story that took `story` in, in the end, or itself."""
        while story in self._into:
            story = self._into[story]
        return story

    def cross(self, one: LiveStory, other: LiveStory) -> tuple[LiveStory, LiveStory] | None:
        """Count an article that fits both; return the larger and the smaller once they are one story, else None."""
        smaller, larger = sorted((one, other), key=lambda story: (story.size, -story.number))
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        self._seen[pair] += 1
        if self._seen[pair] < max(LEAST, SHARE * smaller.size):
            if len(self._seen) > REMEMBERED:
                self._seen.clear()
            return None
        del self._seen[pair]
        self._into[smaller.id] = larger.id
        if len(self._into) > REMEMBERED:
            self._into.popitem(last=False)
        return larger, smaller
