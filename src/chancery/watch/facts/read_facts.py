"""All facts of one article in one pass: each field is folded once, and all readers share its names and cues."""

from collections.abc import Sequence
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
from chancery.watch.facts.records import Actor, Dateline, Facts, Quote
from chancery.watch.facts.tone_weights import ToneModel
from chancery.watch.language import Pack, Packs
from chancery.watch.read_article import Identify, make_reading, tell_language
from chancery.watch.read_fields import Field, read_fields
from chancery.watch.records import Article, Reading


@dataclass(frozen=True, slots=True)
class FactWeights:
    """The fitted weights that reading uses, made ready."""

    events: EventModel
    tone: ToneModel


def read_whole(article: Article, packs: Packs, identify: Identify, weights: FactWeights) -> tuple[Reading, Facts]:
    """Return an article read, with its facts: what `read_article` and `read_facts` give, at less cost."""
    lang = tell_language(article, identify, packs)
    fields = read_fields(article, packs.of(lang))
    reading = make_reading(article, lang, fields)
    return reading, _facts(reading, fields, packs.of(lang), weights)


def read_facts(reading: Reading, pack: Pack, weights: FactWeights) -> Facts:
    """Return the facts of an article whose language and countries are read. `pack` is that of its language.

    What is past the first 20,000 signs of the text is not read, as for countries.
    """
    return _facts(reading, read_fields(reading.article, pack), pack, weights)


def _facts(reading: Reading, fields: tuple[Field, ...], pack: Pack, weights: FactWeights) -> Facts:
    article, published = reading.article, reading.article.published.date()
    focus = next((tag.code for tag in reading.countries if tag.role == "focus"), "")
    texts = (field for field in fields if field.name == "text")
    dateline = next((read_dateline(field.text, published, field.names, pack) for field in texts), None)
    by_field = {field.name: cut_sentences(field, pack) for field in fields}
    if dateline is not None:
        _leave_out(dateline, by_field["text"])
    sentences = [sentence for found in by_field.values() for sentence in found]
    return Facts(
        article=article.id,
        dateline=dateline,
        actors=_actors(sentences),
        events=read_events(sentences, pack, weights.events, focus),
        topics=read_topics(sentences),
        quotes=tuple(quote for field in fields for quote in _quotes(field, by_field[field.name], pack)),
        attitudes=read_attitudes(sentences, pack, weights.tone),
        figures=tuple(read_figures(sentences, pack.settings.language)),
        commitments=read_commitments(sentences, published),
        policy=read_policy(sentences, focus),
        version=pack.settings.version,
    )


def _leave_out(dateline: Dateline, sentences: Sequence[Sentence]) -> None:
    """Take the place of a dateline for no actor: it says where a report was written, not who did what."""
    for sentence in sentences[:1]:
        sentence.actors = [actor for actor in sentence.actors if actor.span.start >= dateline.span.end]


def _quotes(field: Field, sentences: Sequence[Sentence], pack: Pack) -> tuple[Quote, ...]:
    says = [hit for sentence in sentences for hit in sentence.cues.get("say_verbs", ())]
    return read_quotes(field.text, field.name, says, _actors(sentences), pack)


def _actors(sentences: Sequence[Sentence]) -> tuple[Actor, ...]:
    return tuple(actor for sentence in sentences for actor in sentence.actors)
