"""The brief in a terminal: colour, widths that fit, links that can be clicked."""

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.text import Text

from chancery.advise.records import Brief
from chancery.exports.lay_out import Entry, Layout, Line, Part, SourceLine, lay_out, said_by, signature

WIDEST = 100
"""Signs in a line, wide screen or not: longer lines are hard to read."""
ISOLATES = {0x2068: None, 0x2069: None}
"""Signs that keep two directions apart; few terminals know them, and the others print a box."""
STYLES = {"quote": "", "say": "", "aside": "dim"}
LABELS = {"assessment": "bold magenta", "recommendation": "bold yellow", "outlook": "bold magenta"}


def write_terminal(brief: Brief, console: Console) -> None:
    """Print `brief` on `console`; a terminal that can gets colour and links (OSC 8), a file gets plain text."""
    layout = lay_out(brief)
    links = {source.number: source.url for source in layout.sources}
    width = min(console.width, WIDEST)
    console.print(Text(layout.title, style="bold"), width=width)
    console.print(Text(f"{layout.mission}. {layout.moment}", style="dim"), width=width)
    console.print(Text(f"{layout.mark.upper()} · {layout.state}", style="bold red"), width=width)
    for part in layout.parts:
        _print_part(part, layout, links, console, width)
    _print_title(layout.labels["sources"], console, width)
    for source in layout.sources:
        console.print(Padding(_source(source), (0, 0, 0, 2)), width=width)


def _print_part(part: Part, layout: Layout, links: dict[int, str], console: Console, width: int) -> None:
    _print_title(part.title, console, width)
    for line in part.lines:
        console.print(_bullet(_line(line, layout, links), "•"), width=width)
    for place, entry in enumerate(part.entries, 1):
        _print_entry(entry, place, layout, links, console, width)


def _print_title(title: str, console: Console, width: int) -> None:
    console.print()
    console.print(Rule(Text(title, style="bold cyan"), align="left", style="cyan"), width=width)


def _print_entry(entry: Entry, place: int, layout: Layout, links: dict[int, str], console: Console, width: int) -> None:
    heading = Text(f"{place}. {layout.labels.quote(entry.heading.words)}", style="bold")
    if entry.signed:
        heading.append(f" {signature(entry.heading)}".translate(ISOLATES), style="not bold green")
    console.print()
    console.print(heading.append_text(_numbers(entry.heading, links)), width=width)
    for first, *others in entry.paragraphs:
        text = _line(first, layout, links)
        for line in others:
            text.append(" ").append_text(_words(line, layout, links))
        console.print(Padding(text, (0, 0, 0, 3)), width=width)
    if entry.why:
        console.print(Padding(Text(entry.why, style="dim italic"), (0, 0, 0, 3)), width=width)


def _bullet(text: Text, sign: str) -> Padding:
    return Padding(Text(f"{sign} ", style="cyan").append_text(text), (0, 0, 0, 2))


def _line(line: Line, layout: Layout, links: dict[int, str]) -> Text:
    before = Text(said_by(line, layout.labels).translate(ISOLATES), style=LABELS.get(line.kind, "green"))
    return Text(style=STYLES[line.tone]).append_text(before).append_text(_words(line, layout, links))


def _words(line: Line, layout: Layout, links: dict[int, str]) -> Text:
    text = Text(layout.labels.quote(line.words) if line.tone == "quote" else line.words)
    if line.weight:
        text.append(f" ({line.weight})", style="dim")
    return text.append_text(_numbers(line, links))


def _numbers(line: Line, links: dict[int, str]) -> Text:
    text = Text()
    for number in line.numbers:
        text.append(" ").append(f"[{number}]", style=Style(color="blue", link=links.get(number) or None, bold=False))
    return text


def _source(source: SourceLine) -> Text:
    text = Text(f"[{source.number}] ", style="blue")
    text.append(source.title, style=Style(link=source.url or None))
    text.append(f". {source.outlet}, {source.day}" if source.outlet else f", {source.day}", style="dim")
    if source.url:
        text.append(f". {source.url}", style=Style(dim=True, link=source.url))
    return text
