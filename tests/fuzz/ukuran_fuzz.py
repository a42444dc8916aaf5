"""How many examples: a handful in the suite, thousands in ``make fuzz``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

__all__ = ["sebanyak"]

_KALI = max(1, int(os.environ.get("IKI_FUZZ", "1")))
"""So many times the short run."""


def sebanyak(contoh: int) -> Callable[[Any], Any]:
    """Run with ``contoh`` examples, or with so many times more; no example is timed."""
    hasil: Callable[[Any], Any] = settings(
        max_examples=contoh * _KALI,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    return hasil
