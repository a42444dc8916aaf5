"""The fields of a jabatan: its place among the others, its duties, who holds it."""

from __future__ import annotations

from typing import Any

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.records import Jabatan, JudulKolom, Unit
from iki_desktop.naskah.tata_halaman import Nomorisasi, tata_halaman
from iki_desktop.ui.formulir.bidang_pejabat import BidangPejabat
from iki_desktop.ui.formulir.bidang_pilihan import BidangPilihan, Opsi
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import bobot, daftar, pilihan, teks
from iki_desktop.ui.formulir.lensa import Lensa, bagian, kolom
from iki_desktop.ui.sesi import Sesi

__all__ = ["TABEL_JABATAN", "BidangAtasan", "nomorisasi"]

_UNIT = ((Unit.KECAMATAN, "Kantor kecamatan", ""), (Unit.KELURAHAN, "Kelurahan", ""))
_TANPA_ATASAN: Opsi = (None, "Tanpa atasan di dokumen ini", "")


def nomorisasi(arsip: Arsip, record: Any) -> Nomorisasi:
    """The printed numbering of the lists of the document in which a record stands."""
    dokumen = arsip.dokumen_dari(record.id)
    return tata_halaman(dokumen.tata_letak if dokumen else None).nomor


class BidangAtasan(BidangPilihan):
    """The post above: any of the same year but the post itself and those under it."""

    def __init__(self, sesi: Sesi) -> None:
        super().__init__([_TANPA_ATASAN])
        self._sesi = sesi

    def kenali(self, record: Any) -> None:
        assert isinstance(record, Jabatan)
        arsip = self._sesi.arsip
        semua = arsip.jabatan(record.dokumen_id)
        terlarang = _di_bawah(semua, record.id)
        boleh = [j for j in semua if j.id not in terlarang]
        self.set_opsi([_TANPA_ATASAN, *((j.id, " ".join(j.nama.split()), "") for j in boleh)])


def _di_bawah(semua: list[Jabatan], jabatan_id: int) -> set[int]:
    """The post and everyone under it, however far down."""
    hasil = {jabatan_id}
    while True:
        tambahan = {j.id for j in semua if j.atasan_id in hasil} - hasil
        if not tambahan:
            return hasil
        hasil |= tambahan


def _judul(nama: str) -> Lensa:
    return bagian("judul_kolom", JudulKolom).lalu(kolom(nama))


TABEL_JABATAN: Tabel = (
    Bagian(
        "",
        (
            (teks("nama", "Nama jabatan", wajib=True),),
            (
                Isian("atasan", "Atasan", kolom("atasan_id"), BidangAtasan, porsi=2),
                pilihan("unit", "Tempat", _UNIT, bawaan=Unit.KECAMATAN),
                bobot(),
            ),
        ),
    ),
    Bagian(
        "Tugas dan fungsi",
        (
            (
                daftar(
                    "tugas",
                    "Tugas",
                    lambda arsip, r: nomorisasi(arsip, r).tugas,
                    contoh="Belum ada tugas. Ketik di sini.",
                    petunjuk="Satu butir dicetak sebagai kalimat, tanpa nomor.",
                    kalimat_tunggal=True,
                ),
            ),
            (
                daftar(
                    "fungsi",
                    "Fungsi",
                    lambda arsip, r: nomorisasi(arsip, r).fungsi,
                    contoh="Belum ada fungsi. Ketik butir pertama di sini.",
                    kalimat_tunggal=True,
                ),
            ),
        ),
    ),
    Bagian(
        "Pemangku jabatan",
        (
            (
                Isian(
                    "pemangku",
                    "",
                    kolom("pemangku"),
                    lambda sesi: BidangPejabat(sesi, "Nama jabatan yang dipangku"),
                    sebut="pemangku",
                ),
            ),
        ),
        "Pejabat yang memangku jabatan ini pada tahun dokumen.",
    ),
    Bagian(
        "Judul kolom cetakan",
        (
            (
                teks("kolom_sasaran", "Sasaran", contoh="Sasaran", lensa=_judul("sasaran")),
                teks("kolom_indikator", "Indikator", lensa=_judul("indikator")),
            ),
            (
                teks("kolom_formulasi", "Formulasi", lensa=_judul("formulasi")),
                teks("kolom_sumber", "Sumber data", lensa=_judul("sumber_data")),
            ),
            (teks("kolom_penanggung", "Penanggung jawab", lensa=_judul("penanggung_jawab")),),
        ),
        "Isi hanya bila berbeda dari judul yang biasa.",
    ),
)
