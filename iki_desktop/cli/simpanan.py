"""The commands that keep data safe: back up, bring back, look through and repair, tell what was done."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from iki_desktop import paths
from iki_desktop.cli import ADA_TEMUAN, SELESAI, keluhkan, satu_baris, sebut_dipegang
from iki_desktop.core.arsip import Arsip
from iki_desktop.core.cadangan import FOLDER_CADANGAN, Putusan, Sebab
from iki_desktop.core.errors import StoreError
from iki_desktop.core.kamus_riwayat import HITUNGAN
from iki_desktop.core.riwayat import Catatan, PetaJabatan, Saringan
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.cadangan import Potret
from iki_desktop.db.pembaruan import salin_ke_rak
from iki_desktop.db.rak import Rak, baca_cadangan, folder_milik, periksa_sidik
from iki_desktop.db.riwayat import halaman_riwayat

__all__ = ["PERINTAH"]


def _dibaca(path: Path) -> Berkas:
    """The file itself, or a picture of it where somebody has it open, which is told."""
    berkas = Berkas.buka_atau_lihat(path, salin_ke_rak(paths.documents_dir() / FOLDER_CADANGAN))
    if berkas.pemegang is not None:
        sebut_dipegang(berkas.pemegang)
    return berkas


def _cadangkan(pilihan: Namespace) -> int:
    path: Path = pilihan.berkas.absolute()
    akar = pilihan.folder.absolute() if pilihan.folder else paths.documents_dir() / FOLDER_CADANGAN
    with _dibaca(path) as berkas:
        potret = Potret(berkas.sambungan_baca)
    try:
        hasil = Rak(folder_milik(akar, path), path).simpan(potret, datetime.now(), Sebab.DIMINTA)
    finally:
        potret.tutup()
    print(f"Cadangan teruji: {hasil.path}")
    return SELESAI


def _pulihkan(pilihan: Namespace) -> int:
    from iki_desktop.db.pemulihan import pulihkan  # noqa: PLC0415  (so is the comparing)

    pulihkan(pilihan.cadangan, pilihan.berkas)
    print(f"Berkas {pilihan.berkas} dibuat dari cadangan.")
    cadangan = baca_cadangan(pilihan.cadangan)
    if cadangan is not None and periksa_sidik(cadangan).putusan is Putusan.BERUBAH:
        keluhkan("Cadangan ini berubah sejak diuji. Isinya terbaca utuh, tetapi periksalah.")
        return ADA_TEMUAN
    return SELESAI


def _periksa(pilihan: Namespace) -> int:
    from iki_desktop.db.penyelamatan import periksa_berkas  # noqa: PLC0415  (rare)
    from iki_desktop.db.sambungan import sambungkan  # noqa: PLC0415
    from iki_desktop.layanan import selamatkan  # noqa: PLC0415

    path: Path = pilihan.berkas
    # What is not there, not ours, newer or open elsewhere is refused before anything is tried.
    sambungkan(path, hanya_baca=True).tutup()
    try:
        periksa_berkas(path)
    except StoreError as salah:
        keluhkan(str(salah))
    else:
        print(f"Berkas {path} utuh.")
        return SELESAI
    tujuan, hasil = selamatkan(path, paths.documents_dir() / FOLDER_CADANGAN)
    print(f"Yang terbaca ditulis ke {tujuan}.")
    for kalimat in hasil.asal:
        print(kalimat)
    print(
        "Terselamatkan: "
        + ", ".join(f"{n} {HITUNGAN.get(jenis, jenis)}" for jenis, n in hasil.terbaca.items())
        + "."
    )
    for kalimat in hasil.hilang:
        keluhkan(kalimat)
    return ADA_TEMUAN


def _riwayat(pilihan: Namespace) -> int:
    with _dibaca(pilihan.berkas) as berkas:
        if pilihan.json:
            isi = [_objek(satu) for satu in _semua(berkas)]
            print(json.dumps({"riwayat": isi}, ensure_ascii=False, indent=1))
        else:
            for satu in _semua(berkas):
                waktu = f"{satu.waktu:%Y-%m-%d %H.%M}" if satu.waktu else "-"
                print(satu_baris(f"{waktu}  {satu.pengguna or '-'}  {satu.teks}"))
    return SELESAI


def _semua(berkas: Berkas) -> Iterator[Catatan]:
    peta = PetaJabatan(Arsip())
    lanjut: int | None = None
    while True:
        halaman = halaman_riwayat(berkas.sambungan_baca, Saringan(), peta, sebelum=lanjut, rinci=True)
        yield from halaman.isi
        lanjut = halaman.lanjut
        if lanjut is None:
            return


def _objek(satu: Catatan) -> dict[str, Any]:
    """An entry as plain values; ``perubahan`` is null where it is too long to be read."""
    perubahan = None
    if satu.perubahan is not None:
        perubahan = [
            {
                "jenis": p.jenis,
                "id": p.kunci,
                "triwulan": p.triwulan,
                "sebelum": p.sebelum,
                "sesudah": p.sesudah,
            }
            for p in satu.perubahan
        ]
    return {
        "id": satu.id,
        "waktu": satu.waktu.isoformat() if satu.waktu else None,
        "pengguna": satu.pengguna,
        "komputer": satu.komputer,
        "teks": satu.teks,
        "perubahan": perubahan,
    }


PERINTAH: dict[str, Callable[[Namespace], int]] = {
    "cadangkan": _cadangkan,
    "pulihkan": _pulihkan,
    "periksa-berkas": _periksa,
    "riwayat": _riwayat,
}
