"""An office in which every field of every kind of record holds something, the awkward included."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlite_utils import Database

from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Bab,
    Bagian,
    Bukti,
    Butir,
    Centang,
    Diktum,
    Dokumen,
    Formulasi,
    Gabungan,
    Iku,
    IkuBaris,
    Indikator,
    IsiSampah,
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
    Sampah,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
    Target,
    TataLetak,
    Terbitan,
    Tujuan,
    Unit,
)
from iki_desktop.db.migrasi import APPLICATION_ID, daftar_migrasi
from iki_desktop.db.tabel import tabel

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
EMPAT = (Decimal("0.10"), None, Decimal(-3), Decimal(0))
JABATAN = Jabatan(
    4, 2, 1, "Sekretaris", 3, Unit.KELURAHAN, DAFTAR, (), JudulKolom("s", "i", "f", "d", "p"), CAMAT, True,
    Decimal("30.50"),
)  # fmt: skip
SASARAN = Sasaran(5, 4, 0, "sasaran", True, Decimal(0))
INDIKATOR = Indikator(
    6, 5, 0, "indikator", "%", Arah.TURUN, Akumulasi.RATA_RATA,
    Target(Decimal("1E+3"), EMPAT, "kata", True, Decimal("1E+4"), (None, None, Decimal(1), Decimal(2))),
    "PPTK", True, Decimal(1), Gabungan.MASING_MASING,
)  # fmt: skip
FORMULASI = Formulasi(
    7, 6, 0, JenisFormulasi.RUMUS, "teks", "pembilang", "penyebut", Decimal("14"), "a * b",
    (("a", "label a"), ("b c", "label b")), DAFTAR, "sumber", "catatan", True,
)  # fmt: skip
BERBAGI = replace(FORMULASI, id=8, urutan=1, sumber_id=7, target=Target(Decimal(7), EMPAT))
REALISASI = (
    Realisasi(
        7,
        1,
        Decimal("82.50"),
        Decimal("1E-7"),
        Decimal(0),
        (("a", Decimal("1.5")),),
        "catatan",
        "kendala <b>",
        "tindak lanjut",
        (Bukti("../surat.pdf", "surat.pdf", 120_000, "ab" * 32),),
        (Centang("satu", date(2026, 3, 1), "x"), Centang("a")),
    ),
    Realisasi(7, 3),
    Realisasi(7, 4, variabel=()),
)
STATUS = (
    StatusTriwulan(2, 2, StatusIsian.SELESAI),
    StatusTriwulan(2, 4, StatusIsian.TERBUKA, "salah ketik"),
)
TERBITAN = (
    Terbitan(2, 0, "2026-01-02T08:00:00+07:00", '{"a": "<b>"}'),
    Terbitan(2, 1, "2026-05-02T08:00:00+07:00", "{}", "mutasi"),
)
SAMPAH = Sampah(
    1, "2026-01-02T08:00:00+07:00", "jabatan “Kasi”",
    IsiSampah(
        (replace(DOKUMEN, id=20),), (replace(JABATAN, id=21, dokumen_id=20),),
        (replace(SASARAN, jabatan_id=21),), (INDIKATOR,), (FORMULASI,), REALISASI,
        tuple(replace(s, dokumen_id=20) for s in STATUS),
        tuple(replace(t, dokumen_id=20) for t in TERBITAN),
    ),
)  # fmt: skip
SEMUA: tuple[Record, ...] = (
    *(KECAMATAN, DOKUMEN, ATASAN, JABATAN, SASARAN, INDIKATOR, FORMULASI, BERBAGI),
    *(*REALISASI, *STATUS, *TERBITAN, SAMPAH),
)

SEMUA_LAMA: tuple[Record, ...] = (
    *(KECAMATAN, DOKUMEN, ATASAN, replace(JABATAN, bobot=None), replace(SASARAN, bobot=None)),
    replace(INDIKATOR, target=Target(Decimal("1E+3"), EMPAT, "kata"), bobot=None, gabungan=None),
    *(FORMULASI, Realisasi(7, 1, Decimal("82.50"), catatan="catatan"), *REALISASI[1:]),
)
"""What a file of every version can hold."""

_BERIKUTNYA = {1: "m0002_jurnal", 2: "m0003_pekerjaan_triwulan"}


def berkas_versi(path: Path, versi: int, records: Iterable[Record] = SEMUA_LAMA) -> None:
    """Make a file as an older version of the program made it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db = Database(conn)
        daftar_migrasi().apply(db, stop_before=_BERIKUTNYA[versi])
        with db.atomic():
            for record in records:
                _sisipkan(conn, record)
        assert conn.execute("PRAGMA user_version").fetchone() == (versi,)


def _sisipkan(conn: sqlite3.Connection, record: Record) -> None:
    t = tabel(type(record))
    ada = {nama for _, nama, *_ in conn.execute(f"PRAGMA table_info({t.nama})")}
    baris = {k.nama: n for k, n in zip(t.kolom, t.baris(record), strict=True) if k.nama in ada}
    conn.execute(
        f"INSERT INTO {t.nama} ({', '.join(baris)}) VALUES ({', '.join('?' * len(baris))})",
        tuple(baris.values()),
    )


def lahir(*records: Record) -> Edit:
    """The edit that brings records into a file."""
    return Edit("isi awal", tuple(Change(None, r) for r in records))
