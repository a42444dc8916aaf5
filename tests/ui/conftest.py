"""An open office for the tests of the window: a real file, its records, and the session over it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from iki_desktop import paths
from iki_desktop.core.records import Formulasi, Realisasi, StatusIsian
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.bukti import LemariBukti
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui import tanya_hapus
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.realisasi import PanelRealisasi
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import siapkan_aplikasi

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="session")
def aplikasi(qapp: QApplication) -> QApplication:
    """The application as the program starts it: style, palette, Indonesian."""
    siapkan_aplikasi(qapp)
    pasang_bahasa(qapp)
    return qapp


@pytest.fixture(autouse=True)
def sampah_di_antara_uji() -> Iterator[None]:
    """Windows that are gone are swept up between tests, never amid one while a thread is at work."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def dokumen_sendiri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folder of documents, where backups go: a folder of the test's own."""
    folder = tmp_path / "Dokumen"
    monkeypatch.setattr(paths, "documents_dir", lambda: folder)
    return folder


@pytest.fixture(autouse=True)
def hapus_disetujui(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever deletes in the tree means it; a question nobody answers would never end."""
    monkeypatch.setattr(tanya_hapus, "tanya_hapus", lambda *_: True)


@pytest.fixture
def setelan(tmp_path: Path) -> Setelan:
    """An empty settings file."""
    return Setelan(tmp_path / "setelan.ini")


@pytest.fixture
def berkas(tmp_path: Path) -> Iterator[Berkas]:
    """A new, empty office's file."""
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        yield berkas


@pytest.fixture
def sesi_kosong(aplikasi: QApplication, berkas: Berkas) -> Iterator[Sesi]:
    """A session over a file without any office."""
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path)
    yield sesi
    sesi.tutup()


@pytest.fixture
def sesi_contoh(aplikasi: QApplication, berkas: Berkas) -> Iterator[Sesi]:
    """A session over the Biatan office of 2026, freshly opened: nothing to undo."""
    impor = Workspace(berkas, [])
    impor.terapkan(*rencana_impor(impor.arsip, baca_iki_json(DATA / "biatan.json"), impor.id_baru))
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path, lemari=LemariBukti)
    yield sesi
    sesi.tutup()


class Meja:
    """The page "Isi realisasi" with a person at its keyboard."""

    def __init__(self, panel: PanelRealisasi, sesi: Sesi, qtbot) -> None:
        self.qtbot = qtbot
        self.panel, self.sesi = panel, sesi
        self.tabel, self.model = panel.tabel, panel.model
        self.pesan: list[str] = []
        self.ditolak: list[str] = []
        sesi.pesan.connect(lambda teks, _langkah: self.pesan.append(teks))
        sesi.ditolak.connect(self.ditolak.append)

    @property
    def dokumen_id(self) -> int:
        dokumen = self.sesi.dokumen_aktif()
        assert dokumen is not None
        return dokumen.id

    def tekan(self, kunci: Qt.Key, bantu: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        kotak = QApplication.activePopupWidget()
        dalam = None if kotak is None else kotak.focusWidget()
        penerima = dalam or kotak or QApplication.focusWidget()
        assert penerima is not None
        QTest.keyClick(penerima, kunci, bantu)

    def ketik(self, teks: str, *lalu: Qt.Key) -> None:
        for huruf in teks:
            penerima = QApplication.focusWidget()
            assert penerima is not None
            QTest.keyClicks(penerima, huruf)
        for kunci in lalu:
            self.tekan(kunci)

    def jawab(self, jenis: type[QDialog], jawaban: Callable[[QDialog], object]) -> list[QDialog]:
        """Answer the next question as it comes up; what was asked."""
        ditanya: list[QDialog] = []

        def balas() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            try:
                assert isinstance(dialog, jenis)
                ditanya.append(dialog)
                jawaban(dialog)
            except BaseException:
                dialog.reject()
                raise

        QTimer.singleShot(0, balas)
        return ditanya

    def kembali(self) -> None:
        """The question is answered: the page has the keys again."""
        self.panel.activateWindow()
        self.qtbot.waitUntil(self.panel.isActiveWindow)
        self.panel.setFocus()

    def kunci(self, triwulan: int = 1) -> None:
        self.sesi.workspace.set_status(self.dokumen_id, triwulan, StatusIsian.DIKUNCI)

    def status(self, triwulan: int = 1) -> StatusIsian:
        return self.sesi.arsip.status_isian(self.dokumen_id, triwulan)

    def formulasi(self, nomor: int) -> Formulasi:
        arsip = self.sesi.arsip
        semua = [n for n in arsip.turunan(self.dokumen_id) if isinstance(n, Formulasi)]
        return semua[nomor]

    def ke(self, formulasi: Formulasi, slot: int = 0) -> None:
        self.tabel.tuju(self.index(formulasi, slot))

    def index(self, formulasi: Formulasi, slot: int = 0) -> QModelIndex:
        nomor = self.model.nomor_baris(formulasi.id)
        assert nomor is not None
        return self.model.index(nomor, 1 + slot)

    def isian(self, formulasi: Formulasi, triwulan: int = 1) -> Realisasi | None:
        return self.sesi.arsip.realisasi(formulasi.id, triwulan)

    @property
    def gelembung(self) -> str:
        return self.tabel.delegasi.gelembung.teks()


@pytest.fixture
def meja(qtbot, sesi_contoh: Sesi) -> Iterator[Meja]:
    panel = PanelRealisasi(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1100, 620)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    meja = Meja(panel, sesi_contoh, qtbot)
    sesi_contoh.pilih(sesi_contoh.arsip.jabatan(meja.dokumen_id)[0].id)
    panel.setFocus()
    yield meja
    if panel.tabel.delegasi.editor is not None:
        panel.tabel.delegasi.tutup(panel.tabel.delegasi.editor)
