"""The preview at work: real pages of a real office, following what is edited."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from iki_desktop.core.records import Jabatan, Kecamatan, TataLetak
from iki_desktop.export.pdf import cetak_pdf
from iki_desktop.naskah.keputusan import Pilihan, compose_dokumen
from iki_desktop.ui.pratinjau import PanelPratinjau
from iki_desktop.ui.pratinjau import pelukis as modul_pelukis
from iki_desktop.ui.pratinjau.letak import Titik
from iki_desktop.ui.pratinjau.pelukis import potongan_halaman
from iki_desktop.ui.pratinjau.zoom import HALAMAN_PENUH, LEBAR_HALAMAN, persen


@pytest.fixture
def panel(sesi_contoh, setelan, qtbot):
    panel = buka(sesi_contoh, setelan, qtbot)
    yield panel
    panel.hide()


def buka(sesi, setelan, qtbot) -> PanelPratinjau:
    panel = PanelPratinjau(sesi, setelan)
    qtbot.addWidget(panel)
    panel.resize(980, 600)
    with qtbot.waitSignal(panel.pembuat.jadi):
        panel.show()
    return panel


@pytest.fixture
def dokumen(sesi_contoh):
    return sesi_contoh.dokumen_aktif


def jadi_sesudah(qtbot, panel, perbuatan):
    """Do something and wait for the pages that come of it."""
    with qtbot.waitSignal(panel.pembuat.jadi) as kabar:
        perbuatan()
    return kabar.args[0]


def ubah_nomor(sesi, nomor):
    dokumen = sesi.dokumen_aktif()
    sesi.workspace.ubah(replace(dokumen, keputusan=replace(dokumen.keputusan, nomor=nomor)))


def ubah_tata(sesi, **ganti):
    dokumen = sesi.dokumen_aktif()
    sesi.workspace.ubah(replace(dokumen, tata_letak=replace(dokumen.tata_letak, **ganti)))


def teks(pdf: bytes, halaman: int) -> str:
    with pypdfium2.PdfDocument(pdf) as dokumen:
        return dokumen[halaman].get_textpage().get_text_range()


def semua_jabatan(sesi):
    return sesi.arsip.jabatan(sesi.dokumen_aktif().id)


def tunggu_lukisan(qtbot, panel):
    """Until everything that is wished for is drawn of the newest print."""
    panel.gulungan.viewport().repaint()
    qtbot.waitUntil(
        lambda: (
            all(panel.pelukis.segar(p) for semua in panel.pelukis._ingin.values() for p in semua)
            and panel.pelukis._tugas is None
        )
    )


# --- the pages are those of the PDF -----------------------------------------------------------------


def test_what_is_shown_is_what_the_pen_writes(panel, sesi_contoh, qtbot, tmp_path):
    naskah = compose_dokumen(sesi_contoh.workspace.snapshot(sesi_contoh.dokumen_aktif().id))
    cetak_pdf(naskah, tmp_path / "asli.pdf")
    assert panel._hasil.pdf == (tmp_path / "asli.pdf").read_bytes()
    tunggu_lukisan(qtbot, panel)
    kotak = panel.gulungan._letak.kotak[0]
    rasio = panel.devicePixelRatioF()
    lebar, tinggi = round(kotak.width() * rasio), round(kotak.height() * rasio)
    potongan = potongan_halaman(0, lebar, tinggi, 0, 1)[0]
    gambar = panel.pelukis.gambar(potongan)
    with pypdfium2.PdfDocument(panel._hasil.pdf) as pdf:
        skala = kotak.width() * rasio / pdf[0].get_width()
        asli = pdf[0].render(scale=skala).to_pil().convert("L")
    gelap_asli = sum(asli.crop((0, 0, lebar, potongan.setinggi)).histogram()[:128])
    gelap = sum(
        gambar.pixelColor(x, y).lightness() < 128
        for x in range(gambar.width())
        for y in range(gambar.height())
    )
    assert gelap_asli > 500, "the title stands there"
    assert gelap == pytest.approx(gelap_asli, rel=0.1)


def test_only_what_is_near_the_view_is_drawn(panel, qtbot):
    tunggu_lukisan(qtbot, panel)
    besar = {p.halaman for p in panel.pelukis._ingatan if p.lebar > 200}
    assert besar <= {0, 1}
    panel.gulungan.ke_halaman(20)
    tunggu_lukisan(qtbot, panel)
    besar = {p.halaman for p in panel.pelukis._ingatan if p.lebar > 200}
    assert besar <= {0, 1, 19, 20, 21, 22}


def test_memory_for_pictures_is_bounded(panel, qtbot, monkeypatch):
    monkeypatch.setattr(modul_pelukis, "BATAS_INGATAN", 6_000_000)
    for halaman in range(0, 24, 3):
        panel.gulungan.ke_halaman(halaman)
        tunggu_lukisan(qtbot, panel)
    assert 0 < panel.pelukis.bita <= 6_000_000
    assert panel.pelukis.bita == sum(g.sizeInBytes() for _, g in panel.pelukis._ingatan.values())


def test_hidden_it_keeps_no_more_than_the_pictures_it_last_showed(panel, qtbot):
    for halaman in (0, 8, 16):
        panel.gulungan.ke_halaman(halaman)
        tunggu_lukisan(qtbot, panel)
    sebelum = panel.pelukis.bita
    panel.hide()
    assert 0 < panel.pelukis.bita < sebelum
    assert panel.pelukis.bita == sum(g.sizeInBytes() for _, g in panel.pelukis._ingatan.values())
    assert all(panel.pelukis.gambar(p) for p in panel.pelukis._ingin["halaman"])


def test_a_wish_for_more_than_can_be_kept_comes_to_an_end(panel, qtbot, monkeypatch):
    monkeypatch.setattr(modul_pelukis, "BATAS_INGATAN", 500_000)
    panel.gulungan.set_zoom(persen(200))
    tunggu_lukisan(qtbot, panel)
    assert panel.pelukis.bita <= 2_000_000


# --- following edits --------------------------------------------------------------------------------


def test_an_edit_reaches_the_paper_and_the_view_stays(panel, sesi_contoh, qtbot):
    panel.gulungan.ke_halaman(9, 200.0)
    gulung = panel.gulungan.verticalScrollBar().value()
    hasil = jadi_sesudah(qtbot, panel, lambda: ubah_nomor(sesi_contoh, "77 TAHUN 2026"))
    assert "77 TAHUN 2026" in teks(hasil.pdf, 1)
    assert panel.gulungan.verticalScrollBar().value() == gulung
    assert panel.gulungan.halaman == 9


def test_old_pages_stay_until_the_new_ones_come(panel, sesi_contoh, qtbot):
    tunggu_lukisan(qtbot, panel)
    lama = {p: panel.pelukis.gambar(p) for p in panel.pelukis._ingin["halaman"]}
    jadi_sesudah(qtbot, panel, lambda: ubah_nomor(sesi_contoh, "8"))
    belum = [p for p in lama if not panel.pelukis.segar(p)]
    assert belum
    assert all(panel.pelukis.gambar(p) == lama[p] for p in belum)


def test_a_burst_of_edits_is_one_print(panel, sesi_contoh, qtbot):
    jadi = QSignalSpy(panel.pembuat.jadi)
    hasil = jadi_sesudah(qtbot, panel, lambda: [ubah_nomor(sesi_contoh, str(n)) for n in range(100, 120)])
    assert not panel.pembuat.menunggu()
    assert jadi.count() == 1
    assert "119" in teks(hasil.pdf, 1)


def test_a_newer_print_takes_the_place_of_an_older_one(panel, sesi_contoh, qtbot):
    jadi = QSignalSpy(panel.pembuat.jadi)

    def dua_kali() -> None:
        ubah_nomor(sesi_contoh, "111")
        panel.pembuat.minta(segera=True)
        ubah_nomor(sesi_contoh, "222")
        panel.pembuat.minta(segera=True)

    hasil = jadi_sesudah(qtbot, panel, dua_kali)
    qtbot.waitUntil(lambda: not panel.pembuat.menunggu())
    assert "222" in teks(hasil.pdf, 1)
    assert jadi.count() == 1


def test_figures_of_a_quarter_do_not_stand_on_this_paper(panel, sesi_contoh):
    formulasi = next(
        f
        for j in sesi_contoh.workspace.snapshot(sesi_contoh.dokumen_aktif().id).jabatan
        for s in j.sasaran
        for i in s.indikator
        for f in i.formulasi
    ).formulasi
    sesi_contoh.workspace.set_catatan(formulasi.id, 1, "Catatan")
    assert not panel.pembuat.menunggu()


def test_an_edit_elsewhere_makes_nothing(panel, sesi_contoh, qtbot):
    jadi = QSignalSpy(panel.pembuat.jadi)
    sesi_contoh.workspace.tambah(Kecamatan(0, 9, "Lain", "kabupaten", "Berau"))
    qtbot.waitUntil(lambda: not panel.pembuat.menunggu())
    assert jadi.count() == 0


def test_nothing_is_made_while_nobody_looks(panel, sesi_contoh, qtbot):
    panel.hide()
    ubah_nomor(sesi_contoh, "55")
    sesi_contoh.set_tahun(2027)
    sesi_contoh.set_tahun(2026)
    assert not panel.pembuat.menunggu()
    hasil = jadi_sesudah(qtbot, panel, panel.show)
    assert "55" in teks(hasil.pdf, 1)


def test_hiding_stops_what_is_being_made(panel, sesi_contoh, qtbot):
    jadi = QSignalSpy(panel.pembuat.jadi)
    ubah_nomor(sesi_contoh, "55")
    panel.pembuat.minta(segera=True)
    assert panel.pembuat.menunggu()
    panel.hide()
    assert not panel.pembuat.menunggu()
    jadi_sesudah(qtbot, panel, panel.show)
    assert jadi.count() == 1


def test_shown_again_unchanged_it_makes_nothing(panel):
    panel.hide()
    panel.show()
    assert not panel.pembuat.menunggu()


def test_undo_takes_the_paper_back(panel, sesi_contoh, qtbot):
    semula = panel._hasil.pdf
    jadi_sesudah(qtbot, panel, lambda: ubah_nomor(sesi_contoh, "9"))
    hasil = jadi_sesudah(qtbot, panel, sesi_contoh.urungkan)
    assert hasil.pdf == semula


# --- where one is -----------------------------------------------------------------------------------


def test_a_post_selected_in_the_tree_is_brought_into_view(panel, sesi_contoh):
    jabatan = semua_jabatan(sesi_contoh)[4]
    sesi_contoh.pilih(jabatan.id)
    halaman = panel.gulungan.halaman
    assert f"Jabatan : {jabatan.nama}".replace(" ", "") in "".join(teks(panel._hasil.pdf, halaman).split())
    assert panel.kepala.halaman.value() == halaman + 1
    assert panel.lajur.currentIndex().row() == halaman


def test_a_post_selected_while_hidden_is_shown_when_one_comes_back(panel, sesi_contoh, qtbot):
    panel.hide()
    jabatan = semua_jabatan(sesi_contoh)[6]
    sesi_contoh.pilih(jabatan.id)
    assert panel.gulungan.halaman == 0
    panel.show()
    assert panel.gulungan.halaman == panel._hasil.tempat_node(jabatan.id).halaman


def test_going_to_a_post_waits_for_its_page(panel, sesi_contoh, qtbot):
    dokumen = sesi_contoh.dokumen_aktif()
    baru = sesi_contoh.workspace.tambah(Jabatan(0, dokumen.id, 99, "Jabatan Baru"))
    panel.ke_jabatan(baru.id)
    assert panel.gulungan.halaman == 0
    qtbot.waitSignal(panel.pembuat.jadi).wait()
    assert "JabatanBaru" in "".join(teks(panel._hasil.pdf, panel.gulungan.halaman).split())


def test_a_post_that_is_not_printed_moves_nothing(panel, sesi_contoh, qtbot):
    jabatan = semua_jabatan(sesi_contoh)[4]
    jadi_sesudah(qtbot, panel, lambda: panel.isi._set_semua(False))
    sesi_contoh.pilih(jabatan.id)
    assert panel.gulungan.halaman == 0


def klik(panel, halaman: int, bagian: float) -> None:
    """Click in the middle of a page, so far down of its height."""
    panel.gulungan.ke_halaman(halaman, panel._hasil.ukuran[halaman][1] * bagian - 60)
    lebar, tinggi = panel._hasil.ukuran[halaman]
    tempat = (
        panel.gulungan._letak.tempat(Titik(halaman, lebar / 2, tinggi * bagian)) - panel.gulungan._gulung()
    )
    QTest.mouseClick(panel.gulungan.viewport(), Qt.MouseButton.LeftButton, pos=tempat.toPoint())


def test_a_click_in_a_page_selects_its_post_and_moves_nothing(panel, sesi_contoh):
    jabatan = semua_jabatan(sesi_contoh)[3]
    tempat = panel._hasil.tempat_node(jabatan.id)
    klik(panel, tempat.halaman + 1, 0.2)
    gulung = panel.gulungan.verticalScrollBar().value()
    assert sesi_contoh.pilihan == jabatan.id
    assert panel.gulungan.verticalScrollBar().value() == gulung
    assert panel.gulungan.halaman == tempat.halaman + 1, "the overleaf page, not its first"


def test_a_click_leaves_a_closer_selection_alone(panel, sesi_contoh):
    jabatan = semua_jabatan(sesi_contoh)[3]
    sasaran = sesi_contoh.arsip.anak_id(jabatan.id)[0]
    sesi_contoh.pilih(sasaran)
    klik(panel, panel._hasil.tempat_node(jabatan.id).halaman, 0.5)
    assert sesi_contoh.pilihan == sasaran


def test_a_click_on_the_cover_or_beside_the_paper_selects_nothing(panel, sesi_contoh):
    klik(panel, 0, 0.5)
    assert sesi_contoh.pilihan == 0
    jabatan = semua_jabatan(sesi_contoh)[3]
    panel.gulungan.ke_halaman(panel._hasil.tempat_node(jabatan.id).halaman)
    QTest.mouseClick(panel.gulungan.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 200))
    assert sesi_contoh.pilihan == 0


def test_other_mouse_buttons_do_nothing(panel, sesi_contoh):
    panel.gulungan.ke_halaman(9)
    tempat = panel.gulungan.viewport().rect().center()
    QTest.mouseClick(panel.gulungan.viewport(), Qt.MouseButton.RightButton, pos=tempat)
    QTest.mouseMove(panel.gulungan.viewport(), QPoint(10, 10))
    assert sesi_contoh.pilihan == 0


def test_a_drag_moves_the_paper_and_selects_nothing(panel, sesi_contoh):
    panel.gulungan.ke_halaman(9)
    semula = panel.gulungan.verticalScrollBar().value()
    viewport = panel.gulungan.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))
    QTest.mouseMove(viewport, QPoint(200, 250))
    QTest.mouseMove(viewport, QPoint(200, 200))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert panel.gulungan.verticalScrollBar().value() == semula + 100
    assert sesi_contoh.pilihan == 0


def test_keys_and_the_page_field_lead_through_the_pages(panel, qtbot):
    jumlah = len(panel._hasil.ukuran)
    gulungan = panel.gulungan
    assert panel.kepala.halaman.maximum() == jumlah
    assert panel.kepala.halaman.text() == "1"
    QTest.keyClick(gulungan, Qt.Key.Key_End)
    assert gulungan.halaman == jumlah - 1
    QTest.keyClick(gulungan, Qt.Key.Key_Home)
    assert gulungan.verticalScrollBar().value() == 0
    QTest.keyClick(gulungan, Qt.Key.Key_PageDown)
    assert gulungan.verticalScrollBar().value() == gulungan.verticalScrollBar().pageStep()
    QTest.keyClick(gulungan, Qt.Key.Key_PageUp)
    assert gulungan.verticalScrollBar().value() == 0
    panel.kepala.halaman.setFocus()
    panel.kepala.halaman.selectAll()
    QTest.keyClicks(panel.kepala.halaman, "12")
    QTest.keyClick(panel.kepala.halaman, Qt.Key.Key_Return)
    assert gulungan.halaman == 11
    assert panel.lajur.currentIndex().row() == 11
    QTest.keyClick(panel.lajur, Qt.Key.Key_Down)
    assert gulungan.halaman == 12
    assert "Halaman 13" in panel.lajur.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


# --- how large --------------------------------------------------------------------------------------


def test_enlarging_keeps_the_place_in_the_middle(panel):
    panel.gulungan.set_zoom(persen(100))
    panel.gulungan.ke_halaman(7, 300.0)
    tengah = QPointF(panel.gulungan.viewport().rect().center())
    sebelum = panel.gulungan._letak.titik(tengah + panel.gulungan._gulung())
    for arah in (1, 1, -1, 1):
        panel.gulungan.ubah_zoom(arah)
    sesudah = panel.gulungan._letak.titik(tengah + panel.gulungan._gulung())
    assert panel.gulungan.persen == pytest.approx(125)
    assert sesudah.halaman == sebelum.halaman
    assert sesudah.y == pytest.approx(sebelum.y, abs=3)


def test_keys_and_wheel_enlarge(panel, qtbot):
    panel.activateWindow()
    panel.gulungan.setFocus()
    qtbot.waitUntil(panel.gulungan.hasFocus)
    panel._zoom(persen(100))
    QTest.keyClick(panel.gulungan, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert panel.gulungan.zoom == persen(110)
    assert panel.kepala.zoom.placeholderText() == "110 %"
    QTest.keyClick(panel.gulungan, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert panel.kepala.zoom.currentText() == "100 %"
    putar(panel, 60)
    assert panel.gulungan.zoom == persen(100), "half a notch waits for its other half"
    putar(panel, 60)
    assert panel.gulungan.zoom == persen(110)
    QTest.keyClick(panel.gulungan, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert panel.gulungan.zoom == LEBAR_HALAMAN


def putar(panel, sudut: int) -> None:
    tempat = QPointF(100, 100)
    event = QWheelEvent(
        tempat,
        panel.gulungan.viewport().mapToGlobal(tempat),
        QPoint(),
        QPoint(0, sudut),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.gulungan.viewport(), event)


def test_a_whole_page_is_seen_and_follows_the_window(panel):
    panel.gulungan.ke_halaman(5)
    panel._zoom(HALAMAN_PENUH)
    panel.resize(900, 420)
    kotak = panel.gulungan._letak.kotak[5]
    gulung = panel.gulungan.verticalScrollBar().value()
    assert panel.gulungan.halaman == 5
    assert gulung <= kotak.top()
    assert kotak.bottom() < gulung + panel.gulungan.viewport().height()
    assert not panel.gulungan.horizontalScrollBar().isVisible()


def test_size_and_page_beside_are_remembered(panel, sesi_contoh, setelan, qtbot):
    panel._zoom(persen(150))
    panel.kepala.samping["tata"].click()
    panel.hide()
    lagi = buka(sesi_contoh, setelan, qtbot)
    assert lagi.gulungan.zoom == persen(150)
    assert lagi.kepala.samping["tata"].isChecked()
    assert lagi.tata.isVisible()
    lagi.kepala.samping["tata"].click()
    assert not lagi.tata.isVisible()


# --- what is printed --------------------------------------------------------------------------------


def test_parts_are_chosen_and_remembered(panel, sesi_contoh, setelan, qtbot):
    panel.kepala.samping["isi"].click()
    centang = panel.isi._centang
    assert [n for n, c in centang.items() if c.isVisible()] == ["sampul", "keputusan", "lampiran"]
    hasil = jadi_sesudah(qtbot, panel, centang["sampul"].click)
    assert hasil.tempat[0].judul == "Keputusan Camat Biatan"
    assert panel.pilihan() == Pilihan(sampul=False)
    panel.hide()
    assert buka(sesi_contoh, setelan, qtbot).pilihan() == Pilihan(sampul=False)


def test_posts_are_chosen_one_by_one_or_all_at_once(panel, sesi_contoh, qtbot):
    panel.kepala.samping["isi"].click()
    jabatan = semua_jabatan(sesi_contoh)
    daftar = panel.isi._daftar
    assert [daftar.item(n).text() for n in range(daftar.count())] == [j.nama for j in jabatan]
    hasil = jadi_sesudah(qtbot, panel, lambda: daftar.item(2).setCheckState(Qt.CheckState.Unchecked))
    assert hasil.tempat_node(jabatan[2].id) is None
    assert hasil.tempat_node(jabatan[3].id) is not None
    jadi_sesudah(qtbot, panel, lambda: panel.isi._set_semua(False))
    assert panel.pilihan().jabatan == frozenset()
    jadi_sesudah(qtbot, panel, lambda: panel.isi._set_semua(True))
    assert panel.pilihan() == Pilihan()


def test_a_choice_of_nothing_is_said(panel, qtbot):
    panel.kepala.samping["isi"].click()
    for nama in ("sampul", "keputusan", "lampiran"):
        jadi_sesudah(qtbot, panel, panel.isi._centang[nama].click)
    assert panel.isi._isi_kosong.isVisible()
    assert len(panel._hasil.ukuran) == 1


def test_drafts_are_marked_and_signed_as_chosen(panel, setelan, sesi_contoh, qtbot):
    panel.kepala.samping["isi"].click()
    isi = panel.isi
    assert panel._hasil is not None
    bertanda = panel._hasil.pdf
    assert isi._draf.isChecked()
    assert jadi_sesudah(qtbot, panel, isi._draf.click).pdf != bertanda
    assert not isi._baris_jangkar.isVisible()
    halaman_tanda_tangan = teks(bertanda, 2)

    def elektronik() -> None:
        isi._cara.setCurrentIndex(1)
        isi._cara.activated.emit(1)
        isi._jangkar.setText("$")
        assert panel.simpan_isian(), "what is still being typed counts"

    hasil = jadi_sesudah(qtbot, panel, elektronik)
    assert isi._baris_jangkar.isVisible()
    assert "$" in teks(hasil.pdf, 2)
    assert "$" not in halaman_tanda_tangan
    panel.hide()
    lagi = buka(sesi_contoh, setelan, qtbot)
    assert lagi.pilihan() == panel.pilihan()
    assert lagi._hasil == hasil


def test_the_list_of_posts_follows_the_tree(panel, sesi_contoh, qtbot):
    panel.kepala.samping["isi"].click()
    jabatan = semua_jabatan(sesi_contoh)
    jahat = "<b>Kasi</b> & =1+1 \u202e\U0001f600 " + "x" * 300
    sesi_contoh.workspace.ubah(replace(jabatan[0], nama=jahat))
    sesi_contoh.workspace.hapus(jabatan[5].id)
    daftar = panel.isi._daftar
    assert daftar.count() == len(jabatan) - 1
    assert daftar.item(0).text() == jahat
    qtbot.waitSignal(panel.pembuat.jadi).wait()
    halaman = panel._hasil.tempat_node(jabatan[0].id).halaman
    tip = panel.lajur.model().index(halaman, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Kasi" in tip
    assert panel.grab().width() == panel.width()


# --- the layout -------------------------------------------------------------------------------------


def bidang(panel, kunci):
    return panel.tata.borang.bidang(kunci)


def pilih_opsi(bidang, nilai):
    """Choose in a list as a person does."""
    nomor = [o[0] for o in bidang._opsi].index(nilai)
    bidang.kotak.setCurrentIndex(nomor)
    bidang.kotak.activated.emit(nomor)


def test_paper_and_direction_change_the_pages(panel, sesi_contoh, qtbot):
    panel.kepala.samping["tata"].click()
    hasil = jadi_sesudah(qtbot, panel, lambda: pilih_opsi(bidang(panel, "kertas"), "A4"))
    assert hasil.ukuran[0] == pytest.approx((595.276, 841.89), abs=0.01)
    hasil = jadi_sesudah(qtbot, panel, lambda: pilih_opsi(bidang(panel, "lampiran_mendatar"), True))
    assert hasil.ukuran[0][0] < hasil.ukuran[0][1]
    assert hasil.ukuran[-1][0] > hasil.ukuran[-1][1]
    assert sesi_contoh.workspace.undo_text == "ubah arah lampiran tata letak dokumen tahun 2026"
    jadi_sesudah(qtbot, panel, lambda: [sesi_contoh.urungkan(), sesi_contoh.urungkan()])
    assert bidang(panel, "kertas").nilai() == "F4"


def test_ticks_and_numbering_are_edits_of_their_own(panel, sesi_contoh, dokumen):
    panel.kepala.samping["tata"].click()
    bidang(panel, "kolom_no").centang.click()
    assert dokumen().tata_letak.kolom_no is False
    bidang(panel, "sasaran_diulang").centang.click()
    assert dokumen().tata_letak.sasaran_diulang is False
    pilih_opsi(bidang(panel, "tugas"), "")
    assert dokumen().tata_letak.penomoran.tugas == ""
    assert dokumen().tata_letak.penomoran.menimbang == "a.", "the others stay"
    for _ in range(3):
        sesi_contoh.urungkan()
    assert bidang(panel, "kolom_no").centang.isChecked()
    assert bidang(panel, "sasaran_diulang").centang.isChecked()
    assert bidang(panel, "tugas").nilai() == "a.", "not given is shown as the default"


def test_a_size_that_cannot_be_read_is_refused_in_its_place(panel, dokumen):
    panel.kepala.samping["tata"].click()
    ukuran = bidang(panel, "ukuran_huruf")
    ukuran.baris.setText("99")
    assert not panel.simpan_isian()
    assert ukuran.pesan.teks() == "Ukuran huruf antara 6 dan 24 titik."
    ukuran.baris.setText("11,5")
    assert panel.simpan_isian()
    assert dokumen().tata_letak.ukuran_huruf == Decimal("11.5")


def test_a_missing_typeface_is_said_beneath_and_above(panel, sesi_contoh, dokumen, qtbot):
    panel.kepala.samping["tata"].click()
    qtbot.waitUntil(lambda: bidang(panel, "huruf").kotak.findText("Caladea") >= 0)
    assert panel.catatan.isHidden(), "the usual typeface is no finding"
    huruf = bidang(panel, "huruf")
    huruf.baris.setText("Huruf Khayal")
    hasil = jadi_sesudah(qtbot, panel, huruf.baris.editingFinished.emit)
    assert dokumen().tata_letak.huruf == "Huruf Khayal"
    assert hasil.huruf == (
        "Huruf “Huruf Khayal” tidak dapat dipakai; diganti Caladea."
        " Huruf itu tidak terpasang di komputer ini."
    )
    assert panel.tata._keterangan_huruf.text() == hasil.huruf
    assert panel.catatan.label()[1].text() == hasil.huruf


def test_ready_made_layouts_are_taken_up_as_one_edit(panel, sesi_contoh, dokumen, qtbot):
    panel.kepala.samping["tata"].click()
    kotak = panel.tata.pola.kotak
    assert kotak.currentText() == "Seperti Biatan"
    semula = dokumen().tata_letak
    kotak.setCurrentIndex(2)
    kotak.activated.emit(2)
    assert dokumen().tata_letak.penomoran.fungsi == "a."
    assert kotak.currentText() == "Seperti Camplong"
    panel.tata._baku.click()
    assert dokumen().tata_letak == TataLetak(kertas="F4", huruf="Bookman Old Style", ukuran_huruf=Decimal(12))
    assert kotak.currentText() == "Baku"
    assert sesi_contoh.workspace.undo_text == "pakai tata letak “Baku”"
    sesi_contoh.urungkan()
    sesi_contoh.urungkan()
    assert dokumen().tata_letak == semula
    assert kotak.currentText() == "Seperti Biatan"


def test_an_office_keeps_layouts_of_its_own(panel, sesi_contoh, setelan, qtbot):
    panel.kepala.samping["tata"].click()
    pola = panel.tata.pola
    assert not pola.tombol_simpan.isEnabled(), "it has a name already"
    ubah_tata(sesi_contoh, kertas="A4")
    assert pola.kotak.currentIndex() == -1
    for ditolak in ("", "  ", "Baku"):
        assert not pola.simpan(ditolak)
    nama = 'Pola kami, "A4" <b>; =1'
    assert pola.simpan(f"  {nama}\n")
    assert pola.kotak.currentText() == nama
    panel.hide()
    lagi = buka(sesi_contoh, setelan, qtbot)
    lagi.kepala.samping["tata"].click()
    lagi.kepala.samping["tata"].click()
    assert lagi.tata.pola.kotak.currentText() == nama
    assert lagi.tata.pola.tombol_hapus.isEnabled()
    lagi.tata.pola.tombol_hapus.click()
    assert lagi.tata.pola.kotak.findText(nama) == -1
    assert sesi_contoh.dokumen_aktif().tata_letak.kertas == "A4", "the document keeps what it has"


# --- what was found, and what went wrong --------------------------------------------------------------


def test_findings_are_listed_shortly_and_whole(panel, sesi_contoh, dokumen, qtbot):
    kosong = replace(dokumen().keputusan, nomor=None, tempat=None, tanggal=None, tanggal_teks=None)
    jadi_sesudah(qtbot, panel, lambda: sesi_contoh.workspace.ubah(replace(dokumen(), keputusan=kosong)))
    _, temuan = panel.catatan.label()
    assert len(temuan.text().splitlines()) == 2
    assert panel.catatan._lebih.text() == "1 catatan lagi"
    panel.catatan._lebih.click()
    assert "Tanggal penetapan belum diisi; tempatnya dikosongkan." in temuan.text()
    jadi_sesudah(qtbot, panel, sesi_contoh.urungkan)
    assert panel.catatan.isHidden()


def test_a_print_that_fails_is_said_and_the_old_pages_stay(panel, sesi_contoh, qtbot, monkeypatch):
    semula = panel._hasil
    with monkeypatch.context() as tanpa_folder:
        tanpa_folder.setattr(tempfile, "tempdir", str(Path(tempfile.gettempdir(), "tidak", "ada")))
        with qtbot.waitSignal(panel.pembuat.gagal):
            ubah_nomor(sesi_contoh, "3")
    galat, _ = panel.catatan.label()
    assert galat.isVisible()
    assert galat.text().startswith("Pratinjau tidak dapat dibuat di folder sementara.")
    assert panel._hasil is semula
    assert panel.gulungan.isVisible()
    jadi_sesudah(qtbot, panel, lambda: ubah_nomor(sesi_contoh, "4"))
    assert not galat.isVisible()


def test_nothing_stays_in_the_folder_for_temporary_files(sesi_contoh, setelan, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sebelum = set(tmp_path.iterdir())
    panel = buka(sesi_contoh, setelan, qtbot)
    jadi_sesudah(qtbot, panel, lambda: ubah_nomor(sesi_contoh, "3"))
    panel.hide()
    assert not {p.name for p in set(tmp_path.iterdir()) - sebelum if p.name.startswith("iki-")}


def test_a_year_without_a_document_says_so(panel, sesi_contoh, qtbot):
    sesi_contoh.set_tahun(2031)
    assert panel._kosong.isVisible()
    assert panel._kosong.text() == "Belum ada dokumen tahun 2031."
    assert not panel.kepala.cetak.isEnabled()
    assert panel.kepala.halaman.text() == "–"
    assert not panel.gulungan.isVisible()
    jadi_sesudah(qtbot, panel, lambda: sesi_contoh.set_tahun(2026))
    assert panel.gulungan.isVisible()
    assert panel.kepala.cetak.isEnabled()


def test_an_empty_file_says_so(sesi_kosong, setelan, qtbot):
    panel = PanelPratinjau(sesi_kosong, setelan)
    qtbot.addWidget(panel)
    panel.show()
    assert panel._kosong.isVisible()
    panel.cetak_ke_pencetak()
    panel.ke_jabatan(5)
    assert panel.simpan_isian()


def test_another_office_shows_its_own_paper(panel, sesi_contoh, qtbot):
    lain = sesi_contoh.workspace.tambah(Kecamatan(0, 9, "Lain", "kabupaten", "Berau"))
    sesi_contoh.pilih(lain.id)
    assert panel._kosong.isVisible()
    hasil = jadi_sesudah(qtbot, panel, lambda: sesi_contoh.workspace.mulai_tahun(lain.id, 2026))
    assert len(hasil.ukuran) == 1
    assert "KECAMATANLAIN" in "".join(teks(hasil.pdf, 0).split())


def test_the_menu_asks_for_paper(panel, qtbot):
    menu = panel.kepala.cetak.menu()
    for kata, jenis in (("PDF", "pdf"), ("Word", "docx"), ("encetak", "cetak")):
        aksi = next(a for a in menu.actions() if kata in a.text().replace("&", ""))
        with qtbot.waitSignal(panel.minta_cetak) as kabar:
            aksi.trigger()
        assert kabar.args == [jenis]
