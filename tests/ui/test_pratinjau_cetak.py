"""The way to the printer: exact paper, 100 %, page by page.  Qt's own PDF stands in for the paper."""

from __future__ import annotations

import threading

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import TANPA_KEMAJUAN, Dibatalkan
from iki_desktop.naskah.keputusan import Pilihan
from iki_desktop.naskah.tata_halaman import tata_halaman
from iki_desktop.ui.pratinjau import PanelPratinjau
from iki_desktop.ui.pratinjau.hasil import buat_halaman_uji, buat_hasil
from iki_desktop.ui.pratinjau.pekerjaan_cetak import PekerjaanCetak
from iki_desktop.ui.pratinjau.pencetak import cetak_halaman, halaman_terpilih, siapkan_pencetak, ukuran_kertas

F4 = tata_halaman(None).kertas
MM = 72 / 25.4


def pencetak_ke(berkas, resolusi=100) -> QPrinter:
    pencetak = siapkan_pencetak(F4, "Uji")
    pencetak.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    pencetak.setOutputFileName(str(berkas))
    pencetak.setResolution(resolusi)
    return pencetak


@pytest.fixture
def hasil(sesi_contoh):
    dokumen = sesi_contoh.dokumen_aktif()
    return buat_hasil(sesi_contoh.workspace.snapshot(dokumen.id), Pilihan(), TANPA_KEMAJUAN)


def tinta(pdf, halaman: int) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Squares of 2 mm with much ink, and all that lie beside a trace of it."""
    gambar = pdf[halaman].render(scale=2 / MM).to_pil().convert("L").reduce(4)
    nilai = {(x, y): gambar.getpixel((x, y)) for x in range(gambar.width) for y in range(gambar.height)}
    jejak = {tempat for tempat, terang in nilai.items() if terang < 250}
    sekitar = {(x + i, y + j) for x, y in jejak for i in (-1, 0, 1) for j in (-1, 0, 1)}
    return {tempat for tempat, terang in nilai.items() if terang < 170}, sekitar


def test_the_paper_is_exact(aplikasi):
    assert ukuran_kertas(F4).definitionSize().toTuple() == (215, 330)
    pencetak = siapkan_pencetak(F4, "Uji")
    assert pencetak.fullPage()
    assert pencetak.resolution() <= 600


def test_pages_come_out_in_their_own_size_and_place(aplikasi, hasil, tmp_path):
    cetak_halaman(pencetak_ke(tmp_path / "cetak.pdf"), hasil.pdf, [1, 4], TANPA_KEMAJUAN)
    with pypdfium2.PdfDocument(tmp_path / "cetak.pdf") as tercetak, pypdfium2.PdfDocument(hasil.pdf) as asli:
        assert len(tercetak) == 2
        for urutan, nomor in enumerate((1, 4)):
            assert tercetak.get_page_size(urutan) == pytest.approx((215 * MM, 330 * MM), abs=1)
            (satu, dekat_satu), (dua, dekat_dua) = tinta(tercetak, urutan), tinta(asli, nomor)
            assert len(satu) > 200
            assert satu <= dekat_dua, "ink stands where it stands in the PDF, within 2 mm"
            assert dua <= dekat_satu, "and none is missing"


def test_a_page_across_is_printed_across(aplikasi, sesi_contoh, tmp_path):
    from dataclasses import replace

    dokumen = sesi_contoh.dokumen_aktif()
    tata = replace(dokumen.tata_letak, lampiran_mendatar=True)
    sesi_contoh.workspace.ubah(replace(dokumen, tata_letak=tata))
    hasil = buat_hasil(sesi_contoh.workspace.snapshot(dokumen.id), Pilihan(), TANPA_KEMAJUAN)
    cetak_halaman(pencetak_ke(tmp_path / "cetak.pdf", 60), hasil.pdf, [0, 5], TANPA_KEMAJUAN)
    with pypdfium2.PdfDocument(tmp_path / "cetak.pdf") as tercetak:
        assert tercetak.get_page_size(0) == pytest.approx((215 * MM, 330 * MM), abs=1)
        assert tercetak.get_page_size(1) == pytest.approx((330 * MM, 215 * MM), abs=1)


def test_pages_asked_for_in_the_dialog(aplikasi, tmp_path):
    pencetak = pencetak_ke(tmp_path / "a.pdf")
    assert halaman_terpilih(pencetak, 4) == [0, 1, 2, 3]
    pencetak.setFromTo(2, 3)
    assert halaman_terpilih(pencetak, 4) == [1, 2]
    pencetak.setFromTo(3, 99)
    assert halaman_terpilih(pencetak, 4) == [2, 3]
    pencetak.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert halaman_terpilih(pencetak, 4) == [3, 2]


def test_copies_that_the_printer_does_not_make_itself(aplikasi, tmp_path):
    pencetak = pencetak_ke(tmp_path / "a.pdf")
    if pencetak.supportsMultipleCopies():
        pytest.skip("this one makes them itself")
    pencetak.setCopyCount(2)
    pencetak.setCollateCopies(True)
    assert halaman_terpilih(pencetak, 2) == [0, 1, 0, 1]
    pencetak.setCollateCopies(False)
    assert halaman_terpilih(pencetak, 2) == [0, 0, 1, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(aplikasi, hasil, tmp_path):
    pencetak = pencetak_ke(tmp_path / "tidak" / "ada" / "a.pdf")
    with pytest.raises(ExportError, match="Pencetak tidak menerima"):
        cetak_halaman(pencetak, hasil.pdf, [0], TANPA_KEMAJUAN)


def test_printing_can_be_stopped(aplikasi, hasil, tmp_path):
    class Berhenti:
        def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
            assert pesan == f"Mencetak halaman {selesai + 1}"
            if selesai == 2:
                raise Dibatalkan

    with pytest.raises(Dibatalkan):
        cetak_halaman(pencetak_ke(tmp_path / "a.pdf", 50), hasil.pdf, range(5), Berhenti())


def test_a_job_runs_beside_the_window_and_says_its_end(sesi_contoh, setelan, qtbot, tmp_path):
    panel = PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    pencetak = pencetak_ke(tmp_path / "uji.pdf", 150)
    with qtbot.waitSignal(sesi_contoh.pesan) as kabar:
        panel.pekerjaan_cetak.kirim(pencetak, lambda _progress: buat_halaman_uji(F4))
    assert kabar.args == ["Dokumen sudah dikirim ke pencetak.", ""]
    with pypdfium2.PdfDocument(tmp_path / "uji.pdf") as tercetak:
        assert len(tercetak) == 1
    qtbot.waitUntil(lambda: not panel.pekerjaan_cetak.bilah.sibuk)


def test_one_job_at_a_time(sesi_contoh, setelan, qtbot, tmp_path):
    panel = PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    boleh = threading.Event()

    def tunggu(_progress) -> bytes:
        boleh.wait(10)
        return buat_halaman_uji(F4)

    panel.pekerjaan_cetak.kirim(pencetak_ke(tmp_path / "uji.pdf", 60), tunggu)
    with qtbot.waitSignal(sesi_contoh.pesan) as kabar:
        panel.halaman_uji()
    assert kabar.args[0] == "Pencetakan yang lain belum selesai. Tunggu sebentar."
    with qtbot.waitSignal(sesi_contoh.pesan) as kabar:
        boleh.set()
    assert kabar.args[0] == "Dokumen sudah dikirim ke pencetak."


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_job_that_fails_or_is_stopped_says_so(sesi_contoh, setelan, qtbot, tmp_path):
    panel = PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    pekerjaan: PekerjaanCetak = panel.pekerjaan_cetak
    with qtbot.waitSignal(sesi_contoh.ditolak) as kabar:
        pekerjaan.kirim(pencetak_ke(tmp_path / "tidak" / "a.pdf"), lambda _progress: buat_halaman_uji(F4))
    assert kabar.args[0].startswith("Pencetak tidak menerima")

    def berhenti(progress) -> bytes:
        raise Dibatalkan

    with qtbot.waitSignal(sesi_contoh.pesan) as kabar:
        pekerjaan.kirim(pencetak_ke(tmp_path / "a.pdf"), berhenti)
    assert kabar.args == ["Pencetakan dibatalkan.", ""]


def test_a_computer_without_a_printer_is_told_what_else_can_be_done(sesi_contoh, setelan, qtbot):
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("there is a printer")
    panel = PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    for perbuatan in (panel.cetak_ke_pencetak, panel.halaman_uji):
        with qtbot.waitSignal(sesi_contoh.ditolak) as kabar:
            perbuatan()
        assert kabar.args[0].startswith("Tidak ada pencetak yang terpasang.")
