"""What was issued in a real file: durable, kept over reopening, and a border for undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change
from iki_desktop.core.records import Dokumen, Jabatan, Keputusan, Penandatangan
from iki_desktop.core.riwayat import PetaJabatan, Saringan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jejak import Jejak
from iki_desktop.db.riwayat import halaman_riwayat
from tests.core.kantor import CAMAT, isi_kantor

WAKTU = "2026-01-02T08:00:00+08:00"
SAH = Keputusan("07", tanggal=date(2026, 1, 2), penandatangan=Penandatangan("CAMAT", "NAMA CAMAT, S.Sos."))


@contextmanager
def terbuka(path: Path) -> Iterator[Workspace]:
    with Berkas.buka(path) as berkas:
        yield Workspace(berkas, berkas.muat(), jurnal=Jejak(lambda: berkas.sambungan_baca))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An office whose decision was written, then issued."""
    path = tmp_path / "kantor dua.iki"
    with Berkas.buat(path) as berkas:
        workspace = Workspace(berkas, ())
        workspace.terapkan("isi", [Change(None, r) for r in isi_kantor()])
        ganti_nama(workspace, "Camat Contoh")
        dokumen = workspace.arsip[2]
        assert isinstance(dokumen, Dokumen)
        workspace.ubah(replace(dokumen, keputusan=Keputusan("06")), "tulis nomor")
        workspace.tetapkan(2, SAH, "naskah beku", WAKTU)
    return path


def ganti_nama(workspace: Workspace, nama: str) -> None:
    jabatan = workspace.arsip[CAMAT]
    assert isinstance(jabatan, Jabatan)
    workspace.ubah(replace(jabatan, nama=nama))


def riwayat(path: Path) -> list[str]:
    with Berkas.buka(path) as berkas:
        halaman = halaman_riwayat(berkas.sambungan_baca, Saringan(), PetaJabatan(Arsip()), rinci=True)
        return [satu.teks for satu in halaman.isi]


def test_it_is_there_again_after_reopening(path: Path) -> None:
    with terbuka(path) as workspace:
        (terbitan,) = workspace.arsip.terbitan(2)
        assert (terbitan.isi, terbitan.waktu) == ("naskah beku", WAKTU)
        workspace.terbitkan_perubahan(2, replace(SAH, nomor="9"), "dua", WAKTU, alasan="SOTK berubah")

    with terbuka(path) as workspace:
        assert [(t.nomor, t.isi, t.alasan) for t in workspace.arsip.terbitan(2)] == [
            (0, "naskah beku", None),
            (1, "dua", "SOTK berubah"),
        ]


def test_undo_after_reopening_stops_before_it(path: Path) -> None:
    with terbuka(path) as workspace:
        assert workspace.undo_text is None
        assert workspace.redo_text is None
        ganti_nama(workspace, "Sesudah")

    with terbuka(path) as workspace:
        assert workspace.undo() is not None
        assert workspace.undo() is None
    with terbuka(path) as workspace:
        assert workspace.redo() is not None
        assert len(workspace.arsip.terbitan(2)) == 1


def test_the_journal_tells_who_took_it_back_and_why(path: Path) -> None:
    with terbuka(path) as workspace:
        workspace.batalkan_penetapan(2, "salah nomor")

    assert riwayat(path)[:2] == [
        "batalkan penetapan Keputusan tahun 2026: salah nomor",
        "tetapkan Keputusan tahun 2026",
    ]
    with terbuka(path) as workspace:
        assert workspace.undo_text is None
        assert workspace.arsip.terbitan(2) == []


def test_what_was_issued_goes_and_comes_with_its_document(path: Path) -> None:
    with terbuka(path) as workspace:
        workspace.hapus(2)
        assert workspace.arsip.terbitan(2) == []
        workspace.undo()

        assert [t.isi for t in workspace.arsip.terbitan(2)] == ["naskah beku"]
