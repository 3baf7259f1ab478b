"""One brief file, checked as if it were alone."""

from pathlib import Path

from chancery.advise import check_brief
from chancery.cli.json_lines import Object
from chancery.common.errors import InputError
from chancery.flow.find_names import name_finder
from chancery.sources.brief_json import read_check_input
from chancery.sources.package_data import read_likelihood, read_names


def check_file(file: Path) -> list[Object]:
    """Return the findings about the brief in `file`. Raises InputError, with file and field, where it is no brief."""
    found = read_check_input(_read(file), str(file))
    table = read_likelihood(found.brief.language)
    checks = check_brief(found.brief, found.articles, found.records, table, find_names=name_finder(read_names()))
    return [
        {
            "file": str(file),
            "block": check.block,
            "rule": check.rule,
            "verdict": check.verdict,
            "span": list(check.span) if check.span else None,
            "message": check.message,
        }
        for check in checks
    ]


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise InputError(f"cannot be opened ({fault.strerror})", file=str(file)) from None
    except UnicodeDecodeError:
        raise InputError("is not UTF-8; save the file as UTF-8", file=str(file)) from None
