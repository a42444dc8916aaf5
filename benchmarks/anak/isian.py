"""Enter numbers in the real window, key by key, and tell how long each took to be seen and kept."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from iki_desktop.app import _jendela, _Pintu
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.tampilan import siapkan_aplikasi

PEMANASAN = 5
TENANG = 0.12
"""Seconds after an entry in which sums may still follow: two pauses of the program fit in."""
_TOMBOL = {n: Qt.Key(Qt.Key.Key_0 + int(n)) for n in "0123456789"} | {",": Qt.Key.Key_Comma}
SIBUK = 0.000_15
"""A turn of the event loop that takes longer has done something."""


def main(berkas: Path, seluruh_kantor: bool, jumlah: int) -> None:
    """Print the milliseconds of each entry, part by part."""
    app = QApplication(sys.argv[:1])
    pasang_bahasa(app)
    siapkan_aplikasi(app)
    lantai = _Lantai(berkas)
    with _jendela_terbuka(berkas, seluruh_kantor) as (jendela, penulisan):
        pengisi = _Pengisi(app, jendela, penulisan)
        pengisi.pastikan_terlukis()
        hasil = [pengisi.isi(nomor) | lantai.ukur(nomor) for nomor in range(jumlah + PEMANASAN)]
    terhitung = hasil[PEMANASAN:]
    print(json.dumps({nama: [satu[nama] for satu in terhitung] for nama in terhitung[0]}))


@contextmanager
def _jendela_terbuka(berkas: Path, seluruh_kantor: bool) -> Iterator[tuple[Jendela, _Penulisan]]:
    """The program's own window on the file, its writer prepared as after the first second."""
    jendela = _jendela()
    terbuka = _Pintu().buka(berkas)
    assert jendela._ganti_berkas(lambda: terbuka)
    terbuka.siapkan_tulis()
    penulisan = _Penulisan(terbuka._berkas._db)
    assert jendela.sesi is not None
    assert jendela.lembar is not None
    dokumen = jendela.sesi.dokumen_aktif()
    assert dokumen is not None
    jendela.sesi.pilih(jendela.sesi.arsip.anak_id(dokumen.id)[0])
    jendela.lembar.realisasi.set_seluruh_kantor(seluruh_kantor)
    jendela.show()
    QTest.qWaitForWindowExposed(jendela)
    try:
        yield jendela, penulisan
    finally:
        jendela.close()
        QThreadPool.globalInstance().waitForDone()


class _Penulisan:
    """Stands between the drawer and SQLite, and times the one statement that waits for the disk."""

    def __init__(self, db: Any) -> None:
        self._conn = db.conn
        self.ms = 0.0
        db.conn = self

    def __getattr__(self, nama: str) -> Any:
        return getattr(self._conn, nama)

    def execute(self, sql: str, *argumen: Any) -> Any:
        if sql != "COMMIT":
            return self._conn.execute(sql, *argumen)
        awal = time.perf_counter()
        hasil = self._conn.execute(sql, *argumen)
        self.ms = (time.perf_counter() - awal) * 1000
        return hasil


class _Pengisi:
    """A person who types a number and Enter, again and again."""

    def __init__(self, app: QApplication, jendela: Jendela, penulisan: _Penulisan) -> None:
        assert jendela.lembar is not None
        assert jendela.sesi is not None
        self._app = app
        self._penulisan = penulisan
        self._tabel = jendela.lembar.realisasi.tabel
        self._pohon = jendela.lembar.pohon.pandangan
        self._edit = 0
        self._tempat = (-1, -1)
        jendela.sesi.berubah.connect(self._hitung)
        self._tabel.setFocus()
        self._tabel.ke_awal()
        self._tenangkan()

    def _hitung(self, _edit: object) -> None:
        self._edit += 1

    def isi(self, nomor: int) -> dict[str, float]:
        """One entry: the key, the paint, the disk; then the sums that follow after their pause."""
        self._ketik(str(1 + nomor % 89) + ",5" * (nomor % 2))
        editor = self._editor()
        lama, self._penulisan.ms = self._edit, 0.0
        awal, kerja = time.perf_counter(), time.thread_time()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        tombol = time.perf_counter()
        self._app.processEvents()
        self._app.processEvents()
        terlukis, kerja = time.perf_counter(), time.thread_time() - kerja
        susulan, kerja_susulan, akhir = self._tenangkan()
        assert self._edit == lama + 1
        flush = self._penulisan.ms
        langsung = (terlukis - awal) * 1000
        return {
            "langsung": langsung,
            "tombol": (tombol - awal) * 1000 - flush,
            "lukis": (terlukis - tombol) * 1000,
            "flush": flush,
            "susulan": susulan,
            "di_luar_flush": langsung - flush + susulan,
            "prosesor": (kerja + kerja_susulan) * 1000,
            "semua": (max(akhir, terlukis) - awal) * 1000,
        }

    def _editor(self) -> QWidget:
        editor = self._tabel.delegasi.editor
        assert editor is not None
        return editor

    def _ketik(self, teks: str) -> None:
        if not self._kini_sasaran():
            self._tabel.ke_awal()
        for huruf in teks:
            QTest.keyClick(self._tabel.delegasi.editor or self._tabel, _TOMBOL[huruf])
        self._app.processEvents()

    def _kini_sasaran(self) -> bool:
        """Whether the place has moved on since the last entry: at the end of the rows it does not."""
        kini = self._tabel.currentIndex()
        tempat = (kini.row(), kini.column())
        baru, self._tempat = tempat != self._tempat, tempat
        return baru

    def _tenangkan(self) -> tuple[float, float, float]:
        """Let everything that was put off happen.

        Returns the work in it (milliseconds), the processor's share (seconds), and when it ended.
        """
        ms, prosesor, akhir = 0.0, 0.0, 0.0
        batas = time.perf_counter() + TENANG
        while (awal := time.perf_counter()) < batas:
            kerja = time.thread_time()
            self._app.processEvents()
            selesai = time.perf_counter()
            if selesai - awal > SIBUK:
                ms, akhir = ms + (selesai - awal) * 1000, selesai
                prosesor += time.thread_time() - kerja
            else:
                time.sleep(0.000_5)
        return ms, prosesor, akhir

    def pastikan_terlukis(self) -> None:
        """One entry under watch: the grid must be painted before ``isi`` says so, the tree in the end."""
        dilihat = _Dilihat(self._tabel.viewport(), self._pohon.viewport())
        self._ketik("7")
        self._tenangkan()
        dilihat.mulai()
        QTest.keyClick(self._editor(), Qt.Key.Key_Return)
        self._app.processEvents()
        self._app.processEvents()
        assert self._tabel.viewport() in dilihat.terlukis
        self._tenangkan()
        assert self._pohon.viewport() in dilihat.terlukis
        dilihat.selesai()


class _Dilihat(QObject):
    """Watches widgets for being painted."""

    def __init__(self, *widget: QObject) -> None:
        super().__init__()
        self._widget = widget
        self.terlukis: set[QObject] = set()
        for satu in widget:
            satu.installEventFilter(self)

    def mulai(self) -> None:
        self.terlukis.clear()

    def selesai(self) -> None:
        for satu in self._widget:
            satu.removeEventFilter(self)

    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.terlukis.add(object)
        return False


class _Lantai:
    """The same transaction alone on a copy of the file, and the flush of a small file alone."""

    def __init__(self, berkas: Path) -> None:
        self._path = berkas.with_name("lantai.iki")
        shutil.copy(berkas, self._path)
        self._conn = sqlite3.connect(self._path, isolation_level=None)
        for pragma in ("locking_mode = EXCLUSIVE", "synchronous = FULL", "foreign_keys = ON"):
            self._conn.execute(f"PRAGMA {pragma}").fetchall()
        self._kunci = self._conn.execute(
            "SELECT formulasi_id, triwulan FROM realisasi WHERE triwulan = 1 LIMIT 1000"
        ).fetchall()
        self._kecil = os.open(berkas.with_name("kecil"), os.O_CREAT | os.O_RDWR)

    def ukur(self, nomor: int) -> dict[str, float]:
        return {"transaksi": _lama(lambda: self._transaksi(nomor)), "fsync": _lama(self._fsync)}

    def _transaksi(self, nomor: int) -> None:
        kunci = self._kunci[nomor % len(self._kunci)]
        jalan = self._conn.execute
        jalan("BEGIN")
        jalan("UPDATE realisasi SET nilai = ? WHERE formulasi_id = ? AND triwulan = ?", (str(nomor), *kunci))
        jalan(
            "INSERT INTO jurnal (waktu, pengguna, komputer, teks, perubahan) VALUES (?, ?, ?, ?, ?)",
            ("2026-01-01T00:00:00+07:00", "pengguna", "komputer", "isi realisasi " + "x" * 50, "y" * 150),
        )
        jalan("COMMIT")

    def _fsync(self) -> None:
        os.pwrite(self._kecil, b"x" * 4096, 0)
        os.fsync(self._kecil)


def _lama(perbuatan: Callable[[], object]) -> float:
    awal = time.perf_counter()
    perbuatan()
    return (time.perf_counter() - awal) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] == "kantor", int(sys.argv[3]))
