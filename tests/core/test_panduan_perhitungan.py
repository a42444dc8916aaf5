"""The manual's own examples: every sentence that it quotes can be followed to the figure in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iki_desktop.core.skala import SKALA_TERSEDIA
from tests.core.pembaca_penjelasan import Pembaca

PANDUAN = (Path(__file__).parents[2] / "docs/panduan/perhitungan.md").read_text(encoding="utf-8")


def kutipan() -> list[str]:
    """The quoted paragraphs, each on one line."""
    hasil, kini = [], ""
    for baris in [*PANDUAN.splitlines(), ""]:
        if baris.startswith("> "):
            kini = f"{kini} {baris[2:]}".strip()
        elif kini:
            hasil.append(kini)
            kini = ""
    return hasil


@pytest.mark.parametrize("kalimat", kutipan())
def test_a_quoted_sentence_can_be_followed(kalimat: str) -> None:
    pembaca = Pembaca(2)
    bacaan = pembaca.baca_induk(kalimat) if kalimat[:9] == "Rata-rata" else pembaca.baca(kalimat)
    assert bacaan.capaian is not None
    assert bacaan.tertulis is not None
    assert bacaan.capaian.bertemu(bacaan.tertulis)
    assert bacaan.kelas


def test_there_are_sentences_of_every_shape() -> None:
    semua = " ".join(kutipan())
    for kata in ("Σ pembilang", "mutu", "s.d. TW", "kumulatif", "rata-rata capaian", "Rata-rata berbobot"):
        assert kata in semua


def test_the_scales_on_offer_stand_in_the_manual() -> None:
    for pilihan in SKALA_TERSEDIA:
        baris = [b for b in PANDUAN.splitlines() if b.startswith("| ") and pilihan.skala[0].nama in b]
        assert any(all(k.nama in b for k in pilihan.skala) for b in baris), pilihan.nama
