"""JSON text from anywhere as a tree, with everything that JSON itself allows and we do not.

Numbers become decimals, exactly as written.  A key that is written twice, a number of no figure's
size, half a character: each is a finding with its place, beside what the schema finds.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from iki_desktop.core.angka import wajar
from iki_desktop.core.errors import ImportFileError, Temuan
from iki_desktop.core.kalimat import kutip

__all__ = ["BATAS_TEMUAN", "baca_pohon", "tempat", "terlalu_dalam", "urai_pohon"]

UKURAN_MAKSIMUM = 50 * 1024 * 1024
"""Bytes; a kecamatan's ten years are below two million."""

NILAI_MAKSIMUM = 2_000_000
"""Values, at most as many as there are commas and brackets; a kecamatan's ten years have some ten thousand.

Fifty megabytes of ``[0,0,0,…`` would stop the window for half a minute and fill three gigabytes.
"""

KEDALAMAN_MAKSIMUM = 64
"""Levels of lists in lists; a decision has four at most (UU 12/2011 Lampiran II angka 95)."""

BATAS_TEMUAN = 10_000
"""Nobody reads more; a hostile file could hold millions."""

_NAMA_POLOS = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PECAHAN = re.compile("[\ud800-\udfff]")

_BUKAN_JSON = "Berkas ini bukan berkas pertukaran IKI."
_PILIH_LAIN = "Pilih berkas JSON lain."


class _AngkaLiar:
    """A number that no figure of an office can be."""

    def __init__(self, teks: str) -> None:
        self.teks = teks


class _Objek(dict[str, Any]):
    """An object in which keys were written twice; the last one counts, as in every parser."""

    kembar: tuple[str, ...] = ()


def tempat(jalan: Sequence[str | int]) -> str:
    """A place as people read it: ``dokumen[0].jabatan[3].teks``."""
    teks = ""
    for langkah in jalan:
        if isinstance(langkah, int):
            teks += f"[{langkah}]"
        elif _NAMA_POLOS.fullmatch(langkah):
            teks += f".{langkah}" if teks else langkah
        else:
            teks += f"[{json.dumps(langkah[:60], ensure_ascii=bool(_PECAHAN.search(langkah)))}]"
    return teks


def baca_pohon(path: Path) -> tuple[Any, list[Temuan]]:
    """Read a file as a tree of dict, list, str, Decimal, bool and None, with its findings.

    Raises
    ------
    ImportFileError
        where it cannot be read as JSON at all.
    """
    return urai_pohon(_baca_teks(path))


def urai_pohon(teks: str) -> tuple[Any, list[Temuan]]:
    """Read a text as ``baca_pohon`` reads a file."""
    if sum(map(teks.count, ",[{")) > NILAI_MAKSIMUM:
        raise ImportFileError("Berkas ini berisi terlalu banyak isian.", saran=_PILIH_LAIN)
    pohon = _urai(teks)
    temuan: list[Temuan] = []
    pohon = _bersihkan(pohon, [], temuan)
    return pohon, temuan


def _baca_teks(path: Path) -> str:
    try:
        if path.is_dir():
            raise ImportFileError(f"“{path.name or path}” adalah folder.", saran=_PILIH_LAIN)
        with path.open("rb") as berkas:
            isi = berkas.read(UKURAN_MAKSIMUM + 1)
    except OSError as salah:
        ada = not isinstance(salah, FileNotFoundError | NotADirectoryError)
        pesan = f"Berkas “{path.name}” tidak {'dapat dibaca' if ada else 'ditemukan'}."
        raise ImportFileError(pesan, saran="Periksa nama, folder, dan izinnya.") from salah
    if len(isi) > UKURAN_MAKSIMUM:
        raise ImportFileError("Berkas ini lebih besar dari 50 MB.", saran=_PILIH_LAIN)
    try:
        return isi.decode("utf-8-sig")
    except UnicodeDecodeError as salah:
        raise ImportFileError(
            "Huruf di berkas ini tidak tersimpan sebagai UTF-8.", saran="Simpan ulang sebagai UTF-8."
        ) from salah


def _urai(teks: str) -> Any:
    import simplejson  # noqa: PLC0415  (start-up: only an import pays for it)

    try:
        return simplejson.loads(
            teks,
            parse_int=_angka,
            parse_float=_angka,
            parse_constant=_AngkaLiar,
            allow_nan=True,  # so that parse_constant sees it, and the finding has its place
            object_pairs_hook=_objek,
        )
    except simplejson.JSONDecodeError as salah:
        letak = f"baris {salah.lineno}, kolom {salah.colno}"
        temuan = Temuan(letak, "Susunan JSON terputus atau salah tanda di sini.")
        raise ImportFileError(_BUKAN_JSON, [temuan], _PILIH_LAIN) from salah
    except RecursionError as salah:
        raise terlalu_dalam([]) from salah


def _angka(teks: str) -> Decimal | _AngkaLiar:
    try:
        angka = Decimal(teks) if len(teks) <= 1000 else Decimal("NaN")
    except InvalidOperation:
        return _AngkaLiar(teks)
    return angka if wajar(angka) else _AngkaLiar(teks)


def _objek(pasangan: list[tuple[str, Any]]) -> dict[str, Any]:
    objek = _Objek(pasangan)
    if len(objek) < len(pasangan):
        berapa = Counter(k for k, _ in pasangan)
        objek.kembar = tuple(k for k in objek if berapa[k] > 1)
    return objek


def terlalu_dalam(jalan: Sequence[str | int]) -> ImportFileError:
    """The refusal of lists in lists in lists, beyond what any document has."""
    temuan = [Temuan(tempat(jalan[:8]), "Daftar di dalam daftar terlalu dalam.")] if jalan else []
    return ImportFileError("Susunan berkas ini terlalu dalam.", temuan, _PILIH_LAIN)


def _bersihkan(simpul: Any, jalan: list[str | int], temuan: list[Temuan]) -> Any:
    """Note what is wrong in a tree, and put harmless things in its place for the schema to go on."""
    if len(jalan) > KEDALAMAN_MAKSIMUM:
        raise terlalu_dalam(jalan)
    match simpul:
        case str():
            if _PECAHAN.search(simpul):
                _catat(temuan, jalan, "Ada huruf yang tidak utuh di dalam teks.")
        case _AngkaLiar():
            _catat(temuan, jalan, f"{kutip(simpul.teks, 24)} bukan angka yang dapat dipakai.")
            return Decimal(1)
        case dict():
            _catat_kunci(temuan, jalan, simpul)
            return {k: _bersihkan(n, [*jalan, k], temuan) for k, n in simpul.items()}
        case list():
            return [_bersihkan(n, [*jalan, i], temuan) for i, n in enumerate(simpul)]
    return simpul


def _catat(temuan: list[Temuan], jalan: Sequence[str | int], pesan: str) -> None:
    if len(temuan) < BATAS_TEMUAN:
        temuan.append(Temuan(tempat(jalan), pesan))


def _catat_kunci(temuan: list[Temuan], jalan: list[str | int], objek: dict[str, Any]) -> None:
    for kunci in getattr(objek, "kembar", ()):
        _catat(temuan, [*jalan, kunci], "Isian ini tertulis lebih dari satu kali.")
    for kunci in objek:
        if _PECAHAN.search(kunci):
            _catat(temuan, [*jalan, kunci], "Ada huruf yang tidak utuh di dalam nama isian.")
