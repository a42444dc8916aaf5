"""The fields of an indikator and of its target."""

from __future__ import annotations

from iki_desktop.core.records import Akumulasi, Arah, Target
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.formulir.bidang_teks import BidangSatuan
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import angka, paragraf, pilihan, teks
from iki_desktop.ui.formulir.lensa import bagian, kolom, tempat_triwulan

__all__ = ["TABEL_INDIKATOR", "TABEL_TARGET", "TABEL_TARGET_KATA"]

_SATUAN = (
    "%", "dokumen", "laporan", "bulan", "nilai", "indeks", "orang", "kejadian", "kegiatan", "berkas",
    "usulan",
)  # fmt: skip

_ARAH = (
    (Arah.NAIK, "Makin besar makin baik", ""),
    (Arah.TURUN, "Makin kecil makin baik", ""),
)
_AKUMULASI = (
    (
        None,
        "Mengikuti formulasi",
        "Nilai atau indeks memakai triwulan terakhir, yang lain dijumlahkan.",
    ),
    (
        Akumulasi.JUMLAH,
        "Dijumlahkan",
        "Triwulan I–IV dijumlahkan. Rasio: jumlah pembilang dibagi jumlah penyebut.",
    ),
    (Akumulasi.RATA_RATA, "Dirata-ratakan", "Nilai setahun adalah rata-rata triwulan yang terisi."),
    (Akumulasi.TERAKHIR, "Triwulan terakhir", "Nilai setahun adalah nilai triwulan terakhir yang terisi."),
)

TABEL_INDIKATOR: Tabel = (
    Bagian(
        "",
        (
            (paragraf("teks", "Indikator", wajib=True, sebut="teks"),),
            (
                Isian("satuan", "Satuan", kolom("satuan"), lambda _s: BidangSatuan(_SATUAN)),
                pilihan("arah", "Arah", _ARAH, bawaan=Arah.NAIK, porsi=2),
                pilihan("akumulasi", "Angka setahun", _AKUMULASI, porsi=2),
            ),
            (teks("penanggung_jawab", "Penanggung jawab"),),
        ),
    ),
)

_TARGET = bagian("target", Target)

TABEL_TARGET: Tabel = (
    Bagian(
        "Target",
        (
            (
                angka("target", "Setahun", lensa=_TARGET.lalu(kolom("tahun")), sebut="target setahun"),
                *(
                    angka(
                        f"target_{n}",
                        f"TW {romawi}",
                        lensa=_TARGET.lalu(kolom("triwulan")).lalu(tempat_triwulan(n)),
                        sebut=f"target TW {romawi}",
                    )
                    for n, romawi in enumerate(ROMAWI)
                ),
            ),
        ),
    ),
)

TABEL_TARGET_KATA: Tabel = (
    Bagian(
        "",
        (
            (
                teks(
                    "target_teks",
                    "Target dengan kata",
                    lensa=_TARGET.lalu(kolom("teks")),
                    contoh="12 (dua belas) bulan",
                    petunjuk="Dicetak sebagai pengganti angka. Isi bila target berupa kata.",
                ),
            ),
        ),
    ),
)
