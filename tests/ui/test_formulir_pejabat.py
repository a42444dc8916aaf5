"""The register of pejabat in the forms: kept on the office's page, copied into papers, compared with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iki_desktop.core.errors import StoreError
from iki_desktop.core.pejabat import PANGKAT
from iki_desktop.core.records import Kecamatan, Keputusan, Pejabat, Penandatangan
from iki_desktop.ui.formulir import PanelKeputusan, PanelSusunan
from iki_desktop.ui.formulir.isian_pejabat import KotakPangkat
from iki_desktop.ui.formulir.tabel_pejabat import ModelPejabat, masa_dalam_kata

AWAL, AKHIR, NANTI = date(2023, 8, 1), date(2026, 12, 31), date(2027, 1, 1)
CAMAT = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.", "Pembina Tk. I", "199001012010011001")
LAMA = Pejabat.dari(CAMAT, AWAL, AKHIR)
BARU = Pejabat("CAMAT", "NAMA & BARU, S.IP.", "Pembina", "199001012010011002", berlaku_dari=NANTI)
KASI = Pejabat("KASI UMUM", "NAMA KASI", sebutan="Plt.")
HOSTIL = Pejabat("<b>JABATAN</b> </para>", "=1+1 \u202e😀 & " + "é" * 6000, "\x1b<i>", None, None, "\u0640")


@pytest.fixture
def kecamatan(sesi_contoh):
    return sesi_contoh.arsip.kecamatan()[0]


@pytest.fixture
def dokumen(sesi_contoh, kecamatan):
    return sesi_contoh.arsip.dokumen(kecamatan.id)[0]


def buka(panel, qtbot):
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


@pytest.fixture
def susunan(sesi_contoh, kecamatan, qtbot):
    sesi_contoh.pilih(kecamatan.id)
    return buka(PanelSusunan(sesi_contoh), qtbot)


@pytest.fixture
def daftar(susunan):
    return susunan.halaman().pejabat


@pytest.fixture
def penanda(sesi_contoh, qtbot):
    panel = buka(PanelKeputusan(sesi_contoh), qtbot)
    return panel.halaman()._lembaran[-1].bidang("penandatangan")


def daftarkan(sesi, kecamatan, *pejabat):
    sesi.workspace.ubah(replace(sesi.arsip[kecamatan.id], pejabat=pejabat or None))


def register(sesi, kecamatan):
    return sesi.arsip[kecamatan.id].pejabat


def tulis(baris, teks):
    baris.setFocus()
    baris.selectAll()
    QTest.keyClicks(baris, teks) if teks else QTest.keyClick(baris, Qt.Key.Key_Delete)
    QTest.keyClick(baris, Qt.Key.Key_Return)


def tabel(daftar):
    model = daftar.tabel.model()
    return [[model.index(b, k).data() for k in range(model.columnCount())] for b in range(model.rowCount())]


# --- the table and its form -----------------------------------------------------------------


def test_an_empty_register_says_what_belongs_there(daftar, sesi_contoh, kecamatan):
    assert daftar._kosong.isVisible()
    assert not daftar.tabel.isVisible()
    assert not daftar._formulir.isVisible()
    daftarkan(sesi_contoh, kecamatan, KASI)
    assert not daftar._kosong.isVisible()
    assert daftar.tabel.isVisible()
    assert not daftar._formulir.isVisible(), "nothing is asked before an entry is chosen"


def test_the_table_shows_name_office_nip_and_term(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU, KASI)
    assert tabel(daftar) == [
        ["NAMA CAMAT, S.Sos.", "CAMAT", "19900101 201001 1 001", "1 Agustus 2023 –\n31 Desember 2026"],
        ["NAMA & BARU, S.IP.", "CAMAT", "19900101 201001 1 002", "sejak 1 Januari 2027"],
        ["NAMA KASI", "Plt. KASI UMUM", "", "tidak dibatasi"],
    ]
    assert masa_dalam_kata(replace(LAMA, berlaku_dari=None)) == "sampai 31 Desember 2026"


def test_a_new_entry_is_saved_once_name_and_office_are_there(daftar, sesi_contoh, kecamatan):
    QTest.mouseClick(daftar.tombol_tambah, Qt.MouseButton.LeftButton)
    bidang = daftar.bidang
    assert bidang.baris("nama").hasFocus()
    tulis(bidang.baris("nama"), "NAMA CAMAT, S.Sos.")
    assert register(sesi_contoh, kecamatan) is None
    assert bidang.pesan.teks() == "Tersimpan setelah nama dan jabatan terisi."
    tulis(bidang.baris("jabatan"), "CAMAT")
    assert register(sesi_contoh, kecamatan) == (Pejabat("CAMAT", "NAMA CAMAT, S.Sos."),)
    assert bidang.pesan.teks() == ""
    tulis(bidang.baris("nip"), "NIP. 19900101 201001 1 001")
    tulis(bidang.baris("pangkat"), "Pembina Tk. I")
    tulis(bidang.baris("berlaku_dari"), "1/8/2023")
    tulis(bidang.baris("berlaku_sampai"), "31 des 2026")
    assert register(sesi_contoh, kecamatan) == (LAMA,)
    assert bidang.baris("berlaku_sampai").text() == "31 Desember 2026"
    assert sesi_contoh.workspace.undo_text == "ubah “NAMA CAMAT, S.Sos.” di daftar pejabat"
    assert daftar._judul.text() == "NAMA CAMAT, S.Sos."
    for _ in range(5):
        sesi_contoh.urungkan()
    assert register(sesi_contoh, kecamatan) is None
    assert not daftar._formulir.isVisible(), "what it showed is gone"
    sesi_contoh.ulangi()
    assert len(tabel(daftar)) == 1


def test_a_new_entry_can_be_given_up(daftar, sesi_contoh, kecamatan):
    daftar.tambah()
    assert daftar._batal.isVisible()
    tulis(daftar.bidang.baris("nama"), "NAMA")
    daftar.batalkan()
    assert not daftar._formulir.isVisible()
    assert daftar.simpan()
    assert register(sesi_contoh, kecamatan) is None
    daftar.tambah()
    assert daftar.bidang.baris("nama").text() == ""
    daftar.hapus()
    assert sesi_contoh.workspace.undo_text is None


def test_an_entry_is_edited_in_place(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, LAMA, KASI)
    daftar.tabel.selectRow(1)
    assert daftar.bidang.baris("nama").text() == "NAMA KASI"
    daftar.bidang.sebutan.setFocus()
    QTest.keyClick(daftar.bidang.sebutan, Qt.Key.Key_Home)
    tulis(daftar.bidang.baris("atas_nama"), "CAMAT")
    definitif = replace(KASI, sebutan="definitif", atas_nama="CAMAT")
    assert register(sesi_contoh, kecamatan) == (LAMA, definitif)
    sesi_contoh.urungkan()
    assert daftar.bidang.baris("atas_nama").text() == ""
    assert daftar.tabel.selectionModel().selectedRows()[0].row() == 1


@pytest.mark.parametrize(
    "ketikan, pesan",
    [
        (("berlaku_sampai", "1/1/2020"), "Masa berlaku berakhir sebelum dimulai."),
        (("berlaku_dari", "31 Februari 2026"), "bukan tanggal lengkap"),
        (("nip", "12345"), "NIP terdiri atas 18 angka."),
        (("nama", ""), "Nama belum diisi."),
    ],
)
def test_what_is_refused_stays_as_typed(daftar, sesi_contoh, kecamatan, ketikan, pesan):
    kunci, teks = ketikan
    daftarkan(sesi_contoh, kecamatan, LAMA, KASI)
    daftar.tabel.selectRow(0)
    tulis(daftar.bidang.baris(kunci), teks)
    assert pesan in daftar.bidang.pesan.teks()
    assert register(sesi_contoh, kecamatan) == (LAMA, KASI)
    daftar.tabel.selectRow(1)
    QTest.qWait(0)
    assert daftar.bidang.baris(kunci).text() == teks, "another row does not take the typing away"
    assert daftar.tabel.selectionModel().selectedRows()[0].row() == 0
    daftar.batalkan()
    assert daftar.bidang.pesan.teks() == ""
    assert daftar.simpan()
    daftar.tabel.selectRow(1)
    assert daftar.bidang.baris("nama").text() == "NAMA KASI"


def test_everything_emptied_is_no_entry(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, Pejabat("KASI", "NAMA"))
    daftar.tabel.selectRow(0)
    daftar.bidang.baris("nama").clear()
    daftar.bidang.baris("jabatan").clear()
    assert not daftar.simpan()
    assert "hapus pejabat ini" in daftar.bidang.pesan.teks()
    daftar.hapus()
    assert register(sesi_contoh, kecamatan) is None


def test_entries_are_moved_and_deleted_with_the_keyboard(daftar, sesi_contoh, kecamatan, qtbot):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU, KASI)
    daftar.tabel.setFocus()
    daftar.tabel.selectRow(0)
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert register(sesi_contoh, kecamatan) == (BARU, LAMA, KASI)
    assert daftar.bidang.baris("nama").text() == LAMA.nama, "the form stays with the entry"
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert register(sesi_contoh, kecamatan) == (LAMA, BARU, KASI)
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Down)
    with qtbot.waitSignal(sesi_contoh.pesan) as kabar:
        QTest.keyClick(daftar.tabel, Qt.Key.Key_Delete)
    assert kabar.args == ["Pejabat dihapus dari daftar.", "urungkan"]
    assert register(sesi_contoh, kecamatan) == (LAMA, KASI)
    assert daftar.bidang.baris("nama").text() == KASI.nama
    sesi_contoh.urungkan()
    assert register(sesi_contoh, kecamatan) == (LAMA, BARU, KASI)
    assert daftar.bidang.baris("nama").text() == KASI.nama, "it moved down with its row"
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Return)
    assert daftar.bidang.baris("nama").hasFocus()


def test_a_file_that_cannot_be_written_loses_nothing(daftar, sesi_contoh, kecamatan, monkeypatch):
    daftarkan(sesi_contoh, kecamatan, KASI, BARU)
    daftar.tabel.selectRow(0)

    def penuh(_edit):
        raise StoreError("Penyimpanan penuh.", "Kosongkan dahulu.")

    monkeypatch.setattr(sesi_contoh.workspace._store, "apply", penuh)
    tulis(daftar.bidang.baris("nama"), "NAMA LAIN")
    assert "Penyimpanan penuh." in daftar.bidang.pesan.teks()
    assert daftar.bidang.baris("nama").text() == "NAMA LAIN"
    daftar.hapus()
    daftar.pindahkan(1)
    assert register(sesi_contoh, kecamatan) == (KASI, BARU)
    assert daftar.bidang.baris("nama").text() == "NAMA LAIN"


def test_typing_that_was_refused_waits_for_the_return(susunan, daftar, sesi_contoh, kecamatan, dokumen):
    jabatan = sesi_contoh.arsip.jabatan(dokumen.id)[0]
    daftarkan(sesi_contoh, kecamatan, LAMA, KASI)
    daftar.tabel.selectRow(1)
    daftar.bidang.baris("nip").setText("123")
    sesi_contoh.pilih(jabatan.id)
    daftarkan(sesi_contoh, kecamatan, BARU, LAMA, KASI)
    sesi_contoh.pilih(kecamatan.id)
    assert daftar.tabel.selectionModel().selectedRows()[0].row() == 2, "by the entry, not by its place"
    assert daftar.bidang.baris("nip").text() == "123"
    assert "18 angka" in daftar.bidang.pesan.teks()
    sesi_contoh.pilih(jabatan.id)
    daftarkan(sesi_contoh, kecamatan)
    sesi_contoh.pilih(kecamatan.id)
    assert daftar._judul.text() == "Pejabat baru"
    assert daftar.bidang.baris("nip").text() == "123"


def test_another_office_shows_its_own_register(susunan, daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, LAMA, KASI)
    daftar.tabel.selectRow(1)
    lain = sesi_contoh.workspace.tambah(Kecamatan(0, 1, "Lain", "Kota", "Lain", pejabat=(BARU,)))
    sesi_contoh.pilih(lain.id)
    assert [baris[0] for baris in tabel(daftar)] == [BARU.nama]
    assert not daftar._formulir.isVisible()


def test_hostile_text_is_shown_as_it_is_and_stays_short(daftar, sesi_contoh, kecamatan, penanda):
    daftarkan(sesi_contoh, kecamatan, HOSTIL)
    (nama, jabatan, _, _), *_ = tabel(daftar)
    assert jabatan == "<b>JABATAN</b> </para>"
    assert nama.startswith("=1+1 \u202e😀 & é")
    assert len(nama) < 100
    daftar.tabel.selectRow(0)
    daftar.tabel.grab()
    assert daftar.bidang.baris("nama").text() == HOSTIL.nama
    tulis(daftar.bidang.baris("atas_nama"), "BUPATI")
    assert register(sesi_contoh, kecamatan) == (replace(HOSTIL, pangkat="<i>", atas_nama="BUPATI"),)
    penanda._daftar.menu().aboutToShow.emit()
    assert all(len(a.text()) < 150 for a in penanda._daftar.menu().actions())


def test_the_table_is_as_high_as_what_is_in_it(daftar, sesi_contoh, kecamatan, qtbot):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU, KASI, replace(KASI, jabatan="KEPALA SEKSI " * 7))
    qtbot.waitUntil(lambda: daftar.tabel.height() == daftar.tabel.sizeHint().height())
    kaki = daftar.tabel.visualRect(daftar.tabel.model().index(3, 0)).bottom()
    assert 0 <= daftar.tabel.viewport().height() - 1 - kaki <= 2


def test_the_focus_is_seen_before_a_row_is_chosen(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, LAMA, KASI)

    def warna_baris(nomor):
        daerah = daftar.tabel.visualRect(daftar.tabel.model().index(nomor, 2))
        return daftar.tabel.viewport().grab().toImage().pixelColor(daerah.right() - 1, daerah.top() + 2)

    daftar.tombol_tambah.setFocus()
    tenang = warna_baris(0)
    daftar.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    assert not daftar._formulir.isVisible(), "passing through chooses nothing"
    assert warna_baris(0) != tenang
    assert warna_baris(1) == tenang
    QTest.keyClick(daftar.tabel, Qt.Key.Key_Return)
    assert daftar.bidang.baris("nama").hasFocus()
    assert daftar.bidang.baris("nama").text() == LAMA.nama
    assert warna_baris(0) != tenang, "the entry in the form stays marked"


def test_rows_that_came_and_went_are_told_as_such(qtmodeltester):
    model = ModelPejabat()
    qtmodeltester.check(model)
    satu, dua, tiga, empat = (Pejabat("J", str(n)) for n in range(4))
    assert model.ganti((satu, dua, tiga), -1) == -1
    assert model.ganti((satu, empat, dua, tiga), 1) == 2
    assert model.ganti((satu, empat, tiga), 2) == -1
    assert model.ganti((tiga,), 2) == 0
    assert model.ganti((empat,), 0) == 0, "changed in its place"
    assert model.ganti((), 0) == -1
    assert model.rowCount() == 0


# --- rank and NIP ---------------------------------------------------------------------------


def test_a_rank_of_the_list_is_taken_without_its_golongan(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, KASI)
    daftar.tabel.selectRow(0)
    kotak = daftar.bidang.pangkat
    assert kotak.itemText(11) == "Penata Tingkat I (III/d)"
    assert kotak.baris.text() == ""
    kotak.setFocus()
    QTest.keyClick(kotak, Qt.Key.Key_Down)
    assert kotak.baris.text() == PANGKAT[0][0]
    assert register(sesi_contoh, kecamatan) == (replace(KASI, pangkat="Juru Muda"),)
    tulis(kotak.baris, "Penata (III/c)")
    assert register(sesi_contoh, kecamatan) == (replace(KASI, pangkat="Penata"),)
    tulis(kotak.baris, "IX")
    assert register(sesi_contoh, kecamatan) == (replace(KASI, pangkat="IX"),), "a PPPK has a golongan alone"


@pytest.mark.parametrize("teks, nomor", [("pembina tk. i", 13), ("Pembina", 12), ("IX", -1), ("", -1)])
def test_the_list_opens_at_the_rank_that_stands_there(aplikasi, qtbot, teks, nomor):
    kotak = KotakPangkat()
    qtbot.addWidget(kotak)
    kotak.pasang(teks)
    assert (kotak.currentIndex(), kotak.baris.text()) == (nomor, teks)


@pytest.mark.parametrize(
    "teks, catatan",
    [
        ("", "Boleh kosong."),
        ("19900101 20", "10 dari 18 angka"),
        ("1990010120100110011", "19 dari 18 angka"),
        ("19900101 201001 1 001", "Lahir 1 Januari 1990"),
        ("199013012010011001", "NIP biasanya diawali tanggal lahir. Periksa kembali angkanya."),
        ("<b>", "NIP hanya berisi angka."),
        ("٣", "NIP hanya berisi angka."),
    ],
)
def test_a_nip_is_looked_at_while_it_is_typed(daftar, teks, catatan):
    daftar.tambah()
    daftar.bidang.baris("nip").setText(teks)
    assert daftar.bidang.catatan_nip.text() == catatan


def test_a_nip_that_looks_odd_is_taken(daftar, sesi_contoh, kecamatan):
    daftarkan(sesi_contoh, kecamatan, KASI)
    daftar.tabel.selectRow(0)
    tulis(daftar.bidang.baris("nip"), "999999999999999999")
    assert register(sesi_contoh, kecamatan)[0].nip == "9" * 18


# --- on a paper -----------------------------------------------------------------------------


def keputusan(sesi, dokumen):
    return sesi.arsip[dokumen.id].keputusan


def tetapkan(sesi, dokumen, **isi):
    sesi.workspace.ubah(
        replace(sesi.arsip[dokumen.id], keputusan=replace(keputusan(sesi, dokumen) or Keputusan(), **isi))
    )


def pilihan(penanda):
    penanda._daftar.menu().aboutToShow.emit()
    return [a for a in penanda._daftar.menu().actions() if not a.isSeparator()]


def test_those_in_force_at_the_decision_come_first(penanda, sesi_contoh, kecamatan, dokumen):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU, KASI)
    tetapkan(sesi_contoh, dokumen, tanggal=NANTI)
    assert [(a.text(), a.isEnabled()) for a in pilihan(penanda)] == [
        ("NAMA && BARU, S.IP. — CAMAT", True),
        ("NAMA KASI — Plt. KASI UMUM", True),
        ("Masa jabatan lain", False),
        ("NAMA CAMAT, S.Sos. — CAMAT (1 Agustus 2023 – 31 Desember 2026)", True),
    ]
    tetapkan(sesi_contoh, dokumen, tanggal=AKHIR)
    assert [a.text()[:9] for a in pilihan(penanda)] == ["NAMA CAMA", "NAMA KASI", "Masa jaba", "NAMA && B"]


def test_without_a_date_the_day_is_today_but_not_after_the_year(penanda, sesi_contoh, kecamatan, dokumen):
    tetapkan(sesi_contoh, dokumen, tanggal=None)
    hari_ini = date.today()
    assert penanda._pada == min(hari_ini, date(dokumen.tahun, 12, 31))
    sesi_contoh.workspace.ubah(replace(sesi_contoh.arsip[dokumen.id], tahun=2020))
    sesi_contoh.set_tahun(2020)
    assert penanda._pada == date(2020, 12, 31)


def test_choosing_copies_and_the_register_changes_no_paper(penanda, sesi_contoh, kecamatan, dokumen):
    daftarkan(sesi_contoh, kecamatan, LAMA, replace(KASI, sebutan=None))
    tetapkan(sesi_contoh, dokumen, penandatangan=replace(CAMAT, sebutan="Plh."))
    pilihan(penanda)[1].trigger()
    assert keputusan(sesi_contoh, dokumen).penandatangan == replace(KASI, sebutan=None).penandatangan
    daftarkan(sesi_contoh, kecamatan, LAMA, replace(KASI, nama="NAMA LAIN"))
    assert keputusan(sesi_contoh, dokumen).penandatangan == replace(KASI, sebutan=None).penandatangan


def test_after_the_term_a_successor_is_offered(penanda, sesi_contoh, kecamatan, dokumen):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU)
    assert penanda.pesan.teks() == ""
    tetapkan(sesi_contoh, dokumen, tanggal=NANTI)
    assert penanda.pesan.teks() == "Masa jabatan berakhir 31 Desember 2026."
    (ganti,) = penanda.pesan.tombol()
    assert ganti.text() == "Ganti dengan NAMA && BARU, S.IP."
    ganti.click()
    assert keputusan(sesi_contoh, dokumen).penandatangan == BARU.penandatangan
    assert penanda.pesan.teks() == ""
    tetapkan(sesi_contoh, dokumen, tanggal=AKHIR)
    assert penanda.pesan.teks() == "Masa jabatan baru mulai 1 Januari 2027."
    daftarkan(sesi_contoh, kecamatan, BARU)
    assert penanda.pesan.tombol() == []


def test_a_new_year_shows_that_the_signatory_is_not_in_office_any_more(
    penanda, sesi_contoh, kecamatan, dokumen
):
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU)
    baru = sesi_contoh.workspace.mulai_tahun(kecamatan.id, 2027)
    sesi_contoh.set_tahun(2027)
    assert baru.keputusan.penandatangan == CAMAT
    tetapkan(sesi_contoh, baru, tanggal=date(2027, 1, 4))
    assert penanda.pesan.teks() == "Masa jabatan berakhir 31 Desember 2026."
    penanda.pesan.tombol()[0].click()
    assert keputusan(sesi_contoh, baru).penandatangan == BARU.penandatangan
    assert keputusan(sesi_contoh, dokumen).penandatangan == CAMAT, "last year's paper stays as it was"


def test_a_paper_that_differs_can_be_made_alike(penanda, sesi_contoh, kecamatan, dokumen):
    naik = replace(LAMA, pangkat="Pembina Utama Muda")
    daftarkan(sesi_contoh, kecamatan, naik)
    assert penanda.pesan.teks() == "Berbeda dari daftar pejabat."
    assert penanda._simpan_daftar.isEnabled()
    penanda.pesan.tombol()[0].click()
    assert keputusan(sesi_contoh, dokumen).penandatangan == naik.penandatangan
    assert penanda.pesan.teks() == ""
    sesi_contoh.urungkan()
    assert penanda.pesan.teks() == "Berbeda dari daftar pejabat."
    tetapkan(sesi_contoh, dokumen, status="ditetapkan")
    assert penanda.pesan.teks() == "", "what is signed is past comparing"


def test_saving_into_the_register_keeps_the_term(penanda, sesi_contoh, kecamatan, dokumen):
    daftarkan(sesi_contoh, kecamatan, KASI, replace(LAMA, pangkat=None))
    penanda._simpan_daftar.click()
    assert register(sesi_contoh, kecamatan) == (KASI, LAMA)
    assert penanda.pesan.teks() == ""


def test_the_holder_of_a_post_is_compared_at_the_decision_too(susunan, sesi_contoh, kecamatan, dokumen):
    jabatan = sesi_contoh.arsip.jabatan(dokumen.id)[0]
    sesi_contoh.workspace.ubah(replace(jabatan, pemangku=CAMAT))
    daftarkan(sesi_contoh, kecamatan, LAMA, BARU)
    sesi_contoh.pilih(jabatan.id)
    pemangku = susunan.halaman()._lembaran[0].bidang("pemangku")
    tetapkan(sesi_contoh, dokumen, tanggal=NANTI)
    assert pemangku.pesan.teks() == "Masa jabatan berakhir 31 Desember 2026."
    pemangku.pesan.tombol()[0].click()
    assert sesi_contoh.arsip[jabatan.id].pemangku == BARU.penandatangan
