import time

import pytest

from chancery.sources.guard_xml import read_prolog


def test_what_stands_before_the_root_is_passed_over() -> None:
    prolog = read_prolog("<?xml version='1.0'?>\n<!-- <opml> -->\n<?style x?><!DOCTYPE rss><a:RSS version='2.0'>x")
    assert (prolog.root, prolog.body, prolog.refused) == ("rss", "<a:RSS version='2.0'>x", None)


def test_a_quoted_bracket_opens_no_subset() -> None:
    assert read_prolog('<!DOCTYPE html PUBLIC "-//W3C//[DTD]//EN"><html>').refused is None


@pytest.mark.parametrize("junk", ["<", "<!--", "<?", "<!", "<!DOCTYPE "])
def test_a_flood_of_openings_is_read_in_no_time(junk: str) -> None:
    begun = time.process_time()
    read_prolog(junk * (200_000 // len(junk)))
    assert time.process_time() - begun < 2
