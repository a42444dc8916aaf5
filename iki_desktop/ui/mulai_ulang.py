"""Starting the program anew on the same file, once this one has let it go."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from iki_desktop import paths

if TYPE_CHECKING:
    from iki_desktop.ui.jendela import Jendela

__all__ = ["MulaiUlang"]

_log = logging.getLogger(__name__)


class MulaiUlang:
    """Asked for while the window stands, done after it is gone: two programs cannot hold one file."""

    def __init__(self) -> None:
        self.jendela: Jendela | None = None
        self._argumen: list[str] | None = None

    def minta(self) -> None:
        """Close the file and end this program; stays where typing that was refused would be lost."""
        jendela = self.jendela
        berkas = jendela.sesi.path if jendela is not None and jendela.sesi is not None else None
        if jendela is not None and not jendela.lepas_berkas():
            return
        self._argumen = [str(berkas)] if berkas is not None and berkas.suffix.lower() == ".iki" else []
        QCoreApplication.quit()

    def laksanakan(self) -> bool:
        """The last act of this program: start the next one; whether there was nothing to do, or it has."""
        return self._argumen is None or _mulai(self._argumen)


def _mulai(argumen: Sequence[str]) -> bool:
    from PySide6.QtCore import QProcess, QProcessEnvironment  # noqa: PLC0415  (rare)

    proses = QProcess()
    beku = bool(getattr(sys, "frozen", False))
    proses.setProgram(sys.executable)
    proses.setArguments([*(() if beku else ("-m", "iki_desktop")), *argumen])
    proses.setWorkingDirectory(str(Path.cwd() if beku else paths.program_dir()))
    lingkungan = QProcessEnvironment.systemEnvironment()
    # What the frozen program has unpacked or found for itself is not for its successor.
    lingkungan.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")
    proses.setProcessEnvironment(lingkungan)
    hasil: object = proses.startDetached()
    # Some versions of PySide6 give the number of the process beside the answer.
    berhasil = bool(hasil[0] if isinstance(hasil, tuple) else hasil)
    _log.log(logging.INFO if berhasil else logging.ERROR, "started anew: %s", berhasil)
    return berhasil
