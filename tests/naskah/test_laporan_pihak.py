"""Who signs a report, and the rules that stand under its table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iki_desktop.core.capaian import Aturan
from iki_desktop.core.records import Kelas, Keputusan, Pejabat, Penandatangan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import Cabang, Kolom, Paragraf, PasanganTandaTangan, Peran, Tabel, TandaTangan
from iki_desktop.naskah.kolom import kata_kolom, kelompok_kolom
from iki_desktop.naskah.laporan import susun_laporan
from iki_desktop.naskah.laporan.ketentuan import ketentuan_capaian, skala_tercetak
from iki_desktop.naskah.penutup import TITIK_TITIK
from tests.naskah.kantor_naskah import CAMAT, jabatan, office, snapshot

HARI = date(2026, 7, 2)
SEKRETARIS = Penandatangan("Sekretaris Kecamatan", "NAMA SEKRETARIS", "Pembina", "199002022011011001")


def kantor(*pejabat: Pejabat, keputusan: Keputusan | None = None, kota: bool = False) -> Snapshot:
    """Camat, Sekretaris under him, Kasi under the Sekretaris."""
    return snapshot(
        jabatan("Camat"),
        jabatan("Sekretaris", pemangku=SEKRETARIS, atasan_id=10),
        jabatan("Kepala Seksi Pemerintahan", atasan_id=11),
        jabatan("Pengurus Barang"),
        kecamatan=office(pejabat=pejabat or None, jenis_daerah="Kota" if kota else "Kabupaten"),
        keputusan=keputusan,
    )


def pasangan(snap: Snapshot, nomor: int, tanggal: date | None = HARI) -> PasanganTandaTangan:
    (bagian,) = susun_laporan("individu", snap, triwulan=1, jabatan_id=10 + nomor, tanggal=tanggal)
    assert isinstance(bagian.penutup, PasanganTandaTangan)
    return bagian.penutup


def camat(snap: Snapshot, tanggal: date | None = HARI) -> TandaTangan:
    (bagian,) = susun_laporan("rekap", snap, triwulan=1, tanggal=tanggal)
    assert isinstance(bagian.penutup, TandaTangan)
    return bagian.penutup


def siapa(satu: TandaTangan) -> tuple[str, str]:
    return satu.jabatan[-1], satu.nama


TERCATAT = Pejabat.dari(CAMAT, date(2026, 7, 1))
PUTUSAN = Keputusan(penandatangan=replace(CAMAT, nama="CAMAT LAMA"), tempat="Desa")


def test_the_holder_signs_at_the_right_the_superior_at_the_left() -> None:
    dua = pasangan(kantor(keputusan=PUTUSAN), 1)
    assert siapa(dua.kanan) == ("Sekretaris Kecamatan,", "NAMA SEKRETARIS")
    assert siapa(dua.kiri) == ("CAMAT,", "CAMAT LAMA")
    assert dua.kanan.pembuka == ("Desa, 2 Juli 2026",)


def test_the_superior_is_the_holder_of_the_jabatan_above() -> None:
    dua = pasangan(kantor(), 2)
    assert siapa(dua.kiri) == ("Sekretaris Kecamatan,", "NAMA SEKRETARIS")
    assert siapa(dua.kanan) == ("Kepala Seksi Pemerintahan,", TITIK_TITIK)
    assert dua.kanan.keterangan == ("NIP.",)


def test_a_holder_is_found_in_the_register_of_the_day() -> None:
    kasi = Pejabat("Kepala Seksi Pemerintahan Kecamatan Contoh", "NAMA KASI", berlaku_dari=date(2026, 7, 2))
    assert siapa(pasangan(kantor(kasi), 2).kanan)[1] == "NAMA KASI"
    assert siapa(pasangan(kantor(kasi), 2, date(2026, 7, 1)).kanan)[1] == TITIK_TITIK
    assert siapa(pasangan(kantor(kasi), 2, None).kanan)[1] == TITIK_TITIK
    lain = replace(kasi, jabatan="Kepala Seksi Pemerintahan dan Pertanahan")
    assert siapa(pasangan(kantor(lain), 2).kanan)[1] == TITIK_TITIK


def test_of_several_the_full_holder_signs_and_none_is_guessed() -> None:
    plt = replace(TERCATAT, nama="PELAKSANA", sebutan="Plt.")
    assert siapa(camat(kantor(plt, TERCATAT)))[1] == CAMAT.nama
    assert siapa(camat(kantor(plt)))[0] == "Plt. CAMAT,"
    dua = replace(TERCATAT, nama="CAMAT KEDUA")
    assert siapa(camat(kantor(dua, TERCATAT)))[1] == TITIK_TITIK


def test_the_register_goes_before_who_signed_the_decision() -> None:
    snap = kantor(replace(TERCATAT, jabatan="Camat Contoh"), keputusan=PUTUSAN)
    assert siapa(camat(snap))[1] == CAMAT.nama
    assert siapa(camat(snap, date(2026, 6, 30)))[1] == "CAMAT LAMA"
    assert camat(snap, None).pembuka == (f"Desa, {TITIK_TITIK} 2026",)


def test_nobody_known_leaves_room() -> None:
    satu = camat(kantor())
    assert siapa(satu) == ("CAMAT CONTOH,", TITIK_TITIK)
    assert satu.pembuka == ("Contoh, 2 Juli 2026",)


@pytest.mark.parametrize("kota, kepala", [(False, "BUPATI PERCOBAAN,"), (True, "WALI KOTA PERCOBAAN,")])
def test_above_the_camat_stands_the_regions_head(kota: bool, kepala: str) -> None:
    dua = pasangan(kantor(keputusan=PUTUSAN, kota=kota), 0)
    assert siapa(dua.kiri) == (kepala, TITIK_TITIK)
    assert dua.kiri.keterangan == ()
    assert siapa(dua.kanan)[1] == "CAMAT LAMA"


def test_a_regions_head_in_the_register_signs() -> None:
    dua = pasangan(kantor(Pejabat("Bupati Percobaan", "NAMA BUPATI")), 0)
    assert siapa(dua.kiri) == ("Bupati Percobaan,", "NAMA BUPATI")


def test_a_jabatan_without_a_superior_answers_to_the_camat() -> None:
    assert siapa(pasangan(kantor(keputusan=PUTUSAN), 3).kiri) == ("CAMAT,", "CAMAT LAMA")


def test_a_person_s_report_says_whose_it_is() -> None:
    (bagian,) = susun_laporan("individu", kantor(keputusan=PUTUSAN), triwulan=1, jabatan_id=11)
    assert bagian.kepala == (
        ("Perangkat Daerah", "Kecamatan Contoh"),
        ("Jabatan", "Sekretaris"),
        ("Pemangku", "NAMA SEKRETARIS"),
        ("NIP", "19900202 201101 1 001"),
        ("Atasan", "Camat, CAMAT LAMA"),
        ("Periode", "Triwulan I 2026"),
    )
    (tanpa,) = susun_laporan("individu", kantor(), triwulan=None, jabatan_id=13)
    assert tanpa.kepala[1:] == (
        ("Jabatan", "Pengurus Barang"), ("Atasan", "CAMAT CONTOH"), ("Periode", "Setahun 2026"),
    )  # fmt: skip


def test_a_jabatan_of_two_lines_is_one_line_in_a_head() -> None:
    orang = replace(CAMAT, jabatan="CAMAT CONTOH\nKABUPATEN PERCOBAAN,")
    snap = kantor(keputusan=Keputusan(penandatangan=orang))
    (bagian,) = susun_laporan("individu", snap, triwulan=1, jabatan_id=13)
    assert dict(bagian.kepala)["Atasan"] == f"CAMAT CONTOH KABUPATEN PERCOBAAN, {CAMAT.nama}"
    assert siapa(pasangan(snap, 3).kiri)[0] == "CAMAT CONTOH\nKABUPATEN PERCOBAAN,"


# --- rules --------------------------------------------------------------------------------------


def test_the_rules_under_a_table() -> None:
    assert ketentuan_capaian(Aturan()) == (
        "Capaian (%) = realisasi ÷ target × 100; bila makin kecil makin baik:"
        " (2 × target − realisasi) ÷ target × 100, paling rendah 0.",
        "Capaian dibulatkan setengah ke atas pada 2 desimal, tanpa batas atas.",
        "Rata-rata dihitung dari capaian sebelum dibulatkan; sasaran dirata-rata dari indikatornya,"
        " jabatan dari sasarannya, kecamatan dari jabatannya.",
        "Triwulan yang kosong tidak dihitung; angka 0 yang diisi ikut dihitung.",
        "Kategori, dari capaian sebelum dibulatkan: Sangat Tinggi ≥ 91; Tinggi ≥ 76; Sedang ≥ 66;"
        " Rendah ≥ 51; Sangat Rendah < 51.",
    )


def test_the_rules_are_the_documents() -> None:
    aturan = Aturan(
        kebalikan=True, batas_atas=Decimal(120), desimal=1, potong=True, rata_rata_dibulatkan=True,
        skala=(Kelas("Baik", Decimal("90.5")), Kelas("Cukup", Decimal(50))),
    )  # fmt: skip
    teks = " ".join(ketentuan_capaian(aturan))
    assert "target ÷ realisasi × 100." in teks
    assert "Capaian dipotong pada 1 desimal, paling tinggi 120 %." in teks
    assert "dari capaian yang sudah dibulatkan" in teks
    assert "Baik ≥ 90,5; Cukup ≥ 50." in teks
    assert skala_tercetak(Aturan(skala=(Kelas("Ada", Decimal(0)),))) == "Ada ≥ 0"


# --- columns ------------------------------------------------------------------------------------

A, B, C, D = (
    Kolom("No", Peran.NOMOR),
    Kolom("TW I", Peran.ANGKA, "Realisasi"),
    Kolom("TW II", Peran.ANGKA, "Realisasi"),
    Kolom("Capaian/Nilai", Peran.ANGKA, "Lain"),
)


def test_columns_under_one_heading() -> None:
    assert kelompok_kolom((A, A, B, C, D, B)) == [
        ("", range(1)), ("", range(1, 2)), ("Realisasi", range(2, 4)), ("Lain", range(4, 5)),
        ("Realisasi", range(5, 6)),
    ]  # fmt: skip
    assert kelompok_kolom(()) == []


def test_figures_are_words_that_must_fit() -> None:
    def sel(teks: str) -> tuple[Paragraf, ...]:
        return (Paragraf(teks),)

    tabel = Tabel(
        (A, Kolom("Uraian", Peran.URAIAN), B, D),
        (
            Cabang((sel("judul panjang"),), rentang=4),
            Cabang((sel("1"), sel("kata kata")), (Cabang((sel("1.234,56"), sel("7"))),)),
            Cabang((sel("rata-rata"), sel("99,00")), rentang=3),
        ),
    )
    assert kata_kolom(tabel) == [
        {"No"}, {"Uraian"}, {"TW", "I", "1.234,56"}, {"Capaian/", "Nilai", "7", "99,00"},
    ]  # fmt: skip


def test_units_are_words_that_must_fit_but_for_monsters() -> None:
    satuan = Kolom("Satuan", Peran.SATUAN)
    baris = Cabang(((Paragraf("dokumen pertanggungjawaban " + "x" * 21),), (Paragraf("1"),)))
    assert kata_kolom(Tabel((satuan, B), (baris,)))[0] == {"Satuan", "dokumen", "pertanggungjawaban"}


def test_a_table_without_rows_has_the_words_of_its_headings() -> None:
    assert kata_kolom(Tabel((B,), ())) == [{"TW", "I"}]
