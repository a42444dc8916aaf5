"""What records are called: always by a word of the office, never by a code."""

from __future__ import annotations

import pytest

from iki_desktop.core.kamus_riwayat import HITUNGAN, JENIS
from iki_desktop.core.records import Formulasi, JenisFormulasi
from iki_desktop.core.sebutan import NAMA_JENIS, sebutan


@pytest.mark.parametrize("jenis", JenisFormulasi)
def test_a_formula_without_words_is_called_by_its_kind(jenis: JenisFormulasi) -> None:
    assert sebutan(Formulasi(1, 1, 0, jenis)) == f"formulasi “{NAMA_JENIS[jenis]}”"
    assert sebutan(Formulasi(1, 1, 0, jenis, pembilang="Layanan")) == "formulasi “Layanan”"


def test_everything_that_is_counted_has_a_name() -> None:
    assert HITUNGAN.keys() == JENIS.keys()
    assert "statustriwulan" not in HITUNGAN.values()
