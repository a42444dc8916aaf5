"""What a new office starts from: its identity, the usual posts, and a draft of the decision.

The posts are those of PP 17/2018 tentang Kecamatan as offices fill them; the decision follows
UU 12/2011 Lampiran II (wording of Menimbang no. 22–23, order of Mengingat no. 41–49, reference to
the Lampiran no. 192).  Everything in it is a draft for the office to change.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.changes import Change
from iki_desktop.core.penerbitan import NAMA_BELUM_ADA
from iki_desktop.core.records import (
    Butir,
    Daftar,
    Diktum,
    Dokumen,
    Jabatan,
    Kecamatan,
    Keputusan,
    Penandatangan,
    Record,
)

__all__ = ["Identitas", "keputusan_baku", "kerangka_baru"]

JABATAN_UMUM = (
    ("Camat", None),
    ("Sekretaris", "Camat"),
    ("Kepala Subbagian Umum dan Kepegawaian", "Sekretaris"),
    ("Kepala Subbagian Perencanaan dan Keuangan", "Sekretaris"),
    ("Kepala Seksi Pemerintahan", "Camat"),
    ("Kepala Seksi Ketenteraman dan Ketertiban Umum", "Camat"),
    ("Kepala Seksi Pemberdayaan Masyarakat", "Camat"),
    ("Kepala Seksi Kesejahteraan Sosial", "Camat"),
    ("Kepala Seksi Pelayanan Umum", "Camat"),
)

_MENGINGAT = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia "
    "Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah "
    "beberapa kali diubah;",
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah "
    "(Lembaran Negara Republik Indonesia Tahun 2006 Nomor 25, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor 4614);",
    "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan (Lembaran Negara Republik Indonesia Tahun "
    "2018 Nomor 73, Tambahan Lembaran Negara Republik Indonesia Nomor 6206);",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah "
    "(Lembaran Negara Republik Indonesia Tahun 2014 Nomor 80);",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
    "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja "
    "Instansi Pemerintah;",
)


@dataclass(frozen=True, slots=True)
class Identitas:
    """Who the office is; ``nama`` without Kecamatan, ``nama_daerah`` without Kabupaten or Kota."""

    nama: str
    jenis_daerah: str
    nama_daerah: str
    provinsi: str | None = None
    sebutan_desa: str | None = None


def kerangka_baru(
    identitas: Identitas,
    tahun: int,
    id_baru: Callable[[], int],
    *,
    urutan: int = 0,
    dengan_jabatan: bool = True,
) -> list[Change]:
    """The births that make a new office with the document of its first year."""
    kecamatan = Kecamatan(
        id_baru(),
        urutan,
        identitas.nama,
        identitas.jenis_daerah,
        identitas.nama_daerah,
        provinsi=identitas.provinsi,
        sebutan_desa=identitas.sebutan_desa,
    )
    assert kecamatan.id != AKAR
    keputusan = keputusan_baku(identitas, tahun)
    dokumen = Dokumen(
        id_baru(), kecamatan.id, 0, tahun, judul="INDIKATOR KINERJA INDIVIDU (IKI)", keputusan=keputusan
    )
    jabatan = _jabatan_umum(dokumen.id, id_baru) if dengan_jabatan else []
    records: list[Record] = [kecamatan, dokumen, *jabatan]
    return [Change(None, r) for r in records]


def _jabatan_umum(dokumen_id: int, id_baru: Callable[[], int]) -> list[Jabatan]:
    nomor: dict[str, int] = {}
    hasil = []
    for urutan, (nama, atasan) in enumerate(JABATAN_UMUM):
        nomor[nama] = id_baru()
        atasan_id = nomor[atasan] if atasan is not None else None
        hasil.append(Jabatan(nomor[nama], dokumen_id, urutan, nama, atasan_id=atasan_id))
    return hasil


def keputusan_baku(identitas: Identitas, tahun: int) -> Keputusan:
    """A draft of the decision in the wording of UU 12/2011 Lampiran II; number and date are open."""
    kantor = f"Kecamatan {identitas.nama} {identitas.jenis_daerah} {identitas.nama_daerah}"
    return Keputusan(
        tentang=f"Indikator Kinerja Individu {kantor} Tahun {tahun}",
        menimbang=_daftar(
            f"bahwa untuk mengukur keberhasilan kinerja setiap jabatan di lingkungan {kantor} diperlukan "
            "Indikator Kinerja Individu;",
            "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan "
            f"Camat tentang Indikator Kinerja Individu {kantor} Tahun {tahun};",
        ),
        mengingat=_daftar(*_MENGINGAT),
        menetapkan=f"KEPUTUSAN CAMAT TENTANG INDIKATOR KINERJA INDIVIDU {kantor.upper()} TAHUN {tahun}.",
        diktum=_diktum(kantor),
        tempat=identitas.nama,
        penandatangan=Penandatangan(f"CAMAT {identitas.nama.upper()}", NAMA_BELUM_ADA),
    )


def _diktum(kantor: str) -> tuple[Diktum, ...]:
    return (
        Diktum(
            "KESATU",
            f"Indikator Kinerja Individu {kantor} tercantum dalam Lampiran yang merupakan bagian tidak "
            "terpisahkan dari Keputusan ini.",
        ),
        Diktum(
            "KEDUA",
            "Indikator Kinerja Individu sebagaimana dimaksud dalam Diktum KESATU digunakan untuk:",
            _daftar(
                "perencanaan kinerja;", "perjanjian kinerja;", "pelaporan kinerja; dan", "evaluasi kinerja."
            ),
        ),
        Diktum("KETIGA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    )


def _daftar(*teks: str) -> Daftar:
    return tuple(Butir(t) for t in teks)
