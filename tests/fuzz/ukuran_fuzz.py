"""How many examples: a handful in the suite, thousands in ``make fuzz``."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

__all__ = ["sebanyak"]

_KALI = max(1, int(os.environ.get("IKI_FUZZ", "1")))
"""So many times the short run."""


def sebanyak(contoh: int) -> settings:
    """Run with ``contoh`` examples, or with so many times more; no example is timed."""
    return settings(
        max_examples=contoh * _KALI,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
