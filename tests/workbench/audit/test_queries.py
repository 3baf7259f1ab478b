import ast
from pathlib import Path

import pytest
from tests.workbench.build import build_mission, build_three, build_viewer

from chancery.common.errors import NotAllowed
from chancery.workbench.audit.operations import write_audit
from chancery.workbench.audit.queries import PAGE, list_audit
from chancery.workbench.words import ACTS, THINGS

pytestmark = pytest.mark.django_db

SOURCE = Path(__file__).parents[3] / "src" / "chancery" / "workbench"


def test_who_did_what_is_read_by_the_administrator_of_that_mission_alone():
    lanval, lumbra = build_mission(), build_mission("lumbra")
    of_section, of_mission, _ = build_three(lanval, lumbra)
    keeper, outsider = build_viewer(lanval, "thu", "administrator"), build_viewer(lumbra, "dora", "administrator")
    write_audit(of_section, "write", "note", "article a1", "official", signs=12)

    newest = list_audit(keeper).acts[0]
    assert (newest.name, newest.verb, newest.ref, newest.mark, newest.details) == (
        "Ngoc",
        "write",
        "article a1",
        "official",
        (("signs", "12"),),
    )
    assert all(act.verb != "write" for act in list_audit(outsider).acts)
    for viewer in (of_section, of_mission):
        with pytest.raises(NotAllowed):
            list_audit(viewer)


def test_it_is_read_page_by_page_newest_first():
    keeper = build_viewer(build_mission(), "thu", "administrator")
    for number in range(PAGE + 3):
        write_audit(keeper, "look", "source", f"s{number}")
    first, second = list_audit(keeper), list_audit(keeper, 2)
    assert (first.acts[0].ref, first.more, second.more) == (f"s{PAGE + 2}", True, False)
    assert not {act.ref for act in first.acts} & {act.ref for act in second.acts if act.verb == "look"}


def test_every_act_and_every_thing_of_an_audit_row_has_its_word():
    written = {"write_audit": 1, "write_audit_outside": 0}
    acts, things = set(), set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (first := written.get(getattr(node.func, "id", ""))) is not None:
                verb, thing = node.args[first : first + 2]
                acts |= {each.value for each in ast.walk(verb) if isinstance(each, ast.Constant)}
                things |= {each.value for each in ast.walk(thing) if isinstance(each, ast.Constant)}
    assert "mail" in acts
    assert acts - {True, False} <= ACTS.keys()
    assert things <= THINGS.keys()
