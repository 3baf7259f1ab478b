"""The 5,671 files of the shared set, counted as benchmarks/feeds.py counts them."""

from pathlib import Path

import pytest
from benchmarks.feeds import compare, unpack
from benchmarks.gate import SHARED


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "feeds").is_dir(), reason=f"the shared set {SHARED / 'feeds'} is not there")
def test_every_shared_feed_is_counted_right_and_none_breaks_us(tmp_path: Path) -> None:
    unpack(SHARED / "feeds", tmp_path)
    found = compare(tmp_path)
    assert found.wrong == []
    assert (found.files, found.right, found.counted, len(found.refused)) == (5_671, 5_266, 5_266, 4)
    assert found.seconds < 120
