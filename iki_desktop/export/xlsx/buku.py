"""The workbook as a whole: its sheets in order, their pages, its properties, the file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from iki_desktop.core.penjelasan import jelaskan_induk
from iki_desktop.core.progress import Progress
from iki_desktop.core.snapshot import HasilDokumen, Snapshot, hitung_dokumen
from iki_desktop.core.triwulan import Periode, nama_periode, triwulan_periode
from iki_desktop.export.xlsx.bagian_hitung import KECAMATAN, Induk, LembarHitung
from iki_desktop.export.xlsx.gaya import HURUF, UKURAN
from iki_desktop.export.xlsx.halaman import atur_halaman, kode_kertas, satu_halaman
from iki_desktop.export.xlsx.isian_langsung import batasi_isian, tampilkan_bulat
from iki_desktop.export.xlsx.lembar import BARIS_ISI, Lembar
from iki_desktop.export.xlsx.lembar_grafik import LembarGrafik, kelas_aturan
from iki_desktop.export.xlsx.lembar_iki import LembarIki
from iki_desktop.export.xlsx.lembar_rekap import BarisRekap, LembarRekap, SumberRekap
from iki_desktop.export.xlsx.lembar_setahun import LembarSetahun, susunan_setahun
from iki_desktop.export.xlsx.lembar_triwulan import LembarTriwulan, susunan_triwulan
from iki_desktop.export.xlsx.nilai_simpanan import sisipkan_nilai
from iki_desktop.export.xlsx.rumus_excel import NAMA_DESIMAL
from iki_desktop.export.xlsx.susunan import Susunan
from iki_desktop.export.xlsx.teks import isi_sel
from iki_desktop.keluaran import tulis_atomik
from iki_desktop.naskah.identitas import daerah, kecamatan

__all__ = ["tulis"]

_PANJANG_PROPERTI = 255
"""Characters of a document property that every program shows."""


def tulis(snapshot: Snapshot, path: Path, progress: Progress, periode: Periode) -> None:
    """See ``tulis_xlsx``: the same without a default."""
    with tulis_atomik(path) as sementara:
        buku = _Buku(snapshot, progress, periode)
        buku.susun()
        buku.simpan(sementara)


@dataclass(frozen=True, slots=True)
class _Terhitung:
    """A sheet with figures, the rows on it, and the figures."""

    lembar: LembarHitung
    susunan: Susunan
    hasil: HasilDokumen


class _Buku:
    """A workbook while it is being made."""

    def __init__(self, snapshot: Snapshot, progress: Progress, periode: Periode) -> None:
        self._snapshot = snapshot
        self._progress = progress
        self._periode = periode
        self._triwulan = triwulan_periode(periode)
        self._buku = Workbook()
        self._buku.remove(self._buku.worksheets[0])
        # The width of a column is counted in digits of this style; openpyxl has no other way to it.
        self._buku._named_styles["Normal"].font = Font(name=HURUF, size=UKURAN)  # type: ignore[attr-defined]
        self._lembar: list[Lembar] = []
        self._langkah = 0
        self._jumlah_langkah = 1

    @property
    def _subjudul(self) -> str:
        office = self._snapshot.kecamatan
        return f"{kecamatan(office)} {daerah(office)} Tahun {self._snapshot.dokumen.tahun}"

    def susun(self) -> None:
        """Write every sheet, in the order in which the office reads them."""
        periode = self._periode
        gabungan = not isinstance(periode, int)
        self._jumlah_langkah = (len(self._triwulan) + 1 + gabungan) * len(self._snapshot.jabatan) + 3
        iki = self._iki()
        baris = susunan_triwulan(self._snapshot)
        terhitung = [self._lembar_triwulan(t, iki, baris) for t in self._triwulan]
        if not isinstance(periode, int):
            lembar = LembarSetahun(self._buku, self._snapshot, iki, baris, periode)
            terhitung.append(self._hitung(lembar, susunan_setahun(self._snapshot), periode))
        self._rekap(terhitung)
        self._properti()

    def simpan(self, tujuan: Path) -> None:
        """Write the file, the figures of the formulas in it."""
        self._maju("Menyimpan buku kerja")
        mentah = io.BytesIO()
        self._buku.save(mentah)
        nilai = {f"xl/worksheets/sheet{n}.xml": lembar.nilai for n, lembar in enumerate(self._lembar, 1)}
        sisipkan_nilai(mentah.getvalue(), tujuan, nilai)

    def _iki(self) -> LembarIki:
        lembar = LembarIki(self._buku, self._snapshot)
        lembar.kepala("INDIKATOR KINERJA INDIVIDU (IKI)", self._subjudul)
        for nomor, jabatan in enumerate(self._snapshot.jabatan, 1):
            self._maju("Menulis tabel IKI")
            lembar.jabatan(nomor, jabatan)
        tampilkan_bulat(lembar, (lembar.k.target,), lembar.baris - 1)
        self._selesai(lembar, "C", lembar.baris - 1)
        return lembar

    def _lembar_triwulan(self, triwulan: int, iki: LembarIki, susunan: Susunan) -> _Terhitung:
        lembar = LembarTriwulan(
            self._buku, self._snapshot, triwulan, iki, susunan=susunan, induk=self._triwulan[0]
        )
        terhitung = self._hitung(lembar, susunan, triwulan)
        batasi_isian(lembar, susunan)
        return terhitung

    def _hitung(self, lembar: LembarHitung, susunan: Susunan, periode: Periode) -> _Terhitung:
        """Fill a sheet from its figures, the kecamatan's own under the last jabatan."""
        nama = nama_periode(periode)
        hasil = hitung_dokumen(self._snapshot, periode)
        lembar.kepala(f"CAPAIAN INDIKATOR KINERJA INDIVIDU, {nama.upper()}", self._subjudul)
        for nomor, (tempat, satu) in enumerate(zip(susunan.jabatan, hasil.jabatan, strict=True), 1):
            self._maju(f"Menulis {nama}")
            lembar.jabatan(nomor, tempat, satu)
        teks = kecamatan(self._snapshot.kecamatan)
        bobot = [j.jabatan.bobot for j in self._snapshot.jabatan]
        kalimat = jelaskan_induk("jabatan", [j.hasil for j in hasil.jabatan], self._snapshot.aturan, bobot)
        rentang = (susunan.akhir, susunan.awal, susunan.akhir - 1)
        lembar.induk(Induk(KECAMATAN, *rentang, teks, hasil.hasil, kalimat))
        tampilkan_bulat(lembar, lembar.kolom_angka, susunan.akhir)
        self._selesai(lembar, "C", susunan.akhir)
        return _Terhitung(lembar, susunan, hasil)

    def _rekap(self, terhitung: Sequence[_Terhitung]) -> None:
        self._maju("Menulis rekap")
        sumber = [SumberRekap(t.lembar, t.lembar.ws.title) for t in terhitung]
        lembar = LembarRekap(self._buku, self._snapshot, sumber)
        periode = nama_periode(terhitung[-1].hasil.periode)
        lembar.kepala(f"REKAP CAPAIAN INDIKATOR KINERJA INDIVIDU, {periode.upper()}", self._subjudul)
        baris = BARIS_ISI
        semua: list[tuple[int, BarisRekap]] = []
        for nomor, jabatan in enumerate(self._snapshot.jabatan):
            tempat = [t.susunan.jabatan[nomor] for t in terhitung]
            rekap = BarisRekap(
                str(nomor + 1),
                jabatan.jabatan.nama,
                tuple(t.baris for t in tempat),
                tuple(t.hasil.jabatan[nomor].hasil for t in terhitung),
                (tempat[-1].baris + 1, tempat[-1].akhir),
            )
            lembar.baris(baris, rekap)
            semua.append((baris, rekap))
            baris += 1
        kantor = self._rekap_kecamatan(terhitung)
        lembar.baris(baris, kantor, kecamatan=True)
        self._selesai(lembar, "C", lembar.penutup(baris + 2))
        satu_halaman(lembar)
        if semua:
            self._grafik(lembar, semua, (baris, kantor), periode)

    def _grafik(
        self,
        rekap: LembarRekap,
        semua: Sequence[tuple[int, BarisRekap]],
        kantor: tuple[int, BarisRekap],
        periode: str,
    ) -> None:
        """The course of the office, where there are several quarters, and a bar for each jabatan."""
        self._maju("Menulis grafik")
        aturan, tahun = self._snapshot.aturan, self._snapshot.dokumen.tahun
        kertas = kode_kertas(self._snapshot.dokumen.tata_letak)
        kelas = kelas_aturan(aturan, rekap.sel_kelas)
        lembar = LembarGrafik(self._buku, kelas, aturan, NAMA_DESIMAL, kertas)
        lembar.kepala(f"GRAFIK CAPAIAN, {periode.upper()}", self._subjudul)
        if len(self._triwulan) > 1:
            lajur = [rekap.lajur(*kantor, n) for n in range(len(self._triwulan))]
            lembar.grafik("Capaian tiap triwulan", lajur, tegak=True)
        batang = [rekap.batang(*satu) for satu in semua]
        lembar.grafik(f"Capaian per jabatan, {periode} {tahun}", batang, tegak=False)
        lembar.atur(f"{lembar.ws.title} · {self._subjudul}")
        self._lembar.append(lembar)

    def _rekap_kecamatan(self, terhitung: Sequence[_Terhitung]) -> BarisRekap:
        susunan = [t.susunan for t in terhitung]
        return BarisRekap(
            "",
            kecamatan(self._snapshot.kecamatan),
            tuple(s.akhir for s in susunan),
            tuple(t.hasil.hasil for t in terhitung),
            (susunan[-1].awal, susunan[-1].akhir - 1),
        )

    def _selesai(self, lembar: Lembar, beku: str, akhir: int) -> None:
        kertas = kode_kertas(self._snapshot.dokumen.tata_letak)
        atur_halaman(lembar, kertas, f"{lembar.ws.title} · {self._subjudul}", beku, akhir)
        self._lembar.append(lembar)

    def _maju(self, pesan: str) -> None:
        self._progress.maju(self._langkah, self._jumlah_langkah, pesan)
        self._langkah += 1

    def _properti(self) -> None:
        properti = self._buku.properties
        properti.title = isi_sel(f"Indikator Kinerja Individu {self._subjudul}", _PANJANG_PROPERTI)
        properti.subject = "Indikator kinerja, realisasi, dan capaian"
        properti.creator = isi_sel(kecamatan(self._snapshot.kecamatan), _PANJANG_PROPERTI)
        properti.category = "Kinerja"
        properti.keywords = "IKI, indikator, realisasi, capaian, triwulan"
        properti.language = "id-ID"
