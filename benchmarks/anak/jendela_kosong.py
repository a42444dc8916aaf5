"""The floor of starting: an application, an empty main window, shown and painted once."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.anak.saat import katakan_saat


def main() -> None:
    """Do what ``iki-desktop --uji-mulai`` does, without a program."""
    app = QApplication(sys.argv[:1])
    jendela = QMainWindow()
    jendela.resize(1180, 680)
    jendela.show()
    jendela.grab()
    katakan_saat()
    jendela.close()
    app.quit()


if __name__ == "__main__":
    main()
