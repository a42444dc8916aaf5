"""The fields of a formula: those of its kind alone, in the office's words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from iki_desktop.core.records import Formulasi, Gabungan, Indikator, JenisFormulasi
from iki_desktop.core.rumus import RumusError, baca_rumus
from iki_desktop.naskah.tata_halaman import Nomorisasi
from iki_desktop.ui.formulir.bidang_pasangan import BidangUnsur, BidangVariabel
from iki_desktop.ui.formulir.bidang_sumber import BidangSumber
from iki_desktop.ui.formulir.bidang_teks import BidangParagraf
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.indikator import target_berderet
from iki_desktop.ui.formulir.isian import angka, daftar, paragraf, pilihan
from iki_desktop.ui.formulir.lensa import kolom
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import label_kecil

__all__ = ["BidangRumus", "tabel_formulasi"]

_JENIS = (
    (JenisFormulasi.RASIO, "Rasio (pembilang ÷ penyebut × 100 %)", ""),
    (JenisFormulasi.JUMLAH, "Jumlah (dihitung banyaknya)", ""),
    (JenisFormulasi.NILAI, "Nilai (indeks atau hasil survei)", ""),
    (
        JenisFormulasi.SKM,
        "Survei kepuasan (SKM/IKM)",
        "Nilai rata-rata tiap unsur (1–4) diisi, nilai SKM dan mutunya dihitung.",
    ),
    (JenisFormulasi.SELISIH, "Selisih (angka pertama − angka kedua)", ""),
    (JenisFormulasi.RUMUS, "Rumus dengan variabel", ""),
    (JenisFormulasi.TEKS, "Kata-kata saja, tidak dihitung", ""),
)


def _bila(*jenis: JenisFormulasi) -> Callable[[Any], bool]:
    return lambda formulasi: formulasi.jenis in jenis


_BERPENYEBUT = _bila(JenisFormulasi.RASIO, JenisFormulasi.SELISIH)
_RUMUS = _bila(JenisFormulasi.RUMUS)
_SKM = _bila(JenisFormulasi.SKM)


class BidangRumus(BidangParagraf):
    """An expression; below it stands, while it is typed, whether it can be read."""

    def __init__(self) -> None:
        super().__init__(contoh="pegawai × (hari_kerja − hari_tidak_masuk)", baris=1)
        self._terdaftar: tuple[str, ...] = ()
        self.bacaan = label_kecil()
        letak = self.layout()
        assert isinstance(letak, QVBoxLayout)
        letak.addWidget(self.bacaan)
        self.teks.textChanged.connect(self._baca)
        self._baca()

    def kenali(self, record: Any) -> None:
        assert isinstance(record, Formulasi)
        self._terdaftar = tuple(n for n, _ in record.variabel or ())
        self._baca()

    def _baca(self) -> None:
        self.bacaan.setText(self._kata_bacaan(self.teks.teks()))

    def _kata_bacaan(self, rumus: str) -> str:
        if not rumus.strip():
            return "Tulis nama, angka, + − × ÷ dan kurung. Nama tanpa spasi, atau daftarkan di bawah."
        try:
            nama = baca_rumus(rumus, self._terdaftar).nama
        except RumusError as galat:
            return f"{galat.pesan} {galat.saran}".strip()
        return f"Rumus terbaca. Variabel: {', '.join(nama)}." if nama else "Rumus terbaca, tanpa variabel."


def tabel_formulasi(sesi: Sesi) -> Tabel:
    """The fields of a formula; its own target where the indicator takes its formulas each on its own."""

    def sendiri(formulasi: Any) -> bool:
        assert isinstance(formulasi, Formulasi)
        indikator = sesi.arsip[formulasi.indikator_id]
        return isinstance(indikator, Indikator) and indikator.gabungan is Gabungan.MASING_MASING

    target = tuple(
        replace(isian, tampil=sendiri, label=f"Target {isian.label}", petunjuk=petunjuk)
        for isian, petunjuk in zip(target_berderet("target"), _PETUNJUK_TARGET, strict=True)
    )
    return (*_TABEL_FORMULASI, Bagian("", (target,)))


_PETUNJUK_TARGET = ("Kosong: target indikator.", "", "", "", "")

_TABEL_FORMULASI: Tabel = (
    Bagian(
        "",
        (
            (pilihan("jenis", "Cara menghitung", _JENIS, bawaan=JenisFormulasi.TEKS),),
            (
                paragraf(
                    "pembilang",
                    "Pembilang (angka pertama)",
                    tampil=_BERPENYEBUT,
                    contoh="Jumlah pengaduan yang ditindaklanjuti",
                    baris=1,
                ),
            ),
            (
                paragraf(
                    "penyebut",
                    "Penyebut (angka kedua)",
                    tampil=_BERPENYEBUT,
                    contoh="Jumlah seluruh pengaduan",
                    baris=1,
                ),
            ),
            (
                angka(
                    "penyebut_tetap",
                    "Penyebut tetap",
                    tampil=_BERPENYEBUT,
                    petunjuk="Isi bila selalu sama, misalnya 14 desa. Kosong: diisi tiap triwulan.",
                ),
            ),
            (
                Isian(
                    "rumus",
                    "Rumus",
                    kolom("rumus"),
                    lambda _s: BidangRumus(),
                    tampil=_RUMUS,
                ),
            ),
            (Isian("variabel", "Variabel", kolom("variabel"), BidangVariabel, tampil=_RUMUS),),
            (
                Isian(
                    "unsur",
                    "Unsur survei",
                    kolom("variabel"),
                    BidangUnsur,
                    "Kosong: sembilan unsur PermenPANRB 14/2017.",
                    tampil=_SKM,
                ),
            ),
            (
                paragraf(
                    "teks",
                    "Bunyi formulasi",
                    petunjuk="Seperti yang dicetak. Kosong: disusun dari isian di atas.",
                    baris=1,
                ),
            ),
            (
                daftar(
                    "butir",
                    "Rincian",
                    lambda _a, _r: Nomorisasi().formulasi,
                    contoh="Misalnya nama-nama dokumen yang dihitung.",
                ),
            ),
            (
                paragraf("sumber_data", "Sumber data", baris=1),
                paragraf("catatan", "Catatan", petunjuk="Dicetak di bawah formulasi.", baris=1),
            ),
            (Isian("sumber", "", kolom("sumber_id"), BidangSumber, sebut="formulasi bersama"),),
        ),
    ),
)
