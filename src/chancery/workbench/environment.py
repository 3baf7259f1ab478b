"""Settings come from environment variables; each is read by one of these, which says what is wrong and how to mend it."""

import os
import secrets
from collections.abc import Iterable, Mapping
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chancery.common.errors import InputError

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
SHORTEST_KEY = 32
"""Signs of a secret key that nobody guesses; ours have 64."""
SQLITE_WAIT = 20
"""Seconds a writer waits for the write lock; measured: with WAL and IMMEDIATE no lock error under six threads."""


def read_text(name: str, default: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the variable, or `default` where it is not set."""
    return environment.get(name, default).strip()


def read_switch(name: str, default: bool, environment: Mapping[str, str] = os.environ) -> bool:
    """Return a yes or no. Raises InputError on anything else."""
    value = environment.get(name, "1" if default else "0").strip().lower()
    if value not in YES + NO:
        raise InputError(f"{value!r} is neither yes nor no; write 1 or 0", field=name)
    return value in YES


def read_number(name: str, default: int, low: int, high: int, environment: Mapping[str, str] = os.environ) -> int:
    """Return a whole number from `low` to `high`. Raises InputError otherwise."""
    value = environment.get(name, str(default)).strip()
    if not value.isdecimal() or not low <= int(value) <= high:
        raise InputError(f"{value!r} will not do; write a whole number from {low} to {high}", field=name)
    return int(value)


def read_list(name: str, default: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the parts between commas, empty ones dropped."""
    return [part.strip() for part in environment.get(name, default).split(",") if part.strip()]


def read_choice(name: str, default: str, choices: Iterable[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return one of `choices`, in small letters or large as it is written there. Raises InputError on anything else."""
    value, known = read_text(name, default, environment), {choice.casefold(): choice for choice in choices}
    if value.casefold() not in known:
        raise InputError(f"{value!r} is not known; write one of {', '.join(known.values())}", field=name)
    return known[value.casefold()]


def read_zone(name: str, default: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the IANA name of a time zone. Raises InputError on anything else."""
    value = read_text(name, default, environment)
    try:
        return ZoneInfo(value).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InputError(f"{value!r} is no IANA time zone; write one such as Asia/Bangkok", field=name) from None


def read_time(name: str, default: str, environment: Mapping[str, str] = os.environ) -> time:
    """Return a time of day, written as 06:00. Raises InputError on anything else."""
    value = read_text(name, default, environment)
    try:
        found = time.fromisoformat(value)
    except ValueError:
        raise InputError(f"{value!r} is no time of day; write 06:00", field=name) from None
    if found.tzinfo:
        raise InputError(f"{value!r} names a zone; write 06:00, on the clocks of the mission", field=name)
    return found


def read_address(name: str, default: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the address of a page, without the slash at its end. Raises InputError where it is none."""
    value = read_text(name, default, environment).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise InputError(f"{value!r} is no address of a page; write https://chancery.example", field=name)
    return value


def read_database(url: str) -> dict[str, Any]:
    """Return Django's settings for `sqlite:///path` or `postgresql://user:password@host:port/name?host=/socket/folder`.

    Raises InputError on any other address.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return _sqlite(unquote(parts.path[1:]) if parts.path.startswith("//") else unquote(parts.path))
    if parts.scheme in ("postgresql", "postgres") and parts.path.strip("/"):
        asked = parse_qs(parts.query)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": asked.get("host", [parts.hostname or ""])[0],
            "PORT": str(_port(parts, "CHANCERY_DATABASE_URL") or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise InputError(
        f"what begins with {parts.scheme!r} names no database; write sqlite:///absolute/path or postgresql://user@host/name",
        field="CHANCERY_DATABASE_URL",
    )


def read_mail(url: str) -> dict[str, Any]:
    """Return Django's mail settings for `smtp://user:password@host:port` (STARTTLS) or `smtps://...`; nothing for "".

    Raises InputError on any other address.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        said = f"what begins with {parts.scheme!r} names no mail server; write smtp://user:password@host:587"
        raise InputError(said, field="CHANCERY_SMTP_URL")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": _port(parts, "CHANCERY_SMTP_URL") or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in ("localhost", "127.0.0.1", "::1"),
        "EMAIL_TIMEOUT": 20,
    }


def read_secret_key(folder: Path) -> str:
    """Return the key kept in the data folder, or one that lasts as long as this process where there is none yet.

    Raises InputError where it cannot be read, or is a part of one.
    """
    kept = folder / "secret_key"
    if not kept.exists():
        return secrets.token_urlsafe(48)
    try:
        key = kept.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise InputError(f"cannot be read ({type(fault).__name__}); give it to this user", file=str(kept)) from None
    if len(key) < SHORTEST_KEY:
        raise InputError("is only a part of a key; delete it, and a new one is made: everybody signs in anew", file=str(kept))
    return key


def prepare_data_folder(folder: Path) -> None:
    """Create the data folder and, once, the secret key in it, both readable by their owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(folder / "secret_key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    try:
        with os.fdopen(handle, "w", encoding="ascii") as kept:
            kept.write(secrets.token_urlsafe(48))
    except OSError:
        (folder / "secret_key").unlink()  # half a key on a full disk would stop every later start
        raise


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where this installation keeps its files."""
    shared = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(environment.get("CHANCERY_DATA_FOLDER") or Path(shared) / "chancery")


def _port(parts: SplitResult, field: str) -> int | None:
    """Return the port; a message never holds the address whole, for a password may stand in it."""
    try:
        return parts.port
    except ValueError:
        raise InputError("its port is none; write a number up to 65535", field=field) from None


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": SQLITE_WAIT,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;",
        },
    }
