"""Steps of a State's policy: a bill, a decree, a budget, an appointment, an election; by which body, of which country."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from chancery.common.citation import Span
from chancery.watch.facts.cut_sentences import Sentence
from chancery.watch.facts.records import Actor, PolicyStep
from chancery.watch.language import CueHit

_BODY_OF_SECTOR: Final = MappingProxyType({"LEG": "parliament", "JUD": "court", "GOV": "government"})
_BODY_OF_OFFICE: Final = MappingProxyType(
    {
        "head_of_state": "president",
        "monarch": "monarch",
        "legislator": "parliament",
        "speaker": "parliament",
        "judge": "court",
        "central_bank_governor": "central_bank",
        "commissioner": "commission",
    }
)


def read_policy(sentences: Sequence[Sentence], focus: str) -> tuple[PolicyStep, ...]:
    """Return the steps of policy in an article, one a sentence and kind. `focus` is its country, "" where it has none."""
    found: list[PolicyStep] = []
    for sentence in sentences:
        told: set[str] = set()
        for hit in sentence.cues.get("policy", ()):
            if hit.value in told:
                continue
            told.add(hit.value)
            doer = _nearest(sentence.actors, hit)
            named = next((actor.code for actor in sentence.actors if actor.code and not actor.organisation), focus)
            found.append(
                PolicyStep(
                    hit.value,
                    hit.mark or (_body(doer) if doer else ""),
                    doer.code if doer and doer.code and not doer.organisation else named,
                    Span(sentence.field, hit.start, hit.end),
                    sentence.text[hit.start : hit.end],
                    f"policy.tsv:{hit.line}",
                )
            )
    return tuple(found)


def _nearest(actors: Sequence[Actor], hit: CueHit) -> Actor | None:
    """Return the actor with an office or a body that stands closest before a step, else closest after it."""
    public = [actor for actor in actors if _body(actor)]
    before = [actor for actor in public if actor.span.end <= hit.start]
    return before[-1] if before else next(iter(public), None)


def _body(actor: Actor) -> str:
    if actor.office:
        return _BODY_OF_OFFICE.get(actor.office, "ministry" if actor.office.endswith("minister") else "government")
    return _BODY_OF_SECTOR.get(actor.sector, "")
