"""One look at one source: what is new, how the source stands, when to come back. What was given once is never lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from chancery.common.errors import FetchError, RefusedError
from chancery.common.said import Said, say
from chancery.sources.adapt_interval import LONGEST_REST, adapt_interval, quiet_after, rest_after_fault
from chancery.sources.complete_articles import Completion, PageReader, complete_articles, wants_page
from chancery.sources.http import Fetched, Http, Request
from chancery.sources.http_settings import AGENT
from chancery.sources.make_article import keep_within, make_articles
from chancery.sources.parse_feed import MAX_FEED, parse_feed
from chancery.sources.read_headers import is_challenge, is_reserved, plain_header
from chancery.sources.records import Collected, FeedState, ParsedFeed, Retry
from chancery.watch.records import Article, Source, SourceState

FEEDS = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
BLOCKED = (401, 403, 429, 451)
"""Statuses by which a host keeps us out: it asks who we are, forbids, is asked too often, is ordered to withhold."""

LONGEST_REASON = 400
"""Signs of a reason kept: three lines of a screen."""

KEPT_REPEATS = 8
KEPT_KNOWN = 2_000
"""Looks and ids that a state remembers; the longest of the shared real feeds has 500 entries."""


def collect_source(source: Source, state: FeedState, http: Http, now: datetime, reader: PageReader | None = None) -> Collected:
    """Look at `source` once and return what is new, with the state to keep for the next look.

    `reader` may be shared between sources, so that robots.txt is asked for once a day. Never raises on what a host does: the
    state's `condition` and `reason` say it.
    """
    if not source.url:
        return Collected(
            (), _rest(state, "broken", (Said("it has no address; give it one"),), LONGEST_REST.total_seconds(), now)
        )
    try:
        request = Request(etag=state.etag, modified=state.modified, accept=FEEDS, max_body=MAX_FEED)
        fetched = http.get(state.url or source.url, request)
    except (FetchError, RefusedError) as fault:
        return Collected((), _after_fault(state, fault, now))
    reader = reader or PageReader(http)
    if fetched.status == 304:
        return _take((), Completion((), ()), source, state, fetched, reader, now)
    feed = parse_feed(fetched.body, fetched.url, fetched.content_type)
    if feed.state in ("broken", "refused"):
        return Collected((), _after_misread(state, feed, fetched, now))
    articles = make_articles(feed.entries, source, now)
    reserved = is_reserved(fetched.headers, AGENT)
    if reserved:
        articles = tuple(replace(each, text=keep_within(each.text, source.rights, reserved)) for each in articles)
    known = frozenset(state.known)
    new = tuple(each for each in articles if each.id not in known)
    done = Completion(new, (), (reserved,)) if reserved else _complete_new(new, source, reader, now)
    return _take(articles, done, source, state, fetched, reader, now)


def _complete_new(new: Sequence[Article], source: Source, reader: PageReader, now: datetime) -> Completion:
    """Return the new articles with their pages where worth asking for, newest first asked, in the feed's order given."""
    short = [Retry(each, now) for each in new if wants_page(each, source)]
    done = complete_articles(short, source, reader, now)
    better = {each.id: each for each in done.articles}
    return replace(done, articles=tuple(better.get(each.id, each) for each in new))


def _take(
    articles: Sequence[Article],
    done: Completion,
    source: Source,
    state: FeedState,
    fetched: Fetched,
    reader: PageReader,
    now: datetime,
) -> Collected:
    """Return what a look that went well gave."""
    late = complete_articles([each for each in state.retries if each.due <= now], source, reader, now)
    waiting = tuple(each for each in state.retries if each.due > now)
    before = {each.article.id: each.article for each in state.retries}
    completed = tuple(each for each in late.articles if each != before[each.id])
    repeats = 1 - len(done.articles) / len(articles) if articles else 1.0
    interval = adapt_interval(state.interval, repeats) if state.last_success else state.interval
    newest = max((each.published for each in done.articles), default=None)
    after = replace(
        state,
        url=fetched.moved_to or state.url,
        etag=plain_header(fetched.headers, "etag") or (state.etag if fetched.status == 304 else ""),
        modified=plain_header(fetched.headers, "last-modified") or (state.modified if fetched.status == 304 else ""),
        interval=interval,
        repeats=(*state.repeats, repeats)[-KEPT_REPEATS:],
        failures=0,
        last_look=now,
        last_success=now,
        last_new=max((each for each in (state.last_new, newest) if each), default=None),
        next_due=now + interval,
        known=_remember(state.known, articles),
        retries=(*waiting, *late.retries, *done.retries),
    )
    condition, reason = _describe(source, after, fetched, now)
    notes = dict.fromkeys((*done.notes, *late.notes))
    return Collected(done.articles, _tell(after, condition, (*reason, *notes)), completed)


def _describe(source: Source, state: FeedState, fetched: Fetched, now: datetime) -> tuple[SourceState, tuple[Said, ...]]:
    if fetched.moved_to:
        told = say("it has moved for good to {url} and is read there; correct its address", url=fetched.moved_to)
        return "changed", (told,)
    if state.last_new is None:
        return "quiet", (Said("its feed is in order and holds nothing yet"),)
    if now - state.last_new > quiet_after(source):
        return "quiet", (say("nothing new since {moment}", moment=f"{state.last_new:%Y-%m-%d %H:%M} UTC"),)
    return "working", ()


def _remember(known: tuple[str, ...], articles: Sequence[Article]) -> tuple[str, ...]:
    """Return the ids to know at the next look: those of this feed last, so that they are the last to be forgotten."""
    here = dict.fromkeys(each.id for each in reversed(articles))
    kept = [each for each in known if each not in here]
    return (*kept, *here)[-max(KEPT_KNOWN, len(here)) :]


def _after_fault(state: FeedState, fault: FetchError | RefusedError, now: datetime) -> FeedState:
    """Return the state after a look that gave nothing; an address it had moved to is given up for the source's own."""
    status = fault.status if isinstance(fault, FetchError) else None
    asked = fault.retry_after if isinstance(fault, FetchError) and status in (429, 503) else None
    if isinstance(fault, RefusedError):
        asked = LONGEST_REST.total_seconds()
    told = (fault.said, _come_back(asked)) if status and asked else (fault.said,)
    here = replace(state, url="", etag="", modified="") if state.url else state
    return _rest(here, "blocked" if status in BLOCKED else "broken", told, asked, now)


def _after_misread(state: FeedState, feed: ParsedFeed, fetched: Fetched, now: datetime) -> FeedState:
    """Return the state after an answer that is no feed we can read; what was a feed before has changed."""
    if is_challenge(fetched.headers, fetched.body):
        return _rest(state, "blocked", (Said("it answers with a page that asks for a person"),), None, now)
    if state.last_success and not feed.is_feed and feed.state != "refused":
        return _rest(state, "changed", (say("it was a feed and is none now: {why}", why=feed.said),), None, now)
    told = say("refused: {why}", why=feed.said) if feed.state == "refused" else feed.said
    return _rest(state, "broken", (told,), None, now)


def _rest(state: FeedState, condition: SourceState, said: tuple[Said, ...], wait: float | None, now: datetime) -> FeedState:
    failures = state.failures + 1
    due = now + rest_after_fault(state.interval, failures, wait)
    return _tell(replace(state, failures=failures, last_look=now, next_due=due), condition, said)


def _tell(state: FeedState, condition: SourceState, said: tuple[Said, ...]) -> FeedState:
    return replace(state, condition=condition, reason="; ".join(map(str, said))[:LONGEST_REASON], said=said)


def _come_back(seconds: float) -> Said:
    """Say how long we are asked to wait, in the largest unit that leaves at least two of it."""
    if seconds >= 2 * 86_400:
        return say("it asks us to come back in {count} days", count=round(seconds / 86_400))
    if seconds >= 2 * 3_600:
        return say("it asks us to come back in {count} hours", count=round(seconds / 3_600))
    if seconds >= 2 * 60:
        return say("it asks us to come back in {count} minutes", count=round(seconds / 60))
    return say("it asks us to come back in {count} seconds", count=round(seconds))
