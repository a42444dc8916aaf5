"""The whole document of a year, and the decision that stands in the middle of it.

Order of the parts: cover, chapters, visi and misi, IKU, the Keputusan Camat, its lampiran.
Shape of the decision after UU 12/2011 Lampiran II no. 4–61 and 158–167.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iki_desktop.core.errors import Temuan
from iki_desktop.core.records import Daftar, Diktum, Kecamatan, Keputusan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.bab import compose_bab
from iki_desktop.naskah.blok import (
    BarisBerlabel,
    Berlabel,
    Blok,
    CaraTandaTangan,
    Gaya,
    Isi,
    Lambang,
    Lembaran,
    Naskah,
    NomorHalaman,
    Paragraf,
    Penanda,
)
from iki_desktop.naskah.daftar import isi_daftar
from iki_desktop.naskah.identitas import daerah, jabatan_camat, kecamatan, nama_keputusan
from iki_desktop.naskah.iku import compose_iku
from iki_desktop.naskah.jabatan import JUDUL_IKI
from iki_desktop.naskah.kop import compose_kop, compose_lambang
from iki_desktop.naskah.lampiran import compose_lampiran
from iki_desktop.naskah.penutup import TITIK_TITIK, dengan_cara, penutup_keputusan, tembusan
from iki_desktop.naskah.pilihan import SEMUA, Pilihan
from iki_desktop.naskah.sampul import compose_sampul
from iki_desktop.naskah.tata_halaman import Nomorisasi, TataHalaman, tata_halaman
from iki_desktop.naskah.teks import teks_lembaran
from iki_desktop.naskah.visi_misi import compose_visi_misi

__all__ = ["Pilihan", "compose_dokumen", "compose_keputusan"]


_TANDA_DRAF = "DRAF"


def compose_dokumen(snapshot: Snapshot, pilihan: Pilihan = SEMUA) -> Naskah:
    """The document of a year, ready for any pen; a part that the office does not have is left out."""
    office, dokumen = snapshot.kecamatan, snapshot.dokumen
    halaman = tata_halaman(dokumen.tata_letak)
    lambang, temuan = compose_lambang(office)
    polos = [bagian for bagian in _bagian(snapshot, pilihan, halaman, lambang) if bagian]
    lembaran = [dengan_cara(satu, pilihan.tanda_tangan, pilihan.jangkar) for satu in polos]
    return Naskah(
        judul=" ".join(f"{dokumen.judul or JUDUL_IKI} {kecamatan(office)} {dokumen.tahun}".split()),
        penulis=kecamatan(office),
        perihal=(dokumen.keputusan and dokumen.keputusan.tentang) or JUDUL_IKI,
        halaman=halaman,
        lembaran=tuple(lembaran) or (_kosong(snapshot),),
        temuan=temuan + _belum_lengkap(dokumen.keputusan) + _jangkar_lain(polos, pilihan),
        tanda=_tanda(dokumen.keputusan, pilihan),
    )


def _tanda(keputusan: Keputusan | None, pilihan: Pilihan) -> str:
    """DRAF until the decision is ditetapkan; an office without a decision has nothing to await."""
    masih_draf = keputusan is not None and not keputusan.ditetapkan
    return _TANDA_DRAF if pilihan.tanda_draf and masih_draf else ""


def _jangkar_lain(polos: Sequence[Lembaran], pilihan: Pilihan) -> tuple[Temuan, ...]:
    """An anchor that also stands in a text of the office would draw the signature to that place."""
    if pilihan.tanda_tangan is not CaraTandaTangan.ELEKTRONIK_JANGKAR:
        return ()
    if not any(pilihan.jangkar in teks for satu in polos for teks in teks_lembaran(satu)):
        return ()
    pesan = f"Tanda “{pilihan.jangkar}” juga ada di dalam teks. Letak tanda tangan dapat keliru."
    return (Temuan("keputusan.penandatangan", pesan),)


def _kosong(snapshot: Snapshot) -> Lembaran:
    """A document that has no part yet is a page that says whose it is."""
    office, dokumen = snapshot.kecamatan, snapshot.dokumen
    baris = (JUDUL_IKI, kecamatan(office).upper(), daerah(office).upper(), f"TAHUN {dokumen.tahun}")
    return Lembaran((Paragraf("\n".join(baris), Gaya.JUDUL),))


def _bagian(
    snapshot: Snapshot, pilihan: Pilihan, halaman: TataHalaman, lambang: Lambang | None
) -> Iterator[Lembaran | None]:
    office, dokumen, keputusan = snapshot.kecamatan, snapshot.dokumen, snapshot.dokumen.keputusan
    if pilihan.sampul:
        yield compose_sampul(office, dokumen, lambang)
    if pilihan.bab:
        yield compose_bab(dokumen.bab or (), office, halaman)
    if pilihan.visi_misi:
        yield compose_visi_misi(dokumen, halaman)
    if pilihan.iku:
        yield from compose_iku(dokumen.iku or (), halaman)
    if pilihan.keputusan and keputusan:
        yield compose_keputusan(keputusan, office, halaman, lambang)
    if pilihan.lampiran:
        dipilih = [j for j in snapshot.jabatan if pilihan.jabatan is None or j.jabatan.id in pilihan.jabatan]
        yield compose_lampiran(dipilih, office, keputusan, halaman)


def _belum_lengkap(keputusan: Keputusan | None) -> tuple[Temuan, ...]:
    """What is left to be written by hand on the decision."""
    if keputusan is None:
        return ()
    kosong = (
        ("nomor", "Nomor keputusan", keputusan.nomor),
        ("tempat", "Tempat penetapan", keputusan.tempat),
        ("tanggal", "Tanggal penetapan", keputusan.tanggal or keputusan.tanggal_teks),
        ("penandatangan", "Penandatangan", keputusan.penandatangan),
    )
    return tuple(
        Temuan(f"keputusan.{bidang}", f"{nama} belum diisi; tempatnya dikosongkan.")
        for bidang, nama, isi in kosong
        if not isi
    )


# --- the decision -----------------------------------------------------------------------------


def compose_keputusan(
    keputusan: Keputusan, office: Kecamatan, halaman: TataHalaman, lambang: Lambang | None = None
) -> Lembaran:
    """The decision alone: letterhead, title, considerations, rulings, signature, copies."""
    nomor = halaman.nomor
    blok: list[Blok] = [
        Penanda(_judul(office)),
        compose_kop(office, lambang),
        *_kepala(keputusan, office),
        Berlabel(_konsiderans(keputusan, nomor)),
        Paragraf("MEMUTUSKAN :", Gaya.JUDUL),
        Berlabel(_amar(keputusan, nomor)),
        penutup_keputusan(keputusan, office),
    ]
    salinan = tembusan(keputusan, nomor.tembusan)
    if salinan:
        blok.append(salinan)
    return Lembaran(tuple(blok), nomor=NomorHalaman.MULAI)


def _judul(office: Kecamatan) -> str:
    return nama_keputusan(office)[0].title()


def _kepala(keputusan: Keputusan, office: Kecamatan) -> Iterator[Paragraf]:
    """The title, all centred: name, number, TENTANG, subject, and who decides (with a comma)."""
    yield Paragraf("\n".join((*nama_keputusan(office), _nomor(keputusan))), Gaya.JUDUL)
    if keputusan.tentang:
        yield Paragraf(f"TENTANG\n{keputusan.tentang}", Gaya.JUDUL)
    yield Paragraf(f"{jabatan_camat(office)},", Gaya.JUDUL)


def _nomor(keputusan: Keputusan) -> str:
    nomor = keputusan.nomor or TITIK_TITIK
    return nomor if nomor.upper().startswith("NOMOR") else f"NOMOR {nomor}"


def _konsiderans(keputusan: Keputusan, nomor: Nomorisasi) -> tuple[BarisBerlabel, ...]:
    semua: tuple[tuple[str, Daftar | None, str], ...] = (
        ("Menimbang", keputusan.menimbang, nomor.menimbang),
        ("Mengingat", keputusan.mengingat, nomor.mengingat),
        ("Memperhatikan", keputusan.memperhatikan, nomor.memperhatikan),
    )
    return tuple(BarisBerlabel(label, isi_daftar(butir, gaya)) for label, butir, gaya in semua if butir)


def _amar(keputusan: Keputusan, nomor: Nomorisasi) -> tuple[BarisBerlabel, ...]:
    menetapkan: tuple[Isi, ...] = (Paragraf(keputusan.menetapkan),) if keputusan.menetapkan else ()
    dikta = (_diktum(d, nomor.butir_diktum) for d in keputusan.diktum or ())
    return (BarisBerlabel("Menetapkan", menetapkan), *dikta)


def _diktum(diktum: Diktum, gaya: str) -> BarisBerlabel:
    isi: list[Isi] = [Paragraf(diktum.teks)] if diktum.teks else []
    if diktum.butir:
        isi += isi_daftar(diktum.butir, gaya)
    return BarisBerlabel(diktum.label, tuple(isi))
