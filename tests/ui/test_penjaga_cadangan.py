"""Backups by themselves: after opening, on closing, before an import; and what the foot says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool

from iki_desktop import app, layanan, paths
from iki_desktop.core.cadangan import Cadangan, Putusan, Sebab
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.rak import Rak
from iki_desktop.ui.cadangan import penjaga as modul_penjaga
from iki_desktop.ui.cadangan.kata import sebut_status, sebut_ukuran, sebut_waktu
from iki_desktop.ui.jendela import Jendela
from iki_desktop.ui.tampilan import warna

DATA = Path(__file__).resolve().parent.parent / "data"
KINI = datetime(2026, 11, 20, 10, 0)


@pytest.fixture
def biatan(tmp_path) -> Path:
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    return path


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(modul_penjaga, "JEDA_PEMBUKAAN", 0)
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def folder(dokumen_sendiri) -> Path:
    return dokumen_sendiri / "Cadangan IKI" / "Biatan"


def sebab(folder: Path) -> list[str]:
    return sorted(c.sebab for c in Rak(folder, folder).daftar())


def ubah(jendela: Jendela) -> None:
    assert jendela.sesi is not None
    kecamatan = jendela.sesi.arsip.kecamatan()[0]
    jendela.sesi.workspace.tambah(type(kecamatan)(0, 1, "Baru", "Kabupaten", "Contoh"))


def tunggu(qtbot, jendela: Jendela) -> None:
    qtbot.waitUntil(lambda: bool(jendela.status.cadangan.text()))


def test_the_first_opening_of_a_day_takes_one_and_says_so(qtbot, jendela, biatan, folder):
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    assert jendela.status.cadangan.text().startswith("Cadangan terakhir hari ini ")
    assert sebab(folder) == ["pembukaan"]
    jendela.tutup_berkas()
    QThreadPool.globalInstance().waitForDone()
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    assert sebab(folder) == ["pembukaan"], "nothing changed in between"


def test_closing_takes_one_where_something_changed(qtbot, jendela, biatan, folder):
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    ubah(jendela)
    jendela.close()
    QThreadPool.globalInstance().waitForDone()
    assert sebab(folder) == ["pembukaan", "penutupan"]
    akhir = next(folder.glob("*penutupan*.iki"))
    with Berkas.buka(akhir) as salinan, Berkas.buka(biatan) as asli:
        assert salinan.muat() == asli.muat()


def test_an_import_is_preceded_by_one_that_holds_what_was_there(qtbot, jendela, biatan, folder):
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    ubah(jendela)
    jendela.berkas.impor(DATA / "camplong.json")
    assert sebab(folder) == ["pembukaan", "sebelum impor"]
    with Berkas.buka(next(folder.glob("*sebelum impor*.iki"))) as salinan:
        assert "Baru" in {getattr(r, "nama", "") for r in salinan.muat()}


def test_a_folder_that_cannot_be_is_said_and_editing_goes_on(qtbot, jendela, biatan, dokumen_sendiri):
    dokumen_sendiri.write_text("penghalang")
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    assert jendela.status.cadangan.text() == "Cadangan gagal dibuat · Belum ada cadangan"
    warna_tulisan = jendela.status.cadangan.palette().windowText().color()
    assert warna_tulisan == warna().peringatan
    ubah(jendela)
    assert not jendela.pesan.teks()
    jendela.tutup_berkas()
    qtbot.waitUntil(lambda: bool(jendela.pesan.teks()))
    assert "tidak dapat ditulisi" in jendela.pesan.teks()
    with Berkas.buka(biatan) as asli:
        assert "Baru" in {getattr(r, "nama", "") for r in asli.muat()}


def test_the_second_place_is_missed_since_a_day(qtbot, jendela, biatan, folder, tmp_path):
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    penjaga = jendela.penjaga
    with qtbot.waitSignal(penjaga.selesai):
        penjaga.pilih_kedua(tmp_path / "flashdisk")
    assert penjaga.kedua_hilang_sejak() == date.today()
    assert "Tempat kedua tidak ada sejak hari ini" in jendela.status.cadangan.text()
    (tmp_path / "flashdisk").mkdir()
    with qtbot.waitSignal(penjaga.selesai):
        penjaga.cadangkan()
    assert penjaga.kedua_hilang_sejak() is None
    assert "kedua" not in jendela.status.cadangan.text()
    assert sebab(tmp_path / "flashdisk" / "Biatan") == ["diminta"]


def test_places_are_remembered(qtbot, jendela, biatan, tmp_path):
    jendela.buka(biatan)
    tunggu(qtbot, jendela)
    with qtbot.waitSignal(jendela.penjaga.selesai):
        jendela.penjaga.pilih_folder(tmp_path / "lain")
    jendela.tutup_berkas()
    jendela.buka(biatan)
    assert jendela.penjaga.gudang.folder == tmp_path / "lain" / "Biatan"
    assert sebab(tmp_path / "lain" / "Biatan") == ["diminta"]


def test_the_example_keeps_its_backups_out_of_the_documents(qtbot, jendela, dokumen_sendiri, tmp_path):
    jendela.buka_contoh()
    tunggu(qtbot, jendela)
    assert not dokumen_sendiri.exists()
    assert (tmp_path / "data" / "Cadangan IKI").is_dir()


# --- words --------------------------------------------------------------------------------------


def cadangan(waktu: datetime) -> Cadangan:
    return Cadangan(Path("x.iki"), "Biatan", waktu, Sebab.PEMBUKAAN, 1, 1, Putusan.TERUJI)


def test_a_moment_is_said_as_people_say_it():
    assert sebut_waktu(datetime(2026, 11, 20, 8, 1), KINI) == "hari ini 08.01"
    assert sebut_waktu(datetime(2026, 11, 19, 16, 20), KINI) == "kemarin 16.20"
    assert sebut_waktu(datetime(2026, 1, 2, 9, 5), KINI) == "2 Januari 2026 09.05"


@pytest.mark.parametrize(
    "umur, keluhan, hilang, teks, genting",
    [
        (2, None, None, "Cadangan terakhir hari ini 08.00", False),
        (20, None, None, "Cadangan terakhir kemarin 14.00", False),
        (25, None, None, "Cadangan terakhir kemarin 09.00, sudah lewat sehari", True),
        (None, None, None, "Belum ada cadangan", True),
        (2, "x", None, "Cadangan gagal dibuat · Cadangan terakhir hari ini 08.00", True),
        (
            2,
            None,
            date(2026, 11, 12),
            "Cadangan terakhir hari ini 08.00 · Tempat kedua tidak ada sejak 12 November 2026",
            False,
        ),
    ],
)
def test_the_foot_says_how_old_the_newest_one_is(umur, keluhan, hilang, teks, genting):
    terbaru = None if umur is None else cadangan(KINI - timedelta(hours=umur))
    assert sebut_status(terbaru, KINI, keluhan, hilang) == (teks, genting)


def test_sizes_are_said_in_kb_and_mb():
    assert [sebut_ukuran(n) for n in (1, 45_056, 999_000, 1_234_567, 20_824_064)] == [
        "1 kB",
        "45 kB",
        "999 kB",
        "1,2 MB",
        "20,8 MB",
    ]


def test_a_file_that_is_easily_lost_is_told_once(qtbot, jendela, biatan, tmp_path):
    folder = tmp_path / "OneDrive - Kantor"
    folder.mkdir()
    biatan.rename(folder / "Biatan.iki")
    jendela.buka(folder / "Biatan.iki")
    tunggu(qtbot, jendela)
    assert "folder OneDrive" in jendela.pesan.teks()
