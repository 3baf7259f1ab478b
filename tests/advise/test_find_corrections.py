"""An outlet that corrects itself is found in many languages; two counts of one thing are kept apart."""

import pytest
from tests.builders.briefs import article, story

from chancery.advise.find_corrections import find_correction, find_denial, find_difference


@pytest.mark.parametrize(
    ("title", "corrects"),
    [
        ("Correction: three dead, not eleven", True),
        ("RECTIFICATIF - Trois morts et non onze", True),
        ("Đính chính: ba người thiệt mạng", True),
        ("Tribune corrects toll of ferry", True),
        ("تصحيح: ثلاثة قتلى", True),
        ("Fe de erratas: tres muertos", True),
        ("Correctional facility opens", False),
        ("Minister corrects course on tiles", False),
    ],
)
def test_a_correction_says_so_in_its_title(title: str, corrects: bool) -> None:
    assert (find_correction(story("s", article("a", title=title))) is not None) is corrects


def test_two_outlets_that_count_the_same_thing_differently_differ() -> None:
    one = article("a", "Divers found 38 bodies off Cormel.", title="Divers at work")
    other = article("b", "Divers found 41 bodies off Cormel.", title="More found", source="phare")
    found = find_difference([one, other])
    assert found is not None
    assert {found.one, found.other} == {"38 bodies", "41 bodies"}


def test_one_outlet_that_counts_on_does_not_differ_with_itself() -> None:
    one, other = article("a", "Divers found 38 bodies."), article("b", "Divers found 41 bodies.")
    assert find_difference([one, other]) is None


def test_two_days_are_no_two_counts() -> None:
    one = article("a", "Ministers meet on 19 March in the capital.", title="Ministers meet")
    other = article("b", "Ministers meet on 20 March in the capital.", title="They meet", source="phare")
    assert find_difference([one, other]) is None


@pytest.mark.parametrize(
    ("title", "denies"),
    [
        ("Trade Ministry denies hearing is put back", True),
        ("Le ministère dément tout report de l'audition", True),
        ("El Gobierno desmiente el aplazamiento", True),
        ("Bộ Công Thương bác bỏ tin hoãn phiên điều trần", True),
        ("Министерство опровергло перенос слушаний", True),
        ("الوزارة تنفي تأجيل الجلسة", True),
        ("商务部否认推迟听证", True),
        ("Ilmara denies visas to twelve students", False),
        ("Court denies the captain bail", False),
        ("Démentis et rumeurs de la semaine : le port", True),
        ("Dementia clinic opens", False),
    ],
)
def test_a_denial_says_so_in_its_title(title: str, denies: bool) -> None:
    assert (find_denial([article("a", title=title)]) is not None) is denies
