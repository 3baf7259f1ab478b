"""The brief as one HTML file: no script, no outside request, readable by day, by night and on paper."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from chancery.advise.records import Brief
from chancery.exports.lay_out import Entry, Layout, Line, Part, SourceLine, is_rtl, lay_out, said_by, signature


def write_html(brief: Brief) -> str:
    """Return `brief` as one HTML document; its content policy lets nothing in but its own style."""
    layout = lay_out(brief)
    style = _style()
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    first_use = _first_uses(layout)
    parts = "\n".join(_part(part, layout) for part in layout.parts)
    sources = "\n".join(_source(source, first_use[source.number], layout) for source in layout.sources)
    return f"""<!doctype html>
<html lang="{escape(layout.language)}" dir="{"rtl" if is_rtl(layout.title) else "ltr"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{escape(layout.title)}</title>
<style>{style}</style>
</head>
<body>
<header>
<p class="handling">{escape(layout.mark)} · {escape(layout.state)}</p>
<h1>{escape(layout.title)}</h1>
<p class="about">{escape(layout.mission)}. {escape(layout.moment)}</p>
</header>
<main>
{parts}
<section id="sources" aria-labelledby="sources-title">
<h2 id="sources-title">{escape(layout.labels["sources"])}</h2>
<ol>
{sources}
</ol>
</section>
</main>
<footer><p class="handling">{escape(layout.mark)}</p></footer>
</body>
</html>
"""


def _part(part: Part, layout: Layout) -> str:
    lines = "\n".join(f"<li{_named(line)}>{_line(line, layout)}</li>" for line in part.lines)
    entries = "\n".join(_entry(entry, place, layout) for place, entry in enumerate(part.entries, 1))
    name = escape(part.id)
    listed = f"<ul>\n{lines}\n</ul>\n" if lines else ""
    heading = f'<h2 id="{name}-title">{escape(part.title)}</h2>'
    return f'<section id="{name}" aria-labelledby="{name}-title">\n{heading}\n{listed}{entries}</section>'


def _entry(entry: Entry, place: int, layout: Layout) -> str:
    lines = "\n".join(_paragraph(paragraph, layout) for paragraph in entry.paragraphs)
    signed = f' <span class="speaker">{escape(signature(entry.heading))}</span>' if entry.signed else ""
    heading = f"{place}. {_words(entry.heading, layout)}{signed}{_numbers(entry.heading)}"
    why = f'\n<p class="why">{escape(entry.why)}</p>' if entry.why else ""
    return f'<article id="{escape(entry.id)}">\n<h3{_named(entry.heading)}>{heading}</h3>\n{lines}{why}\n</article>\n'


def _paragraph(lines: tuple[Line, ...], layout: Layout) -> str:
    first, *others = lines
    rest = "".join(f' <span id="{_anchor(line)}">{_words(line, layout)}{_numbers(line)}</span>' for line in others)
    return f"<p{_named(first)}>{_line(first, layout)}{rest}</p>"


def _named(line: Line) -> str:
    kind = line.kind if line.tone == "say" and line.label else line.tone
    return f' id="{_anchor(line)}" class="{kind}"'


def _line(line: Line, layout: Layout) -> str:
    before = said_by(line, layout.labels)
    css = "speaker" if line.tone == "quote" else "label"
    said = f'<span class="{css}">{escape(before)}</span>' if before else ""
    weight = f' <span class="aside">({escape(line.weight)})</span>' if line.weight else ""
    return f"{said}{_words(line, layout)}{weight}{_numbers(line)}"


def _words(line: Line, layout: Layout) -> str:
    if line.tone != "quote":
        return escape(line.words)
    return f"<q{_spoken(line, layout)}>{escape(layout.labels.quote(line.words))}</q>"


def _spoken(line: Line, layout: Layout) -> str:
    foreign = f' lang="{escape(line.lang)}"' if line.lang and line.lang != layout.language else ""
    return f'{foreign} dir="{"rtl" if line.rtl else "ltr"}"'


def _numbers(line: Line) -> str:
    links = (f'<a href="#source-{number}">[{number}]</a>' for number in line.numbers)
    return f' <span class="cite">{" ".join(links)}</span>' if line.numbers else ""


def _source(source: SourceLine, line: str, layout: Layout) -> str:
    spoken = f' lang="{escape(source.lang)}"' if source.lang else ""
    title = f'<span{spoken} dir="auto">{escape(source.title)}</span>'
    if source.url:
        title = f'<a href="{escape(source.url)}" rel="noreferrer noopener">{title}</a>'
    back = f'<a class="back" href="#{line}" aria-label="{escape(layout.labels["back"])}">↩</a>'
    number, outlet = source.number, f". <bdi>{escape(source.outlet)}</bdi>" if source.outlet else ""
    return f'<li id="source-{number}" value="{number}">{title}{outlet}, {escape(source.day)} {back}</li>'


def _first_uses(layout: Layout) -> dict[int, str]:
    """Return the anchor of the first line that cites each number."""
    found: dict[int, str] = {}
    for part in layout.parts:
        for line in (
            *part.lines,
            *(line for entry in part.entries for line in (entry.heading, *(line for p in entry.paragraphs for line in p))),
        ):
            for number in line.numbers:
                found.setdefault(number, _anchor(line))
    return found


def _anchor(line: Line) -> str:
    return escape(f"b-{line.id}".replace(" ", "-"))


@cache
def _style() -> str:
    return (files("chancery.exports") / "style.css").read_text(encoding="utf-8").strip()


def _digest(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()
