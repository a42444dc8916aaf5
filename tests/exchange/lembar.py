"""An office whose entry sheets are written, filled in as people do, and read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell

from iki_desktop.core.ambil_isian import RencanaIsian, susun_rencana
from iki_desktop.core.lembar_isian import BIDANG_KATA, JUDUL_ANGKA, KunciBaris, baca_kunci
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Realisasi,
    Record,
    Sasaran,
    Target,
)
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.lembar_isian import baca_lembar_isian
from iki_desktop.export.xlsx import tulis_lembar_isian
from tests.core.kantor import Laci

DOKUMEN, CAMAT, KASI = 2, 11, 12
RASIO, TETAP, JUMLAH, NILAI, RUMUS, SELISIH, TEKS, KASI_JUMLAH, SALINAN = range(301, 310)
SKM = 311


def _indikator(node_id: int, sasaran_id: int, *formulasi: Formulasi, **isi: Any) -> list[Record]:
    return [Indikator(node_id, sasaran_id, node_id, f"Indikator {node_id}", **isi), *formulasi]


def records(nama: str = "Contoh", tahun: int = 2026) -> list[Record]:
    """Two posts with a formula of every kind, one of them shared, something entered in quarter II."""
    j = JenisFormulasi
    return [
        Kecamatan(1, 0, nama, "Kabupaten", "Percobaan"),
        Dokumen(DOKUMEN, 1, 0, tahun),
        Jabatan(CAMAT, DOKUMEN, 0, "Camat"),
        Jabatan(KASI, DOKUMEN, 1, "Kasi Pelayanan/Umum"),
        Sasaran(21, CAMAT, 0, "Sasaran satu"),
        Sasaran(22, KASI, 0, "Sasaran dua"),
        *_indikator(
            31,
            21,
            Formulasi(RASIO, 31, 0, j.RASIO, pembilang="Surat selesai", penyebut="Surat masuk"),
            Formulasi(TETAP, 31, 1, j.RASIO, pembilang="Desa tertib", penyebut_tetap=Decimal(8)),
            target=Target(Decimal(90), (Decimal(20), Decimal("40.5"), None, Decimal(90))),
            satuan="%",
        ),
        *_indikator(32, 21, Formulasi(JUMLAH, 32, 0, j.JUMLAH, teks="Jumlah rapat")),
        *_indikator(33, 21, Formulasi(NILAI, 33, 0, j.NILAI, teks="Indeks")),
        *_indikator(
            34,
            21,
            Formulasi(
                RUMUS, 34, 0, j.RUMUS, rumus="a / b * 100", variabel=(("a", "Hadir"), ("b", "Diundang"))
            ),
        ),
        *_indikator(35, 22, Formulasi(SELISIH, 35, 0, j.SELISIH, pembilang="Akhir", penyebut="Awal")),
        *_indikator(36, 22, Formulasi(TEKS, 36, 0, j.TEKS, teks="Diuraikan saja")),
        *_indikator(37, 22, Formulasi(KASI_JUMLAH, 37, 0, j.JUMLAH, teks="Jumlah laporan")),
        *_indikator(39, 22),
        *_indikator(40, 22, Formulasi(SKM, 40, 0, j.SKM, teks="Survei"), satuan="%"),
        *_indikator(38, 22, Formulasi(SALINAN, 38, 0, j.JUMLAH, teks="Jumlah rapat", sumber_id=JUMLAH)),
        Realisasi(RASIO, 2, Decimal("12.5"), Decimal(50), catatan="Lama", kendala="Hujan"),
        Realisasi(RUMUS, 2, variabel=(("a", Decimal(3)),)),
        Realisasi(JUMLAH, 1, nilai=Decimal(7)),
    ]


def kantor(isi: list[Record] | None = None) -> Workspace:
    isi = records() if isi is None else isi
    return Workspace(Laci(isi), isi)


def tulis(workspace: Workspace, path: Path, *triwulan: int, jabatan_id: int | None = None) -> Path:
    tulis_lembar_isian(workspace.snapshot(DOKUMEN), path, triwulan=triwulan or (2,), jabatan_id=jabatan_id)
    return path


Letak = tuple[int, int | str | None]
"""A formula, and its input's place or a field of words."""


def sel_isian(buku: Any) -> Iterator[tuple[Letak, KunciBaris, Cell]]:
    """Every cell that can be filled in, with what it stands for."""
    for ws in buku.worksheets:
        kepala = {c.value: c.column for baris in ws.iter_rows(max_row=30) for c in baris if c.value}
        for baris in ws.iter_rows():
            for sel in baris:
                kunci = baca_kunci(sel.value) if isinstance(sel.value, str) else None
                if kunci is None:
                    continue
                if kunci.masukan is not None:
                    yield (
                        (kunci.formulasi_id, kunci.masukan),
                        kunci,
                        ws.cell(sel.row, kepala[JUDUL_ANGKA]),
                    )
                for bidang in BIDANG_KATA if kunci.berkata else ():
                    letak = (kunci.formulasi_id, bidang.bidang)
                    yield letak, kunci, ws.cell(sel.row, kepala[bidang.judul])


def isikan(path: Path, isian: Mapping[Letak, Any], ke: Path | None = None) -> Path:
    """Fill cells in, and save as a person does."""
    buku = openpyxl.load_workbook(path)
    ada = {letak: sel for letak, _, sel in sel_isian(buku)}
    for letak, nilai in isian.items():
        ada[letak].value = nilai
    buku.save(ke or path)
    return ke or path


def rencana(workspace: Workspace, *berkas: Path, triwulan: int | None = None) -> RencanaIsian:
    return susun_rencana(workspace.arsip, baca_lembar_isian(berkas), triwulan)


def perubahan(hasil: RencanaIsian) -> dict[tuple[int, str], Any]:
    return {(u.formulasi_id, u.kunci): u.menjadi for u in hasil.usulan}


def alasan(hasil: RencanaIsian) -> str:
    return "\n".join(map(str, hasil.temuan))
