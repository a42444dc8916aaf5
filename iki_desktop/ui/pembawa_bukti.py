"""Evidence goes along with a copy of the office's file: in a worker, with a sentence at its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from iki_desktop.core.progress import Progress
from iki_desktop.ui.pesan import BilahPesan
from iki_desktop.ui.pintu import LemariBukti
from iki_desktop.ui.tugas import BilahTugas, Tugas

__all__ = ["bawa_bukti"]


def bawa_bukti(
    lemari: LemariBukti,
    tujuan: Path,
    kalimat: str,
    *langkah: tuple[str, Callable[[], object]],
    pesan: BilahPesan,
    bilah: BilahTugas,
) -> None:
    """Copy the evidence beside the copy at ``tujuan``, then say ``kalimat`` and how many went along."""
    if not lemari.isi():
        pesan.tampilkan(kalimat, *langkah)
        return
    if bilah.sibuk:
        pesan.tampilkan(f"{kalimat} Folder bukti belum ikut disalin.", *langkah, penting=True)
        return
    hasil: list[tuple[int, int]] = []

    def kerja(kemajuan: Progress) -> None:
        hasil.append(lemari.salin_ke(tujuan, kemajuan))

    def selesai() -> None:
        ikut, tertinggal = hasil[0]
        lain = f" {tertinggal} nama sudah terpakai di sana dan dilewati." if tertinggal else ""
        pesan.tampilkan(f"{kalimat} {ikut} bukti ikut.{lain}", *langkah, penting=bool(tertinggal))

    # Without a parent: closing the file must not take the work away under its worker.
    tugas = Tugas(kerja)
    tugas.selesai.connect(selesai)
    tugas.gagal.connect(
        lambda teks: pesan.tampilkan(f"{kalimat} Bukti belum ikut semuanya. {teks}", *langkah, penting=True)
    )
    tugas.dibatalkan.connect(
        lambda: pesan.tampilkan(f"{kalimat} Bukti belum ikut semuanya.", *langkah, penting=True)
    )
    bilah.jalankan(tugas, "Menyalin bukti …")
