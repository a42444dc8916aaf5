"""What differs between two versions of a document's words: by part and post, text by text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from iki_desktop.core.beda_kata import Cara, Pasangan, pasangkan, urutan_sama
from iki_desktop.core.kalimat import deretkan, kutip, satu_baris
from iki_desktop.core.kata_naskah import (
    Kata,
    baris_daftar,
    kata_bab,
    kata_diktum,
    kata_formulasi,
    kata_iku,
    kata_iku_baris,
    kata_indikator,
    kata_jabatan,
    kata_kecamatan,
    kata_keputusan,
    kata_sampul,
)
from iki_desktop.core.records import Bab, Diktum, Iku, IkuBaris, Keputusan
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot

__all__ = ["KOP", "BagianBeda", "Beda", "PerbandinganNaskah", "bandingkan_naskah", "pasangkan_jabatan"]

KOP = "Kop dan identitas"

_PERUBAHAN = re.compile(r"(?i)\s*perubahan(\s+ke\w+)?\s+atas\s")
"""How the title of a decision begins that amends another one (UU 12/2011 Lampiran II)."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Beda:
    """One text that differs: where it stands, as it was and as it is; empty where it was or is not."""

    tempat: str
    semula: str
    menjadi: str

    @property
    def cara(self) -> Cara:
        """What became of it."""
        if not self.semula:
            return Cara.DITAMBAH
        return Cara.DIUBAH if self.menjadi else Cara.DIHAPUS


@dataclass(frozen=True, slots=True)
class BagianBeda:
    """A part of the document, or a post of the lampiran, in which something differs.

    ``cara`` is of the part as a whole: one that came, or went, or was changed.
    """

    nama: str
    cara: Cara
    beda: tuple[Beda, ...]
    jabatan: bool = False


@dataclass(frozen=True, slots=True)
class PerbandinganNaskah:
    """Everything that differs, in the order of the paper."""

    bagian: tuple[BagianBeda, ...]

    @property
    def sama(self) -> bool:
        """Whether both versions say the same."""
        return not self.bagian

    @property
    def tanpa_kop(self) -> PerbandinganNaskah:
        """The same but for the letterhead: a new one asks for no amendment of an old decision."""
        return PerbandinganNaskah(tuple(b for b in self.bagian if b.nama != KOP))

    @property
    def ringkas(self) -> str:
        """How much differs, in a sentence."""
        if self.sama:
            return "Kedua naskah sama."
        teks: Counter[Cara] = Counter(b.cara for s in self.bagian if s.cara is Cara.DIUBAH for b in s.beda)
        utuh: Counter[Cara] = Counter(s.cara for s in self.bagian if s.cara is not Cara.DIUBAH)
        kata = [f"{n[c]} {apa} {c}" for n, apa in ((teks, "teks"), (utuh, "jabatan")) for c in Cara if n[c]]
        return f"{deretkan(kata)}."


def bandingkan_naskah(lama: Snapshot, baru: Snapshot) -> PerbandinganNaskah:
    """Compare two versions of a document; entries, layout and the register are none of it."""
    satu, dua = lama.dokumen, baru.dokumen
    semua = [
        _bagian(
            "Kop dan identitas", _kata("", kata_kecamatan(lama.kecamatan), kata_kecamatan(baru.kecamatan))
        ),
        _bagian("Sampul, visi, dan misi", _kata("", kata_sampul(satu), kata_sampul(dua))),
        _bagian("Bab", _deret(_BAB, satu.bab, dua.bab)),
        _bagian("Indikator Kinerja Utama", _deret(_IKU, satu.iku, dua.iku)),
        _bagian("Keputusan", _keputusan(satu.keputusan or Keputusan(), dua.keputusan or Keputusan())),
        *_lampiran(lama.jabatan, baru.jabatan),
    ]
    return PerbandinganNaskah(tuple(b for b in semua if b.beda))


def _bagian(
    nama: str, beda: Iterator[Beda], cara: Cara = Cara.DIUBAH, *, jabatan: bool = False
) -> BagianBeda:
    return BagianBeda(nama, cara, tuple(beda), jabatan)


# --- texts ---------------------------------------------------------------------------------------


def _kata(tempat: str, lama: Sequence[Kata], baru: Sequence[Kata]) -> Iterator[Beda]:
    """The texts that go by the same name, in the order in which they stand."""
    satu, dua = dict(lama), dict(baru)
    nama = list(dict.fromkeys((*satu, *dua)))
    for satu_nama in nama:
        a, b = satu.get(satu_nama, ""), dua.get(satu_nama, "")
        sini = _di(tempat, satu_nama)
        if isinstance(a, tuple) or isinstance(b, tuple):
            yield from _butir(sini, a if isinstance(a, tuple) else (), b if isinstance(b, tuple) else ())
        elif a != b:
            yield Beda(sini, a, b)


def _di(tempat: str, nama: str) -> str:
    return f"{tempat} › {nama}" if tempat else nama


def _butir(tempat: str, lama: Sequence[str], baru: Sequence[str]) -> Iterator[Beda]:
    pasangan = pasangkan(lama, baru)
    for a, b in pasangan:
        semula, menjadi = _ambil(lama, a) or "", _ambil(baru, b) or ""
        if semula != menjadi:
            nomor = f"ke-{b + 1}" if b is not None else f"ke-{(a or 0) + 1} semula"
            yield Beda(f"{tempat} {nomor}", semula, menjadi)
    yield from _urutan(tempat, pasangan, lama, baru)


def _ambil(deret: Sequence[T], tempat: int | None) -> T | None:
    return None if tempat is None else deret[tempat]


def _urutan(
    tempat: str, pasangan: Sequence[Pasangan], lama: Sequence[str], baru: Sequence[str]
) -> Iterator[Beda]:
    """What is in both but stands in another order."""
    if urutan_sama(pasangan):
        return
    tetap = [(a, b) for a, b in pasangan if a is not None and b is not None]
    nomor = [
        "\n".join(f"{n}. {satu_baris(deret[i])}" for n, i in enumerate(sorted(letak), 1))
        for deret, letak in ((lama, [a for a, _ in tetap]), (baru, [b for _, b in tetap]))
    ]
    yield Beda(f"Urutan {tempat}", *nomor)


# --- parts within parts --------------------------------------------------------------------------

Banding = Callable[[str, T | None, T | None], Iterator[Beda]]


@dataclass(frozen=True, slots=True)
class _Jenis(Generic[T]):
    """A kind of thing that stands in a list: what it is called, its name, how two are compared."""

    kata: str
    nama: Callable[[T], str]
    banding: Banding[T]
    berkutip: bool = True

    def sebut(self, nama: str, tempat: int) -> str:
        """The thing in words: ``Sasaran “Meningkatnya …”``."""
        isi = kutip(nama) if self.berkutip else satu_baris(nama)
        return f"{self.kata} {isi if nama else f'ke-{tempat + 1}'}"


def _deret(
    jenis: _Jenis[T], lama: Sequence[T] | None, baru: Sequence[T] | None, tempat: str = ""
) -> Iterator[Beda]:
    """The members of two lists, each with its counterpart, and their order."""
    lama, baru = lama or (), baru or ()
    satu, dua = [jenis.nama(s) for s in lama], [jenis.nama(s) for s in baru]
    pasangan = pasangkan(satu, dua)
    for a, b in pasangan:
        sini = jenis.sebut(dua[b], b) if b is not None else jenis.sebut(satu[a or 0], a or 0)
        yield from jenis.banding(_di(tempat, sini), _ambil(lama, a), _ambil(baru, b))
    yield from _urutan(_di(tempat, jenis.kata), pasangan, satu, dua)


def _banding(kata: Callable[[T], Sequence[Kata]]) -> Banding[T]:
    """Compare two things by their texts alone."""

    def banding(tempat: str, lama: T | None, baru: T | None) -> Iterator[Beda]:
        satu = kata(lama) if lama is not None else ()
        yield from _kata(tempat, satu, kata(baru) if baru is not None else ())

    return banding


def _keputusan(lama: Keputusan, baru: Keputusan) -> Iterator[Beda]:
    """An amendment is another decision, not another wording of the first one."""
    if _PERUBAHAN.match(baru.tentang or "") and baru.tentang != lama.tentang:
        yield Beda("Keputusan yang menetapkan", _nama_keputusan(lama), _nama_keputusan(baru))
        return
    yield from _kata("", kata_keputusan(lama), kata_keputusan(baru))
    yield from _deret(_DIKTUM, lama.diktum, baru.diktum)


def _nama_keputusan(keputusan: Keputusan) -> str:
    kata = dict(kata_keputusan(keputusan))
    nomor, tentang = kata.get("Nomor", "belum ada"), kata.get("Tentang", "")
    return satu_baris(f"Nomor {nomor} tentang {tentang}, {kata.get('Tanggal', 'tanggal belum ada')}")


def _iku(tempat: str, lama: Iku | None, baru: Iku | None) -> Iterator[Beda]:
    yield from _banding(kata_iku)(tempat, lama, baru)
    yield from _deret(_BARIS_IKU, lama.baris if lama else (), baru.baris if baru else (), tempat)


_BAB: _Jenis[Bab] = _Jenis("Bab", lambda b: b.judul, _banding(kata_bab))
_IKU: _Jenis[Iku] = _Jenis("Tabel", lambda i: i.judul or "Indikator Kinerja Utama", _iku)
_BARIS_IKU: _Jenis[IkuBaris] = _Jenis("Baris", lambda b: b.indikator, _banding(kata_iku_baris))
_DIKTUM: _Jenis[Diktum] = _Jenis("Diktum", lambda d: d.label, _banding(kata_diktum), berkutip=False)


# --- the lampiran --------------------------------------------------------------------------------


def pasangkan_jabatan(lama: Sequence[JabatanUtuh], baru: Sequence[JabatanUtuh]) -> list[Pasangan]:
    """The posts of two versions by their places: of the same name, else alike in what they are to do.

    A post that was renamed stays the same post.
    """
    nama = [[j.jabatan.nama for j in semua] for semua in (lama, baru)]
    pasangan = pasangkan(*nama, mirip=False)
    sisa_lama = [a for a, b in pasangan if a is not None and b is None]
    sisa_baru = [b for a, b in pasangan if b is not None and a is None]
    isi = pasangkan([_uraian(lama[a]) for a in sisa_lama], [_uraian(baru[b]) for b in sisa_baru])
    ganti = {sisa_baru[b]: sisa_lama[a] for a, b in isi if a is not None and b is not None}
    lengkap = [(ganti.get(b, a) if b is not None else a, b) for a, b in pasangan]
    return [(a, b) for a, b in lengkap if b is not None or a not in ganti.values()]


def _uraian(utuh: JabatanUtuh) -> str:
    """What a post is to do and to reach, by which it is known under another name."""
    tugas = baris_daftar(utuh.jabatan.tugas)
    return "\n".join((utuh.jabatan.nama, *tugas, *(s.sasaran.teks for s in utuh.sasaran)))


def _lampiran(lama: Sequence[JabatanUtuh], baru: Sequence[JabatanUtuh]) -> Iterator[BagianBeda]:
    pasangan = pasangkan_jabatan(lama, baru)
    for a, b in pasangan:
        satu, dua = _ambil(lama, a), _ambil(baru, b)
        utuh = dua or satu
        assert utuh is not None
        cara = Cara.DITAMBAH if satu is None else Cara.DIHAPUS if dua is None else Cara.DIUBAH
        yield _bagian(satu_baris(utuh.jabatan.nama), _jabatan(satu, dua), cara, jabatan=True)
    nama = [[j.jabatan.nama for j in semua] for semua in (lama, baru)]
    yield _bagian("Lampiran", _urutan("jabatan", pasangan, *nama))


def _jabatan(lama: JabatanUtuh | None, baru: JabatanUtuh | None) -> Iterator[Beda]:
    satu, dua = (kata_jabatan(u.jabatan) if u is not None else () for u in (lama, baru))
    yield from _kata("", satu, dua)
    yield from _deret(_SASARAN, lama.sasaran if lama else (), baru.sasaran if baru else ())


def _sasaran(tempat: str, lama: SasaranUtuh | None, baru: SasaranUtuh | None) -> Iterator[Beda]:
    semula, menjadi = (u.sasaran.teks if u is not None else "" for u in (lama, baru))
    if semula != menjadi:
        yield Beda(tempat, semula, menjadi)
    yield from _deret(_INDIKATOR, lama.indikator if lama else (), baru.indikator if baru else (), tempat)


def _indikator(tempat: str, lama: IndikatorUtuh | None, baru: IndikatorUtuh | None) -> Iterator[Beda]:
    satu, dua = (kata_indikator(u.indikator) if u is not None else () for u in (lama, baru))
    yield from _kata(tempat, satu, dua)
    yield from _deret(_FORMULASI, lama.formulasi if lama else (), baru.formulasi if baru else (), tempat)


def _nama_formulasi(utuh: FormulasiUtuh) -> str:
    f = utuh.formulasi
    return f.teks or f.pembilang or f.rumus or ""


_SASARAN: _Jenis[SasaranUtuh] = _Jenis("Sasaran", lambda s: s.sasaran.teks, _sasaran)
_INDIKATOR: _Jenis[IndikatorUtuh] = _Jenis("Indikator", lambda i: i.indikator.teks, _indikator)
_FORMULASI: _Jenis[FormulasiUtuh] = _Jenis(
    "Formulasi", _nama_formulasi, _banding(lambda f: kata_formulasi(f.formulasi))
)
