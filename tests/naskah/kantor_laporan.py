"""Offices with figures to report: chance entries, notes, gaps, denominators of 0, and every shape of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from iki_desktop.core.formulasi import dengan_isi, masukan
from iki_desktop.core.records import (
    Akumulasi,
    Bukti,
    Butir,
    Centang,
    EmpatAngka,
    Gabungan,
    Penandatangan,
    Realisasi,
    StatusIsian,
    StatusTriwulan,
    Target,
)
from iki_desktop.core.skm import UNSUR_SKM
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot
from tests.naskah.kantor_naskah import formulasi, indikator, jabatan, sasaran, snapshot


def terisi(snapshot: Snapshot, biji: int = 1) -> Snapshot:
    """The same office with entries by chance, ids told apart, and a target at most indicators."""
    acak = Random(biji)
    jabatan = tuple(_jabatan(j, n, acak) for n, j in enumerate(snapshot.jabatan))
    return replace(snapshot, jabatan=jabatan)


def _jabatan(utuh: JabatanUtuh, nomor: int, acak: Random) -> JabatanUtuh:
    sasaran = tuple(_sasaran(s, acak) for s in utuh.sasaran)
    return replace(utuh, jabatan=replace(utuh.jabatan, id=100 + nomor, atasan_id=None), sasaran=sasaran)


def _sasaran(utuh: SasaranUtuh, acak: Random) -> SasaranUtuh:
    return replace(utuh, indikator=tuple(_indikator(i, acak) for i in utuh.indikator))


def _indikator(utuh: IndikatorUtuh, acak: Random) -> IndikatorUtuh:
    triwulan = (Decimal(20), Decimal("40.5"), None, Decimal(80)) if acak.random() < 0.5 else None
    target = Target(Decimal(acak.choice([0, 12, 90, 1500])), triwulan) if acak.random() < 0.9 else None
    formulasi = tuple(_formulasi(f, acak) for f in utuh.formulasi)
    return replace(utuh, indikator=replace(utuh.indikator, target=target), formulasi=formulasi)


def _formulasi(utuh: FormulasiUtuh, acak: Random) -> FormulasiUtuh:
    satu, dua, tiga, empat = (_realisasi(utuh, t, acak) for t in (1, 2, 3, 4))
    return replace(utuh, realisasi=(satu, dua, tiga, empat))


def _realisasi(utuh: FormulasiUtuh, triwulan: int, acak: Random) -> Realisasi | None:
    if acak.random() < 0.25:
        return None
    isian = Realisasi(utuh.formulasi.id, triwulan)
    for satu in masukan(utuh.formulasi):
        if acak.random() < 0.9:
            nilai = (
                Decimal(0) if acak.random() < 0.1 else Decimal(acak.randint(1, 9999)) / acak.choice([1, 4])
            )
            isian = dengan_isi(isian, satu.kunci, nilai)
    return replace(isian, catatan=f"catatan {triwulan}") if acak.random() < 0.3 else isian


# --- every shape ----------------------------------------------------------------------------------

SEKRETARIS = Penandatangan("Sekretaris Kecamatan", "NAMA SEKRETARIS, S.E.", "Pembina", "199002022011011001")
SEKSI = Penandatangan("Kepala Seksi Pelayanan", "NAMA KEPALA SEKSI", "Penata", "199203032015031001")

LAPORAN_BULAN = tuple(f"Laporan bulan {n}" for n in ("Januari", "Februari", "Maret", "April", "Mei"))


def kantor_bentuk() -> Snapshot:
    """Weights, ranges, cumulative targets, a survey, formulas each on its own, words said to entries,
    files that bear them out, ticked items, and quarters in each state.
    """
    camat = jabatan(
        "Camat",
        _berbobot(sasaran("Meningkatnya kepuasan masyarakat", survei(), bertaraf()), "60"),
        _berbobot(sasaran("Meningkatnya akuntabilitas kinerja", kumulatif()), "40"),
        bobot=Decimal(2),
    )
    sekretaris = jabatan(
        "Sekretaris",
        sasaran("Tertibnya administrasi perkantoran", masing_masing(), bercentang()),
        pemangku=SEKRETARIS,
        atasan_id=10,
        bobot=Decimal(1),
    )
    seksi = jabatan(
        "Kepala Seksi Pelayanan",
        sasaran("Terlaksananya pelayanan umum", berkata_saja(), belum_diisi()),
        pemangku=SEKSI,
        atasan_id=11,
    )
    status = (
        StatusTriwulan(2, 1, StatusIsian.DIKUNCI),
        StatusTriwulan(2, 2, StatusIsian.SELESAI),
        StatusTriwulan(2, 3, StatusIsian.TERBUKA, "Ada angka yang keliru"),
    )
    return replace(snapshot(camat, sekretaris, seksi), status=status)


def kantor_berkata(kata: str) -> Snapshot:
    """The same words wherever a person may write to a figure."""
    isian = Realisasi(
        1, 2, Decimal(1), Decimal(2), catatan=kata, kendala=kata, tindak_lanjut=kata, bukti=(_bukti(kata),),
        centang=(Centang(kata, None, kata),),
    )  # fmt: skip
    satu = replace(formulasi("rasio", teks=kata, butir=(Butir(kata),)), realisasi=(None, isian, None, None))
    utuh = indikator(kata, satu, satu, gabungan=Gabungan.MASING_MASING, bobot=Decimal(1))
    return snapshot(jabatan(kata, _berbobot(sasaran(kata, utuh), "2"), bobot=Decimal(3)))


def survei() -> IndikatorUtuh:
    """A survey by its unsur against a range."""
    unsur = [Decimal(n) for n in ("3.2", "3.1", "3.4", "3.3", "3.25", "3.3", "3.4", "3.1", "3.2")]
    satu, dua = (
        Realisasi(
            1,
            t,
            variabel=tuple((u, n + tambah) for (u, _), n in zip(UNSUR_SKM, unsur, strict=True)),
            bukti=(_bukti(f"Hasil survei TW {t}.pdf"), _bukti("Kuesioner.xlsx")),
        )
        for t, tambah in ((1, Decimal(0)), (2, Decimal("0.1")))
    )
    isian = replace(formulasi("skm"), realisasi=(satu, dua, None, None))
    target = Target(Decimal(80), tahun_sampai=Decimal(85))
    return indikator("Nilai Survei Kepuasan Masyarakat", isian, target=target, bobot=Decimal(3))


def bertaraf() -> IndikatorUtuh:
    """A ratio with troubles and what was done about them."""
    satu = Realisasi(1, 1, Decimal(45), Decimal(60), kendala="Jaringan sering terputus.")
    dua = Realisasi(
        1,
        2,
        Decimal(50),
        Decimal(55),
        catatan="Sudah diperiksa.",
        kendala="Petugas loket berkurang satu.",
        tindak_lanjut="Meminta bantuan petugas kampung pada hari pasar.",
    )
    isian = replace(
        formulasi("rasio", pembilang="Layanan tepat waktu", penyebut="Seluruh layanan"),
        realisasi=(satu, dua, None, None),
    )
    return indikator("Persentase layanan tepat waktu", isian, target=Target(Decimal(90)), bobot=Decimal(1))


def kumulatif() -> IndikatorUtuh:
    """A count whose targets rise to the year's."""
    empat = hitungan(("2", "4", None, None))
    target = Target(Decimal(12), _empat(("3", "6", "9", "12")), kumulatif=True)
    return indikator("Jumlah laporan kinerja", empat, satuan="laporan", target=target)


def masing_masing() -> IndikatorUtuh:
    """Two formulas with their own targets, one of them a range, and one in words."""
    surat = replace(
        formulasi("rasio", teks="Surat yang dijawab dibagi surat yang masuk × 100 %"),
        realisasi=(
            Realisasi(1, 1, Decimal(9), Decimal(10)),
            Realisasi(1, 2, Decimal(7), Decimal(10), kendala="Surat terlambat dibagi."),
            None,
            None,
        ),
    )
    surat = replace(surat, formulasi=replace(surat.formulasi, target=Target(Decimal(80))))
    arsip = hitungan(("10", "12", None, None), teks="Berkas yang ditata")
    rentang = Target(
        Decimal(40), _empat(("10", "10", "10", "10")), tahun_sampai=Decimal(48),
        triwulan_sampai=_empat(("12", "12", "12", "12")),
    )  # fmt: skip
    arsip = replace(arsip, formulasi=replace(arsip.formulasi, target=rentang))
    kata = formulasi("teks", teks="Sesuai petunjuk arsip")
    return indikator(
        "Tertib surat dan arsip", surat, arsip, kata, gabungan=Gabungan.MASING_MASING,
        akumulasi=Akumulasi.JUMLAH,
    )  # fmt: skip


def bercentang() -> IndikatorUtuh:
    """A checklist of which some items are done."""
    daftar = formulasi("jumlah", teks="Laporan bulanan", butir=tuple(Butir(n) for n in LAPORAN_BULAN))
    satu = Realisasi(
        1,
        1,
        nilai=Decimal(2),
        centang=(
            Centang(LAPORAN_BULAN[0], date(2026, 2, 3), "Dikirim lewat surel"),
            Centang(LAPORAN_BULAN[1]),
        ),
        bukti=(_bukti("Tanda terima.jpg"),),
    )
    dua = Realisasi(1, 2, nilai=Decimal(1), centang=(Centang(LAPORAN_BULAN[3], date(2026, 5, 4)),))
    isian = replace(daftar, realisasi=(satu, dua, None, None))
    target = Target(Decimal(5), _empat(("2", "2", "1", None)))
    return indikator("Laporan bulanan tepat waktu", isian, satuan="laporan", target=target)


def berkata_saja() -> IndikatorUtuh:
    """A target in words as well as in a figure."""
    isian = hitungan(("3", "0", None, None))
    target = Target(Decimal(12), teks="12 (dua belas) bulan layanan")
    return indikator("Bulan layanan", isian, satuan="bulan", target=target)


def belum_diisi() -> IndikatorUtuh:
    """Neither entries nor a target."""
    return indikator("Jumlah warga yang dilayani", formulasi("jumlah"), satuan="orang")


def hitungan(nilai: Sequence[str | None], **kata: str) -> FormulasiUtuh:
    """A count with an entry in each quarter that has a figure."""
    isian = [None if n is None else Realisasi(1, t, nilai=Decimal(n)) for t, n in enumerate(nilai, 1)]
    satu, dua, tiga, akhir = isian
    return replace(formulasi("jumlah", **kata), realisasi=(satu, dua, tiga, akhir))


def _empat(nilai: Sequence[str | None]) -> EmpatAngka:
    satu, dua, tiga, akhir = (None if n is None else Decimal(n) for n in nilai)
    return satu, dua, tiga, akhir


def _bukti(nama: str) -> Bukti:
    return Bukti(nama, f"bukti-{nama}", 1024, "0" * 64)


def _berbobot(utuh: SasaranUtuh, bobot: str) -> SasaranUtuh:
    return replace(utuh, sasaran=replace(utuh.sasaran, bobot=Decimal(bobot)))
