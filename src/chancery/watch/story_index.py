"""Which live stories are worth comparing with an article: those that share its rarest words and names, the latest first."""

from chancery.watch.compare import Weighed
from chancery.watch.live_story import LiveStory

ASKED = 16  # rarest words of an article that are looked up
SOUNDS = 16  # rarest names by sound that are looked up
HOLDERS = 150  # stories remembered for one word, the latest; common words tie nothing together anyway
CANDIDATES = 20  # stories compared: the most that one article may cost


class StoryIndex:
    """From words to the stories that hold them; cost stays flat as stories grow in number."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[int, None]] = {}
        self._ids: dict[int, str] = {}

    def id_of(self, number: int) -> str:
        """Return the id of a story known by its number."""
        return self._ids[number]

    def nearest(self, article: Weighed) -> list[int]:
        """Return the numbers of the stories to compare: most shared rarity first; of equals, the latest."""
        votes: dict[int, float] = {}
        for word, rarity in _rarest(article):
            for number in self._holders.get(word, ()):
                votes[number] = votes.get(number, 0.0) + rarity
        return sorted(votes, key=lambda number: (-votes[number], -number))[:CANDIDATES]

    def add(self, story: LiveStory, article: Weighed) -> None:
        """Remember that a story holds an article's rarest words."""
        self._ids[story.number] = story.id
        for word, _ in _rarest(article):
            holders = self._holders.setdefault(word, {})
            holders.pop(story.number, None)
            holders[story.number] = None
            if len(holders) > HOLDERS:
                del holders[next(iter(holders))]

    def hand_over(self, smaller: LiveStory, larger: LiveStory) -> None:
        """Remember that the words of one story are now another's."""
        self._ids.pop(smaller.number, None)
        for word in (*smaller.words, *smaller.keys):
            holders = self._holders.get(word)
            if holders is not None and smaller.number in holders:
                del holders[smaller.number]
                holders[larger.number] = None

    def drop(self, story: LiveStory) -> None:
        """Forget a story that was closed."""
        self._ids.pop(story.number, None)
        for word in (*story.words, *story.keys):
            holders = self._holders.get(word)
            if holders is not None and story.number in holders:
                del holders[story.number]
                if not holders:
                    del self._holders[word]


def _rarest(article: Weighed) -> list[tuple[str, float]]:
    words = sorted(article.rarities.items(), key=lambda pair: (-pair[1], pair[0]))[:ASKED]
    sounds = sorted(article.sounds, key=lambda pair: (-pair[1], pair[0]))[:SOUNDS]
    return [*words, *sounds]
