"""Notices, and long work beside the window."""

from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QPushButton

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import Progress
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.tugas import BilahTugas, Tugas


def tombol(bilah: BilahPesan, label: str) -> QPushButton:
    return next(b for b in bilah.findChildren(QPushButton) if b.text() == label and not b.isHidden())


def test_a_notice_offers_its_step_and_leaves(qtbot):
    bilah = BilahPesan()
    qtbot.addWidget(bilah)
    assert bilah.isHidden()
    langkah: list[str] = []
    bilah.tampilkan("Jabatan “A & B <b>” dihapus.", ("Urungkan", lambda: langkah.append("urung")))
    assert bilah.teks() == "Jabatan “A & B <b>” dihapus."
    tombol(bilah, "Urungkan").click()
    assert langkah == ["urung"]
    assert bilah.isHidden()


def test_a_new_notice_replaces_the_old_one_and_its_step(qtbot):
    bilah = BilahPesan()
    qtbot.addWidget(bilah)
    bilah.tampilkan("Satu", ("Buka", lambda: None), penting=True)
    bilah.tampilkan("Dua")
    assert bilah.teks() == "Dua"
    assert not [b for b in bilah.findChildren(QPushButton) if not b.isHidden()]


def test_work_reports_and_ends(qtbot):
    def kerja(kemajuan: Progress) -> None:
        for nomor in range(50):
            kemajuan.maju(nomor, 50, "Halaman")

    tugas = Tugas(kerja)
    kabar: list[tuple[int, int, str]] = []
    tugas.kabar.connect(lambda *k: kabar.append(k))
    with qtbot.waitSignal(tugas.selesai):
        tugas.mulai()
    assert kabar
    assert len(kabar) < 50, "reports are throttled"


def test_refused_work_says_its_sentence(qtbot):
    def kerja(_kemajuan: Progress) -> None:
        raise ExportError("Berkas “a.pdf” sedang dibuka program lain.", "Tutup dahulu, lalu coba lagi.")

    tugas = Tugas(kerja)
    with qtbot.waitSignal(tugas.gagal) as gagal:
        tugas.mulai()
    assert gagal.args == ["Berkas “a.pdf” sedang dibuka program lain. Tutup dahulu, lalu coba lagi."]


def test_a_bug_in_work_is_told_without_technical_words(qtbot, caplog):
    def kerja(_kemajuan: Progress) -> None:
        raise ZeroDivisionError("x")

    tugas = Tugas(kerja)
    with qtbot.waitSignal(tugas.gagal) as gagal:
        tugas.mulai()
    assert gagal.args is not None
    assert "gangguan" in gagal.args[0]
    assert "ZeroDivisionError" in caplog.text


def test_work_can_be_stopped_from_the_bar(qtbot):
    mulai = threading.Event()

    def kerja(kemajuan: Progress) -> None:
        mulai.set()
        while True:
            kemajuan.maju(1, 10, "Halaman 1 dari 10")

    bilah = BilahTugas()
    qtbot.addWidget(bilah)
    tugas = Tugas(kerja)
    with qtbot.waitSignal(tugas.dibatalkan):
        bilah.jalankan(tugas, "Membuat PDF …")
        qtbot.waitUntil(mulai.is_set)
        qtbot.waitUntil(lambda: not bilah.isHidden())
        next(b for b in bilah.findChildren(QPushButton)).click()
    qtbot.waitUntil(lambda: not bilah.sibuk)
    assert bilah.isHidden()


def test_work_whose_window_is_gone_ends_in_silence(qtbot, qapp):
    mulai, lanjut = threading.Event(), threading.Event()

    def kerja(kemajuan: Progress) -> None:
        mulai.set()
        lanjut.wait(10)
        kemajuan.maju(1, 2, "Halaman 1 dari 2")

    pemilik = QObject()
    tugas = Tugas(kerja, pemilik)
    tugas.mulai()
    qtbot.waitUntil(mulai.is_set)
    shiboken6.delete(pemilik)
    lanjut.set()
    assert QThreadPool.globalInstance().waitForDone(10_000)
    qapp.processEvents()
