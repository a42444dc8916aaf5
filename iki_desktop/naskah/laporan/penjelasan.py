"""The sentences under a report that say how each of its figures came about."""

from __future__ import annotations

from collections.abc import Iterator

from iki_desktop.core.capaian import Pengisian
from iki_desktop.core.penjelasan import jelaskan_indikator, jelaskan_induk, jelaskan_kemajuan
from iki_desktop.core.triwulan import Periode, Sampai, nama_tw
from iki_desktop.naskah.identitas import kecamatan
from iki_desktop.naskah.laporan.bahan import Bahan, IndikatorTerhitung, JabatanTerhitung, SasaranTerhitung

__all__ = ["penjelasan_jabatan", "penjelasan_kantor"]


def penjelasan_kantor(bahan: Bahan) -> tuple[str, ...]:
    """Of every jabatan that is asked for, and of the mean of the office in a report of it all."""
    if not bahan.penjelasan:
        return ()
    semua = [
        kalimat
        for jabatan in bahan.jabatan
        for kalimat in penjelasan_jabatan(bahan, jabatan, bertiga=isinstance(bahan.periode, Sampai))
    ]
    if bahan.jabatan and not bahan.tunggal:
        bobot = [j.utuh.jabatan.bobot for j in bahan.jabatan]
        anak = [j.hasil[bahan.periode] for j in bahan.jabatan]
        semua.append(f"{kecamatan(bahan.office)}: {jelaskan_induk('jabatan', anak, bahan.aturan, bobot)}")
    return tuple(semua)


def penjelasan_jabatan(bahan: Bahan, jabatan: JabatanTerhitung, *, bertiga: bool = False) -> Iterator[str]:
    """Of each indicator, of each sasaran, and of the jabatan, in the order of the table.

    ``bertiga``: the report shows a quarter, the year up to it, and that against the year.
    """
    if not bahan.penjelasan or not jabatan.sasaran:
        return
    nama = jabatan.utuh.jabatan.nama
    depan = "" if bahan.tunggal else f"{nama}, "
    for nomor, sasaran in enumerate(jabatan.sasaran, 1):
        for satu in sasaran.indikator:
            kalimat = _bertiga(bahan, satu) if bertiga else f" {_kalimat(bahan, satu, bahan.periode)}"
            yield f"{depan}{satu.utuh.indikator.teks}:{kalimat}"
        yield f"{depan}{'sasaran' if depan else 'Sasaran'} {nomor}: {_sasaran(bahan, sasaran)}"
    anak = [s.hasil[bahan.periode] for s in jabatan.sasaran]
    bobot = [s.utuh.sasaran.bobot for s in jabatan.sasaran]
    yield f"{nama}: {jelaskan_induk('sasaran', anak, bahan.aturan, bobot)}"


def _sasaran(bahan: Bahan, sasaran: SasaranTerhitung) -> str:
    anak = [satu.hasil[bahan.periode] for satu in sasaran.indikator]
    bobot = [satu.utuh.indikator.bobot for satu in sasaran.indikator]
    return jelaskan_induk("indikator", anak, bahan.aturan, bobot)


def _bertiga(bahan: Bahan, satu: IndikatorTerhitung) -> str:
    """A line for each of the three."""
    periode = bahan.periode
    assert isinstance(periode, Sampai)
    pengisian = _pengisian(satu)
    tahun = jelaskan_kemajuan(satu.utuh.indikator, pengisian, bahan.aturan, periode.triwulan)
    kalimat = [f"{nama_tw(p)}: {_kalimat(bahan, satu, p)}" for p in (periode.triwulan, periode)]
    return "\n".join(["", *kalimat, f"Terhadap target setahun: {tahun}"])


def _kalimat(bahan: Bahan, satu: IndikatorTerhitung, periode: Periode) -> str:
    return jelaskan_indikator(satu.utuh.indikator, _pengisian(satu), bahan.aturan, periode)


def _pengisian(satu: IndikatorTerhitung) -> list[Pengisian]:
    return [(f.formulasi, f.realisasi) for f in satu.utuh.formulasi]
