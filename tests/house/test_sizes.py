"""Files and functions stay small; what may be longer is named here with its reason."""

import ast
import statistics
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "chancery"
LONGEST_FILE, LONGEST_FUNCTION = 300, 60
MEDIAN_FILE, MEDIAN_FUNCTION = 140, 10

LONG_FILES: dict[str, str] = {}
"""Files over the limit, by path below src/chancery, and why."""

LONG_FUNCTIONS: dict[str, str] = {}
"""Functions over the limit, as path:name, and why."""


def _files() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def _functions() -> dict[str, int]:
    found: dict[str, int] = {}
    for path in _files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                name = f"{path.relative_to(SOURCE)}:{node.name}"
                found[name] = max(lines, found.get(name, 0))
    return found


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_long_without_a_reason() -> None:
    long = {str(path.relative_to(SOURCE)) for path in _files() if _lines(path) > LONGEST_FILE}
    assert long == set(LONG_FILES)


def test_no_function_is_long_without_a_reason() -> None:
    long = {name for name, lines in _functions().items() if lines > LONGEST_FUNCTION}
    assert long == set(LONG_FUNCTIONS)


def test_half_of_all_files_and_functions_are_short() -> None:
    assert statistics.median(_lines(path) for path in _files() if path.name != "__init__.py") <= MEDIAN_FILE
    assert statistics.median(_functions().values()) <= MEDIAN_FUNCTION
