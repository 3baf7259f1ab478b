"""The tables of a mission on disk, one function a kind of table."""

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

from chancery.advise.records import Conversation, Paper, PaperKind
from chancery.common.likelihood import Band, LikelihoodTable
from chancery.common.mark import DEFAULT_MARK, MARKS
from chancery.common.mission import Accreditation, Mission, Place, Section, Theme
from chancery.sources.fields import Fields
from chancery.sources.package_data import read_likelihood
from chancery.sources.place_names import name_by_cldr
from chancery.sources.records import Posting
from chancery.sources.safe_links import safe_link
from chancery.watch.records import Rights, Source, Stance

STANCES: tuple[Stance, ...] = get_args(Stance)
PAPER_KINDS: tuple[PaperKind, ...] = get_args(PaperKind)
STATUSES = ("open", "done", "answered")


def read_mission(fields: Fields, places: tuple[Place, ...]) -> Mission:
    """Return the mission of mission.toml with its own table of places; a State of ours that is not in it is named by CLDR."""
    languages = fields.languages("languages")
    if not languages:
        raise fields.fault("languages", "is empty; name the brief's own language first")
    sending_state = fields.text("sending_state")
    accreditations = tuple(_read_accreditation(each) for each in fields.tables("accreditations"))
    ours = (sending_state, *(each.code for each in accreditations))
    mission = Mission(
        id=fields.text("id"),
        name=fields.text("name"),
        sending_state=sending_state,
        languages=languages,
        time_zone=fields.zone("time_zone"),
        accreditations=accreditations,
        sections=tuple(_read_section(each) for each in fields.tables("sections")),
        places=(*places, *name_by_cldr(ours, languages, places)),
        likelihood=_read_likelihood(fields) or read_likelihood(languages[0]),
        ceiling=fields.choice("ceiling", MARKS, DEFAULT_MARK),
    )
    named = {place.code for place in mission.places}
    for each in accreditations:
        if each.code not in named:
            raise fields.fault("accreditations", f"{each.code!r} has no name; give it a [[place]] with names in places.toml")
    fields.finish()
    return mission


def read_place(fields: Fields) -> Place:
    """Return one place of places.toml."""
    place = Place(
        code=fields.text("code"),
        kind=fields.choice("kind", ("state", "organisation")),
        names=fields.pairs("names"),
        forms=fields.pairs("forms"),
    )
    fields.finish()
    return place


def read_posting(fields: Fields) -> Posting:
    """Return one post of the mission's staff."""
    posting = Posting(fields.text("office"), fields.text("section", ""), fields.flag("local", False), fields.day("leaves"))
    fields.finish()
    return posting


def read_source(fields: Fields) -> Source:
    """Return one outlet of sources.toml."""
    hours, words = fields.number("every_hours"), fields.count("quote_words")
    if hours is not None and hours <= 0:
        raise fields.fault("every_hours", f"{hours:g} will not do; write hours above 0")
    rights = Rights()
    source = Source(
        id=fields.text("id"),
        name=fields.text("name"),
        url=_read_link(fields, "url"),
        home=_read_link(fields, "home"),
        country=fields.text("country", ""),
        languages=fields.languages("languages"),
        owner=fields.text("owner", ""),
        affiliation=fields.choice("affiliation", STANCES, "unknown"),
        rights=Rights(
            fields.flag("keep_full_text", rights.keep_full_text),
            rights.quote_words if words is None else words,
            fields.flag("pass_on", rights.pass_on),
        ),
        every=None if hours is None else timedelta(hours=hours),
        mark=fields.choice("mark", MARKS, "public"),
    )
    fields.finish()
    return source


def read_record(fields: Fields, mission: str) -> Conversation | Paper:
    """Return one record of conversation or paper of records/."""
    if fields.table.get("kind") == "conversation":
        fields.choice("kind", ("conversation",))
        record: Conversation | Paper = _read_conversation(fields, mission)
    else:
        record = _read_paper(fields, mission, fields.choice("kind", PAPER_KINDS))
    fields.finish()
    return record


def _read_conversation(fields: Fields, mission: str) -> Conversation:
    return Conversation(
        id=fields.text("id"),
        mission=mission,
        date=_read_date(fields),
        office=fields.text("office"),
        place=fields.text("place", ""),
        title=fields.text("title"),
        text=fields.text("text"),
        protected=fields.flag("protected", False),
        differs=fields.flag("differs", False),
        story_terms=fields.texts("story_terms"),
        readers=fields.texts("readers"),
        mark=fields.choice("mark", MARKS, DEFAULT_MARK),
    )


def _read_paper(fields: Fields, mission: str, kind: PaperKind) -> Paper:
    return Paper(
        id=fields.text("id"),
        mission=mission,
        kind=kind,
        date=_read_date(fields),
        title=fields.text("title"),
        text=fields.text("text", ""),
        due=fields.day("due"),
        status=fields.choice("status", STATUSES, "open"),
        owner=fields.text("owner", ""),
        deputy=fields.text("deputy", ""),
        value=fields.number("value"),
        unit=fields.text("unit", ""),
        n=fields.count("n"),
        asked=fields.count("asked"),
        story_terms=fields.texts("story_terms"),
        readers=fields.texts("readers"),
        mark=fields.choice("mark", MARKS, DEFAULT_MARK),
    )


def _read_date(fields: Fields) -> date:
    found = fields.day("date")
    if found is None:
        raise fields.fault("date", "is missing; write a day such as 2026-03-09")
    return found


def _read_accreditation(fields: Fields) -> Accreditation:
    accreditation = Accreditation(fields.text("code"), fields.choice("residence", ("resident", "concurrent")))
    fields.finish()
    return accreditation


def _read_section(fields: Fields) -> Section:
    section = Section(fields.text("id"), fields.text("name"), tuple(_read_theme(each) for each in fields.tables("themes")))
    fields.finish()
    return section


def _read_theme(fields: Fields) -> Theme:
    theme = Theme(fields.text("id"), fields.text("name"), fields.texts("terms"))
    if not theme.terms:
        raise fields.fault("terms", "is empty; name at least one word to look for")
    fields.finish()
    return theme


def _read_likelihood(fields: Fields) -> LikelihoodTable:
    bands = tuple(_read_band(each) for each in fields.tables("likelihood"))
    for before, after in pairwise(bands):
        if after.low < before.high:
            raise fields.fault(
                "likelihood", f"{after.term!r} begins below the end of {before.term!r}; write the bands in rising order"
            )
    return bands


def _read_band(fields: Fields) -> Band:
    term, low, high = fields.text("term"), fields.number("low"), fields.number("high")
    if low is None or high is None or not 0 <= low < high <= 1:
        raise fields.fault("low", f"the band of {term!r} needs a low and a high from 0 to 1, low first")
    fields.finish()
    return Band(term, low, high)


def _read_link(fields: Fields, field: str) -> str:
    link = fields.text(field, "")
    if link and not safe_link(link):
        raise fields.fault(field, f"{link!r} is no address we fetch; write one that begins with https:// or http://")
    return safe_link(link)
