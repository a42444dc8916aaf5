"""Entry sheets as workbooks: one for a jabatan or many, and how they are filled in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from iki_desktop.core.lembar_isian import JUDUL_KUNCI
from iki_desktop.core.progress import Progress
from iki_desktop.core.snapshot import JabatanUtuh, Snapshot
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.halaman import atur_halaman, kode_kertas
from iki_desktop.export.xlsx.lembar import Kolom, Lembar
from iki_desktop.export.xlsx.lembar_isian import LembarIsian
from iki_desktop.export.xlsx.nama_lembar import nama_lembar
from iki_desktop.export.xlsx.nilai_simpanan import sisipkan_nilai
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.identitas import kecamatan

__all__ = ["tulis_buku"]

_PETUNJUK = (
    "1. Isi sel kuning saja. Sel lain terkunci agar tidak berubah tanpa sengaja; sandinya tidak ada.",
    "2. Angka ditulis seperti biasa, misalnya 82,5. Pecahan memakai koma, tanpa satuan di belakangnya.",
    "3. Kosong berarti belum ada angka, dan tidak ikut dihitung. Bila memang nol, tulis 0.",
    "4. Angka yang sudah tercantum boleh diperbaiki atau dikosongkan. Yang tidak disentuh tidak berubah.",
    "5. Catatan, kendala, dan tindak lanjut ditulis dengan kata-kata biasa.",
    "6. Simpan, lalu kembalikan berkasnya. Nama berkas, nama lembar, dan urutan baris boleh berubah.",
    "7. Jangan menyalin baris dari lembar lain, dan jangan menggabungkan sel.",
    f"Kolom “{JUDUL_KUNCI}” tersembunyi di kanan tabel. Isinya tanda pengenal tiap baris: kantor, tahun,"
    " triwulan, jabatan, indikator, dan isinya ketika lembar dibuat. Tidak ada rahasia di dalamnya.",
    "Di IKI Desktop lembar ini diambil dengan Realisasi → Ambil lembar isian …",
)

_ALINEA = replace(gaya.POLOS_TEBAL, tebal=False)


def tulis_buku(
    snapshot: Snapshot,
    jabatan: Sequence[JabatanUtuh],
    triwulan: Sequence[int],
    path: Path,
    progress: Progress,
) -> None:
    """Write a sheet for each jabatan and quarter, then one on how to fill them in, whole or not at all."""
    with tulis_atomik(path) as sementara:
        buku = Workbook()
        buku.remove(buku.worksheets[0])
        # The width of a column is counted in digits of this style; openpyxl has no other way to it.
        buku._named_styles["Normal"].font = Font(name=gaya.HURUF, size=gaya.UKURAN)  # type: ignore[attr-defined]
        kertas = kode_kertas(snapshot.dokumen.tata_letak)
        lembar = [(j, t) for j in jabatan for t in triwulan]
        for nomor, (satu, t) in enumerate(lembar):
            progress.maju(nomor, len(lembar) + 1, "Menulis lembar isian")
            nama = satu.jabatan.nama if len(triwulan) == 1 else f"TW {ROMAWI[t - 1]} {satu.jabatan.nama}"
            nama = nama_lembar(nama, [*buku.sheetnames, "Petunjuk"], "Jabatan")
            LembarIsian(buku, nama, snapshot, satu, t).tulis(kertas)
        progress.maju(len(lembar), len(lembar) + 1, "Menyimpan lembar isian")
        _petunjuk(buku, kertas)
        _properti(buku, snapshot)
        mentah = io.BytesIO()
        buku.save(mentah)
        sisipkan_nilai(mentah.getvalue(), sementara, {})


def _petunjuk(buku: Workbook, kertas: int) -> None:
    lembar = Lembar(buku, "Petunjuk", [Kolom("", 110)])
    lembar.teks(1, "A", "Cara mengisi", replace(gaya.POLOS_TEBAL, ukuran=13))
    for baris, teks in enumerate(_PETUNJUK, 3):
        lembar.teks(baris, "A", teks, _ALINEA)
    atur_halaman(lembar, kertas, "Cara mengisi lembar isian", "A", 2 + len(_PETUNJUK))
    lembar.ws.print_title_rows = lembar.ws.freeze_panes = None
    lembar.ws.protection.sheet = True


def _properti(buku: Workbook, snapshot: Snapshot) -> None:
    nama = kecamatan(snapshot.kecamatan)
    buku.properties.title = isi_sel(f"Lembar isian {nama} {snapshot.dokumen.tahun}", 255)
    buku.properties.creator = isi_sel(nama, 255)
    buku.properties.language = "id-ID"
