"""The tree as a person uses it: keys, menu, renaming, dragging, memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, Kecamatan, Sasaran
from iki_desktop.ui.pohon import PanelPohon
from iki_desktop.ui.pohon.penyunting import PenyuntingNama
from iki_desktop.ui.pohon.susunan import PETUNJUK
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import pilihan_redup, warna


@pytest.fixture
def panel(qtbot: QtBot, sesi_contoh: Sesi, setelan: Setelan) -> PanelPohon:
    """The panel over Biatan, shown and with the focus."""
    panel = PanelPohon(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    panel.resize(340, 700)
    panel.show()
    panel.setFocus()
    return panel


def jabatan(sesi: Sesi, nomor: int) -> Jabatan:
    """A post of Biatan in printed order: 0 Camat, 1 Sekretaris, 7 and 8 under Sekretaris."""
    dokumen = sesi.dokumen_aktif()
    assert dokumen is not None
    return sesi.arsip.jabatan(dokumen.id)[nomor]


def id_kini(panel: PanelPohon) -> int:
    return panel.model.id_dari(panel.pandangan.currentIndex())


def penyunting(panel: PanelPohon) -> PenyuntingNama:
    penyunting = panel.pandangan.penyunting()
    assert penyunting is not None
    return penyunting


def tekan(
    panel: PanelPohon, kunci: Qt.Key, ubahan: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(panel.pandangan, kunci, ubahan)


# --- selection -------------------------------------------------------------------------------


def test_selection_goes_both_ways(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    indikator = sesi_contoh.arsip.indikator(sesi_contoh.arsip.sasaran(jabatan(sesi_contoh, 9).id)[0].id)[0]
    sesi_contoh.pilih(indikator.id)
    assert id_kini(panel) == indikator.id
    assert panel.pandangan.isExpanded(panel.pandangan.currentIndex().parent())
    tekan(panel, Qt.Key.Key_Home)
    assert sesi_contoh.pilihan == sesi_contoh.arsip.kecamatan()[0].id


def test_a_formula_is_shown_by_its_indicator(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    indikator = sesi_contoh.arsip.indikator(sesi_contoh.arsip.sasaran(jabatan(sesi_contoh, 0).id)[0].id)[0]
    formulasi = sesi_contoh.arsip.formulasi(indikator.id)[0]
    sesi_contoh.pilih(formulasi.id)
    assert id_kini(panel) == indikator.id
    assert sesi_contoh.pilihan == formulasi.id


# --- adding and renaming -----------------------------------------------------------------------


def test_a_new_sasaran_is_named_at_once(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat = jabatan(sesi_contoh, 0)
    sesi_contoh.pilih(camat.id)
    panel.tambah_sasaran()
    baru = sesi_contoh.arsip.sasaran(camat.id)[-1]
    assert (id_kini(panel), sesi_contoh.pilihan) == (baru.id, baru.id)
    assert penyunting(panel).textCursor().selectedText() == "Sasaran baru"
    QTest.keyClicks(penyunting(panel), "Meningkatnya mutu")
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Return)
    assert sesi_contoh.arsip.sasaran(camat.id)[-1].teks == "Meningkatnya mutu"


def test_siblings_come_behind_the_selection(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sekretaris = jabatan(sesi_contoh, 1)
    sesi_contoh.pilih(sekretaris.id)
    panel.tambah_jabatan()
    baru = sesi_contoh.arsip[sesi_contoh.pilihan]
    assert isinstance(baru, Jabatan)
    assert (baru.urutan, baru.atasan_id) == (2, sekretaris.atasan_id)
    panel.tambah_bawahan()
    bawahan = sesi_contoh.arsip[sesi_contoh.pilihan]
    assert isinstance(bawahan, Jabatan)
    assert bawahan.atasan_id == baru.id
    assert panel.model.id_dari(panel.pandangan.currentIndex().parent()) == baru.id


def test_an_indicator_needs_its_sasaran(panel: PanelPohon, sesi_contoh: Sesi, qtbot: QtBot) -> None:
    sesi_contoh.pilih(jabatan(sesi_contoh, 2).id)
    with qtbot.waitSignal(sesi_contoh.ditolak) as sinyal:
        panel.tambah_indikator()
    assert sinyal.args == ["Indikator berada di bawah sasaran. Pilih sasarannya dahulu."]
    sesi_contoh.pilih(jabatan(sesi_contoh, 0).id)  # one sasaran alone: no doubt which
    panel.tambah_indikator()
    assert isinstance(sesi_contoh.arsip[sesi_contoh.pilihan], Indikator)


def test_a_refused_name_stays_where_it_was_typed(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat = jabatan(sesi_contoh, 0)
    sesi_contoh.pilih(camat.id)
    tekan(panel, Qt.Key.Key_F2)
    kolom = penyunting(panel)
    kolom.setPlainText("   ")
    QTest.keyClick(kolom, Qt.Key.Key_Return)
    assert kolom.isVisible()
    assert kolom.tertolak
    assert "Nama jabatan belum diisi." in kolom.accessibleDescription()
    panel.pencarian.kolom.setFocus()
    assert kolom.isVisible()
    assert not panel.simpan_isian()
    kolom.setFocus()
    QTest.keyClicks(kolom, "Camat Biatan")
    assert not kolom.tertolak
    assert panel.simpan_isian()
    assert jabatan(sesi_contoh, 0).nama == "Camat Biatan"


def test_esc_leaves_the_name_and_leaving_takes_it_over(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sesi_contoh.pilih(jabatan(sesi_contoh, 0).id)
    tekan(panel, Qt.Key.Key_F2)
    QTest.keyClicks(penyunting(panel), "lain")
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Escape)
    assert jabatan(sesi_contoh, 0).nama == "Camat"
    tekan(panel, Qt.Key.Key_F2)
    QTest.keyClicks(penyunting(panel), "Camat Biatan")
    sesi_contoh.pilih(jabatan(sesi_contoh, 1).id)
    assert jabatan(sesi_contoh, 0).nama == "Camat Biatan"


def test_figures_that_change_leave_the_typed_text(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sesi_contoh.pilih(jabatan(sesi_contoh, 0).id)
    tekan(panel, Qt.Key.Key_F2)
    QTest.keyClicks(penyunting(panel), "Camat Bi")
    sesi_contoh.set_periode(3)
    assert penyunting(panel).toPlainText() == "Camat Bi"


def test_an_untouched_name_is_no_edit(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sasaran = sesi_contoh.arsip.sasaran(jabatan(sesi_contoh, 0).id)[0]
    dua_baris = "Meningkatkan\nkepuasan <b>masyarakat</b>"
    sesi_contoh.workspace.ubah(replace(sasaran, teks=dua_baris))
    sebelum = sesi_contoh.workspace.undo_text
    sesi_contoh.pilih(sasaran.id)
    panel.ganti_nama()
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Return)
    assert sesi_contoh.workspace.undo_text == sebelum
    panel.ganti_nama()
    QTest.keyClick(penyunting(panel), Qt.Key.Key_End)
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(penyunting(panel), "ya")
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Tab)
    assert "ya" in sesi_contoh.arsip.sasaran(jabatan(sesi_contoh, 0).id)[0].teks


# --- deleting, copying, moving -----------------------------------------------------------------


def test_deletion_names_what_goes_and_comes_back(panel: PanelPohon, sesi_contoh: Sesi, qtbot: QtBot) -> None:
    sekretaris, berikut = jabatan(sesi_contoh, 1), jabatan(sesi_contoh, 2)
    sesi_contoh.pilih(sekretaris.id)
    panel.pandangan.expand(panel.model.indeks(sekretaris.id))
    with qtbot.waitSignal(sesi_contoh.pesan) as sinyal:
        tekan(panel, Qt.Key.Key_Delete)
    assert sinyal.args == [
        "Jabatan “Sekretaris” beserta 1 sasaran dan 2 indikator dihapus. Bawahannya kini di bawah “Camat”.",
        "urungkan",
    ]
    assert sesi_contoh.pilihan == berikut.id == id_kini(panel)
    sesi_contoh.urungkan()
    kembali = panel.model.indeks(sekretaris.id)
    assert kembali.isValid()
    assert panel.pandangan.isExpanded(kembali)
    assert id_kini(panel) == berikut.id


def test_after_the_last_sibling_the_selection_goes_up(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat = jabatan(sesi_contoh, 0)
    sasaran = sesi_contoh.arsip.sasaran(camat.id)
    sesi_contoh.pilih(sasaran[0].id)
    panel.hapus()
    assert sesi_contoh.pilihan == camat.id
    petunjuk = PETUNJUK + camat.id
    assert not panel.model.indeks(petunjuk).isValid()  # its posts stand there still
    assert panel.model.rowCount(panel.model.indeks(camat.id)) == 6


def test_copies_are_selected(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat = jabatan(sesi_contoh, 0)
    sesi_contoh.pilih(camat.id)
    tekan(panel, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    salinan = sesi_contoh.arsip[id_kini(panel)]
    assert isinstance(salinan, Jabatan)
    assert salinan.nama == "Camat (salinan)"


def test_up_and_down_keep_to_the_siblings(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    kedua = jabatan(sesi_contoh, 8)  # under Sekretaris, behind number 7
    pertama = jabatan(sesi_contoh, 7)
    sesi_contoh.pilih(kedua.id)
    tekan(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    atas = panel.model.indeks(jabatan(sesi_contoh, 1).id)
    assert panel.model.id_dari(panel.model.index(1, 0, atas)) == kedua.id
    tekan(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # the first already
    assert sesi_contoh.workspace.undo_text is not None
    sesi_contoh.urungkan()
    assert sesi_contoh.workspace.undo_text is None
    panel.turunkan()
    sesi_contoh.pilih(pertama.id)
    panel.turunkan()
    assert panel.model.id_dari(panel.model.index(2, 0, atas)) == pertama.id


def test_a_hint_is_never_deleted_but_taken(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sesi_contoh.pilih(jabatan(sesi_contoh, 13).id)
    panel.tambah_sasaran()
    baru = sesi_contoh.pilihan
    QTest.keyClick(penyunting(panel), Qt.Key.Key_Return)
    panel.pandangan.expand(panel.model.indeks(baru))
    panel.pandangan.setCurrentIndex(panel.model.indeks(PETUNJUK + baru))
    tekan(panel, Qt.Key.Key_Delete)
    assert baru in sesi_contoh.arsip
    tekan(panel, Qt.Key.Key_Return)
    assert [i.teks for i in sesi_contoh.arsip.indikator(baru)] == ["Indikator baru"]


def test_a_missing_document_offers_the_step(panel: PanelPohon, sesi_contoh: Sesi, qtbot: QtBot) -> None:
    kecamatan = sesi_contoh.arsip.kecamatan()[0]
    sesi_contoh.set_tahun(2027)
    petunjuk = panel.model.indeks(PETUNJUK + kecamatan.id)
    assert petunjuk.data() == "Belum ada dokumen 2027. Buat dokumen"
    with qtbot.waitSignal(panel.minta_dokumen) as sinyal:
        tempat = panel.pandangan.visualRect(petunjuk).center()
        QTest.mouseClick(panel.pandangan.viewport(), Qt.MouseButton.LeftButton, pos=tempat)
    assert sinyal.args == [kecamatan.id]
    with qtbot.waitSignal(sesi_contoh.ditolak):
        panel.tambah_jabatan()
    dokumen = sesi_contoh.workspace.tambah(Dokumen(0, kecamatan.id, 1, 2027))
    panel.pandangan.petunjuk_diminta.emit(kecamatan.id)
    assert [j.nama for j in sesi_contoh.arsip.jabatan(dokumen.id)] == ["Jabatan baru"]


def test_an_empty_file_asks_for_its_office(qtbot: QtBot, sesi_kosong: Sesi, setelan: Setelan) -> None:
    panel = PanelPohon(sesi_kosong, setelan)
    qtbot.addWidget(panel)
    assert panel.model.index(0, 0).data() == "Belum ada kecamatan. Tambah kecamatan"
    with qtbot.waitSignal(panel.minta_kecamatan):
        panel.pandangan.clicked.emit(panel.model.index(0, 0))
    panel.hapus()
    panel.gandakan()
    kecamatan = sesi_kosong.workspace.tambah(Kecamatan(0, 0, "Biatan", "kabupaten", "Berau"))
    assert panel.pandangan.isExpanded(panel.model.indeks(kecamatan.id))


# --- dragging ----------------------------------------------------------------------------------


def seret(panel: PanelPohon, node_id: int) -> QMimeData:
    return panel.model.mimeData([panel.model.indeks(node_id)])


def jatuhkan(panel: PanelPohon, node_id: int, induk: int, baris: int) -> bool:
    """Drop as the view does: first ask, then do."""
    mime, tujuan = seret(panel, node_id), panel.model.indeks(induk) if induk else QModelIndex()
    gerak = Qt.DropAction.MoveAction
    boleh = panel.model.canDropMimeData(mime, gerak, baris, 0, tujuan)
    assert panel.model.dropMimeData(mime, gerak, baris, 0, tujuan) == boleh
    return boleh


def test_a_post_dropped_on_another_comes_under_it_in_one_step(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    seksi, sekretaris = jabatan(sesi_contoh, 2), jabatan(sesi_contoh, 1)
    assert jatuhkan(panel, seksi.id, sekretaris.id, -1)
    assert panel.model.id_dari(panel.model.indeks(seksi.id).parent()) == sekretaris.id
    sesi_contoh.urungkan()
    assert sesi_contoh.workspace.undo_text is None
    assert jabatan(sesi_contoh, 2) == seksi


def test_a_post_dropped_between_takes_that_place(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    seksi, sekretaris = jabatan(sesi_contoh, 2), jabatan(sesi_contoh, 1)
    atas = panel.model.indeks(sekretaris.id)
    urutan = [panel.model.id_dari(panel.model.index(b, 0, atas)) for b in range(panel.model.rowCount(atas))]
    assert jatuhkan(panel, seksi.id, sekretaris.id, 2)  # between the two posts behind the sasaran
    urutan.insert(2, seksi.id)
    assert [panel.model.id_dari(panel.model.index(b, 0, atas)) for b in range(4)] == urutan
    sesi_contoh.urungkan()
    assert jabatan(sesi_contoh, 2) == seksi


def test_drops_that_make_no_sense_are_refused(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat, sekretaris = jabatan(sesi_contoh, 0), jabatan(sesi_contoh, 1)
    sasaran = sesi_contoh.arsip.sasaran(camat.id)[0]
    indikator = sesi_contoh.arsip.indikator(sasaran.id)[0]
    kecamatan = sesi_contoh.arsip.kecamatan()[0]
    assert not jatuhkan(panel, camat.id, sekretaris.id, -1)  # under its own subordinate
    assert not jatuhkan(panel, camat.id, camat.id, -1)
    assert not jatuhkan(panel, sekretaris.id, camat.id, -1)  # there it is
    assert not jatuhkan(panel, sekretaris.id, camat.id, 0)  # among the sasaran
    assert not jatuhkan(panel, camat.id, sasaran.id, -1)
    assert not jatuhkan(panel, sasaran.id, kecamatan.id, -1)
    assert not jatuhkan(panel, sasaran.id, camat.id, 1)  # there it is
    assert not jatuhkan(panel, sasaran.id, camat.id, 3)  # among the posts
    assert not jatuhkan(panel, indikator.id, camat.id, -1)
    assert not jatuhkan(panel, kecamatan.id, camat.id, 0)
    assert not jatuhkan(panel, kecamatan.id, 0, -1)
    asing = QMimeData()
    asing.setText("9")
    assert not panel.model.canDropMimeData(asing, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert sesi_contoh.workspace.undo_text is None


def test_sasaran_and_indicators_change_parents(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat, sekretaris, seksi = (jabatan(sesi_contoh, k) for k in (0, 1, 2))
    sasaran = sesi_contoh.arsip.sasaran(seksi.id)[0]
    indikator = sesi_contoh.arsip.indikator(sasaran.id)[0]
    tujuan = sesi_contoh.arsip.sasaran(camat.id)[0]
    assert jatuhkan(panel, indikator.id, tujuan.id, 0)
    assert sesi_contoh.arsip.anak_id(tujuan.id)[0] == indikator.id
    assert jatuhkan(panel, indikator.id, tujuan.id, 3)
    assert sesi_contoh.arsip.anak_id(tujuan.id)[2] == indikator.id
    assert jatuhkan(panel, sasaran.id, sekretaris.id, -1)
    assert sesi_contoh.arsip.anak_id(sekretaris.id)[-1] == sasaran.id


def test_in_printed_order_a_drop_leaves_the_atasan(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    panel.set_menurut_atasan(False)
    kecamatan, seksi = sesi_contoh.arsip.kecamatan()[0], jabatan(sesi_contoh, 2)
    assert jatuhkan(panel, seksi.id, kecamatan.id, 14)
    assert jabatan(sesi_contoh, 13) == replace(seksi, urutan=13)
    assert jatuhkan(panel, seksi.id, kecamatan.id, 0)
    assert jabatan(sesi_contoh, 0).id == seksi.id
    assert not jatuhkan(panel, seksi.id, jabatan(sesi_contoh, 1).id, -1)


def test_a_post_may_leave_its_atasan(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    kecamatan, camat, seksi = (
        sesi_contoh.arsip.kecamatan()[0],
        jabatan(sesi_contoh, 0),
        jabatan(sesi_contoh, 2),
    )
    assert jatuhkan(panel, seksi.id, kecamatan.id, 0)
    assert panel.model.id_dari(panel.model.index(0, 0, panel.model.indeks(kecamatan.id))) == seksi.id
    assert sesi_contoh.arsip[seksi.id] == replace(seksi, atasan_id=None, urutan=0)
    kosong = jabatan(sesi_contoh, 13)
    assert jatuhkan(panel, camat.id, kosong.id, 1) is False  # its own subordinate still
    assert jatuhkan(panel, seksi.id, kosong.id, 1)  # behind its only sasaran: the first post there
    assert panel.model.id_dari(panel.model.indeks(seksi.id).parent()) == kosong.id


def test_offices_can_be_put_in_order(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    lain = sesi_contoh.workspace.tambah(Kecamatan(0, 1, "Talisayan", "kabupaten", "Berau"))
    assert jatuhkan(panel, lain.id, 0, 0)
    assert panel.model.id_dari(panel.model.index(0, 0)) == lain.id
    dokumen = sesi_contoh.workspace.tambah(Dokumen(0, lain.id, 0, sesi_contoh.tahun))
    jab = sesi_contoh.workspace.tambah(Jabatan(0, dokumen.id, 0, "Camat Talisayan"))
    assert not jatuhkan(panel, jab.id, sesi_contoh.arsip.kecamatan()[1].id, -1)  # another office


# --- the two orders, open branches, memory ------------------------------------------------------


def test_the_switch_keeps_selection_and_open_branches(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sekretaris = jabatan(sesi_contoh, 1)
    sesi_contoh.pilih(sekretaris.id)
    panel.pandangan.expand(panel.model.indeks(sekretaris.id))
    panel.balik_susunan()
    assert not panel.menurut_atasan
    assert (
        panel.model.id_dari(panel.model.indeks(sekretaris.id).parent()) == sesi_contoh.arsip.kecamatan()[0].id
    )
    assert panel.pandangan.isExpanded(panel.model.indeks(sekretaris.id))
    assert id_kini(panel) == sekretaris.id


def test_everything_is_there_again_after_a_restart(
    panel: PanelPohon, sesi_contoh: Sesi, setelan: Setelan, qtbot: QtBot
) -> None:
    seksi = jabatan(sesi_contoh, 2)
    sasaran = sesi_contoh.arsip.sasaran(seksi.id)[0]
    panel.pandangan.expand(panel.model.indeks(sasaran.id))
    sesi_contoh.pilih(seksi.id)
    panel.set_menurut_atasan(False)
    sesi_contoh.set_periode(3)
    panel.hide()
    lagi = Sesi(sesi_contoh.workspace, sesi_contoh.path)
    kedua = PanelPohon(lagi, setelan)
    qtbot.addWidget(kedua)
    assert not kedua.menurut_atasan
    assert lagi.periode == 3
    assert lagi.pilihan == seksi.id == id_kini(kedua)
    assert kedua.pandangan.isExpanded(kedua.model.indeks(sasaran.id))
    lagi.tutup()


def test_open_and_close_all(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    sasaran = sesi_contoh.arsip.sasaran(jabatan(sesi_contoh, 9).id)[0]
    panel.bentangkan()
    assert panel.pandangan.isExpanded(panel.model.indeks(sasaran.id))
    sesi_contoh.pilih(sesi_contoh.arsip.indikator(sasaran.id)[0].id)
    panel.lipat()
    assert panel.pandangan.isExpanded(panel.model.indeks(sesi_contoh.arsip.kecamatan()[0].id))
    assert sesi_contoh.pilihan == jabatan(sesi_contoh, 0).id  # the nearest that is still seen


def test_an_edit_elsewhere_does_not_scroll(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    panel.bentangkan()
    bilah = panel.pandangan.verticalScrollBar()
    bilah.setValue(bilah.maximum() // 2)
    sebelum = bilah.value()
    camat = jabatan(sesi_contoh, 0)
    sesi_contoh.workspace.ubah(replace(camat, nama="Camat Biatan"))
    sesi_contoh.workspace.tambah(Sasaran(0, jabatan(sesi_contoh, 13).id, 0, "Baru"))
    panel.pandangan.grab()
    assert bilah.value() == sebelum
    sesi_contoh.set_periode(None)
    panel.balik_susunan()
    panel.balik_susunan()
    assert bilah.value() == sebelum


# --- the context menu ----------------------------------------------------------------------------


def test_the_menu_offers_what_fits_the_row(panel: PanelPohon, sesi_contoh: Sesi) -> None:
    camat = jabatan(sesi_contoh, 0)
    sasaran = sesi_contoh.arsip.sasaran(camat.id)[0]
    kata = [t.text().split("\t")[0] for t in panel.menu_konteks(camat).actions() if not t.isSeparator()]
    assert kata[:4] == ["Tambah jabatan", "Tambah bawahan", "Tambah sasaran", "Ganti nama"]
    menu = panel.menu_konteks(sasaran)
    naik = next(t for t in menu.actions() if t.text().startswith("Naikkan"))
    assert not naik.isEnabled()  # there is but one
    sesi_contoh.pilih(sasaran.id)
    next(t for t in menu.actions() if t.text().startswith("Gandakan")).trigger()
    assert len(sesi_contoh.arsip.sasaran(camat.id)) == 2
    assert not any(t.text().startswith("Hapus") for t in panel.menu_konteks(None).actions())


def test_rows_can_be_read_aloud(panel: PanelPohon) -> None:
    assert panel.pandangan.accessibleName()
    assert panel.pencarian.kolom.accessibleName()
    assert panel.pandangan.dragDropMode() == QAbstractItemView.DragDropMode.InternalMove
    judul = panel.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert "capaian" in judul


def test_the_hint_is_painted_and_the_pointer_says_that_it_can_be_clicked(
    panel: PanelPohon, sesi_contoh: Sesi
) -> None:
    sesi_contoh.set_tahun(2027)
    petunjuk = panel.model.indeks(PETUNJUK + sesi_contoh.arsip.kecamatan()[0].id)
    kotak = panel.pandangan.visualRect(petunjuk)
    warna = panel.pandangan.viewport().grab(kotak).toImage()
    tautan = panel.palette().link().color()
    titik = ((x, y) for x in range(warna.width()) for y in range(warna.height()))
    assert any(warna.pixelColor(x, y) == tautan for x, y in titik)
    panel.pandangan.entered.emit(petunjuk)
    assert panel.pandangan.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    panel.pandangan.viewportEntered.emit()
    assert panel.pandangan.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_context_menu_opens_on_the_row(panel: PanelPohon, sesi_contoh: Sesi, qtbot: QtBot) -> None:
    sesi_contoh.pilih(jabatan(sesi_contoh, 0).id)
    tempat = panel.pandangan.visualRect(panel.pandangan.currentIndex()).center()
    panel.pandangan.customContextMenuRequested.emit(tempat)
    menu = panel.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_the_year_looked_at_last_comes_back_unless_it_is_gone(
    panel: PanelPohon, sesi_contoh: Sesi, setelan: Setelan, qtbot: QtBot
) -> None:
    kecamatan, tahun = sesi_contoh.arsip.kecamatan()[0], sesi_contoh.tahun
    sesi_contoh.workspace.mulai_tahun(kecamatan.id, tahun + 1)
    sesi_contoh.set_periode(None)
    panel.hide()
    lagi = Sesi(sesi_contoh.workspace, sesi_contoh.path)
    assert lagi.tahun == tahun + 1, "the newest, before anything is remembered"
    qtbot.addWidget(PanelPohon(lagi, setelan))
    assert (lagi.tahun, lagi.periode) == (tahun, None)
    sesi_contoh.workspace.undo()
    setelan.simpan(f"{panel._ingatan._kunci}/tahun", tahun + 1)
    setelan.simpan(f"{panel._ingatan._kunci}/periode", 9)
    tanpa = Sesi(sesi_contoh.workspace, sesi_contoh.path)
    qtbot.addWidget(PanelPohon(tanpa, setelan))
    assert (tanpa.tahun, tanpa.periode) == (tahun, 1)


def test_a_file_opens_in_a_year_that_its_first_office_has(sesi_contoh: Sesi) -> None:
    identitas = Identitas("Tabalar", "Kabupaten", "Berau")
    sesi_contoh.workspace.terapkan(
        "tambah", kerangka_baru(identitas, sesi_contoh.tahun + 1, sesi_contoh.workspace.id_baru, urutan=1)
    )
    assert Sesi(sesi_contoh.workspace, sesi_contoh.path).tahun == sesi_contoh.tahun


def test_one_sees_whether_the_tree_has_the_focus(panel: PanelPohon, sesi_contoh: Sesi, qtbot: QtBot) -> None:
    def seperti(ukuran: QColor) -> bool:
        kotak = panel.pandangan.visualRect(panel.pandangan.currentIndex())
        gambar = panel.pandangan.viewport().grab().toImage()
        dasar = gambar.pixelColor(kotak.right() - 2, kotak.center().y())
        return abs(dasar.lightness() - ukuran.lightness()) < 12  # the style shades it a little

    sesi_contoh.pilih(jabatan(sesi_contoh, 0).id)
    panel.pandangan.setFocus()
    qtbot.waitUntil(panel.pandangan.hasFocus)
    assert seperti(warna().aksen)
    panel.pencarian.kolom.setFocus()
    qtbot.waitUntil(lambda: not panel.pandangan.hasFocus())
    assert seperti(pilihan_redup())
