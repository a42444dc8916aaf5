"""How a decision, a chapter and an annex end: place, date, signature, copies.

Wording after UU 12/2011 Lampiran II no. 165–166 ("Ditetapkan di …", "pada tanggal …", lower-case
p, no colon; the office with a comma); name, pangkat and NIP as officials sign.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from iki_desktop.core.nip import nip_terkelompok
from iki_desktop.core.pejabat import jabatan_bersebutan
from iki_desktop.core.records import Kecamatan, Keputusan, Penandatangan, Pengesahan
from iki_desktop.naskah.blok import CaraTandaTangan, Lembaran, TandaTangan, Tembusan
from iki_desktop.naskah.daftar import isi_daftar
from iki_desktop.naskah.identitas import jabatan_camat
from iki_desktop.naskah.tanggal import tanggal_panjang

__all__ = [
    "KALIMAT_ELEKTRONIK",
    "TITIK_TITIK",
    "dengan_cara",
    "nip_tercetak",
    "penutup_bab",
    "penutup_keputusan",
    "penutup_lampiran",
    "tanda_tangan",
    "tembusan",
]

TITIK_TITIK = "." * 28
"""Room to write by hand what is not known yet."""

KALIMAT_ELEKTRONIK = (
    "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan "
    "oleh Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara."
)
"""What stands at the foot of papers that are signed electronically, in the words that BSrE asks for."""


def nip_tercetak(nip: str) -> str:
    """``NIP. 19900101 201001 1 001``: groups of 8, 6, 1 and 3; anything but 18 digits stays as it is."""
    return f"NIP. {nip_terkelompok(nip)}"


def penutup_keputusan(keputusan: Keputusan, office: Kecamatan) -> TandaTangan:
    """ "Ditetapkan di … pada tanggal …" and the signature; what is missing leaves room to be written."""
    pembuka = (
        f"Ditetapkan di {keputusan.tempat or TITIK_TITIK}",
        f"pada tanggal {_tanggal(keputusan) or TITIK_TITIK}",
    )
    return tanda_tangan(pembuka, keputusan.penandatangan, jabatan_camat(office))


def penutup_lampiran(keputusan: Keputusan, office: Kecamatan) -> TandaTangan:
    """The signature on the annex's last page (UU 12/2011 Lampiran II no. 197), with place and date."""
    pembuka = _tempat_tanggal(keputusan.tempat, _tanggal(keputusan))
    return tanda_tangan(pembuka, keputusan.penandatangan, jabatan_camat(office))


def penutup_bab(pengesahan: Pengesahan, office: Kecamatan) -> TandaTangan:
    """The signature at the end of a chapter."""
    tanggal = _panjang(pengesahan.tanggal)
    pembuka = _tempat_tanggal(pengesahan.tempat, tanggal)
    return tanda_tangan(pembuka, pengesahan.penandatangan, jabatan_camat(office))


def tembusan(keputusan: Keputusan, gaya: str) -> Tembusan | None:
    """The list of who gets a copy; ``None`` where nobody does."""
    if not keputusan.tembusan:
        return None
    return Tembusan("Tembusan:", isi_daftar(keputusan.tembusan, gaya))


def dengan_cara(lembaran: Lembaran, cara: CaraTandaTangan, jangkar: str) -> Lembaran:
    """Sheets whose signatures are made in this way, and whose pages say so where it is an electronic one.

    The signature itself is the signing application's; a picture in its place would be a pretence.
    """
    if cara is CaraTandaTangan.BASAH or not any(isinstance(b, TandaTangan) for b in lembaran.blok):
        return lembaran
    tercetak = jangkar if cara is CaraTandaTangan.ELEKTRONIK_JANGKAR else ""
    blok = tuple(
        replace(b, cara=cara, jangkar=tercetak) if isinstance(b, TandaTangan) else b for b in lembaran.blok
    )
    return replace(lembaran, blok=blok, kaki=KALIMAT_ELEKTRONIK)


def _tanggal(keputusan: Keputusan) -> str:
    return _panjang(keputusan.tanggal) or keputusan.tanggal_teks or ""


def _panjang(tanggal: date | None) -> str:
    return tanggal_panjang(tanggal) if tanggal else ""


def _tempat_tanggal(tempat: str | None, tanggal: str) -> tuple[str, ...]:
    teks = ", ".join(bagian for bagian in (tempat, tanggal) if bagian)
    return (teks,) if teks else ()


def tanda_tangan(pembuka: tuple[str, ...], penandatangan: Penandatangan | None, jabatan: str) -> TandaTangan:
    """A signature; where nobody is named, room to write the name under ``jabatan``."""
    if penandatangan is None:
        return TandaTangan(pembuka, (jabatan + ",",), TITIK_TITIK, ("NIP.",))
    keterangan = [penandatangan.pangkat] if penandatangan.pangkat else []
    if penandatangan.nip:
        keterangan.append(nip_tercetak(penandatangan.nip))
    return TandaTangan(pembuka, _jabatan(penandatangan), penandatangan.nama, tuple(keterangan))


def _jabatan(penandatangan: Penandatangan) -> tuple[str, ...]:
    """The office in the signatory's words, with ``Plt.`` before it and ``a.n.`` above it."""
    jabatan = jabatan_bersebutan(penandatangan)
    if not jabatan.endswith(","):
        jabatan += ","
    return (f"a.n. {penandatangan.atas_nama}", jabatan) if penandatangan.atas_nama else (jabatan,)
