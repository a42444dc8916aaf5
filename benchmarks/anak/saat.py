"""The moment, and the work so far, as one process tells them to another."""

from __future__ import annotations

import json
import time

__all__ = ["katakan_saat"]


def katakan_saat() -> None:
    """Print the seconds of the clock that all processes share, and those that this one computed."""
    saat, kerja = time.monotonic(), time.process_time()
    print(json.dumps({"saat": saat, "kerja": kerja}), flush=True)
