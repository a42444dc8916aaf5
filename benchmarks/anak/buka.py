"""Open a file up to the workspace as the window does, once, and tell how long each part took."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from iki_desktop.app import _susun
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang


class _BerkasTerukur(Berkas):
    """Remembers how long its records took to be read."""

    muat_ms = 0.0

    def muat(self):
        awal = perf_counter()
        records = super().muat()
        self.muat_ms = (perf_counter() - awal) * 1000
        return records


def main(path: Path) -> None:
    """Print the milliseconds of ``buka``, ``muat`` and ``workspace``."""
    awal = perf_counter()
    berkas = _BerkasTerukur.buka(path)
    terbuka = perf_counter()
    _susun(berkas, Gudang(berkas, path.parent / "Cadangan IKI"))
    tersusun = (perf_counter() - terbuka) * 1000
    berkas.tutup()
    bagian = {"buka": (terbuka - awal) * 1000, "muat": berkas.muat_ms, "workspace": tersusun - berkas.muat_ms}
    print(json.dumps(bagian))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
