"""A screen of one's own: an X server without a monitor, on a number that is free."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["layar_x"]


@contextmanager
def layar_x() -> Iterator[str]:
    """Start Xvfb and yield what belongs in ``DISPLAY``; the server ends with the block."""
    baca, tulis = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tulis), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[tulis],
        stderr=subprocess.DEVNULL,
    )
    os.close(tulis)
    try:
        with os.fdopen(baca, encoding="ascii") as pipa:
            yield f":{pipa.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
