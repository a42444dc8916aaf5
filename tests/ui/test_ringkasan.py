"""The page "Ringkasan" in use: what it shows, by keys and mouse to the rows, quiet while unseen."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from iki_desktop.core.changes import Change
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.records import Dokumen, Formulasi, Indikator, Jabatan, StatusIsian, Target
from iki_desktop.core.triwulan import Sampai
from iki_desktop.core.workspace import IsiSel
from iki_desktop.ui.lembar_kerja import LembarKerja
from iki_desktop.ui.ringkasan import PanelRingkasan
from iki_desktop.ui.ringkasan.isi import BATANG_AWAL
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import warna_kategori

K = Qt.Key


def dokumen(sesi: Sesi) -> Dokumen:
    satu = sesi.dokumen_aktif()
    assert satu is not None
    return satu


def semua_jabatan(sesi: Sesi) -> list[Jabatan]:
    return sesi.arsip.jabatan(dokumen(sesi).id)


def semua_indikator(sesi: Sesi, jabatan: Jabatan) -> list[Indikator]:
    return [i for s in sesi.arsip.sasaran(jabatan.id) for i in sesi.arsip.indikator(s.id)]


def isi_jabatan(sesi: Sesi, jabatan: Jabatan, triwulan: int, nilai: int) -> None:
    """Give each indicator of a post the target 100 and this realisasi in percent."""
    semua = semua_indikator(sesi, jabatan)
    target = Target(Decimal(100), (Decimal(100),) * 4)
    sesi.workspace.terapkan("target", [Change(i, replace(i, target=target)) for i in semua])
    sesi.workspace.isi_banyak(
        [
            IsiSel(formulasi.id, triwulan, kunci, isian)
            for indikator in semua
            for formulasi in sesi.arsip.formulasi(indikator.id)
            for kunci, isian in _masukan(formulasi, nilai)
        ]
    )


def _masukan(formulasi: Formulasi, nilai: int) -> list[tuple[str, Decimal]]:
    return [(m.kunci, Decimal(100 if m.kunci == "penyebut" else nilai)) for m in masukan(formulasi)]


@pytest.fixture
def sesi(sesi_contoh: Sesi) -> Sesi:
    """Two quarters of the Biatan office: three posts in the first, two of them in the second."""
    camat, sekretaris, kasi = semua_jabatan(sesi_contoh)[:3]
    for jabatan, nilai in ((camat, 90), (sekretaris, 70), (kasi, 110)):
        isi_jabatan(sesi_contoh, jabatan, 1, nilai)
    isi_jabatan(sesi_contoh, camat, 2, 60)
    isi_jabatan(sesi_contoh, sekretaris, 2, 95)
    return sesi_contoh


@pytest.fixture
def panel(qtbot, sesi: Sesi) -> PanelRingkasan:
    panel = PanelRingkasan(sesi)
    qtbot.addWidget(panel)
    panel.resize(1050, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    return panel


def nama_batang(panel: PanelRingkasan) -> list[str]:
    return [b.nama for b in panel.isi.batang.baris()]


def gambar(widget, bagian: QRect | None = None) -> QImage:
    return widget.grab(bagian or widget.rect()).toImage()


# --- what is shown --------------------------------------------------------------------------------


def test_the_head_says_how_the_office_stands(panel, sesi):
    kepala = panel.isi.kepala
    assert panel.judul.teks() == "Kecamatan Biatan"
    assert panel.keterangan.text() == "Triwulan I 2026"
    hasil = sesi.workspace.hasil(dokumen(sesi).id, 1)
    assert kepala.kategori.text() == hasil.kategori
    assert kepala.dasar.text().startswith(f"Terisi {hasil.terisi} dari {hasil.jumlah}.\n3 dari 14 jabatan")
    assert kepala.perubahan.isHidden(), "there is no quarter before, nor a year before"
    sesi.set_periode(2)
    assert panel.keterangan.text() == "Triwulan II 2026"
    assert kepala.perubahan.text().startswith("turun ")
    assert "dari TW I" in kepala.perubahan.text()


def test_the_year_up_to_the_quarter_is_shown_where_it_is_chosen(qtbot, panel, sesi):
    kantor = dokumen(sesi)
    sesi.set_periode(2)
    sendiri, sampai = panel.cakupan.tombol
    assert (sendiri.isChecked(), panel.cakupan.isVisible()) == (True, True)
    kata_sendiri = panel.isi.turun.deret.baris()
    sendiri.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Space)
    assert sampai.isChecked(), "with keys alone"
    assert panel.periode == Sampai(2)
    assert panel.keterangan.text() == "s.d. Triwulan II 2026"
    hasil = sesi.workspace.hasil(kantor.id, Sampai(2))
    assert panel.isi.kepala.angka.text() == sesi.workspace.aturan(kantor.id).persen(hasil.capaian)
    assert "dari s.d. TW I" in panel.isi.kepala.perubahan.text()
    assert [t.periode for t in panel.isi.jejak.lintasan()[0].titik] == [Sampai(t) for t in (1, 2, 3, 4)]
    assert panel.isi.jejak.accessibleName().startswith("Capaian s.d. tiap triwulan")
    jabatan = semua_jabatan(sesi)
    nilai = [sesi.workspace.hasil(j.id, Sampai(2)).capaian for j in jabatan]
    assert [b.nilai for b in panel.isi.batang.baris()] == [None if n is None else float(n) for n in nilai]
    assert panel.isi.turun.deret.baris() != kata_sendiri
    sesi.set_periode(None)
    assert panel.cakupan.isHidden(), "of a whole year there is nothing to choose"
    assert panel.keterangan.text() == "Setahun 2026"
    sesi.set_periode(1)
    assert panel.periode == Sampai(1), "the choice stays"


def test_a_point_of_the_year_so_far_goes_to_its_quarter(qtbot, panel, sesi):
    qtbot.mouseClick(panel.cakupan.tombol[1], Qt.MouseButton.LeftButton)
    panel.isi.jejak.setFocus()
    qtbot.keyClick(panel.isi.jejak, K.Key_Right)
    qtbot.keyClick(panel.isi.jejak, K.Key_Return)
    assert sesi.periode == 2


def test_the_state_of_the_quarter_is_a_word(qtbot, panel, sesi):
    kantor, ruang = dokumen(sesi).id, sesi.workspace
    for status, kata in ((StatusIsian.SELESAI, " · selesai"), (StatusIsian.DIKUNCI, " · dikunci")):
        with qtbot.waitSignal(sesi.ringkasan_berubah):
            ruang.set_status(kantor, 1, status)
        assert panel.keterangan.text() == f"Triwulan I 2026{kata}"
    qtbot.mouseClick(panel.cakupan.tombol[1], Qt.MouseButton.LeftButton)
    assert panel.keterangan.text() == "s.d. Triwulan I 2026 · Triwulan I dikunci"
    sesi.set_periode(None)
    assert panel.keterangan.text() == "Setahun 2026"


def test_weights_that_are_all_0_are_named_in_the_head(qtbot, panel, sesi):
    with qtbot.waitSignal(sesi.ringkasan_berubah):
        sesi.workspace.terapkan(
            "bobot", [Change(j, replace(j, bobot=Decimal(0))) for j in semua_jabatan(sesi)]
        )
    assert panel.isi.kepala.kategori.text() == "Belum ada capaian: semua bobotnya 0"
    assert nama_batang(panel)[0].endswith(" · bobot 0")


def test_bars_in_printed_order_or_by_capaian(qtbot, panel, sesi):
    tercetak = [j.nama for j in semua_jabatan(sesi)]
    assert nama_batang(panel) == tercetak
    qtbot.mouseClick(panel.isi.urut_capaian, Qt.MouseButton.LeftButton)
    assert nama_batang(panel) == [tercetak[2], tercetak[0], tercetak[1], *tercetak[3:]]
    sesi.set_periode(2)
    assert nama_batang(panel)[:2] == [tercetak[1], tercetak[0]], "the order stays chosen"
    qtbot.mouseClick(panel.isi.urut_dokumen, Qt.MouseButton.LeftButton)
    assert nama_batang(panel) == tercetak


def test_a_bar_is_as_long_as_its_figure_and_ends_with_number_and_word(panel):
    batang = panel.isi.batang
    camat, sekretaris, _, kosong, *_ = batang.baris()
    assert camat.angka.endswith(" %")
    assert camat.kata
    assert (kosong.kata, kosong.nilai) == ("belum ada isian", None)
    foto = gambar(batang)
    for nomor, baris in enumerate((camat, sekretaris)):
        y = batang.kotak_baris(nomor).center().y()
        ujung = round(batang.x_nilai(baris.nilai))
        assert baris.kelas is not None
        isi = warna_kategori(*baris.kelas)
        assert foto.pixelColor(ujung - 3, y) == isi
        assert foto.pixelColor(ujung + 3, y) != isi
    y = batang.kotak_baris(3).center().y()
    kanan = round(batang.x_nilai(100)) - 1
    assert foto.pixelColor(kanan, y) == foto.pixelColor(kanan + 40, y), "no target line where there is no bar"
    assert foto.pixelColor(kanan, batang.kotak_baris(0).center().y()) == QColor("#1b1f24")


def test_an_outlier_is_torn_off_and_the_others_keep_their_length(panel, sesi):
    isi_jabatan(sesi, semua_jabatan(sesi)[3], 1, 26_000)
    panel._ikuti()
    batang = panel.isi.batang
    assert batang.skala == 200.0
    assert batang.x_nilai(26_000) == batang.x_nilai(200)
    baris = batang.baris()[3]
    assert baris.nilai is not None
    assert baris.nilai > 200
    kotak = batang.kotak_baris(3)
    foto = gambar(batang)
    y = kotak.center().y()
    ujung = round(batang.x_nilai(200))
    assert len({foto.pixelColor(x, y).name() for x in range(ujung - 20, ujung)}) > 1, "cut near its end"


def test_the_course_has_a_gap_where_nothing_is_entered(panel, sesi):
    jejak = panel.isi.jejak
    assert len(jejak.lintasan()) == 1
    assert [jejak.tempat(0, n) is None for n in range(4)] == [False, False, True, True]
    assert "TW III belum ada capaian" in jejak.accessibleDescription()
    assert "membandingkan" in panel.isi.bagian_jejak.keterangan.text()
    kasi = semua_jabatan(sesi)[2]
    sesi.pilih(semua_indikator(sesi, kasi)[0].id)
    assert [s.nama for s in jejak.lintasan()] == ["Kecamatan Biatan", kasi.nama]
    assert [jejak.tempat(1, n) is None for n in range(4)] == [False, True, True, True]
    assert jejak.tempat(0, 0).y() > jejak.tempat(1, 0).y(), "the post is above the office"
    assert panel.isi.bagian_jejak.keterangan.isHidden()
    assert panel.isi.bagian_tahun.isHidden()


def test_past_years_are_shown_where_the_file_has_figures(qtbot, panel, sesi):
    baru = sesi.workspace.salin_tahun(dokumen(sesi).id, 2027)
    sesi.set_tahun(2027)
    sesi.set_periode(None)
    assert panel.isi.bagian_tahun.isVisible()
    assert [t.tahun for t in panel.isi.jejak_tahun.lintasan()[0].titik] == [2026, 2027]
    isi_jabatan(sesi, sesi.arsip.jabatan(baru.id)[0], 1, 80)
    qtbot.waitUntil(lambda: panel.isi.kepala.perubahan.text().endswith(")"))
    assert "dari tahun 2026" in panel.isi.kepala.perubahan.text()


def test_lists_of_best_worst_fallen_and_empty(panel, sesi):
    isi = panel.isi
    sesi.set_periode(2)
    camat, sekretaris = (j.nama for j in semua_jabatan(sesi)[:2])
    assert {b.rinci for b in isi.turun.deret.baris()} == {camat}
    assert {b.rinci for b in isi.tertinggi.deret.baris()} >= {sekretaris}
    assert {b.rinci for b in isi.terendah.deret.baris()} == {camat}
    kosong = [b.angka for b in isi.kosong_jabatan.deret.baris()]
    banyak = [int(k.split()[0]) for k in kosong]
    assert banyak == sorted(banyak, reverse=True)
    assert isi.kosong_pj.isHidden(), "nobody is named in this office"
    sesi.set_periode(1)
    assert isi.turun.deret.isHidden()
    assert "sebelumnya" in isi.turun.keterangan.text()
    sesi.set_periode(None)
    assert "satu triwulan" in isi.turun.keterangan.text()


def test_those_in_charge_are_named_where_the_document_names_them(panel, sesi):
    kasi = semua_jabatan(sesi)[3]
    for indikator in semua_indikator(sesi, kasi):
        sesi.workspace.ubah(replace(indikator, penanggung_jawab="Kasi <b>PMD</b>"))
    panel._ikuti()
    assert "Kasi <b>PMD</b>" in [b.nama for b in panel.isi.kosong_pj.deret.baris()]
    assert panel.isi.kosong_pj.isVisible()


def test_everything_filled_is_said(panel, sesi):
    for jabatan in semua_jabatan(sesi):
        isi_jabatan(sesi, jabatan, 3, 80)
    sesi.set_periode(3)
    assert panel.isi.kosong_jabatan.keterangan.text() == "Semua isian sudah terisi."
    assert panel.isi.kosong_jabatan.deret.isHidden()
    assert panel.isi.kepala.langkah.isHidden()


# --- empty places ---------------------------------------------------------------------------------


def test_an_office_without_entries_says_so(panel, sesi):
    sesi.set_periode(4)
    assert panel.isi.kepala.angka.isHidden()
    assert panel.isi.kepala.kategori.text() == "Belum ada capaian"
    assert {b.kata for b in panel.isi.batang.baris()} == {"belum ada isian"}
    assert panel.isi.baris_ekstrem.isHidden()
    assert panel.isi.turun.isHidden()
    assert panel.isi.bagian_jejak.isVisible(), "other quarters have their figures"


def test_a_file_without_offices_years_or_indicators(qtbot, sesi_kosong):
    panel = PanelRingkasan(sesi_kosong)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.kosong.isVisible()
    assert "Belum ada kecamatan" in panel.kosong.text()
    workspace = sesi_kosong.workspace
    workspace.terapkan("buat", kerangka_baru(Identitas("X", "Kabupaten", "Y"), 2026, workspace.id_baru))
    sesi_kosong.set_tahun(2026)
    qtbot.waitUntil(lambda: "Belum ada indikator" in panel.kosong.text())
    sesi_kosong.set_tahun(2030)
    assert panel.kosong.text() == "Belum ada dokumen tahun 2030."
    assert panel.simpan_isian()


# --- going ----------------------------------------------------------------------------------------


def test_enter_on_a_bar_goes_to_its_rows(qtbot, panel, sesi):
    panel.setFocus()
    assert panel.isi.batang.hasFocus()
    jabatan = semua_jabatan(sesi)
    qtbot.keyClick(panel.isi.batang, K.Key_Down)
    with qtbot.waitSignal(panel.minta_isian) as diminta:
        qtbot.keyClick(panel.isi.batang, K.Key_Return)
    assert diminta.args == [jabatan[1].id]
    assert sesi.pilihan == jabatan[1].id


def test_the_space_bar_selects_and_stays(qtbot, panel, sesi):
    panel.setFocus()
    qtbot.keyClick(panel.isi.batang, K.Key_End)
    with qtbot.assertNotEmitted(panel.minta_isian):
        qtbot.keyClick(panel.isi.batang, K.Key_Space)
    assert sesi.jabatan_aktif() == semua_jabatan(sesi)[-1]
    assert len(panel.isi.jejak.lintasan()) == 2


def test_a_click_goes_to_the_indicator(qtbot, panel, sesi):
    sesi.set_periode(2)
    for bagian in (panel.isi.turun, panel.isi.tertinggi, panel.isi.terendah, panel.isi.kosong_jabatan):
        deret = bagian.deret
        with qtbot.waitSignal(panel.minta_isian) as diminta:
            qtbot.mouseClick(deret, Qt.MouseButton.LeftButton, pos=deret.kotak_baris(0).center())
        assert diminta.args == [deret.baris()[0].id]
        assert sesi.pilihan == deret.baris()[0].id


def test_a_press_that_ends_elsewhere_goes_nowhere(qtbot, panel):
    batang = panel.isi.batang
    with qtbot.assertNotEmitted(panel.minta_isian):
        qtbot.mousePress(batang, Qt.MouseButton.LeftButton, pos=batang.kotak_baris(0).center())
        qtbot.mouseRelease(batang, Qt.MouseButton.LeftButton, pos=batang.kotak_baris(1).center())
        qtbot.mouseClick(batang, Qt.MouseButton.LeftButton, pos=QPoint(5, 1))
        qtbot.mouseClick(batang, Qt.MouseButton.RightButton, pos=batang.kotak_baris(0).center())


def test_a_point_goes_to_its_quarter(qtbot, panel, sesi):
    jejak = panel.isi.jejak
    with qtbot.waitSignal(panel.minta_isian) as diminta:
        qtbot.mouseClick(jejak, Qt.MouseButton.LeftButton, pos=jejak.tempat(0, 1).toPoint())
    kecamatan = sesi.kecamatan_aktif()
    assert kecamatan is not None
    assert diminta.args == [kecamatan.id]
    assert sesi.periode == 2


def test_keys_walk_over_the_points_and_the_gaps(qtbot, panel, sesi):
    kasi = semua_jabatan(sesi)[2]
    sesi.pilih(kasi.id)
    jejak = panel.isi.jejak
    jejak.setFocus()
    for kunci in (K.Key_Down, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Down):
        qtbot.keyClick(jejak, kunci)
    assert jejak.accessibleName() == f"Capaian tiap triwulan. TW IV, {kasi.nama}: belum ada capaian"
    with qtbot.waitSignal(panel.minta_isian) as diminta:
        qtbot.keyClick(jejak, K.Key_Return)
    assert diminta.args == [kasi.id]
    assert sesi.periode == 4, "what is missing can be entered there"
    qtbot.keyClick(jejak, K.Key_Up)
    qtbot.keyClick(jejak, K.Key_Left)
    assert "TW III, Kecamatan Biatan" in jejak.accessibleName()


def test_a_point_of_a_past_year_goes_to_that_year(qtbot, panel, sesi):
    sesi.workspace.salin_tahun(dokumen(sesi).id, 2027)
    sesi.set_tahun(2027)
    jejak = panel.isi.jejak_tahun
    with qtbot.waitSignal(panel.minta_isian):
        qtbot.mouseClick(jejak, Qt.MouseButton.LeftButton, pos=jejak.tempat(0, 0).toPoint())
    assert (sesi.tahun, sesi.periode) == (2026, None)


def test_the_button_leads_to_the_first_empty_post(qtbot, panel, sesi):
    with qtbot.waitSignal(panel.minta_isian) as diminta:
        qtbot.mouseClick(panel.isi.kepala.langkah, Qt.MouseButton.LeftButton)
    assert diminta.args == [semua_jabatan(sesi)[3].id]


def test_what_is_gone_is_not_gone_to(qtbot, panel, sesi):
    batang = panel.isi.batang
    node_id = batang.baris()[4].id
    sesi.workspace.hapus(node_id)
    with qtbot.assertNotEmitted(panel.minta_isian):
        batang.dituju.emit(node_id)
        batang.dipilih.emit(node_id)
    qtbot.waitUntil(lambda: node_id not in [b.id for b in batang.baris()])


def test_in_the_window_a_bar_turns_to_the_first_page(qtbot, sesi, setelan):
    lembar = LembarKerja(sesi, setelan, QMenu())
    qtbot.addWidget(lembar)
    lembar.resize(1366, 700)
    lembar.show()
    assert lembar.lembar.tabText(lembar.lembar.count() - 1) == "Ringkasan"
    lembar.tampilkan(lembar.lembar.count() - 1)
    panel = lembar.findChild(PanelRingkasan)
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert lembar.simpan_isian()
    panel.isi.batang.dituju.emit(semua_jabatan(sesi)[2].id)
    assert lembar.lembar.currentWidget() is lembar.realisasi
    assert lembar.realisasi.tajuk.judul.teks() == semua_jabatan(sesi)[2].nama


# --- keyboard, screen reader, sight ---------------------------------------------------------------


def test_the_current_row_is_read_out_and_all_rows_are_told(qtbot, panel):
    batang = panel.isi.batang
    panel.setFocus()
    qtbot.keyClick(batang, K.Key_Down)
    baris = batang.baris()[1]
    assert batang.accessibleName() == (
        f"Capaian per jabatan, Triwulan I 2026, target 100 %. 2 dari 14: {baris.kalimat}"
    )
    antarmuka = QAccessible.queryAccessibleInterface(batang)
    assert antarmuka.text(QAccessible.Text.Name) == batang.accessibleName()
    cerita = antarmuka.text(QAccessible.Text.Description)
    for satu in batang.baris():
        assert satu.kalimat in cerita


def test_the_focus_is_seen_and_moves(qtbot, panel):
    batang = panel.isi.batang
    kotak = batang.kotak_baris(0)
    tanpa = gambar(batang, kotak)
    panel.setFocus()
    assert gambar(batang, kotak) != tanpa
    qtbot.keyClick(batang, K.Key_Down)
    assert gambar(batang, kotak) == tanpa


def test_keys_stop_at_both_ends_and_leave_the_rest_alone(qtbot, panel):
    batang = panel.isi.batang
    panel.setFocus()
    qtbot.keyClick(batang, K.Key_Up)
    assert batang.kini() == batang.baris()[0]
    qtbot.keyClick(batang, K.Key_PageDown)
    assert batang.kini() == batang.baris()[8]
    qtbot.keyClick(batang, K.Key_PageDown)
    assert batang.kini() == batang.baris()[-1]
    qtbot.keyClick(batang, K.Key_Home)
    qtbot.keyClick(batang, K.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(batang, K.Key_A)
    assert batang.kini() == batang.baris()[0]


def terlihat(panel: PanelRingkasan, widget, kotak: QRect) -> bool:
    viewport = panel.gulungan.viewport()
    return viewport.rect().contains(QRect(widget.mapTo(viewport, kotak.topLeft()), kotak.size()))


def test_the_current_row_stays_in_sight(qtbot, panel):
    batang = panel.isi.batang
    panel.setFocus()
    qtbot.keyClick(batang, K.Key_End)
    assert terlihat(panel, batang, batang.kotak_baris(13))
    qtbot.keyClick(batang, K.Key_Home)
    assert terlihat(panel, batang, batang.kotak_baris(0))


def test_tab_goes_through_every_part_and_brings_its_row_into_sight(qtbot, panel, sesi):
    sesi.set_periode(2)
    panel.isi.kepala.langkah.setFocus()
    jalan = []
    for _ in range(12):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, K.Key_Tab)
        jalan.append(QApplication.focusWidget())
        for deret in panel.isi.semua_deret():
            assert not deret.hasFocus() or terlihat(panel, deret, deret.kotak_baris(0))
    isi = panel.isi
    for satu in (isi.jejak, isi.urut_dokumen, *(d for d in isi.semua_deret() if d.isVisible())):
        assert satu in jalan, satu.accessibleName()


def test_the_current_row_stays_with_its_post_when_the_order_changes(qtbot, panel):
    batang = panel.isi.batang
    batang._ke(2)
    kini = batang.kini()
    qtbot.mouseClick(panel.isi.urut_capaian, Qt.MouseButton.LeftButton)
    assert batang.kini() == kini
    assert batang.baris()[0] == kini


def test_a_row_under_the_mouse_is_tinted_and_told_whole(qtbot, panel, sesi):
    sesi.workspace.ubah(replace(semua_jabatan(sesi)[0], nama="<i>Camat</i>"))
    panel._ikuti()
    batang = panel.isi.batang
    kotak = batang.kotak_baris(0)
    tanpa = gambar(batang, kotak)
    qtbot.mouseMove(batang, batang.kotak_baris(1).center())
    qtbot.mouseMove(batang, kotak.center())
    assert gambar(batang, kotak) != tanpa
    assert batang.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(batang, QEvent(QEvent.Type.Leave))
    assert gambar(batang, kotak) == tanpa
    tunjuk(batang, kotak.center())
    assert QToolTip.text() == f"<p>&lt;i&gt;Camat&lt;/i&gt;{batang.baris()[0].kalimat[12:]}</p>"


def test_a_point_under_the_mouse_is_told(qtbot, panel):
    jejak = panel.isi.jejak
    tempat = jejak.tempat(0, 0).toPoint()
    qtbot.mouseMove(jejak, tempat + QPoint(60, 0))
    qtbot.mouseMove(jejak, tempat)
    assert jejak.cursor().shape() == Qt.CursorShape.PointingHandCursor
    tunjuk(jejak, tempat)
    assert QToolTip.text().startswith("<p>TW I, Kecamatan Biatan: ")
    with qtbot.assertNotEmitted(panel.minta_isian):
        qtbot.mouseClick(jejak, Qt.MouseButton.LeftButton, pos=tempat + QPoint(60, 0))


def tunjuk(widget, titik: QPoint) -> None:
    acara = QHelpEvent(QEvent.Type.ToolTip, titik, widget.mapToGlobal(titik))
    assert QApplication.sendEvent(widget, acara)


def test_light_turns_dark_while_it_is_open(qtbot, panel):
    aplikasi = QApplication.instance()
    assert isinstance(aplikasi, QApplication)
    terang, lama = aplikasi.palette(), panel.isi.kepala.kategori.styleSheet()
    try:
        gelap = QPalette(QColor("#25292f"))
        gelap.setColor(QPalette.ColorRole.Base, QColor("#1d2025"))
        aplikasi.setPalette(gelap)
        qtbot.waitUntil(lambda: panel.isi.kepala.kategori.styleSheet() != lama)
        batang = panel.isi.batang
        baris = batang.baris()[0]
        assert baris.kelas is not None
        titik = QPoint(round(batang.x_nilai(50)), batang.kotak_baris(0).center().y())
        assert gambar(batang).pixelColor(titik) == warna_kategori(*baris.kelas)
        assert warna_kategori(*baris.kelas).lightness() > 128
    finally:
        aplikasi.setPalette(terang)


# --- keeping up -----------------------------------------------------------------------------------


def test_an_edit_is_followed(qtbot, panel, sesi):
    lama = panel.isi.kepala.angka.text()
    isi_jabatan(sesi, semua_jabatan(sesi)[5], 1, 10)
    qtbot.waitUntil(lambda: panel.isi.kepala.angka.text() != lama)
    assert panel.isi.batang.baris()[5].nilai is not None
    qtbot.wait(60)
    baru = panel.isi.kepala.angka.text()
    sesi.urungkan()
    qtbot.waitUntil(lambda: panel.isi.kepala.angka.text() != baru)


def test_while_unseen_nothing_is_computed(panel, sesi):
    lama = panel.isi.kepala.angka.text()
    panel.hide()
    sesi.set_periode(2)
    sesi.pilih(semua_jabatan(sesi)[0].id)
    assert panel.isi.kepala.angka.text() == lama
    assert len(panel.isi.jejak.lintasan()) == 1
    panel.show()
    assert panel.isi.kepala.angka.text() != lama
    assert len(panel.isi.jejak.lintasan()) == 2


def test_the_selected_post_is_marked(panel, sesi):
    batang = panel.isi.batang
    kotak = batang.kotak_baris(3)
    tanpa = gambar(batang, kotak)
    sesi.pilih(semua_jabatan(sesi)[3].id)
    assert gambar(batang, kotak) != tanpa


# --- many and hostile -----------------------------------------------------------------------------


def tambah_jabatan(sesi: Sesi, banyak: int) -> None:
    ada, id_baru = len(semua_jabatan(sesi)), sesi.workspace.id_baru
    baru = [Jabatan(id_baru(), dokumen(sesi).id, ada + n, f"Staf {n}") for n in range(banyak)]
    sesi.workspace.terapkan("tambah", [Change(None, j) for j in baru])


def test_more_posts_are_shown_when_asked_for(qtbot, panel, sesi):
    tambah_jabatan(sesi, 30)
    panel._ikuti()
    bagian = panel.isi.bagian_jabatan
    assert len(panel.isi.batang.baris()) == BATANG_AWAL
    assert bagian.tombol_semua.text() == "Tampilkan semua (44 jabatan)"
    qtbot.mouseClick(bagian.tombol_semua, Qt.MouseButton.LeftButton)
    assert len(panel.isi.batang.baris()) == 44
    assert bagian.tombol_semua.text() == "Tampilkan 16 saja"
    qtbot.mouseClick(bagian.tombol_semua, Qt.MouseButton.LeftButton)
    assert len(panel.isi.batang.baris()) == BATANG_AWAL


def test_only_what_is_seen_is_painted(qtbot, panel, sesi, monkeypatch):
    tambah_jabatan(sesi, 200)
    panel._ikuti()
    panel.isi.bagian_jabatan.tombol_semua.click()
    QApplication.processEvents()
    batang = panel.isi.batang
    dilukis: list[int] = []
    asli = type(batang)._lukis_baris

    def catat(satu, painter, kotak, baris):
        dilukis.append(baris.id)
        asli(satu, painter, kotak, baris)

    monkeypatch.setattr(type(batang), "_lukis_baris", catat)
    batang.repaint(batang.visibleRegion().boundingRect())
    assert 0 < len(dilukis) < 40


def test_a_very_large_office_is_announced_before_it_is_counted(qtbot, panel, sesi):
    tambah_jabatan(sesi, 300)
    sesi.set_periode(2)
    assert panel.keterangan.text() == "Triwulan II 2026 · menghitung …"
    qtbot.waitUntil(lambda: panel.keterangan.text() == "Triwulan II 2026")
    assert panel.isi.bagian_jabatan.tombol_semua.text() == "Tampilkan semua (314 jabatan)"


def test_counting_stops_for_an_edit_and_for_another_page(qtbot, panel, sesi, monkeypatch):
    tambah_jabatan(sesi, 300)
    monkeypatch.setattr("iki_desktop.ui.ringkasan.panel._SEBAGIAN", -1)
    sesi.set_periode(2)
    panel._hitung_sebagian()
    assert "menghitung" in panel.keterangan.text(), "one post at a time"
    sesi.workspace.hapus(semua_jabatan(sesi)[-1].id)
    assert not panel._jeda.isActive()
    panel._ikuti()
    panel.hide()
    panel._hitung_sebagian()
    assert not panel._jeda.isActive() or panel._basi
    monkeypatch.undo()
    panel.show()
    qtbot.waitUntil(lambda: panel.keterangan.text() == "Triwulan II 2026")
    assert panel.isi.bagian_jabatan.tombol_semua.text() == "Tampilkan semua (313 jabatan)"


@pytest.mark.parametrize(
    "nama", ["<b>tebal</b></para>", "=1+1 \U0001f469\u200d\U0001f4bb", "مرحبا بالعالم", "panjang " * 700]
)
def test_any_name_is_shown_as_it_is(qtbot, panel, sesi, nama):
    jabatan = semua_jabatan(sesi)[0]
    sesi.workspace.ubah(replace(jabatan, nama=nama))
    sesi.pilih(jabatan.id)
    panel._ikuti()
    assert panel.isi.batang.baris()[0].nama == " ".join(nama.split())[:399] + ("…" if len(nama) > 400 else "")
    for lebar in (1050, 500, 260):
        panel.resize(lebar, 600)
        QApplication.processEvents()
        assert not panel.grab().isNull()


def test_a_narrow_page_puts_its_parts_one_under_another(qtbot, panel):
    isi = panel.isi
    assert isi.tertinggi.y() == isi.terendah.y()
    panel.resize(520, 600)
    QApplication.processEvents()
    assert isi.terendah.y() >= isi.tertinggi.geometry().bottom()
    assert isi.width() <= panel.width(), "nothing has to be scrolled sideways"
