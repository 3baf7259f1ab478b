"""Numbers written in words: "twenty-one", "hai mươi mốt", "quatre-vingts", "двенадцати", "二十三"."""

import re
from collections.abc import Iterator

from chancery.common.number_words import ADDED, ALONE_IS_NO_NUMBER, CONNECTORS, HAN, HAN_TIMES, ONE, TIMES

Spelled = tuple[float | None, int, int]
"""Value, start, end; the value is None for an article that is a number only before a scale ("a million")."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GAP = re.compile(r"[ \u00a0-]{1,2}")
_HAN_RUN = re.compile(rf"[{''.join(HAN)}{''.join(HAN_TIMES)}]+")
_HAN_COUNTED = re.compile("[个個名人家国國岁歲次位艘辆輛架座枚只隻头頭万萬亿億吨噸米层層]")
_FOUR, _TWENTY = 4, 20
_ARABIC = "\u0600"
"""The first sign of the script; of those with number words here it alone puts units before tens."""


def spelled_numbers(text: str, language: str) -> Iterator[Spelled]:
    """Yield the numbers written in words in `text`, of `language` or, where it is "", of words that mean nothing else."""
    yield from _han_numbers(text)
    known = language if language in ADDED else ""
    added, times = ADDED[known], TIMES.get(known, {})
    run: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(text):
        word = _plain(match.group().casefold(), added)
        near = bool(run) and _GAP.fullmatch(text, run[-1][2], match.start()) is not None
        if word in added or word in times or (word in ONE and not (near and word in ("a", "an"))):
            if not (near and _goes_on(run, word, added, times)):
                yield from _close(run, added, times, known)
                run = []
            run.append((word, match.start(), match.end()))
        elif not (near and word in CONNECTORS.get(known, ())):
            yield from _close(run, added, times, known)
            run = []
        else:
            run.append((word, match.start(), match.end()))
    yield from _close(run, added, times, known)


def _plain(word: str, added: dict[str, int]) -> str:
    """Return a word without the Arabic "and" before it."""
    return word[1:] if word.startswith("و") and word[1:] in added else word


def _goes_on(run: list[tuple[str, int, int]], word: str, added: dict[str, int], times: dict[str, int]) -> bool:
    """Tell whether `word` belongs to the number begun: a smaller one follows a greater, a multiplier follows a smaller."""
    groups = _groups(run, added, times)
    last = groups[-1] if groups else 0
    if word in times:
        return last < times[word]
    value = added.get(word, 1)
    turned = last < 10 and value >= _TWENTY and word[0] >= _ARABIC  # "three and twenty"
    return not groups or value < last or (last == _FOUR and value == _TWENTY) or turned


def _groups(run: list[tuple[str, int, int]], added: dict[str, int], times: dict[str, int]) -> list[int]:
    groups: list[int] = []
    for word, _, _ in run:
        if word in times:
            last = groups.pop() if groups and groups[-1] < times[word] else 1
            groups.append(last * times[word])
        elif word in added and groups and groups[-1] == _FOUR and added[word] == _TWENTY:
            groups[-1] = _FOUR * _TWENTY
        elif word in added or word in ONE:
            groups.append(added.get(word, 1))
    return groups


def _close(run: list[tuple[str, int, int]], added: dict[str, int], times: dict[str, int], language: str) -> Iterator[Spelled]:
    while run and run[-1][0] not in added and run[-1][0] not in times and run[-1][0] not in ONE:
        run = run[:-1]  # an "and" that led nowhere
    if not run:
        return
    start, end = run[0][1], run[-1][2]
    if len(run) == 1 and run[0][0] in ONE and run[0][0] not in added:
        yield None, start, end
    elif len(run) > 1 or run[0][0] not in ALONE_IS_NO_NUMBER.get(language, ()):
        yield float(sum(_groups(run, added, times))), start, end


def _han_numbers(text: str) -> Iterator[Spelled]:
    for match in _HAN_RUN.finditer(text):
        written, counted = match.group(), _HAN_COUNTED.match(text, match.end()) is not None
        if len(written) == 1 and (not counted or written in "一〇零千百"):
            continue
        if len(written) > 1 and not counted and not any(sign in HAN_TIMES for sign in written):
            continue
        yield float(_han_value(written)), match.start(), match.end()


def _han_value(written: str) -> int:
    groups = [0]
    for sign in written:
        if sign in HAN_TIMES:
            last = groups.pop() if 0 < groups[-1] < HAN_TIMES[sign] else 1
            groups.append(last * HAN_TIMES[sign])
        else:
            groups.append(HAN[sign])
    return sum(groups)
