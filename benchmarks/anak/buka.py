"""Open a file up to the workspace, once, and tell how long each part took."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas


def main(path: Path) -> None:
    """Print the milliseconds of ``buka``, ``muat`` and ``workspace``."""
    awal = perf_counter()
    berkas = Berkas.buka(path)
    terbuka = perf_counter()
    records = berkas.muat()
    termuat = perf_counter()
    Workspace(berkas, records)
    selesai = perf_counter()
    berkas.tutup()
    bagian = {"buka": terbuka - awal, "muat": termuat - terbuka, "workspace": selesai - termuat}
    print(json.dumps({nama: detik * 1000 for nama, detik in bagian.items()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
