"""A quarter, or a year, of one office at a glance: the figures behind the page "Ringkasan".

Nothing is computed here that is not computed elsewhere: capaian comes from the workspace, which
keeps it.  This module compares, ranks and counts.  Its own rules are few:

* what is empty has no place in a comparison or a rank, and is never taken for 0;
* a difference is that of the two figures as they are shown, so that whoever subtracts on paper
  finds the same (PP 8/2006 Pasal 27(3) asks for the quarters side by side);
* ties keep the printed order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from iki_desktop.core.angka import hitung_desimal, tanpa_sisa
from iki_desktop.core.capaian import TANPA_TARGET, Aturan, HasilIndikator, HasilInduk
from iki_desktop.core.kalimat import satu_baris
from iki_desktop.core.records import Dokumen, Indikator, Jabatan, JenisFormulasi
from iki_desktop.core.skm import mutu_skm
from iki_desktop.core.triwulan import SEMUA_TRIWULAN, Periode, Sampai, nama_tw, triwulan_sebelum
from iki_desktop.core.workspace import Workspace

__all__ = [
    "BANYAK_DISEBUT",
    "TAHUN_TERBANYAK",
    "AngkaIndikator",
    "AngkaJabatan",
    "Ekstrem",
    "Kekosongan",
    "Lintasan",
    "Pembanding",
    "Penurunan",
    "Ringkasan",
    "Titik",
    "ekstrem",
    "kekosongan",
    "lintasan_tahun",
    "lintasan_triwulan",
    "penurunan",
    "periode_sebelum",
    "perlu",
    "rangkum",
    "ringkas",
    "sebutan_pembanding",
    "selisih",
    "urut_capaian",
]

BANYAK_DISEBUT = 5
"""Indicators in each of the lists of the best, the worst and those that fell."""

TAHUN_TERBANYAK = 5
"""Years of a course, the one looked at included: the length of a Renstra."""


@dataclass(frozen=True, slots=True)
class AngkaJabatan:
    """A post with its figures; ``bobot`` is its weight in the office's, where it was given one."""

    id: int
    nama: str
    hasil: HasilInduk
    bobot: Decimal | None = None

    @property
    def kosong(self) -> int:
        """Formulas that could be filled in the period and are not."""
        return self.hasil.jumlah - self.hasil.terisi


@dataclass(frozen=True, slots=True)
class AngkaIndikator:
    """An indicator with its figures; ``sebelum`` is its capaian in the quarter before.

    ``mutu`` names what a survey's value is called: ``B (Baik)``; empty for any other figure.
    """

    id: int
    teks: str
    jabatan: str
    penanggung_jawab: str
    hasil: HasilIndikator
    sebelum: Decimal | None
    mutu: str = ""


@dataclass(frozen=True, slots=True)
class Pembanding:
    """What the office's capaian is held against: ``TW I``, ``TW IV 2025``, ``tahun 2025``."""

    nama: str
    capaian: Decimal | None


@dataclass(frozen=True, slots=True)
class Kekosongan:
    """How much is not filled yet, of one post or of one person in charge.

    ``id`` is the record to go to: the post, or the first indicator with something empty.
    ``nama`` is empty for the indicators that nobody is named for.
    """

    id: int
    nama: str
    kosong: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class Penurunan:
    """An indicator whose shown capaian is ``selisih`` (below 0) against the quarter before."""

    indikator: AngkaIndikator
    sebelum: Decimal
    sesudah: Decimal
    selisih: Decimal


@dataclass(frozen=True, slots=True)
class Ekstrem:
    """The best and the worst indicators; none stands in both.

    ``tertinggi_lain`` counts those that are as good as the last one named but have no place left,
    ``terendah_lain`` likewise.  ``bercapaian`` is how many have a capaian at all.
    """

    tertinggi: tuple[AngkaIndikator, ...] = ()
    terendah: tuple[AngkaIndikator, ...] = ()
    tertinggi_lain: int = 0
    terendah_lain: int = 0
    bercapaian: int = 0


@dataclass(frozen=True, slots=True)
class Titik:
    """One place of a course; ``node_id`` is 0 where the file has nothing there."""

    tahun: int
    periode: Periode
    node_id: int = 0
    capaian: Decimal | None = None
    kategori: str | None = None


@dataclass(frozen=True, slots=True)
class Lintasan:
    """Capaian of an office or a post over quarters or years, in order, gaps included."""

    nama: str
    titik: tuple[Titik, ...]

    @property
    def ada(self) -> bool:
        """Whether there is a capaian anywhere on it."""
        return any(t.capaian is not None for t in self.titik)


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """A document in a period, at a glance; posts in printed order, what is empty by its number.

    ``turun`` names the deepest of ``turun_semua`` falls among ``dibandingkan`` indicators that have
    a capaian in this quarter and in the one before.  ``tanpa_target`` counts those that have a
    realisasi but nothing to hold it against.
    """

    periode: Periode
    tahun: int
    aturan: Aturan
    hasil: HasilInduk
    pembanding: Pembanding | None
    jabatan: tuple[AngkaJabatan, ...]
    kosong_jabatan: tuple[Kekosongan, ...]
    kosong_penanggung_jawab: tuple[Kekosongan, ...]
    turun: tuple[Penurunan, ...]
    turun_semua: int
    dibandingkan: int
    ekstrem: Ekstrem
    tanpa_target: int

    @property
    def bercapaian(self) -> int:
        """Posts that have a capaian: those on which the office's rests."""
        return sum(j.hasil.capaian is not None for j in self.jabatan)


def ringkas(workspace: Workspace, dokumen_id: int, periode: Periode) -> Ringkasan:
    """The figures of a document for a period."""
    dokumen = _dokumen(workspace, dokumen_id)
    aturan = workspace.aturan(dokumen_id)
    jabatan = tuple(
        AngkaJabatan(j.id, j.nama, workspace.hasil(j.id, periode), j.bobot)
        for j in workspace.arsip.jabatan(dokumen_id)
    )
    indikator = tuple(_angka_indikator(workspace, dokumen_id, periode))
    hasil = workspace.hasil(dokumen_id, periode)
    pembanding = _pembanding(workspace, dokumen, periode)
    return rangkum(
        periode, dokumen.tahun, aturan,
        hasil=hasil, pembanding=pembanding, jabatan=jabatan, indikator=indikator,
    )  # fmt: skip


def rangkum(
    periode: Periode,
    tahun: int,
    aturan: Aturan,
    *,
    hasil: HasilInduk,
    pembanding: Pembanding | None,
    jabatan: tuple[AngkaJabatan, ...],
    indikator: tuple[AngkaIndikator, ...],
) -> Ringkasan:
    """The figures of an office at a glance from those of its posts and indicators, wherever they are from."""
    turun = penurunan(indikator, aturan)
    return Ringkasan(
        periode,
        tahun,
        aturan,
        hasil,
        pembanding,
        jabatan,
        _kosong_jabatan(jabatan),
        _kosong_penanggung_jawab(indikator),
        turun[:BANYAK_DISEBUT],
        len(turun),
        sum(i.sebelum is not None for i in indikator),
        ekstrem(indikator),
        sum(i.hasil.sebab == TANPA_TARGET for i in indikator),
    )


def perlu(workspace: Workspace, dokumen_id: int, periode: Periode) -> Iterator[tuple[int, Periode]]:
    """The posts and periods whose figures a summary and its courses rest on.

    Of a very large office they can be asked for one by one beforehand: the workspace keeps them,
    and the summary is then there at once.
    """
    dokumen = _dokumen(workspace, dokumen_id)
    for lama in workspace.arsip.dokumen(dokumen.kecamatan_id):
        for satu in _periode_perlu(dokumen.tahun - lama.tahun, periode):
            for jabatan_id in workspace.arsip.anak_id(lama.id):
                yield jabatan_id, satu


def _periode_perlu(selisih_tahun: int, periode: Periode) -> tuple[Periode, ...]:
    if selisih_tahun == 0:
        sampai = map(Sampai, SEMUA_TRIWULAN) if isinstance(periode, Sampai) else ()
        return (*SEMUA_TRIWULAN, *sampai, None)
    if selisih_tahun == 1 and periode == 1:
        return (None, 4)
    return (None,) if 0 < selisih_tahun < TAHUN_TERBANYAK else ()


def _dokumen(workspace: Workspace, dokumen_id: int) -> Dokumen:
    dokumen = workspace.arsip[dokumen_id]
    assert isinstance(dokumen, Dokumen)
    return dokumen


def _semua_indikator(workspace: Workspace, dokumen_id: int) -> Iterator[tuple[Jabatan, Indikator]]:
    arsip = workspace.arsip
    for jabatan in arsip.jabatan(dokumen_id):
        for sasaran in arsip.sasaran(jabatan.id):
            for indikator in arsip.indikator(sasaran.id):
                yield jabatan, indikator


def _angka_indikator(workspace: Workspace, dokumen_id: int, periode: Periode) -> Iterator[AngkaIndikator]:
    for jabatan, indikator in _semua_indikator(workspace, dokumen_id):
        hasil = workspace.hasil_indikator(indikator.id, periode)
        sebelum, lalu = None, triwulan_sebelum(periode)
        if lalu is not None and hasil.capaian is not None:
            sebelum = workspace.hasil_indikator(indikator.id, lalu).capaian
        penanggung = indikator.penanggung_jawab or ""
        mutu = _mutu(workspace, indikator.id, hasil)
        yield AngkaIndikator(indikator.id, indikator.teks, jabatan.nama, penanggung, hasil, sebelum, mutu)


def _mutu(workspace: Workspace, indikator_id: int, hasil: HasilIndikator) -> str:
    if hasil.realisasi is None:
        return ""
    jenis = {f.jenis for f in workspace.arsip.formulasi(indikator_id)}
    return "{} ({})".format(*mutu_skm(hasil.realisasi)) if jenis == {JenisFormulasi.SKM} else ""


# --- against what was before ------------------------------------------------------------------


def selisih(sebelum: Decimal, sesudah: Decimal, aturan: Aturan) -> Decimal:
    """By how much the shown capaian rose (above 0) or fell, in percentage points."""
    with hitung_desimal():
        return aturan.tampil(sesudah) - aturan.tampil(sebelum)


def periode_sebelum(tahun: int, periode: Periode) -> tuple[int, Periode]:
    """What a period is held against: the one a quarter earlier; the first against what ended the year
    before (its last quarter, or the whole of it), a year against the one before.
    """
    sebelum = triwulan_sebelum(periode)
    if sebelum is not None:
        return tahun, sebelum
    return tahun - 1, 4 if isinstance(periode, int) else None


def sebutan_pembanding(tahun: int, periode: Periode) -> str:
    """The name of what ``periode_sebelum`` gives: ``TW I``, ``s.d. TW I``, ``TW IV 2025``, ``tahun 2025``."""
    lama, sebelum = periode_sebelum(tahun, periode)
    if sebelum is None:
        return f"tahun {lama}"
    return nama_tw(sebelum) + ("" if lama == tahun else f" {lama}")


def _pembanding(workspace: Workspace, dokumen: Dokumen, periode: Periode) -> Pembanding | None:
    """``None`` where the file has no document of that year."""
    tahun, sebelum = periode_sebelum(dokumen.tahun, periode)
    lama = _dokumen_tahun(workspace, dokumen.kecamatan_id, tahun)
    if lama is None:
        return None
    nama = sebutan_pembanding(dokumen.tahun, periode)
    return Pembanding(nama, workspace.hasil(lama.id, sebelum).capaian)


def _dokumen_tahun(workspace: Workspace, kecamatan_id: int, tahun: int) -> Dokumen | None:
    return next((d for d in workspace.arsip.dokumen(kecamatan_id) if d.tahun == tahun), None)


def penurunan(semua: Sequence[AngkaIndikator], aturan: Aturan) -> tuple[Penurunan, ...]:
    """The indicators that show less than in the quarter before, the deepest fall first."""
    hasil = []
    for satu in semua:
        if satu.sebelum is None or satu.hasil.capaian is None:
            continue
        beda = selisih(satu.sebelum, satu.hasil.capaian, aturan)
        if beda < 0:
            hasil.append(Penurunan(satu, satu.sebelum, satu.hasil.capaian, beda))
    return tuple(sorted(hasil, key=lambda p: p.selisih))


# --- ranks ------------------------------------------------------------------------------------


def urut_capaian(jabatan: Sequence[AngkaJabatan]) -> tuple[AngkaJabatan, ...]:
    """The posts by capaian, the highest first, those without one behind."""
    bernilai = [(j, j.hasil.capaian) for j in jabatan]
    ada = sorted(
        ((j, tanpa_sisa(c)) for j, c in bernilai if c is not None), key=lambda pasang: pasang[1], reverse=True
    )
    return (*(j for j, _ in ada), *(j for j, c in bernilai if c is None))


def ekstrem(semua: Sequence[AngkaIndikator], banyak: int = BANYAK_DISEBUT) -> Ekstrem:
    """The best and the worst by capaian, at most ``banyak`` each.

    Of few indicators half are best and half worst.  One that is as low as the lowest is not named
    among the best, nor one among the worst that is as good as any of the best; where all are
    equal, there is no worst.
    """
    bernilai = [(tanpa_sisa(i.hasil.capaian), i) for i in semua if i.hasil.capaian is not None]
    if not bernilai:
        return Ekstrem()
    terendah = min(n for n, _ in bernilai)
    naik = sorted(bernilai, key=lambda pasang: pasang[0])
    turun = sorted(bernilai, key=lambda pasang: pasang[0], reverse=True)
    unggul = [pasang for pasang in turun if pasang[0] > terendah]
    atas = (unggul or turun)[: min(banyak, (len(turun) + 1) // 2) if unggul else banyak]
    tertinggal = [pasang for pasang in naik if pasang[0] < atas[-1][0]]
    bawah = tertinggal[:banyak]
    return Ekstrem(
        tuple(i for _, i in atas),
        tuple(i for _, i in bawah),
        _setara(bernilai, atas),
        _setara(bernilai, bawah),
        len(bernilai),
    )


def _setara(
    semua: Sequence[tuple[Decimal, AngkaIndikator]], disebut: Sequence[tuple[Decimal, AngkaIndikator]]
) -> int:
    """How many are left out that are as the last one named."""
    if not disebut:
        return 0
    batas = disebut[-1][0]
    return sum(n == batas for n, _ in semua) - sum(n == batas for n, _ in disebut)


# --- what is empty ----------------------------------------------------------------------------


def kekosongan(
    workspace: Workspace, dokumen_id: int, periode: Periode
) -> tuple[tuple[Kekosongan, ...], tuple[Kekosongan, ...]]:
    """What is not filled yet: by post, and by person in charge; those with the most first."""
    jabatan = workspace.arsip.jabatan(dokumen_id)
    angka = tuple(AngkaJabatan(j.id, j.nama, workspace.hasil(j.id, periode)) for j in jabatan)
    indikator = tuple(_angka_indikator(workspace, dokumen_id, periode))
    return _kosong_jabatan(angka), _kosong_penanggung_jawab(indikator)


def _kosong_jabatan(jabatan: Sequence[AngkaJabatan]) -> tuple[Kekosongan, ...]:
    return _terbanyak_dahulu([Kekosongan(j.id, j.nama, j.kosong, j.hasil.jumlah) for j in jabatan])


def _kosong_penanggung_jawab(semua: Sequence[AngkaIndikator]) -> tuple[Kekosongan, ...]:
    """By person in charge, however the name is spaced or capitalised; nothing where none is named."""
    kelompok: dict[str, list[AngkaIndikator]] = {}
    for satu in semua:
        kelompok.setdefault(satu_baris(satu.penanggung_jawab).casefold(), []).append(satu)
    if set(kelompok) <= {""}:
        return ()
    return _terbanyak_dahulu([_gabungan(anggota) for anggota in kelompok.values()])


def _gabungan(anggota: Sequence[AngkaIndikator]) -> Kekosongan:
    kosong = [i.hasil.jumlah - i.hasil.terisi for i in anggota]
    pertama = next((i for i, k in zip(anggota, kosong, strict=True) if k), anggota[0])
    jumlah = sum(i.hasil.jumlah for i in anggota)
    return Kekosongan(pertama.id, satu_baris(anggota[0].penanggung_jawab), sum(kosong), jumlah)


def _terbanyak_dahulu(semua: Sequence[Kekosongan]) -> tuple[Kekosongan, ...]:
    return tuple(sorted((k for k in semua if k.kosong), key=lambda k: -k.kosong))


# --- over time --------------------------------------------------------------------------------


def lintasan_triwulan(
    workspace: Workspace, dokumen_id: int, jabatan_id: int = 0, *, sampai: bool = False
) -> Lintasan:
    """The four quarters of the office or (``jabatan_id``) of one of its posts.

    Each quarter alone, or (``sampai``) the year up to the end of each.  A quarter in which nothing
    was entered is a gap either way: the year has not come so far.
    """
    dokumen = _dokumen(workspace, dokumen_id)
    titik = tuple(
        _titik_sampai(workspace, dokumen, jabatan_id, t)
        if sampai
        else _titik(workspace, dokumen, jabatan_id, t)
        for t in SEMUA_TRIWULAN
    )
    return Lintasan(_nama(workspace, dokumen, jabatan_id), titik)


def lintasan_tahun(workspace: Workspace, dokumen_id: int, jabatan_id: int = 0) -> Lintasan:
    """The years up to this one, of the office or of a post, a year without a document as a gap.

    A post is known from year to year by its name, where just one post of that year bears it.
    At most ``TAHUN_TERBANYAK``; it begins with the first of them that the file has.
    """
    dokumen = _dokumen(workspace, dokumen_id)
    nama = _nama(workspace, dokumen, jabatan_id)
    titik: list[Titik] = []
    for tahun in range(dokumen.tahun - TAHUN_TERBANYAK + 1, dokumen.tahun + 1):
        lama = _dokumen_tahun(workspace, dokumen.kecamatan_id, tahun)
        if lama is None:
            titik += [Titik(tahun, None)] if titik else []
            continue
        senama = _senama(workspace, lama, nama) if jabatan_id and lama.id != dokumen_id else jabatan_id
        ada = senama is not None
        titik.append(_titik(workspace, lama, senama or 0, None) if ada else Titik(tahun, None))
    return Lintasan(nama, tuple(titik))


def _titik_sampai(workspace: Workspace, dokumen: Dokumen, jabatan_id: int, triwulan: int) -> Titik:
    titik = _titik(workspace, dokumen, jabatan_id, Sampai(triwulan))
    terisi = workspace.hasil(jabatan_id or dokumen.id, triwulan).terisi
    return titik if terisi else replace(titik, capaian=None, kategori=None)


def _titik(workspace: Workspace, dokumen: Dokumen, jabatan_id: int, periode: Periode) -> Titik:
    hasil = workspace.hasil(jabatan_id or dokumen.id, periode)
    node_id = jabatan_id or dokumen.kecamatan_id
    return Titik(dokumen.tahun, periode, node_id, hasil.capaian, hasil.kategori)


def _nama(workspace: Workspace, dokumen: Dokumen, jabatan_id: int) -> str:
    node = workspace.arsip[jabatan_id or dokumen.kecamatan_id]
    nama = satu_baris(getattr(node, "nama", ""))
    return nama if jabatan_id else f"Kecamatan {nama}"


def _senama(workspace: Workspace, dokumen: Dokumen, nama: str) -> int | None:
    kunci = nama.casefold()
    cocok = [j.id for j in workspace.arsip.jabatan(dokumen.id) if satu_baris(j.nama).casefold() == kunci]
    return cocok[0] if len(cocok) == 1 else None
