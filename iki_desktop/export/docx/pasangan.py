"""Two signatures side by side."""

from __future__ import annotations

from collections.abc import Sequence

from iki_desktop.export.docx.gaya import BentukWord
from iki_desktop.export.docx.isi import sel
from iki_desktop.export.docx.lembar import Lembar, paragraf, tabel, tulis_paragraf
from iki_desktop.export.docx.unsur import Unsur, unsur
from iki_desktop.export.pdf.gaya import UKURAN, Rata
from iki_desktop.naskah.blok import PasanganTandaTangan, TandaTangan

__all__ = ["susun_pasangan"]

_DASAR = "TandaTanganSebelah"


def susun_pasangan(lembar: Lembar, blok: PasanganTandaTangan) -> Unsur:
    """A table of two signatures; a row for what they begin with, their offices, and their names."""
    _gaya(lembar)
    sela = UKURAN.tanda_tangan_sela * lembar.lebar
    tengah = UKURAN.tanda_tangan_dari * lembar.lebar
    lebar = (tengah - sela / 2, sela, lembar.lebar - tengah - sela / 2)
    semua = [_bagian(satu) for satu in (blok.kiri, blok.kanan)]
    baris = [
        _baris(lebar, kiri, kanan, akhir=n == len(semua[0]) - 1)
        for n, (kiri, kanan) in enumerate(zip(*semua, strict=True))
        if kiri or kanan
    ]
    return tabel("TabelKop", lebar, baris)


def _gaya(lembar: Lembar) -> None:
    nama = "Tanda Tangan Sebelah"
    lembar.gaya.tambah(BentukWord(_DASAR, nama, rata=Rata.KIRI, lekat=True, utuh=True))
    jarak = {"Jabatan": UKURAN.tanda_tangan_pembuka, "Nama": UKURAN.tanda_tangan_ruang}
    for bagian, sebelum in jarak.items():
        lembar.gaya.tambah(BentukWord(f"{_DASAR}{bagian}", f"{nama} {bagian}", _DASAR, sebelum=sebelum))


def _bagian(blok: TandaTangan) -> tuple[list[tuple[str, str]], ...]:
    """The paragraphs of each row, with their styles."""
    jabatan = [(_DASAR if n else f"{_DASAR}Jabatan", teks) for n, teks in enumerate(blok.jabatan)]
    nama = [(f"{_DASAR}Nama", blok.nama), *((_DASAR, teks) for teks in blok.keterangan)]
    return [(_DASAR, teks) for teks in blok.pembuka], jabatan, nama


def _baris(
    lebar: Sequence[float], kiri: list[tuple[str, str]], kanan: list[tuple[str, str]], *, akhir: bool
) -> Unsur:
    def isi(semua: list[tuple[str, str]]) -> list[Unsur]:
        return [tulis_paragraf(gaya, teks, _lepas(akhir)) for gaya, teks in semua] or [paragraf(_DASAR, ())]

    sel_baris = [sel(mm, isi(satu)) for mm, satu in zip(lebar, (kiri, [], kanan), strict=True)]
    return unsur("w:tr", unsur("w:trPr", unsur("w:cantSplit")), *sel_baris)


def _lepas(akhir: bool) -> Unsur | None:
    """The last row need not stay with what follows."""
    return unsur("w:keepNext", val=0) if akhir else None
