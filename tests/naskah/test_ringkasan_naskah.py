"""The summary as a report: the window's figures, charts that say everything in words, honest gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Arah, Realisasi, Target
from iki_desktop.core.ringkasan import Ringkasan, lintasan_tahun, ringkas
from iki_desktop.core.snapshot import IndikatorUtuh, Snapshot, hitung_dokumen, potret_lalu
from iki_desktop.core.triwulan import SEMUA_PERIODE, Periode, Sampai
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.naskah.grafik import Batang, Grafik, ujung_skala
from iki_desktop.naskah.laporan import compose_laporan, susun_laporan
from iki_desktop.naskah.laporan.angka_ringkasan import ringkasan_bahan, titik_tahun
from iki_desktop.naskah.laporan.bahan import siapkan
from iki_desktop.naskah.laporan.isi import Bagian, teks_nilai
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_laporan import terisi
from tests.naskah.kantor_naskah import DATA, formulasi, indikator, jabatan, sasaran, snapshot, snapshot_data


def berangka(teks: str, *realisasi: str | None, target: str = "100", pj: str | None = None) -> IndikatorUtuh:
    """An indicator whose capaian in the quarters are these percentages."""
    rumus = formulasi("jumlah")
    isi = [None if r is None else Realisasi(1, n, nilai=Decimal(r)) for n, r in enumerate(realisasi, 1)]
    satu, dua, tiga, empat = [*isi, None, None, None, None][:4]
    sasar = Target(Decimal(target), (Decimal(target),) * 4)
    return indikator(
        teks,
        replace(rumus, realisasi=(satu, dua, tiga, empat)),
        arah=Arah.NAIK,
        target=sasar,
        penanggung_jawab=pj,
    )


def kantor(*capaian: Sequence[str | None], tahun: int = 2026) -> Snapshot:
    """An office of posts with one indicator each, by their capaian in the quarters."""
    semua = (
        jabatan(f"Jabatan {n}", sasaran("s", berangka(f"Indikator {n}", *satu)))
        for n, satu in enumerate(capaian, 1)
    )
    return snapshot(*semua, tahun=tahun)


def bagian(snap: Snapshot, periode: Periode, *lalu: Snapshot) -> tuple[Bagian, ...]:
    return susun_laporan("ringkasan", snap, triwulan=periode, lalu=lalu)


def kata(satu: Bagian) -> list[list[str]]:
    return [[teks_nilai(nilai) for nilai in baris.sel] for baris in satu.baris]


class Gudang:
    """A store for what is only looked at."""

    def apply(self, *_: object) -> None:
        raise AssertionError


def workspace(nama: str) -> Workspace:
    arsip = Arsip()
    _, perubahan = rencana_impor(arsip, baca_iki_json(DATA / f"{nama}.json"), count(1).__next__)
    return Workspace(Gudang(), [p.after for p in perubahan if p.after is not None])


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
@pytest.mark.parametrize("nama", ["biatan", "camplong", "lengkap"])
def test_its_figures_are_those_of_the_window(nama: str, periode: Periode) -> None:
    ruang = workspace(nama)
    for kecamatan in ruang.arsip.kecamatan():
        for dokumen in ruang.arsip.dokumen(kecamatan.id):
            lalu = potret_lalu(ruang.arsip, dokumen.id, 4)
            bahan = siapkan(ruang.arsip.snapshot(dokumen.id), periode, None, lalu=lalu)
            jendela: Ringkasan = ringkas(ruang, dokumen.id, periode)
            assert ringkasan_bahan(bahan) == jendela
            if titik := titik_tahun(bahan):
                semula = lintasan_tahun(ruang, dokumen.id).titik
                assert [(t.tahun, t.capaian) for t in titik] == [(t.tahun, t.capaian) for t in semula]


def test_bars_say_number_and_class_and_gaps_say_why() -> None:
    snap = kantor(("80",), (None, "70"), ("0",), ("260",))
    kosong = jabatan("Tanpa", sasaran("s"))
    snap = replace(snap, jabatan=(*snap.jabatan, kosong))
    triwulan, per_jabatan = bagian(snap, 1)[0].grafik
    assert per_jabatan.judul == "Capaian per jabatan, Triwulan I 2026"
    assert per_jabatan.batang == (
        Batang("Jabatan 1", Decimal(80), "80,00 %", "Tinggi", (1, 5)),
        Batang("Jabatan 2", kata="belum ada isian"),
        Batang("Jabatan 3", Decimal(0), "0,00 %", "Sangat Rendah", (4, 5)),
        Batang("Jabatan 4", Decimal(260), "260,00 %", "Sangat Tinggi", (0, 5)),
        Batang("Tanpa", kata="belum ada indikator"),
    )
    assert per_jabatan.ujung == 200
    assert [b.nama for b in triwulan.batang] == ["TW I", "TW II", "TW III", "TW IV"]


def test_a_quarter_knows_nothing_of_later_ones() -> None:
    snap = kantor(("80", None, "90", "95"))
    (triwulan, _) = bagian(snap, 3)[0].grafik
    assert [(b.angka, b.kata) for b in triwulan.batang] == [
        ("80,00 %", "Tinggi"),
        ("", "belum ada"),
        ("90,00 %", "Tinggi"),
        ("", ""),
    ]


def test_a_running_year_has_its_own_column_and_bars() -> None:
    utama, menonjol = bagian(kantor(("80", "60"), ("70", None)), Sampai(2))
    triwulan, per_jabatan = utama.grafik
    assert per_jabatan.judul == "Capaian per jabatan, s.d. Triwulan II 2026"
    assert [b.angka for b in triwulan.batang] == ["75,00 %", "60,00 %", "", ""]
    assert [k.judul for k in utama.kolom][2:7] == ["TW I", "TW II", "TW III", "TW IV", "s.d. TW II"]
    assert [baris[-3] for baris in kata(utama)] == [
        b.angka.removesuffix(" %") for b in per_jabatan.batang
    ] + [utama.kepala[0][1].split(" %")[0]]
    assert "Sebelumnya (%)" in [k.judul for k in menonjol.kolom]


def test_years_stand_in_a_report_of_the_year_alone_and_keep_their_gaps() -> None:
    kini, dahulu, lama = (kantor((c,), tahun=t) for c, t in (("90", 2026), ("80", 2024), ("70", 2015)))
    assert [g.judul for g in bagian(kini, 4, dahulu)[0].grafik] == [
        "Capaian tiap triwulan",
        "Capaian per jabatan, Triwulan IV 2026",
    ]
    _, tahun, _ = bagian(kini, None, lama, dahulu)[0].grafik
    assert [(b.nama, b.kata) for b in tahun.batang] == [
        ("2024", "Tinggi"),
        ("2025", "belum ada"),
        ("2026", "Tinggi"),
    ]
    assert len(bagian(kini, None)[0].grafik) == 2
    assert len(bagian(kini, None, kantor((None,), tahun=2025))[0].grafik) == 2


def kepala(snap: Snapshot, periode: Periode, *lalu: Snapshot) -> dict[str, str]:
    return dict(bagian(snap, periode, *lalu)[0].kepala)


def test_the_head_compares_with_the_quarter_or_the_year_before() -> None:
    kini, dahulu = kantor(("80", "90")), kantor(("60", None, None, "75"), tahun=2025)
    assert kepala(kini, 2)["Perubahan"] == "naik 10 dari TW I (80,00 %)"
    assert kepala(kini, 1, dahulu)["Perubahan"] == "naik 5 dari TW IV 2025 (75,00 %)"
    assert "Perubahan" not in kepala(kini, 1)
    assert kepala(kini, None, dahulu)["Perubahan"].endswith("dari tahun 2025 (135,00 %)")
    assert kepala(kini, 3) == {
        "Capaian kecamatan": "belum ada",
        "Jabatan bercapaian": "0 dari 1",
        "Formulasi terisi": "0 dari 1",
    }


def test_entries_without_a_target_are_counted() -> None:
    tanpa = replace(berangka("x", "5").indikator, target=None)
    snap = snapshot(jabatan("A", sasaran("s", replace(berangka("x", "5"), indikator=tanpa))))
    assert kepala(snap, 1)["Tanpa target"] == "1 indikator terisi, tetapi belum bertarget"


def test_indicators_that_stand_out_by_group() -> None:
    snap = kantor(("90", "60"), ("70", "100"), ("80", "80"))
    _, menonjol = bagian(snap, 2)
    assert [k.judul for k in menonjol.kolom][3:6] == ["Sebelumnya (%)", "Capaian (%)", "Selisih"]
    assert kata(menonjol) == [
        ["Indikator tertinggi"],
        ["1", "Indikator 2", "Jabatan 2", "70,00", "100,00", "30,00", "Sangat Tinggi"],
        ["2", "Indikator 3", "Jabatan 3", "80,00", "80,00", "0,00", "Tinggi"],
        ["Indikator terendah"],
        ["1", "Indikator 1", "Jabatan 1", "90,00", "60,00", "−30,00", "Rendah"],
        ["Turun terbanyak"],
        ["1", "Indikator 1", "Jabatan 1", "90,00", "60,00", "−30,00", "Rendah"],
    ]


def test_without_a_quarter_before_nothing_is_compared() -> None:
    for periode in (1, None):
        _, menonjol, *_ = bagian(kantor(("90", "60"), ("70", "70")), periode)
        assert len(menonjol.kolom) == 5
        assert ["Turun terbanyak"] not in kata(menonjol)


def test_sentences_stand_where_rows_would() -> None:
    _, menonjol = bagian(kantor(("90", "90"), ("90", "90")), 2)
    assert ["Semua indikator yang bercapaian sama tinggi."] in kata(menonjol)
    assert ["Tidak ada indikator yang turun dari TW I."] in kata(menonjol)
    _, sama = bagian(kantor(*(("90",),) * 8, ("10",)), 1)
    assert ["Dan 3 indikator lain yang sama tinggi."] in kata(sama)


def test_what_is_empty_is_counted_by_post_and_by_person() -> None:
    isi = [berangka("a", None, pj="Budi"), berangka("b", "1", pj="Budi"), berangka("c", None, pj=None)]
    snap = snapshot(jabatan("A", sasaran("s", *isi)), jabatan("B", sasaran("s", berangka("d", "1"))))
    assert kata(bagian(snap, 1)[-1]) == [
        ["Per jabatan"],
        ["1", "A", "2", "3"],
        ["Per penanggung jawab"],
        ["1", "Budi", "1", "2"],
        ["2", "Tanpa penanggung jawab", "1", "2"],
    ]


def test_the_last_part_is_signed_and_parts_share_pages() -> None:
    semua = bagian(kantor(("90", None), ("70", None)), 1)
    assert [b.sambung for b in semua] == [False, True]
    assert [b.penutup is not None for b in semua] == [False, True]
    assert [bool(b.catatan) for b in semua] == [False, True]
    (kosong,) = bagian(snapshot(), 1)
    assert (kosong.grafik, kosong.penutup is not None) == ((), True)
    naskah = compose_laporan("ringkasan", kantor(("90",), ("70",)), triwulan=1)
    assert not naskah.lembaran[0].mendatar
    assert naskah.halaman.ukuran_tabel == 9.0


def test_a_recap_has_its_charts_behind_it_where_asked_for() -> None:
    snap = kantor(("80",), ("70",))
    (biasa,) = susun_laporan("rekap", snap, triwulan=1)
    rekap, gambar = susun_laporan("rekap", snap, triwulan=1, grafik=True)
    assert rekap == biasa
    assert gambar.judul[0] == "GRAFIK CAPAIAN KINERJA TRIWULAN I"
    assert gambar.grafik == bagian(snap, 1)[0].grafik
    teks = list(semua_teks(compose_laporan("rekap", snap, triwulan=1, grafik=True)))
    assert (
        teks.index(
            "REKAPITULASI CAPAIAN KINERJA TRIWULAN I\nKECAMATAN CONTOH KABUPATEN PERCOBAAN\nTAHUN 2026"
        )
        == 0
    )
    assert "Capaian per jabatan, Triwulan I 2026" in teks
    assert len(susun_laporan("rekap", snapshot(), triwulan=1, grafik=True)) == 1


def test_words_are_read_as_they_stand() -> None:
    batang = (Batang("TW I", Decimal(80), "80 %", "Tinggi"), Batang("TW II", kata="belum ada"))
    naskah = compose_laporan("ringkasan", snapshot(), triwulan=1)

    def teks(grafik: Grafik) -> list[str]:
        (lembaran,) = naskah.lembaran
        return list(semua_teks(replace(naskah, lembaran=(replace(lembaran, blok=(grafik,)),))))

    label = "target 100 %"
    assert teks(Grafik("j", batang)) == ["j", label, "TW I", "80 %", "Tinggi", "TW II", "belum ada"]
    assert teks(Grafik("j", batang, tegak=True)) == [
        "j",
        label,
        "TW I",
        "TW II",
        "80 %",
        "Tinggi",
        "belum ada",
    ]
    assert teks(Grafik("j", batang[1:])) == ["j", "TW II", "belum ada"]


@pytest.mark.parametrize("nilai, ujung", [((), 120), (("90",), 120), (("150", "3"), 150), (("26000",), 200)])
def test_the_scale_holds_the_longest_within_bounds(nilai: tuple[str, ...], ujung: int) -> None:
    assert ujung_skala(map(Decimal, nilai)) == ujung


def test_a_very_long_name_is_short_beside_its_bar_and_whole_in_the_table() -> None:
    nama = "Kepala\nSeksi " + "panjang " * 60
    snap = snapshot(jabatan(nama, sasaran("s", berangka("a", "50"))))
    utama = bagian(snap, 1)[0]
    assert len(utama.grafik[-1].batang[0].nama) == 160
    assert "\n" not in utama.grafik[-1].batang[0].nama
    assert kata(utama)[0][1] == nama


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_a_bar_for_every_post_of_a_real_office(nama: str) -> None:
    snap = terisi(snapshot_data(nama))
    hasil = hitung_dokumen(snap, 2)
    batang = bagian(snap, 2)[0].grafik[-1].batang
    assert [b.nilai for b in batang] == [j.hasil.capaian for j in hasil.jabatan]
