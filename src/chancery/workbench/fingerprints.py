"""Addresses of static files that change when the file does, so that a browser keeps each for good and never an old one.

Django's own storage of this kind needs every file copied first (`collectstatic`); the workbench is served straight from where
it was installed. So the fingerprint stands behind a question mark, and no file is copied.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Fingerprinted(StaticFilesStorage):
    """The storage behind `{% static %}`."""

    def url(self, name: str | None) -> str:
        """Return the address of a file with the first signs of its digest; the bare address where there is no such file."""
        bare, mark = super().url(name), fingerprint(name or "")
        return f"{bare}?{mark}" if mark else bare


@cache
def fingerprint(name: str) -> str:
    """Return twelve signs of the SHA-256 of a static file, "" where there is none; files do not change while we serve."""
    found = finders.find(name)
    return sha256(Path(found).read_bytes()).hexdigest()[:12] if isinstance(found, str) else ""
