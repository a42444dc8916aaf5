"""The fields of an indikator and of its target."""

from __future__ import annotations

from iki_desktop.core.records import Akumulasi, Arah, Gabungan, Target
from iki_desktop.core.triwulan import ROMAWI
from iki_desktop.ui.formulir.bidang_teks import BidangSatuan
from iki_desktop.ui.formulir.borang import Bagian, Isian, Tabel
from iki_desktop.ui.formulir.isian import angka, bobot, paragraf, pilihan, teks
from iki_desktop.ui.formulir.lensa import bagian, kolom, tempat_triwulan

__all__ = [
    "TABEL_CARA_TARGET",
    "TABEL_GABUNGAN",
    "TABEL_INDIKATOR",
    "TABEL_TARGET",
    "TABEL_TARGET_KATA",
    "TABEL_TARGET_SAMPAI",
    "target_berderet",
]

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
            (teks("penanggung_jawab", "Penanggung jawab", porsi=3), bobot()),
        ),
    ),
)

_GABUNGAN = (
    (None, "Rata-rata angkanya", "Rata-rata angka semua formulasi dibandingkan dengan target."),
    (
        Gabungan.MASING_MASING,
        "Masing-masing",
        "Tiap formulasi dibandingkan dengan targetnya sendiri, lalu capaiannya dirata-ratakan.",
    ),
)
_CARA_TARGET = (
    (False, "Untuk triwulan itu saja", "Target TW II adalah yang dicapai April sampai Juni."),
    (True, "Kumulatif", "Target TW II adalah yang dicapai sampai akhir Juni."),
)
_TARGET = bagian("target", Target)

RENTANG = " sampai"
"""What is said of the upper bound of a target that is a range."""


def target_berderet(awalan: str, akhiran: str = "", kata: str = "") -> tuple[Isian, ...]:
    """The fields of a target side by side: the year's and the four quarters'.

    ``akhiran`` is that of the fields that hold them, ``kata`` what is said of these.
    """
    return (
        angka(
            awalan,
            f"Setahun{kata}",
            lensa=_TARGET.lalu(kolom(f"tahun{akhiran}")),
            sebut=f"target setahun{kata}",
        ),
        *(
            angka(
                f"{awalan}_{n}",
                f"TW {romawi}{kata}",
                lensa=_TARGET.lalu(kolom(f"triwulan{akhiran}")).lalu(tempat_triwulan(n)),
                sebut=f"target TW {romawi}{kata}",
            )
            for n, romawi in enumerate(ROMAWI)
        ),
    )


TABEL_TARGET: Tabel = (Bagian("Target", (target_berderet("target"),)),)

TABEL_TARGET_SAMPAI: Tabel = (
    Bagian("", (target_berderet("sampai", "_sampai", RENTANG),), "Batas atas target yang berupa rentang."),
)

TABEL_CARA_TARGET: Tabel = (
    Bagian(
        "",
        (
            (
                pilihan(
                    "kumulatif",
                    "Arti target triwulan",
                    _CARA_TARGET,
                    bawaan=False,
                    lensa=_TARGET.lalu(kolom("kumulatif")),
                    sebut="arti target triwulan",
                ),
            ),
        ),
    ),
)

TABEL_GABUNGAN: Tabel = (
    Bagian(
        "", ((pilihan("gabungan", "Bila formulasinya beberapa", _GABUNGAN, sebut="cara menggabungkan"),),)
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
