"""A quarter at a glance: compared, ranked and counted; what is empty is never a 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Gabungan,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    PengaturanCapaian,
    Realisasi,
    Record,
    Sasaran,
    Target,
)
from iki_desktop.core.ringkasan import (
    AngkaIndikator,
    AngkaJabatan,
    Ekstrem,
    Kekosongan,
    Lintasan,
    Pembanding,
    Titik,
    ekstrem,
    lintasan_tahun,
    lintasan_triwulan,
    penurunan,
    perlu,
    ringkas,
    selisih,
    urut_capaian,
)
from iki_desktop.core.skm import UNSUR_SKM
from iki_desktop.core.triwulan import Sampai
from iki_desktop.core.workspace import IsiSel, Workspace
from tests.core.kantor import Laci

Empat = Sequence[object]
"""What is entered in four quarters; ``None`` is empty.  With a target of 100 it is the capaian."""

KECAMATAN = 1


class Kantor:
    """An office of indices: each indicator's capaian is what is entered."""

    def __init__(self) -> None:
        self.isi: list[Record] = [Kecamatan(KECAMATAN, 0, "Contoh", "Kabupaten", "Contoh")]
        self._id = count(2)
        self._urutan = count()

    def tahun(self, tahun: int, pengaturan: PengaturanCapaian | None = None) -> int:
        dokumen = Dokumen(next(self._id), KECAMATAN, next(self._urutan), tahun, capaian=pengaturan)
        self.isi.append(dokumen)
        return dokumen.id

    def jabatan(self, dokumen_id: int, nama: str, *indikator: Empat, pj: Sequence[str | None] = ()) -> int:
        jabatan = Jabatan(next(self._id), dokumen_id, next(self._urutan), nama)
        sasaran = Sasaran(next(self._id), jabatan.id, 0, f"Sasaran {nama}")
        self.isi += [jabatan, sasaran]
        for nomor, empat in enumerate(indikator):
            self.indikator(sasaran.id, nomor, empat, pj[nomor] if pj else None)
        return jabatan.id

    def indikator(self, sasaran_id: int, nomor: int, empat: Empat, pj: str | None = None) -> int:
        satu = Indikator(
            next(self._id),
            sasaran_id,
            nomor,
            f"Indikator {nomor}",
            target=Target(Decimal(100)),
            penanggung_jawab=pj,
        )
        formulasi = Formulasi(next(self._id), satu.id, 0, JenisFormulasi.NILAI)
        self.isi += [satu, formulasi]
        for triwulan, nilai in enumerate(empat, 1):
            if nilai is not None:
                self.isi.append(Realisasi(formulasi.id, triwulan, nilai=Decimal(str(nilai))))
        return satu.id

    def buka(self) -> Workspace:
        return Workspace(Laci(self.isi), self.isi)


def satu_tahun(**jabatan: Sequence[Empat]) -> tuple[Workspace, int]:
    kantor = Kantor()
    dokumen = kantor.tahun(2026)
    for nama, indikator in jabatan.items():
        kantor.jabatan(dokumen, nama, *indikator)
    return kantor.buka(), dokumen


# --- the whole --------------------------------------------------------------------------------


def test_an_office_without_posts() -> None:
    workspace, dokumen = satu_tahun()
    for periode in (1, 2, None):
        hasil = ringkas(workspace, dokumen, periode)
        assert hasil.hasil == HasilInduk(None, None, 0, 0)
        assert (hasil.jabatan, hasil.kosong_jabatan, hasil.kosong_penanggung_jawab) == ((), (), ())
        assert (hasil.turun, hasil.turun_semua, hasil.dibandingkan) == ((), 0, 0)
        assert hasil.ekstrem == Ekstrem()
        assert (hasil.bercapaian, hasil.tanpa_target, hasil.tahun) == (0, 0, 2026)
    assert not lintasan_triwulan(workspace, dokumen).ada
    assert lintasan_tahun(workspace, dokumen).titik == (Titik(2026, None, KECAMATAN),)


def test_one_quarter_only_is_compared_with_nothing() -> None:
    workspace, dokumen = satu_tahun(Camat=[(80,), (100,)], Kasi=[()])
    satu = ringkas(workspace, dokumen, 1)
    assert satu.hasil.capaian == 90
    assert satu.pembanding is None
    assert satu.bercapaian == 1
    assert [j.hasil.capaian for j in satu.jabatan] == [90, None]
    dua = ringkas(workspace, dokumen, 2)
    assert dua.hasil.capaian is None
    assert dua.pembanding == Pembanding("TW I", Decimal(90))
    assert (dua.turun, dua.dibandingkan) == ((), 0), "empty is no fall to 0"
    assert ringkas(workspace, dokumen, None).hasil.capaian == 90


def test_the_first_quarter_is_held_against_the_last_of_the_year_before() -> None:
    kantor = Kantor()
    lama, baru = kantor.tahun(2025), kantor.tahun(2026)
    kantor.jabatan(lama, "Camat", (70, 75, 80, 85))
    kantor.jabatan(baru, "Camat", (90,))
    workspace = kantor.buka()
    assert ringkas(workspace, baru, 1).pembanding == Pembanding("TW IV 2025", Decimal(85))
    assert ringkas(workspace, baru, 2).pembanding == Pembanding("TW I", Decimal(90))
    assert ringkas(workspace, baru, 4).pembanding == Pembanding("TW III", None)
    assert ringkas(workspace, baru, None).pembanding == Pembanding("tahun 2025", Decimal(85))
    assert ringkas(workspace, lama, 1).pembanding is None
    assert ringkas(workspace, baru, 1).dibandingkan == 0, "indicators are not matched across years"


def test_the_year_up_to_a_quarter_is_held_against_itself_a_quarter_earlier() -> None:
    kantor = Kantor()
    lama, baru = kantor.tahun(2025), kantor.tahun(2026)
    kantor.jabatan(lama, "Camat", (70, 75, 80, 85))
    kantor.jabatan(baru, "Camat", (90, 80, None), (50,))
    workspace = kantor.buka()
    dua = ringkas(workspace, baru, Sampai(2))
    assert dua.hasil.capaian == 65, "the last that was entered: 80 and 50"
    assert dua.pembanding == Pembanding("s.d. TW I", Decimal(70))
    assert [(int(p.sebelum), int(p.sesudah)) for p in dua.turun] == [(90, 80)]
    assert dua.dibandingkan == 2
    satu = ringkas(workspace, baru, Sampai(1))
    assert (satu.pembanding, satu.dibandingkan) == (Pembanding("tahun 2025", Decimal(85)), 0)
    diperlukan = set(perlu(workspace, baru, Sampai(2)))
    assert {p for _, p in diperlukan} == {1, 2, 3, 4, *map(Sampai, (1, 2, 3, 4)), None}


def test_a_missing_target_is_counted_not_ranked() -> None:
    workspace, dokumen = satu_tahun(Camat=[(80,), (90,), ()])
    indikator = workspace.arsip.indikator(
        workspace.arsip.sasaran(workspace.arsip.jabatan(dokumen)[0].id)[0].id
    )
    for satu in (indikator[1], indikator[2]):
        workspace.ubah(replace(satu, target=None))
    hasil = ringkas(workspace, dokumen, 1)
    assert hasil.tanpa_target == 1, "one is filled and cannot be held against anything; the other is empty"
    assert [i.id for i in hasil.ekstrem.tertinggi] == [indikator[0].id]
    assert hasil.hasil.terisi == 2
    workspace.ubah(replace(indikator[1], target=None, gabungan=Gabungan.MASING_MASING))
    workspace.tambah(Formulasi(0, indikator[1].id, 0, JenisFormulasi.NILAI))
    assert ringkas(workspace, dokumen, 1).tanpa_target == 1, "several formulas, each without a target"


# --- falls ------------------------------------------------------------------------------------


def test_falls_stand_deepest_first_and_ties_in_printed_order() -> None:
    workspace, dokumen = satu_tahun(
        Camat=[(90, 80), (90, 95), (100, 60)], Kasi=[(70, 60), (None, 5), (50, None), (0, 0), (80, 70)]
    )
    hasil = ringkas(workspace, dokumen, 2)
    assert [(p.indikator.jabatan, int(p.selisih)) for p in hasil.turun] == [
        ("Camat", -40),
        ("Camat", -10),
        ("Kasi", -10),
        ("Kasi", -10),
    ]
    assert [p.indikator.teks for p in hasil.turun[2:]] == ["Indikator 0", "Indikator 4"]
    assert [hasil.turun[0].sebelum, hasil.turun[0].sesudah] == [100, 60]
    assert (hasil.turun_semua, hasil.dibandingkan) == (4, 6)


def test_no_more_falls_are_named_than_have_room() -> None:
    workspace, dokumen = satu_tahun(Camat=[(100, 100 - n) for n in range(9)])
    hasil = ringkas(workspace, dokumen, 2)
    assert [p.selisih for p in hasil.turun] == [-8, -7, -6, -5, -4]
    assert hasil.turun_semua == 8


def test_a_difference_is_that_of_the_figures_as_shown() -> None:
    aturan = Aturan(desimal=1)
    assert selisih(Decimal("83.04"), Decimal("86.25"), aturan) == Decimal("3.3"), "86,3 less 83,0"
    assert selisih(Decimal("86.25"), Decimal("86.26"), aturan) == 0
    assert selisih(Decimal("86.25"), Decimal("83.04"), Aturan(desimal=1, potong=True)) == Decimal("-3.2")


def test_what_looks_the_same_has_not_fallen() -> None:
    kantor = Kantor()
    dokumen = kantor.tahun(2026, PengaturanCapaian(desimal=0))
    kantor.jabatan(dokumen, "Camat", ("90.4", "89.6"), ("90.4", "89.4"))
    hasil = ringkas(kantor.buka(), dokumen, 2)
    assert [p.selisih for p in hasil.turun] == [-1]


# --- ranks ------------------------------------------------------------------------------------


def indikator(*capaian: object) -> tuple[AngkaIndikator, ...]:
    return tuple(
        AngkaIndikator(
            n,
            f"Indikator {n}",
            "Camat",
            "",
            HasilIndikator(None, None, None if c is None else Decimal(str(c)), None, (), 1, 1),
            None,
        )
        for n, c in enumerate(capaian)
    )


def nilai(semua: Sequence[AngkaIndikator]) -> list[Decimal]:
    return [i.hasil.capaian for i in semua if i.hasil.capaian is not None]


@pytest.mark.parametrize(
    "capaian, tertinggi, terendah, lain",
    [
        ([], [], [], (0, 0)),
        ([None, None], [], [], (0, 0)),
        ([70], [70], [], (0, 0)),
        ([70, None, 80], [80], [70], (0, 0)),
        ([0, 5], [5], [0], (0, 0)),
        ([3, 1, 2], [3, 2], [1], (0, 0)),
        ([1, 2, 3, 4], [4, 3], [1, 2], (0, 0)),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [11, 10, 9, 8, 7], [1, 2, 3, 4, 5], (0, 0)),
        ([100] * 8, [100] * 5, [], (3, 0)),
        ([100] * 3, [100] * 3, [], (0, 0)),
        ([50] * 9 + [100], [100], [50] * 5, (0, 4)),
        ([100] * 9 + [50], [100] * 5, [50], (4, 0)),
        ([90, 80, 80, 80, 80, 70], [90, 80, 80], [70], (2, 0)),
    ],
)
def test_the_best_and_the_worst(capaian, tertinggi, terendah, lain) -> None:
    hasil = ekstrem(indikator(*capaian))
    assert nilai(hasil.tertinggi) == tertinggi
    assert nilai(hasil.terendah) == terendah
    assert (hasil.tertinggi_lain, hasil.terendah_lain) == lain
    assert hasil.bercapaian == sum(c is not None for c in capaian)


@given(st.lists(st.none() | st.integers(-3, 12), max_size=25), st.integers(1, 6))
@settings(max_examples=150)
def test_nobody_is_best_and_worst_at_once(capaian, banyak) -> None:
    hasil = ekstrem(indikator(*capaian), banyak)
    atas, bawah = nilai(hasil.tertinggi), nilai(hasil.terendah)
    assert atas == sorted(atas, reverse=True)
    assert bawah == sorted(bawah)
    assert not set(atas) & set(bawah)
    ada = [c for c in capaian if c is not None]
    assert max(len(atas), len(bawah)) <= banyak
    if ada:
        assert atas[0] == max(ada)
        assert atas.count(atas[-1]) + hasil.tertinggi_lain == ada.count(atas[-1])
        assert not bawah or bawah[0] == min(ada)
        assert bawah or len(set(ada)) == 1


def test_ties_keep_the_printed_order() -> None:
    hasil = ekstrem(indikator(80, 90, 80, 90, 70, 70))
    assert [i.id for i in hasil.tertinggi] == [1, 3, 0]
    assert [i.id for i in hasil.terendah] == [4, 5]


def test_three_thirds_are_equal_to_one() -> None:
    """What a long division leaves at its far end makes nobody better."""
    sepertiga = "99." + "9" * 58
    hasil = ekstrem(indikator(100, sepertiga, 100))
    assert (len(hasil.tertinggi), hasil.terendah) == (3, ())


def test_posts_by_capaian_with_the_empty_ones_behind() -> None:
    def jabatan(node_id: int, capaian: int | None) -> AngkaJabatan:
        return AngkaJabatan(
            node_id, "", HasilInduk(None if capaian is None else Decimal(capaian), None, 0, 0)
        )

    semua = [
        jabatan(1, None),
        jabatan(2, 80),
        jabatan(3, 0),
        jabatan(4, 90),
        jabatan(5, None),
        jabatan(6, 80),
    ]
    assert [j.id for j in urut_capaian(semua)] == [4, 2, 6, 3, 1, 5]
    assert urut_capaian([]) == ()


def test_penurunan_needs_both_quarters() -> None:
    assert penurunan(indikator(5, None), Aturan()) == ()


# --- what is empty ----------------------------------------------------------------------------


def test_what_is_empty_by_post_the_most_first() -> None:
    workspace, dokumen = satu_tahun(
        Camat=[(1,), ()], Penuh=[(1,)], Kasi=[(), (), (0,)], Sekretaris=[()], Tanpa=[]
    )
    camat, _, kasi, sekretaris, _ = (j.id for j in workspace.arsip.jabatan(dokumen))
    assert ringkas(workspace, dokumen, 1).kosong_jabatan == (
        Kekosongan(kasi, "Kasi", 2, 3),
        Kekosongan(camat, "Camat", 1, 2),
        Kekosongan(sekretaris, "Sekretaris", 1, 1),
    )


def test_what_is_empty_by_person_however_the_name_is_written() -> None:
    kantor = Kantor()
    dokumen = kantor.tahun(2026)
    kantor.jabatan(dokumen, "Camat", (1,), (), (), pj=["Budi", "budi ", None])
    kantor.jabatan(dokumen, "Kasi", (), (3,), (), pj=["BUDI", "Sari", "Tono  W"])
    workspace = kantor.buka()
    hasil = ringkas(workspace, dokumen, 1).kosong_penanggung_jawab
    assert [(k.nama, k.kosong, k.jumlah) for k in hasil] == [("Budi", 2, 3), ("", 1, 1), ("Tono W", 1, 1)]
    tempat = workspace.arsip[hasil[0].id]
    assert isinstance(tempat, Indikator)
    assert tempat.teks == "Indikator 1", "the first of his that is empty"


def test_where_nobody_is_named_nobody_is_asked() -> None:
    workspace, dokumen = satu_tahun(Camat=[(), ()])
    assert ringkas(workspace, dokumen, 1).kosong_penanggung_jawab == ()


def test_in_a_year_one_filled_quarter_is_enough() -> None:
    workspace, dokumen = satu_tahun(Camat=[(None, 3), ()])
    hasil = ringkas(workspace, dokumen, None)
    assert [k.kosong for k in hasil.kosong_jabatan] == [1]
    assert [k.kosong for k in ringkas(workspace, dokumen, 1).kosong_jabatan] == [2]


# --- over time --------------------------------------------------------------------------------


def capaian(lintasan: Lintasan) -> list[Decimal | None]:
    return [t.capaian for t in lintasan.titik]


def test_quarters_of_the_office_and_of_a_post() -> None:
    workspace, dokumen = satu_tahun(Camat=[(80, None, 0, None)], Kasi=[(100, None, None, None)])
    kasi = workspace.arsip.jabatan(dokumen)[1].id
    kantor = lintasan_triwulan(workspace, dokumen)
    assert kantor.nama == "Kecamatan Contoh"
    assert capaian(kantor) == [90, None, 0, None], "an entered 0 is a point, an empty quarter a gap"
    assert kantor.titik[2] == Titik(2026, 3, KECAMATAN, Decimal(0), "Sangat Rendah")
    satu = lintasan_triwulan(workspace, dokumen, kasi)
    assert (satu.nama, capaian(satu)) == ("Kasi", [100, None, None, None])
    assert {t.node_id for t in satu.titik} == {kasi}
    assert satu.ada


def test_the_year_up_to_each_quarter_goes_as_far_as_something_was_entered() -> None:
    workspace, dokumen = satu_tahun(Camat=[(80, None, 100, None)], Kasi=[(100, None, None, None)])
    camat, kasi = (j.id for j in workspace.arsip.jabatan(dokumen))
    kantor = lintasan_triwulan(workspace, dokumen, sampai=True)
    assert [t.periode for t in kantor.titik] == [Sampai(t) for t in (1, 2, 3, 4)]
    akhir = workspace.hasil(dokumen, Sampai(3)).capaian
    assert capaian(kantor) == [90, None, akhir, None], (
        "a quarter with nothing in it is a gap, not a standstill"
    )
    assert kantor.titik[3].kategori is None
    assert capaian(lintasan_triwulan(workspace, dokumen, kasi, sampai=True)) == [100, None, None, None]
    assert lintasan_triwulan(workspace, dokumen, camat, sampai=True).titik[2].node_id == camat


def test_weights_and_the_name_of_a_survey_come_along() -> None:
    workspace, dokumen = satu_tahun(Camat=[(80,), (90,)], Kasi=[(100,)])
    camat, _ = workspace.arsip.jabatan(dokumen)
    workspace.ubah(replace(camat, bobot=Decimal(3)))
    survei, biasa = (i.id for s in workspace.arsip.sasaran(camat.id) for i in workspace.arsip.indikator(s.id))
    (formulasi,) = workspace.arsip.formulasi(survei)
    workspace.ubah(replace(formulasi, jenis=JenisFormulasi.SKM))
    unsur = [(IsiSel(formulasi.id, 1, nama, Decimal(3))) for nama, _ in UNSUR_SKM]
    workspace.isi_banyak(unsur)
    hasil = ringkas(workspace, dokumen, 1)
    assert [j.bobot for j in hasil.jabatan] == [3, None]
    mutu = {i.id: i.mutu for i in (*hasil.ekstrem.tertinggi, *hasil.ekstrem.terendah)}
    assert (mutu[survei], mutu[biasa]) == ("C (Kurang Baik)", "")


def test_years_with_a_gap_where_the_file_has_none() -> None:
    kantor = Kantor()
    nomor = {t: kantor.tahun(t) for t in (2020, 2023, 2025, 2026, 2027)}
    for tahun, dokumen in nomor.items():
        kantor.jabatan(dokumen, "Camat", (tahun - 1950,))
    workspace = kantor.buka()
    lintasan = lintasan_tahun(workspace, nomor[2026])
    assert [(t.tahun, t.capaian) for t in lintasan.titik] == [
        (2023, 73),
        (2024, None),
        (2025, 75),
        (2026, 76),
    ]
    assert [t.node_id for t in lintasan.titik] == [KECAMATAN, 0, KECAMATAN, KECAMATAN]
    assert [t.tahun for t in lintasan_tahun(workspace, nomor[2020]).titik] == [2020]


def test_a_post_is_known_by_its_name_alone_where_it_is_the_only_one() -> None:
    kantor = Kantor()
    nomor = {t: kantor.tahun(t) for t in (2023, 2024, 2025, 2026)}
    satu = kantor.jabatan(nomor[2023], "kasi  pemerintahan", (60,))
    kantor.jabatan(nomor[2024], "Kasi Pemerintahan", (70,))
    kantor.jabatan(nomor[2024], "Kasi Pemerintahan", (71,))
    kantor.jabatan(nomor[2025], "Kasi Lain", (80,))
    kini = kantor.jabatan(nomor[2026], "Kasi Pemerintahan", (90,))
    kantor.jabatan(nomor[2026], "Kasi Pemerintahan", (95,))
    lintasan = lintasan_tahun(kantor.buka(), nomor[2026], kini)
    assert [t.capaian for t in lintasan.titik] == [60, None, None, 90]
    assert [t.node_id for t in lintasan.titik] == [satu, 0, 0, kini]


@pytest.mark.parametrize("periode", [1, 2, 3, 4, Sampai(1), Sampai(3), None])
def test_what_is_computed_beforehand_is_all_that_is_needed(periode, monkeypatch) -> None:
    kantor = Kantor()
    nomor = {t: kantor.tahun(t) for t in (2019, 2022, 2024, 2025, 2026, 2027)}
    for tahun, dokumen in nomor.items():
        kantor.jabatan(dokumen, "Camat", (tahun - 1950, 60, 70, 80), (50,))
    workspace = kantor.buka()
    dokumen, camat = nomor[2026], workspace.arsip.jabatan(nomor[2026])[0].id
    diminta = list(perlu(workspace, dokumen, periode))
    assert len(diminta) == len(set(diminta))
    for jabatan_id, satu in diminta:
        workspace.hasil(jabatan_id, satu)

    def gagal(*_: object) -> None:
        raise AssertionError("an indicator is computed after all")

    monkeypatch.setattr(workspace.arsip, "pengisian", gagal)
    ringkas(workspace, dokumen, periode)
    for jabatan_id in (0, camat):
        lintasan_triwulan(workspace, dokumen, jabatan_id, sampai=isinstance(periode, Sampai))
        lintasan_tahun(workspace, dokumen, jabatan_id)
