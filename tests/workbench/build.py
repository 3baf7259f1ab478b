"""Builders: a mission, its people as viewers, sources and articles."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from chancery.advise.records import Conversation, Paper
from chancery.common.mission import Accreditation, Mission, Place, Section, Theme
from chancery.watch.records import Article, Source
from chancery.workbench.advise.operations import store_conversations, store_papers
from chancery.workbench.people.models import MembershipRow, MissionRow, PersonRow
from chancery.workbench.people.operations import Newcomer, add_person, store_mission
from chancery.workbench.people.queries import read_viewer, system_viewer
from chancery.workbench.viewer import Viewer
from chancery.workbench.watch.operations import read_waiting, store_articles, store_sources

MORNING = datetime(2026, 3, 17, 6, 30, tzinfo=UTC)
PASSWORD = "correct horse battery staple"


def mission_record(slug: str = "lanval", ceiling: str = "sensitive") -> Mission:
    return Mission(
        id=slug,
        name=f"Embassy in {slug.title()}",
        sending_state="XV",
        languages=("en", "vi"),
        time_zone="UTC",
        accreditations=(Accreditation("XM", "resident"),),
        sections=(
            Section("political", "Political section", (Theme("cabinet", "Cabinet", ("cabinet", "nội các")),)),
            Section("economic", "Economic section", (Theme("tiles", "Tiles", ("ceramic tile", "anti-dumping")),)),
        ),
        places=(
            Place("XM", "state", (("en", "Ilmara"),), (("en", "Ilmaran"), ("en", "Port Lanval"))),
            Place("XV", "state", (("en", "Vanlan"),), (("en", "Vanlanese"),)),
        ),
        ceiling=ceiling,
    )


def build_mission(slug: str = "lanval", ceiling: str = "sensitive") -> MissionRow:
    return store_mission(mission_record(slug, ceiling))


def build_person(mission: MissionRow, username: str, role: str = "officer", sections: tuple[str, ...] = ()) -> PersonRow:
    newcomer = Newcomer(PASSWORD, username, username.title(), f"{username}@{mission.slug}.example")
    return add_person(mission, newcomer, role, sections)


def build_viewer(
    mission: MissionRow, username: str, role: str = "officer", sections: tuple[str, ...] = (), ceiling: str = ""
) -> Viewer:
    person = build_person(mission, username, role, sections)
    if ceiling:
        MembershipRow.objects.filter(person=person).update(ceiling=ceiling)
    found = read_viewer(person)
    assert found is not None
    return found


def build_three(mission: MissionRow, other: MissionRow) -> tuple[Viewer, Viewer, Viewer]:
    """Return one of the political section, one of the same mission, one of another mission."""
    return (
        build_viewer(mission, "ngoc", sections=("political",)),
        build_viewer(mission, "emre", sections=("economic",)),
        build_viewer(other, "ana", sections=("political",)),
    )


def machine(mission: MissionRow) -> Viewer:
    return system_viewer(mission)


def build_source(ref: str = "ina", **fields: object) -> Source:
    return Source(ref, ref.upper(), country="XM", languages=("en",), owner=ref, **fields)  # type: ignore[arg-type]


def build_article(number: int, title: str = "", text: str = "", source: str = "ina", **fields: object) -> Article:
    seen = fields.pop("seen", MORNING - timedelta(hours=20) + timedelta(minutes=number))
    return Article(
        id=str(fields.pop("id", f"a{number}")),
        source=source,
        title=title or f"Ilmaran cabinet meets on matter {number}",
        seen=seen,  # type: ignore[arg-type]
        claimed=seen,  # type: ignore[arg-type]
        text=text or f"The cabinet of Ilmara met in Port Lanval on Monday about matter number {number}. It decided nothing.",
        url=f"https://{source}.example/{number}",
        **fields,  # type: ignore[arg-type]
    )


def build_talk(ref: str = "c1", readers: tuple[str, ...] = (), mark: str = "official", mission: str = "lanval") -> Conversation:
    return Conversation(
        id=ref,
        mission=mission,
        date=date(2026, 3, 16),
        office="Director for Europe, Ministry of Foreign Affairs",
        place="Port Lanval",
        title=f"Talk {ref} on the cabinet",
        text="The Director said that the cabinet will not change before May.",
        story_terms=("cabinet",),
        readers=readers,
        mark=mark,
    )


def build_paper(ref: str = "p1", readers: tuple[str, ...] = (), mark: str = "official", **fields: object) -> Paper:
    return Paper(
        id=ref,
        mission="lanval",
        kind=fields.pop("kind", "instruction"),  # type: ignore[arg-type]
        date=date(2026, 3, 10),
        title=f"Instruction {ref}: report on the cabinet",
        text="Report on the composition of the cabinet of Ilmara by Thursday.",
        due=date(2026, 3, 19),
        owner="political",
        story_terms=("cabinet",),
        readers=readers,
        mark=mark,
        **fields,  # type: ignore[arg-type]
    )


def build_matters(count: int, **fields: object) -> list[Article]:
    """Return articles that have no word in common, so that each is a story of its own."""
    return [
        build_article(number, f"{_words(number, 5)}", f"{_words(number + 500, 40)}.", **fields)
        for number in range(1, count + 1)
    ]


def _words(seed: int, count: int) -> str:
    digests = (sha256(f"{seed} {place}".encode()).hexdigest() for place in range(count))
    return " ".join("".join(chr(ord("a") + int(sign, 16)) for sign in digest[:7]) for digest in digests)


def fill_mission(mission: MissionRow, articles: list[Article] | None = None, **kept: tuple[object, ...]) -> Viewer:
    """Store two sources, articles, conversations (`talks`) and papers, read everything, and return the machine's viewer."""
    system = machine(mission)
    store_sources(system, (build_source("ina"), build_source("tribune"), build_source("heard", mark="sensitive")))
    store_articles(system, build_cabinet() if articles is None else articles)
    store_conversations(system, kept.get("talks", ()))  # type: ignore[arg-type]
    store_papers(system, kept.get("papers", ()))  # type: ignore[arg-type]
    while read_waiting(system):
        pass
    return system


def build_cabinet() -> list[Article]:
    """Return one affair that concerns the mission, told by two outlets, and one that does not."""
    first = (
        "The prime minister of Ilmara named nine ministers in Port Lanval on Monday. The cabinet meets on Thursday at 10:00."
    )
    second = (
        "Ilmara has a new cabinet of nine ministers. The opposition in Port Lanval called the list thin and asked for a vote."
    )
    other = "A museum far away opened its doors to children. It shows ships and maps from old times."
    return [
        build_article(1, "Ilmara names a new cabinet of nine ministers", first, "ina", lang="en"),
        build_article(2, "New cabinet of nine ministers in Ilmara", second, "tribune", lang="en"),
        build_article(3, "A museum opens its doors", other, "tribune", lang="en"),
    ]
