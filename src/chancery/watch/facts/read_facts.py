"""All facts of one article in one pass: each field is folded once, and all readers share its names and cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chancery.watch.facts.cut_sentences import Sentence, cut_sentences
from chancery.watch.facts.event_weights import EventModel
from chancery.watch.facts.read_attitudes import read_attitudes
from chancery.watch.facts.read_commitments import read_commitments
from chancery.watch.facts.read_dateline import read_dateline
from chancery.watch.facts.read_events import read_events
from chancery.watch.facts.read_figures import read_figures
from chancery.watch.facts.read_policy import read_policy
from chancery.watch.facts.read_quotes import read_quotes
from chancery.watch.facts.read_topics import read_topics
from chancery.watch.facts.records import Actor, Facts, Quote
from chancery.watch.facts.tone_weights import ToneWeights
from chancery.watch.language import CueHit, Pack
from chancery.watch.language.fold_exactly import fold_exactly
from chancery.watch.language.match_names import match_names_folded
from chancery.watch.records import Article, Reading
from chancery.watch.tag_countries import READ

FIELDS = ("title", "text")


@dataclass(frozen=True, slots=True)
class FactWeights:
    """The fitted weights that reading uses, made ready."""

    events: EventModel
    tone: ToneWeights


def read_facts(reading: Reading, pack: Pack, weights: FactWeights) -> Facts:
    """Return the facts of an article whose language and countries are read. `pack` is that of its language.

    What is past the first 20,000 signs of the text is not read, as for countries.
    """
    article = reading.article
    focus = next((tag.code for tag in reading.countries if tag.role == "focus"), "")
    sentences: list[Sentence] = []
    dateline = None
    for field in FIELDS:
        text = article.field(field)[:READ]
        if not text.strip():
            continue
        folded = fold_exactly(text)
        names = match_names_folded(text, folded, pack)
        if field == "text":
            dateline = read_dateline(text, article.published.date(), names, pack)
        sentences += cut_sentences(field, text, folded, names, pack)
    published = article.published.date()
    return Facts(
        article=article.id,
        dateline=dateline,
        actors=_actors(sentences),
        events=read_events(sentences, pack, weights.events, focus),
        topics=read_topics(sentences),
        quotes=tuple(_quotes(article, sentences, pack)),
        attitudes=read_attitudes(sentences, pack, weights.tone),
        figures=tuple(read_figures(sentences, pack.settings.language)),
        commitments=read_commitments(sentences, published),
        policy=read_policy(sentences, focus),
        version=pack.settings.version,
    )


def _actors(sentences: Sequence[Sentence]) -> tuple[Actor, ...]:
    return tuple(actor for sentence in sentences for actor in sentence.actors)


def _cues(sentences: Sequence[Sentence], field: str, table: str) -> list[CueHit]:
    return [hit for sentence in sentences if sentence.field == field for hit in sentence.cues.get(table, ())]


def _quotes(article: Article, sentences: Sequence[Sentence], pack: Pack) -> Iterator[Quote]:
    for field in FIELDS:
        own = [sentence for sentence in sentences if sentence.field == field]
        yield from read_quotes(article.field(field)[:READ], field, _cues(own, field, "say_verbs"), _actors(own), pack)
