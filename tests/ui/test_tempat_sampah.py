"""The bin and the way back to a moment, in the window: shown first, one edit each, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QThreadPool
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from iki_desktop import app, layanan, paths
from iki_desktop.core.arsip import AKAR
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.changes import Change
from iki_desktop.core.errors import RuleError
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import Formulasi, Indikator, Jabatan, Record, Sasaran, StatusIsian
from iki_desktop.ui import tanya_hapus as modul_tanya
from iki_desktop.ui.cadangan import halaman_sampah
from iki_desktop.ui.cadangan.dialog import CadanganDanRiwayat
from iki_desktop.ui.cadangan.halaman_sampah import KOSONG, HalamanSampah
from iki_desktop.ui.cadangan.kembali_ke import MENGHITUNG, SELURUHNYA, KembaliKe
from iki_desktop.ui.cadangan.pilih_tempat import PilihTempat
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.tanya_hapus import tanya_hapus

DATA = Path(__file__).resolve().parent.parent / "data"
ANEH = "<b>tebal</b> =1+1 \u202e 😀"


@pytest.fixture
def jendela(qtbot: QtBot, aplikasi, tmp_path, monkeypatch) -> Iterator[Jendela]:
    """The window on an office."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    satu.buka(path)
    yield satu
    satu.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def dialog(qtbot: QtBot, jendela) -> Iterator[CadanganDanRiwayat]:
    satu = CadanganDanRiwayat(jendela.penjaga, jendela.sesi, jendela.pintu)
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.reject()


@pytest.fixture
def sampah(dialog) -> HalamanSampah:
    dialog.tab.setCurrentIndex(2)
    return dialog.sampah


def isi(jendela) -> list[Record]:
    arsip = jendela.sesi.arsip
    return [r for k in arsip.anak_id(AKAR) for r in arsip.turunan(k)]


def semua(jendela, jenis: type) -> list:
    return [r for r in isi(jendela) if isinstance(r, jenis)]


def baris(halaman: HalamanSampah) -> list[list[str]]:
    daftar = halaman.daftar
    semua = [daftar.topLevelItem(n) for n in range(daftar.topLevelItemCount())]
    return [[b.text(k) for k in range(4)] for b in semua if b is not None]


# --- the bin -------------------------------------------------------------------------------------


def test_an_empty_bin_says_what_belongs_there(sampah: HalamanSampah) -> None:
    assert sampah.jumlah.text() == KOSONG
    assert not any(t.isEnabled() for t in (sampah.tombol_kembali, sampah.tombol_hapus, sampah.tombol_kosong))
    sampah.kembalikan()
    sampah.kembalikan_ke()
    sampah.hapus_selamanya()
    sampah.kosongkan()


def test_what_is_deleted_is_listed_and_comes_back(jendela, sampah: HalamanSampah) -> None:
    ws, awal = jendela.sesi.workspace, isi(jendela)
    jabatan = semua(jendela, Jabatan)[4]
    bawahan = ws.arsip.bawahan(jabatan)
    assert not bawahan
    ws.hapus(jabatan.id)
    sampah.segarkan()
    (satu,) = baris(sampah)
    assert satu[0].startswith("hari ini ")
    assert satu[1] == f"jabatan “{jabatan.nama}”"
    assert satu[2].startswith("4 sasaran")
    assert satu[3] == "Biatan › 2026"
    assert sampah.jumlah.text().startswith("1 isi, memakan ")
    sampah.tombol_kembali.click()
    assert isi(jendela) == awal
    assert baris(sampah) == []
    assert "Sudah dikembalikan" in sampah.kabar.text()
    ws.undo()
    sampah.segarkan()
    assert len(baris(sampah)) == 1


def test_where_the_place_is_gone_another_one_is_asked_for(
    jendela, sampah: HalamanSampah, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws = jendela.sesi.workspace
    sasaran = semua(jendela, Sasaran)[0]
    jabatan = ws.arsip[sasaran.jabatan_id]
    ws.hapus(sasaran.id)
    ws.hapus(jabatan.id)
    sampah.segarkan()
    kedua = sampah.daftar.topLevelItem(1)
    assert kedua is not None
    sampah.daftar.setCurrentItem(kedua)
    assert baris(sampah)[1][3] == "sudah tidak ada"
    tawaran: list[str] = []

    def jawab(dialog: PilihTempat) -> int:
        dialog.cari.setText("tidak ada yang begini")
        assert dialog.terpilih is None
        dialog.cari.setText("SEKRETARIS")
        tawaran.extend(b.text() for b in dialog.daftar.selectedItems())
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(PilihTempat, "exec", jawab)
    sampah.tombol_kembali.click()
    assert tawaran == ["Biatan › 2026 › Sekretaris"]
    tujuan = ws.arsip[sasaran.id]
    assert ws.arsip[tujuan.jabatan_id].nama == "Sekretaris"
    monkeypatch.setattr(PilihTempat, "exec", lambda dialog: dialog.reject())
    sampah.tombol_ke.click()
    assert len(baris(sampah)) == 1


def test_a_refusal_is_said_on_the_page(jendela, sampah: HalamanSampah) -> None:
    ws = jendela.sesi.workspace
    dokumen = jendela.sesi.dokumen_aktif()
    formulasi = semua(jendela, Formulasi)[0]
    ws.set_catatan(formulasi.id, 1, "x")
    ws.hapus(formulasi.id)
    ws.set_status(dokumen.id, 1, StatusIsian.DIKUNCI)
    sampah.segarkan()
    sampah.tombol_kembali.click()
    assert "sudah dikunci" in sampah.kabar.text()
    assert len(baris(sampah)) == 1


def test_one_goes_for_good_all_go_once_asked(
    jendela, sampah: HalamanSampah, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws = jendela.sesi.workspace
    for indikator in semua(jendela, Indikator)[:3]:
        ws.hapus(indikator.id)
    sampah.segarkan()
    sampah.tombol_hapus.click()
    assert len(baris(sampah)) == 2
    assert ws.undo_text.endswith("selamanya")
    tanya = iter([False, True])
    monkeypatch.setattr(halaman_sampah, "tanya_kosongkan", lambda banyak, _induk: banyak == 2 and next(tanya))
    sampah.tombol_kosong.click()
    assert len(baris(sampah)) == 2
    sampah.tombol_kosong.click()
    assert baris(sampah) == []
    ws.undo()
    ws.undo()
    assert len(ws.arsip.sampah()) == 3


def test_a_record_of_unknown_time_is_shown_too(jendela, sampah: HalamanSampah) -> None:
    ws = jendela.sesi.workspace
    ws.hapus(semua(jendela, Indikator)[0].id)
    (satu,) = ws.arsip.sampah()
    ws.terapkan("ubah", [Change(satu, replace(satu, waktu="entah", teks=ANEH))])
    sampah.segarkan()
    assert baris(sampah)[0][:2] == ["tidak diketahui", ANEH]


@pytest.mark.parametrize("nomor", [0, 1])
def test_the_questions_say_what_goes_and_escape_is_no(
    qtbot: QtBot, jendela, monkeypatch: pytest.MonkeyPatch, nomor: int
) -> None:
    tampil: list[str] = []

    def jawab(kotak: QMessageBox) -> int:
        tampil.append(kotak.text())
        kotak.buttons()[nomor].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", jawab)
    jawaban = [tanya_hapus(ANEH, "", jendela), halaman_sampah.tanya_kosongkan(3, jendela)]
    assert tampil == [ANEH, "Hapus 3 isi tempat sampah selamanya?"]
    assert sum(jawaban) in (0, 2)


def test_the_tree_asks_before_a_post_goes_with_its_table(jendela, monkeypatch: pytest.MonkeyPatch) -> None:
    pohon, sesi = jendela.lembar.pohon, jendela.sesi
    jabatan = semua(jendela, Jabatan)[4]
    tanya: list[str] = []

    def jawab(pertanyaan: str, keterangan: str, _induk) -> bool:
        tanya.append(f"{pertanyaan} {keterangan}")
        return len(tanya) > 1

    monkeypatch.setattr(modul_tanya, "tanya_hapus", jawab)
    sesi.pilih(jabatan.id)
    pohon.hapus()
    assert jabatan.id in sesi.arsip
    pohon.hapus()
    assert jabatan.id not in sesi.arsip
    assert tanya[0].startswith(f"Hapus jabatan “{jabatan.nama}” beserta 4 sasaran")
    assert tanya[0].endswith("Dapat diurungkan, dan tersimpan di Tempat sampah.")
    sesi.pilih(sesi.arsip.kecamatan()[0].id)
    pohon.hapus()
    assert tanya[2].endswith("Kecamatan tidak masuk Tempat sampah, tetapi dapat diurungkan.")
    assert sesi.arsip.sampah()


def test_a_year_goes_to_the_bin_and_comes_back(jendela, dialog, monkeypatch: pytest.MonkeyPatch) -> None:
    awal, sesi = isi(jendela), jendela.sesi
    jawaban = iter([False, True])
    monkeypatch.setattr(modul_tanya, "tanya_hapus", lambda *_: next(jawaban))
    for masih in (True, False):
        jendela.tindakan("kantor.hapus_tahun").trigger()
        assert (sesi.dokumen_aktif() is not None) is masih
    jendela.kantor.hapus_tahun()
    assert "tersimpan di Tempat sampah" in jendela.pesan.teks()
    dialog.tab.setCurrentIndex(2)
    assert baris(dialog.sampah)[0][1] == "dokumen tahun 2026"
    dialog.sampah.tombol_kembali.click()
    assert isi(jendela) == awal


def test_an_empty_one_goes_without_a_question(jendela, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul_tanya, "tanya_hapus", None)
    sesi = jendela.sesi
    baru = sesi.workspace.tambah(Sasaran(0, semua(jendela, Jabatan)[0].id, 0, "Baru"))
    sesi.pilih(baru.id)
    jendela.lembar.pohon.hapus()
    assert baru.id not in sesi.arsip


def test_the_menu_leads_to_the_bin(jendela, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman: list[int] = []
    monkeypatch.setattr(CadanganDanRiwayat, "exec", lambda d: halaman.append(d.tab.currentIndex()))
    for tindakan, aksi in jendela._tindakan:
        if tindakan.perbuatan == "berkas.cadangan_dan_riwayat":
            aksi.trigger()
    assert halaman == [0, 2]


# --- back to a moment ------------------------------------------------------------------------------


def kembali(qtbot: QtBot, jendela, dialog, nomor: int) -> KembaliKe:
    """The question for the entry at that row of the journal."""
    dialog.tab.setCurrentIndex(1)
    satu = KembaliKe(dialog.riwayat._isi[nomor], jendela.terbuka, jendela.sesi)
    qtbot.addWidget(satu)
    qtbot.waitUntil(lambda: satu.uraian.toPlainText() != MENGHITUNG)
    return satu


def test_one_record_is_shown_and_made_as_it_was(qtbot: QtBot, jendela, dialog) -> None:
    ws = jendela.sesi.workspace
    indikator = semua(jendela, Indikator)[0]
    ws.ubah(replace(indikator, teks=ANEH))
    ws.ubah(replace(indikator, teks="kedua"))
    satu = kembali(qtbot, jendela, dialog, 1)
    assert satu.apa.currentIndex() == 1
    assert satu.uraian.toPlainText().splitlines()[1] == f"  Indikator: kedua → {indikator.teks}"
    satu.saat.setCurrentIndex(1)
    satu.tinjau()
    assert satu.uraian.toPlainText().endswith(f"Indikator: kedua → {ANEH}")
    satu.tombol.click()
    assert ws.arsip[indikator.id].teks == ANEH
    assert satu.teks.startswith("Kembalikan indikator “kedua” (Camat) ke keadaan sesudah “ubah indikator")
    ws.undo()
    assert ws.arsip[indikator.id].teks == "kedua"


def test_the_whole_file_goes_back_behind_a_backup(qtbot: QtBot, jendela, dialog) -> None:
    ws, awal = jendela.sesi.workspace, isi(jendela)
    ws.hapus(semua(jendela, Jabatan)[4].id)
    ws.ubah(replace(semua(jendela, Indikator)[0], teks="lain"))
    akhir = isi(jendela)
    satu = kembali(qtbot, jendela, dialog, 1)
    assert satu.apa.currentText() == SELURUHNYA
    tampil = satu.uraian.toPlainText()
    assert "jabatan: 13 → 14" in tampil
    assert "diubah" in tampil
    satu.tombol.click()
    assert isi(jendela) == awal
    sebab = [c.sebab for c in jendela.penjaga.gudang.daftar()]
    assert Sebab.PEMULIHAN in sebab
    ws.undo()
    assert isi(jendela) == akhir


def test_without_a_backup_the_file_stays(qtbot: QtBot, jendela, dialog, tmp_path: Path) -> None:
    ws = jendela.sesi.workspace
    ws.hapus(semua(jendela, Jabatan)[4].id)
    akhir = isi(jendela)
    satu = kembali(qtbot, jendela, dialog, 0)
    (tmp_path / "penghalang").write_text("x")
    jendela.penjaga.gudang.akar = tmp_path / "penghalang"
    satu.tombol.click()
    assert "Berkas tidak diubah." in satu.keluhan.text()
    assert isi(jendela) == akhir


def test_a_locked_quarter_is_told_before_anything_is_done(qtbot: QtBot, jendela, dialog) -> None:
    ws = jendela.sesi.workspace
    ws.set_catatan(semua(jendela, Formulasi)[0].id, 1, "x")
    ws.set_status(jendela.sesi.dokumen_aktif().id, 1, StatusIsian.DIKUNCI)
    satu = kembali(qtbot, jendela, dialog, 1)
    for nomor in (0, 1):
        satu.apa.setCurrentIndex(nomor)
        satu.tinjau()
        assert "Triwulan I sudah dikunci" in satu.uraian.toPlainText()
        assert not satu.tombol.isEnabled()


def test_each_underlined_letter_of_the_question_leads_to_one_thing(qtbot: QtBot, jendela, dialog) -> None:
    jendela.sesi.workspace.ubah(replace(semua(jendela, Indikator)[0], teks="lain"))
    satu = kembali(qtbot, jendela, dialog, 0)
    semua_teks = [b.text() for b in satu.findChildren(QLabel)] + [
        b.text() for b in satu.findChildren(QPushButton)
    ]
    huruf = [t[t.index("&") + 1].casefold() for t in semua_teks if "&" in t]
    assert len(huruf) >= 3
    assert len(set(huruf)) == len(huruf)


def test_where_nothing_differs_there_is_nothing_to_do(qtbot: QtBot, jendela, dialog) -> None:
    jendela.sesi.workspace.ubah(replace(semua(jendela, Indikator)[0], teks="lain"))
    satu = kembali(qtbot, jendela, dialog, 0)
    satu.saat.setCurrentIndex(1)
    for nomor in (0, 1):
        satu.apa.setCurrentIndex(nomor)
        satu.tinjau()
        assert satu.uraian.toPlainText() == "Isinya sudah sama dengan keadaan itu."
        assert not satu.tombol.isEnabled()


def test_what_is_asked_from_the_journal_shows_there(
    qtbot: QtBot, jendela, dialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws = jendela.sesi.workspace
    indikator = semua(jendela, Indikator)[0]
    ws.ubah(replace(indikator, teks="lain"))
    dialog.tab.setCurrentIndex(1)
    riwayat = dialog.riwayat
    assert not riwayat.tombol_kembali.isEnabled()
    riwayat.kembalikan()
    riwayat.daftar.setCurrentItem(riwayat.daftar.topLevelItem(0))

    def jawab(satu: KembaliKe) -> int:
        qtbot.waitUntil(satu.tombol.isEnabled)
        satu.tombol.click()
        return satu.result()

    monkeypatch.setattr(KembaliKe, "exec", jawab)
    riwayat.tombol_kembali.click()
    assert ws.arsip[indikator.id] == indikator
    assert riwayat.daftar.topLevelItem(0).text(1).startswith("kembalikan indikator")
    assert riwayat.jumlah.text().endswith("Dapat diurungkan.")


def test_two_days_are_chosen_in_any_order(jendela, dialog) -> None:
    riwayat = dialog.riwayat
    dialog.tab.setCurrentIndex(1)
    assert riwayat.penyaring.rentang.isHidden()
    riwayat.penyaring.kapan.setCurrentIndex(riwayat.penyaring.kapan.count() - 1)
    riwayat.penyaring.kapan.activated.emit(riwayat.penyaring.kapan.currentIndex())
    assert riwayat.penyaring.rentang.isVisible()
    assert riwayat.daftar.topLevelItemCount() == 1
    riwayat.penyaring.dari.setDate(QDate(2020, 5, 2))
    riwayat.penyaring.sampai.setDate(QDate(2020, 5, 1))
    saringan = riwayat.penyaring.saringan()
    assert (str(saringan.dari), str(saringan.sampai)) == ("2020-05-01", "2020-05-02")
    riwayat.segarkan()
    assert riwayat.daftar.topLevelItemCount() == 0


def test_the_menu_names_yesterdays_step_right_after_opening(jendela) -> None:
    path = jendela.sesi.path
    indikator = semua(jendela, Indikator)[0]
    jendela.sesi.workspace.ubah(replace(indikator, teks="lain"), "ubah teks indikator")
    jendela.tutup_berkas()
    jendela.buka(path)
    urungkan = jendela.tindakan("sesi.urungkan")
    assert urungkan.isEnabled()
    assert urungkan.text() == "&Urungkan: ubah teks indikator"
    urungkan.trigger()
    assert jendela.sesi.arsip[indikator.id] == indikator
    assert not urungkan.isEnabled()
    assert jendela.tindakan("sesi.ulangi").text() == "U&langi: ubah teks indikator"


def test_what_a_lock_keeps_is_refused_without_being_asked_about(jendela) -> None:
    sesi = jendela.sesi
    dokumen = sesi.dokumen_aktif()
    formulasi = semua(jendela, Formulasi)[0]
    sesi.workspace.set_realisasi(formulasi.id, 1, masukan(formulasi)[0].kunci, Decimal(1))
    sesi.workspace.set_status(dokumen.id, 1, StatusIsian.DIKUNCI)
    jabatan = next(n for n in sesi.arsip.leluhur(formulasi.id) if isinstance(n, Jabatan))
    assert modul_tanya._terkunci(sesi.arsip, jabatan)
    assert not modul_tanya._terkunci(sesi.arsip, dokumen)
    assert modul_tanya.boleh_hapus(sesi.arsip, jabatan.id, jendela)
    with pytest.raises(RuleError, match="sudah dikunci"):
        sesi.workspace.hapus(jabatan.id)
