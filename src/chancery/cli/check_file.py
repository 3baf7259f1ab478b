"""One brief file, checked as if it were alone."""

from pathlib import Path

from chancery.advise import check_brief
from chancery.cli.json_lines import Object
from chancery.flow.find_names import name_finder
from chancery.sources.brief_json import read_check_input
from chancery.sources.package_data import read_likelihood, read_packs
from chancery.sources.whole_files import read_text


def check_file(file: Path) -> list[Object]:
    """Return the findings about the brief in `file`. Raises InputError, with file and field, where it is no brief."""
    found = read_check_input(read_text(file), str(file))
    table = read_likelihood(found.brief.language)
    checks = check_brief(found.brief, found.articles, found.records, table, find_names=name_finder(read_packs()))
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
