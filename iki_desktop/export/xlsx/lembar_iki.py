"""The sheet ``IKI``: the whole table of indicators, as in the lampiran."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from openpyxl import Workbook

from iki_desktop.core.records import Arah, Indikator
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot
from iki_desktop.core.target import Sasar, sasar_tahun, tulis_sasar
from iki_desktop.export.xlsx import gaya
from iki_desktop.export.xlsx.gaya import Gaya
from iki_desktop.export.xlsx.kata_formulasi import kata_formulasi
from iki_desktop.export.xlsx.lembar import BARIS_ISI, Kolom, Lembar, potong_tinggi
from iki_desktop.naskah.tata_halaman import tata_halaman

__all__ = ["KolomIki", "LembarIki"]

_NAMA = "IKI"

_ARAH = {Arah.NAIK: "Naik", Arah.TURUN: "Turun"}


@dataclass(frozen=True, slots=True)
class KolomIki:
    """Letters of the columns; those that only some documents need come last or are ``None``."""

    no: str = "A"
    sasaran: str = "B"
    indikator: str = "C"
    formulasi: str = "D"
    satuan: str = "E"
    target: str = "F"
    arah: str = "G"
    sumber: str = "H"
    penanggung_jawab: str | None = None
    target_teks: str | None = None

    @staticmethod
    def untuk(snapshot: Snapshot) -> KolomIki:
        """The columns that this document needs."""
        semua = [i.indikator for j in snapshot.jabatan for s in j.sasaran for i in s.indikator]
        lain = iter("IJ")
        pj = next(lain) if any(i.penanggung_jawab for i in semua) else None
        teks = next(lain) if any(i.target and i.target.teks for i in semua) else None
        return KolomIki(penanggung_jawab=pj, target_teks=teks)

    def kepala(self) -> tuple[Kolom, ...]:
        """Headings and widths."""
        tetap = (
            Kolom("No", 5),
            Kolom("Sasaran", 28),
            Kolom("Indikator Kinerja Individu", 34),
            Kolom("Penjelasan / Formulasi Penghitungan", 50),
            Kolom("Satuan", 10),
            Kolom("Target setahun", 11),
            Kolom("Arah", 8),
            Kolom("Sumber Data", 28),
        )
        pj = (Kolom("Penanggung Jawab", 22),) if self.penanggung_jawab else ()
        return (*tetap, *pj, *((Kolom("Target dalam kata", 18),) if self.target_teks else ()))


class LembarIki(Lembar):
    """Writes the table; ``sel_target`` answers where an indicator's target of the year stands."""

    def __init__(self, buku: Workbook, snapshot: Snapshot) -> None:
        self.k = KolomIki.untuk(snapshot)
        super().__init__(buku, _NAMA, self.k.kepala())
        self.baris = BARIS_ISI
        self._halaman = tata_halaman(snapshot.dokumen.tata_letak)
        self._aturan = snapshot.aturan
        self._sel_target: dict[int, str] = {}

    def sel_target(self, indikator_id: int) -> str:
        """Address of the target of the year of an indicator, as other sheets name it."""
        return f"'{_NAMA}'!{self._sel_target[indikator_id]}"

    def jabatan(self, nomor: int, utuh: JabatanUtuh) -> None:
        """A row with the name of the jabatan, and its table."""
        self.gabung(self.baris, "A", self.kolom_cetak[-1], f"{nomor}. {utuh.jabatan.nama}", gaya.JABATAN)
        self.baris += 1
        for urutan, sasaran in enumerate(utuh.sasaran, 1):
            self._sasaran(urutan, sasaran)

    def _sasaran(self, nomor: int, utuh: SasaranUtuh) -> None:
        kepala = {self.k.no: str(nomor), self.k.sasaran: utuh.sasaran.teks}
        if not utuh.indikator:
            self._catat(kepala, frozenset(self.kolom_cetak))
        for urutan, indikator in enumerate(utuh.indikator):
            self._indikator(indikator, kepala if urutan == 0 else {})
        self.tutup(self.baris - 1)

    def _indikator(self, utuh: IndikatorUtuh, kepala: dict[str, str]) -> None:
        """The first formula shares the row of the indicator; a line parts indicators, not formulas."""
        target = utuh.indikator.target
        sel_target = self.baris
        self._sel_target[utuh.indikator.id] = f"{self.k.target}{sel_target}"
        milik_indikator = frozenset(self.kolom_cetak) - {self.k.no, self.k.sasaran}
        bergaris = frozenset(self.kolom_cetak) if kepala else milik_indikator
        isi = kepala | self._isi_indikator(utuh.indikator)
        bernomor = len(utuh.formulasi) > 1
        for nomor, formulasi in enumerate(utuh.formulasi or (None,), 1):
            if formulasi is not None:
                isi = isi | self._isi_formulasi(formulasi, nomor if bernomor else None)
            self._catat(isi, bergaris)
            isi, bergaris = {}, frozenset((self.k.formulasi, self.k.sumber))
        self._target(sel_target, None if target is None else sasar_tahun(target))
        self.tutup(self.baris - 1, milik_indikator)

    def _target(self, baris: int, sasar: Sasar | None) -> None:
        """The year's target as a number to be typed over; a range in words, computed beside the page."""
        if sasar is not None and sasar.rentang:
            self.teks(baris, self.k.target, tulis_sasar(sasar, self._aturan), gaya.TERHITUNG)
        else:
            self.angka(baris, self.k.target, None if sasar is None else sasar.bawah, gaya.ISIAN)

    def _isi_indikator(self, indikator: Indikator) -> dict[str, str]:
        isi = {
            self.k.indikator: indikator.teks,
            self.k.satuan: indikator.satuan or "",
            self.k.arah: _ARAH[indikator.arah or Arah.NAIK],
        }
        if self.k.penanggung_jawab:
            isi[self.k.penanggung_jawab] = indikator.penanggung_jawab or ""
        if self.k.target_teks:
            isi[self.k.target_teks] = (indikator.target and indikator.target.teks) or ""
        return isi

    def _isi_formulasi(self, utuh: FormulasiUtuh, nomor: int | None) -> dict[str, str]:
        kata = kata_formulasi(utuh.formulasi, self._halaman)
        return {
            self.k.formulasi: kata if nomor is None else f"({nomor}) {kata}",
            self.k.sumber: utuh.formulasi.sumber_data or "",
        }

    def _catat(self, isi: dict[str, str], bergaris: frozenset[str]) -> None:
        """Write a record in as many rows as its longest text needs: Excel's rows end at 409 points."""
        kolom = self.kolom_cetak
        potongan = [potong_tinggi(isi.get(h, ""), self.lebar(h), self._gaya_kolom(h)) for h in kolom]
        for baris in zip_longest(*potongan, fillvalue=""):
            for huruf, teks in zip(kolom, baris, strict=True):
                gaya_sel = self._gaya_kolom(huruf)
                self.teks(self.baris, huruf, teks, gaya_sel if huruf in bergaris else gaya_sel.lanjutan())
            self.baris += 1
            bergaris = frozenset()

    def _gaya_kolom(self, huruf: str) -> Gaya:
        return gaya.TEKS_TENGAH if huruf in (self.k.no, self.k.satuan, self.k.arah) else gaya.TEKS
