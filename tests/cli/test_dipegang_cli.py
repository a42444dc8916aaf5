"""What only reads works while somebody has the file open; what writes is refused with their name."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from iki_desktop import paths
from tests.cli.kantor import Jalan, minimal, tulis
from tests.db.pemegang_lain import dipegang

if sys.platform == "win32":
    pytest.skip("the holder is a process of POSIX", allow_module_level=True)

OLEH = "Berkas ini sedang dibuka oleh SITI di PC-KASI sejak "


@pytest.fixture
def terpegang(contoh: Path) -> Iterator[Path]:
    with dipegang(contoh):
        yield contoh


@pytest.mark.parametrize("akhiran", ["json", "pdf", "xlsx"])
def test_writing_out(jalan: Jalan, terpegang: Path, akhiran: str) -> None:
    kode, keluar, galat = jalan("ekspor", terpegang, f"hasil.{akhiran}")
    assert (kode, keluar.strip()) == (0, f"Berkas hasil.{akhiran} ditulis.")
    assert galat.startswith(OLEH)
    assert "Yang dibaca adalah isinya pukul " in galat
    assert Path(f"hasil.{akhiran}").stat().st_size > 100


def test_reports_figures_and_the_journal(jalan: Jalan, terpegang: Path) -> None:
    assert jalan("laporan", terpegang, "rekap.pdf", "--jenis", "rekap")[0] == 0
    kode, keluar, galat = jalan("capaian", terpegang, "--json")
    assert (kode, json.loads(keluar)["triwulan"]) == (0, None)
    assert galat.startswith(OLEH)
    kode, keluar, galat = jalan("riwayat", terpegang, "--json")
    assert (kode, len(json.loads(keluar)["riwayat"])) == (0, 1)
    assert galat.startswith(OLEH)


def test_a_backup(jalan: Jalan, terpegang: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "documents_dir", lambda: tmp_path / "Dokumen")
    kode, _, galat = jalan("cadangkan", terpegang, "cad")
    assert kode == 0
    assert galat.startswith(OLEH)
    assert len(list(Path("cad/contoh").glob("*.iki"))) == 1


def test_what_writes_is_refused_with_the_name(jalan: Jalan, terpegang: Path, tmp_path: Path) -> None:
    bita = terpegang.read_bytes()
    kode, _, galat = jalan("impor", tulis(tmp_path / "k.json", minimal(nama="Lain")), terpegang)
    assert kode == 2
    assert galat.startswith(OLEH)
    assert "Tutup dahulu yang lain." in galat
    assert terpegang.read_bytes() == bita
