"""Articles whose feed gives only an opening get the text of their page, where the outlet lets us; what fails is tried again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chancery.common.errors import FetchError, RefusedError
from chancery.common.said import Said
from chancery.common.text import count_words
from chancery.sources.http import Http, Request
from chancery.sources.http_settings import AGENT
from chancery.sources.make_article import keep_within
from chancery.sources.opt_outs import OptOutBook
from chancery.sources.read_headers import is_reserved
from chancery.sources.read_page import MAX_PAGE, read_page
from chancery.sources.records import Page, Retry
from chancery.sources.robots import RobotsBook
from chancery.watch.records import Article, Source

ENOUGH_WORDS = 250
"""A feed that gives this many words of an article is taken to give it whole; most openings have under a hundred."""

MOST_PAGES = 20
"""Pages read at one look at one source; the rest wait for the next look."""

TRIES = 6
FIRST_WAIT = timedelta(hours=1)
"""A page that failed is tried again after one hour, then two, four, eight and sixteen: a fault of a day is outlived."""

GONE = (404, 410)
NOT_NOW = (401, 403, 429, 503)
"""After one of these a host is left alone until the next look."""


class PageReader:
    """Reads article pages as far as robots.txt and the outlet's reservations allow. Safe to share between threads."""

    def __init__(self, http: Http) -> None:
        self.http, self.robots, self.opt_outs = http, RobotsBook(http), OptOutBook(http)

    def read(self, url: str, now: datetime) -> Page:
        """Return the page at `url`; one that is reserved comes without its text and says why.

        Raises RefusedError where robots.txt closes it, FetchError where it cannot be had.
        """
        robots = self.robots.look(url, now)
        if not robots.allows(url):
            raise RefusedError("robots.txt closes its pages to us")
        reserved = self.opt_outs.look(url, now)
        if reserved:
            return Page(reserved=reserved)
        found = self.http.get(url, Request(accept="text/html, */*;q=0.5", max_body=MAX_PAGE, pause=robots.delay))
        page = read_page(found.body, found.url, found.content_type)
        reserved = is_reserved(found.headers, AGENT) or page.reserved
        return replace(page, text="", reserved=reserved) if reserved else page


@dataclass(frozen=True, slots=True)
class Completion:
    """Articles after their pages were asked for, in the order given; what is to be tried again; what kept us out."""

    articles: tuple[Article, ...]
    retries: tuple[Retry, ...]
    notes: tuple[Said, ...] = ()


def complete_articles(waiting: Iterable[Retry], source: Source, reader: PageReader, now: datetime) -> Completion:
    """Return each article of `waiting` with the text of its page where it could be had, else as it was.

    Not more than MOST_PAGES are asked for; a host that turns us away is not asked again at this look. Nothing is lost.
    """
    articles: list[Article] = []
    retries: list[Retry] = []
    notes: dict[Said, None] = {}
    asked, closed = 0, False
    for each in waiting:
        if closed or asked >= MOST_PAGES:
            articles.append(each.article)
            retries.append(each)
            continue
        asked += 1
        try:
            page = reader.read(each.article.url, now)
        except RefusedError as fault:
            articles.append(each.article)
            notes[fault.said] = None
        except FetchError as fault:
            closed = fault.status is None or fault.status in NOT_NOW
            articles.append(each.article)
            retries.extend(_again(each, fault, now))
        else:
            articles.append(_merge(each.article, page, source))
            notes |= {page.reserved: None} if page.reserved else {}
    return Completion(tuple(articles), tuple(retries), tuple(notes))


def wants_page(article: Article, source: Source) -> bool:
    """Tell whether a page is worth asking for: there is one, its text may be kept, and the feed gave only an opening."""
    return bool(article.url) and source.rights.keep_full_text and count_words(article.text) < ENOUGH_WORDS


def _again(retry: Retry, fault: FetchError, now: datetime) -> tuple[Retry, ...]:
    """Return when to try again, nothing where it is no use."""
    tries = retry.tries + 1
    if tries >= TRIES or fault.status in GONE:
        return ()
    wait = max(FIRST_WAIT * 2 ** (tries - 1), timedelta(seconds=fault.retry_after or 0))
    return (replace(retry, due=now + wait, tries=tries),)


def _merge(article: Article, page: Page, source: Source) -> Article:
    """Return the article with what its page adds; the longer text stands, and the feed's date over the page's."""
    if page.reserved:
        return replace(article, text=keep_within(article.text, source.rights, page.reserved))
    dated = replace(
        article,
        claimed=article.claimed or page.claimed,
        inferred=article.inferred or (None if article.claimed or page.claimed else page.inferred),
    )
    return replace(dated, text=page.text, body="page") if len(page.text) > len(article.text) else dated
