"""The door of the command line: the window, or one command, and an answer in a sentence.

Exit codes: 0 done, 1 done with findings, 2 refused.  What went wrong is said on standard error in
Indonesian, never as a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop.core.errors import IkiError, ImportFileError

if TYPE_CHECKING:
    from iki_desktop.core.pemegang import Pemegang

__all__ = [
    "ADA_TEMUAN",
    "DITOLAK",
    "SELESAI",
    "jalankan_terjaga",
    "keluhkan",
    "kunci",
    "main",
    "satu_baris",
    "sebut_dipegang",
]

SELESAI, ADA_TEMUAN, DITOLAK = 0, 1, 2

_PILIHAN_JENDELA = ("--contoh", "--uji-mulai")


def main(argv: list[str] | None = None) -> int:
    """Run the program with the arguments after its name; returns the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    _siapkan_keluaran()
    if _untuk_jendela(argv):
        return jalankan_terjaga(lambda: _jendela(argv))
    return jalankan_terjaga(lambda: _perintah(argv))


def _untuk_jendela(argv: Sequence[str]) -> bool:
    """Nothing, a file, or an option of the window; everything else is a command."""
    if not argv or argv[0] in _PILIHAN_JENDELA:
        return True
    return not argv[0].startswith("-") and Path(argv[0]).suffix.lower() == ".iki"


def _jendela(argv: Sequence[str]) -> int:
    from iki_desktop.app import jalankan  # noqa: PLC0415  (a command needs no window)

    return jalankan(list(argv))


def _perintah(argv: Sequence[str]) -> int:
    from iki_desktop.cli.perintah import jalankan  # noqa: PLC0415  (the window needs no arguments parsed)

    return jalankan(argv)


def _siapkan_keluaran() -> None:
    """UTF-8 on every system; and somewhere to write to where the frozen window has no console."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (for good)
    if sys.stderr is None:
        sys.stderr = sys.stdout
    for aliran in (sys.stdout, sys.stderr):
        atur = getattr(aliran, "reconfigure", None)
        if atur is not None:
            atur(encoding="utf-8", errors="backslashreplace")


def jalankan_terjaga(kerja: Callable[[], int]) -> int:
    """Run, and turn whatever is raised into a sentence and an exit code."""
    try:
        kode = kerja()
        sys.stdout.flush()
    except ImportFileError as salah:
        for temuan in salah.temuan:
            keluhkan(str(temuan))
        keluhkan(str(salah))
    except IkiError as salah:
        keluhkan(str(salah))
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _buang_keluaran()
        return SELESAI
    except KeyboardInterrupt:
        keluhkan("Dihentikan.")
    except OSError:
        _buang_keluaran()
        keluhkan("Hasilnya tidak dapat ditulis. Periksa ruang kosong dan izinnya.")
    except Exception as salah:
        _catat_gangguan(salah)
    else:
        return kode
    return DITOLAK


def _buang_keluaran() -> None:
    """What is left in the buffer goes nowhere; Python would complain once more when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def keluhkan(kalimat: str) -> None:
    """A sentence on standard error; nothing in it can move the cursor of a terminal."""
    print(satu_baris(kalimat), file=sys.stderr)


def sebut_dipegang(pemegang: Pemegang) -> None:
    """Tell that what is read is a picture of a file that somebody has open."""
    from datetime import datetime  # noqa: PLC0415  (rare)

    from iki_desktop.core.pemegang import sebut_pemegang  # noqa: PLC0415

    kini = datetime.now()
    keluhkan(f"{sebut_pemegang(pemegang, kini)} Yang dibaca adalah isinya pukul {kini:%H.%M}.")


def satu_baris(teks: str) -> str:
    """Text for a terminal: on one line, and without control characters."""
    return " ".join("".join(h if h.isprintable() else " " for h in teks).split())


def kunci(nama: str) -> str:
    """A name without what people write differently: capitals, blanks, brackets, strokes."""
    return " ".join("".join(h if h.isalnum() else " " for h in nama.casefold()).split())


def _catat_gangguan(salah: Exception) -> None:
    """A bug of ours: where it was into the log, a sentence to the person."""
    import logging  # noqa: PLC0415  (only here)
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415

    from iki_desktop.core.gangguan import urai_gangguan  # noqa: PLC0415
    from iki_desktop.paths import log_dir  # noqa: PLC0415

    catatan = log_dir() / "iki-desktop.log"
    try:
        catatan.parent.mkdir(parents=True, exist_ok=True)
        penulis = RotatingFileHandler(catatan, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        keluhkan("Terjadi gangguan di dalam program. Perintah ini tidak selesai.")
    else:
        penulis.handle(logging.makeLogRecord({"msg": urai_gangguan(salah)}))
        penulis.close()
        keluhkan(f"Terjadi gangguan di dalam program. Rinciannya ada di {catatan}.")
