"""The forms at work: each field commits on its own, refusals stay in place, nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import (
    Akumulasi,
    Butir,
    Diktum,
    Dokumen,
    Formulasi,
    Gabungan,
    JenisFormulasi,
    Kelas,
    Keputusan,
    Pejabat,
    Penandatangan,
    PengaturanCapaian,
    Realisasi,
    Target,
)
from iki_desktop.core.sebutan import NAMA_JENIS
from iki_desktop.ui.dialog.pilih_formulasi import PilihFormulasi, kata_formulasi
from iki_desktop.ui.formulir import PanelKeputusan, PanelSusunan
from iki_desktop.ui.formulir.ketikan import TeksTumbuh

CAMAT = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.", "Pembina Tk. I", "199001012010011001")


@pytest.fixture
def panel(sesi_contoh, qtbot):
    panel = PanelSusunan(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


@pytest.fixture
def kecamatan(sesi_contoh):
    return sesi_contoh.arsip.kecamatan()[0]


@pytest.fixture
def dokumen(sesi_contoh, kecamatan):
    return sesi_contoh.arsip.dokumen(kecamatan.id)[0]


@pytest.fixture
def jabatan(sesi_contoh, dokumen):
    return sesi_contoh.arsip.jabatan(dokumen.id)


@pytest.fixture
def indikator(sesi_contoh, jabatan):
    sasaran = sesi_contoh.arsip.sasaran(jabatan[0].id)[0]
    return sesi_contoh.arsip.indikator(sasaran.id)[0]


@pytest.fixture
def keputusan(sesi_contoh, qtbot):
    panel = PanelKeputusan(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitActive(panel)
    return panel


def borang(panel, kunci):
    """The form that holds a field; in a row of forms the first."""
    halaman = panel.halaman()
    for lembaran in halaman._lembaran:
        for satu in lembaran.borang() if hasattr(lembaran, "borang") else [lembaran]:
            if kunci in getattr(satu, "_bidang", ()):
                return satu
    raise AssertionError(kunci)


def bidang(panel, kunci):
    return borang(panel, kunci).bidang(kunci)


def ketik(panel, kunci, teks, *, akhir=Qt.Key.Key_Return):
    """Replace what stands in a field; single lines end with Enter."""
    tempat = bidang(panel, kunci).tempat_ketik()
    tulis(tempat, teks)
    if isinstance(tempat, QLineEdit):
        QTest.keyClick(tempat, akhir)
    else:
        tempat.clearFocus()


def tulis(tempat, teks):
    tempat.setFocus()
    tempat.selectAll()
    if teks:
        QTest.keyClicks(tempat, teks)
    else:
        QTest.keyClick(tempat, Qt.Key.Key_Delete)


def baca(sesi, node):
    return sesi.arsip[node.id]


# --- committing -----------------------------------------------------------------------------


def test_a_field_commits_on_enter_and_undo_shows_at_once(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "alamat", "Jalan Baru 1")
    ketik(panel, "telepon", "0551 123")
    assert baca(sesi_contoh, kecamatan) == replace(kecamatan, alamat="Jalan Baru 1", telepon="0551 123")
    assert sesi_contoh.workspace.undo_text == "ubah telepon kecamatan “Biatan”"
    sesi_contoh.urungkan()
    assert bidang(panel, "telepon").baris.text() == ""
    sesi_contoh.urungkan()
    assert bidang(panel, "alamat").teks.teks() == kecamatan.alamat
    sesi_contoh.ulangi()
    assert bidang(panel, "alamat").teks.teks() == "Jalan Baru 1"


def test_leaving_a_field_commits_it(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    tulis(bidang(panel, "telepon").baris, "1")
    bidang(panel, "surel").baris.setFocus()
    assert baca(sesi_contoh, kecamatan).telepon == "1"


def test_an_untouched_form_makes_no_edit(panel, sesi_contoh, kecamatan, jabatan, indikator):
    for node in (kecamatan, *jabatan, indikator):
        sesi_contoh.pilih(node.id)
        for tempat in panel.halaman().findChildren(QLineEdit) + panel.halaman().findChildren(TeksTumbuh):
            tempat.setFocus()
            tempat.clearFocus()
        assert panel.simpan_isian()
    assert sesi_contoh.workspace.undo_text is None


def test_the_decision_untouched_makes_no_edit(keputusan, sesi_contoh):
    for tempat in keputusan.halaman().findChildren(QLineEdit) + keputusan.halaman().findChildren(TeksTumbuh):
        tempat.setFocus()
        tempat.clearFocus()
    assert keputusan.simpan_isian()
    assert sesi_contoh.workspace.undo_text is None


def test_the_same_value_typed_again_makes_no_edit(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "surel", f"  {kecamatan.surel} ")
    assert sesi_contoh.workspace.undo_text is None
    assert bidang(panel, "surel").baris.text() == kecamatan.surel


def test_an_emptied_field_is_not_given(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "surel", "")
    ketik(panel, "alamat", "")
    assert (baca(sesi_contoh, kecamatan).surel, baca(sesi_contoh, kecamatan).alamat) == (None, None)


def test_hostile_text_is_kept_as_typed(panel, sesi_contoh, jabatan):
    sesi_contoh.pilih(jabatan[0].id)
    aneh = "<b>x</b>\x0b\x07</para>=1+1 😀 \u202eabc"
    bidang(panel, "nama").baris.setFocus()
    bidang(panel, "nama").baris.setText(aneh)
    assert panel.simpan_isian()
    assert baca(sesi_contoh, jabatan[0]).nama == "<b>x</b>\n</para>=1+1 😀 \u202eabc"


def test_a_long_text_is_kept_whole(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    panjang = ("kata " * 1200).strip()
    bidang(panel, "teks").teks.setPlainText(panjang)
    assert panel.simpan_isian()
    assert baca(sesi_contoh, indikator).teks == panjang


# --- refusals -------------------------------------------------------------------------------


def test_a_refusal_stands_under_the_field_and_the_typing_stays(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "nama", "")
    nama = bidang(panel, "nama")
    assert nama.pesan.teks() == "Nama kecamatan belum diisi. Tuliskan dahulu."
    assert nama.baris.accessibleDescription() == nama.pesan.teks()
    assert nama.baris.text() == ""
    assert baca(sesi_contoh, kecamatan) == kecamatan
    assert not panel.simpan_isian()
    ketik(panel, "nama", "Biatan Hulu")
    assert nama.pesan.teks() == ""
    assert baca(sesi_contoh, kecamatan).nama == "Biatan Hulu"


def test_typing_the_old_value_again_ends_the_refusal(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "nama", "")
    ketik(panel, "nama", kecamatan.nama)
    assert bidang(panel, "nama").pesan.teks() == ""
    assert panel.simpan_isian()


def test_what_the_store_refuses_stays_typed(panel, sesi_contoh, kecamatan, monkeypatch, berkas):
    def gagal(_edit):
        raise StoreError("Berkas tidak dapat ditulis.", "Periksa flash disk.")

    sesi_contoh.pilih(kecamatan.id)
    with monkeypatch.context() as m:
        m.setattr(berkas, "apply", gagal)
        ketik(panel, "telepon", "0551")
        assert "tidak dapat ditulis" in bidang(panel, "telepon").pesan.teks()
    assert panel.simpan_isian(), "the next try succeeds"
    assert baca(sesi_contoh, kecamatan).telepon == "0551"


def test_refused_typing_is_there_again_when_one_comes_back(panel, sesi_contoh, indikator, kecamatan):
    sesi_contoh.pilih(indikator.id)
    ketik(panel, "target", "banyak")
    ketik(panel, "penanggung_jawab", "Camat")
    sesi_contoh.pilih(kecamatan.id)
    sesi_contoh.pilih(indikator.id)
    assert bidang(panel, "target").baris.text() == "banyak"
    assert "bukan angka" in bidang(panel, "target").pesan.teks()
    assert bidang(panel, "penanggung_jawab").pesan.teks() == ""


def test_selecting_another_node_commits_what_is_typed(panel, sesi_contoh, kecamatan, jabatan):
    sesi_contoh.pilih(kecamatan.id)
    tulis(bidang(panel, "telepon").baris, "77")
    sesi_contoh.pilih(jabatan[0].id)
    assert baca(sesi_contoh, kecamatan).telepon == "77"


# --- following ------------------------------------------------------------------------------


def test_unsaved_typing_survives_an_edit_from_elsewhere(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    telepon = bidang(panel, "telepon").baris
    tulis(telepon, "05")
    sesi_contoh.workspace.ubah(replace(kecamatan, laman="baru.go.id"))
    assert bidang(panel, "laman").baris.text() == "baru.go.id"
    assert telepon.text() == "05"
    assert telepon.hasFocus()
    QTest.keyClicks(telepon, "51")
    assert panel.simpan_isian()
    assert baca(sesi_contoh, kecamatan) == replace(kecamatan, laman="baru.go.id", telepon="0551")


def test_the_cursor_stays_where_it_was(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    teks = bidang(panel, "teks").teks
    teks.setFocus()
    kursor = teks.textCursor()
    kursor.setPosition(7)
    teks.setTextCursor(kursor)
    QTest.keyClicks(teks, "X")
    assert panel.simpan_isian()
    assert teks.textCursor().position() == 8
    assert not teks.document().isUndoAvailable(), "what is saved is the session's to undo"


def test_deleting_the_shown_node_moves_to_what_is_near(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    tulis(bidang(panel, "teks").teks, "belum tersimpan")
    sesi_contoh.workspace.hapus(indikator.id)
    assert panel.halaman().node_id == indikator.sasaran_id
    assert panel.simpan_isian()
    sesi_contoh.urungkan()
    assert baca(sesi_contoh, indikator) == indikator


def test_without_a_selection_a_sentence_says_what_to_do(panel, sesi_contoh, kecamatan):
    assert panel.halaman() is None
    assert panel.simpan_isian()
    sesi_contoh.pilih(kecamatan.id)
    sesi_contoh.workspace.hapus(kecamatan.id)
    assert panel.halaman() is None
    assert panel._kosong.text().startswith("Pilih kecamatan")


def test_the_title_follows_the_name(panel, sesi_contoh, jabatan):
    sesi_contoh.pilih(jabatan[1].id)
    ketik(panel, "nama", "Sekretaris Camat " + "x" * 300)
    judul = panel.halaman()._judul.text()
    assert judul.startswith("Sekretaris Camat")
    assert judul.endswith("…")


# --- kecamatan and its document ------------------------------------------------------------


def test_choices_and_words_of_the_office(panel, sesi_contoh, kecamatan):
    sesi_contoh.pilih(kecamatan.id)
    kotak = bidang(panel, "jenis_daerah").kotak
    kotak.setFocus()
    QTest.keyClick(kotak, Qt.Key.Key_Down)
    assert baca(sesi_contoh, kecamatan).jenis_daerah == "Kota"
    ketik(panel, "sebutan_desa", "nagari")
    assert baca(sesi_contoh, kecamatan).sebutan_desa == "nagari"


def test_a_logo_is_chosen_refused_and_removed(panel, sesi_contoh, kecamatan, tmp_path):
    sesi_contoh.pilih(kecamatan.id)
    logo = bidang(panel, "logo_png")
    (tmp_path / "rusak.png").write_bytes(b"bukan gambar")
    logo.pilih_berkas(tmp_path / "rusak.png")
    assert "bukan gambar" in logo.pesan.teks()
    citra = QImage(20, 30, QImage.Format.Format_RGB32)
    citra.fill(QColor("red"))
    citra.save(str(tmp_path / "lambang.png"))
    logo.pilih_berkas(tmp_path / "lambang.png")
    assert logo.pesan.teks() == ""
    assert baca(sesi_contoh, kecamatan).logo_png
    assert not panel.grab().isNull()
    logo.tombol_hapus.click()
    assert baca(sesi_contoh, kecamatan).logo_png is None
    sesi_contoh.urungkan()
    assert logo.tombol_hapus.isEnabled()


def test_settings_of_capaian(panel, sesi_contoh, kecamatan, dokumen):
    sesi_contoh.pilih(kecamatan.id)
    kotak = bidang(panel, "rumus_turun").kotak
    kotak.setFocus()
    QTest.keyClick(kotak, Qt.Key.Key_Down)
    ketik(panel, "batas_atas", "120")
    assert baca(sesi_contoh, dokumen).capaian == PengaturanCapaian("kebalikan", Decimal(120))
    ketik(panel, "batas_atas", "")
    kotak.setFocus()
    QTest.keyClick(kotak, Qt.Key.Key_Up)
    assert baca(sesi_contoh, dokumen).capaian == PengaturanCapaian("selisih")


def test_no_cap_outright_gives_way_to_a_cap_alone(panel, sesi_contoh, kecamatan, dokumen):
    sesi_contoh.workspace.ubah(replace(dokumen, capaian=PengaturanCapaian(tanpa_batas=True, desimal=1)))
    sesi_contoh.pilih(kecamatan.id)
    desimal = bidang(panel, "desimal").kotak
    desimal.setFocus()
    QTest.keyClick(desimal, Qt.Key.Key_End)
    assert baca(sesi_contoh, dokumen).capaian == PengaturanCapaian(tanpa_batas=True, desimal=4)
    ketik(panel, "batas_atas", "100")
    assert not baca(sesi_contoh, dokumen).capaian.tanpa_batas


def test_the_scale_is_edited_row_by_row(panel, sesi_contoh, kecamatan, dokumen):
    sesi_contoh.pilih(kecamatan.id)
    skala = bidang(panel, "skala")
    skala.tombol_skala.menu().actions()[1].trigger()
    assert baca(sesi_contoh, dokumen).capaian.skala[0].nama == "Sangat Baik"
    nama, batas = skala._baris[0][1:]
    tulis(batas, "9x")
    QTest.keyClick(batas, Qt.Key.Key_Return)
    assert "bukan angka" in skala.pesan.teks()
    tulis(batas, "60,5")
    QTest.keyClick(batas, Qt.Key.Key_Return)
    tulis(nama, "Lumayan")
    QTest.keyClick(nama, Qt.Key.Key_Return)
    assert Kelas("Lumayan", Decimal("60.5")) in baca(sesi_contoh, dokumen).capaian.skala
    batas_bawah = [k.batas_bawah for k in baca(sesi_contoh, dokumen).capaian.skala]
    assert batas_bawah == sorted(batas_bawah, reverse=True)
    skala.tombol_tambah.click()
    assert skala._baris[-1][1].hasFocus()
    assert panel.simpan_isian(), "an empty row is no class"
    while skala._baris:
        skala._hapus(skala._baris[0][0])
    assert baca(sesi_contoh, dokumen).capaian is None


def test_two_classes_with_one_bound_are_refused(panel, sesi_contoh, kecamatan, dokumen):
    sesi_contoh.pilih(kecamatan.id)
    skala = bidang(panel, "skala")
    skala.pulihkan([("A", "50"), ("B", "50")])
    assert not panel.simpan_isian()
    assert "batas bawah yang sama" in skala.pesan.teks()
    skala.pulihkan([("A", "50"), ("", "40")])
    assert not panel.simpan_isian()
    assert "memerlukan nama" in skala.pesan.teks()


def test_another_year_shows_its_own_settings(panel, sesi_contoh, kecamatan, dokumen):
    lain = sesi_contoh.workspace.salin_tahun(dokumen.id, 2027)
    sesi_contoh.pilih(kecamatan.id)
    ketik(panel, "batas_atas", "110")
    sesi_contoh.set_tahun(2027)
    assert bidang(panel, "batas_atas").baris.text() == ""
    ketik(panel, "batas_atas", "120")
    batas = [baca(sesi_contoh, d).capaian.batas_atas for d in (dokumen, lain)]
    assert batas == [Decimal(110), Decimal(120)]
    sesi_contoh.workspace.hapus(lain.id)
    assert panel.halaman()._judul_dokumen.text() == "Belum ada dokumen tahun 2027"
    assert panel.simpan_isian()


# --- jabatan --------------------------------------------------------------------------------


def test_a_post_cannot_be_put_under_its_own(panel, sesi_contoh, jabatan):
    camat, sekretaris, kasi, kasi_lain, *_ = jabatan
    for satu, atas in ((sekretaris, camat), (kasi, sekretaris)):
        sesi_contoh.workspace.ubah(replace(baca(sesi_contoh, satu), atasan_id=atas.id))
    sesi_contoh.pilih(sekretaris.id)
    atasan = bidang(panel, "atasan")
    pilihan = {o[0] for o in atasan._opsi}
    assert {None, camat.id, kasi_lain.id} <= pilihan
    assert not {sekretaris.id, kasi.id} & pilihan
    assert atasan.nilai() == camat.id
    sesi_contoh.workspace.ubah(replace(baca(sesi_contoh, camat), nama="Camat Biatan"))
    assert atasan.kotak.currentText() == "Camat Biatan"
    atasan.kotak.setFocus()
    QTest.keyClick(atasan.kotak, Qt.Key.Key_Home)
    assert baca(sesi_contoh, sekretaris).atasan_id is None


def test_fungsi_are_edited_as_a_list(panel, sesi_contoh, jabatan):
    sesi_contoh.pilih(jabatan[0].id)
    editor = bidang(panel, "fungsi").editor
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "rincian")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    editor.clearFocus()
    fungsi = baca(sesi_contoh, jabatan[0]).fungsi
    assert fungsi[:-1] == jabatan[0].fungsi[:-1]
    assert fungsi[-1].butir == (Butir("rincian"),)
    sesi_contoh.urungkan()
    assert editor.daftar() == jabatan[0].fungsi


def test_the_holder_of_a_post_is_saved_once_complete(panel, sesi_contoh, jabatan):
    sesi_contoh.pilih(jabatan[0].id)
    pemangku = bidang(panel, "pemangku")
    tulis(pemangku.baris("nama"), "NAMA CAMAT, S.Sos.")
    pemangku.baris("jabatan").setFocus()
    assert "Jabatan belum diisi" in pemangku.pesan.teks()
    tulis(pemangku.baris("jabatan"), "CAMAT")
    pemangku.baris("nip").setFocus()
    assert baca(sesi_contoh, jabatan[0]).pemangku == Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.")
    tulis(pemangku.baris("nip"), "12345")
    assert not panel.simpan_isian()
    assert "18 angka" in pemangku.pesan.teks()
    assert pemangku.baris("nip").text() == "12345"
    tulis(pemangku.baris("nip"), "199001012010011001")
    assert panel.simpan_isian()
    assert pemangku.baris("nip").text() == "19900101 201001 1 001"
    tulis(pemangku.baris("nip"), "999999992010011001")
    assert panel.simpan_isian()
    assert pemangku.catatan_nip.text().startswith("NIP biasanya")
    for kunci in ("nama", "jabatan", "nip"):
        pemangku.baris(kunci).clear()
    assert panel.simpan_isian()
    assert baca(sesi_contoh, jabatan[0]).pemangku is None
    assert pemangku.pesan.teks() == ""


def test_column_headings_come_and_go(panel, sesi_contoh, jabatan):
    sesi_contoh.pilih(jabatan[0].id)
    for kunci in ("kolom_sasaran", "kolom_indikator", "kolom_formulasi", "kolom_sumber"):
        ketik(panel, kunci, "")
    assert baca(sesi_contoh, jabatan[0]).judul_kolom is None


# --- indikator ------------------------------------------------------------------------------


def menghitung(sesi, indikator):
    """Let the indicator be a count, whose targets add up."""
    for formulasi in sesi.arsip.formulasi(indikator.id):
        sesi.workspace.ubah(replace(formulasi, jenis=JenisFormulasi.JUMLAH))


def test_targets_are_typed_and_suggested(panel, sesi_contoh, indikator):
    menghitung(sesi_contoh, indikator)
    sesi_contoh.pilih(indikator.id)
    halaman = panel.halaman()
    assert not halaman.tombol_bagi.isEnabled()
    ketik(panel, "target", "10")
    halaman.tombol_bagi.click()
    assert baca(sesi_contoh, indikator).target == Target(
        Decimal(10), (Decimal(2), Decimal(3), Decimal(2), Decimal(3))
    )
    assert bidang(panel, "target_3").baris.text() == "3"
    assert halaman.selaras.teks() == ""
    ketik(panel, "target_3", "5")
    assert halaman.selaras.teks() == "Jumlah target triwulan 12, tetapi target setahun 10."
    sesi_contoh.urungkan()
    halaman.tombol_samakan.click()
    assert baca(sesi_contoh, indikator).target.triwulan == (Decimal(10),) * 4
    sesi_contoh.urungkan()
    assert bidang(panel, "target_0").baris.text() == "2"
    for kunci in ("target", "target_0", "target_1", "target_2", "target_3"):
        ketik(panel, kunci, "")
    assert baca(sesi_contoh, indikator).target is None


def test_a_target_may_be_cumulative_and_a_range(panel, sesi_contoh, indikator):
    menghitung(sesi_contoh, indikator)
    sesi_contoh.pilih(indikator.id)
    halaman = panel.halaman()
    assert not bidang(panel, "sampai").isVisibleTo(panel)
    ketik(panel, "target", "10")
    halaman.tombol_rentang.click()
    assert bidang(panel, "sampai").baris.hasFocus()
    ketik(panel, "sampai", "8")
    assert "di bawah batas bawahnya" in bidang(panel, "sampai").pesan.teks()
    ketik(panel, "sampai", "20")
    kumulatif = bidang(panel, "kumulatif").kotak
    kumulatif.setFocus()
    QTest.keyClick(kumulatif, Qt.Key.Key_Down)
    halaman.tombol_bagi.click()
    empat = (Decimal(2), Decimal(5), Decimal(7), Decimal(10))
    atas = (Decimal(5), Decimal(10), Decimal(15), Decimal(20))
    assert baca(sesi_contoh, indikator).target == Target(Decimal(10), empat, None, True, Decimal(20), atas)
    halaman.tombol_samakan.click()
    assert baca(sesi_contoh, indikator).target.triwulan_sampai == (Decimal(20),) * 4
    assert halaman.tombol_rentang.text() == "Tanpa rentang"
    halaman.tombol_rentang.click()
    assert baca(sesi_contoh, indikator).target.tahun_sampai is None
    assert not bidang(panel, "sampai").isVisibleTo(panel)
    sesi_contoh.urungkan()
    assert bidang(panel, "sampai").baris.text() == "20"


def test_weights_stand_at_the_post_the_sasaran_and_the_indikator(panel, sesi_contoh, indikator):
    jalan = [n for n in sesi_contoh.arsip.leluhur(indikator.id) if hasattr(n, "bobot")]
    assert len(jalan) == 3
    for node in jalan:
        sesi_contoh.pilih(node.id)
        ketik(panel, "bobot", "-1")
        assert "di bawah 0" in bidang(panel, "bobot").pesan.teks()
        ketik(panel, "bobot", "33,5")
        assert baca(sesi_contoh, node).bobot == Decimal("33.5")
        ketik(panel, "bobot", "")
        assert baca(sesi_contoh, node).bobot is None


@pytest.fixture
def tunggal(sesi_contoh, indikator):
    """An indicator with a single formula."""
    for formulasi in sesi_contoh.arsip.formulasi(indikator.id)[1:]:
        sesi_contoh.workspace.hapus(formulasi.id)
    return sesi_contoh.arsip[indikator.id]


def test_several_formulas_may_count_each_on_its_own(panel, sesi_contoh, tunggal, qtbot):
    indikator = tunggal
    sesi_contoh.pilih(indikator.id)
    halaman = panel.halaman()
    assert not bidang(panel, "gabungan").isVisibleTo(panel)
    halaman.formulasi.tambah()
    assert bidang(panel, "gabungan").isVisibleTo(panel)
    dua = halaman.formulasi.borang()[1]
    qtbot.waitUntil(lambda: dua.isVisibleTo(panel))
    assert not dua.bidang("target").isVisibleTo(panel)
    gabungan = bidang(panel, "gabungan").kotak
    gabungan.setFocus()
    QTest.keyClick(gabungan, Qt.Key.Key_Down)
    assert baca(sesi_contoh, indikator).gabungan is Gabungan.MASING_MASING
    assert dua.bidang("target").isVisibleTo(panel)
    tulis(dua.bidang("target").baris, "75")
    QTest.keyClick(dua.bidang("target").baris, Qt.Key.Key_Return)
    formulasi = sesi_contoh.arsip.formulasi(indikator.id)
    assert [f.target for f in formulasi] == [None, Target(Decimal(75))]


def test_the_unsur_of_a_survey_are_nine_unless_others_are_named(panel, sesi_contoh, tunggal):
    indikator = tunggal
    (formulasi,) = sesi_contoh.arsip.formulasi(indikator.id)
    sesi_contoh.workspace.ubah(replace(formulasi, jenis=JenisFormulasi.SKM))
    sesi_contoh.pilih(indikator.id)
    (borang,) = panel.halaman().formulasi.borang()
    unsur = borang.bidang("unsur")
    assert unsur.isVisibleTo(panel)
    unsur.tombol_sembilan.click()
    assert [n for n, _ in baca(sesi_contoh, formulasi).variabel] == [f"u{n}" for n in range(1, 10)]
    unsur._hapus(unsur._baris[3][0])
    assert len(baca(sesi_contoh, formulasi).variabel) == 8
    assert not unsur.tombol_sembilan.isVisibleTo(panel)


def test_a_formula_shares_another_ones_entries_and_parts_again(panel, sesi_contoh, tunggal, monkeypatch):
    indikator = tunggal
    arsip = sesi_contoh.arsip
    (formulasi,) = arsip.formulasi(indikator.id)
    dokumen = arsip.dokumen_dari(indikator.id)
    lain = next(
        r
        for r in arsip.turunan(dokumen.id)
        if isinstance(r, Formulasi) and r.id != formulasi.id and r.pembilang
    )
    sesi_contoh.pilih(indikator.id)
    (borang,) = panel.halaman().formulasi.borang()
    sumber = borang.bidang("sumber")
    ditawarkan: list[int] = []

    def pilih(dialog):
        dialog.cari.setText("tidak akan ada")
        assert dialog.terpilih() is None
        assert all(dialog.daftar.item(n).isHidden() for n in range(dialog.daftar.count()))
        dialog.cari.setText("")
        QTest.keyClick(dialog.cari, Qt.Key.Key_Down)
        assert dialog.daftar.currentRow() == 0
        assert dialog.terpilih() is not None, "the arrow leads into the list"
        ditawarkan.extend(
            dialog.daftar.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.daftar.count())
        )
        dialog.daftar.setCurrentRow(ditawarkan.index(lain.id))
        assert dialog.tombol.button(dialog.tombol.StandardButton.Ok).isEnabled()
        return 1

    monkeypatch.setattr(PilihFormulasi, "exec", pilih)
    sumber.tombol.click()
    assert formulasi.id not in ditawarkan
    assert baca(sesi_contoh, formulasi).sumber_id == lain.id
    assert baca(sesi_contoh, formulasi).pembilang == lain.pembilang
    assert sumber.keterangan.text().startswith("Isian dipakai bersama: ")
    assert sumber.tombol.text() == "Pisahkan"
    sumber.tombol.click()
    assert baca(sesi_contoh, formulasi).sumber_id is None
    assert sumber.tombol.text() == "Samakan dengan formulasi lain …"


@pytest.mark.parametrize("jenis", JenisFormulasi)
def test_a_formula_without_words_is_called_by_its_kind(jenis):
    kata = kata_formulasi(Formulasi(1, 1, 0, jenis))
    assert kata == NAMA_JENIS[jenis]
    assert len(kata) > 3, "a word, not an abbreviation"


def test_a_target_is_written_in_words(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    halaman = panel.halaman()
    assert not halaman.tombol_kata.isEnabled()
    ketik(panel, "target", "12")
    ketik(panel, "satuan", "bulan")
    halaman.tombol_kata.click()
    assert baca(sesi_contoh, indikator).target == Target(Decimal(12), teks="12 (dua belas) bulan")


def test_an_ambiguous_number_is_asked_and_never_guessed(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    ketik(panel, "target", "1.234")
    target = bidang(panel, "target")
    assert baca(sesi_contoh, indikator).target is None
    assert [t.text() for t in target.pesan.tombol()] == ["1234", "1,234"]
    assert target.pesan.teks() == "“1.234” dapat berarti 1234 atau 1,234."
    tombol = target.pesan.tombol()[1]
    tombol.setFocus()
    QTest.keyClick(tombol, Qt.Key.Key_Space)
    assert baca(sesi_contoh, indikator).target == Target(Decimal("1.234"))
    assert target.baris.text() == "1,234"
    assert target.baris.hasFocus()
    assert target.pesan.teks() == ""


def test_how_the_quarters_make_the_year(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    akumulasi = bidang(panel, "akumulasi")
    akumulasi.kotak.setFocus()
    QTest.keyClick(akumulasi.kotak, Qt.Key.Key_End)
    assert baca(sesi_contoh, indikator).akumulasi is Akumulasi.TERAKHIR
    assert "terakhir" in akumulasi._arti.text()


def test_a_formula_asks_for_the_fields_of_its_kind(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    formulasi = sesi_contoh.arsip.formulasi(indikator.id)[0]
    satu = panel.halaman().formulasi.borang()[0]
    assert satu.bidang("pembilang").isVisibleTo(panel)
    assert not satu.bidang("rumus").isVisibleTo(panel)
    jenis = satu.bidang("jenis").kotak
    jenis.setFocus()
    for _ in range(5):
        QTest.keyClick(jenis, Qt.Key.Key_Down)
    assert baca(sesi_contoh, formulasi).jenis is JenisFormulasi.RUMUS
    assert satu.bidang("rumus").isVisibleTo(panel)
    assert not satu.bidang("pembilang").isVisibleTo(panel)
    assert baca(sesi_contoh, formulasi).pembilang == formulasi.pembilang, "what was written is kept"


@pytest.fixture
def rumus(panel, sesi_contoh, indikator):
    """The form of a formula with variables, alone under its indikator."""
    for satu in sesi_contoh.arsip.formulasi(indikator.id):
        sesi_contoh.workspace.hapus(satu.id)
    sesi_contoh.workspace.tambah(Formulasi(0, indikator.id, 0, JenisFormulasi.RUMUS))
    sesi_contoh.pilih(indikator.id)
    return panel.halaman().formulasi.borang()[0]


def test_a_rumus_is_checked_while_it_is_typed(panel, sesi_contoh, rumus):
    bacaan = rumus.bidang("rumus").bacaan
    tulis(rumus.bidang("rumus").teks, "pegawai * (hari -")
    assert "belum dapat dibaca" in bacaan.text()
    tulis(rumus.bidang("rumus").teks, "12 * 3")
    assert "tanpa variabel" in bacaan.text()
    tulis(rumus.bidang("rumus").teks, "pegawai * (hari_kerja - absen)")
    assert bacaan.text() == "Rumus terbaca. Variabel: pegawai, hari_kerja, absen."
    assert panel.simpan_isian()
    variabel = rumus.bidang("variabel")
    assert variabel._usul.text() == "Daftarkan pegawai, hari_kerja, absen"
    variabel._usul.click()
    formulasi = sesi_contoh.arsip[rumus.node_id]
    assert formulasi.variabel == (("pegawai", "pegawai"), ("hari_kerja", "hari kerja"), ("absen", "absen"))
    assert not variabel._usul.isVisibleTo(panel)


def test_a_broken_rumus_is_kept_as_typed(panel, sesi_contoh, rumus):
    tulis(rumus.bidang("rumus").teks, "a * (")
    assert panel.simpan_isian()
    assert sesi_contoh.arsip[rumus.node_id].rumus == "a * ("


def test_a_variable_that_holds_entries_keeps_its_name(panel, sesi_contoh, rumus):
    ws = sesi_contoh.workspace
    ws.ubah(replace(ws.arsip[rumus.node_id], rumus="a + b", variabel=(("a", "A"), ("b", "B"))))
    ws.set_realisasi(rumus.node_id, 1, "variabel:a", Decimal(5))
    variabel = rumus.bidang("variabel")
    tulis(variabel._baris[0][1], "z")
    assert not panel.simpan_isian()
    assert "sudah berisi realisasi" in variabel.pesan.teks()
    tulis(variabel._baris[0][1], "a")
    tulis(variabel._baris[0][2], "Pegawai")
    assert panel.simpan_isian()
    assert ws.arsip[rumus.node_id].variabel == (("a", "Pegawai"), ("b", "B"))
    assert ws.arsip.realisasi(rumus.node_id, 1) == Realisasi(rumus.node_id, 1, variabel=(("a", Decimal(5)),))


@pytest.mark.parametrize(
    "isi, kalimat", [([("a", "x"), ("a", "y")], "nama yang sama"), ([("", "x")], "belum diisi")]
)
def test_variables_need_names_of_their_own(panel, rumus, isi, kalimat):
    rumus.bidang("variabel").pulihkan(isi)
    assert not panel.simpan_isian()
    assert kalimat in rumus.bidang("variabel").pesan.teks()


def test_formulas_are_added_moved_and_deleted(panel, sesi_contoh, indikator, qtbot):
    sesi_contoh.pilih(indikator.id)
    semula = sesi_contoh.arsip.anak_id(indikator.id)
    barisan = panel.halaman().formulasi
    tulis(barisan.borang()[0].bidang("sumber_data").teks, "Baru")
    barisan.tombol_tambah.click()
    baru = sesi_contoh.arsip.anak_id(indikator.id)[-1]
    assert sesi_contoh.arsip[semula[0]].sumber_data == "Baru"
    assert [b.node_id for b in barisan.borang()] == [*semula, baru]
    assert barisan.borang()[-1].bidang("jenis").kotak.hasFocus()
    kotak = barisan._anggota[baru]
    barisan.pindahkan(kotak, -1)
    assert sesi_contoh.arsip.anak_id(indikator.id) == [*semula[:-1], baru, semula[-1]]
    assert [b.node_id for b in barisan.borang()] == [*semula[:-1], baru, semula[-1]]
    with qtbot.waitSignal(sesi_contoh.pesan):
        barisan.hapus(kotak)
    assert [b.node_id for b in barisan.borang()] == semula
    sesi_contoh.urungkan()
    assert len(barisan.borang()) == len(semula) + 1


def test_a_formula_with_refused_typing_can_still_be_deleted(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    barisan = panel.halaman().formulasi
    satu = barisan.borang()[0]
    tulis(satu.bidang("penyebut_tetap").baris, "empat belas")
    barisan.hapus(barisan._anggota[satu.node_id])
    assert satu.node_id not in sesi_contoh.arsip


def test_selecting_a_formula_shows_its_indikator(panel, sesi_contoh, indikator, dokumen, kecamatan):
    sesi_contoh.pilih(sesi_contoh.arsip.anak_id(indikator.id)[1])
    assert panel.halaman().node_id == indikator.id
    sesi_contoh.pilih(dokumen.id)
    assert panel.halaman().node_id == kecamatan.id


# --- keputusan ------------------------------------------------------------------------------


def isi_keputusan(sesi, dokumen):
    node = sesi.arsip[dokumen.id]
    assert isinstance(node, Dokumen)
    return node.keputusan or Keputusan()


def test_the_decision_is_edited_field_by_field(keputusan, sesi_contoh, dokumen):
    ketik(keputusan, "nomor", "08 TAHUN 2026")
    ketik(keputusan, "tanggal", "3/2/2026")
    hasil = isi_keputusan(sesi_contoh, dokumen)
    assert (hasil.nomor, str(hasil.tanggal)) == ("08 TAHUN 2026", "2026-02-03")
    assert bidang(keputusan, "tanggal").baris.text() == "3 Februari 2026"
    ketik(keputusan, "tanggal", "31 Februari 2026")
    assert "bukan tanggal lengkap" in bidang(keputusan, "tanggal").pesan.teks()


def test_a_decision_comes_into_being_with_its_first_field(keputusan, sesi_contoh, dokumen):
    sesi_contoh.workspace.ubah(replace(dokumen, keputusan=None))
    assert bidang(keputusan, "nomor").baris.text() == ""
    assert keputusan.halaman().diktum.borang() == []
    ketik(keputusan, "tempat", "Biatan")
    assert sesi_contoh.arsip[dokumen.id].keputusan == Keputusan(tempat="Biatan")
    ketik(keputusan, "tempat", "")
    assert sesi_contoh.arsip[dokumen.id].keputusan is None


def test_dikta_are_added_moved_and_deleted(keputusan, sesi_contoh, dokumen):
    barisan = keputusan.halaman().diktum
    semula = isi_keputusan(sesi_contoh, dokumen).diktum
    barisan.tombol_tambah.click()
    assert isi_keputusan(sesi_contoh, dokumen).diktum == (*semula, Diktum("KELIMA"))
    assert barisan.borang()[-1].bidang("label").baris.hasFocus()
    tulis(barisan.borang()[-1].bidang("teks").teks, "Lain-lain.")
    barisan.pindahkan(barisan._anggota[4], -1)
    hasil = isi_keputusan(sesi_contoh, dokumen).diktum
    assert [d.label for d in hasil] == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"]
    assert hasil[3].teks == "Lain-lain."
    barisan.hapus(barisan._anggota[0])
    hasil = isi_keputusan(sesi_contoh, dokumen).diktum
    assert [d.label for d in hasil] == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    assert hasil[2].teks == "Lain-lain."
    assert barisan.borang()[2].bidang("teks").teks.teks() == "Lain-lain."
    for _ in range(4):
        sesi_contoh.urungkan()
    assert isi_keputusan(sesi_contoh, dokumen).diktum == semula
    assert len(barisan.borang()) == len(semula)


def test_a_diktum_needs_a_label(keputusan, sesi_contoh, dokumen):
    semula = isi_keputusan(sesi_contoh, dokumen).diktum
    ketik(keputusan, "label", "")
    assert "Label belum diisi" in bidang(keputusan, "label").pesan.teks()
    keputusan.halaman().diktum.hapus(keputusan.halaman().diktum._anggota[0])
    assert isi_keputusan(sesi_contoh, dokumen).diktum[0] == replace(semula[1], label="KESATU")
    assert bidang(keputusan, "label").baris.text() == "KESATU"


def test_a_signatory_goes_into_the_register_and_out_of_it(keputusan, panel, sesi_contoh, kecamatan, jabatan):
    penanda = bidang(keputusan, "penandatangan")
    penanda._simpan_daftar.click()
    assert baca(sesi_contoh, kecamatan).pejabat == (Pejabat.dari(CAMAT),)
    assert not penanda._simpan_daftar.isEnabled(), "it is there already"
    sesi_contoh.pilih(jabatan[0].id)
    pemangku = bidang(panel, "pemangku")
    pemangku._daftar.menu().aboutToShow.emit()
    pemangku._daftar.menu().actions()[0].trigger()
    assert baca(sesi_contoh, jabatan[0]).pemangku == CAMAT
    sesi_contoh.urungkan()
    assert pemangku.baris("nama").text() == ""
    tulis(penanda.baris("pangkat"), "Pembina")
    assert keputusan.simpan_isian()
    penanda._simpan_daftar.click()
    assert baca(sesi_contoh, kecamatan).pejabat == (Pejabat.dari(replace(CAMAT, pangkat="Pembina")),), (
        "replaced, not twice"
    )
    sesi_contoh.pilih(kecamatan.id)
    panel.halaman().pejabat.tabel.selectRow(0)
    panel.halaman().pejabat.hapus()
    assert baca(sesi_contoh, kecamatan).pejabat is None
    assert not penanda._daftar.isEnabled()


def test_who_signs_in_whose_place(keputusan, sesi_contoh, dokumen):
    penanda = bidang(keputusan, "penandatangan")
    penanda.sebutan.setFocus()
    QTest.keyClick(penanda.sebutan, Qt.Key.Key_End)
    tulis(penanda.baris("atas_nama"), "BUPATI")
    assert keputusan.simpan_isian()
    hasil = isi_keputusan(sesi_contoh, dokumen).penandatangan
    assert hasil == replace(CAMAT, sebutan="Plh.", atas_nama="BUPATI")


def test_without_a_document_of_the_year_a_sentence_says_so(keputusan, sesi_contoh):
    sesi_contoh.set_tahun(2030)
    assert keputusan.halaman() is None
    assert keputusan._kosong.text() == "Belum ada dokumen tahun 2030."
    sesi_contoh.set_tahun(2026)
    assert keputusan.halaman() is not None


def test_refused_typing_in_the_decision_survives_another_year(keputusan, sesi_contoh):
    ketik(keputusan, "tanggal", "besok")
    sesi_contoh.set_tahun(2030)
    sesi_contoh.set_tahun(2026)
    assert bidang(keputusan, "tanggal").baris.text() == "besok"


# --- keys -----------------------------------------------------------------------------------


def test_tab_reads_the_page_from_top_to_bottom(panel, sesi_contoh, indikator):
    sesi_contoh.pilih(indikator.id)
    panel.halaman().formulasi.tombol_tambah.click()
    pertama = bidang(panel, "teks").tempat_ketik()
    pertama.setFocus()
    atas, dilewati = -1, []
    while True:
        widget = panel.focusWidget()
        tinggi = widget.mapTo(panel.halaman(), widget.rect().topLeft()).y()
        dilewati.append(widget)
        assert tinggi >= atas - 2 * widget.height(), widget
        atas = tinggi
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if panel.focusWidget() is pertama or len(dilewati) > 200:
            break
    assert panel.halaman().formulasi.tombol_tambah is dilewati[-1]


def test_the_page_scrolls_to_where_one_writes(panel, sesi_contoh, jabatan, qtbot):
    sesi_contoh.pilih(jabatan[0].id)
    gulung = panel._aktif.verticalScrollBar()
    editor = bidang(panel, "fungsi").editor
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    for _ in range(25):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.keyClicks(editor, "x")
    qtbot.waitUntil(lambda: gulung.value() > 0)
    titik = editor.viewport().mapTo(panel, editor.cursorRect().center())
    assert panel.rect().contains(titik)


def test_a_page_nobody_looks_at_follows_when_it_is_shown(panel, sesi_contoh, kecamatan, jabatan):
    sesi_contoh.pilih(kecamatan.id)
    panel.hide()
    sesi_contoh.workspace.ubah(replace(kecamatan, laman="baru.go.id"))
    assert bidang(panel, "laman").baris.text() == kecamatan.laman
    panel.show()
    assert bidang(panel, "laman").baris.text() == "baru.go.id"
    panel.hide()
    sesi_contoh.pilih(jabatan[0].id)
    panel.show()
    assert panel.halaman().node_id == jabatan[0].id


def test_typing_on_a_hidden_page_is_saved_when_another_node_is_selected(
    panel, sesi_contoh, kecamatan, jabatan
):
    sesi_contoh.pilih(kecamatan.id)
    bidang(panel, "telepon").baris.setText("99")
    panel.hide()
    sesi_contoh.pilih(jabatan[0].id)
    assert baca(sesi_contoh, kecamatan).telepon == "99"


def test_undo_is_the_fields_own_until_it_is_saved_then_the_sessions(panel, sesi_contoh, kecamatan):
    urungkan = QAction(panel)
    urungkan.setShortcut("Ctrl+Z")
    urungkan.triggered.connect(sesi_contoh.urungkan)
    panel.addAction(urungkan)
    sesi_contoh.pilih(kecamatan.id)
    for kunci, lama in (("telepon", kecamatan.telepon), ("alamat", kecamatan.alamat)):
        tempat = bidang(panel, kunci).tempat_ketik()
        tempat.setFocus()
        QTest.keyClicks(tempat, "5")
        QTest.keyClick(tempat, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert not bidang(panel, kunci).berubah()
        assert sesi_contoh.workspace.undo_text is None
        QTest.keyClicks(tempat, "6")
        assert panel.simpan_isian()
        QTest.keyClick(tempat, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert getattr(baca(sesi_contoh, kecamatan), kunci) == lama
        assert tempat.hasFocus()


def test_a_new_diktum_is_brought_into_sight(keputusan, sesi_contoh, qtbot):
    keputusan.halaman().diktum.tombol_tambah.click()
    label = keputusan.halaman().diktum.borang()[-1].bidang("label").baris
    qtbot.waitUntil(lambda: not label.visibleRegion().isEmpty())
