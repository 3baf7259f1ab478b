"""Names of States, their people and their places, found in a text: the longest match over the whole dictionary wins."""

from collections.abc import Iterator
from typing import NamedTuple

from chancery.watch.language.fold_exactly import Folded, fold_exactly
from chancery.watch.language.match_forms import Found, longest, match_forms
from chancery.watch.language.pack import Form, NameKind, Pack
from chancery.watch.language.same_accents import same_accents

BESIDE = 40
"""Signs within which another sure country makes a doubtful form a country's name. Set by hand."""


ARTICLE = 4
"""Signs that may stand between a cue and the name it leads to: an article."""


class Hit(NamedTuple):
    """A name found: `text[start:end]` of the given text; `because` is the line of the pack."""

    code: str
    kind: NameKind
    start: int
    end: int
    because: str = ""


def match_names(text: str, pack: Pack) -> tuple[Hit, ...]:
    """Return the names in `text`, in order, none over another."""
    return match_names_folded(text, fold_exactly(text), pack)


def match_names_folded(text: str, folded: Folded, pack: Pack) -> tuple[Hit, ...]:
    """Do what `match_names` does, for a text that is folded already."""
    accents = "" if text.isascii() else pack.settings.accents
    own = list(match_forms(folded, pack.names))
    told = {(start, end) for start, end, _, _ in own}  # what the pack itself says of a form stands
    abroad = (hit for forms in pack.foreign for hit in match_forms(folded, forms) if hit[:2] not in told)
    found: list[Found[Form]] = []
    for start, end, length, forms in (*own, *abroad):
        fitting = _fitting(text, folded.span(start, end), forms, accents)
        if fitting:
            found.append(Found(start, end, length, tuple(form for form in fitting if form.own) or fitting))
    kept = longest(found)
    sure = [each for each in kept if not _doubtful(each)]
    return tuple(_choose([each for each in kept if not _doubtful(each) or _cued(each, sure, folded, pack)], folded))


def _fitting(text: str, span: tuple[int, int], forms: tuple[Form, ...], accents: str) -> tuple[Form, ...]:
    """Return the forms whose capitals and accents the words at a span bear."""
    if text[span[0]].islower():
        forms = tuple(form for form in forms if not form.capital)
    if _last_small(text, span):
        forms = tuple(form for form in forms if not form.last_capital)
    if accents:
        forms = tuple(form for form in forms if same_accents(text, span, form.written, accents))
    return forms


def _last_small(text: str, span: tuple[int, int]) -> bool:
    """Tell whether the last of several words begins with a small letter."""
    last = text.rfind(" ", *span)
    return last >= 0 and text[last + 1].islower()


def _doubtful(found: Found[Form]) -> bool:
    return all(form.doubt for form in found.meanings)


def _cued(found: Found[Form], sure: list[Found[Form]], folded: Folded, pack: Pack) -> bool:
    """Tell whether a doubtful form means a country here: the same country elsewhere, another close by, a cue beside it."""
    codes = {form.code for form in found.meanings}
    place = all(form.kind == "place" for form in found.meanings)
    for other in sure:
        if codes & {form.code for form in other.meanings}:
            return True
        near = max(found.start - other.end, other.start - found.end) <= BESIDE
        if near and not place and any(form.kind != "not" for form in other.meanings):
            return True
    first = max(0, found.start - BESIDE)
    around = Folded(folded.text[first : found.end + BESIDE])
    for start, end, _, cues in match_forms(around, pack.beside):
        marks = {cue.mark for cue in cues}
        between = folded.text[first + end : found.start] if "before" in marks else "-"
        beyond = folded.text[found.end : first + start] if "after" in marks else "-"
        if (first + end <= found.start and not between.strip()) or (first + start >= found.end and not beyond.strip()):
            return True
    return False


def is_placed(lead: str, pack: Pack) -> bool:
    """Tell whether words end in a cue that stands before a place or country: "in", "government of"; an article may follow."""
    folded = fold_exactly(lead)
    length = len(folded.text.rstrip())
    return any(
        length - end <= ARTICLE and any(cue.mark == "before" for cue in cues)
        for _, end, _, cues in match_forms(folded, pack.beside)
    )


def _choose(found: list[Found[Form]], folded: Folded) -> Iterator[Hit]:
    """Yield each hit with one code: where several States share a name, the one named elsewhere; else none."""
    sure = {each.meanings[0].code for each in found if len({form.code for form in each.meanings}) == 1}
    for each in found:
        if each.meanings[0].kind == "pair":
            yield from _pair(each, folded)
            continue
        ranked = sorted(each.meanings, key=lambda form: (form.kind != "name", form.kind))
        best = [form for form in ranked if form.kind == ranked[0].kind]
        codes = {form.code for form in best}
        named = codes & sure
        if len(codes) == 1 or len(named) == 1:
            chosen = next(form for form in best if len(codes) == 1 or form.code in named)
            if chosen.kind != "not":
                yield Hit(chosen.code, chosen.kind, *folded.span(each.start, each.end), chosen.because)


def _pair(found: Found[Form], folded: Folded) -> Iterator[Hit]:
    """Yield a hit for each State of a pair: the sign that stands for it, the last with all that follows."""
    forms = [form for form in found.meanings if form.kind == "pair"]
    signs = [place for place in range(found.start, found.end) if folded.text[place] != " "]
    for number, form in enumerate(forms[: len(signs)]):
        last = number == len(forms) - 1 or number == len(signs) - 1
        end = found.end if last else signs[number + 1]
        yield Hit(form.code, "name", *folded.span(signs[number], end), form.because)
