"""Keys of entry sheets: exact there and back, and never believed when they are not as written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.ambil_isian import BacaanLembar, SelTerbaca, susun_rencana
from iki_desktop.core.errors import RuleError
from iki_desktop.core.lembar_isian import (
    BIDANG_KATA,
    AlamatLembar,
    KunciBaris,
    baca_kunci,
    formulasi_lembar,
    sidik_formulasi,
    sidik_kantor,
    sidik_kata,
)
from iki_desktop.core.records import Formulasi, Indikator, JenisFormulasi, Kecamatan
from tests.core.kantor import buka_kantor

SIDIK = st.text("0123456789abcdef", min_size=12, max_size=12)
KATA = st.tuples(*[st.just("") | st.text("0123456789abcdef", min_size=8, max_size=8)] * len(BIDANG_KATA))
ALAMAT = st.builds(AlamatLembar, SIDIK, st.integers(1945, 2200), st.integers(1, 4), SIDIK)
KUNCI = st.builds(
    KunciBaris,
    ALAMAT,
    st.lists(st.integers(1, 999).map(str), min_size=4, max_size=4).map(".".join),
    st.integers(1, 10**9),
    SIDIK,
    st.none() | st.integers(0, 99),
    st.none() | st.decimals("-1e12", "1e12", places=6, allow_nan=False),
    KATA,
)
CONTOH = KunciBaris(AlamatLembar("a" * 12, 2026, 2, "b" * 12), "1.1.1.1", 7, "c" * 12, 0, Decimal("1.5"))


@given(KUNCI)
def test_there_and_back(kunci: KunciBaris) -> None:
    assert baca_kunci(f" {kunci.tulis()}\n") == kunci


@given(KUNCI, st.data())
def test_any_change_is_noticed(kunci: KunciBaris, data: st.DataObject) -> None:
    teks = kunci.tulis()
    tempat = data.draw(st.integers(len("IKI-ISIAN-1|"), len(teks) - 1))
    lain = (
        teks[:tempat]
        + data.draw(st.sampled_from("0a|.-").filter(lambda h: h != teks[tempat]))
        + teks[tempat + 1 :]
    )
    with pytest.raises(RuleError, match="rusak"):
        baca_kunci(lain)


@pytest.mark.parametrize("teks", ["", "Camat", "IKI-ISIAN-1", "IKI-ISIAN-2|x", "=IKI-ISIAN-1|"])
def test_other_texts_are_no_keys(teks: str) -> None:
    assert baca_kunci(teks) is None


@pytest.mark.parametrize(
    "salah",
    [
        {"tempat": "1.1"},
        {"tempat": "../../1"},
        {"sidik": "tidak heksa"},
        {"formulasi_id": "٣"},
        {"formulasi_id": 10**20},
        {"masukan": "x"},
        {"semula_kata": ("<b>",)},
        {"lembar": AlamatLembar("a" * 12, 2026, 5, "b" * 12)},
        {"lembar": AlamatLembar("a", 2026, 1, "b" * 12)},
        {"semula": Decimal("1e60")},
        {"semula": Decimal("NaN")},
        {"semula": Decimal("9" * 100)},
    ],
)
def test_a_check_that_is_right_makes_no_key(salah: dict[str, object]) -> None:
    """The check can be computed by anybody; what it covers is looked at all the same."""
    assert baca_kunci(CONTOH.tulis()) == CONTOH
    with pytest.raises(RuleError, match="rusak"):
        baca_kunci(replace(CONTOH, **salah).tulis())  # type: ignore[arg-type]


def test_fingerprints_tell_words_apart_and_not_their_blanks() -> None:
    formulasi = Formulasi(1, 1, 0, JenisFormulasi.RASIO, pembilang="a", penyebut="b")
    satu = sidik_formulasi(Indikator(1, 1, 0, "Nilai  SKM "), formulasi)
    assert satu == sidik_formulasi(Indikator(9, 9, 9, "Nilai SKM"), replace(formulasi, id=5))
    lain = [
        sidik_formulasi(Indikator(1, 1, 0, "Nilai SKM", satuan="%"), formulasi),
        sidik_formulasi(Indikator(1, 1, 0, "Nilai SKM"), replace(formulasi, penyebut="c")),
        sidik_formulasi(Indikator(1, 1, 0, "Nilai SKM"), replace(formulasi, penyebut_tetap=Decimal(8))),
        sidik_formulasi(Indikator(1, 1, 0, "Nilai SKM"), replace(formulasi, jenis=JenisFormulasi.SELISIH)),
    ]
    assert len({satu, *lain}) == 5
    assert sidik_kata(None) == sidik_kata(" \x0b ") == ""
    assert sidik_kata("a\r\nb") == sidik_kata(" a\nb ")
    dua = [Kecamatan(1, 0, "BIATAN", "Kabupaten", "Berau"), Kecamatan(2, 0, "Biatan", "Kota", "Berau")]
    assert len(set(map(sidik_kantor, dua))) == 2


def test_a_key_of_a_formula_that_asks_for_less() -> None:
    """A formula whose words are the same has the same inputs; a key can still be made up."""
    workspace, _ = buka_kantor()
    snapshot = workspace.snapshot(2)
    satu = next(formulasi_lembar(snapshot, snapshot.jabatan[0], 1))
    kunci = replace(satu.kunci(satu.baris[0], ()), masukan=7)
    hasil = susun_rencana(
        workspace.arsip, BacaanLembar((SelTerbaca("a.xlsx", "G6", kunci, None, Decimal(3)),))
    )
    assert [str(t) for t in hasil.temuan] == [
        "a.xlsx, sel G6: Baris ini tidak meminta angka. Kosongkan selnya."
    ]


def test_a_sheet_without_one_of_the_fields_of_words() -> None:
    """As an older sheet is: what stood there is not known, so anything there is new."""
    workspace, _ = buka_kantor()
    snapshot = workspace.snapshot(2)
    satu = next(formulasi_lembar(snapshot, snapshot.jabatan[0], 1))
    kunci = satu.kunci(satu.baris[0], ("",))
    sel = SelTerbaca("a.xlsx", "J6", kunci, BIDANG_KATA[2], "Rapat")
    (usulan,) = susun_rencana(workspace.arsip, BacaanLembar((sel,))).usulan
    assert (usulan.kunci, usulan.menjadi, usulan.berselisih) == ("tindak_lanjut", "Rapat", False)


def test_a_formula_shared_with_one_that_is_not_on_the_paper() -> None:
    workspace, _ = buka_kantor()
    workspace.bagikan(10020, 10040)
    snapshot = workspace.snapshot(2)
    semua = list(formulasi_lembar(snapshot, snapshot.jabatan[0], 2))
    assert semua[1].baris[0].label == "(sama dengan “Indikator 1004” pada Sekretaris)"
    tanpa = replace(snapshot, jabatan=snapshot.jabatan[:1])
    assert list(formulasi_lembar(tanpa, tanpa.jabatan[0], 2))[1].sama_dengan == "formulasi lain"
    workspace.lepaskan(10020)
    workspace.bagikan(10020, 10010)
    snapshot = workspace.snapshot(2)
    assert list(formulasi_lembar(snapshot, snapshot.jabatan[0], 2))[1].sama_dengan == "“Indikator 1001”"
