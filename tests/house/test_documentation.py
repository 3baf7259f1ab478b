"""Documentation is a tested promise: every command, option, setting, error and page is in it."""

import ast
import re
from pathlib import Path

import click
import pytest

from chancery.cli import COMMANDS, group
from chancery.common import errors

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
KINDS = {"tutorials", "how-to", "reference", "explanation", "decisions"}
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def _pages() -> list[Path]:
    return [*sorted(DOCS.rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]


def _commands(command: click.Command, path: tuple[str, ...]) -> list[tuple[str, click.Command]]:
    found = [(" ".join(path), command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None, f"{name} is listed but not there"
            found += _commands(inner, (*path, name))
    return found


def test_docs_are_of_four_kinds_and_decisions() -> None:
    assert {path.name for path in DOCS.iterdir() if path.is_dir()} == KINDS


def test_every_page_is_in_the_index() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    missing = [str(page.relative_to(DOCS)) for page in sorted(DOCS.rglob("*.md")) if page.name != "index.md"]
    assert [page for page in missing if f"({page})" not in index] == []


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in _pages()
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not target.startswith(("http://", "https://", "mailto:")) and not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_command_and_every_option_is_documented() -> None:
    reference = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for path, command in _commands(group, ("chancery",)):
        assert f"`{path}" in reference, f"{path} is not in docs/reference/commands.md"
        for parameter in command.params:
            for option in parameter.opts if isinstance(parameter, click.Option) else ():
                if option.startswith("--") and option not in ("--help", "--version"):
                    assert option in reference, f"{path} {option} is not in docs/reference/commands.md"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_of_every_command_teaches_with_an_example(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    context = click.Context(command, info_name=f"chancery {name}")
    assert "chancery " + name in command.get_help(context).split("Usage:", 1)[1].split("\n", 1)[1], "no example in the help"


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    reference = (DOCS / "reference" / "settings.md").read_text(encoding="utf-8")
    read = set()
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"CHANCERY_[A-Z_]+", node.value):
                read.add(node.value)
    assert read == set(re.findall(r"`(CHANCERY_[A-Z_]+)`", reference))


def test_every_error_stands_in_the_tree_at_the_top_of_its_file() -> None:
    names = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert {name for name in names if not re.search(rf"\b{name}\b", errors.__doc__ or "")} == set()


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
    for path in sorted((DOCS / "decisions").glob("[0-9]*.md")):
        written = path.read_text(encoding="utf-8")
        assert all(f"## {part}" in written for part in ("Context", "Decision", "Cost", "When to revisit")), path.name
