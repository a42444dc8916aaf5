"""The window's door: makes the application, hands it its files, and shows it.

Every import that is not needed before the first paint waits until it is.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from iki_desktop import paths
from iki_desktop.core.cadangan import FOLDER_CADANGAN
from iki_desktop.core.errors import StoreError
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.db.jejak import Jejak, kembali_ke
from iki_desktop.db.pembaruan import salin_ke_rak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from iki_desktop.core.cadangan import Cadangan
    from iki_desktop.core.changes import Change
    from iki_desktop.core.isi_cadangan import IsiCadangan, KeadaanAwal, Simpanan
    from iki_desktop.core.pemegang import Pemegang
    from iki_desktop.core.perbandingan import Perbandingan
    from iki_desktop.core.riwayat import Catatan, Halaman, PetaJabatan, Saringan
    from iki_desktop.core.salinan_kerja import SalinanTertunda
    from iki_desktop.db.bukti import LemariBukti
    from iki_desktop.db.salinan_kerja import SalinanKerja
    from iki_desktop.ui.jendela import Jendela
    from iki_desktop.ui.pintu import Selamatan

__all__ = ["jalankan"]

NAMA_CONTOH = "Contoh Kecamatan Biatan.iki"


class _Terbuka:
    """An open file as the window holds it."""

    def __init__(self, berkas: Berkas, folder_cadangan: Path, salinan: SalinanKerja | None = None) -> None:
        self._berkas = berkas
        self.salinan = salinan
        if salinan is not None:
            salinan.conn = berkas.sambungan_baca
        self.gudang = Gudang(berkas, folder_cadangan, asal=salinan.asal if salinan else None)
        self.workspace = _susun(berkas, self.gudang)

    @property
    def path(self) -> Path:
        return self.salinan.asal if self.salinan else self._berkas.path

    @property
    def baca_saja(self) -> bool:
        return self._berkas.baca_saja

    @property
    def pemegang(self) -> Pemegang | None:
        return self._berkas.pemegang

    def masih_dipegang(self) -> bool:
        from iki_desktop.db.pemegang import baca_pemegang  # noqa: PLC0415  (rare)

        return baca_pemegang(self._berkas.path) == self._berkas.pemegang

    @property
    def per(self) -> datetime:
        return self._berkas.per

    def simpan_salinan(self, tujuan: Path) -> None:
        self._berkas.cadangkan(tujuan)

    def pindah(self, tujuan: Path) -> None:
        from iki_desktop.db.salinan import simpan_salinan  # noqa: PLC0415  (rare)

        lama = self._berkas
        simpan_salinan(self.workspace.arsip.semua(), tujuan, jurnal_dari=lama.sambungan_baca)
        self._berkas = Berkas.buka(tujuan)
        self.gudang.pindah(self._berkas)
        self._lepas_salinan()
        lama.tutup()

    def _lepas_salinan(self) -> None:
        """What was not written back waits on this computer."""
        if self.salinan is not None:
            self.salinan.conn = None
            self.salinan = None

    def riwayat(self, saringan: Saringan, peta: PetaJabatan, sebelum: int | None) -> Halaman:
        from iki_desktop.db.riwayat import halaman_riwayat  # noqa: PLC0415  (start-up)

        return halaman_riwayat(self._berkas.sambungan_baca, saringan, peta, sebelum=sebelum, rinci=True)

    def bandingkan(self, lama: Path) -> tuple[Perbandingan, tuple[Catatan, ...]]:
        from iki_desktop.db.pemulihan import bandingkan_berkas  # noqa: PLC0415  (rare)

        return bandingkan_berkas(lama, self._berkas)

    def mundur(self, nomor: int) -> tuple[Change, ...]:
        return kembali_ke(self._berkas.sambungan_baca, self.workspace.arsip, nomor)

    def ukuran_sampah(self) -> int:
        from iki_desktop.db.riwayat import ukuran_sampah  # noqa: PLC0415  (start-up)

        return ukuran_sampah(self._berkas.sambungan_baca)

    def lemari(self, berkas: Path) -> LemariBukti:
        from iki_desktop.db.bukti import LemariBukti  # noqa: PLC0415  (start-up)

        return LemariBukti(berkas, baca_saja=self.baca_saja)

    def siapkan_tulis(self) -> None:
        self._berkas.siapkan_tulis()

    def tutup(self) -> None:
        if self.salinan is not None:
            self.salinan.conn = None
        self._berkas.tutup()


def _susun(berkas: Berkas, gudang: Gudang) -> Workspace:
    """The file in memory, set apart from what the garbage collector looks through.

    A hundred thousand records hold no cycle.  Looking for one takes five times as long as putting
    the records in their places, and would hold up now one entry, now another, later on.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    menyala = gc.isenabled()
    gc.disable()
    try:
        jurnal = None if berkas.baca_saja else Jejak(lambda: gudang.sambungan_baca)
        workspace = Workspace(gudang, berkas.muat(), jurnal=jurnal, jam=datetime.now)
        gc.freeze()
    finally:
        if menyala:
            gc.enable()
    return workspace


class _Pintu:
    """Opens and makes files for the window."""

    def buka(self, path: Path) -> _Terbuka:
        salinan = self.salinan(path)
        if salinan is not None:
            return self._buka_salinan(salinan)
        folder = _folder_cadangan(path)
        return _terbuka(Berkas.buka_atau_lihat(path, salin_ke_rak(folder)), folder)

    def kerjakan_di_sini(self, path: Path) -> _Terbuka:
        from iki_desktop.db.salinan_kerja import SalinanKerja  # noqa: PLC0415  (rare)

        return self._buka_salinan(self.salinan(path) or SalinanKerja.buat(_akar_salinan(), path))

    def _buka_salinan(self, salinan: SalinanKerja) -> _Terbuka:
        folder = _folder_cadangan(salinan.asal)
        return _terbuka(Berkas.buka(salinan.path, salin_ke_rak(folder)), folder, salinan)

    def salinan(self, path: Path) -> SalinanKerja | None:
        if not _akar_salinan().is_dir():
            return None
        from iki_desktop.db.rak_salinan import cari_tertunda  # noqa: PLC0415  (rare)

        return cari_tertunda(_akar_salinan(), path)

    def salinan_tertunda(self) -> list[SalinanTertunda]:
        if not _akar_salinan().is_dir():
            return []
        from iki_desktop.db.rak_salinan import semua_tertunda  # noqa: PLC0415  (rare)

        return [s.tertunda for s in semua_tertunda(_akar_salinan())]

    def buat(self, path: Path) -> _Terbuka:
        return _terbuka(Berkas.buat(path), _folder_cadangan(path))

    def selamatkan(self, path: Path) -> Selamatan:
        from iki_desktop.layanan import selamatkan  # noqa: PLC0415  (rare)
        from iki_desktop.ui.pintu import Selamatan  # noqa: PLC0415

        berkas, hasil = selamatkan(path, _folder_cadangan(path))
        return Selamatan(berkas, hasil.terbaca, hasil.hilang, hasil.asal)

    def pulihkan(self, cadangan: Path, tujuan: Path) -> None:
        from iki_desktop.db.pemulihan import pulihkan  # noqa: PLC0415  (rare)

        pulihkan(cadangan, tujuan)

    def semua_cadangan(self, folder: Path | None, kedua: Path | None) -> list[Simpanan]:
        from iki_desktop.db.lemari import semua_cadangan  # noqa: PLC0415  (rare)

        # Where another folder was chosen, the older ones still lie in the usual one.
        usual = paths.documents_dir() / FOLDER_CADANGAN
        return semua_cadangan(dict.fromkeys(p for p in (folder, usual, kedua) if p is not None))

    def intip(self, cadangan: Path) -> IsiCadangan:
        from iki_desktop.db.lemari import intip  # noqa: PLC0415  (rare)

        return intip(cadangan)

    def periksa_cadangan(self, cadangan: Cadangan) -> Cadangan:
        from iki_desktop.db.rak import periksa_sidik  # noqa: PLC0415  (rare)

        return periksa_sidik(cadangan)

    def keadaan(self, path: Path) -> KeadaanAwal:
        from iki_desktop.db.lemari import keadaan_awal  # noqa: PLC0415  (not before the first paint)

        return keadaan_awal(path)

    def gantikan(self, baru: Path, kini: Path) -> None:
        from iki_desktop.db.pemulihan import gantikan  # noqa: PLC0415  (rare)

        gantikan(baru, kini)

    def buat_contoh(self) -> _Terbuka:
        path = paths.data_dir() / NAMA_CONTOH
        if not path.exists():
            from iki_desktop.layanan import buat_contoh  # noqa: PLC0415  (once in a life)

            _siapkan_folder(path.parent)
            buat_contoh(path)
        return self.buka(path)


def _akar_salinan() -> Path:
    return paths.data_dir() / "Salinan kerja"


def _folder_cadangan(path: Path) -> Path:
    """Among the person's documents; what is only tried out, in the example, does not show there."""
    tempat = paths.data_dir()
    return (tempat if path == tempat / NAMA_CONTOH else paths.documents_dir()) / FOLDER_CADANGAN


def _terbuka(berkas: Berkas, folder_cadangan: Path, salinan: SalinanKerja | None = None) -> _Terbuka:
    try:
        return _Terbuka(berkas, folder_cadangan, salinan)
    except BaseException:
        berkas.tutup()
        raise


def _siapkan_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as salah:
        raise StoreError(f"Folder “{folder}” tidak dapat dibuat.", "Periksa izin folder itu.") from salah


class _Tukar:
    """Exchange files for the window."""

    def impor(self, workspace: Workspace, sumber: Path, *, ganti: bool) -> str:
        from iki_desktop.layanan import impor  # noqa: PLC0415  (start-up)

        return f"Selesai: {impor(workspace, sumber, ganti=ganti)}."

    def tertinggal(self, workspace: Workspace, kecamatan_id: int) -> tuple[str, ...]:
        from iki_desktop.exchange.iki_json import tertinggal  # noqa: PLC0415  (start-up)

        return tertinggal(workspace.arsip, kecamatan_id)

    def ekspor(self, workspace: Workspace, kecamatan_id: int, tujuan: Path, *, versi: int) -> None:
        from iki_desktop.exchange.iki_json import tulis_iki_json  # noqa: PLC0415  (start-up)

        tulis_iki_json(workspace.arsip, kecamatan_id, tujuan, versi=versi)


def jalankan(argv: Sequence[str]) -> int:
    """Show the window; returns the exit code.

    ``argv`` holds nothing, a file to open, ``--contoh`` for the example office, or
    ``--uji-mulai`` with a file: open it, paint once, and end with 0 (1 where it was refused).
    """
    gc.disable()  # A start makes much and drops nothing: looking for garbage in it finds none.
    _catat_gangguan()
    from PySide6.QtGui import QIcon  # noqa: PLC0415  (the command line needs no Qt)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from iki_desktop.ui.bahasa import pasang_bahasa  # noqa: PLC0415
    from iki_desktop.ui.gangguan import pasang_penangkap  # noqa: PLC0415
    from iki_desktop.ui.mulai_ulang import MulaiUlang  # noqa: PLC0415
    from iki_desktop.ui.tampilan import siapkan_aplikasi  # noqa: PLC0415

    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("IKI Desktop")
    app.setWindowIcon(QIcon(str(paths.resources_dir() / "ikon" / "iki.png")))
    ulang = MulaiUlang()
    if "--uji-mulai" not in argv:  # there nobody is who could answer
        pasang_penangkap(ulang.minta)
    pasang_bahasa(app)
    siapkan_aplikasi(app)
    try:
        ulang.jendela = jendela = _jendela()
        berhasil = _buka_awal(jendela, argv)
        jendela.show()
        gc.freeze()
        gc.enable()
        return _sekali_lukis(jendela, berhasil=berhasil) if "--uji-mulai" in argv else app.exec()
    except Exception:
        # Before the event loop nobody catches: without a console it would end in silence.
        sys.excepthook(*sys.exc_info())
        return 2
    finally:
        if ulang.jendela is not None:
            _bubarkan(app, ulang.jendela)
        ulang.laksanakan()


def _jendela() -> Jendela:
    from iki_desktop.ui.jendela import Jendela  # noqa: PLC0415  (after QApplication, for the fonts)
    from iki_desktop.ui.setelan import Setelan  # noqa: PLC0415

    setelan = Setelan(paths.data_dir() / "setelan.ini")
    return Jendela(_Pintu(), _Tukar(), setelan, paths.documents_dir())


def _buka_awal(jendela: Jendela, argv: Sequence[str]) -> bool:
    """Open what the command line names, before the window shows, so that it shows only once."""
    if "--contoh" in argv:
        jendela.buka_contoh()
        return jendela.sesi is not None
    berkas = next((a for a in argv if not a.startswith("-")), None)
    return berkas is None or jendela.buka(Path(berkas).absolute())


def _sekali_lukis(jendela: Jendela, *, berhasil: bool) -> int:
    jendela.grab()
    jendela.close()
    return 0 if berhasil else 1


def _bubarkan(app: QApplication, jendela: Jendela) -> None:
    """Take the window down while Qt still stands: left to the interpreter's end, the order is chance."""
    from PySide6.QtCore import QEvent, QThreadPool  # noqa: PLC0415

    jendela.close()
    QThreadPool.globalInstance().waitForDone()
    jendela.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()


def _catat_gangguan() -> None:
    """Log to a file: a windowed program has no console."""
    penulis = _PenulisLog()
    penulis.setFormatter(_BentukLog("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[penulis])


class _BentukLog(logging.Formatter):
    """A line of the log; a trace in it quotes nothing of the office's data."""

    def formatException(self, ei: tuple[object, ...]) -> str:
        from iki_desktop.core.gangguan import urai_gangguan  # noqa: PLC0415  (start-up)

        return urai_gangguan(ei[1]) if isinstance(ei[1], BaseException) else ""


class _PenulisLog(logging.Handler):
    """The log file, made with its first line: on most days there is nothing to say.

    The module that rotates files takes 8 ms to load, a twelfth of an empty window.
    """

    def __init__(self) -> None:
        super().__init__()
        self._berkas: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._berkas is None:
            self._berkas = _berkas_log()
            self._berkas.setFormatter(self.formatter)
        self._berkas.handle(record)

    def close(self) -> None:
        if self._berkas is not None:
            self._berkas.close()
        super().close()


def _berkas_log() -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  (start-up)

    path = paths.log_dir() / "iki-desktop.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
