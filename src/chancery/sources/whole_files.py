"""Files read whole, and written so that they appear whole or not at all, whatever stops us in between."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO

from chancery.common.errors import InputError

OPEN_TO_ALL, OWNER_ALONE = 0o666, 0o600
"""Who may read a new file; the first as far as the umask lets."""


def read_text(file: Path) -> str:
    """Return the text of a file. Raises InputError where it cannot be read or is not UTF-8."""
    try:
        return read_bytes(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("is not UTF-8; save it as UTF-8", file=str(file)) from None


def read_bytes(file: Path, most: int | None = None) -> bytes:
    """Return what a file holds; with `most`, one byte more at the longest, to tell that it is too long. Raises InputError."""
    try:
        with file.open("rb") as stream:
            return stream.read() if most is None else stream.read(most + 1)
    except OSError as fault:
        raise InputError(f"cannot be read ({fault.strerror})", file=str(file)) from None


@contextmanager
def appearing(file: Path, mode: int = OPEN_TO_ALL) -> Iterator[IO[bytes]]:
    """Yield a stream into a file that appears, synced, when the block ends well, and not at all otherwise.

    It is written beside its place under a name of our own that no link can stand in for. A link is followed and stays a link; a
    file that was there keeps its rights; a device or a pipe is written as it is. Raises InputError where it cannot be written.
    """
    try:
        if file.exists() and not file.is_file():  # asked before links are followed: the one to a pipe leads to no path
            with file.open("wb") as stream:
                yield stream
            return
        target = Path(os.path.realpath(file))
        half = target.with_name(f".{sha256(os.fsencode(target.name)).hexdigest()[:12]}.{os.getpid()}.part")
        try:
            with _open_half(half, target, mode) as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise InputError(f"cannot be written ({fault.strerror or fault})", file=str(file)) from None


def _open_half(half: Path, target: Path, mode: int) -> IO[bytes]:
    half.unlink(missing_ok=True)  # of a process of the same number that was killed
    handle = os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    if mode == OPEN_TO_ALL:
        with suppress(FileNotFoundError):
            os.fchmod(handle, target.stat().st_mode & 0o777)
    return os.fdopen(handle, "w+b")
