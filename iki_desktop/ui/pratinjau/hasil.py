"""A finished print: the PDF, where each record begins in it, and what the pen found.

Made in a worker from frozen values alone; nothing of it remains on the disk.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from iki_desktop.core.errors import ExportError, Temuan
from iki_desktop.core.progress import Progress
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import Naskah, Penanda
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.pilihan import Pilihan
from iki_desktop.naskah.tata_halaman import Kertas
from iki_desktop.ui.pratinjau.dokumen_pdf import DokumenPdf

__all__ = ["Hasil", "Tempat", "buat_halaman_uji", "buat_hasil"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a part of the document begins: page (from 0), points below its upper edge.

    ``node_id`` is the record that begins there, 0 for a part that is none.
    """

    halaman: int
    dari_atas: float
    judul: str
    node_id: int


@dataclass(frozen=True, slots=True)
class Hasil:
    """A print as it can be shown.  ``ukuran`` are the pages' sizes in points.

    ``huruf`` says which typeface is used, and why where it is another than the one asked for;
    ``huruf_diganti`` is whether it is another.
    """

    pdf: bytes
    ukuran: tuple[tuple[float, float], ...]
    tempat: tuple[Tempat, ...]
    temuan: tuple[Temuan, ...]
    huruf: str
    huruf_diganti: bool

    def tempat_node(self, node_id: int) -> Tempat | None:
        """Where a record begins; ``None`` where it is not printed."""
        return next((t for t in self.tempat if node_id and t.node_id == node_id), None)

    def awal_dilihat(self, tempat: Tempat) -> float:
        """How far below a page's edge one looks to see a place: what begins high up, with its whole page."""
        _, tinggi = self.ukuran[tempat.halaman]
        return 0.0 if tempat.dari_atas < tinggi / 4 else tempat.dari_atas

    def node_di(self, halaman: int, dari_atas: float) -> int:
        """The record in whose part a point of a page lies; 0 where it is none."""
        dilalui = [t for t in self.tempat if (t.halaman, t.dari_atas) <= (halaman, dari_atas)]
        return dilalui[-1].node_id if dilalui else 0


def buat_hasil(snapshot: Snapshot, pilihan: Pilihan, progress: Progress) -> Hasil:
    """Compose and draw a document.

    Raises
    ------
    ExportError
        where it cannot be drawn.
    Dibatalkan
        where ``progress`` stops it.
    """
    # Loaded here: ReportLab costs as much as an empty window.
    from iki_desktop.export.pdf import cetak_pdf  # noqa: PLC0415

    naskah = compose_dokumen(snapshot, pilihan)
    pdf, (huruf, *temuan) = _tulis(lambda berkas: cetak_pdf(naskah, berkas, progress))
    return _hasil(naskah, pdf, huruf, tuple(temuan))


def buat_halaman_uji(kertas: Kertas) -> bytes:
    """The PDF of the test page for a paper; ``ExportError`` where it cannot be drawn."""
    from iki_desktop.export.pdf.halaman_uji import tulis_halaman_uji  # noqa: PLC0415  (as above)

    return _tulis(lambda berkas: tulis_halaman_uji(kertas, berkas))[0]


def _tulis(pena: Callable[[Path], T]) -> tuple[bytes, T]:
    """What a pen writes, and what it answers; nothing of it stays on the disk."""
    try:
        with tempfile.TemporaryDirectory(prefix="iki-pratinjau-", ignore_cleanup_errors=True) as folder:
            berkas = Path(folder, "pratinjau.pdf")
            jawaban = pena(berkas)
            return berkas.read_bytes(), jawaban
    except OSError as salah:
        raise ExportError(
            "Pratinjau tidak dapat dibuat di folder sementara.", "Periksa ruang kosong pada cakram."
        ) from salah


def _hasil(naskah: Naskah, pdf: bytes, huruf: Temuan, temuan: tuple[Temuan, ...]) -> Hasil:
    """What is known of a print; the outline has one entry for each bookmark of the naskah, in order."""
    alasan = _alasan_ganti(naskah.halaman.huruf)
    dokumen = DokumenPdf(pdf)
    try:
        penanda = [b for lembaran in naskah.lembaran for b in lembaran.blok if isinstance(b, Penanda)]
        tempat = tuple(
            Tempat(letak.halaman, letak.dari_atas, satu.judul, satu.node_id)
            for satu, letak in zip(penanda, dokumen.bookmark(), strict=False)
        )
        return Hasil(
            pdf,
            dokumen.ukuran,
            tempat,
            temuan,
            huruf=" ".join(t for t in (huruf.pesan, alasan) if t),
            huruf_diganti=bool(alasan),
        )
    finally:
        dokumen.tutup()


def _alasan_ganti(diminta: str | None) -> str:
    """Why the typeface that is asked for is not used; empty where it is."""
    from iki_desktop.ui.pratinjau.huruf_komputer import alasan_ganti  # noqa: PLC0415  (loads the pen)

    return alasan_ganti(diminta)
