"""Offices to print: the two of the test data, and one that strains every rule."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from iki_desktop.core.records import (
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
    Kecamatan,
    Keputusan,
    Misi,
    Penandatangan,
    Pengesahan,
    Sasaran,
    Target,
    TataLetak,
    Tujuan,
)
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot

DATA = Path(__file__).resolve().parent.parent / "data"

JAHAT = (
    '<b>tebal</b> & </para> <br/> <img src="http://contoh.invalid/x.png"/> ]]> %s {0} =1+1 '
    "\x00\x0b\x1b[31m \u202eterbalik\u202c zero\u200bwidth \u00ad Ω → ≥ ½ "
    "中文 😀 \ud800 \U000e0001"
)
KANAN = "العربية שלום"
PANJANG = "Pertanggungjawabankeuangan" * 12

CAMAT = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.", "Pembina Tk. I", "199001012010011001")

KOSONG = (None, None, None, None)


def snapshot_data(nama: str) -> Snapshot:
    """The document of ``tests/data/<nama>.json``, read by the real importer."""
    from iki_desktop.exchange.iki_json import baca_iki_json

    return baca_iki_json(DATA / f"{nama}.json").dokumen[0]


def png(lebar: int = 40, tinggi: int = 48) -> str:
    """A small picture with transparent parts, as base64."""

    def bagian(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">L", len(isi)) + jenis + isi + struct.pack(">L", zlib.crc32(jenis + isi))

    baris = b"".join(
        b"\x00" + b"".join(bytes((200, 30, 30, 255 if (x + y) % 8 else 0)) for x in range(lebar))
        for y in range(tinggi)
    )
    kepala = bagian(b"IHDR", struct.pack(">LLBBBBB", lebar, tinggi, 8, 6, 0, 0, 0))
    gambar = b"\x89PNG\r\n\x1a\n" + kepala + bagian(b"IDAT", zlib.compress(baris)) + bagian(b"IEND", b"")
    return base64.b64encode(gambar).decode()


# --- building ---------------------------------------------------------------------------------


def formulasi(jenis: str = "teks", **isi: object) -> FormulasiUtuh:
    return FormulasiUtuh(Formulasi(1, 1, 0, JenisFormulasi(jenis), **isi), KOSONG)  # type: ignore[arg-type]


def indikator(teks: str, *semua: FormulasiUtuh, **isi: object) -> IndikatorUtuh:
    return IndikatorUtuh(Indikator(1, 1, 0, teks, **isi), semua)  # type: ignore[arg-type]


def sasaran(teks: str, *semua: IndikatorUtuh) -> SasaranUtuh:
    return SasaranUtuh(Sasaran(1, 1, 0, teks), semua)


def jabatan(nama: str, *semua: SasaranUtuh, **isi: object) -> JabatanUtuh:
    return JabatanUtuh(Jabatan(1, 1, 0, nama, **isi), None, semua)  # type: ignore[arg-type]


def office(**isi: object) -> Kecamatan:
    return replace(Kecamatan(1, 0, "Contoh", "Kabupaten", "Percobaan"), **isi)  # type: ignore[arg-type]


def snapshot(
    *semua: JabatanUtuh, kecamatan: Kecamatan | None = None, tahun: int = 2026, **dokumen: object
) -> Snapshot:
    """A document around these jabatan; ids are told apart by place."""
    bernomor = tuple(replace(j, jabatan=replace(j.jabatan, id=10 + n)) for n, j in enumerate(semua))
    return Snapshot(kecamatan or office(), Dokumen(2, 1, 0, tahun, **dokumen), bernomor)  # type: ignore[arg-type]


def bersarang(dalam: int) -> Butir:
    """A list item that holds a list that holds a list …"""
    butir = Butir(f"tingkat {dalam}")
    for tingkat in range(dalam - 1, 0, -1):
        butir = Butir(f"tingkat {tingkat}", (butir, Butir(f"saudara {tingkat}")))
    return butir


def kantor_ekstrem(kata: Sequence[str] = (JAHAT, PANJANG)) -> Snapshot:
    """Everything at once: hostile texts, long words, tall cells, deep lists, every part of a document."""
    jahat, panjang = kata
    orang = replace(CAMAT, jabatan=f"CAMAT {jahat}", sebutan="Plt.", atas_nama=f"BUPATI {panjang}")
    keputusan = Keputusan(
        nomor="188/    /KEP/2026",
        tentang=f"SUBJEK {jahat}",
        menimbang=(Butir(f"bahwa {jahat};"), Butir(panjang)),
        mengingat=tuple(Butir(f"Undang-Undang Nomor {n} {'tentang sesuatu ' * 40}") for n in range(1, 30)),
        memperhatikan=(Butir(jahat), Butir(KANAN)),
        menetapkan=panjang,
        diktum=(
            Diktum("KESATU", jahat, (bersarang(6),)),
            Diktum("KEDUA" * 12, butir=(Butir("a"), Butir("b"))),
            Diktum("KETIGA", "kalimat " * 900),
        ),
        tempat=jahat,
        tanggal=date(2026, 1, 2),
        penandatangan=orang,
        tembusan=(Butir(f"Bupati {panjang}"), Butir("Inspektur")),
    )
    tinggi = formulasi("teks", teks="rumus yang sangat panjang " * 900, sumber_data="sumber " * 300)
    bab = Bab(
        f"JUDUL {jahat}",
        (
            Bagian((f"alinea {jahat}", (Butir("satu", (Butir("dua"),)), Butir("tiga"))), "Bagian " + panjang),
            Bagian(("kata " * 3000,)),
        ),
        Pengesahan("Contoh", date(2026, 2, 3), CAMAT),
    )
    iku = Iku(
        tuple(
            IkuBaris(
                f"sasaran {n // 3}", f"indikator {n}", f"tujuan {n // 6}", "rumus", "sumber", "camat",
                tuple((str(t), f"{t % 100} %") for t in range(2021, 2027)),
            )
            for n in range(40)
        ),
        jahat,
    )  # fmt: skip
    banyak = (indikator(f"indikator {n}", formulasi(teks=f"rumus {n}")) for n in range(60))
    dokumen = {"teks": "Jumlah dokumen", "butir": (Butir("RKA"), Butir("DPA")), "catatan": "x"}
    return snapshot(
        jabatan(
            jahat,
            sasaran("banyak", *banyak),
            sasaran("sasaran yang jauh lebih panjang daripada barisnya " * 80, indikator("pendek")),
            sasaran(panjang, indikator(panjang, tinggi, formulasi(teks=panjang, sumber_data=panjang))),
            tugas=(bersarang(8), bersarang(5)),
            fungsi=tuple(Butir(f"fungsi {n}") for n in range(120)),
        ),
        jabatan(
            "Pecahan",
            sasaran(
                "rasio",
                indikator("biasa", formulasi("rasio", pembilang="jumlah a", penyebut="jumlah b")),
                indikator("tetap", formulasi("rasio", pembilang="desa", penyebut_tetap=Decimal(14))),
                indikator("raksasa", formulasi("rasio", pembilang="a " * 3000, penyebut=panjang)),
                indikator("daftar", formulasi("jumlah", **dokumen)),
                indikator("target", target=Target(teks="12 (dua belas) bulan")),
            ),
        ),
        jabatan("Tanpa tabel"),
        kecamatan=office(
            nama=f"Contoh {jahat}", alamat=panjang, telepon="0541", kode_pos="7",
            laman="a.id", surel="b@a.id", provinsi=jahat, logo_png=png(),
        ),
        judul=f"INDIKATOR {jahat}\n{panjang}",
        keputusan=keputusan,
        bab=(bab,),
        visi=jahat,
        misi=(Misi("misi", (Tujuan("tujuan", (Butir("s1"), Butir("s2"))), Tujuan("lain"))), Misi("dua")),
        iku=(iku,),
        tata_letak=TataLetak(
            lampiran_mendatar=True, kolom_penanggung_jawab=True, keterangan_bersambung=True,
            baris_nomor_kolom=True,
        ),
    )  # fmt: skip
