"""The workbook holds the figures of core, and a program that recomputes it finds the same."""

from __future__ import annotations

import math
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.capaian import HasilIndikator, HasilInduk
from iki_desktop.core.errors import ExportError
from iki_desktop.core.formulasi import dengan_isi, isi, masukan
from iki_desktop.core.penjelasan import jelaskan_indikator
from iki_desktop.core.progress import Dibatalkan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Butir,
    Dokumen,
    EmpatAngka,
    Formulasi,
    Gabungan,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Kelas,
    Keputusan,
    Penandatangan,
    PengaturanCapaian,
    Realisasi,
    Sasaran,
    Target,
    TataLetak,
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
from iki_desktop.core.target import tulis_sasar
from iki_desktop.core.triwulan import Sampai
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.export.xlsx import tulis_xlsx
from iki_desktop.export.xlsx.teks import isi_sel

DATA = Path(__file__).parents[1] / "data"

RUMUS = (
    "a * (b - c)",
    "(a + b) / c × 100 %",
    "max(a, b) - min(b, c) + abs(-c)",
    "-a ^ 2 + b^c",
    "a : (b - b)",
    "2 ^ (0 * (a ^ (b ^ (c ^ (a ^ (b ^ c))))))",
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
    kaya: bool = False
    """Whether weights, ranges, cumulative targets and formulas that share or stand alone come in too."""
    dapat_dibagi: list[FormulasiUtuh] = field(default_factory=list)

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

    def bobot(self) -> Decimal | None:
        pilihan = (None, None, Decimal(0), Decimal(1), Decimal("33.3"), Decimal(50))
        return self.acak.choice(pilihan) if self.kaya else None

    def formulasi(self, jenis: JenisFormulasi) -> FormulasiUtuh:
        satu = self._formulasi(jenis)
        if self.kaya and self.dapat_dibagi and self.acak.random() < 0.15:
            asal = self.acak.choice(self.dapat_dibagi)
            nomor = satu.formulasi.id
            bersama = replace(
                asal.formulasi, id=nomor, sumber_id=asal.formulasi.id, target=satu.formulasi.target
            )
            return FormulasiUtuh(bersama, asal.realisasi, (0, 0, 0, 0))
        self.dapat_dibagi.append(satu)
        return satu

    def _formulasi(self, jenis: JenisFormulasi) -> FormulasiUtuh:
        tetap = self.acak.choice([None, None, Decimal(14), Decimal(0)])
        rumus = self.acak.choice(RUMUS) if jenis is JenisFormulasi.RUMUS else None
        variabel = (("a", "Pegawai"), ("b", "Hari kerja"), ("c", "Hari tidak masuk")) if rumus else None
        satu = Formulasi(
            next(self.id_baru), 0, 0, jenis, teks=self.acak.choice([None, "Jumlah laporan"]),
            pembilang="Diberi izin", penyebut="Permohonan", penyebut_tetap=tetap, rumus=rumus,
            variabel=variabel, butir=self.acak.choice([None, (Butir("KTP", (Butir("baru"),)), Butir("KK"))]),
            target=self.target() if self.kaya and self.acak.random() < 0.4 else None,
        )  # fmt: skip
        return FormulasiUtuh(satu, self.realisasi(satu))

    def target(self) -> Target | None:
        if self.acak.random() < 0.1:
            return None
        bawah = Target(self.angka(), self._empat() if self.acak.random() < 0.5 else None)
        if not self.kaya or self.acak.random() < 0.5:
            return bawah
        if self.acak.random() < 0.5:
            return replace(bawah, kumulatif=True)
        return self._rentang(bawah)

    def _empat(self) -> EmpatAngka:
        return self.angka(), self.angka(), self.angka(), self.angka()

    def _rentang(self, target: Target) -> Target:
        """Upper bounds that are above the lower ones, or stand alone."""

        def atas(bawah: Decimal | None) -> Decimal | None:
            lebar = self.acak.choice([None, Decimal(0), Decimal(5), Decimal("70.5")])
            return lebar if bawah is None or lebar is None else bawah + lebar

        a, b, c, d = map(atas, target.triwulan or (None,) * 4)
        kumulatif = self.acak.random() < 0.3
        return replace(
            target, tahun_sampai=atas(target.tahun), triwulan_sampai=(a, b, c, d), kumulatif=kumulatif
        )

    def indikator(
        self, jenis: JenisFormulasi, akumulasi: Akumulasi | None, arah: Arah | None
    ) -> IndikatorUtuh:
        banyak = self.acak.choice([0, 1, 1, 1, 2, 3])
        formulasi = tuple(self.formulasi(jenis if n == 0 else self.jenis()) for n in range(banyak))
        satu = Indikator(
            next(self.id_baru), 0, 0, "Persentase permohonan", satuan="%", arah=arah, akumulasi=akumulasi,
            target=self.target(), bobot=self.bobot(),
            gabungan=self.acak.choice([None, *Gabungan]) if self.kaya else None,
        )  # fmt: skip
        return IndikatorUtuh(satu, formulasi)

    def jenis(self) -> JenisFormulasi:
        return self.acak.choice(list(JenisFormulasi))

    def jabatan(self, indikator: list[IndikatorUtuh]) -> JabatanUtuh:
        sasaran = []
        while indikator:
            banyak = self.acak.randint(0, 4)
            isi, indikator = tuple(indikator[:banyak]), indikator[banyak:]
            satu = Sasaran(next(self.id_baru), 0, 0, "Meningkatnya pelayanan", bobot=self.bobot())
            sasaran.append(SasaranUtuh(satu, isi))
        jabatan = Jabatan(next(self.id_baru), 2, 0, "Kepala Seksi", bobot=self.bobot())
        return JabatanUtuh(jabatan, None, tuple(sasaran))

    def isi(self, snapshot: Snapshot) -> Snapshot:
        """The same document with entries and targets."""
        jabatan = tuple(
            replace(j, sasaran=tuple(self._isi_sasaran(s) for s in j.sasaran)) for j in snapshot.jabatan
        )
        return replace(snapshot, jabatan=jabatan)

    def _isi_sasaran(self, sasaran: SasaranUtuh) -> SasaranUtuh:
        indikator = tuple(
            IndikatorUtuh(
                replace(i.indikator, target=self.target()),
                tuple(replace(f, realisasi=self.realisasi(f.formulasi)) for f in i.formulasi),
            )
            for i in sasaran.indikator
        )
        return replace(sasaran, indikator=indikator)

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


def kantor_besar(
    aturan: PengaturanCapaian | None, benih: int, banyak: int = 1, *, kaya: bool = False
) -> Snapshot:
    kantor = Kantor(random.Random(benih), kaya=kaya)
    jabatan = [kantor.jabatan(kantor.semua_gabungan()) for _ in range(banyak)]
    return kantor.snapshot(aturan, [*jabatan, kantor.jabatan([])])


@st.composite
def kantor_acak(draw: st.DrawFn) -> Snapshot:
    kantor = Kantor(random.Random(draw(st.integers(0, 2**32))), kaya=draw(st.booleans()))
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
    for nama, anggota in menurut_tingkat.items():
        for r, satu in zip(baris[nama], anggota, strict=True):
            penuh = ws.cell(r, kolom["Capaian tanpa pembulatan (%)"]).value
            tampil = None if satu.capaian is None else aturan.tampil(satu.capaian)
            assert sama(penuh, satu.capaian)
            assert sama(ws.cell(r, kolom["Capaian (%)"]).value, tampil)
            assert (ws.cell(r, kolom["Kategori"]).value or None) == satu.kategori
    for r, satu in zip(baris["indikator"], indikator, strict=True):
        assert sama(ws.cell(r, kolom["Realisasi"]).value, satu.realisasi)
        target = ws.cell(r, kolom["Target"]).value
        if satu.sasar is not None and satu.sasar.rentang:
            assert target == tulis_sasar(satu.sasar, aturan)
        else:
            assert sama(target, satu.target)


def grafik(snapshot: Snapshot) -> list[str]:
    """The sheet of the charts, where there is a jabatan to draw."""
    return ["Grafik"] if snapshot.jabatan else []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(snapshot=kantor_acak())
def test_cached_values_are_the_figures_of_core(snapshot: Snapshot, tmp_path: Path) -> None:
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    buku = load_workbook(tmp_path / "iki.xlsx", data_only=True)
    assert buku.sheetnames == [
        "IKI",
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        "Setahun",
        "Rekap",
        *grafik(snapshot),
    ]
    for nama, periode in (("TW I", 1), ("TW II", 2), ("TW III", 3), ("TW IV", 4), ("Setahun", None)):
        periksa_lembar(buku[nama], hitung_dokumen(snapshot, periode), snapshot.aturan)


@pytest.fixture(scope="module")
def soffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


PROFIL = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
"""LibreOffice is told to recompute whatever it opens."""


def dengan_nilai_palsu(asal: Path, tujuan: Path) -> None:
    """The same workbook with a wrong figure in every formula cell, so that none can pass for recomputed."""
    with ZipFile(asal) as dari, ZipFile(tujuan, "w") as ke:
        for nama in dari.namelist():
            isi = dari.read(nama).decode()
            if nama.startswith("xl/worksheets/sheet"):
                isi = re.sub(r"(</f>)<v>[^<]*</v>", r"\1<v>-987654</v>", isi)
                isi = re.sub(r' t="str"(?=[^>]*><f>)', "", isi)
            ke.writestr(nama, isi)


def hitung_ulang(soffice: str, berkas: list[Path], folder: Path) -> list[Path]:
    """Let LibreOffice open and save the workbooks; it recomputes every formula."""
    profil = folder / "profil" / "user"
    profil.mkdir(parents=True)
    (profil / "registrymodifications.xcu").write_text(PROFIL, encoding="utf-8")
    palsu = folder / "palsu"
    palsu.mkdir()
    for satu in berkas:
        dengan_nilai_palsu(satu, palsu / satu.name)
    perintah = [soffice, f"-env:UserInstallation={profil.parent.as_uri()}", "--headless"]
    perintah += ["--convert-to", "xlsx", "--outdir", str(folder / "ulang")]
    subprocess.run([*perintah, *(str(palsu / b.name) for b in berkas)], check=True, capture_output=True)
    return [folder / "ulang" / b.name for b in berkas]


def isi_buku(path: Path) -> dict[tuple[str, str], Any]:
    """What stands in each cell that is not empty; the looks are not read, which saves half the time."""
    buku = load_workbook(path, data_only=True, read_only=True)
    semua = ((ws.title, sel) for ws in buku.worksheets for baris in ws.iter_rows() for sel in baris)
    isi = {(judul, sel.coordinate): sel.value for judul, sel in semua if sel.value is not None}
    buku.close()
    return isi


def beda(semula: Path, ulang: Path) -> list[tuple[tuple[str, str], Any, Any]]:
    """Cells in which two workbooks differ by more than binary arithmetic does."""
    satu, dua = isi_buku(semula), isi_buku(ulang)
    assert satu
    hasil = []
    for sel in satu.keys() | dua.keys():
        a, b = satu.get(sel), dua.get(sel)
        if isinstance(a, int | float) and isinstance(b, int | float):
            if math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9):
                continue
        elif _setara(str(a or ""), str(b or "")):
            continue
        hasil.append((sel, a, b))
    return hasil


_ANGKA_TERTULIS = re.compile(r"-?\d+(?:,\d+)?")


def _setara(satu: str, dua: str) -> bool:
    """Whether texts are the same but for what binary arithmetic does to figures written in them."""
    if satu == dua:
        return True
    if _ANGKA_TERTULIS.sub("#", satu) != _ANGKA_TERTULIS.sub("#", dua):
        return False
    angka = [[float(n.replace(",", ".")) for n in _ANGKA_TERTULIS.findall(t)] for t in (satu, dua)]
    return angka[0] == pytest.approx(angka[1], rel=1e-9)


def test_libreoffice_recomputes_the_same_figures(soffice: str, tmp_path: Path) -> None:
    berkas = []
    for nomor, aturan in enumerate(ATURAN):
        berkas.append(tmp_path / f"iki{nomor}.xlsx")
        tulis_xlsx(kantor_besar(aturan, nomor, 2 if aturan is None else 1), berkas[-1])
    berkas.append(tmp_path / "triwulan.xlsx")
    tulis_xlsx(kantor_besar(None, 9), berkas[-1], triwulan=3)
    for nomor, aturan in enumerate(ATURAN):
        kantor = kantor_besar(aturan, 100 + nomor, kaya=True)
        # Each rule for a year or for a part of it, the first for both: every workbook takes a second.
        dua = (None, Sampai(3))
        for periode in dua if nomor == 0 else dua[nomor % 2 :][:1]:
            berkas.append(tmp_path / f"kaya{nomor}{periode is None}.xlsx")
            tulis_xlsx(kantor, berkas[-1], triwulan=periode)
    for semula, ulang in zip(berkas, hitung_ulang(soffice, berkas, tmp_path), strict=True):
        assert beda(semula, ulang) == []


@pytest.mark.parametrize("nama", ["biatan", "camplong"])
def test_real_offices(nama: str, tmp_path: Path) -> None:
    """Their documents as they are, every quarter filled by chance."""
    arsip = Arsip()
    _, perubahan = rencana_impor(arsip, baca_iki_json(DATA / f"{nama}.json"), count(1).__next__)
    arsip = Arsip([p.after for p in perubahan if p.after is not None])
    snapshot = arsip.snapshot(arsip.dokumen(arsip.kecamatan()[0].id)[0].id)
    terisi = Kantor(random.Random(nama)).isi(snapshot)
    tulis_xlsx(terisi, tmp_path / "iki.xlsx")
    buku = load_workbook(tmp_path / "iki.xlsx", data_only=True)
    periksa_lembar(buku["TW III"], hitung_dokumen(terisi, 3), terisi.aturan)
    periksa_lembar(buku["Setahun"], hitung_dokumen(terisi, None), terisi.aturan)
    tertulis = {str(s.value) for baris in buku["IKI"].iter_rows() for s in baris if s.value is not None}
    for jabatan in snapshot.jabatan:
        for sasaran in jabatan.sasaran:
            assert isi_sel(sasaran.sasaran.teks) in tertulis
            assert {isi_sel(i.indikator.teks) for i in sasaran.indikator} <= tertulis


def test_every_formula_carries_a_value_of_its_kind(tmp_path: Path) -> None:
    tulis_xlsx(kantor_besar(None, 5), tmp_path / "iki.xlsx")
    with ZipFile(tmp_path / "iki.xlsx") as berkas:
        lembar = [berkas.read(n).decode() for n in berkas.namelist() if n.startswith("xl/worksheets/sheet")]
    sel = [
        s for isi_lembar in lembar for s in re.findall(r"(?s)<c ([^>]*)><f>[^<]*</f>(.*?)</c>", isi_lembar)
    ]
    assert len(sel) == sum(isi_lembar.count("<f>") for isi_lembar in lembar) > 500
    kata = [nilai for sifat, nilai in sel if 't="str"' in sifat]
    angka_saja = [nilai for sifat, nilai in sel if " t=" not in sifat]
    assert len(kata) + len(angka_saja) == len(sel)
    assert {"<v/>", "<v>tidak dapat dihitung</v>", "<v>belum lengkap</v>"} <= set(kata)
    for nilai in angka_saja:
        float(nilai.removeprefix("<v>").removesuffix("</v>"))


def test_every_capaian_says_how_it_came(tmp_path: Path) -> None:
    snapshot = kantor_besar(ATURAN[1], 7, kaya=True)
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    for ws, periode in zip(
        load_workbook(tmp_path / "iki.xlsx").worksheets[1:6], (1, 2, 3, 4, None), strict=True
    ):
        kolom = {ws.cell(4, n).value: n for n in range(1, ws.max_column + 1)}
        tertulis = {
            r: ws.cell(r, kolom["Capaian (%)"]).comment
            for r in range(5, ws.max_row + 1)
            if ws.cell(r, kolom["Tingkat"]).value == "indikator"
        }
        indikator = [i for j in snapshot.jabatan for s in j.sasaran for i in s.indikator]
        for catatan, utuh in zip(tertulis.values(), indikator, strict=True):
            isian = [(f.formulasi, f.realisasi) for f in utuh.formulasi]
            assert catatan is not None
            kalimat = jelaskan_indikator(utuh.indikator, isian, snapshot.aturan, periode)
            assert catatan.text == isi_sel(kalimat, 2000)
        kantor = ws.cell(ws.max_row, kolom["Capaian (%)"]).comment
        assert kantor is not None
        assert kantor.text.startswith(("Rata-rata", "Belum ada"))


def test_up_to_a_quarter(tmp_path: Path) -> None:
    snapshot = kantor_besar(ATURAN[1], 5, kaya=True)
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx", triwulan=Sampai(2))
    buku = load_workbook(tmp_path / "iki.xlsx", data_only=True)
    assert buku.sheetnames == ["IKI", "TW I", "TW II", "S.d. TW II", "Rekap", "Grafik"]
    for nama, periode in (("TW I", 1), ("TW II", 2), ("S.d. TW II", Sampai(2))):
        periksa_lembar(buku[nama], hitung_dokumen(snapshot, periode), snapshot.aturan)


def test_one_quarter_alone(tmp_path: Path) -> None:
    snapshot = kantor_besar(None, 3)
    tulis_xlsx(snapshot, tmp_path / "tw.xlsx", triwulan=2)
    buku = load_workbook(tmp_path / "tw.xlsx", data_only=True)
    assert buku.sheetnames == ["IKI", "TW II", "Rekap", "Grafik"]
    periksa_lembar(buku["TW II"], hitung_dokumen(snapshot, 2), snapshot.aturan)
    assert [buku["Rekap"].cell(4, n).value for n in range(1, 5)] == ["No", "Jabatan", "TW II", "Kategori"]


def test_recap_counts_what_is_filled(tmp_path: Path) -> None:
    snapshot = kantor_besar(ATURAN[1], 4)
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    ws = load_workbook(tmp_path / "iki.xlsx", data_only=True)["Rekap"]
    tahun = hitung_dokumen(snapshot, None)
    for r, hasil in enumerate([*(j.hasil for j in tahun.jabatan), tahun.hasil], 5):
        tampil = None if hasil.capaian is None else snapshot.aturan.tampil(hasil.capaian)
        assert sama(ws.cell(r, 7).value, tampil)
        assert (ws.cell(r, 8).value or None) == hasil.kategori
        assert (ws.cell(r, 9).value, ws.cell(r, 10).value) == (hasil.terisi, hasil.jumlah)


def test_entries_stand_where_they_were_made(tmp_path: Path) -> None:
    snapshot = kantor_besar(None, 6)
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx", triwulan=1)
    ws = load_workbook(tmp_path / "iki.xlsx")["TW I"]
    terbuka = [ws.cell(r, 4) for r in range(5, ws.max_row + 1) if not ws.cell(r, 4).protection.locked]
    harapan = [
        isi(f.realisasi[0], m.kunci)
        for j in snapshot.jabatan
        for s in j.sasaran
        for i in s.indikator
        for f in i.formulasi
        for m in masukan(f.formulasi)
    ]
    assert [None if s.value is None else Decimal(str(s.value)) for s in terbuka] == harapan
    assert not ws.protection.sheet
    (aturan,) = ws.data_validations.dataValidation
    assert (aturan.type, aturan.showErrorMessage) == ("decimal", True)
    dibatasi = {sel for rentang in aturan.sqref.ranges for baris in rentang.rows for sel in baris}
    assert dibatasi == {(s.row, s.column) for s in terbuka}


ASING = (
    "=1+1",
    "+62",
    "-5",
    "@SUM(A1)",
    "#N/A",
    "<b>tebal</b> & </para>",
    "baris satu\x0bbaris dua\x00\x07\ud800\ufffe",
    "_x0041_ bukan sandi",
    "😀👨‍👩‍👧 شكرا ﷽",
    "x" * 6_000,
    "kata " * 8_000,
    "\n" * 400 + "akhir",
    "\x07",
)


@pytest.mark.parametrize("teks", ASING)
def test_any_text_stays_the_text_that_it_is(teks: str, tmp_path: Path) -> None:
    kantor = Kantor(random.Random(1))
    dasar = kantor.formulasi(JenisFormulasi.RASIO)

    def satu(triwulan: int) -> Realisasi:
        return Realisasi(dasar.formulasi.id, triwulan, Decimal(3), Decimal(4), catatan=teks)

    formulasi = replace(
        dasar,
        formulasi=replace(
            dasar.formulasi, teks=teks, pembilang=teks, penyebut=teks, sumber_data=teks, catatan=teks
        ),
        realisasi=(satu(1), satu(2), satu(3), satu(4)),
    )
    indikator = IndikatorUtuh(
        Indikator(7, 0, 0, teks, satuan=teks, target=Target(teks=teks), penanggung_jawab=teks), (formulasi,)
    )
    jabatan = JabatanUtuh(Jabatan(3, 2, 0, teks), None, (SasaranUtuh(Sasaran(5, 0, 0, teks), (indikator,)),))
    penandatangan = Penandatangan(teks, teks, teks, "199001012010011001", "Plt.", teks)
    dokumen = replace(
        TANPA_KEPUTUSAN,
        keputusan=Keputusan(tempat=teks, penandatangan=penandatangan),
        capaian=PengaturanCapaian(skala=(Kelas(teks, Decimal(0)),)),
    )
    snapshot = Snapshot(Kecamatan(1, 0, teks, "Kabupaten", teks), dokumen, (jabatan,))
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    buku = load_workbook(tmp_path / "iki.xlsx")
    ws = buku["TW I"]
    rumus = {s.coordinate for b in ws.iter_rows() for s in b if s.data_type == "f"}
    assert not {s for s in rumus if s[0] in "ABCFKM"}
    awal = teks.split("\x0b", maxsplit=1)[0].strip("\x07 \n")[:20]
    assert ws["B7"].data_type == ("s" if awal else "n")
    assert str(ws["B7"].value or "").replace("_x005F_", "_").startswith(awal)
    for lembar in buku.worksheets:
        for tinggi in lembar.row_dimensions.values():
            assert tinggi.height is None or tinggi.height <= 409.5


def test_long_formula_goes_on_in_the_next_rows(tmp_path: Path) -> None:
    """Excel has no row higher than 409 points; what does not fit would be lost on paper."""
    teks = " ".join(f"kata{n}" for n in range(3_000))
    kantor = Kantor(random.Random(1))
    formulasi = kantor.formulasi(JenisFormulasi.NILAI)
    formulasi = replace(formulasi, formulasi=replace(formulasi.formulasi, teks=teks, butir=None))
    indikator = IndikatorUtuh(Indikator(7, 0, 0, "Indikator"), (formulasi,))
    jabatan = JabatanUtuh(
        Jabatan(3, 2, 0, "Camat"), None, (SasaranUtuh(Sasaran(5, 0, 0, "S"), (indikator,)),)
    )
    tulis_xlsx(kantor.snapshot(None, [jabatan]), tmp_path / "iki.xlsx")
    ws = load_workbook(tmp_path / "iki.xlsx")["IKI"]
    potongan = [ws.cell(r, 4).value for r in range(6, ws.max_row + 1)]
    assert len(potongan) > 3
    assert " ".join(str(p) for p in potongan).split() == teks.split()


def test_nip_is_text_and_the_date_waits_for_a_pen(tmp_path: Path) -> None:
    penandatangan = Penandatangan("CAMAT CONTOH", "NAMA CAMAT, S.Sos.", "Pembina", "199001012010011001")
    dokumen = replace(TANPA_KEPUTUSAN, keputusan=Keputusan(tempat="Contoh", penandatangan=penandatangan))
    snapshot = Snapshot(Kecamatan(1, 0, "Contoh", "Kota", "Percontohan"), dokumen, ())
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    ws = load_workbook(tmp_path / "iki.xlsx")["Rekap"]
    menurut_isi = {str(s.value): s for b in ws.iter_rows() for s in b if s.value is not None}
    nip = menurut_isi["NIP. 19900101 201001 1 001"]
    assert (nip.data_type, nip.number_format) == ("s", "@")
    assert any(teks.startswith("Contoh, ....") for teks in menurut_isi)
    assert {"CAMAT CONTOH,", "NAMA CAMAT, S.Sos.", "Pembina"} <= menurut_isi.keys()


@pytest.mark.parametrize("kertas, kode", [(None, 14), ("F4", 14), ("Folio", 14), ("A4", 9)])
def test_pages(kertas: str | None, kode: int, tmp_path: Path) -> None:
    kantor = Kantor(random.Random(2))
    snapshot = kantor.snapshot(None, [kantor.jabatan(kantor.semua_gabungan())])
    snapshot = replace(snapshot, dokumen=replace(snapshot.dokumen, tata_letak=TataLetak(kertas=kertas)))
    snapshot = replace(snapshot, kecamatan=replace(snapshot.kecamatan, nama="A & B"))
    tulis_xlsx(snapshot, tmp_path / "iki.xlsx")
    ws: Any
    *semua, grafik = load_workbook(tmp_path / "iki.xlsx").worksheets
    assert (grafik.page_setup.paperSize, grafik.page_setup.orientation) == (kode, "portrait")
    for ws in semua:
        assert (ws.page_setup.paperSize, ws.page_setup.orientation) == (kode, "landscape")
        assert (ws.sheet_properties.pageSetUpPr.fitToPage, ws.page_setup.fitToWidth) == (True, 1)
        assert ws.page_setup.fitToHeight == (1 if ws.title == "Rekap" else 0)
        assert ws.print_title_rows == "$4:$4"
        assert ws.freeze_panes == "C5"
        assert ws.oddFooter.right.text == "Halaman &P dari &N"
        assert ws.oddFooter.left.text == f"{ws.title} · Kecamatan A && B Kabupaten Percontohan Tahun 2026"


def test_properties_are_indonesian(tmp_path: Path) -> None:
    tulis_xlsx(kantor_besar(None, 1), tmp_path / "iki.xlsx")
    properti = load_workbook(tmp_path / "iki.xlsx").properties
    assert properti.title == "Indikator Kinerja Individu Kecamatan Contoh Kabupaten Percontohan Tahun 2026"
    assert (properti.creator, properti.language) == ("Kecamatan Contoh", "id-ID")


def test_the_same_document_gives_the_same_sheets(tmp_path: Path) -> None:
    for nama in ("a.xlsx", "b.xlsx"):
        tulis_xlsx(kantor_besar(None, 1), tmp_path / nama)
    with ZipFile(tmp_path / "a.xlsx") as a, ZipFile(tmp_path / "b.xlsx") as b:
        bagian = [n for n in a.namelist() if n != "docProps/core.xml"]  # the hour of writing
        assert {n: a.read(n) for n in bagian} == {n: b.read(n) for n in bagian}
        assert {i.date_time for i in a.infolist()} == {(1980, 1, 1, 0, 0, 0)}


class BerhentiPada:
    """A person who stops the work at a step."""

    def __init__(self, langkah: int) -> None:
        self.langkah = langkah
        self.terlihat: list[tuple[int, int]] = []

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        assert pesan
        self.terlihat.append((selesai, jumlah))
        if selesai == self.langkah:
            raise Dibatalkan


@pytest.mark.parametrize("langkah", [0, 3, 9, 14])
def test_stopped_work_leaves_nothing_behind(langkah: int, tmp_path: Path) -> None:
    kantor = Kantor(random.Random(1))
    snapshot = kantor.snapshot(None, [kantor.jabatan([]) for _ in range(3)])
    (tmp_path / "iki.xlsx").write_text("yang lama")
    with pytest.raises(Dibatalkan):
        tulis_xlsx(snapshot, tmp_path / "iki.xlsx", BerhentiPada(langkah))
    assert [b.name for b in tmp_path.iterdir()] == ["iki.xlsx"]
    assert (tmp_path / "iki.xlsx").read_text() == "yang lama"


def test_progress_ends_one_step_before_its_number(tmp_path: Path) -> None:
    kantor = Kantor(random.Random(1))
    kemajuan = BerhentiPada(-1)
    tulis_xlsx(kantor.snapshot(None, [kantor.jabatan([]) for _ in range(3)]), tmp_path / "iki.xlsx", kemajuan)
    jumlah = kemajuan.terlihat[0][1]
    assert kemajuan.terlihat == [(n, jumlah) for n in range(jumlah)]


def test_a_missing_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="tidak ada"):
        tulis_xlsx(kantor_besar(None, 1), tmp_path / "hilang" / "iki.xlsx")
