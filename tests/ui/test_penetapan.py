"""The page of the decision: issuing it, its versions, and what is printed of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from iki_desktop.core.changes import Change
from iki_desktop.core.records import Butir, Keputusan, Terbitan
from iki_desktop.exchange.terbitan import RANCANGAN, tetapkan
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.teks import semua_teks
from iki_desktop.ui.formulir import PanelKeputusan
from iki_desktop.ui.formulir.borang import Borang
from iki_desktop.ui.formulir.halaman_keputusan import HalamanKeputusan
from iki_desktop.ui.penetapan.alasan import TanyaAlasan
from iki_desktop.ui.penetapan.bandingkan import BEDA_TERBANYAK, Bandingkan
from iki_desktop.ui.penetapan.pengingat import PengingatPenetapan
from iki_desktop.ui.penetapan.tetapkan import Tetapkan
from iki_desktop.ui.penetapan.versi import Tahap, Versi, keadaan
from iki_desktop.ui.pratinjau import PanelPratinjau

JAHAT = "<b>tebal</b> & </table> \x0b =1+1 \u202e 😀 " + "panjang " * 700
WAKTU = "2026-01-02T08:00:00+08:00"


@pytest.fixture
def dokumen(sesi_contoh):
    dokumen = sesi_contoh.dokumen_aktif()
    keputusan = replace(dokumen.keputusan, nomor="07 TAHUN 2026", tanggal=date(2026, 1, 2), status=None)
    sesi_contoh.workspace.ubah(replace(dokumen, keputusan=keputusan))
    return sesi_contoh.dokumen_aktif()


@pytest.fixture
def panel(qtbot, sesi_contoh, dokumen):
    panel = PanelKeputusan(sesi_contoh)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    halaman = panel.findChild(HalamanKeputusan)
    assert halaman is not None
    return halaman.penetapan


@pytest.fixture
def pesan(sesi_contoh):
    semua = []
    sesi_contoh.pesan.connect(lambda teks, _langkah: semua.append(teks))
    sesi_contoh.ditolak.connect(lambda teks: semua.append(f"ditolak: {teks}"))
    return semua


def terbit(sesi, dokumen):
    sesi_keputusan = sesi.arsip[dokumen.id].keputusan
    tetapkan(sesi.workspace, dokumen.id, sesi_keputusan, WAKTU)


def ubah_jabatan(sesi, dokumen, **isi):
    jabatan = sesi.arsip.jabatan(dokumen.id)[0]
    sesi.workspace.ubah(replace(jabatan, **isi))


def jawab(jenis, perbuatan):
    """Answer the dialog that opens next; a failure in the answer fails the test, not the loop."""
    salah = []

    def lakukan():
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, jenis)
            perbuatan(dialog)
        except BaseException as satu:
            salah.append(satu)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, lakukan)
    return salah


def teks_panel(panel):
    return panel._judul.text(), panel.langkah.text() if not panel.langkah.isHidden() else ""


def tombol_versi(panel):
    return [t.accessibleName() for t in panel._isi_kisi if isinstance(t, QPushButton)]


def test_a_draft_is_issued_after_a_last_look(panel, sesi_contoh, dokumen, pesan):
    assert teks_panel(panel) == ("Keputusan ini masih draf.", "Tetapkan Keputusan …")
    assert panel.pembatalan.isHidden()

    def lengkapi(dialog):
        dialog.nomor.setText(" ")
        dialog.tanggal.setText("31 Februari 2026")
        dialog.accept()
        assert "bukan tanggal" in dialog.penolakan.text()
        dialog.tanggal.setText("")
        dialog.accept()
        assert dialog.penolakan.text().startswith("Keputusan belum memiliki nomor dan tanggal.")
        assert dialog.isVisible()
        dialog.nomor.setText("08 TAHUN 2026")
        dialog.tanggal.setText("5/1/2026")
        dialog.accept()

    salah = jawab(Tetapkan, lengkapi)
    panel.langkah.click()

    assert not salah
    keputusan = sesi_contoh.arsip[dokumen.id].keputusan
    assert (keputusan.nomor, keputusan.tanggal, keputusan.status) == (
        "08 TAHUN 2026",
        date(2026, 1, 5),
        "ditetapkan",
    )
    assert teks_panel(panel) == ("Keputusan sudah ditetapkan.", "")
    assert tombol_versi(panel) == ["Lihat Keputusan", "Cetak Keputusan"]
    assert pesan == ["Keputusan sudah ditetapkan. Naskahnya dibekukan."]


def test_what_is_typed_on_the_page_is_frozen_with_it(panel, sesi_contoh, dokumen):
    halaman = panel.parent()
    while not isinstance(halaman, HalamanKeputusan):
        halaman = halaman.parent()
    borang = halaman._lembaran[1]
    assert isinstance(borang, Borang)
    isian = borang.bidang("nomor").tempat_ketik()
    assert isinstance(isian, QLineEdit)
    isian.setFocus()
    isian.setText("99 TAHUN 2026")
    salah = jawab(Tetapkan, lambda dialog: dialog.accept())

    panel.langkah.click()

    assert not salah
    assert '"99 TAHUN 2026"' in sesi_contoh.arsip.terbitan(dokumen.id)[0].isi


def test_giving_up_issues_nothing(panel, sesi_contoh, dokumen):
    salah = jawab(Tetapkan, lambda dialog: dialog.reject())

    panel.langkah.click()

    assert not salah
    assert sesi_contoh.arsip.terbitan(dokumen.id) == []


def test_one_that_was_issued_before_versions_can_be_frozen_now(panel, sesi_contoh, dokumen, pesan):
    lama = replace(dokumen.keputusan, status="ditetapkan", nomor=None)
    sesi_contoh.workspace.ubah(replace(dokumen, keputusan=lama))
    assert teks_panel(panel) == (
        "Keputusan sudah ditetapkan, naskahnya belum dibekukan.",
        "Bekukan naskah seperti sekarang",
    )

    panel.langkah.click()

    assert teks_panel(panel) == ("Keputusan sudah ditetapkan.", "")
    assert len(sesi_contoh.arsip.terbitan(dokumen.id)) == 1
    assert pesan == ["Naskah sudah dibekukan seperti sekarang."]


def test_an_amendment_from_its_first_word_to_its_issue(panel, sesi_contoh, dokumen, pesan):
    terbit(sesi_contoh, dokumen)
    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")
    assert teks_panel(panel) == ("Ada rancangan Perubahan ke-1.", "Susun naskah Perubahan ke-1 …")
    assert panel._uraian.text() == "Berbeda dari yang ditetapkan: 1 teks diubah."

    def susun(dialog):
        dialog.accept()
        assert dialog.isVisible()
        assert "Alasan belum ditulis" in dialog.penolakan.text()
        dialog.isian.setPlainText("terdapat perubahan susunan organisasi")
        dialog.accept()

    salah = jawab(TanyaAlasan, susun)
    panel.langkah.click()
    assert not salah
    usulan = sesi_contoh.arsip[dokumen.id].keputusan
    assert usulan.tentang.startswith("PERUBAHAN ATAS KEPUTUSAN CAMAT BIATAN NOMOR 07 TAHUN 2026")
    assert teks_panel(panel) == ("Naskah Perubahan ke-1 sedang disusun.", "Tetapkan Perubahan ke-1 …")

    def tetapkan_perubahan(dialog):
        assert dialog.alasan.toPlainText() == "terdapat perubahan susunan organisasi"
        dialog.nomor.setText("07 TAHUN 2026")
        dialog.tanggal.setText("1 Juli 2026")
        dialog.accept()
        assert "sudah dipakai Keputusan" in dialog.penolakan.text()
        dialog.nomor.setText("11 TAHUN 2026")
        dialog.accept()

    salah = jawab(Tetapkan, tetapkan_perubahan)
    panel.langkah.click()
    assert not salah
    assert [t.alasan for t in sesi_contoh.arsip.terbitan(dokumen.id)] == [
        None,
        "terdapat perubahan susunan organisasi",
    ]
    kini = keadaan(sesi_contoh, sesi_contoh.arsip[dokumen.id])
    assert kini.tahap is Tahap.TETAP
    assert [v.sebutan for v in kini.versi] == [
        "Perubahan ke-1 (Nomor 11 TAHUN 2026, 1 Juli 2026)",
        "Keputusan (Nomor 07 TAHUN 2026, 2 Januari 2026)",
    ]
    assert pesan == [
        "Naskah Perubahan ke-1 sudah disusun. Periksa bunyinya di bawah.",
        "Perubahan ke-1 sudah ditetapkan. Naskahnya dibekukan.",
    ]


def test_the_proposal_can_be_undone(panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")

    def susun(dialog):
        dialog.isian.setPlainText("alasan")
        dialog.accept()

    jawab(TanyaAlasan, susun)
    panel.langkah.click()
    sesi_contoh.urungkan()

    assert teks_panel(panel) == ("Ada rancangan Perubahan ke-1.", "Susun naskah Perubahan ke-1 …")


def test_an_issue_is_taken_back_with_a_reason(panel, sesi_contoh, dokumen, pesan):
    terbit(sesi_contoh, dokumen)

    def batal(dialog):
        assert "Keputusan kembali menjadi draf" in dialog.findChildren(type(panel._judul))[0].text()
        dialog.isian.setPlainText("belum ditandatangani")
        dialog.accept()

    salah = jawab(TanyaAlasan, batal)
    panel.pembatalan.click()

    assert not salah
    assert sesi_contoh.arsip.terbitan(dokumen.id) == []
    assert teks_panel(panel) == ("Keputusan ini masih draf.", "Tetapkan Keputusan …")
    assert pesan == ["Penetapan Keputusan dibatalkan."]


def test_giving_up_takes_nothing_back(panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    jawab(TanyaAlasan, lambda dialog: dialog.reject())

    panel.pembatalan.click()

    assert len(sesi_contoh.arsip.terbitan(dokumen.id)) == 1


def test_the_focus_stays_on_its_row(qtbot, panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    lihat = next(t for t in panel._isi_kisi if t.accessibleName() == "Lihat Keputusan")
    qtbot.waitUntil(lihat.isVisible)
    lihat.setFocus()

    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")

    assert tombol_versi(panel)[0] == "Lihat Rancangan Perubahan ke-1"
    assert panel.window().focusWidget().accessibleName() == "Lihat Keputusan"
    assert panel.window().focusWidget() is not lihat


def test_a_version_is_asked_for(qtbot, panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    induk = panel.window()
    with qtbot.waitSignal(induk.lihat_versi) as lihat:
        next(t for t in panel._isi_kisi if t.accessibleName() == "Lihat Keputusan").click()
    with qtbot.waitSignal(induk.cetak_versi) as cetak:
        next(t for t in panel._isi_kisi if t.accessibleName() == "Cetak Keputusan").click()

    assert (lihat.args, cetak.args) == ([0], [0])


def rusak(sesi, dokumen):
    """What was issued, damaged as a file from elsewhere may hold it."""
    lama = sesi.arsip.terbitan(dokumen.id)[0]
    baru = Terbitan(dokumen.id, 0, WAKTU, "{")
    sesi.workspace.terapkan("rusak", [Change(lama, baru)])


def test_a_damaged_version_says_so_and_harms_nothing(panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)

    rusak(sesi_contoh, dokumen)

    assert "Tidak dapat dibandingkan" in panel._uraian.text()
    assert [v.uraian for v in keadaan(sesi_contoh, dokumen).versi] == ["", "naskahnya tidak terbaca utuh"]


# --- comparing ------------------------------------------------------------------------------------


@pytest.fixture
def bandingkan(qtbot, panel, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    ubah_jabatan(sesi_contoh, dokumen, nama=f"Camat {JAHAT}"[:400])
    panel.bandingkan(RANCANGAN)
    jendela = panel.findChild(Bandingkan)
    qtbot.addWidget(jendela)
    return jendela


def bentuk(jendela, kata: str) -> QTextCharFormat:
    isi = jendela.isi.document()
    akhir = QTextCursor(isi)
    akhir.movePosition(QTextCursor.MoveOperation.End)
    kursor = isi.find(kata, akhir, QTextDocument.FindFlag.FindBackward)
    assert not kursor.isNull(), kata
    return kursor.charFormat()


def test_words_are_marked_by_a_sign_and_a_line(sesi_contoh, dokumen, bandingkan):
    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Kecamatan Biatan")
    bandingkan.segarkan()

    assert bandingkan.ringkas.text() == "1 teks diubah."
    teks = bandingkan.isi.toPlainText()
    assert "Nama jabatan" in teks
    assert " +Kecamatan Biatan" in teks
    assert bentuk(bandingkan, "Kecamatan Biatan").fontUnderline()


def test_what_went_is_struck_through(sesi_contoh, dokumen, bandingkan):
    ubah_jabatan(sesi_contoh, dokumen, nama="Kepala")
    bandingkan.segarkan()

    assert "−Camat" in bandingkan.isi.toPlainText()
    assert bentuk(bandingkan, "Kepala").fontUnderline()
    kursor = bandingkan.isi.document().find("−Camat", 0)
    kursor.setPosition(kursor.selectionEnd())
    assert kursor.charFormat().fontStrikeOut()


def test_hostile_words_stay_words(bandingkan):
    assert "<b>tebal</b>" in bandingkan.isi.toPlainText()


def test_any_two_versions_can_be_compared(bandingkan):
    assert [bandingkan.semula.itemText(n) for n in range(2)] == [
        "Rancangan Perubahan ke-1",
        "Keputusan (Nomor 07 TAHUN 2026, 2 Januari 2026)",
    ]
    bandingkan.menjadi.setCurrentIndex(1)
    bandingkan.menjadi.activated.emit(1)

    assert bandingkan.ringkas.text() == "Kedua naskah sama."
    assert bandingkan.isi.toPlainText().strip() == ""


def test_very_many_differences_are_cut_and_counted(sesi_contoh, dokumen, bandingkan):
    banyak = tuple(Butir(f"tugas baru nomor {n}") for n in range(BEDA_TERBANYAK + 20))
    ubah_jabatan(sesi_contoh, dokumen, tugas=banyak)

    bandingkan.segarkan()

    assert "perbedaan lagi ada di matriks yang disimpan." in bandingkan.isi.toPlainText()


def test_what_is_read_follows_the_draft_and_stays_in_its_place(qtbot, sesi_contoh, dokumen, bandingkan):
    banyak = tuple(Butir(f"tugas baru nomor {n}") for n in range(80))
    ubah_jabatan(sesi_contoh, dokumen, tugas=banyak)
    qtbot.waitUntil(lambda: "tugas baru nomor 79" in bandingkan.isi.toPlainText())
    gulungan = bandingkan.isi.verticalScrollBar()
    gulungan.setValue(gulungan.maximum() // 2)
    tempat = gulungan.value()
    assert tempat > 0

    ubah_jabatan(sesi_contoh, dokumen, tugas=(*banyak[:-1], Butir("tugas yang terakhir")))
    qtbot.waitUntil(lambda: "tugas yang terakhir" in bandingkan.isi.toPlainText())

    assert gulungan.value() == tempat


def test_what_cannot_be_read_is_said_in_the_window(sesi_contoh, dokumen, bandingkan):
    rusak(sesi_contoh, dokumen)

    bandingkan.segarkan()

    assert "tidak terbaca utuh" in bandingkan.ringkas.text()
    assert not bandingkan.simpan.isEnabled()


@pytest.mark.parametrize("akhiran", ["pdf", "docx", "xlsx"])
def test_the_matrix_is_written_in_each_form(qtbot, bandingkan, tmp_path, akhiran):
    from iki_desktop.core.progress import TANPA_KEMAJUAN

    aksi = {a.text(): a for a in bandingkan.simpan.menu().actions()}
    with qtbot.waitSignal(bandingkan.minta_berkas) as minta:
        aksi[{"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}[akhiran]].trigger()
    cetakan = minta.args[0]()
    tujuan = tmp_path / cetakan.usulan

    cetakan.tulis(tujuan, TANPA_KEMAJUAN)

    assert cetakan.usulan == f"Perbandingan versi Kecamatan Biatan 2026.{akhiran}"
    assert tujuan.read_bytes()[:2] == (b"%P" if akhiran == "pdf" else b"PK")


# --- what the window says once --------------------------------------------------------------------


def test_changes_after_the_issue_are_told_once(sesi_contoh, dokumen, pesan):
    pengingat = PengingatPenetapan(sesi_contoh)
    ubah_jabatan(sesi_contoh, dokumen, nama="Sebelum")
    assert pesan == []
    terbit(sesi_contoh, dokumen)

    ubah_jabatan(sesi_contoh, dokumen, nama="Sesudah")
    ubah_jabatan(sesi_contoh, dokumen, nama="Sesudahnya")
    office = sesi_contoh.kecamatan_aktif()
    sesi_contoh.workspace.ubah(replace(office, alamat="Jalan Baru"))

    assert pengingat is not None
    assert pesan == [
        "Keputusan sudah ditetapkan. Perubahan ini masuk rancangan Perubahan ke-1.",
        "Keputusan yang sudah ditetapkan tetap tercetak dengan kop semula.",
    ]


# --- what is printed ------------------------------------------------------------------------------


@pytest.fixture
def pratinjau(qtbot, sesi_contoh, setelan, dokumen):
    panel = PanelPratinjau(sesi_contoh, setelan)
    qtbot.addWidget(panel)
    yield panel
    panel.hide()
    panel.pelukis.tutup()


def test_what_was_issued_is_printed_unless_the_draft_is_chosen(pratinjau, sesi_contoh, dokumen):
    naskah = pratinjau.isi.naskah
    assert naskah.sebutan() == ""
    assert not naskah.beku()
    terbit(sesi_contoh, dokumen)
    semula = list(semua_teks(compose_dokumen(pratinjau.snapshot())))

    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")

    assert list(semua_teks(compose_dokumen(pratinjau.snapshot()))) == semula
    assert naskah.sebutan() == "Keputusan, seperti ditetapkan"
    assert naskah.beku()
    assert naskah.peringatan().endswith("Rancangan Perubahan ke-1 dapat dipilih di “Yang dicetak”.")
    naskah.pilih(RANCANGAN)
    assert pratinjau.snapshot().jabatan[0].jabatan.nama == "Camat Biatan"
    assert compose_dokumen(pratinjau.snapshot(), pratinjau.pilihan()).tanda == "DRAF"
    assert naskah.peringatan() == ""


def test_posts_are_chosen_in_the_version_that_is_printed(qtbot, pratinjau, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")
    sesi_contoh.workspace.hapus(sesi_contoh.arsip.jabatan(dokumen.id)[1].id)
    pratinjau.show()
    pratinjau._tampilkan_samping("isi")
    qtbot.waitUntil(lambda: not pratinjau.pembuat.menunggu(), timeout=60_000)
    daftar = pratinjau.isi._daftar

    assert [daftar.item(n).text() for n in range(2)] == ["Camat", "Sekretaris"]
    assert pratinjau.keterangan_tata.isVisibleTo(pratinjau.keterangan_tata.parentWidget())
    assert pratinjau.tata.isEnabled()
    kotak = pratinjau.isi.naskah.kotak
    kotak.setCurrentIndex(0)
    kotak.activated.emit(0)
    assert daftar.item(0).text() == "Camat Biatan"
    assert daftar.item(1).text() != "Sekretaris"
    qtbot.waitUntil(lambda: not pratinjau.pembuat.menunggu(), timeout=60_000)
    assert pratinjau.keterangan_tata.isHidden()


def test_a_draft_that_comes_up_is_told_over_the_pages(qtbot, pratinjau, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    pratinjau.show()
    qtbot.waitUntil(lambda: not pratinjau.pembuat.menunggu(), timeout=60_000)
    _, catatan = pratinjau.catatan.label()
    assert catatan.text().startswith("Ini Keputusan, seperti ditetapkan.")
    assert "Rancangan" not in catatan.text()

    ubah_jabatan(sesi_contoh, dokumen, nama="Camat Biatan")

    assert "Rancangan Perubahan ke-1 dapat dipilih" in catatan.text()
    pratinjau.isi.naskah.pilih(RANCANGAN)
    assert "Ini Keputusan" not in catatan.text()


def test_a_chosen_version_that_is_gone_gives_way(pratinjau, sesi_contoh, dokumen):
    terbit(sesi_contoh, dokumen)
    pratinjau.isi.naskah.pilih(0)

    sesi_contoh.workspace.batalkan_penetapan(dokumen.id, "keliru")

    assert not pratinjau.isi.naskah.beku()
    assert pratinjau.snapshot() == sesi_contoh.workspace.snapshot(dokumen.id)


def test_what_cannot_be_read_is_said_over_the_pages(qtbot, pratinjau, sesi_contoh, dokumen, pesan):
    terbit(sesi_contoh, dokumen)
    rusak(sesi_contoh, dokumen)
    pratinjau.show()

    qtbot.waitUntil(lambda: not pratinjau.pembuat.menunggu(), timeout=60_000)
    galat, _ = pratinjau.catatan.label()
    assert "tidak terbaca utuh" in galat.text()
    pratinjau.cetak_ke_pencetak()
    assert pesan[-1].startswith("ditolak: Naskah Keputusan di berkas ini tidak terbaca utuh.")


def test_the_version_in_one_line() -> None:
    assert Versi(0, "Keputusan", "").sebutan == "Keputusan"
    assert Keputusan().ditetapkan is False


def test_the_cursor_of_the_comparison_is_at_its_start(bandingkan):
    assert bandingkan.isi.textCursor().position() == 0
    bandingkan.isi.moveCursor(QTextCursor.MoveOperation.End)
    bandingkan.menjadi.setCurrentIndex(1)
    bandingkan.segarkan()
    bandingkan.menjadi.setCurrentIndex(0)
    bandingkan.segarkan()
    assert bandingkan.isi.textCursor().position() == 0
