"""The commands: make a file, bring in, write out, report, show the figures."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from iki_desktop.cli import ADA_TEMUAN, SELESAI, keluhkan, satu_baris, sebut_dipegang
from iki_desktop.cli.dokumen import masa, pilih_dokumen, pilih_kecamatan, pilih_snapshot
from iki_desktop.cli.pengurai import susun_pengurai
from iki_desktop.core.errors import IkiError, Temuan
from iki_desktop.core.kalimat import deretkan
from iki_desktop.core.ringkasan import TAHUN_TERBANYAK
from iki_desktop.core.snapshot import Snapshot, hitung_dokumen, potret_lalu
from iki_desktop.core.workspace import Workspace

__all__ = ["jalankan"]


def jalankan(argv: Sequence[str]) -> int:
    """Run one command; returns the exit code.

    Raises
    ------
    IkiError
        where it is refused.
    """
    pengurai = susun_pengurai()
    try:
        pilihan = pengurai.parse_args(argv)
        if pilihan.perintah is None:
            pengurai.error("the following arguments are required: PERINTAH")
    except SystemExit as selesai:
        return selesai.code if isinstance(selesai.code, int) else SELESAI
    kerja = {
        "buat": _buat,
        "impor": _impor,
        "ekspor": _ekspor,
        "ubah-format": _ubah_format,
        "laporan": _laporan,
        "bandingkan": _bandingkan,
        "capaian": _capaian,
    }
    return (kerja.get(pilihan.perintah) or _lain(pilihan.perintah))(pilihan)


def _lain(perintah: str) -> Callable[[Namespace], int]:
    if perintah in ("lembar-isian", "ambil-isian"):
        from iki_desktop.cli.lembar_isian import PERINTAH as LEMBAR  # noqa: PLC0415  (as the others)

        return LEMBAR[perintah]
    from iki_desktop.cli.simpanan import PERINTAH  # noqa: PLC0415  (other commands need no backups)

    return PERINTAH[perintah]


def _buat(pilihan: Namespace) -> int:
    from iki_desktop.db.berkas import Berkas  # noqa: PLC0415  (--help needs no storage)
    from iki_desktop.layanan import buat_contoh  # noqa: PLC0415

    if pilihan.contoh:
        buat_contoh(pilihan.berkas)
    else:
        Berkas.buat(pilihan.berkas).tutup()
    print(f"Berkas {pilihan.berkas} dibuat.")
    return SELESAI


def _impor(pilihan: Namespace) -> int:
    from iki_desktop.layanan import impor_ke_berkas  # noqa: PLC0415

    teks = impor_ke_berkas(pilihan.sumber, pilihan.berkas, ganti=pilihan.ganti)
    print(satu_baris(f"Selesai: {teks}."))
    return SELESAI


def _ekspor(pilihan: Namespace) -> int:
    from iki_desktop.exchange.iki_json import tulis_iki_json  # noqa: PLC0415
    from iki_desktop.layanan import terbaca  # noqa: PLC0415

    keluaran: Path = pilihan.keluaran
    jenis = keluaran.suffix.lower()
    if jenis not in (".json", ".pdf", ".docx", ".xlsx"):
        raise IkiError("Jenis keluaran tidak dikenal.", "Pakai akhiran .json, .pdf, .docx, atau .xlsx.")
    _sebut_percuma(pilihan, jenis)
    temuan: tuple[Temuan, ...] = ()
    with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
        kecamatan = pilih_kecamatan(workspace.arsip, pilihan.kecamatan)
        if jenis == ".json":
            versi = pilihan.format or 1
            hilang = tulis_iki_json(workspace.arsip, kecamatan.id, keluaran, pilihan.tahun, versi=versi)
            temuan = _tertinggal(hilang)
        else:
            dokumen = pilih_dokumen(workspace.arsip, kecamatan, pilihan.tahun)
            temuan = _tulis_dokumen(_naskah(workspace, dokumen.id, pilihan), pilihan)
    return _tertulis(keluaran, temuan)


def _naskah(workspace: Workspace, dokumen_id: int, pilihan: Namespace) -> Snapshot:
    """What is printed in the version that is asked for; a workbook is of the data as they are."""
    from iki_desktop.exchange.terbitan import naskah_versi  # noqa: PLC0415  (--help reads no document)

    if pilihan.keluaran.suffix.lower() == ".xlsx":
        return workspace.snapshot(dokumen_id)
    return naskah_versi(workspace, dokumen_id, pilihan.versi)


def _bandingkan(pilihan: Namespace) -> int:
    from iki_desktop.exchange.terbitan import RANCANGAN, naskah_versi, sebut_versi  # noqa: PLC0415
    from iki_desktop.layanan import ekspor_perbandingan, terbaca  # noqa: PLC0415

    with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
        kecamatan = pilih_kecamatan(workspace.arsip, pilihan.kecamatan)
        dokumen = pilih_dokumen(workspace.arsip, kecamatan, pilihan.tahun)
        terbitan = workspace.arsip.terbitan(dokumen.id)
        if not terbitan:
            raise IkiError("Dokumen ini belum ditetapkan.", "Belum ada versi yang dapat dibandingkan.")
        nomor = (
            terbitan[-1].nomor if pilihan.semula is None else pilihan.semula,
            RANCANGAN if pilihan.menjadi is None else pilihan.menjadi,
        )
        lama, baru = (naskah_versi(workspace, dokumen.id, n) for n in nomor)
        semula, menjadi = (sebut_versi(workspace, dokumen.id, n) for n in nomor)
    return _tertulis(
        pilihan.keluaran, ekspor_perbandingan(lama, baru, pilihan.keluaran, semula=semula, menjadi=menjadi)
    )


def _ubah_format(pilihan: Namespace) -> int:
    from iki_desktop.exchange.iki_json import baca_iki_json, tulis_isi  # noqa: PLC0415

    hilang = tulis_isi(baca_iki_json(pilihan.sumber), pilihan.keluaran, pilihan.ke)
    return _tertulis(pilihan.keluaran, _tertinggal(hilang))


def _tertinggal(hilang: tuple[str, ...]) -> tuple[Temuan, ...]:
    """What the first version of the exchange format has no place for."""
    return (Temuan("", f"Tidak ikut dalam bentuk iki-1: {deretkan(list(hilang))}."),) if hilang else ()


def _tertulis(keluaran: Path, temuan: tuple[Temuan, ...]) -> int:
    for satu in temuan:
        keluhkan(satu.pesan)
    print(f"Berkas {keluaran} ditulis.")
    return ADA_TEMUAN if temuan else SELESAI


def _laporan(pilihan: Namespace) -> int:
    from iki_desktop.cli.cetakan import baca_laporan  # noqa: PLC0415  (--help prints no document)
    from iki_desktop.layanan import ekspor_laporan, terbaca  # noqa: PLC0415

    with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
        snapshot = pilih_snapshot(workspace.arsip, pilihan)
        lalu = potret_lalu(workspace.arsip, snapshot.dokumen.id, TAHUN_TERBANYAK - 1)
    diminta = baca_laporan(pilihan, snapshot) | {"lalu": lalu}
    return _tertulis(pilihan.keluaran, ekspor_laporan(pilihan.jenis, snapshot, pilihan.keluaran, **diminta))


def _tulis_dokumen(snapshot: Snapshot, pilihan: Namespace) -> tuple[Temuan, ...]:
    from iki_desktop.cli.cetakan import baca_pilihan  # noqa: PLC0415  (--help prints no document)
    from iki_desktop.layanan import ekspor_dokumen  # noqa: PLC0415

    keluaran: Path = pilihan.keluaran
    if keluaran.suffix.lower() == ".xlsx":
        return ekspor_dokumen(snapshot, keluaran, triwulan=masa(pilihan))
    dicetak, temuan = baca_pilihan(pilihan, snapshot)
    return temuan + ekspor_dokumen(snapshot, keluaran, pilihan=dicetak)


def _sebut_percuma(pilihan: Namespace, jenis: str) -> None:
    """Say which options mean nothing to this kind of file."""
    tercetak = jenis in (".pdf", ".docx")
    percuma = {
        "--triwulan": pilihan.triwulan is not None and jenis != ".xlsx",
        "--sampai": pilihan.sampai is not None and jenis != ".xlsx",
        "--bagian": pilihan.bagian is not None and not tercetak,
        "--jabatan": pilihan.jabatan is not None and not tercetak,
        "--versi": pilihan.versi is not None and not tercetak,
        "--format": pilihan.format is not None and jenis != ".json",
        "--tanpa-tanda-draf": pilihan.tanpa_tanda_draf and not tercetak,
        "--tanda-tangan": pilihan.tanda_tangan is not None and not tercetak,
    }
    for nama, sia_sia in percuma.items():
        if sia_sia:
            keluhkan(f"Pilihan {nama} tidak berpengaruh pada {jenis}.")


def _capaian(pilihan: Namespace) -> int:
    from iki_desktop.cli.laporan import sebagai_objek, sebagai_tabel  # noqa: PLC0415
    from iki_desktop.layanan import terbaca  # noqa: PLC0415

    with terbaca(pilihan.berkas, sebut_dipegang) as workspace:
        snapshot = pilih_snapshot(workspace.arsip, pilihan)
    hasil = hitung_dokumen(snapshot, masa(pilihan))
    if pilihan.json:
        print(json.dumps(sebagai_objek(snapshot, hasil), ensure_ascii=False, indent=1))
    else:
        print("\n".join(sebagai_tabel(snapshot, hasil)))
    return SELESAI
