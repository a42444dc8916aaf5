"""An open office for the tests of the window: a real file, its records, and the session over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from iki_desktop import paths
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.ui.bahasa import pasang_bahasa
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.setelan import Setelan
from iki_desktop.ui.tampilan import siapkan_aplikasi

DATA = Path(__file__).resolve().parent.parent / "data"


@pytest.fixture(scope="session")
def aplikasi(qapp: QApplication) -> QApplication:
    """The application as the program starts it: style, palette, Indonesian."""
    siapkan_aplikasi(qapp)
    pasang_bahasa(qapp)
    return qapp


@pytest.fixture(autouse=True)
def dokumen_sendiri(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folder of documents, where backups go: a folder of the test's own."""
    folder = tmp_path / "Dokumen"
    monkeypatch.setattr(paths, "documents_dir", lambda: folder)
    return folder


@pytest.fixture
def setelan(tmp_path: Path) -> Setelan:
    """An empty settings file."""
    return Setelan(tmp_path / "setelan.ini")


@pytest.fixture
def berkas(tmp_path: Path) -> Iterator[Berkas]:
    """A new, empty office's file."""
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        yield berkas


@pytest.fixture
def sesi_kosong(aplikasi: QApplication, berkas: Berkas) -> Iterator[Sesi]:
    """A session over a file without any office."""
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path)
    yield sesi
    sesi.tutup()


@pytest.fixture
def sesi_contoh(aplikasi: QApplication, berkas: Berkas) -> Iterator[Sesi]:
    """A session over the Biatan office of 2026, freshly opened: nothing to undo."""
    impor = Workspace(berkas, [])
    impor.terapkan(*rencana_impor(impor.arsip, baca_iki_json(DATA / "biatan.json"), impor.id_baru))
    sesi = Sesi(Workspace(berkas, berkas.muat()), berkas.path)
    yield sesi
    sesi.tutup()
