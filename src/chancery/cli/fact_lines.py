"""The facts of an article as `chancery watch read` writes them; the field names are those of the docs."""

from typing import Any

from chancery.cli.json_lines import Object
from chancery.common.citation import Span
from chancery.watch.facts.records import Actor, Attitude, Dateline, Event, Facts, PolicyStep, Promise, Quote
from chancery.watch.records import CountryTag

DIGITS = 4
"""Digits after the point of scores and probabilities: more are noise."""


def fact_line(countries: tuple[CountryTag, ...], lang: str, facts: Facts) -> Object:
    """Return the fields that reading adds to an article."""
    return {
        "lang": lang,
        "dateline": _dateline(facts.dateline),
        "countries": [_country(tag) for tag in countries],
        "actors": [_actor(actor) for actor in facts.actors],
        "events": [_event(event) for event in facts.events],
        "topics": [
            {"code": topic.code, "confidence": _round(topic.confidence), "spans": _spans(topic.spans), "because": topic.because}
            for topic in facts.topics
        ],
        "quotes": [_quote(quote) for quote in facts.quotes],
        "stances": [_stance(attitude) for attitude in facts.attitudes],
        "figures": [
            {"value": figure.value, "unit": figure.unit, "span": _span(figure.span), "because": figure.because}
            for figure in facts.figures
        ],
        "commitments": [_promise(promise) for promise in facts.commitments],
        "policy": [_step(step) for step in facts.policy],
        "pack": facts.version,
    }


def _dateline(found: Dateline | None) -> Object | None:
    if found is None:
        return None
    day = found.day.isoformat() if found.day else None
    return {
        "place": found.place,
        "code": found.code or None,
        "date": day,
        "agency": found.agency or None,
        "span": _span(found.span),
    }


def _country(tag: CountryTag) -> Object:
    spans = [_span(mention.span) for mention in tag.mentions]
    return {"code": tag.code, "role": tag.role, "score": _round(tag.score), "spans": spans}


def _actor(actor: Actor) -> Object:
    told = _who(actor)
    office = {"office": actor.office} if actor.office else {}
    return {**told, **office, "because": actor.because}


def _who(actor: Actor) -> Object:
    organisation = {"organisation": actor.organisation} if actor.organisation else {}
    return {
        "code": actor.code or None,
        "sector": actor.sector or None,
        **organisation,
        "text": actor.surface,
        "span": _span(actor.span),
    }


def _whom(actor: Actor | None) -> Object | None:
    return None if actor is None else _who(actor)


def _event(event: Event) -> Object:
    abstained = {"status": "abstained"} if event.status == "abstained" else {}
    return {
        "class": event.kind,
        "quad": event.quad,
        "source": _whom(event.source),
        "target": _whom(event.target),
        "realis": event.realis,
        "confidence": _round(event.confidence),
        **abstained,
        "span": _span(event.span),
        "because": event.because,
    }


def _quote(quote: Quote) -> Object:
    speaker, verb = (_span(span) if span else None for span in (quote.speaker, quote.verb))
    return {"span": _span(quote.span), "speaker": speaker, "verb": verb, "because": quote.because}


def _stance(attitude: Attitude) -> Object:
    return {
        "target": _whom(attitude.target),
        "holder": _whom(attitude.holder),
        "value": _round(attitude.value),
        "confidence": _round(attitude.confidence),
        "span": _span(attitude.span),
        "because": attitude.because,
    }


def _promise(promise: Promise) -> Object:
    due = promise.due.isoformat() if promise.due else None
    span = _span(promise.span)
    return {"who": _whom(promise.who), "to": _whom(promise.to), "due": due, "span": span, "because": promise.because}


def _step(step: PolicyStep) -> Object:
    span = _span(step.span)
    return {
        "step": step.step,
        "body": step.body or None,
        "country": step.country or None,
        "span": span,
        "because": step.because,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"field": span.field, "start": span.start, "end": span.end}


def _spans(spans: tuple[Span, ...]) -> list[Object]:
    return [_span(span) for span in spans]


def _round(value: float) -> float:
    return round(value, DIGITS)
