"""Offices of chance: any part may be there or not, any text may be short, long or strange."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from iki_desktop.core.records import Butir, Diktum, Keputusan, TataLetak
from iki_desktop.core.snapshot import FormulasiUtuh, IndikatorUtuh, JabatanUtuh, SasaranUtuh, Snapshot
from tests.naskah.kantor_naskah import CAMAT, formulasi, indikator, jabatan, office, png, sasaran, snapshot

KATA = (
    "kata", "Pertanggungjawaban", "di", "x" * 90, "a/b", "perundang-undangan", "<b>", "\n", "\x0b", "100%",
    "   ", "\N{NO-BREAK SPACE}", "→", "",
)  # fmt: skip
JENIS = ("rasio", "jumlah", "teks", "selisih", "rumus", "nilai")
BIDANG = ("teks", "pembilang", "penyebut", "sumber_data", "catatan", "rumus")


class Acak:
    """Makes records by chance, always the same from the same seed."""

    def __init__(self, biji: int) -> None:
        self.acak = Random(biji)

    def teks(self, banyak: int | None = None) -> str:
        jumlah = self.acak.choice([0, 1, 3, 8, 20, 60, 300]) if banyak is None else banyak
        return " ".join(self.acak.choice(KATA) for _ in range(jumlah))

    def butir(self, dalam: int = 0) -> Butir:
        teks = self.teks(self.acak.choice([1, 5, 30]))
        jumlah = self.acak.randint(0, 3) if dalam < 4 and self.acak.random() < 0.4 else 0
        return Butir(teks, tuple(self.butir(dalam + 1) for _ in range(jumlah)))

    def daftar(self) -> tuple[Butir, ...] | None:
        return tuple(self.butir() for _ in range(self.acak.randint(0, 6))) or None

    def formulasi(self) -> FormulasiUtuh:
        bagian: dict[str, object] = {b: self.teks() for b in BIDANG if self.acak.random() < 0.5}
        if self.acak.random() < 0.2:
            bagian["butir"] = self.daftar()
        return formulasi(self.acak.choice(JENIS), **bagian)

    def sasaran(self) -> SasaranUtuh:
        isi = [self.indikator() for _ in range(self.acak.randint(0, 4))]
        return sasaran(self.teks(), *isi)

    def indikator(self) -> IndikatorUtuh:
        rumus = [self.formulasi() for _ in range(self.acak.randint(0, 2))]
        return indikator(self.teks(), *rumus)

    def jabatan(self) -> JabatanUtuh:
        isi = [self.sasaran() for _ in range(self.acak.randint(0, 3))]
        return jabatan(self.teks(), *isi, tugas=self.daftar(), fungsi=self.daftar())

    def keputusan(self) -> Keputusan:
        dikta = (Diktum(self.teks(1), self.teks(), self.daftar()) for _ in range(self.acak.randint(0, 4)))
        return Keputusan(
            nomor=self.teks(3),
            tentang=self.teks(),
            menimbang=self.daftar(),
            mengingat=self.daftar(),
            menetapkan=self.teks(),
            diktum=tuple(dikta),
            tempat=self.teks(2),
            tanggal_teks=self.teks(1),
            penandatangan=replace(CAMAT, jabatan=self.teks(5)) if self.acak.random() < 0.8 else None,
            tembusan=self.daftar(),
        )

    def tata_letak(self) -> TataLetak:
        def mungkin() -> bool:
            return self.acak.random() < 0.5

        return TataLetak(
            kertas=self.acak.choice(["F4", "A4", "Folio"]),
            lampiran_mendatar=mungkin(),
            ukuran_huruf=Decimal(self.acak.choice([6, 9, 11, 12, 14, 24])),
            kolom_no=mungkin(),
            baris_nomor_kolom=mungkin(),
            kolom_penanggung_jawab=mungkin(),
            keterangan_bersambung=mungkin(),
            sasaran_diulang=mungkin(),
        )

    def snapshot(self) -> Snapshot:
        """A whole document."""
        semua = [self.jabatan() for _ in range(self.acak.randint(0, 3))]
        return snapshot(
            *semua,
            keputusan=self.keputusan() if self.acak.random() < 0.7 else None,
            tata_letak=self.tata_letak(),
            judul=self.teks() or None,
            visi=self.teks() or None,
            kecamatan=office(logo_png=png() if self.acak.random() < 0.5 else None),
        )
