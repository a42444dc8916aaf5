"""What stands on the decision and its lampiran, as texts with the names that the office gives them.

Layout, the register, holders of posts, weights and entries are no words of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from decimal import Decimal

from iki_desktop.core.angka import format_angka
from iki_desktop.core.nip import nip_terkelompok
from iki_desktop.core.pejabat import jabatan_bersebutan
from iki_desktop.core.records import (
    Bab,
    Daftar,
    Diktum,
    Dokumen,
    EmpatAngka,
    Formulasi,
    Iku,
    IkuBaris,
    Indikator,
    Jabatan,
    JudulKolom,
    Kecamatan,
    Keputusan,
    Misi,
    Penandatangan,
    Target,
)
from iki_desktop.core.sebutan import NAMA_JENIS
from iki_desktop.core.tanggal import tanggal_panjang
from iki_desktop.core.triwulan import ROMAWI

__all__ = [
    "Kata",
    "baris_daftar",
    "kata_bab",
    "kata_diktum",
    "kata_formulasi",
    "kata_iku",
    "kata_iku_baris",
    "kata_indikator",
    "kata_jabatan",
    "kata_kecamatan",
    "kata_keputusan",
    "kata_sampul",
]

Kata = tuple[str, str | tuple[str, ...]]
"""A name and the text that goes by it; several texts are a list."""


def _ada(*semua: tuple[str, str | tuple[str, ...] | None]) -> tuple[Kata, ...]:
    return tuple((nama, teks) for nama, teks in semua if teks)


def baris_daftar(daftar: Daftar | None, tingkat: int = 0) -> tuple[str, ...]:
    """The items of a list one by one; those within another one begin with a dash for each level."""
    hasil: list[str] = []
    for butir in daftar or ():
        hasil.append(f"{'– ' * tingkat}{butir.teks}")
        hasil += baris_daftar(butir.butir, tingkat + 1)
    return tuple(hasil)


def kata_kecamatan(office: Kecamatan) -> tuple[Kata, ...]:
    """The letterhead; of a picture its size in characters, so that another one is seen to be another."""
    lambang = (
        f"gambar ({len(office.logo_png)} huruf, sidik {_sidik(office.logo_png)})" if office.logo_png else None
    )
    return _ada(
        ("Nama kecamatan", office.nama),
        ("Daerah", f"{office.jenis_daerah} {office.nama_daerah}"),
        ("Alamat", office.alamat),
        ("Kode pos", office.kode_pos),
        ("Telepon", office.telepon),
        ("Laman", office.laman),
        ("Pos-el", office.surel),
        ("Lambang daerah", lambang),
    )


def _sidik(teks: str) -> str:
    from hashlib import sha256  # noqa: PLC0415  (a comparison alone asks for it)

    return sha256(teks.encode(errors="replace")).hexdigest()[:8]


def kata_sampul(dokumen: Dokumen) -> tuple[Kata, ...]:
    """Cover, visi and misi."""
    misi = tuple(b for satu in dokumen.misi or () for b in _misi(satu))
    return _ada(
        ("Tahun", str(dokumen.tahun)),
        ("Judul sampul", dokumen.judul),
        ("Periode", dokumen.periode),
        ("Visi", dokumen.visi),
        ("Misi", misi),
    )


def _misi(misi: Misi) -> Iterator[str]:
    yield misi.teks
    for tujuan in misi.tujuan or ():
        yield f"– {tujuan.teks}"
        yield from baris_daftar(tujuan.sasaran, 2)


def kata_keputusan(keputusan: Keputusan) -> tuple[Kata, ...]:
    """The decision but for its dikta."""
    tanggal = tanggal_panjang(keputusan.tanggal) if keputusan.tanggal else keputusan.tanggal_teks
    return _ada(
        ("Nomor", keputusan.nomor),
        ("Tentang", keputusan.tentang),
        ("Menimbang", baris_daftar(keputusan.menimbang)),
        ("Mengingat", baris_daftar(keputusan.mengingat)),
        ("Memperhatikan", baris_daftar(keputusan.memperhatikan)),
        ("Menetapkan", keputusan.menetapkan),
        ("Ditetapkan di", keputusan.tempat),
        ("Tanggal", tanggal),
        ("Penanda tangan", _orang(keputusan.penandatangan)),
        ("Tembusan", baris_daftar(keputusan.tembusan)),
        ("Tentang pada lampiran", keputusan.tentang_lampiran),
    )


def kata_diktum(diktum: Diktum) -> tuple[Kata, ...]:
    """One ruling."""
    return _ada(("Bunyi", diktum.teks), ("Butir", baris_daftar(diktum.butir)))


def _orang(orang: Penandatangan | None) -> str | None:
    if orang is None:
        return None
    atas_nama = f"a.n. {orang.atas_nama}" if orang.atas_nama else ""
    nip = f"NIP. {nip_terkelompok(orang.nip)}" if orang.nip else ""
    bagian = (atas_nama, jabatan_bersebutan(orang), orang.nama, orang.pangkat or "", nip)
    return "\n".join(b for b in bagian if b)


def kata_bab(bab: Bab) -> tuple[Kata, ...]:
    """A chapter; its paragraphs and the items of its lists in their order."""
    isi: list[str] = []
    for bagian in bab.bagian:
        isi += [bagian.judul] if bagian.judul else []
        for satu in bagian.isi:
            isi += [satu] if isinstance(satu, str) else baris_daftar(satu, 1)
    sah = bab.pengesahan
    tanggal = tanggal_panjang(sah.tanggal) if sah and sah.tanggal else ""
    pengesahan = "\n".join(filter(None, (sah.tempat, tanggal, _orang(sah.penandatangan)))) if sah else ""
    return _ada(("Judul", bab.judul), ("Isi", tuple(isi)), ("Pengesahan", pengesahan))


def kata_iku(iku: Iku) -> tuple[Kata, ...]:
    """The headings of a table of IKU."""
    judul = tuple(f"{nama.replace('_', ' ')}: {teks}" for nama, teks in iku.judul_kolom or ())
    return _ada(("Judul tabel", iku.judul), ("Judul kolom", judul))


def kata_iku_baris(baris: IkuBaris) -> tuple[Kata, ...]:
    """One row of a table of IKU."""
    target = tuple(f"{tahun}: {teks}" for tahun, teks in baris.target or ())
    return _ada(
        ("Tujuan", baris.tujuan),
        ("Sasaran", baris.sasaran),
        ("Indikator", baris.indikator),
        ("Formulasi", baris.formulasi),
        ("Sumber data", baris.sumber_data),
        ("Penanggung jawab", baris.penanggung_jawab),
        ("Target", target),
    )


def kata_jabatan(jabatan: Jabatan) -> tuple[Kata, ...]:
    """The head of a post's table."""
    kolom = jabatan.judul_kolom or JudulKolom()
    judul = tuple(
        f"{f.name.replace('_', ' ')}: {teks}" for f in fields(JudulKolom) if (teks := getattr(kolom, f.name))
    )
    return _ada(
        ("Nama jabatan", jabatan.nama),
        ("Tugas", baris_daftar(jabatan.tugas)),
        ("Fungsi", baris_daftar(jabatan.fungsi)),
        ("Judul kolom", judul),
    )


def kata_indikator(indikator: Indikator) -> tuple[Kata, ...]:
    """An indicator with what is to be reached."""
    return _ada(
        ("Indikator", indikator.teks),
        ("Satuan", indikator.satuan),
        ("Target", _target(indikator.target)),
        ("Penanggung jawab", indikator.penanggung_jawab),
    )


def kata_formulasi(formulasi: Formulasi) -> tuple[Kata, ...]:
    """A formula in its words."""
    tetap = format_angka(formulasi.penyebut_tetap) if formulasi.penyebut_tetap is not None else None
    return _ada(
        ("Jenis", NAMA_JENIS[formulasi.jenis]),
        ("Kalimat", formulasi.teks),
        ("Pembilang", formulasi.pembilang),
        ("Penyebut", formulasi.penyebut),
        ("Penyebut tetap", tetap),
        ("Rumus", formulasi.rumus),
        ("Variabel", tuple(f"{nama}: {label}" for nama, label in formulasi.variabel or ())),
        ("Butir", baris_daftar(formulasi.butir)),
        ("Sumber data", formulasi.sumber_data),
        ("Catatan", formulasi.catatan),
        ("Target", _target(formulasi.target)),
    )


def _target(target: Target | None) -> str | None:
    """``85; TW I 20, TW II 40; kumulatif`` or the words of it."""
    if target is None:
        return None
    triwulan = [
        f"TW {romawi} {_rentang(dari, sampai)}"
        for romawi, dari, sampai in zip(
            ROMAWI, _empat(target.triwulan), _empat(target.triwulan_sampai), strict=True
        )
        if dari is not None
    ]
    bagian = (
        f"setahun {_rentang(target.tahun, target.tahun_sampai)}" if target.tahun is not None else "",
        ", ".join(triwulan),
        target.teks or "",
        "kumulatif" if target.kumulatif else "",
    )
    return "; ".join(b for b in bagian if b)


def _empat(angka: EmpatAngka | None) -> Sequence[Decimal | None]:
    return angka or (None,) * 4


def _rentang(dari: Decimal, sampai: Decimal | None) -> str:
    return format_angka(dari) if sampai is None else f"{format_angka(dari)}–{format_angka(sampai)}"
