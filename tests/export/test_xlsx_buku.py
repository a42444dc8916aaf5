"""The workbook holds the figures of core, and a program that recomputes it finds the same."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from iki_desktop.core.capaian import HasilIndikator, HasilInduk
from iki_desktop.core.formulasi import dengan_isi, masukan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Kelas,
    PengaturanCapaian,
    Realisasi,
    Sasaran,
    Target,
)
from iki_desktop.core.snapshot import (
    EmpatTriwulan,
    FormulasiUtuh,
    HasilDokumen,
    IndikatorUtuh,
    JabatanUtuh,
    SasaranUtuh,
    Snapshot,
    hitung_dokumen,
)
from iki_desktop.export.xlsx import tulis_xlsx

RUMUS = (
    "a * (b - c)",
    "(a + b) / c × 100 %",
    "max(a, b) - min(b, c) + abs(-c)",
    "-a ^ 2 + b^c",
    "a : (b - b)",
    "2 * 3",
    "min(a)",
    "a ? b",
    "",
)
TANPA_KEPUTUSAN = Dokumen(2, 1, 0, 2026)


@dataclass
class Kantor:
    """Makes offices: every choice by chance, every id its own."""

    acak: random.Random
    id_baru: Iterator[int] = field(default_factory=lambda: count(10))

    def angka(self) -> Decimal | None:
        pilihan = ("0", "1", "3", "7", "12.5", "0.1", "250000", "-4", "33.333", "91")
        return None if self.acak.random() < 0.15 else Decimal(self.acak.choice(pilihan))

    def realisasi(self, formulasi: Formulasi) -> EmpatTriwulan:
        return (
            self._satu(formulasi, 1),
            self._satu(formulasi, 2),
            self._satu(formulasi, 3),
            self._satu(formulasi, 4),
        )

    def _satu(self, formulasi: Formulasi, triwulan: int) -> Realisasi | None:
        if self.acak.random() < 0.2:
            return None
        hasil = Realisasi(formulasi.id, triwulan)
        for satu in masukan(formulasi):
            hasil = dengan_isi(hasil, satu.kunci, self.angka())
        return hasil

    def formulasi(self, jenis: JenisFormulasi) -> FormulasiUtuh:
        tetap = self.acak.choice([None, None, Decimal(14), Decimal(0)])
        rumus = self.acak.choice(RUMUS) if jenis is JenisFormulasi.RUMUS else None
        variabel = (("a", "Pegawai"), ("b", "Hari kerja"), ("c", "Hari tidak masuk")) if rumus else None
        satu = Formulasi(
            next(self.id_baru), 0, 0, jenis, teks="Jumlah laporan", pembilang="Diberi izin",
            penyebut="Permohonan", penyebut_tetap=tetap, rumus=rumus, variabel=variabel,
        )  # fmt: skip
        return FormulasiUtuh(satu, self.realisasi(satu))

    def target(self) -> Target | None:
        if self.acak.random() < 0.1:
            return None
        a, b, c, d = (self.angka() for _ in range(4))
        return Target(self.angka(), (a, b, c, d) if self.acak.random() < 0.5 else None)

    def indikator(
        self, jenis: JenisFormulasi, akumulasi: Akumulasi | None, arah: Arah | None
    ) -> IndikatorUtuh:
        banyak = self.acak.choice([0, 1, 1, 1, 2, 3])
        formulasi = tuple(self.formulasi(jenis if n == 0 else self.jenis()) for n in range(banyak))
        satu = Indikator(
            next(self.id_baru), 0, 0, "Persentase permohonan", satuan="%", arah=arah, akumulasi=akumulasi,
            target=self.target(),
        )  # fmt: skip
        return IndikatorUtuh(satu, formulasi)

    def jenis(self) -> JenisFormulasi:
        return self.acak.choice(list(JenisFormulasi))

    def jabatan(self, indikator: list[IndikatorUtuh]) -> JabatanUtuh:
        sasaran = []
        while indikator:
            banyak = self.acak.randint(0, 4)
            isi, indikator = tuple(indikator[:banyak]), indikator[banyak:]
            sasaran.append(SasaranUtuh(Sasaran(next(self.id_baru), 0, 0, "Meningkatnya pelayanan"), isi))
        return JabatanUtuh(Jabatan(next(self.id_baru), 2, 0, "Kepala Seksi"), None, tuple(sasaran))

    def semua_gabungan(self) -> list[IndikatorUtuh]:
        """Every kind under every accumulation and direction."""
        return [
            self.indikator(jenis, akumulasi, arah)
            for jenis in JenisFormulasi
            for akumulasi in (None, *Akumulasi)
            for arah in Arah
        ]

    def snapshot(self, capaian: PengaturanCapaian | None, jabatan: list[JabatanUtuh]) -> Snapshot:
        kecamatan = Kecamatan(1, 0, "Contoh", "Kabupaten", "Percontohan")
        return Snapshot(kecamatan, replace(TANPA_KEPUTUSAN, capaian=capaian), tuple(jabatan))


ATURAN = (
    None,
    PengaturanCapaian(batas_atas=Decimal(120), desimal=1, pembulatan="potong", rata_rata_dari="dibulatkan"),
    PengaturanCapaian(
        rumus_turun="kebalikan",
        desimal=0,
        rata_rata_dari="dibulatkan",
        skala=(Kelas("Baik", Decimal(60)), Kelas("Istimewa", Decimal("90.5")), Kelas("Cukup", Decimal(30))),
    ),
    PengaturanCapaian(
        batas_atas=Decimal(100), desimal=4, skala=(Kelas("A", Decimal(50)), Kelas("B", Decimal(-10)))
    ),
)


def kantor_besar(aturan: PengaturanCapaian | None, benih: int) -> Snapshot:
    kantor = Kantor(random.Random(benih))
    jabatan = [kantor.jabatan(kantor.semua_gabungan()) for _ in range(4)]
    return kantor.snapshot(aturan, [*jabatan, kantor.jabatan([])])


@st.composite
def kantor_acak(draw: st.DrawFn) -> Snapshot:
    kantor = Kantor(random.Random(draw(st.integers(0, 2**32))))
    kombinasi = st.tuples(
        st.sampled_from(list(JenisFormulasi)),
        st.sampled_from([None, *Akumulasi]),
        st.sampled_from([None, *Arah]),
    )
    jabatan = [
        kantor.jabatan([kantor.indikator(*k) for k in draw(st.lists(kombinasi, max_size=5))])
        for _ in range(draw(st.integers(0, 3)))
    ]
    return kantor.snapshot(draw(st.sampled_from(ATURAN)), jabatan)


def angka(nilai: Any) -> Any:
    """A cell's content where it is a number, else nothing: words stand where a figure is missing."""
    return nilai if isinstance(nilai, int | float) else None


def sama(nilai: Any, harapan: Decimal | None) -> bool:
    if harapan is None:
        return angka(nilai) is None
    return angka(nilai) is not None and float(nilai) == pytest.approx(float(harapan), rel=1e-12, abs=1e-12)


def periksa_lembar(ws: Any, hasil: HasilDokumen, aturan: Any) -> None:
    """Every figure on a sheet, found by its headings, is the figure of core."""
    kolom = {ws.cell(4, n).value: n for n in range(1, ws.max_column + 1)}
    tingkat = kolom["Tingkat"]
    baris = {
        nama: [r for r in range(5, ws.max_row + 1) if ws.cell(r, tingkat).value == nama]
        for nama in ("indikator", "sasaran", "jabatan", "kecamatan")
    }
    sasaran = [s for j in hasil.jabatan for s in j.sasaran]
    indikator = [i for s in sasaran for i in s.indikator]
    menurut_tingkat: dict[str, Sequence[HasilIndikator | HasilInduk]] = {
        "indikator": indikator,
        "sasaran": [s.hasil for s in sasaran],
        "jabatan": [j.hasil for j in hasil.jabatan],
        "kecamatan": [hasil.hasil],
    }
    for nama, isi in menurut_tingkat.items():
        for r, satu in zip(baris[nama], isi, strict=True):
            penuh = ws.cell(r, kolom["Capaian tanpa pembulatan (%)"]).value
            tampil = None if satu.capaian is None else aturan.tampil(satu.capaian)
            assert sama(penuh, satu.capaian)
            assert sama(ws.cell(r, kolom["Capaian (%)"]).value, tampil)
            assert (ws.cell(r, kolom["Kategori"]).value or None) == satu.kategori
    for r, satu in zip(baris["indikator"], indikator, strict=True):
        assert sama(ws.cell(r, kolom["Realisasi"]).value, satu.realisasi)
        assert sama(ws.cell(r, kolom["Target"]).value, satu.target)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(snapshot=kantor_acak())
def test_cached_values_are_the_figures_of_core(snapshot: Snapshot, tmp_path: Path) -> None:
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    buku = load_workbook(tmp_path / "iki.xlsx", data_only=True)
    assert buku.sheetnames == ["IKI", "TW I", "TW II", "TW III", "TW IV", "Setahun", "Rekap"]
    for nama, periode in (("TW I", 1), ("TW II", 2), ("TW III", 3), ("TW IV", 4), ("Setahun", None)):
        periksa_lembar(buku[nama], hitung_dokumen(snapshot, periode), snapshot.aturan)
