"""The wording of a decision that amends another one, as a proposal for the office to go on with.

Shape after UU 12/2011 Lampiran II: the title says "perubahan atas", from the second time on "perubahan
kedua atas", without telling the amendments between; the considerations end in what is to be determined
(no. 23); what was changed before is said as "sebagaimana telah beberapa kali diubah, terakhir dengan";
what changes is said as "diubah sehingga berbunyi"; the whole new lampiran follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Butir, Diktum, Kecamatan, Keputusan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.terbilang import terbilang
from iki_desktop.naskah.identitas import jabatan_camat
from iki_desktop.naskah.penutup import TITIK_TITIK

__all__ = ["alasan_perubahan", "usulan_perubahan"]

_KECIL = frozenset(
    (
        *("di", "ke", "dari", "pada", "kepada", "dalam", "untuk", "bagi", "oleh", "dengan", "atas"),
        *("tentang", "antara", "dan", "atau", "yang", "serta"),
    )
)
"""Words that stay small within a title (EYD V)."""

_SINGKATAN = frozenset(
    ("ASN", "IKI", "IKU", "LKJIP", "OPD", "PK", "PNS", "RKPD", "RPJMD", "SAKIP", "SKP", "SKPD", "SOP", "UPT")
)
_TETAP = re.compile(r"[IVX]+|.*[(\d].*")
"""What keeps its capitals within a sentence besides: Roman figures, years, abbreviations in brackets."""

_BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
_LAMPIRAN = (
    "diubah sehingga berbunyi sebagaimana tercantum dalam Lampiran "
    "yang merupakan bagian tidak terpisahkan dari Keputusan ini."
)
_SEHINGGA = ", sehingga Keputusan sebagaimana dimaksud dalam huruf a perlu diubah"


@dataclass(frozen=True, slots=True)
class _Nama:
    """How a decision is named in another one."""

    camat: str
    nomor: str
    tentang: str

    @property
    def pendek(self) -> str:
        return f"Keputusan {self.camat} Nomor {self.nomor}"

    @property
    def lengkap(self) -> str:
        return f"{self.pendek} tentang {self.tentang}"


def usulan_perubahan(terbit: Sequence[Snapshot], kini: Snapshot, alasan: str) -> Keputusan:
    """The decision that amends the first of what was issued; without number and date, a draft.

    ``terbit`` is everything that was issued so far, the decision first.
    """
    awal = _keputusan(terbit[0])
    nama = [_nama(t.kecamatan, _keputusan(t)) for t in terbit]
    judul = _judul(nama[0], len(terbit))
    dasar = tuple(Butir(f"{n.lengkap};") for n in nama)
    return Keputusan(
        tentang=judul.upper(),
        menimbang=tuple(Butir(t) for t in _menimbang(nama, judul, alasan)),
        mengingat=_bertitik_koma(awal.mengingat or ()) + dasar,
        menetapkan=f"KEPUTUSAN CAMAT TENTANG {judul.upper()}.",
        diktum=(
            Diktum("KESATU", *_isi_perubahan(nama, _dikta_berubah(terbit, kini))),
            Diktum("KEDUA", _BERLAKU),
        ),
        tempat=_keputusan(kini).tempat,
        penandatangan=_keputusan(kini).penandatangan,
        tembusan=_keputusan(kini).tembusan,
    )


def alasan_perubahan(keputusan: Keputusan) -> str:
    """The reason as it stands in a proposal that was taken over; empty where it cannot be found."""
    for butir in keputusan.menimbang or ():
        if _SEHINGGA in butir.teks:
            return _rapikan(butir.teks.split(_SEHINGGA)[0])
    return ""


def _keputusan(snapshot: Snapshot) -> Keputusan:
    return snapshot.dokumen.keputusan or Keputusan()


def _nama(office: Kecamatan, keputusan: Keputusan) -> _Nama:
    nomor = re.sub(r"(?i)^nomor\s*:?\s*", "", satu_baris(keputusan.nomor or "")) or TITIK_TITIK
    tentang = satu_baris(keputusan.tentang or "") or TITIK_TITIK
    return _Nama(jabatan_camat(office).title(), _kalimat(nomor), _kalimat(tentang))


def _kalimat(teks: str) -> str:
    """A title in capitals as it stands within a sentence."""
    if teks != teks.upper():
        return teks
    return " ".join(_kata(k, awal=n == 0) for n, k in enumerate(teks.split()))


def _kata(kata: str, *, awal: bool) -> str:
    if kata.strip(".,;:") in _SINGKATAN or _TETAP.fullmatch(kata):
        return kata
    return kata.lower() if not awal and kata.lower() in _KECIL else kata.title()


def _judul(nama: _Nama, ke: int) -> str:
    tingkat = f" Ke{terbilang(Decimal(ke))}" if ke > 1 else ""
    return f"Perubahan{tingkat} atas {nama.lengkap}"


def _menimbang(nama: Sequence[_Nama], judul: str, alasan: str) -> Iterator[str]:
    pokok = re.sub(r"(?i)^penetapan\s+", "", nama[0].tentang)
    yield f"bahwa dengan {nama[0].pendek}{_riwayat(nama)} telah ditetapkan {pokok};"
    yield f"bahwa {_rapikan(alasan)}{_SEHINGGA};"
    yield (
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, "
        f"perlu menetapkan Keputusan Camat tentang {judul};"
    )


def _rapikan(alasan: str) -> str:
    """A reason as the middle of a sentence that begins with "bahwa"."""
    teks = re.sub(r"(?i)^bahwa\s+", "", satu_baris(alasan)).rstrip(" ;.,")
    kata_pertama = teks.split(" ", 1)[0]
    return teks if kata_pertama[1:] != kata_pertama[1:].lower() else f"{teks[:1].lower()}{teks[1:]}"


def _riwayat(nama: Sequence[_Nama]) -> str:
    """That it was changed before, and by what at last."""
    if len(nama) == 1:
        return ""
    kali = "diubah" if len(nama) == 2 else "beberapa kali diubah, terakhir"
    return f" sebagaimana telah {kali} dengan {nama[-1].pendek},"


def _bertitik_koma(butir: Sequence[Butir]) -> tuple[Butir, ...]:
    """The old list with another item to follow."""
    if not butir or butir[-1].butir:
        return tuple(butir)
    akhir = butir[-1]
    return (*butir[:-1], replace(akhir, teks=f"{akhir.teks.rstrip(' .;')};"))


# --- what changes ---------------------------------------------------------------------------------


def _dikta_berubah(terbit: Sequence[Snapshot], kini: Snapshot) -> tuple[str, ...]:
    """Each ruling that reads otherwise now, in words; of an amendment's own rulings nothing is said."""
    if len(terbit) > 1:
        return ()
    lama, baru = ({d.label: d for d in _keputusan(s).diktum or ()} for s in (terbit[0], kini))
    kalimat = []
    for label in dict.fromkeys((*lama, *baru)):
        semula, menjadi = (d.get(label) for d in (lama, baru))
        if semula == menjadi:
            continue
        if menjadi is None:
            kalimat.append(f"Diktum {label} dihapus;")
        elif semula is None:
            kalimat.append(f"ditambahkan Diktum {label} yang berbunyi: “{_bunyi(menjadi)}”;")
        else:
            kalimat.append(f"Diktum {label} diubah sehingga berbunyi: “{_bunyi(menjadi)}”;")
    return tuple(kalimat)


def _bunyi(diktum: Diktum) -> str:
    return satu_baris(" ".join([diktum.teks or "", *(b.teks for b in diktum.butir or ())]))


def _isi_perubahan(nama: Sequence[_Nama], dikta: Sequence[str]) -> tuple[str, tuple[Butir, ...] | None]:
    """The text of the first ruling and its items: the lampiran alone, or rulings and the lampiran."""
    sebutan = f"{nama[0].lengkap}{_riwayat(nama)}"
    if not dikta:
        return f"Ketentuan Lampiran {sebutan} {_LAMPIRAN}", None
    butir = tuple(Butir(t) for t in (*dikta, f"Lampiran {_LAMPIRAN}"))
    return f"Beberapa ketentuan dalam {sebutan} diubah sebagai berikut:", butir
