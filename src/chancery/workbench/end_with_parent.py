"""A process that ends with the one that started it, however that one ended."""

import ctypes
import signal
import sys

_SEND_WHEN_PARENT_ENDS = 1  # PR_SET_PDEATHSIG of prctl(2)


def end_with_parent() -> None:
    """Ask Linux to kill this process when its parent is gone: a thread of ours cannot, while one long step holds all of them.

    Does nothing on other systems.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SEND_WHEN_PARENT_ENDS, signal.SIGKILL)
