"""The PDF file itself: pages drawn, numbers set, the document's properties written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from iki_desktop.core.errors import Temuan
from iki_desktop.core.progress import Progress
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.bingkai import Bingkai
from iki_desktop.export.pdf.huruf import pilih_huruf, temuan_huruf
from iki_desktop.export.pdf.lambang import baca_lambang
from iki_desktop.export.pdf.penata import Halaman, tata
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.blok import GantiHalaman, Lambang, Naskah
from iki_desktop.naskah.teks import semua_teks

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

__all__ = ["cetak"]

_BAHASA = "id-ID"

# Streams as bytes, not as letters: a quarter smaller and sooner written.
rl_config.useA85 = 0


def cetak(naskah: Naskah, path: Path, progress: Progress) -> tuple[Temuan, ...]:
    """Write the document whole or not at all; answer with what was found on the way.

    Raises
    ------
    ExportError
        where the file cannot be written.
    Dibatalkan
        where the person stopped it; nothing is left behind.
    """
    huruf, pesan = pilih_huruf(naskah.halaman.huruf)
    album = _Album()
    bingkai = Bingkai(huruf, naskah.halaman.ukuran, naskah.tanda)
    with tulis_atomik(path) as sementara:
        kanvas = Canvas(
            str(sementara),
            invariant=1,
            pageCompression=1,
            lang=_BAHASA,
            # Else every file names Helvetica, which is not embedded; the type stubs take it for a number.
            initialFontName=huruf.biasa.nama,  # type: ignore[arg-type]
        )
        _tulis_keterangan(kanvas, naskah)
        jumlah = sum(not isinstance(b, GantiHalaman) for satu in naskah.lembaran for b in satu.blok)
        for nomor, halaman in enumerate(tata(naskah.lembaran, naskah.halaman, huruf, album.baca), 1):
            _gambar(kanvas, halaman, bingkai)
            progress.maju(halaman.blok_selesai, jumlah, f"Halaman {nomor}")
        kanvas.save()
    return (pesan, *temuan_huruf(huruf, semua_teks(naskah)), *album.temuan, *naskah.temuan)


class _Album:
    """The pictures of one document, each decoded once."""

    def __init__(self) -> None:
        self._gambar: dict[bytes, ImageReader | None] = {}
        self.temuan: list[Temuan] = []

    def baca(self, lambang: Lambang) -> ImageReader | None:
        if lambang.png not in self._gambar:
            self._gambar[lambang.png] = baca_lambang(lambang)
            if self._gambar[lambang.png] is None:
                pesan = "Lambang daerah tidak dapat dibaca; tidak dicetak."
                self.temuan.append(Temuan("kecamatan.logo_png", pesan))
        return self._gambar[lambang.png]


def _tulis_keterangan(kanvas: Canvas, naskah: Naskah) -> None:
    kanvas.setTitle(_satu_baris(naskah.judul))
    kanvas.setAuthor(_satu_baris(naskah.penulis))
    kanvas.setSubject(_satu_baris(naskah.perihal))
    kanvas.setCreator("IKI Desktop")
    kanvas.setViewerPreference("DisplayDocTitle", "true")
    kanvas.showOutline()


def _satu_baris(teks: str) -> str:
    return " ".join(bersihkan(teks).split())[:500]


def _gambar(kanvas: Canvas, halaman: Halaman, bingkai: Bingkai) -> None:
    luas = halaman.bidang
    kanvas.setPageSize((luas.lebar_kertas, luas.tinggi_kertas))
    bingkai.gambar(kanvas, halaman)
    halaman.isi.gambar(kanvas, luas.x, luas.y)
    kanvas.showPage()
