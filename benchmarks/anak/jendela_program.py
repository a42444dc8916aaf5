"""Start the program as its own door does, and tell when its window was painted.

The door's last step (paint once and end) is done here instead, with the moment told in between.
"""

from __future__ import annotations

import sys

from benchmarks.anak.saat import katakan_saat


def main(argv: list[str]) -> int:
    """Run ``--uji-mulai``; print the moment of the paint on the clock that all processes share."""
    from iki_desktop import app as pintu
    from iki_desktop.cli import main as jalankan

    sekali_lukis = pintu._sekali_lukis

    def lukis_dan_katakan(jendela, **pilihan):
        jendela.grab()
        katakan_saat()
        return sekali_lukis(jendela, **pilihan)

    pintu._sekali_lukis = lukis_dan_katakan
    return jalankan(["--uji-mulai", *argv])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
