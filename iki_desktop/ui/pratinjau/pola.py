"""Ready-made layouts: three that ship with the program, and those that an office saves for itself.

``None`` in a ``TataLetak`` leaves that choice to the program's default, which follows UU 12/2011
Lampiran II where that says anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from iki_desktop.core.records import Penomoran, TataLetak

__all__ = [
    "BAKU",
    "GAYA_NOMOR",
    "KERTAS",
    "POLA_BAWAAN",
    "UKURAN_TERBESAR",
    "UKURAN_TERKECIL",
    "Pola",
    "ke_teks",
    "pola_dari_teks",
]

KERTAS = ("F4", "A4", "Folio")
GAYA_NOMOR = ("a.", "1.", "1)", "a)", "(1)", "-", "")
"""What the exchange format knows."""

UKURAN_TERKECIL, UKURAN_TERBESAR = Decimal(6), Decimal(24)
"""Points between which a paper can be read."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pola:
    """A layout with a name.  ``kertas_tetap``: the office's paper stays as it is."""

    nama: str
    tata_letak: TataLetak
    kertas_tetap: bool = False

    def terapkan(self, kini: TataLetak | None) -> TataLetak:
        """The layout of an office that takes this one up."""
        if self.kertas_tetap and kini is not None:
            return replace(self.tata_letak, kertas=kini.kertas)
        return self.tata_letak


BAKU = Pola("Baku", TataLetak(huruf="Bookman Old Style", ukuran_huruf=Decimal(12)), kertas_tetap=True)
"""After Permendagri 1/2023 as far as it is certain: Bookman Old Style 12 for a penetapan, as in
UU 12/2011 Lampiran II no. 284; lists numbered after the same annex no. 22, 41 and 87.

The paper stays: Permendagri 1/2023 Pasal 28(2) says A4, UU 12/2011 and many local rules F4.
"""

_BIATAN = Pola(
    "Seperti Biatan",
    TataLetak(
        kertas="F4",
        penomoran=Penomoran(
            menimbang="a.", mengingat="1.", memperhatikan="1.", butir_diktum="1.", fungsi="1)"
        ),
        kolom_no=True,
        baris_nomor_kolom=True,
        keterangan_bersambung=True,
    ),
)
"""As the Keputusan Camat Biatan of 2026 is printed: the items of a diktum by figures, the row
1 2 3 4 5 under the headings, "Bersambung …" where a table goes on overleaf."""

_CAMPLONG = Pola(
    "Seperti Camplong",
    TataLetak(
        kertas="F4",
        penomoran=Penomoran(menimbang="a.", mengingat="1.", butir_diktum="a.", tugas="a.", fungsi="a."),
        kolom_no=True,
        baris_nomor_kolom=False,
    ),
)
"""As the document of Kecamatan Camplong of 2021 is printed: tugas and fungsi by letters, no row
of column numbers, nothing said where a table goes on."""

POLA_BAWAAN = (BAKU, _BIATAN, _CAMPLONG)


# --- those of the office, as text ---------------------------------------------------------------


def ke_teks(semua: Iterable[Pola]) -> str:
    """The office's own layouts as JSON; names and choices as in the exchange format."""
    isi = [{"nama": p.nama, "tata_letak": _ke_objek(p.tata_letak)} for p in semua]
    return json.dumps(isi, ensure_ascii=False)


def _ke_objek(nilai: TataLetak | Penomoran) -> dict[str, Any]:
    objek = {}
    for bidang in fields(nilai):
        isi = getattr(nilai, bidang.name)
        if isinstance(isi, Penomoran):
            isi = _ke_objek(isi)
        elif isinstance(isi, Decimal):
            isi = str(isi)
        if isi is not None:
            objek[bidang.name] = isi
    return objek


def pola_dari_teks(teks: str) -> tuple[Pola, ...]:
    """The layouts in a text made by ``ke_teks``; what cannot be understood is left out."""
    try:
        isi = json.loads(teks or "[]")
    except ValueError:
        return ()
    semua = (_pola(satu) for satu in isi) if isinstance(isi, list) else ()
    return tuple(p for p in semua if p)


def _pola(objek: Any) -> Pola | None:
    if not isinstance(objek, dict):
        return None
    nama, tata_letak = objek.get("nama"), objek.get("tata_letak")
    if not isinstance(nama, str) or not nama or not isinstance(tata_letak, dict):
        return None
    return Pola(nama, _tata_letak(tata_letak))


_BOOLEAN = (
    "lampiran_mendatar", "kolom_no", "baris_nomor_kolom", "kolom_penanggung_jawab",
    "keterangan_bersambung", "sasaran_diulang",
)  # fmt: skip


def _tata_letak(objek: dict[str, Any]) -> TataLetak:
    """Only what the exchange format knows: a file must never take up what it cannot give away."""
    penomoran = objek.get("penomoran")
    return TataLetak(
        kertas=_salah_satu(objek.get("kertas"), KERTAS),
        huruf=objek["huruf"] if isinstance(objek.get("huruf"), str) else None,
        ukuran_huruf=_ukuran(objek.get("ukuran_huruf")),
        penomoran=_penomoran(penomoran) if isinstance(penomoran, dict) else None,
        **{nama: _salah_satu(objek.get(nama), (True, False)) for nama in _BOOLEAN},
    )


def _penomoran(objek: dict[str, Any]) -> Penomoran:
    return Penomoran(**{b.name: _salah_satu(objek.get(b.name), GAYA_NOMOR) for b in fields(Penomoran)})


def _salah_satu(nilai: Any, boleh: Sequence[T]) -> T | None:
    return next((b for b in boleh if type(b) is type(nilai) and b == nilai), None)


def _ukuran(teks: Any) -> Decimal | None:
    try:
        ukuran = Decimal(teks) if isinstance(teks, str) else None
    except InvalidOperation:
        return None
    return ukuran if ukuran is not None and UKURAN_TERKECIL <= ukuran <= UKURAN_TERBESAR else None
