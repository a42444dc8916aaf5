"""Whole files, for both doors: one edit in an open file, one document out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iki_desktop.core.errors import ExportError, ImportFileError
from iki_desktop.layanan import buat_contoh, ekspor_dokumen, impor, terbuka
from iki_desktop.paths import resources_dir


@pytest.fixture
def contoh(tmp_path: Path) -> Path:
    buat_contoh(tmp_path / "contoh.iki")
    return tmp_path / "contoh.iki"


def test_an_import_into_an_open_file_is_one_step(contoh: Path) -> None:
    sumber = resources_dir() / "contoh.json"
    with terbuka(contoh) as workspace:
        with pytest.raises(ImportFileError, match="tahun yang sama"):
            impor(workspace, sumber)
        assert workspace.undo_text is None
        semula = workspace.snapshot(workspace.arsip.dokumen(workspace.arsip.kecamatan()[0].id)[0].id)
        text = impor(workspace, sumber, ganti=True)
        assert workspace.undo_text == text == "impor kecamatan “Biatan” tahun 2026"
        workspace.undo()
        assert workspace.snapshot(semula.dokumen.id) == semula


def test_another_ending_is_not_known(contoh: Path, tmp_path: Path) -> None:
    with terbuka(contoh) as workspace:
        snapshot = workspace.snapshot(workspace.arsip.dokumen(workspace.arsip.kecamatan()[0].id)[0].id)
    with pytest.raises(ExportError, match="tidak dikenal"):
        ekspor_dokumen(snapshot, tmp_path / "hasil.odt")
    assert list(tmp_path.iterdir()) == [contoh]
