"""``python -m iki_desktop``, and where the frozen program starts."""

from __future__ import annotations

import sys

from iki_desktop.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
