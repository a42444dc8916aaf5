"""A damaged file is met with a way out: its content in a new file, and what became of it in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QPushButton

from iki_desktop import app, layanan, paths
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.records import Sasaran
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.gudang import Gudang
from iki_desktop.ui.dialog.penyelamatan import HasilPenyelamatan
from iki_desktop.ui.pintu import Selamatan
from iki_desktop.ui.tampilan import label_polos

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture
def jendela(qtbot, aplikasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    satu = app._jendela()
    qtbot.addWidget(satu)
    satu.show()
    yield satu
    satu.close()
    QThreadPool.globalInstance().waitForDone()


@pytest.fixture
def rusak(tmp_path: Path, dokumen_sendiri: Path) -> Path:
    """A file with one letter that is another one, and a backup from before."""
    path = tmp_path / "Biatan.iki"
    layanan.impor_ke_berkas(DATA / "biatan.json", path)
    with Berkas.buka(path) as berkas:
        assert Gudang(berkas, dokumen_sendiri / "Cadangan IKI").cadangkan(Sebab.DIMINTA)
        teks = next(r.teks for r in berkas.muat() if isinstance(r, Sasaran)).encode()
    bita = path.read_bytes()
    path.write_bytes(bita.replace(teks, b"X" + teks[1:], 1))
    return path


def tombol(jendela, teks: str) -> QPushButton:
    return next(t for t in jendela.pesan.findChildren(QPushButton) if t.text() == teks)


def test_a_damaged_file_is_saved_into_a_new_one(qtbot, jendela, rusak: Path, monkeypatch: pytest.MonkeyPatch):
    uraian: list[str] = []

    def jalankan(satu: HasilPenyelamatan) -> int:
        uraian.append(satu.uraian.toPlainText())
        satu.tombol_buka.click()
        return satu.result()

    monkeypatch.setattr(HasilPenyelamatan, "exec", jalankan)
    bita = rusak.read_bytes()
    assert not jendela.buka(rusak)
    assert jendela.pesan.teks() == "Isi berkas ini rusak. Buka salinan cadangannya."
    langkah = tombol(jendela, "Selamatkan isinya …")
    langkah.click()
    jendela.penyambut.selamatkan(rusak)
    assert jendela.pesan.teks() == "Isi berkas sedang dikumpulkan. Tunggu sebentar."
    qtbot.waitUntil(lambda: jendela.sesi is not None)
    assert len(uraian) == 1, "asked for twice, it is done once"
    assert "Semua isi disusun kembali dari " in uraian[0]
    assert "Yang hilang" not in uraian[0]
    assert jendela.sesi.path == rusak.with_name("Biatan (diselamatkan).iki")
    assert rusak.read_bytes() == bita


def test_what_cannot_be_saved_is_said(qtbot, jendela, rusak: Path, tmp_path: Path):
    bita = rusak.read_bytes()
    lain = tmp_path / "lain.iki"
    lain.write_bytes(bita[:100] + b"\xff" * 9_000)
    jendela.penyambut.selamatkan(lain)
    kalimat = "Tidak ada isi yang masih terbaca di berkas ini. Pulihkan dari cadangannya."
    qtbot.waitUntil(lambda: jendela.pesan.teks() == kalimat)


def test_a_file_that_is_none_of_ours_is_not_saved(jendela, tmp_path: Path):
    (tmp_path / "surat.iki").write_text("bukan", encoding="utf-8")
    assert not jendela.buka(tmp_path / "surat.iki")
    assert not [t for t in jendela.pesan.findChildren(QPushButton) if t.text() == "Selamatkan isinya …"]


def test_what_is_missing_is_listed_as_plain_text(qtbot, aplikasi):
    hasil = Selamatan(
        Path("<b>baru.iki"),
        {"jabatan": 3, "statustriwulan": 2, "sampah": 0},
        ("2 <i>indikator</i> hilang.",),
        (),
    )
    dialog = HasilPenyelamatan(Path("rusak.iki"), hasil)
    qtbot.addWidget(dialog)
    assert dialog.uraian.toPlainText().split("\n") == [
        "Terselamatkan: 3 jabatan, 2 keadaan triwulan.",
        "",
        "Yang hilang",
        "  2 <i>indikator</i> hilang.",
    ]
    semua = [label.text() for label in dialog.findChildren(type(label_polos("")))]
    assert "Sebagian isi hilang" in semua
    dialog.reject()
