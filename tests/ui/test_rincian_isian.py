"""Words, ticked items and evidence of an entry: by keyboard, saved, undone, locked, opened or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from iki_desktop.core.bukti import UKURAN_TERBESAR
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Bukti, Butir, Centang, Formulasi, JenisFormulasi, StatusIsian
from iki_desktop.ui.realisasi.kolom import JenisKolom
from iki_desktop.ui.rincian import RincianIsian
from iki_desktop.ui.rincian.berkolom import Berkolom

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEKS_JAHAT = "<b>tebal</b> & \x0bbaris \u202e=1+1 😀"


def rinci(meja) -> RincianIsian:
    """The pane, opened by its key at the cell that is current."""
    meja.tekan(K.Key_F4)
    panel = meja.panel.bawah.isian
    assert panel is not None
    return panel


# --- words -------------------------------------------------------------------------------------------


def test_f4_leads_to_the_words_and_esc_back_to_the_cell(meja):
    f = meja.formulasi(0)
    meja.ke(f)
    meja.ketik("45")
    panel = rinci(meja)
    assert meja.isian(f).pembilang == Decimal(45), "what was being typed is taken over"
    assert QApplication.focusWidget() is panel.kendala.teks
    meja.ketik("Data terlambat", K.Key_Tab)
    meja.ketik("Menyurati kampung", K.Key_Tab)
    meja.ketik("dari Capil", K.Key_Escape)
    assert QApplication.focusWidget() is meja.tabel
    r = meja.isian(f)
    assert (r.kendala, r.tindak_lanjut, r.catatan) == ("Data terlambat", "Menyurati kampung", "dari Capil")
    assert r.pembilang == Decimal(45)
    kolom = next(n for n, k in enumerate(meja.model.kolom) if k.jenis is JenisKolom.CATATAN)
    sel = meja.model.sel(meja.index(f).row(), kolom)
    assert (sel.teks, sel.bawah) == ("dari Capil", "kendala · tindak lanjut")


def test_the_pane_follows_the_cell_and_saves_what_is_left(meja, qtbot):
    satu, dua = meja.formulasi(0), meja.formulasi(1)
    meja.ke(satu)
    panel = rinci(meja)
    panel.kendala.teks.insertPlainText(TEKS_JAHAT)
    meja.ke(dua)
    qtbot.waitUntil(lambda: panel.kendala.teks.teks() == "")
    assert meja.isian(satu).kendala == TEKS_JAHAT.replace("\x0b", "\n")
    meja.ke(satu)
    qtbot.waitUntil(lambda: panel.kendala.teks.teks() == TEKS_JAHAT.replace("\x0b", "\n"))
    meja.tabel.tuju(meja.model.index(0, 0))
    qtbot.waitUntil(panel.petunjuk.isVisible)
    assert not panel.kendala.isVisible()


def test_one_sitting_is_one_step_of_undo(meja):
    f = meja.formulasi(0)
    meja.ke(f)
    panel = rinci(meja)
    for teks in ("Data ", "terlambat ", "masuk"):
        meja.ketik(teks)
        assert meja.panel.simpan_isian()
    assert meja.isian(f).kendala == "Data terlambat masuk"
    meja.tekan(K.Key_Escape)
    meja.sesi.urungkan()
    assert meja.isian(f) is None
    assert panel.kendala.teks.teks() == ""


def test_a_text_that_cannot_be_saved_waits_for_its_entry(meja, monkeypatch, qtbot):
    f = meja.formulasi(0)
    meja.ke(f)
    panel = rinci(meja)
    with monkeypatch.context() as m:

        def gagal(*_, **__):
            raise StoreError("Cakram penuh.", "Kosongkan sebagian.")

        m.setattr(meja.sesi.workspace._store, "apply", gagal)
        meja.ketik("jangan hilang")
        meja.ke(meja.formulasi(1))
        qtbot.waitUntil(lambda: panel.kendala.teks.teks() == "")
        assert "Cakram penuh. Kosongkan sebagian." in meja.ditolak
    meja.ke(f)
    qtbot.waitUntil(lambda: panel.kendala.teks.teks() == "jangan hilang")
    assert meja.isian(f).kendala == "jangan hilang"


def test_in_a_locked_quarter_everything_can_be_read_alone(meja, qtbot, tmp_path):
    f = meja.formulasi(0)
    meja.sesi.workspace.set_keterangan(f.id, 1, "kendala", "listrik padam")
    meja.ke(f)
    panel = rinci(meja)
    meja.kunci(1)
    assert panel.kendala.teks.isReadOnly()
    assert not panel.bukti.tambah.isEnabled()
    meja.ketik("x")
    assert panel.kendala.teks.teks() == "listrik padam"
    meja.sesi.workspace.set_status(meja.dokumen_id, 1, StatusIsian.TERBUKA, "ralat")
    assert not panel.kendala.teks.isReadOnly()


def test_the_button_opens_and_closes(meja):
    tombol = meja.panel.bawah.strip.tombol
    meja.ke(meja.formulasi(0))
    tombol.click()
    assert meja.panel.bawah.terbuka
    assert tombol.text() == "Tutup rincian"
    tombol.click()
    assert not meja.panel.bawah.terbuka
    assert tombol.text() == "Rincian isian (F4)"
    assert QApplication.focusWidget() is meja.tabel


def test_in_the_year_each_column_is_about_its_quarter(meja, qtbot):
    f = meja.formulasi(0)
    meja.sesi.workspace.set_keterangan(f.id, 3, "kendala", "musim hujan")
    meja.sesi.set_periode(None)
    meja.ke(f, 4)
    panel = rinci(meja)
    assert panel.kendala.teks.teks() == "musim hujan"
    meja.ke(f, 8)
    qtbot.waitUntil(panel.petunjuk.isVisible)


# --- ticked items ------------------------------------------------------------------------------------


@pytest.fixture
def butir(meja) -> Formulasi:
    arsip = meja.sesi.arsip
    f = next(
        n
        for n in arsip.turunan(meja.dokumen_id)
        if isinstance(n, Formulasi) and n.jenis is JenisFormulasi.NILAI
    )
    isi = (Butir("Dokumen <b>Renstra</b>"), Butir("Renja", (Butir("Renja awal"), Butir("Renja akhir"))))
    meja.sesi.workspace.ubah(replace(f, jenis=JenisFormulasi.JUMLAH, butir=isi))
    meja.ke(f)
    return f


def test_items_are_ticked_by_keyboard_dated_and_counted(meja, butir):
    panel = rinci(meja)
    kotak = [b.kotak for b in panel.centang.baris]
    assert [b.butir for b in panel.centang.baris] == ["Dokumen <b>Renstra</b>", "Renja awal", "Renja akhir"]
    assert QApplication.focusWidget() is kotak[0]
    meja.tekan(K.Key_Space)
    meja.tekan(K.Key_Down)
    meja.tekan(K.Key_Down)
    meja.tekan(K.Key_Space)
    r = meja.isian(butir)
    hari = date.today()
    assert r.centang == (Centang("Dokumen <b>Renstra</b>", hari), Centang("Renja akhir", hari))
    assert r.nilai == Decimal(2)
    assert panel.centang.judul.text() == "Butir: 2 dari 3 dicentang"
    sel = meja.model.sel(meja.index(butir).row(), meja.index(butir).column())
    assert (sel.teks, sel.bawah) == ("2", "dari 3 butir")
    meja.tekan(K.Key_Up)
    meja.tekan(K.Key_Up)
    meja.tekan(K.Key_Space)
    assert meja.isian(butir).centang == (Centang("Renja akhir", hari),)
    meja.sesi.urungkan()
    assert kotak[0].isChecked()
    kotak[0].setFocus()
    meja.tekan(K.Key_Space)
    kotak[2].setFocus()
    meja.tekan(K.Key_Space)
    assert meja.isian(butir) is None, "nothing ticked is nothing entered"


def test_the_item_that_has_the_keys_is_in_sight(meja, butir):
    banyak = tuple(Butir(f"Dokumen {n}") for n in range(40))
    meja.sesi.workspace.ubah(replace(butir, jenis=JenisFormulasi.JUMLAH, butir=banyak))
    meja.ke(butir)
    panel = rinci(meja)
    QApplication.processEvents()
    for _ in range(39):
        meja.tekan(K.Key_Down)
    kotak = panel.centang.baris[-1].kotak
    assert QApplication.focusWidget() is kotak
    letak = kotak.mapTo(panel.viewport(), kotak.rect().center())
    assert panel.viewport().rect().contains(letak)
    for _ in range(39):
        meja.tekan(K.Key_Up)
    awal = panel.centang.baris[0].kotak
    assert panel.viewport().rect().contains(awal.mapTo(panel.viewport(), awal.rect().center()))


def test_date_and_note_of_an_item_are_saved_when_left(meja, butir):
    panel = rinci(meja)
    meja.tekan(K.Key_Space)
    baris = panel.centang.baris[0]
    baris.tanggal.setFocus()
    baris.tanggal.selectAll()
    meja.ketik("2 Maret 2026", K.Key_Tab)
    meja.ketik("sudah diunggah", K.Key_Return)
    tercatat = Centang("Dokumen <b>Renstra</b>", date(2026, 3, 2), "sudah diunggah")
    assert meja.isian(butir).centang == (tercatat,)
    baris.tanggal.setFocus()
    baris.tanggal.selectAll()
    meja.ketik("kapan saja", K.Key_Return)
    assert "bukan tanggal lengkap" in meja.ditolak[-1]
    assert baris.tanggal.text() == "kapan saja", "what was typed stays"
    assert meja.isian(butir).centang[0].tanggal == date(2026, 3, 2)


def test_what_was_ticked_before_is_shown(meja, butir):
    meja.sesi.workspace.set_centang(butir.id, 1, [Centang("Renja awal", date(2026, 2, 1))])
    meja.sesi.set_periode(2)
    meja.ke(butir)
    panel = rinci(meja)
    assert [b.lalu.text() for b in panel.centang.baris] == ["", "sudah di TW I", ""]
    assert not panel.centang.baris[1].kotak.isChecked()


def test_a_typed_number_takes_the_place_of_ticks_and_can_be_undone(meja, butir):
    meja.sesi.workspace.set_centang(butir.id, 1, [Centang("Renja awal")])
    meja.ke(butir)
    meja.ketik("3", K.Key_Return)
    assert meja.pesan[-1] == "Centang butirnya dilepas, karena angkanya diketik."
    assert meja.isian(butir).centang is None
    meja.ke(butir)
    panel = rinci(meja)
    assert panel.centang.judul.text() == "Angka 3 diketik langsung. Mencentang akan menggantinya."
    meja.sesi.urungkan()
    assert meja.isian(butir).centang == (Centang("Renja awal"),)
    assert panel.centang.baris[1].kotak.isChecked()


def test_a_refused_tick_is_taken_back(meja, butir, monkeypatch):
    panel = rinci(meja)

    def gagal(*_):
        raise StoreError("Cakram penuh.", "")

    monkeypatch.setattr(meja.sesi.workspace._store, "apply", gagal)
    meja.tekan(K.Key_Space)
    assert not panel.centang.baris[0].kotak.isChecked()
    assert meja.ditolak == ["Cakram penuh."]


# --- evidence ----------------------------------------------------------------------------------------


@pytest.fixture
def dibuka(monkeypatch) -> list[str]:
    """What the desktop was asked to open."""
    daftar: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: daftar.append(url.toLocalFile()))
    return daftar


def berkas(folder: Path, nama: str, isi: bytes = b"isi") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / nama
    path.write_bytes(isi)
    return path


def lampirkan(meja, qtbot, *sumber: Path) -> RincianIsian:
    panel = rinci(meja)
    panel.bukti.terima(sumber)
    qtbot.waitUntil(lambda: not panel.bukti.bilah.sibuk)
    return panel


def test_files_are_copied_named_and_survive_reopening(meja, qtbot, tmp_path):
    f = meja.formulasi(0)
    meja.ke(f)
    luar = tmp_path / "unduhan"
    panel = lampirkan(meja, qtbot, berkas(luar, "Daftar <b>hadir.pdf"), berkas(luar, "foto.jpg", b"dua"))
    bukti = meja.isian(f).bukti
    assert [b.nama for b in bukti] == ["Daftar <b>hadir.pdf", "foto.jpg"]
    assert meja.pesan[-1] == "2 bukti ditambahkan."
    folder = meja.sesi.path.with_name(f"{meja.sesi.path.name}.bukti")
    assert sorted(p.name for p in folder.iterdir()) == ["Daftar b hadir.pdf", "foto.jpg"]
    assert panel.bukti.daftar.item(0).text() == "Daftar <b>hadir.pdf · 1 kB"
    meja.sesi.urungkan()
    assert meja.isian(f) is None
    assert len(list(folder.iterdir())) == 2, "the files stay: redo finds them"
    meja.sesi.ulangi()
    qtbot.waitUntil(lambda: panel.bukti.daftar.count() == 2)
    assert "!" not in panel.bukti.daftar.item(0).text()


def test_the_same_file_twice_is_named_once(meja, qtbot, tmp_path):
    meja.ke(meja.formulasi(0))
    satu = berkas(tmp_path / "u", "a.pdf")
    lampirkan(meja, qtbot, satu)
    lampirkan(meja, qtbot, satu)
    assert meja.pesan[-1] == "Bukti itu sudah ada di sini."
    assert len(meja.isian(meja.formulasi(0)).bukti) == 1


def test_what_cannot_be_taken_in_is_said_and_the_rest_comes(meja, qtbot, tmp_path):
    meja.ke(meja.formulasi(0))
    besar = tmp_path / "besar.pdf"
    with besar.open("wb") as f:
        f.truncate(UKURAN_TERBESAR + 1)
    lampirkan(meja, qtbot, besar, tmp_path, berkas(tmp_path / "u", "a.pdf"))
    assert [b.nama for b in meja.isian(meja.formulasi(0)).bukti] == ["a.pdf"]
    assert "terlalu besar" in meja.ditolak[-1]
    assert "adalah folder" in meja.ditolak[-1]


def test_a_stopped_copy_names_nothing(meja, qtbot, tmp_path):
    meja.ke(meja.formulasi(0))
    panel = rinci(meja)
    sumber = [berkas(tmp_path / "u", f"{n}.pdf", b"x" * 3_000_000) for n in range(5)]
    panel.bukti.terima(sumber)
    panel.bukti.bilah._batalkan()
    panel.bukti.terima(sumber[:1])
    assert meja.pesan[-1].startswith("Berkas sebelumnya masih disalin.")
    qtbot.waitUntil(lambda: not panel.bukti.bilah.sibuk)
    assert meja.pesan[-1] == "Dibatalkan. Tidak ada bukti ditambah."
    assert meja.isian(meja.formulasi(0)) is None


def test_only_harmless_files_are_opened(meja, qtbot, tmp_path, dibuka):
    meja.ke(meja.formulasi(0))
    luar = tmp_path / "u"
    panel = lampirkan(meja, qtbot, berkas(luar, "a.pdf"), berkas(luar, "b.exe"), berkas(luar, "c.html"))
    for nomor in range(3):
        panel.bukti.daftar.setCurrentRow(nomor)
        panel.bukti.daftar.setFocus()
        meja.tekan(K.Key_Return)
    folder = meja.sesi.lemari.folder
    assert dibuka == [str(folder / "a.pdf")]
    assert meja.pesan[-1] == "Jenis berkas ini tidak dibuka dari sini. Pakai tombol Folder."
    panel.bukti.tombol_folder.click()
    assert dibuka[-1] == str(folder)


def test_what_is_gone_or_changed_is_shown(meja, qtbot, tmp_path, dibuka):
    f = meja.formulasi(0)
    meja.ke(f)
    luar = tmp_path / "u"
    panel = lampirkan(meja, qtbot, berkas(luar, "a.pdf", b"satu"), berkas(luar, "b.pdf", b"dua"))
    folder = meja.sesi.lemari.folder
    (folder / "a.pdf").unlink()
    (folder / "b.pdf").write_bytes(b"lain sama sekali")
    meja.ke(meja.formulasi(1))
    qtbot.waitUntil(lambda: not panel.bukti._bukti)
    meja.ke(f)
    qtbot.waitUntil(lambda: panel.bukti.daftar.count() == 2)
    qtbot.waitUntil(lambda: panel.bukti.daftar.item(1).text().startswith("!"))
    assert [panel.bukti.daftar.item(n).text() for n in range(2)] == [
        "! a.pdf · tidak ada lagi",
        "! b.pdf · isinya berubah",
    ]
    panel.bukti.daftar.setCurrentRow(0)
    panel.bukti.buka()
    assert (dibuka, meja.ditolak[-1]) == ([], "“a.pdf” tidak ada lagi di folder bukti.")


def test_a_name_from_a_strange_file_opens_nothing(meja, qtbot, tmp_path, dibuka):
    f = meja.formulasi(0)
    berkas(tmp_path, "rahasia.pdf")
    meja.sesi.workspace.set_bukti(f.id, 1, [Bukti("x.pdf", "../rahasia.pdf", 3, "0" * 64)])
    meja.ke(f)
    panel = rinci(meja)
    panel.bukti.buka()
    assert dibuka == []
    qtbot.waitUntil(lambda: "tidak ada lagi" in panel.bukti.daftar.item(0).text())


def test_del_takes_one_off_and_leaves_its_file(meja, qtbot, tmp_path):
    f = meja.formulasi(0)
    meja.ke(f)
    panel = lampirkan(meja, qtbot, berkas(tmp_path / "u", "a.pdf"))
    panel.bukti.daftar.setFocus()
    meja.tekan(K.Key_Delete)
    assert meja.isian(f) is None
    assert meja.pesan[-1] == "Bukti dilepas. Berkasnya tetap ada di folder bukti."
    assert (meja.sesi.lemari.folder / "a.pdf").exists()
    meja.sesi.urungkan()
    assert [b.nama for b in meja.isian(f).bukti] == ["a.pdf"]


def test_files_are_dropped_onto_the_pane(meja, qtbot, tmp_path):
    f = meja.formulasi(0)
    meja.ke(f)
    panel = rinci(meja)
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(berkas(tmp_path / "u", "a.pdf"))), QUrl("https://contoh.go.id/b.pdf")]
    )
    tombol, bantu = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    masuk = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, tombol, bantu)
    panel.dragEnterEvent(masuk)
    assert masuk.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, tombol, bantu))
    qtbot.waitUntil(lambda: not panel.bukti.bilah.sibuk)
    assert [b.nama for b in meja.isian(f).bukti] == ["a.pdf"]


def test_the_file_dialog_adds(meja, qtbot, tmp_path, monkeypatch):
    meja.ke(meja.formulasi(0))
    panel = rinci(meja)
    nama = str(berkas(tmp_path / "u", "a.pdf"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([nama], ""))
    panel.bukti.tambah.click()
    qtbot.waitUntil(lambda: not panel.bukti.bilah.sibuk)
    assert len(meja.isian(meja.formulasi(0)).bukti) == 1


def test_a_file_without_a_place_for_evidence_offers_none(qtbot, sesi_kosong):
    panel = RincianIsian(sesi_kosong)
    qtbot.addWidget(panel)
    panel.segarkan()
    panel.bukti.terima([Path("a.pdf")])
    assert not panel.bukti.tambah.isEnabled()
    assert not panel.bukti.tombol_folder.isEnabled()


# --- layout ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lebar, kolom", [(1000, 4), (500, 2), (150, 1)])
def test_blocks_stand_side_by_side_as_far_as_there_is_room(qtbot, aplikasi, lebar, kolom):
    from PySide6.QtWidgets import QGridLayout, QLabel

    blok = Berkolom([QLabel(str(n)) for n in range(4)], 24)
    qtbot.addWidget(blok)
    huruf = blok.fontMetrics().averageCharWidth() / 7
    blok.resize(int(lebar * huruf), 200)
    blok.show()
    letak = blok.layout()
    assert isinstance(letak, QGridLayout)
    terpakai = {n for n in range(4) if letak.itemAtPosition(0, n) is not None}
    assert terpakai == set(range(kolom))
