"""An office in which every field of every kind of record holds something, the awkward included."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Bab,
    Bagian,
    Butir,
    Diktum,
    Dokumen,
    Formulasi,
    Iku,
    IkuBaris,
    Indikator,
    Jabatan,
    JenisFormulasi,
    JudulKolom,
    Kecamatan,
    Kelas,
    Keputusan,
    Misi,
    Pejabat,
    Penandatangan,
    PengaturanCapaian,
    Pengesahan,
    Penomoran,
    Realisasi,
    Record,
    Sasaran,
    Target,
    TataLetak,
    Tujuan,
    Unit,
)

CAMAT = Penandatangan("Camat", "NAMA CAMAT, S.Sos.", "Pembina", "199001012010011001", "Plt.", "Bupati")
PEJABAT = (
    Pejabat.dari(CAMAT, date(2024, 2, 29), date(2026, 12, 31)),
    Pejabat("Sekretaris", "NAMA", berlaku_dari=date(2027, 1, 1)),
)
DAFTAR = (Butir("satu"), Butir("dua", (Butir("a"), Butir("b", ()))), Butir("tiga", sebagai_objek=True))
TEKS_SULIT = "<b>tebal</b> </para> \x00\x0b\x1b\u202e😀 =1+1 “Ñ” " + "panjang " * 700

KECAMATAN = Kecamatan(
    1, 0, TEKS_SULIT, "Kabupaten", "Berau", "Kalimantan Timur", "Jl. Satu\nDua", "0554", "77375",
    "laman", "surel", "kampung", "iVBORw0KGgo=", PEJABAT,
)  # fmt: skip
KEPUTUSAN = Keputusan(
    "07", "TENTANG", DAFTAR, (), DAFTAR, "MENETAPKAN",
    (Diktum("KESATU", "teks", DAFTAR), Diktum("KEDUA", None, ())),
    "Biatan", date(2026, 1, 2), "JANUARI", CAMAT, DAFTAR, "LAIN", "ditetapkan",
)  # fmt: skip
BAB = Bab(
    "PENDAHULUAN",
    (Bagian(("paragraf", DAFTAR, ()), "judul"), Bagian(())),
    Pengesahan("Biatan", date(2026, 1, 2), CAMAT),
)
MISI = (Misi("misi", (Tujuan("tujuan", DAFTAR), Tujuan("t", ()))), Misi("dua"))
IKU = Iku(
    (IkuBaris("s", "i", "t", "f", "d", "p", (("2026", "53 %"), ("", ""))),), "judul", (("target", "Target"),)
)
TATA_LETAK = TataLetak(
    "A4", True, "Arimo", Decimal("11.5"), Penomoran("a.", "1.", "", "-", "1)", "a)", "(1)"),
    True, False, True, False, True,
)  # fmt: skip
CAPAIAN = PengaturanCapaian(
    "kebalikan", Decimal("120"), True, 0, (Kelas("Baik", Decimal("75.50")),), "potong", "dibulatkan"
)
DOKUMEN = Dokumen(
    2, 1, 0, 2026, "JUDUL", "2019-2024", KEPUTUSAN, (BAB,), "visi", MISI, (IKU, Iku(())), TATA_LETAK, CAPAIAN
)
ATASAN = Jabatan(3, 2, 0, "Camat", unit=Unit.KECAMATAN, daftar_tertulis=True)
JABATAN = Jabatan(
    4, 2, 1, "Sekretaris", 3, Unit.KELURAHAN, DAFTAR, (), JudulKolom("s", "i", "f", "d", "p"), CAMAT, True
)
SASARAN = Sasaran(5, 4, 0, "sasaran", True)
INDIKATOR = Indikator(
    6, 5, 0, "indikator", "%", Arah.TURUN, Akumulasi.RATA_RATA,
    Target(Decimal("1E+3"), (Decimal("0.10"), None, Decimal(-3), Decimal(0)), "kata"), "PPTK", True,
)  # fmt: skip
FORMULASI = Formulasi(
    7, 6, 0, JenisFormulasi.RUMUS, "teks", "pembilang", "penyebut", Decimal("14"), "a * b",
    (("a", "label a"), ("b c", "label b")), DAFTAR, "sumber", "catatan", True,
)  # fmt: skip
REALISASI = (
    Realisasi(7, 1, Decimal("82.50"), Decimal("1E-7"), Decimal(0), (("a", Decimal("1.5")),), "catatan"),
    Realisasi(7, 3),
    Realisasi(7, 4, variabel=()),
)
SEMUA: tuple[Record, ...] = (KECAMATAN, DOKUMEN, ATASAN, JABATAN, SASARAN, INDIKATOR, FORMULASI, *REALISASI)


def lahir(*records: Record) -> Edit:
    """The edit that brings records into a file."""
    return Edit("isi awal", tuple(Change(None, r) for r in records))
