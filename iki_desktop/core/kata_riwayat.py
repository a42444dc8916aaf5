"""An entry of the journal in the office's words: ``Target tahun 2026: 80 → 85``.

What stands in a journal came from a file.  Whatever cannot be understood is shown as it stands, short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from typing import Any

from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.beda_riwayat import (
    KOSONG,
    TERPANJANG,
    Beda,
    beda_nilai,
    kata_angka,
    kata_nilai,
    sepasang,
    urai_sel,
)
from iki_desktop.core.changes import Change
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.kalimat import kutip, singkatkan
from iki_desktop.core.kamus_riwayat import JENIS, RAHASIA, label
from iki_desktop.core.records import Formulasi, Jabatan, Node, Record
from iki_desktop.core.riwayat import Catatan, Perubahan
from iki_desktop.core.sebutan import sebutan
from iki_desktop.core.triwulan import ROMAWI, SEMUA_TRIWULAN

__all__ = ["KOSONG", "Beda", "Pembaca", "dari_change"]

_KUNCI_SAMPING = ("formulasi_id", "dokumen_id", "triwulan", "nomor")
_TEMPAT = ("kecamatan_id", "dokumen_id", "jabatan_id", "sasaran_id", "indikator_id")
_TERPANJANG_SEBARIS = 20_000
"""Characters of what is compared for one line of a list; a whole chapter is compared when it is looked at."""
_SEBARIS = ("realisasi", "statustriwulan")
"""What is told on one line also where it came or went as a whole."""
_CARA = {"realisasi": ("diisi", "dikosongkan"), "statustriwulan": ("diubah", "diubah")}
_TERBANYAK = 60
"""Differences of one record: a whole document that came in would fill the page."""


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
        return f"{singkatkan(str(beda[0]), TERPANJANG)}{lagi}" if beda else ""

    def urai(self, catatan: Catatan) -> Iterator[tuple[str, list[Beda]]]:
        """Each record of an entry by its name, with what became of it."""
        semua = catatan.perubahan or ()
        for p in [p for p in semua if _layak(p)] or semua:
            yield self.judul(p), list(islice(self.beda(p), _TERBANYAK))

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
            yield from sepasang(nama, self._rujukan(satu), self._rujukan(dua))
        elif kolom == "logo_png":
            yield Beda(nama, "ada" if satu else None, "diganti" if satu and dua else "ada" if dua else None)
        elif kolom == "target":
            yield from self._target(p, nama, urai_sel(satu) or {}, urai_sel(dua) or {})
        elif kolom == "urutan":
            yield from sepasang(nama, _letak(satu), _letak(dua))
        elif p.jenis == "statustriwulan" and kolom == "status":
            yield from sepasang(nama, str(satu or "terbuka"), str(dua or "terbuka"))
        else:
            jalan = f"{p.jenis}.{kolom}" if p.jenis == "realisasi" else kolom
            kata = self._kata_variabel(p) if jalan == "realisasi.variabel" else {}
            for beda in beda_nilai(nama, jalan, urai_sel(satu), urai_sel(dua)):
                yield replace(beda, nama=kata.get(beda.nama, beda.nama))

    def _kata_variabel(self, p: Perubahan) -> dict[str, str]:
        """What the office calls the variables of the formula that was entered."""
        if p.kunci not in self._arsip or not isinstance(formulasi := self._arsip[p.kunci], Formulasi):
            return {}
        nama = label("variabel")
        return {f"{nama} {m.kunci.removeprefix('variabel:')}": m.label for m in masukan(formulasi)}

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
            yield from sepasang(
                f"{setahun}{kata}",
                kata_angka(satu.get(f"tahun{akhiran}")),
                kata_angka(dua.get(f"tahun{akhiran}")),
            )
            empat = [_empat(isi.get(f"triwulan{akhiran}")) for isi in (satu, dua)]
            for romawi, a, b in zip(ROMAWI, *empat, strict=False):
                yield from sepasang(f"{nama} triwulan {romawi}{kata}", kata_angka(a), kata_angka(b))
        yield from sepasang(
            f"{nama} tertulis", kata_nilai("teks", satu.get("teks")), kata_nilai("teks", dua.get("teks"))
        )
        yield from sepasang(
            f"{nama} kumulatif", kata_nilai("", satu.get("kumulatif")), kata_nilai("", dua.get("kumulatif"))
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
