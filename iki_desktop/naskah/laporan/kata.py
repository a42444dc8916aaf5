"""Headings and wording of the reports, as data: an office's regency may ask for other words.

Headings as in published forms.  The perjanjian kinerja follows the practice under Lampiran I of
PermenPANRB 53/2014, whose annex is not at hand: its words are the ones offices commonly print.
"""

from __future__ import annotations

from dataclasses import dataclass

from iki_desktop.naskah.blok import Kolom, Peran

__all__ = [
    "BELUM_ADA_INDIKATOR",
    "BELUM_ADA_JABATAN",
    "BOBOT",
    "CAPAIAN",
    "INDIKATOR",
    "KATEGORI",
    "KENDALA",
    "NO",
    "PERJANJIAN",
    "RATA_RATA",
    "REALISASI",
    "SASARAN",
    "SATUAN",
    "TARGET",
    "TARGET_TAHUN",
    "TIADA",
    "TINDAK_LANJUT",
    "KataPerjanjian",
    "kolom_tw",
]

NO = Kolom("No", Peran.NOMOR)
SASARAN = Kolom("Sasaran", Peran.SASARAN)
INDIKATOR = Kolom("Indikator Kinerja", Peran.INDIKATOR)
SATUAN = Kolom("Satuan", Peran.SATUAN)
TARGET = Kolom("Target", Peran.ANGKA)
TARGET_TAHUN = Kolom("Target Setahun", Peran.ANGKA)
REALISASI = Kolom("Realisasi", Peran.ANGKA)
CAPAIAN = Kolom("Capaian (%)", Peran.ANGKA)
KATEGORI = Kolom("Kategori", Peran.KATEGORI)
BOBOT = Kolom("Bobot", Peran.ANGKA)
KENDALA = Kolom("Kendala", Peran.URAIAN)
TINDAK_LANJUT = Kolom("Tindak Lanjut", Peran.URAIAN)

TIADA = "–"
"""In the place of a figure that does not exist; never 0, which is one."""

RATA_RATA = "Rata-rata capaian"
BELUM_ADA_INDIKATOR = "Belum ada indikator."
BELUM_ADA_JABATAN = "Belum ada jabatan."


def kolom_tw(kelompok: str) -> tuple[Kolom, ...]:
    """The four quarters side by side under a common heading."""
    return tuple(Kolom(f"TW {r}", Peran.ANGKA, kelompok) for r in ("I", "II", "III", "IV"))


@dataclass(frozen=True, slots=True)
class KataPerjanjian:
    """The sentences of a perjanjian kinerja, in their order."""

    judul: str = "PERJANJIAN KINERJA"
    pembuka: str = (
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
        "berorientasi pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    pertama: str = "selanjutnya disebut pihak pertama;"
    kedua: str = "selaku atasan pihak pertama, selanjutnya disebut pihak kedua."
    janji: tuple[str, ...] = (
        "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian "
        "ini, dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam "
        "dokumen perencanaan. Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi "
        "tanggung jawab kami.",
        "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
        "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian "
        "penghargaan dan sanksi.",
    )
    lampiran: str = "LAMPIRAN PERJANJIAN KINERJA"
    sebagai_kedua: str = "Pihak Kedua,"
    sebagai_pertama: str = "Pihak Pertama,"


PERJANJIAN = KataPerjanjian()
