"""What a record must fulfil, whoever wants to change it: a form, a paste or an imported file.

Each rule speaks of one record and its surroundings as they would be after the edit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from iki_desktop.core.angka import wajar
from iki_desktop.core.arsip import Arsip, induk_id
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import RuleError
from iki_desktop.core.kalimat import kutip
from iki_desktop.core.nip import nip_lengkap
from iki_desktop.core.pertalian import JENIS_INDUK
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Pejabat,
    Penandatangan,
    PengaturanCapaian,
    Realisasi,
    Record,
    Sasaran,
    StatusTriwulan,
    Target,
)
from iki_desktop.core.triwulan import SEMUA_TRIWULAN

__all__ = [
    "TAHUN_AKHIR",
    "TAHUN_AWAL",
    "bersihkan_teks",
    "periksa",
    "periksa_pejabat",
    "periksa_penandatangan",
]

TAHUN_AWAL, TAHUN_AKHIR = 1945, 2200
"""The years that the exchange format knows."""

_GARIS_BARU = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_KENDALI = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")


def bersihkan_teks(teks: str) -> str:
    """Text as it was typed or pasted, without what no paper can show.

    Word's Shift+Enter (``\\x0b``), form feeds and the line ends of every system become ``\\n``;
    other control characters, broken halves of characters and code points that are none (no XML file
    may hold them, so neither may Word or Excel) go; blanks at the ends go.
    """
    return _KENDALI.sub("", _GARIS_BARU.sub("\n", teks)).strip()


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
            _periksa_induk(arsip, change.after)
            _periksa_record(arsip, change.after)


def _periksa_induk(arsip: Arsip, record: Record) -> None:
    """What a record belongs to may have been deleted while its form was open."""
    jenis = JENIS_INDUK.get(type(record))
    if jenis is None:
        return
    induk = induk_id(record)
    if induk not in arsip or not isinstance(arsip[induk], jenis):
        raise RuleError("Tempat untuk data ini sudah tidak ada.", "Pilih tempat lain, lalu ulangi.")


def _periksa_record(arsip: Arsip, record: Record) -> None:
    match record:
        case Kecamatan():
            _periksa_kecamatan(record)
        case Dokumen():
            _periksa_dokumen(arsip, record)
        case Jabatan():
            _periksa_jabatan(arsip, record)
        case Sasaran():
            _wajib(record.teks, "Sasaran")
            _periksa_bobot(record.bobot)
        case Indikator():
            _periksa_indikator(record)
        case Formulasi():
            _periksa_formulasi(arsip, record)
        case Realisasi():
            _periksa_realisasi(arsip, record)
        case StatusTriwulan():
            _periksa_triwulan(record.triwulan)


def _periksa_kecamatan(kecamatan: Kecamatan) -> None:
    _wajib(kecamatan.nama, "Nama kecamatan")
    _wajib(kecamatan.nama_daerah, "Nama kabupaten atau kota")
    for pejabat in kecamatan.pejabat or ():
        periksa_pejabat(pejabat)


def _wajib(teks: str, nama: str) -> None:
    """Something that can be seen; a blank, or a sign of no width, is nothing on paper."""
    if not any(huruf.isprintable() and not huruf.isspace() for huruf in teks):
        raise RuleError(f"{nama} belum diisi.", "Tuliskan dahulu, lalu simpan.")


def _periksa_dokumen(arsip: Arsip, dokumen: Dokumen) -> None:
    if not TAHUN_AWAL <= dokumen.tahun <= TAHUN_AKHIR:
        raise RuleError(
            f"Tahun {dokumen.tahun} di luar {TAHUN_AWAL}–{TAHUN_AKHIR}.", "Periksa kembali tahunnya."
        )
    if dokumen.capaian is not None:
        _periksa_pengaturan(dokumen.capaian)
    kembar = [d for d in arsip.dokumen(dokumen.kecamatan_id) if d.tahun == dokumen.tahun]
    if len(kembar) > 1:
        raise RuleError(f"Dokumen tahun {dokumen.tahun} sudah ada.", "Pilih tahun lain.")
    if dokumen.keputusan is not None and dokumen.keputusan.penandatangan is not None:
        periksa_penandatangan(dokumen.keputusan.penandatangan)
    for bab in dokumen.bab or ():
        if bab.pengesahan is not None and bab.pengesahan.penandatangan is not None:
            periksa_penandatangan(bab.pengesahan.penandatangan)


def _periksa_pengaturan(capaian: PengaturanCapaian) -> None:
    if capaian.desimal is not None and not 0 <= capaian.desimal <= 4:
        raise RuleError("Banyaknya desimal harus 0 sampai 4.", "Periksa kembali angkanya.")
    skala = capaian.skala or ()
    for kelas in skala:
        _wajib(kelas.nama, "Nama kategori")
    _periksa_angka(capaian.batas_atas, *(kelas.batas_bawah for kelas in skala))


def _periksa_jabatan(arsip: Arsip, jabatan: Jabatan) -> None:
    _wajib(jabatan.nama, "Nama jabatan")
    _periksa_bobot(jabatan.bobot)
    if jabatan.pemangku is not None:
        periksa_penandatangan(jabatan.pemangku)
    dilewati = {jabatan.id}
    for atasan in _rantai_atasan(arsip, jabatan):
        if atasan.dokumen_id != jabatan.dokumen_id:
            raise RuleError("Atasan harus jabatan dari tahun yang sama.", "Pilih atasan lain.")
        if atasan.id in dilewati:
            raise RuleError(
                f"{kutip(jabatan.nama)} tidak dapat menjadi bawahan dari bawahannya sendiri.",
                "Pilih atasan lain.",
            )
        dilewati.add(atasan.id)


def _rantai_atasan(arsip: Arsip, jabatan: Jabatan) -> Iterator[Jabatan]:
    while jabatan.atasan_id is not None:
        if jabatan.atasan_id not in arsip or not isinstance(atasan := arsip[jabatan.atasan_id], Jabatan):
            raise RuleError(f"Atasan dari {kutip(jabatan.nama)} sudah tidak ada.", "Pilih atasan lain.")
        yield atasan
        jabatan = atasan


def periksa_penandatangan(pejabat: Penandatangan) -> None:
    """Jabatan and nama must be there; a NIP has 18 digits (Perka BKN 22/2007)."""
    _wajib(pejabat.nama, "Nama penanda tangan")
    _wajib(pejabat.jabatan, "Jabatan penanda tangan")
    if pejabat.nip is not None and not nip_lengkap(pejabat.nip):
        raise RuleError("NIP terdiri atas 18 angka.", "Periksa kembali NIP-nya.")


def periksa_pejabat(pejabat: Pejabat) -> None:
    """An entry of the register: as on a paper, and its term does not end before it begins."""
    periksa_penandatangan(pejabat.penandatangan)
    dari, sampai = pejabat.berlaku_dari, pejabat.berlaku_sampai
    if dari is not None and sampai is not None and sampai < dari:
        raise RuleError("Masa berlaku berakhir sebelum dimulai.", "Periksa kembali kedua tanggalnya.")


def _periksa_realisasi(arsip: Arsip, realisasi: Realisasi) -> None:
    _periksa_triwulan(realisasi.triwulan)
    variabel = [nilai for _, nilai in realisasi.variabel or ()]
    _periksa_angka(realisasi.pembilang, realisasi.penyebut, realisasi.nilai, *variabel)
    formulasi = arsip[realisasi.formulasi_id]
    assert isinstance(formulasi, Formulasi)
    if formulasi.sumber_id is not None:
        raise RuleError("Formulasi ini memakai isian formulasi lain.", "Isilah di formulasi asalnya.")
    if formulasi.jenis is JenisFormulasi.SKM and not all(1 <= nilai <= 4 for nilai in variabel):
        raise RuleError("Nilai unsur harus antara 1 dan 4.", "Periksa kembali angkanya.")


def _periksa_triwulan(triwulan: int) -> None:
    if not 1 <= triwulan <= 4:
        raise RuleError("Triwulan harus I, II, III, atau IV.")


def _periksa_indikator(indikator: Indikator) -> None:
    _wajib(indikator.teks, "Indikator")
    _periksa_bobot(indikator.bobot)
    _periksa_target(indikator.target)


def _periksa_formulasi(arsip: Arsip, formulasi: Formulasi) -> None:
    _periksa_angka(formulasi.penyebut_tetap)
    _periksa_target(formulasi.target)
    if formulasi.sumber_id is None:
        return
    ada = formulasi.sumber_id in arsip
    sumber = arsip[formulasi.sumber_id] if ada else None
    if not isinstance(sumber, Formulasi) or sumber.sumber_id is not None or sumber.id == formulasi.id:
        raise RuleError("Formulasi asal sudah tidak dapat dipakai bersama.", "Pilih formulasi lain.")
    if arsip.dokumen_dari(sumber.id) != arsip.dokumen_dari(formulasi.id):
        raise RuleError("Formulasi asal harus dari tahun yang sama.", "Pilih formulasi lain.")
    sendiri = any(arsip.record((Realisasi, formulasi.id, t)) for t in SEMUA_TRIWULAN)
    if sendiri or arsip.pemakai(formulasi.id):
        raise RuleError("Isian formulasi ini masih dipakai sendiri.", "Pilih formulasi lain.")


def _periksa_target(target: Target | None) -> None:
    if target is None:
        return
    bawah, atas = (
        (target.tahun, *(target.triwulan or ())),
        (target.tahun_sampai, *(target.triwulan_sampai or ())),
    )
    _periksa_angka(*bawah, *atas)
    for dari, sampai in zip(bawah, atas, strict=False):
        if dari is not None and sampai is not None and sampai < dari:
            raise RuleError("Batas atas target di bawah batas bawahnya.", "Periksa kembali keduanya.")


def _periksa_bobot(bobot: Decimal | None) -> None:
    _periksa_angka(bobot)
    if bobot is not None and bobot < 0:
        raise RuleError("Bobot tidak boleh di bawah 0.", "Periksa kembali angkanya.")


def _periksa_angka(*angka: Decimal | None) -> None:
    if any(a is not None and not wajar(a) for a in angka):
        raise RuleError("Angka terlalu panjang.", "Periksa kembali angkanya.")
