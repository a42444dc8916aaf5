"""Reports: every figure is core's, every text that belongs there is there, gaps are honest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iki_desktop.core.capaian import Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.errors import IkiError
from iki_desktop.core.penjelasan import jelaskan_indikator
from iki_desktop.core.records import Arah, PengaturanCapaian, Realisasi, Target
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, Snapshot, hitung_dokumen
from iki_desktop.core.uraian import tulis_nilai
from iki_desktop.naskah.blok import Naskah, PasanganTandaTangan, Tabel, TandaTangan
from iki_desktop.naskah.laporan import JENIS_LAPORAN, compose_laporan, susun_laporan
from iki_desktop.naskah.laporan.isi import Angka, Bagian, Baris, Keterangan, Nilai, teks_nilai
from iki_desktop.naskah.laporan.sel import angka, satuan
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_laporan import terisi
from tests.naskah.kantor_naskah import (
    JAHAT,
    KOSONG,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    sasaran,
    snapshot,
    snapshot_data,
)

KANTOR = ("biatan", "camplong", "lengkap")
SEMUA_PERIODE = (1, 2, 3, 4, None)
BERSASARAN = ("pengukuran", "pengukuran-rinci", "individu", "rencana-aksi", "perjanjian-kinerja", "lkjip")
RINGKAS = ("rekap", "ringkasan")
"""Those that name every jabatan, but not every indicator."""


def kantor(nama: str) -> Snapshot:
    return terisi(snapshot_data(nama), len(nama))


def datar(baris: tuple[Baris, ...], awal: tuple[Nilai, ...] = ()) -> Iterator[tuple[Nilai, ...]]:
    """The rows as they stand, what is beside many of them in each."""
    for satu in baris:
        penuh = (*awal, satu.sel[0], *(None,) * (satu.rentang - 1), *satu.sel[1:])
        if satu.anak:
            yield from datar(satu.anak, penuh)
        else:
            yield penuh


def isi_saja(bagian: Bagian) -> list[tuple[Nilai, ...]]:
    """The rows that are no titles and no means."""
    return list(datar(tuple(b for b in bagian.baris if b.rentang == 1)))


def rata(bagian: Bagian) -> list[Nilai]:
    return [b.sel[1] for b in bagian.baris if 1 < b.rentang < len(bagian.kolom)]


def semua_indikator(snap: Snapshot) -> list[IndikatorUtuh]:
    return [i for j in snap.jabatan for s in j.sasaran for i in s.indikator]


def semua_hasil(snap: Snapshot, periode: int | None) -> list[HasilIndikator]:
    hasil = hitung_dokumen(snap, periode)
    return [i for j in hasil.jabatan for s in j.sasaran for i in s.indikator]


# --- what core says, as a cell ------------------------------------------------------------------


def sel_capaian(hasil: HasilIndikator | HasilInduk, aturan: Aturan) -> str:
    if hasil.capaian is not None:
        return Angka(aturan.tampil(hasil.capaian), aturan.desimal).teks
    gagal = isinstance(hasil, HasilIndikator) and hasil.realisasi is not None and hasil.target is not None
    return "tidak dapat dihitung" if gagal else "–"


def sel_realisasi(utuh: IndikatorUtuh, hasil: HasilIndikator, aturan: Aturan) -> str:
    if hasil.realisasi is not None:
        persen = satuan(utuh).casefold() in ("%", "persen")
        return tulis_nilai(hasil.realisasi, persen, aturan).removesuffix(" %")
    if any(h.sebab and h.triwulan for h in hasil.formulasi):
        return "tidak dapat dihitung"
    return "belum lengkap" if any(h.sebab for h in hasil.formulasi) else "–"


def sel_target(hasil: HasilIndikator) -> str:
    return "–" if hasil.target is None else Angka(hasil.target).teks


def kata(baris: tuple[Nilai, ...]) -> list[str]:
    return [teks_nilai(nilai) for nilai in baris]


# --- figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
@pytest.mark.parametrize("nama", KANTOR)
def test_quarters_side_by_side_show_cores_figures(nama: str, periode: int | None) -> None:
    snap = kantor(nama)
    (bagian,) = susun_laporan("pengukuran", snap, triwulan=periode)
    hasil = {p: semua_hasil(snap, p) for p in SEMUA_PERIODE}
    baris = isi_saja(bagian)
    assert len(baris) == len(semua_indikator(snap))
    for n, utuh in enumerate(semua_indikator(snap)):
        tampil = [t for t in (1, 2, 3, 4) if periode is None or t <= periode]
        kuartal = [sel_realisasi(utuh, hasil[t][n], snap.aturan) for t in tampil]
        kuartal += [""] * (4 - len(kuartal))
        if periode is None:
            kuartal.append(sel_realisasi(utuh, hasil[None][n], snap.aturan))
        utama = hasil[periode][n]
        harus = [sel_target(utama), *kuartal, sel_capaian(utama, snap.aturan)]
        assert kata(baris[n])[2:] == [utuh.indikator.teks, satuan(utuh), *harus]


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
@pytest.mark.parametrize("nama", KANTOR)
def test_a_row_a_quarter_shows_cores_figures(nama: str, periode: int | None) -> None:
    snap = kantor(nama)
    (bagian,) = susun_laporan("pengukuran-rinci", snap, triwulan=periode)
    baris = isi_saja(bagian)
    tiap = 5 if periode is None else 4
    assert len(baris) == tiap * len(semua_indikator(snap))
    for p in SEMUA_PERIODE[:tiap]:
        for n, (utuh, satu) in enumerate(zip(semua_indikator(snap), semua_hasil(snap, p), strict=True)):
            sel = kata(baris[tiap * n + (4 if p is None else p - 1)])[5:]
            nama_baris = "Setahun" if p is None else ("I", "II", "III", "IV")[p - 1]
            angka_sel = [sel_realisasi(utuh, satu, snap.aturan), sel_capaian(satu, snap.aturan)]
            if p is not None and periode is not None and p > periode:
                angka_sel = ["", ""]
            assert sel[:4] == [nama_baris, sel_target(satu), *angka_sel]


@pytest.mark.parametrize("jenis", ["pengukuran", "pengukuran-rinci", "lkjip"])
def test_means_are_those_of_core(jenis: str) -> None:
    snap = kantor("biatan")
    (bagian,) = susun_laporan(jenis, snap, triwulan=None)
    hasil = hitung_dokumen(snap, None)
    semua = [h.hasil for u, h in zip(snap.jabatan, hasil.jabatan, strict=True) if u.sasaran]
    harus = [sel_capaian(h, snap.aturan) for h in (*semua, hasil.hasil)]
    assert [teks_nilai(n) for n in rata(bagian)] == harus
    assert len(harus) > 5


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
def test_the_recap_shows_every_jabatan(periode: int | None) -> None:
    snap = kantor("biatan")
    (bagian,) = susun_laporan("rekap", snap, triwulan=periode)
    hasil = {p: hitung_dokumen(snap, p) for p in SEMUA_PERIODE}
    tampil = [p for p in SEMUA_PERIODE if periode is None or (p is not None and p <= periode)]
    for n, (utuh, baris) in enumerate(zip(snap.jabatan, isi_saja(bagian), strict=True)):
        utama = hasil[periode].jabatan[n].hasil
        capaian = [sel_capaian(hasil[p].jabatan[n].hasil, snap.aturan) for p in tampil]
        capaian += [""] * ((5 if periode is None else 4) - len(capaian))
        isian = f"{utama.terisi} dari {utama.jumlah}"
        harus = [str(n + 1), utuh.jabatan.nama, *capaian, utama.kategori or "–", isian]
        assert kata(baris) == harus
    (terakhir,) = (b for b in bagian.baris if b.rentang == 2)
    seluruh = hasil[periode].hasil
    assert kata(terakhir.sel)[-1] == f"{seluruh.terisi} dari {seluruh.jumlah}"


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
def test_a_person_s_report_shows_cores_figures(periode: int | None) -> None:
    snap = kantor("biatan")
    semua = susun_laporan("individu", snap, triwulan=periode, penjelasan=True)
    baris = [b for bagian in semua for b in isi_saja(bagian)]
    hasil = semua_hasil(snap, periode)
    for utuh, satu, sel in zip(semua_indikator(snap), hasil, baris, strict=True):
        assert kata(sel)[2:8] == [
            utuh.indikator.teks, satuan(utuh), sel_target(satu), sel_realisasi(utuh, satu, snap.aturan),
            sel_capaian(satu, snap.aturan), satu.kategori or "–",
        ]  # fmt: skip
    rata = ("sasaran ", *(f"{j.jabatan.nama}: ".lower() for j in snap.jabatan))
    kalimat = [t for bagian in semua for t in bagian.penjelasan if not t.lower().startswith(rata)]
    for utuh, teks in zip(semua_indikator(snap), kalimat, strict=True):
        isian = [(f.formulasi, f.realisasi) for f in utuh.formulasi]
        assert teks == (
            f"{utuh.indikator.teks}: {jelaskan_indikator(utuh.indikator, isian, snap.aturan, periode)}"
        )


@pytest.mark.parametrize("periode", SEMUA_PERIODE)
def test_the_sheet_to_retype_holds_one_value_a_cell(periode: int | None) -> None:
    snap = kantor("camplong")
    (bagian,) = susun_laporan("esakip", snap, triwulan=periode)
    assert [k.judul for k in bagian.kolom] == [
        "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)",
    ]  # fmt: skip
    assert all(not b.anak for b in bagian.baris)
    hasil = semua_hasil(snap, periode)
    for utuh, satu, sel in zip(semua_indikator(snap), hasil, isi_saja(bagian), strict=True):
        assert kata(sel) == [
            utuh.indikator.teks, satuan(utuh), sel_target(satu),
            sel_realisasi(utuh, satu, snap.aturan), sel_capaian(satu, snap.aturan),
        ]  # fmt: skip


def test_the_table_of_the_year_ignores_quarters() -> None:
    snap = kantor("biatan")
    assert susun_laporan("lkjip", snap, triwulan=2) == susun_laporan("lkjip", snap, triwulan=None)
    (bagian,) = susun_laporan("lkjip", snap, triwulan=None)
    hasil = semua_hasil(snap, None)
    for utuh, satu, sel in zip(semua_indikator(snap), hasil, isi_saja(bagian), strict=True):
        assert kata(sel)[1:] == [
            utuh.indikator.teks, satuan(utuh), sel_target(satu), sel_realisasi(utuh, satu, snap.aturan),
            sel_capaian(satu, snap.aturan), satu.kategori or "–",
        ]  # fmt: skip


def test_plan_shows_the_targets_and_who_answers() -> None:
    target = Target(Decimal(12), (Decimal(3), None, Decimal("4.5"), Decimal(5)))
    hitung = indikator("laporan", formulasi("jumlah"), satuan="dokumen", target=target)
    taraf = indikator("indeks", formulasi("nilai"), target=Target(Decimal(85)), penanggung_jawab="Kasi A")
    (bagian,) = susun_laporan(
        "rencana-aksi", snapshot(jabatan("Camat", sasaran("s", hitung, taraf))), triwulan=2
    )
    assert [kata(b)[2:] for b in isi_saja(bagian)] == [
        ["laporan", "dokumen", "12", "3", "–", "4,5", "5", "Camat"],
        ["indeks", "", "85", "85", "85", "85", "85", "Kasi A"],
    ]


def test_an_agreement_says_targets_in_figures_or_in_words() -> None:
    semua = (
        indikator("a", formulasi("rasio"), target=Target(Decimal(90))),
        indikator("b", satuan="laporan", target=Target(Decimal(1200))),
        indikator("c", target=Target(teks="12 (dua belas) bulan")),
        indikator("d"),
    )
    (bagian,) = susun_laporan(
        "perjanjian-kinerja", snapshot(jabatan("Camat", sasaran("s", *semua))), triwulan=None
    )
    assert [kata(b)[3] for b in isi_saja(bagian)] == ["90 %", "1.200 laporan", "12 (dua belas) bulan", "–"]


# --- gaps ---------------------------------------------------------------------------------------


def rasio(pembilang: int | None = None, penyebut: int | None = None) -> FormulasiUtuh:
    """A ratio with these entries in its first quarter, or with none."""
    atas, bawah = (None if x is None else Decimal(x) for x in (pembilang, penyebut))
    isian = None if atas is None and bawah is None else Realisasi(1, 1, atas, bawah)
    return replace(formulasi("rasio"), realisasi=(isian, None, None, None))


def satu_baris(utuh: IndikatorUtuh, triwulan: int | None = None, **dokumen: Any) -> tuple[Nilai, ...]:
    snap = snapshot(jabatan("Camat", sasaran("s", utuh)), **dokumen)
    (bagian,) = susun_laporan("esakip", snap, triwulan=triwulan)
    (baris,) = isi_saja(bagian)
    return baris[2:]


TARGET = Target(Decimal(80))


@pytest.mark.parametrize(
    "utuh, harus",
    [
        (indikator("x", rasio(), target=TARGET), (Angka(Decimal(80)), "–", "–")),
        (
            indikator("x", rasio(5, 0), target=TARGET),
            (Angka(Decimal(80)), Keterangan("tidak dapat dihitung"), "–"),
        ),
        (
            indikator("x", rasio(5, None), target=TARGET),
            (Angka(Decimal(80)), Keterangan("belum lengkap"), "–"),
        ),
        (
            indikator("x", rasio(0, 10), target=TARGET),
            (Angka(Decimal(80)), Angka(Decimal("0.00"), 2), Angka(Decimal("0.00"), 2)),
        ),
        (indikator("x", rasio(5, 10)), ("–", Angka(Decimal("50.00"), 2), "–")),
        (
            indikator("x", rasio(5, 10), target=Target(Decimal(0))),
            (Angka(Decimal(0)), Angka(Decimal("50.00"), 2), Keterangan("tidak dapat dihitung")),
        ),
        (
            indikator("x", rasio(0, 10), target=Target(Decimal(0)), arah=Arah.TURUN),
            (Angka(Decimal(0)), Angka(Decimal("0.00"), 2), Angka(Decimal("100.00"), 2)),
        ),
        (indikator("x", formulasi("teks"), target=Target(teks="12 bulan")), ("12 bulan", "–", "–")),
    ],
)
def test_what_stands_where_there_is_no_figure(utuh: IndikatorUtuh, harus: tuple[Nilai, ...]) -> None:
    assert satu_baris(utuh) == harus


def test_a_target_in_words_is_the_years() -> None:
    utuh = indikator("x", formulasi("teks"), target=Target(teks="12 bulan"))
    assert satu_baris(utuh, triwulan=1)[0] == "–"


def test_units_of_percent_have_the_documents_decimals() -> None:
    capaian = PengaturanCapaian(desimal=1, pembulatan="potong")
    ada = rasio(2, 3)
    assert satu_baris(indikator("x", ada, target=TARGET), capaian=capaian)[1] == Angka(Decimal("66.6"), 1)
    nilai = replace(formulasi("nilai"), realisasi=(Realisasi(1, 1, nilai=Decimal("82.25")), *KOSONG[1:]))
    assert satu_baris(indikator("x", nilai), capaian=capaian)[1] == Angka(Decimal("82.25"))
    assert satu_baris(indikator("x", nilai, satuan="Persen"), capaian=capaian)[1] == Angka(Decimal("82.2"), 1)


@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=7) | st.integers(-(10**12), 10**12).map(Decimal),
    st.booleans(),
    st.integers(0, 4),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_numbers_are_written_as_in_the_sentences(
    nilai: Decimal, persen: bool, desimal: int, potong: bool
) -> None:
    aturan = Aturan(desimal=desimal, potong=potong)
    assert angka(nilai, aturan, persen=persen).teks == tulis_nilai(nilai, persen, aturan).removesuffix(" %")


def test_notes_of_a_year_name_their_quarter() -> None:
    satu, dua, tiga, empat = (Realisasi(1, n, catatan=f"kendala {n}") for n in (1, 2, 3, 4))
    isian = replace(formulasi("jumlah"), realisasi=(satu, dua, tiga, empat))
    snap = snapshot(jabatan("C", sasaran("s", indikator("x", isian))))
    (tahun,) = susun_laporan("individu", snap, triwulan=None)
    assert isi_saja(tahun)[0][-1] == "\n".join(
        f"TW {r}: kendala {n}" for n, r in enumerate(("I", "II", "III", "IV"), 1)
    )
    (kedua,) = susun_laporan("individu", snap, triwulan=2)
    assert isi_saja(kedua)[0][-1] == "kendala 2"
    (rinci,) = susun_laporan("pengukuran-rinci", snap, triwulan=2)
    assert [b[-1] for b in isi_saja(rinci)] == ["kendala 1", "kendala 2", None, None]


# --- texts --------------------------------------------------------------------------------------


def teks_naskah(jenis: str, snap: Snapshot, **pilihan: object) -> list[str]:
    return list(semua_teks(compose_laporan(jenis, snap, triwulan=None, **pilihan)))  # type: ignore[arg-type]


@pytest.mark.parametrize("nama", [*KANTOR, "ekstrem"])
@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
def test_every_text_that_belongs_there_stands_there(jenis: str, nama: str) -> None:
    snap = kantor_ekstrem() if nama == "ekstrem" else kantor(nama)
    teks = "\n".join(teks_naskah(jenis, snap))
    for utuh in snap.jabatan:
        assert utuh.jabatan.nama in teks
        if jenis in RINGKAS:
            continue
        for s in utuh.sasaran:
            assert s.sasaran.teks in teks or jenis not in BERSASARAN
            for i in s.indikator:
                assert i.indikator.teks in teks
                assert (i.indikator.satuan or "") in teks


@pytest.mark.parametrize("jenis", [j for j, laporan in JENIS_LAPORAN.items() if laporan.satu_jabatan])
def test_one_jabatan_is_reported_alone(jenis: str) -> None:
    snap = kantor("biatan")
    pilih, lain = snap.jabatan[1], snap.jabatan[3]
    teks = "\n".join(teks_naskah(jenis, snap, jabatan_id=pilih.jabatan.id))
    assert pilih.jabatan.nama in teks
    assert lain.sasaran[0].indikator[0].indikator.teks not in teks
    with pytest.raises(IkiError):
        compose_laporan(jenis, snap, triwulan=None, jabatan_id=-1)


def test_explanations_follow_the_table() -> None:
    snap = kantor("biatan")
    (bagian,) = susun_laporan("individu", snap, triwulan=1, penjelasan=True, jabatan_id=101)
    teks = teks_naskah("individu", snap, penjelasan=True, jabatan_id=101)
    (tahun,) = susun_laporan("individu", snap, triwulan=None, penjelasan=True, jabatan_id=101)
    assert "Penjelasan angka" in teks
    assert set(tahun.penjelasan) <= set(teks)
    assert len(bagian.penjelasan) == len(snap.jabatan[1].sasaran[0].indikator) + 2


def test_reports_of_each_jabatan_bear_its_bookmark() -> None:
    snap = kantor("biatan")
    bagian = susun_laporan("individu", snap, triwulan=1)
    assert [(b.nama, b.node_id) for b in bagian] == [(j.jabatan.nama, j.jabatan.id) for j in snap.jabatan]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        compose_laporan("lain", snapshot(), triwulan=None)


@pytest.mark.parametrize("jenis", JENIS_LAPORAN)
@pytest.mark.parametrize(
    "snap", [snapshot(), snapshot(jabatan("Camat")), snapshot(jabatan("Camat", sasaran("s")))]
)
def test_an_office_without_rows_says_so(jenis: str, snap: Snapshot) -> None:
    teks = "\n".join(teks_naskah(jenis, snap))
    if not snap.jabatan:
        assert "Belum ada jabatan." in teks
    elif jenis not in RINGKAS and not snap.jabatan[0].sasaran:
        assert "Belum ada indikator." in teks
    else:
        assert "Belum ada" not in teks


def test_titles_name_report_office_and_year() -> None:
    naskah = compose_laporan("pengukuran", kantor("biatan"), triwulan=3)
    assert "PENGUKURAN KINERJA TRIWULAN III\nKECAMATAN BIATAN KABUPATEN BERAU\nTAHUN 2026" in semua_teks(
        naskah
    )
    assert naskah.judul.startswith("Pengukuran kinerja")
    assert all(satu.mendatar for satu in naskah.lembaran)
    assert (naskah.halaman.kertas.nama, naskah.halaman.ukuran_tabel) == ("F4", 9.0)


def test_a_quarter_heads_its_target_and_capaian() -> None:
    (bagian,) = susun_laporan("pengukuran", kantor("biatan"), triwulan=2)
    assert [k.judul for k in bagian.kolom][4::5] == ["Target TW II", "Capaian TW II (%)"]
    assert {k.kelompok for k in bagian.kolom} == {"", "Realisasi"}


# --- signatures ---------------------------------------------------------------------------------


def penutup(naskah: Naskah) -> list[TandaTangan | PasanganTandaTangan]:
    return [
        b for satu in naskah.lembaran for b in satu.blok if isinstance(b, TandaTangan | PasanganTandaTangan)
    ]


def test_office_reports_are_signed_by_one_and_a_persons_by_two() -> None:
    snap = kantor("biatan")
    (satu,) = penutup(
        compose_laporan("pengukuran", snap, triwulan=1, tanggal=date(2026, 4, 2), tempat="Kota")
    )
    assert isinstance(satu, TandaTangan)
    assert satu.pembuka == ("Kota, 2 April 2026",)
    (dua,) = penutup(compose_laporan("pengukuran", snap, triwulan=1, jabatan_id=snap.jabatan[1].jabatan.id))
    assert isinstance(dua, PasanganTandaTangan)
    assert dua.kiri.pembuka == ("Mengetahui,",)
    assert penutup(compose_laporan("esakip", snap, triwulan=1)) == []


def test_statement_and_annex_are_signed_alike() -> None:
    snap = kantor("biatan")
    naskah = compose_laporan("perjanjian-kinerja", snap, triwulan=None, jabatan_id=snap.jabatan[1].jabatan.id)
    pernyataan, lampiran = penutup(naskah)
    assert pernyataan == lampiran
    assert isinstance(lampiran, PasanganTandaTangan)
    assert (lampiran.kiri.pembuka[1], lampiran.kanan.pembuka[1]) == ("Pihak Kedua,", "Pihak Pertama,")
    assert not naskah.lembaran[0].mendatar


def test_hostile_texts_stay_what_they_are() -> None:
    hitung = indikator(
        JAHAT, formulasi("jumlah"), satuan=JAHAT, penanggung_jawab=JAHAT, target=Target(teks=JAHAT)
    )
    snap = snapshot(jabatan(JAHAT, sasaran(JAHAT, hitung)))
    for jenis in JENIS_LAPORAN:
        naskah = compose_laporan(jenis, snap, triwulan=None, tempat=JAHAT)
        tabel = [b for satu in naskah.lembaran for b in satu.blok if isinstance(b, Tabel)]
        assert tabel
        assert JAHAT in "\n".join(semua_teks(naskah))
