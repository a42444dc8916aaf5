"""Chapters, cover, visi and misi on the page of the document: every step one edit, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Bab, Bagian, Butir, Misi, Penandatangan, Pengesahan, Tujuan
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui.formulir import PanelKeputusan
from iki_desktop.ui.formulir import bagian_naskah as naskah
from iki_desktop.ui.formulir.ketikan import TeksTumbuh
from iki_desktop.ui.formulir.kunci_deret import KunciDeret, padankan
from iki_desktop.ui.sesi import Sesi

DATA = Path(__file__).resolve().parent.parent / "data"

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
HOSTIL = "<b>x</b> </para> \x0b=1+1 😀 \u202eabc " + "kata " * 1200


def buka(sesi, qtbot):
    panel = PanelKeputusan(sesi)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


@pytest.fixture(params=["camplong.json", "lengkap.json"])
def sesi(request, aplikasi, berkas):
    impor = Workspace(berkas, [])
    impor.terapkan(*rencana_impor(impor.arsip, baca_iki_json(DATA / request.param), impor.id_baru))
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path)
    yield sesi
    sesi.tutup()


@pytest.fixture
def panel(sesi, qtbot):
    return buka(sesi, qtbot)


@pytest.fixture
def biatan(sesi_contoh, qtbot):
    """An office without chapters, whose page begins empty."""
    return buka(sesi_contoh, qtbot)


def dokumen(panel):
    return panel.sesi.dokumen_aktif()


def bab(panel, nomor=0):
    """Show a chapter; returns its page."""
    semua = [b for b in panel.bagian() if b.jenis == naskah.BAB]
    panel.pilih_bagian(semua[nomor])
    return panel.halaman()


def judul(halaman):
    return halaman._lembaran[0].bidang("judul").baris


def pengesahan(halaman):
    return halaman._lembaran[-1]


def isi(halaman, nomor=0):
    return halaman.bagian.borang()[nomor].bidang("isi")


def tulis(tempat, teks):
    tempat.setFocus()
    tempat.selectAll()
    QTest.keyClicks(tempat, teks) if teks else QTest.keyClick(tempat, Qt.Key.Key_Delete)


def daftar(panel):
    kotak = panel.daftar.daftar
    return [kotak.item(n).text() for n in range(kotak.count())]


# --- the list of parts ----------------------------------------------------------------------


def test_the_list_names_the_parts_in_the_order_of_printing(panel):
    nama = daftar(panel)
    assert nama[0] == "Sampul"
    assert nama[1].startswith("Bab I  PENDAHULUAN")
    assert "Visi dan misi" in nama
    assert nama[-1] == "Keputusan"
    assert panel.bagian_aktif().jenis == naskah.KEPUTUSAN, "what is needed most is shown first"
    assert panel.daftar.daftar.currentRow() == len(nama) - 1


def test_every_page_untouched_makes_no_edit(panel, sesi):
    semula = dokumen(panel)
    for bagian in panel.bagian():
        panel.pilih_bagian(bagian)
        for tempat in panel.halaman().findChildren(QLineEdit) + panel.halaman().findChildren(TeksTumbuh):
            tempat.setFocus()
            tempat.clearFocus()
        assert not panel.halaman().berubah()
    assert panel.simpan_isian()
    assert sesi.workspace.undo_text is None
    assert dokumen(panel) is semula


def test_chapters_are_added_moved_and_deleted_from_the_list(panel, sesi, qtbot):
    semula = dokumen(panel).bab
    bab(panel, 0)
    panel.daftar.tombol_bab.click()
    assert dokumen(panel).bab == (semula[0], Bab("Bab baru", ()), *semula[1:])
    qtbot.waitUntil(lambda: judul(panel.halaman()).hasFocus())
    QTest.keyClicks(judul(panel.halaman()), "GAMBARAN UMUM")
    kotak = panel.daftar.daftar
    kotak.setFocus()
    assert kotak.currentItem().text() == "Bab II  GAMBARAN UMUM"
    QTest.keyClick(kotak, Qt.Key.Key_Up, ALT)
    assert [b.judul for b in dokumen(panel).bab][:2] == ["GAMBARAN UMUM", semula[0].judul]
    assert kotak.currentItem().text() == "Bab I  GAMBARAN UMUM"
    assert sesi.workspace.undo_text == f"pindahkan bab “GAMBARAN UMUM”, dokumen tahun {sesi.tahun}"
    QTest.keyClick(kotak, Qt.Key.Key_Up, ALT)
    with qtbot.waitSignal(sesi.pesan) as pesan:
        QTest.keyClick(kotak, Qt.Key.Key_Delete)
    assert pesan.args == ["Bab dihapus.", "urungkan"]
    assert dokumen(panel).bab == semula
    for _ in range(4):
        sesi.urungkan()
    assert dokumen(panel).bab == semula
    assert sesi.workspace.undo_text is None
    assert daftar(panel)[1].startswith("Bab I  PENDAHULUAN")


def test_the_first_chapter_comes_and_the_last_goes(biatan, sesi_contoh):
    assert dokumen(biatan).bab is None
    assert daftar(biatan) == ["Sampul", "Visi dan misi", "Keputusan"]
    biatan.tambah_bab()
    assert dokumen(biatan).bab == (Bab("Bab baru", ()),)
    halaman = biatan.halaman()
    assert halaman.bagian._kosong.isVisible()
    halaman._hapus.click()
    assert dokumen(biatan).bab is None
    assert biatan.bagian_aktif().jenis == naskah.KEPUTUSAN
    biatan.hapus_bagian()
    assert biatan.bagian_aktif().jenis == naskah.KEPUTUSAN, "the decision is no chapter"


def test_enter_in_the_list_goes_into_the_page(panel):
    bab(panel, 0)
    panel.daftar.daftar.setFocus()
    QTest.keyClick(panel.daftar.daftar, Qt.Key.Key_Return)
    assert judul(panel.halaman()).hasFocus()


def test_walking_through_the_list_turns_the_pages(panel, sesi):
    kotak = panel.daftar.daftar
    kotak.setFocus()
    for bagian in reversed(panel.bagian()):
        assert panel.bagian_aktif() == bagian
        assert kotak.hasFocus()
        QTest.keyClick(kotak, Qt.Key.Key_Up)
    assert sesi.workspace.undo_text is None


# --- a chapter ------------------------------------------------------------------------------


def test_a_chapter_keeps_its_title(panel, sesi):
    halaman = bab(panel, 1)
    semula = dokumen(panel).bab
    tulis(judul(halaman), "")
    QTest.keyClick(judul(halaman), Qt.Key.Key_Return)
    assert dokumen(panel).bab == semula
    bab(panel, 0)
    assert not panel.simpan_isian(), "the refusal is kept on its page"
    panel.buka_tertolak()
    assert panel.halaman() is halaman
    assert judul(halaman).text() == ""
    tulis(judul(halaman), "LAIN")
    assert panel.simpan_isian()
    assert dokumen(panel).bab == (semula[0], replace(semula[1], judul="LAIN"), *semula[2:])


def test_refused_typing_stays_with_its_chapter_when_others_move(panel, sesi):
    halaman = bab(panel, 0)
    tulis(judul(halaman), "")
    assert not panel.simpan_isian()
    panel.pindahkan_bagian(1)
    assert panel.halaman() is halaman
    assert judul(halaman).text() == ""
    sesi.urungkan()
    tulis(judul(halaman), "KESATU")
    assert panel.simpan_isian()
    assert dokumen(panel).bab[0].judul == "KESATU"


def test_refused_typing_goes_with_a_chapter_that_is_undone(biatan, sesi_contoh):
    biatan.tambah_bab()
    tulis(judul(biatan.halaman()), "")
    assert not biatan.simpan_isian()
    sesi_contoh.urungkan()
    assert biatan.bagian_aktif().jenis == naskah.KEPUTUSAN
    assert biatan.simpan_isian()


def test_sections_are_added_moved_and_deleted(panel, sesi, qtbot):
    halaman = bab(panel, 0)
    semula = dokumen(panel).bab[0].bagian
    halaman.bagian.tombol_tambah.click()
    assert dokumen(panel).bab[0].bagian == (*semula, Bagian(()))
    baru = halaman.bagian.borang()[-1]
    nama = baru.bidang("judul").baris
    assert nama.hasFocus()
    QTest.keyClicks(nama, "Maksud")
    QTest.keyClick(nama, Qt.Key.Key_Up, ALT)
    assert dokumen(panel).bab[0].bagian == (*semula[:-1], Bagian((), "Maksud"), semula[-1])
    assert nama.hasFocus()
    assert halaman.bagian.borang()[-2] is baru
    tulis(baru.bidang("isi").blok()[0].editor, "Isi baru.")
    with qtbot.waitSignal(sesi.pesan):
        halaman.bagian.hapus(list(halaman.bagian._anggota.values())[-2])
    assert dokumen(panel).bab[0].bagian == semula
    sesi.urungkan()
    assert dokumen(panel).bab[0].bagian[-2] == Bagian(("Isi baru.",), "Maksud")


def test_the_headings_are_numbered_as_printed(panel):
    halaman = bab(panel, 0)
    assert halaman._judul_bagian(0) == "1.1 Latar Belakang"
    tanpa = [n for n, b in enumerate(dokumen(panel).bab[0].bagian) if not b.judul]
    assert all(halaman._judul_bagian(n) == "Bagian tanpa judul" for n in tanpa)


# --- the text of a section ------------------------------------------------------------------


@pytest.fixture
def tubuh(biatan, sesi_contoh):
    """The text of a section of a paragraph, a list and a paragraph; Biatan has no other chapter."""
    bagian = Bagian(("satu", (Butir("a"), Butir("b", (Butir("anak"),))), "tiga"), "Latar")
    sesi_contoh.workspace.ubah(replace(dokumen(biatan), bab=(Bab("PENDAHULUAN", (bagian,)),)))
    return isi(bab(biatan))


def teks(panel):
    return dokumen(panel).bab[0].bagian[0].isi


def test_a_paragraph_is_written_and_undone(biatan, tubuh, sesi_contoh):
    editor = tubuh.blok()[0].editor
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "baris dua")
    editor.clearFocus()
    assert teks(biatan) == ("satu\nbaris dua", (Butir("a"), Butir("b", (Butir("anak"),))), "tiga")
    assert sesi_contoh.workspace.undo_text == "ubah isi bagian, bab “PENDAHULUAN”, dokumen tahun 2026"
    sesi_contoh.urungkan()
    assert editor.teks() == "satu"
    assert tubuh.blok()[0].editor is editor


def test_a_paragraph_and_a_list_are_added_by_keys(biatan, tubuh, sesi_contoh):
    QTest.keyClick(tubuh.blok()[0].editor, Qt.Key.Key_Return, CTRL)
    baru = tubuh.blok()[1]
    assert baru.editor.hasFocus()
    assert not baru.berdaftar
    assert sesi_contoh.workspace.undo_text == "ubah dokumen tahun 2026", "an empty place is no edit"
    QTest.keyClicks(baru.editor, "sisipan")
    QTest.keyClick(baru.editor, Qt.Key.Key_Return, CTRL | SHIFT)
    butir = tubuh.blok()[2]
    assert butir.berdaftar
    QTest.keyClicks(butir.editor, "butir satu")
    QTest.keyClick(butir.editor, Qt.Key.Key_Return)
    QTest.keyClicks(butir.editor, "butir dua")
    assert biatan.simpan_isian()
    assert teks(biatan)[:3] == ("satu", "sisipan", (Butir("butir satu"), Butir("butir dua")))
    assert len(teks(biatan)) == 5


def test_blocks_are_moved_and_deleted(biatan, tubuh, sesi_contoh, qtbot):
    satu, daftar_, tiga = tubuh.blok()
    QTest.keyClick(tiga.editor, Qt.Key.Key_Up, ALT)
    assert teks(biatan) == ("satu", "tiga", daftar_.asal)
    assert tubuh.blok() == [satu, tiga, daftar_]
    assert tiga.editor.hasFocus()
    QTest.keyClick(daftar_.editor, Qt.Key.Key_Up, ALT | SHIFT)
    assert teks(biatan) == ("satu", daftar_.asal, "tiga")
    QTest.keyClick(satu.editor, Qt.Key.Key_Up, ALT)
    assert tubuh.blok()[0] is satu
    with qtbot.waitSignal(sesi_contoh.pesan) as pesan:
        daftar_.tombol.menu().actions()[-1].trigger()
    assert pesan.args == ["Daftar dihapus.", "urungkan"]
    assert teks(biatan) == ("satu", "tiga")
    sesi_contoh.urungkan()
    assert [b.berdaftar for b in tubuh.blok()] == [False, True, False]
    for blok in list(tubuh.blok()):
        tubuh.hapus(blok)
    assert teks(biatan) == ()
    assert len(tubuh.blok()) == 1, "there is a place to write"


def test_an_empty_place_at_the_end_gives_way_to_another(biatan, tubuh):
    tubuh.tombol_alinea.click()
    tubuh.tombol_daftar.click()
    assert [b.berdaftar for b in tubuh.blok()] == [False, True, False, True]
    QTest.keyClicks(tubuh.blok()[-1].editor, "butir")
    assert biatan.simpan_isian()
    assert teks(biatan)[3:] == ((Butir("butir"),),)


def test_the_steps_show_beside_the_block_that_is_used(biatan, tubuh):
    satu, dua, _ = tubuh.blok()
    satu.editor.setFocus()
    assert (satu.tombol.isVisible(), dua.tombol.isVisible()) == (True, False)
    dua.editor.setFocus()
    assert (satu.tombol.isVisible(), dua.tombol.isVisible()) == (False, True)


def test_another_text_from_elsewhere_is_shown_at_once(biatan, tubuh, sesi_contoh):
    baru = Bagian(((Butir("kini daftar"),), "tiga", "empat"), "Latar")
    sesi_contoh.workspace.ubah(replace(dokumen(biatan), bab=(Bab("PENDAHULUAN", (baru,)),)))
    assert tubuh.nilai() == baru.isi
    assert [b.berdaftar for b in tubuh.blok()] == [True, False, False]
    assert not tubuh.berubah()
    sesi_contoh.urungkan()
    assert [b.berdaftar for b in tubuh.blok()] == [False, True, False]
    assert biatan.simpan_isian()


def test_an_emptied_block_goes_and_can_be_filled_again(biatan, tubuh):
    pertama = tubuh.blok()[0]
    tulis(pertama.editor, "")
    tubuh.blok()[2].editor.setFocus()
    assert teks(biatan)[0] != "satu"
    assert len(teks(biatan)) == 2
    tulis(pertama.editor, "kembali")
    assert biatan.simpan_isian()
    assert teks(biatan)[0] == "kembali"
    assert len(teks(biatan)) == 3


def test_what_the_file_wrote_empty_stays_when_others_change(biatan, sesi_contoh):
    bagian = Bagian(("satu", (), "", (Butir("a", sebagai_objek=True), Butir("b", ()))))
    sesi_contoh.workspace.ubah(replace(dokumen(biatan), bab=(Bab("B", (bagian,)),)))
    tubuh = isi(bab(biatan))
    tulis(tubuh.blok()[0].editor, "lain")
    assert biatan.simpan_isian()
    assert teks(biatan) == ("lain", *bagian.isi[1:])


def test_hostile_text_is_kept(biatan, tubuh):
    tubuh.blok()[0].editor.setFocus()
    tubuh.blok()[0].editor.setPlainText(HOSTIL)
    assert biatan.simpan_isian()
    assert teks(biatan)[0] == HOSTIL.replace("\x0b", "\n").strip()


def test_what_the_store_refuses_stays_typed_on_its_page(biatan, tubuh, monkeypatch, berkas):
    def gagal(_edit):
        raise StoreError("Berkas tidak dapat ditulis.", "Periksa flash disk.")

    with monkeypatch.context() as m:
        m.setattr(berkas, "apply", gagal)
        tulis(tubuh.blok()[0].editor, "penting")
        biatan.pilih_bagian(naskah.Bagian(naskah.SAMPUL))
        assert "tidak dapat ditulis" in tubuh.pesan.teks()
        assert not biatan.simpan_isian()
    assert biatan.simpan_isian(), "the next try succeeds"
    assert teks(biatan)[0] == "penting"


def test_a_draft_of_the_text_can_be_shown_again(biatan, tubuh):
    tulis(tubuh.blok()[0].editor, "draf")
    draf = tubuh.draf()
    tubuh.tampilkan(("lain",))
    tubuh.pulihkan(draf)
    assert tubuh.nilai()[0] == "draf"
    assert tubuh.berubah()


def test_typing_survives_an_edit_from_elsewhere(biatan, tubuh, sesi_contoh):
    tulis(tubuh.blok()[0].editor, "belum tersimpan")
    sesi_contoh.workspace.ubah(replace(dokumen(biatan), visi="baru"))
    assert tubuh.blok()[0].editor.teks() == "belum tersimpan"
    assert biatan.simpan_isian()
    assert dokumen(biatan).visi == "baru"
    assert teks(biatan)[0] == "belum tersimpan"


# --- the signature --------------------------------------------------------------------------


def test_a_signature_comes_with_its_fields_and_goes(biatan, tubuh, sesi_contoh):
    borang = pengesahan(biatan.halaman())
    assert not borang.bidang("tempat").isVisible()
    ada = borang.bidang("pengesahan").kotak
    ada.setFocus()
    QTest.keyClick(ada, Qt.Key.Key_Down)
    assert dokumen(biatan).bab[0].pengesahan == Pengesahan()
    tulis(borang.bidang("tempat").baris, "Biatan")
    tulis(borang.bidang("tanggal").baris, "10/1/2026")
    pejabat = borang.bidang("penandatangan")
    tulis(pejabat.baris("nama"), "NAMA CAMAT, S.Sos.")
    pejabat.baris("jabatan").setFocus()
    assert "Jabatan belum diisi" in pejabat.pesan.teks()
    tulis(pejabat.baris("jabatan"), "CAMAT")
    assert biatan.simpan_isian()
    penanda = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.")
    assert dokumen(biatan).bab[0].pengesahan == Pengesahan("Biatan", date(2026, 1, 10), penanda)
    ada.setFocus()
    QTest.keyClick(ada, Qt.Key.Key_Up)
    assert dokumen(biatan).bab[0].pengesahan is None
    sesi_contoh.urungkan()
    assert borang.bidang("tempat").baris.text() == "Biatan"


# --- cover, visi and misi -------------------------------------------------------------------


def test_cover_visi_and_misi(biatan, sesi_contoh):
    biatan.pilih_bagian(naskah.Bagian(naskah.SAMPUL))
    sampul = biatan.halaman()._lembaran[0]
    tulis(sampul.bidang("judul").teks, "IKI BIATAN")
    tulis(sampul.bidang("periode").baris, "2024-2029")
    biatan.pilih_bagian(naskah.Bagian(naskah.VISI_MISI))
    tulis(biatan.halaman()._lembaran[0].bidang("visi").teks, "Maju")
    assert biatan.simpan_isian()
    assert (dokumen(biatan).judul, dokumen(biatan).periode, dokumen(biatan).visi) == (
        "IKI BIATAN",
        "2024-2029",
        "Maju",
    )


def test_misi_is_one_list_of_three_levels(biatan, sesi_contoh):
    misi = (Misi("satu", (Tujuan("t", (Butir("s", sebagai_objek=True),)), Tujuan("u", ()))), Misi("dua", ()))
    sesi_contoh.workspace.ubah(replace(dokumen(biatan), misi=misi))
    biatan.pilih_bagian(naskah.Bagian(naskah.VISI_MISI))
    assert biatan.simpan_isian()
    assert dokumen(biatan).misi == misi
    editor = biatan.halaman()._lembaran[0].bidang("misi").editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, "!")
    assert biatan.simpan_isian()
    assert dokumen(biatan).misi == (misi[0], Misi("dua!", ()))


def test_another_year_shows_its_own_document(panel, sesi):
    pertama = dokumen(panel)
    lain = sesi.workspace.salin_tahun(pertama.id, 2030)
    halaman = bab(panel, 0)
    tulis(judul(halaman), "LAMA")
    sesi.set_tahun(2030)
    assert panel.bagian_aktif().jenis == naskah.BAB
    tulis(judul(panel.halaman()), "BARU")
    assert panel.simpan_isian()
    assert sesi.arsip[pertama.id].bab[0].judul == "LAMA"
    assert "BARU" in [b.judul for b in sesi.arsip[lain.id].bab]
    sesi.workspace.hapus(lain.id)
    assert panel.halaman() is None
    assert not panel.daftar.isVisible()


def test_refused_typing_of_another_year_is_found_again(panel, sesi):
    pertama = dokumen(panel)
    sesi.workspace.salin_tahun(pertama.id, 2030)
    tanggal = panel.halaman()._lembaran[-1].bidang("tanggal").baris
    tulis(tanggal, "besok")
    sesi.set_tahun(2030)
    panel.pilih_bagian(naskah.Bagian(naskah.SAMPUL))
    assert not panel.simpan_isian()
    panel.buka_tertolak()
    assert sesi.tahun == pertama.tahun
    assert panel.bagian_aktif().jenis == naskah.KEPUTUSAN
    assert panel.halaman()._lembaran[-1].bidang("tanggal").baris.text() == "besok"
    tulis(panel.halaman()._lembaran[-1].bidang("tanggal").baris, "3/2/2026")
    assert panel.simpan_isian()
    panel.pilih_bagian(naskah.Bagian(naskah.SAMPUL))
    panel.pilih_bagian(naskah.Bagian(naskah.KEPUTUSAN))
    assert panel.simpan_isian()
    assert sesi.arsip[pertama.id].keputusan.tanggal == date(2026, 2, 3)


# --- which is which -------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_each_old_value_is_continued_at_most_once(lama, baru):
    hasil = padankan(lama, baru)
    dipakai = [n for n in hasil if n is not None]
    assert len(set(dipakai)) == len(dipakai) == min(len(lama), len(baru))
    assert padankan(lama, lama) == list(range(len(lama)))


@settings(max_examples=60)
@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_a_value_keeps_its_key_through_moves_and_changes(isi_deret, data):
    deret = KunciDeret()
    kunci = dict(zip(isi_deret, deret.kunci(tuple(isi_deret)), strict=True))
    campur = data.draw(st.permutations(isi_deret))
    assert [kunci[i] for i in campur] == deret.kunci(tuple(campur))
    ubah = data.draw(st.integers(0, len(campur) - 1))
    satu = campur[ubah]
    lain = [*campur[:ubah], "lain", *campur[ubah + 1 :]]
    assert deret.nomor(tuple(lain), kunci[satu]) == ubah
    assert deret.nomor((), kunci[satu]) is None


# --- the paper ------------------------------------------------------------------------------


def test_the_preview_follows_what_is_written(sesi_contoh, setelan, qtbot):
    from iki_desktop.ui.pratinjau import PanelPratinjau

    panel, pratinjau = buka(sesi_contoh, qtbot), PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(pratinjau)
    with qtbot.waitSignal(pratinjau.pembuat.jadi):
        pratinjau.show()
    panel.tambah_bab()
    panel.halaman().bagian.tambah()
    tulis(isi(panel.halaman()).blok()[0].editor, "Alinea yang baru ditulis.")
    assert panel.simpan_isian()
    qtbot.waitUntil(lambda: "Alinea yang baru ditulis." in tercetak(pratinjau))
    assert "BAB I" in tercetak(pratinjau)
    pratinjau.hide()


def tercetak(pratinjau):
    with pypdfium2.PdfDocument(pratinjau._hasil.pdf) as kertas:
        return "\n".join(halaman.get_textpage().get_text_range() for halaman in kertas)
