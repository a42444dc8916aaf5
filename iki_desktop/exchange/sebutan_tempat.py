"""Places in an exchange file as an office calls them: “Jabatan Camat › Sasaran 2 › Indikator 1”."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from iki_desktop.core.kalimat import satu_baris, singkatkan
from iki_desktop.core.triwulan import ROMAWI

__all__ = ["sebut_tempat"]

_LANGKAH = re.compile(r'\.?([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]')
_KATA = {
    "nip": "NIP",
    "iku": "IKU",
    "logo_png": "lambang daerah",
    "teks": "teksnya",
    "iki": "IKI",
}
_BERNAMA = {"kecamatan": "nama", "jabatan": "nama", "diktum": "label"}
"""Things that are called by a name of their own, and where it stands."""
_PER_TRIWULAN = ("realisasi", "triwulan")
_BUTIR = (
    "menimbang", "mengingat", "memperhatikan", "tembusan", "tugas", "fungsi", "isi",
)  # fmt: skip
"""Lists whose entries have no word of their own."""
_NAMA_TERPANJANG = 60


def sebut_tempat(pohon: Any, tempat: str) -> str:
    """A place of the tree in words; ``tempat`` as ``pohon_json.tempat`` writes it.

    What is no such place is given back as it is.
    """
    langkah = _urai(tempat)
    if not langkah:
        return tempat
    bagian: list[str] = []
    simpul, nomor = pohon, 0
    while nomor < len(langkah):
        kunci = langkah[nomor]
        simpul = _turun(simpul, kunci)
        nomor += 1
        indeks: int | None = None
        if nomor < len(langkah) and isinstance(langkah[nomor], int):
            indeks = int(langkah[nomor])
            simpul = _turun(simpul, indeks)
            nomor += 1
        bagian.append(_sebut(str(kunci), indeks, simpul))
    if len(bagian) > 1 and langkah[0] == "dokumen" and _hanya_satu(pohon):
        bagian = bagian[1:]
    return " › ".join(b[:1].upper() + b[1:] for b in bagian)


def _urai(tempat: str) -> list[str | int]:
    hasil: list[str | int] = []
    letak = 0
    while letak < len(tempat):
        cocok = _LANGKAH.match(tempat, letak)
        if cocok is None:
            return []
        nama, indeks, kutipan = cocok.groups()
        hasil.append(nama if nama is not None else int(indeks) if indeks else _dari_json(kutipan))
        letak = cocok.end()
    return hasil


def _dari_json(teks: str) -> str:
    try:
        return str(json.loads(teks))
    except ValueError:
        return teks


def _turun(simpul: Any, langkah: str | int) -> Any:
    if isinstance(simpul, dict):
        return simpul.get(langkah)
    if isinstance(simpul, list) and isinstance(langkah, int) and langkah < len(simpul):
        return simpul[langkah]
    return None


def _sebut(kunci: str, indeks: int | None, simpul: Any) -> str:
    kata = _KATA.get(kunci) or satu_baris(singkatkan(kunci.replace("_", " "), _NAMA_TERPANJANG))
    nama = _nama(kunci, simpul)
    if nama:
        return f"{kata} {nama}"
    if indeks is None:
        return kata
    if kunci in _PER_TRIWULAN and indeks < len(ROMAWI):
        return f"{kata} triwulan {ROMAWI[indeks]}".replace("triwulan triwulan", "triwulan")
    return f"{kata} butir {indeks + 1}" if kunci in _BUTIR else f"{kata} {indeks + 1}"


def _nama(kunci: str, simpul: Any) -> str:
    """What a thing is called in the file itself."""
    if not isinstance(simpul, dict):
        return ""
    if kunci == "dokumen":
        tahun = simpul.get("tahun")
        return f"tahun {tahun}" if tahun is not None and str(tahun).isdigit() else ""
    nama = simpul.get(_BERNAMA.get(kunci, ""))
    return satu_baris(singkatkan(nama, _NAMA_TERPANJANG)) if isinstance(nama, str) else ""


def _hanya_satu(pohon: Any) -> bool:
    """Whether the file has but one year, which then need not be said."""
    dokumen = pohon.get("dokumen") if isinstance(pohon, dict) else None
    return isinstance(dokumen, Sequence) and len(dokumen) == 1
