"""Where a new file goes: the right ending, and nothing overwritten unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from iki_desktop.ui.tujuan import tanya_tujuan


class Jawaban:
    """The person at the system's dialog: what they answer, and what was proposed to them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *jawaban: Path | None) -> None:
        self.usulan: list[tuple[str, str]] = []
        self._jawaban: Iterator[Path | None] = iter(jawaban)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self._jawab)

    def _jawab(self, _induk: QWidget, _judul: str, usulan: str, saringan: str) -> tuple[str, str]:
        self.usulan.append((usulan, saringan))
        return str(next(self._jawaban) or ""), saringan


@pytest.fixture
def induk(qtbot) -> QWidget:
    jendela = QWidget()
    qtbot.addWidget(jendela)
    return jendela


def test_a_name_with_its_ending_is_taken(induk, tmp_path, monkeypatch):
    jawaban = Jawaban(monkeypatch, tmp_path / "a.PDF")
    assert tanya_tujuan(induk, "Simpan", tmp_path / "usul.pdf", "Keputusan IKI") == tmp_path / "a.PDF"
    assert jawaban.usulan == [(str(tmp_path / "usul.pdf"), "Keputusan IKI (*.pdf)")]


@pytest.mark.parametrize("nama", ["Keputusan", "Keputusan No. 12", "Keputusan.docx"])
def test_another_name_gets_the_ending(induk, tmp_path, monkeypatch, nama):
    Jawaban(monkeypatch, tmp_path / nama)
    tujuan = tanya_tujuan(induk, "Simpan", tmp_path / "usul.pdf", "Keputusan IKI")
    assert tujuan == tmp_path / f"{nama}.pdf"


def test_a_file_of_the_whole_name_is_asked_about(induk, tmp_path, monkeypatch):
    (tmp_path / "lama.pdf").write_text("lama")
    jawaban = Jawaban(monkeypatch, tmp_path / "lama", tmp_path / "baru.pdf")
    assert tanya_tujuan(induk, "Simpan", tmp_path / "usul.pdf", "Keputusan IKI") == tmp_path / "baru.pdf"
    assert jawaban.usulan[1][0] == str(tmp_path / "lama.pdf")


def test_giving_up_is_no_file(induk, tmp_path, monkeypatch):
    Jawaban(monkeypatch, None)
    assert tanya_tujuan(induk, "Simpan", tmp_path / "usul.pdf", "Keputusan IKI") is None
