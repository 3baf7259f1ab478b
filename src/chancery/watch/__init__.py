"""Watch: what the world says becomes stories.

`read_article` tells an article's language and its countries, with the words that earned them. `CopyFinder` tells which texts
are copies of an earlier one. `Grouper` places each article into a story when it arrives, and says why. `gather_stories` puts
the articles of a story together. `search_article` finds words in any script. All are pure: data in, data out.
"""

from chancery.watch.decide import Weights
from chancery.watch.facts.read_facts import FactWeights, read_facts, read_whole
from chancery.watch.find_copies import CopyFinder
from chancery.watch.group_articles import Grouper, gather_stories, group_articles
from chancery.watch.language import Hit, Pack, PackFiles, Packs, match_names
from chancery.watch.read_article import Identify, read_article
from chancery.watch.read_fields import read_fields
from chancery.watch.search_articles import Found, compile_query, search_article
from chancery.watch.tag_countries import tag_countries

__all__ = [
    "CopyFinder",
    "FactWeights",
    "Found",
    "Grouper",
    "Hit",
    "Identify",
    "Pack",
    "PackFiles",
    "Packs",
    "Weights",
    "compile_query",
    "gather_stories",
    "group_articles",
    "match_names",
    "read_article",
    "read_facts",
    "read_fields",
    "read_whole",
    "search_article",
    "tag_countries",
]
