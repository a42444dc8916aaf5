"""What a record must fulfil, whoever wants to change it: a form, a paste or an imported file.

Each rule speaks of one record and its surroundings as they would be after the edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from iki_desktop.core.angka import wajar
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Penandatangan,
    Realisasi,
    Record,
    Sasaran,
)

__all__ = ["TAHUN_AKHIR", "TAHUN_AWAL", "bersihkan_teks", "periksa", "periksa_penandatangan"]

TAHUN_AWAL, TAHUN_AKHIR = 1945, 2200
"""The years that the exchange format knows."""

_NIP = re.compile(r"[0-9]{18}")
_KENDALI = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x85\ud800-\udfff]")


def bersihkan_teks(teks: str) -> str:
    """Text as it was typed or pasted, without what no paper can show.

    Word's Shift+Enter (``\\x0b``), form feeds and the line ends of every system become ``\\n``;
    other control characters and broken halves of characters go; blanks at the ends go.
    """
    teks = teks.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    teks = teks.replace("\u2028", "\n").replace("\u2029", "\n")
    return _KENDALI.sub("", teks).strip()


def periksa(arsip: Arsip, edit: Edit) -> None:
    """Check every record that the edit leaves behind, against the file as it is after the edit.

    ``arsip`` already holds the edit's records.

    Raises
    ------
    RuleError
        for the first rule that is broken.
    """
    for change in edit.changes:
        if change.after is not None:
            _periksa_record(arsip, change.after)


def _periksa_record(arsip: Arsip, record: Record) -> None:
    match record:
        case Kecamatan():
            _wajib(record.nama, "Nama kecamatan")
            _wajib(record.nama_daerah, "Nama kabupaten atau kota")
            for pejabat in record.pejabat or ():
                periksa_penandatangan(pejabat)
        case Dokumen():
            _periksa_dokumen(arsip, record)
        case Jabatan():
            _periksa_jabatan(arsip, record)
        case Sasaran():
            _wajib(record.teks, "Sasaran")
        case Indikator():
            _wajib(record.teks, "Indikator")
        case Realisasi():
            _periksa_realisasi(record)
        case Formulasi():
            pass


def _wajib(teks: str, nama: str) -> None:
    if not teks.strip():
        raise RuleError(f"{nama} belum diisi.", "Tuliskan dahulu, lalu simpan.")


def _periksa_dokumen(arsip: Arsip, dokumen: Dokumen) -> None:
    if not TAHUN_AWAL <= dokumen.tahun <= TAHUN_AKHIR:
        raise RuleError(
            f"Tahun {dokumen.tahun} di luar {TAHUN_AWAL}–{TAHUN_AKHIR}.", "Periksa kembali tahunnya."
        )
    kembar = [d for d in arsip.dokumen(dokumen.kecamatan_id) if d.tahun == dokumen.tahun]
    if len(kembar) > 1:
        raise RuleError(f"Dokumen tahun {dokumen.tahun} sudah ada.", "Pilih tahun lain.")
    if dokumen.keputusan is not None and dokumen.keputusan.penandatangan is not None:
        periksa_penandatangan(dokumen.keputusan.penandatangan)
    for bab in dokumen.bab or ():
        if bab.pengesahan is not None and bab.pengesahan.penandatangan is not None:
            periksa_penandatangan(bab.pengesahan.penandatangan)


def _periksa_jabatan(arsip: Arsip, jabatan: Jabatan) -> None:
    _wajib(jabatan.nama, "Nama jabatan")
    if jabatan.pemangku is not None:
        periksa_penandatangan(jabatan.pemangku)
    dilewati = {jabatan.id}
    for atasan in _rantai_atasan(arsip, jabatan):
        if atasan.dokumen_id != jabatan.dokumen_id:
            raise RuleError("Atasan harus jabatan dari tahun yang sama.", "Pilih atasan lain.")
        if atasan.id in dilewati:
            raise RuleError(
                f"“{jabatan.nama}” tidak dapat menjadi bawahan dari bawahannya sendiri.", "Pilih atasan lain."
            )
        dilewati.add(atasan.id)


def _rantai_atasan(arsip: Arsip, jabatan: Jabatan) -> Iterator[Jabatan]:
    while jabatan.atasan_id is not None:
        if jabatan.atasan_id not in arsip:
            raise RuleError(f"Atasan dari “{jabatan.nama}” sudah tidak ada.", "Pilih atasan lain.")
        atasan = arsip[jabatan.atasan_id]
        assert isinstance(atasan, Jabatan)
        yield atasan
        jabatan = atasan


def periksa_penandatangan(pejabat: Penandatangan) -> None:
    """Jabatan and nama must be there; a NIP has 18 digits (as on all four known papers)."""
    _wajib(pejabat.nama, "Nama penanda tangan")
    _wajib(pejabat.jabatan, "Jabatan penanda tangan")
    if pejabat.nip is not None and not _NIP.fullmatch(pejabat.nip):
        raise RuleError("NIP terdiri atas 18 angka.", "Periksa kembali NIP-nya.")


def _periksa_realisasi(realisasi: Realisasi) -> None:
    if not 1 <= realisasi.triwulan <= 4:
        raise RuleError("Triwulan harus I, II, III, atau IV.")
    angka = [
        realisasi.pembilang,
        realisasi.penyebut,
        realisasi.nilai,
        *dict(realisasi.variabel or ()).values(),
    ]
    if any(a is not None and not wajar(a) for a in angka):
        raise RuleError("Angka terlalu panjang.", "Periksa kembali angkanya.")
