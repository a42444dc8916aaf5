"""An entry of the journal in the office's words: ``Target tahun 2026: 80 → 85``.

What stands in a journal came from a file.  Whatever cannot be understood is shown as it stands, short.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from iki_desktop.core.angka import format_angka, wajar
from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.changes import Change
from iki_desktop.core.kalimat import kutip, singkatkan
from iki_desktop.core.kamus_riwayat import ANGKA, JENIS, KATA, RAHASIA, TANGGAL, label
from iki_desktop.core.records import Jabatan, Node, Record
from iki_desktop.core.riwayat import Catatan, Perubahan
from iki_desktop.core.sebutan import sebutan
from iki_desktop.core.tanggal import tanggal_panjang
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN

__all__ = ["KOSONG", "Beda", "Pembaca", "dari_change"]

KOSONG = "kosong"
_KUNCI_SAMPING = ("formulasi_id", "dokumen_id", "triwulan", "nomor")
_TEMPAT = ("kecamatan_id", "dokumen_id", "jabatan_id", "sasaran_id", "indikator_id")
_TERPANJANG = 300
"""Characters of one side of a difference."""
_TERPANJANG_SEBARIS = 20_000
"""Characters of what is compared for one line of a list; a whole chapter is compared when it is looked at."""
_SEBARIS = ("realisasi", "statustriwulan")
"""What is told on one line also where it came or went as a whole."""
_CARA = {"realisasi": ("diisi", "dikosongkan"), "statustriwulan": ("diubah", "diubah")}
_TERBANYAK = 60
"""Differences of one record: a whole document that came in would fill the page."""


@dataclass(frozen=True, slots=True)
class Beda:
    """One field before and after; ``utuh``: of a record that came or went as a whole."""

    nama: str
    sebelum: str | None
    sesudah: str | None
    utuh: bool = False

    def __str__(self) -> str:
        if self.utuh:
            return f"{self.nama}: {self.sesudah or self.sebelum}"
        return f"{self.nama}: {self.sebelum or KOSONG} → {self.sesudah or KOSONG}"


class Pembaca:
    """Reads entries in the light of the records that are there today."""

    def __init__(self, arsip: Arsip) -> None:
        self._arsip = arsip
        self._nama = {r.id: sebutan(r) for s in arsip.sampah() for r in s.isi.semua if isinstance(r, Node)}

    def ringkas(self, catatan: Catatan) -> str:
        """What an entry changed, on one line; empty where that is not one short thing."""
        semua = [p for p in catatan.perubahan or () if _layak(p)]
        if len(semua) != 1 or (
            semua[0].jenis not in _SEBARIS and None in (semua[0].sebelum, semua[0].sesudah)
        ):
            return ""
        if _panjang(semua[0]) > _TERPANJANG_SEBARIS:
            return ""
        beda = list(self.beda(semua[0]))
        lagi = f"; dan {len(beda) - 1} lainnya" if len(beda) > 1 else ""
        return f"{singkatkan(str(beda[0]), _TERPANJANG)}{lagi}" if beda else ""

    def urai(self, catatan: Catatan) -> Iterator[tuple[str, list[Beda]]]:
        """Each record of an entry by its name, with what became of it."""
        semua = catatan.perubahan or ()
        for p in [p for p in semua if _layak(p)] or semua:
            yield self.judul(p), list(self.beda(p))[:_TERBANYAK]

    def judul(self, p: Perubahan) -> str:
        """What a record is called, and whether it came or went."""
        lahir, mati = _CARA.get(p.jenis, ("ditambah", "dihapus"))
        return f"{self.nama(p)} {lahir if p.sebelum is None else mati if p.sesudah is None else 'diubah'}"

    def nama(self, p: Perubahan) -> str:
        """What a record is called, with the post to which it belongs."""
        jenis = JENIS.get(p.jenis, label(p.jenis))
        if p.jenis in ("realisasi", "statustriwulan", "terbitan", "sampah"):
            return self._nama_samping(p, jenis)
        teks = self._sebut(p.kunci) or _nama_dari_sel(p)
        return (
            f"{teks[:1].upper()}{teks[1:]}{self._pemilik(p.kunci)}" if teks else f"{jenis} yang sudah dihapus"
        )

    def _nama_samping(self, p: Perubahan, jenis: str) -> str:
        if p.jenis == "sampah":
            return f"{jenis} {kutip(str((p.sesudah or p.sebelum or {}).get('teks', '')))}"
        triwulan = f" triwulan {ROMAWI[p.triwulan - 1]}" if p.triwulan in SEMUA_TRIWULAN else ""
        if p.jenis == "realisasi":
            ada = p.kunci in self._arsip
            milik = next((n for n in self._arsip.leluhur(p.kunci) if n.id != p.kunci), None) if ada else None
            teks = sebutan(milik) if milik is not None else self._nama.get(p.kunci, "")
            return f"{jenis}{triwulan}, {teks}{self._pemilik(p.kunci)}" if teks else f"{jenis}{triwulan}"
        urut = f" (perubahan ke-{p.nomor})" if p.nomor else ""
        return f"{jenis}{triwulan} {self._sebut(p.kunci)}".rstrip() + urut

    def _sebut(self, nomor: int) -> str:
        return sebutan(self._arsip[nomor]) if nomor in self._arsip else self._nama.get(nomor, "")

    def _pemilik(self, nomor: int) -> str:
        if nomor not in self._arsip or isinstance(self._arsip[nomor], Jabatan):
            return ""
        jabatan = next((n for n in self._arsip.leluhur(nomor) if isinstance(n, Jabatan)), None)
        return f" ({singkatkan(jabatan.nama, 40)})" if jabatan is not None else ""

    # --- fields ---------------------------------------------------------------------------

    def beda(self, p: Perubahan) -> Iterator[Beda]:
        """Each field of a record that differs, before and after."""
        sebelum, sesudah = p.sebelum or {}, p.sesudah or {}
        utuh = None in (p.sebelum, p.sesudah) and p.jenis != "statustriwulan"
        for kolom in dict.fromkeys((*sebelum, *sesudah)):
            if kolom in RAHASIA or (utuh and (kolom in _TEMPAT or kolom == "urutan")):
                continue
            if p.jenis in ("terbitan", "sampah") and kolom in ("isi", "waktu", "teks"):
                continue
            for beda in self._kolom(p, kolom, sebelum.get(kolom), sesudah.get(kolom)):
                yield replace(beda, utuh=utuh)

    def _kolom(self, p: Perubahan, kolom: str, satu: Any, dua: Any) -> Iterator[Beda]:
        nama = _nama_kolom(p.jenis, kolom)
        if kolom.endswith("_id"):
            yield from _sepasang(nama, self._rujukan(satu), self._rujukan(dua))
        elif kolom == "logo_png":
            yield Beda(nama, "ada" if satu else None, "diganti" if satu and dua else "ada" if dua else None)
        elif kolom == "target":
            yield from self._target(p, nama, _urai_json(satu) or {}, _urai_json(dua) or {})
        elif kolom == "urutan":
            yield from _sepasang(nama, _letak(satu), _letak(dua))
        elif p.jenis == "statustriwulan" and kolom == "status":
            yield from _sepasang(nama, str(satu or "terbuka"), str(dua or "terbuka"))
        else:
            jalan = f"{p.jenis}.{kolom}" if p.jenis == "realisasi" else kolom
            yield from _beda(nama, jalan, _urai_json(satu), _urai_json(dua))

    def _rujukan(self, nomor: object) -> str | None:
        if type(nomor) is not int:
            return None
        return self._sebut(nomor) or "yang sudah dihapus"

    def _target(self, p: Perubahan, nama: str, satu: Any, dua: Any) -> Iterator[Beda]:
        if not isinstance(satu, dict) or not isinstance(dua, dict):
            return
        dokumen = self._arsip.dokumen_dari(p.kunci) if p.kunci in self._arsip else None
        setahun = f"{nama} tahun {dokumen.tahun}" if dokumen else f"{nama} setahun"
        for akhiran, kata in (("", ""), ("_sampai", ", batas atas")):
            yield from _sepasang(
                f"{setahun}{kata}", _angka(satu.get(f"tahun{akhiran}")), _angka(dua.get(f"tahun{akhiran}"))
            )
            empat = [_empat(isi.get(f"triwulan{akhiran}")) for isi in (satu, dua)]
            for romawi, a, b in zip(ROMAWI, *empat, strict=False):
                yield from _sepasang(f"{nama} triwulan {romawi}{kata}", _angka(a), _angka(b))
        yield from _sepasang(
            f"{nama} tertulis", _kata("teks", satu.get("teks")), _kata("teks", dua.get("teks"))
        )
        yield from _sepasang(
            f"{nama} kumulatif", _kata("", satu.get("kumulatif")), _kata("", dua.get("kumulatif"))
        )


def _panjang(p: Perubahan) -> int:
    sel = (*(p.sebelum or {}).values(), *(p.sesudah or {}).values())
    return sum(len(n) for n in sel if isinstance(n, str))


def _layak(p: Perubahan) -> bool:
    """Whether a record is worth a word beside others: not where only its place was counted anew."""
    if p.jenis == "sampah":
        return False
    return p.sebelum is None or p.sesudah is None or {*p.sebelum, *p.sesudah} != {"urutan"}


def _nama_kolom(jenis: str, kolom: str) -> str:
    if kolom in ("nama", "teks") and jenis in JENIS and jenis != "formulasi":
        return f"Nama {jenis}" if kolom == "nama" else JENIS[jenis]
    return label(kolom)


def _nama_dari_sel(p: Perubahan) -> str:
    """A name out of the entry itself, for what is no longer there."""
    isi = p.sesudah or p.sebelum or {}
    teks = next((isi[k] for k in ("nama", "teks", "pembilang") if isinstance(isi.get(k), str)), None)
    if p.jenis == "dokumen" and isinstance(isi.get("tahun"), int):
        return f"dokumen tahun {isi['tahun']}"
    return f"{JENIS.get(p.jenis, p.jenis).lower()} {kutip(teks)}" if teks else ""


def _letak(urutan: object) -> str | None:
    return str(urutan + 1) if type(urutan) is int else None


def _empat(isi: object) -> Sequence[object]:
    return isi if isinstance(isi, list) and len(isi) == 4 else (None,) * 4


def _urai_json(sel: object) -> Any:
    """Lists and values are JSON text in a cell; everything else is as it is."""
    if not isinstance(sel, str) or sel[:1] not in ("[", "{"):
        return sel
    try:
        return json.loads(sel)
    except (ValueError, RecursionError):
        return sel


def _sepasang(nama: str, satu: str | None, dua: str | None) -> Iterator[Beda]:
    if satu != dua:
        yield Beda(nama, satu, dua)


def _beda(nama: str, jalan: str, satu: Any, dua: Any) -> Iterator[Beda]:
    """What differs between two values, field by field and item by item."""
    if satu == dua:
        return
    pasangan = _pasangan(satu), _pasangan(dua)
    if any(pasangan) and None not in pasangan:
        for kunci in dict.fromkeys((*(pasangan[0] or ()), *(pasangan[1] or ()))):
            a, b = ((isi or {}).get(kunci) for isi in pasangan)
            yield from _sepasang(f"{nama} {kunci}", _kata(jalan, a), _kata(jalan, b))
    elif isinstance(satu, dict) and isinstance(dua, dict):
        for kolom in dict.fromkeys((*satu, *dua)):
            if kolom not in RAHASIA:
                bawah = nama if kolom == "teks" else f"{nama}, {_kecil(label(kolom))}"
                yield from _beda(bawah, kolom, satu.get(kolom), dua.get(kolom))
    elif isinstance(satu, list) and isinstance(dua, list):
        yield from _beda_daftar(nama, jalan, satu, dua)
    else:
        yield from _sepasang(nama, _kata(jalan, satu), _kata(jalan, dua))


def _pasangan(isi: Any) -> dict[str, str] | None:
    """Names with what belongs to them, as the variables of a formula; ``None`` for anything else."""
    if isi is None:
        return {}
    if not isinstance(isi, list):
        return None
    utuh = all(isinstance(n, list) and len(n) == 2 and all(isinstance(t, str) for t in n) for n in isi)
    return dict(isi) if utuh else None


def _beda_daftar(nama: str, jalan: str, satu: list[Any], dua: list[Any]) -> Iterator[Beda]:
    teks = [[json.dumps(n, sort_keys=True) for n in isi] for isi in (satu, dua)]
    for cara, a, b, c, d in SequenceMatcher(a=teks[0], b=teks[1], autojunk=False).get_opcodes():
        if cara == "equal":
            continue
        for k in range(max(b - a, d - c)):
            lama = satu[a + k] if a + k < b else None
            baru = dua[c + k] if c + k < d else None
            yield from _beda(f"{nama} ke-{(c if baru is not None else a) + k + 1}", jalan, lama, baru)


def _kecil(teks: str) -> str:
    return teks if teks.isupper() else f"{teks[:1].lower()}{teks[1:]}"


def _kata(kolom: str, nilai: object) -> str | None:
    """A value in words; ``None`` for nothing."""
    match nilai:
        case None | "" | False:
            return None
        case True:
            return "ya"
        case str():
            return KATA.get((kolom, nilai)) or _tulisan(kolom, nilai)
        case list():
            return singkatkan("; ".join(filter(None, (_kata(kolom, n) for n in nilai))), _TERPANJANG) or None
        case dict():
            isi = (_kata(k, n) for k, n in nilai.items() if k not in RAHASIA)
            return singkatkan(", ".join(filter(None, isi)), _TERPANJANG) or None
    return str(nilai)


def _tulisan(kolom: str, teks: str) -> str:
    if kolom in ANGKA:
        return _angka(teks) or KOSONG
    if kolom in TANGGAL:
        try:
            return tanggal_panjang(date.fromisoformat(teks))
        except ValueError:
            return singkatkan(teks, _TERPANJANG)
    return singkatkan(teks, _TERPANJANG)


def _angka(nilai: object) -> str | None:
    """A number as the office writes it, with a decimal comma."""
    if nilai is None:
        return None
    try:
        angka = Decimal(str(nilai))
    except InvalidOperation:
        return singkatkan(str(nilai), _TERPANJANG)
    return format_angka(angka) if wajar(angka) else singkatkan(str(nilai), _TERPANJANG)


def dari_change(change: Change) -> Perubahan:
    """A change of records as the journal would tell it, to be put into words before it is made."""
    sebelum, sesudah = _sel_record(change.before), _sel_record(change.after)
    beda = {k for k in sebelum.keys() | sesudah.keys() if sebelum.get(k) != sesudah.get(k)}
    record = change.record
    return Perubahan(
        type(record).__name__.lower(),
        record.id if isinstance(record, Node) else induk_id(record),
        getattr(record, "triwulan", None),
        None if change.before is None else {k: n for k, n in sebelum.items() if k in beda},
        None if change.after is None else {k: n for k, n in sesudah.items() if k in beda},
    )


def _sel_record(record: Record | None) -> dict[str, Any]:
    if record is None:
        return {}
    kunci = ("id",) if isinstance(record, Node) else _KUNCI_SAMPING
    return {f.name: _polos(getattr(record, f.name)) for f in fields(record) if f.name not in kunci}


def _polos(nilai: object) -> Any:
    """A value as it stands in a journal; what is left at its default is left away."""
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, tuple):
        return [_polos(n) for n in nilai]
    if is_dataclass(nilai) and not isinstance(nilai, type):
        return {
            f.name: _polos(n) for f in fields(nilai) if (n := getattr(nilai, f.name)) not in (None, False)
        }
    return str(nilai) if isinstance(nilai, StrEnum) else nilai
