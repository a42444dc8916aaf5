"""The fields of a kecamatan: who it is, and its letterhead."""

from __future__ import annotations

from iki_desktop.ui.formulir.bidang_logo import BidangLogo
from iki_desktop.ui.formulir.bidang_teks import BidangSatuan
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import paragraf, pilihan, teks
from iki_desktop.ui.formulir.lensa import kolom

__all__ = ["TABEL_KECAMATAN"]

_JENIS_DAERAH = (("Kabupaten", "Kabupaten", ""), ("Kota", "Kota", ""))
_SEBUTAN_DESA = ("desa", "kelurahan", "kampung", "nagari", "gampong", "pekon", "lembang", "negeri")

TABEL_KECAMATAN: Tabel = (
    Bagian(
        "Identitas",
        (
            (
                teks("nama", "Nama kecamatan", wajib=True, petunjuk="Tanpa kata Kecamatan."),
                Isian(
                    "sebutan_desa",
                    "Sebutan desa",
                    kolom("sebutan_desa"),
                    lambda _s: BidangSatuan(_SEBUTAN_DESA),
                    "Misalnya desa, kampung, atau nagari.",
                ),
            ),
            (
                pilihan("jenis_daerah", "Jenis daerah", _JENIS_DAERAH),
                teks(
                    "nama_daerah",
                    "Nama kabupaten atau kota",
                    wajib=True,
                    petunjuk="Tanpa kata Kabupaten atau Kota.",
                    porsi=2,
                ),
                teks("provinsi", "Provinsi", porsi=2),
            ),
        ),
    ),
    Bagian(
        "Kop surat",
        (
            (paragraf("alamat", "Alamat kantor", contoh="Jalan, nomor, dan desa", baris=1),),
            (teks("telepon", "Telepon"), teks("kode_pos", "Kode pos")),
            (teks("laman", "Laman"), teks("surel", "Surel")),
            (Isian("logo_png", "Lambang daerah", kolom("logo_png"), lambda _s: BidangLogo()),),
        ),
    ),
)
