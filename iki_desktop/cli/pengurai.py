"""Arguments of the command line, with help and refusals in Indonesian throughout."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from iki_desktop.cli.kata_cetakan import BAGIAN, LAPORAN, RANCANGAN, TANDA_TANGAN
from iki_desktop.core.rules import TAHUN_AKHIR, TAHUN_AWAL

__all__ = ["Pengurai", "susun_pengurai"]

_TERJEMAHAN = (
    (r"the following arguments are required: (.*)", r"Belum lengkap, masih perlu: \1."),
    (r"unrecognized arguments: (.*)", r"Tidak dikenal: \1."),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\2 tidak dikenal. Pilihannya: \3."),
    (r"argument (.*?): expected one argument", r"\1 perlu satu nilai."),
    (r"argument (.*?): expected at least one argument", r"\1 perlu sedikitnya satu nilai."),
    (r"argument (.*?): ignored explicit argument (.*)", r"\1 tidak memerlukan nilai \2."),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 tidak dapat dipakai bersama \2."),
    (r"ambiguous option: (.*?) could match (.*)", r"\1 dapat berarti \2."),
    (r"argument (.*?): (.*)", r"\1: \2"),
)
"""What argparse says in English, and how we say it."""


_TANGGAL = r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})"

_KUTIP, _GANTI_KUTIP = r"'([^']*)'", r"“\1”"


class _Bantuan(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        parser.print_help()
        parser.exit()


class _Versi(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  (only when asked)

        try:
            print(f"IKI Desktop {version('iki-desktop')}")
        except PackageNotFoundError:
            print("IKI Desktop, dijalankan dari kode sumber")
        parser.exit()


class _Susunan(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """A parser that speaks Indonesian."""

    def __init__(self, **pilihan: Any) -> None:
        super().__init__(formatter_class=_Susunan, add_help=False, allow_abbrev=False, **pilihan)
        self._positionals.title = "Isian"
        self._optionals.title = "Pilihan"
        self.add_argument(
            "-h", "--help", action=_Bantuan, nargs=0, default=argparse.SUPPRESS, help="tampilkan bantuan ini"
        )

    def error(self, message: str) -> NoReturn:
        """Say what is missing or not understood, and how it is used; exit code 2."""
        # Some versions of Python put the choices in quotes, others do not.
        message = re.sub(r"\(choose from .*\)", lambda m: m[0].replace("'", ""), message)
        kalimat = next(
            (re.sub(pola, ganti, message) for pola, ganti in _TERJEMAHAN if re.fullmatch(pola, message)),
            "Perintah ini tidak dikenal.",
        )
        self.print_usage(sys.stderr)
        self.exit(2, f"{re.sub(_KUTIP, _GANTI_KUTIP, kalimat)}\n")


def _bilangan(awal: int, akhir: int) -> Callable[[str], int]:
    def baca(teks: str) -> int:
        if not re.fullmatch(r"[0-9]{1,4}", teks) or not awal <= int(teks) <= akhir:
            raise argparse.ArgumentTypeError(f"harus {awal} sampai {akhir}.")
        return int(teks)

    return baca


def susun_pengurai() -> Pengurai:
    """The program's parser; the command stands in ``perintah``."""
    pengurai = Pengurai(
        prog="iki-desktop",
        usage="iki-desktop [BERKAS.iki | --contoh | PERINTAH ...]",
        description=(
            "Indikator Kinerja Individu sebuah kecamatan.\n\n"
            "Tanpa perintah, jendela program dibuka: kosong, dengan BERKAS.iki,\n"
            "atau dengan kantor contoh (--contoh)."
        ),
    )
    pengurai.add_argument(
        "--versi", action=_Versi, nargs=0, default=argparse.SUPPRESS, help="tampilkan versi program"
    )
    perintah = pengurai.add_subparsers(
        title="Perintah", dest="perintah", prog="iki-desktop", metavar="PERINTAH", parser_class=Pengurai
    )
    _buat(perintah)
    _impor(perintah)
    _ekspor(perintah)
    _ubah_format(perintah)
    _laporan(perintah)
    _bandingkan(perintah)
    _lembar_isian(perintah)
    _capaian(perintah)
    _simpanan(perintah)
    return pengurai


def _buat(perintah: Any) -> None:
    p = _tambah(
        perintah, "buat", "buat berkas kantor baru", "Membuat berkas kantor baru, kosong atau berisi contoh."
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas yang dibuat; belum boleh ada")
    p.add_argument("--contoh", action="store_true", help="isi dengan kantor contoh")


def _impor(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "impor",
        "masukkan berkas pertukaran JSON",
        "Memasukkan berkas pertukaran ke berkas kantor, seluruhnya atau tidak sama sekali.",
    )
    p.add_argument("sumber", metavar="SUMBER.json", type=Path, help="berkas pertukaran IKI")
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor; dibuat bila belum ada")
    p.add_argument("--ganti", action="store_true", help="ganti tahun yang sudah ada")


def _ekspor(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "ekspor",
        "tulis JSON, PDF, Word, atau Excel",
        "Menulis berkas pertukaran (.json), Keputusan (.pdf atau .docx), atau buku kerja (.xlsx).",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("keluaran", metavar="KELUARAN", type=Path, help="berkas .json, .pdf, .docx, atau .xlsx")
    _pilihan_dokumen(p, "tahun dokumen; tanpa ini yang terbaru, untuk .json semuanya")
    p.add_argument(
        "--format", type=_bilangan(1, 2), metavar="1|2",
        help="bentuk .json: 1 untuk program lain (tanpa ini), 2 memuat semuanya",
    )  # fmt: skip
    _pilihan_cetakan(p)


def _bandingkan(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "bandingkan",
        "tulis matriks perubahan dua versi naskah",
        "Menulis yang berbeda antara dua versi naskah (.pdf, .docx, atau .xlsx).\n"
        "Tanpa pilihan: yang terakhir ditetapkan dengan rancangan sekarang.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("keluaran", metavar="KELUARAN", type=Path, help="berkas .pdf, .docx, atau .xlsx")
    p.add_argument(
        "--semula", metavar="N", type=_baca_versi, help="versi lama: 0 Keputusan, 1 Perubahan ke-1 …"
    )
    p.add_argument("--menjadi", metavar="N", type=_baca_versi, help="versi baru; tanpa ini rancangan")
    tahun = _bilangan(TAHUN_AWAL, TAHUN_AKHIR)
    p.add_argument("--tahun", metavar="N", type=tahun, help="tahun dokumen; tanpa ini yang terbaru")
    p.add_argument("--kecamatan", metavar="NAMA", help="kecamatan, bila berkas memuat beberapa")


def _ubah_format(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "ubah-format",
        "ubah bentuk berkas pertukaran JSON",
        "Menulis ulang berkas pertukaran dalam bentuk iki-1 atau iki-2.",
    )
    p.add_argument("sumber", metavar="SUMBER.json", type=Path, help="berkas pertukaran IKI")
    p.add_argument("keluaran", metavar="KELUARAN.json", type=Path, help="berkas yang ditulis")
    p.add_argument(
        "--ke", type=_bilangan(1, 2), metavar="1|2", default=2,
        help="bentuk yang dituju; tanpa ini 2",
    )  # fmt: skip


def _laporan(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "laporan",
        "tulis laporan kinerja sebagai PDF, Word, atau Excel",
        "Menulis satu laporan kinerja (.pdf, .docx, atau .xlsx): setahun, satu triwulan,\n"
        "atau sejak awal tahun sampai akhir sebuah triwulan.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("keluaran", metavar="KELUARAN", type=Path, help="berkas .pdf, .docx, atau .xlsx")
    p.add_argument(
        "--jenis", metavar="NAMA", choices=LAPORAN, required=True, help=f"salah satu: {', '.join(LAPORAN)}"
    )
    _pilihan_dokumen(p, "tahun dokumen; tanpa ini yang terbaru")
    p.add_argument("--jabatan", metavar="NAMA", help="satu jabatan saja; tanpa ini semuanya")
    p.add_argument(
        "--tanggal", metavar="H-B-TTTT", type=_tanggal, help="tanggal tanda tangan, misalnya 2-7-2026"
    )
    p.add_argument("--tempat", metavar="NAMA", help="tempat tanda tangan; tanpa ini menurut Keputusan")
    p.add_argument(
        "--penjelasan", action="store_true", help="sertakan asal setiap angka (pengukuran, individu)"
    )
    p.add_argument("--grafik", action="store_true", help="sertakan grafik (jenis rekap)")


def _lembar_isian(perintah: Any) -> None:
    """Empty forms out, filled ones in."""
    p = _tambah(
        perintah,
        "lembar-isian",
        "tulis formulir kosong untuk diisi tiap jabatan",
        "Menulis lembar isian satu triwulan: satu berkas tiap jabatan ke sebuah folder,\n"
        "atau semuanya ke satu berkas (.xlsx, .pdf, atau .docx).",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("keluaran", metavar="TUJUAN", type=Path, help="folder, atau berkas .xlsx, .pdf, .docx")
    p.add_argument(
        "--triwulan", metavar="1-4", type=_bilangan(1, 4), required=True, help="triwulan yang diisi"
    )
    p.add_argument(
        "--jabatan", metavar="NAMA", nargs="+", action="extend", help="jabatan ini saja; tanpa ini semuanya"
    )
    p.add_argument(
        "--bentuk",
        choices=("xlsx", "pdf", "docx"),
        default="xlsx",
        help="bentuk berkas di folder; bawaan xlsx",
    )
    _dokumen_mana(p, "tahun dokumen; tanpa ini yang terbaru")
    p = _tambah(
        perintah,
        "ambil-isian",
        "ambil lembar isian yang sudah diisi",
        "Mengambil lembar isian Excel yang sudah diisi, seluruhnya atau tidak sama sekali.\n"
        "Kode selesai: 0 diambil, 1 ada temuan (--periksa), 2 ditolak.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("lembar", metavar="LEMBAR.xlsx", type=Path, nargs="+", help="lembar isian, atau foldernya")
    p.add_argument("--triwulan", metavar="1-4", type=_bilangan(1, 4), help="tolak lembar dari triwulan lain")
    p.add_argument(
        "--periksa", action="store_true", help="tampilkan saja yang berubah; tidak ada yang diambil"
    )


def _tanggal(teks: str) -> date:
    cocok = re.fullmatch(_TANGGAL, teks.strip())
    try:
        hari, bulan, tahun = map(int, cocok.groups()) if cocok else (0, 0, 0)
        return date(tahun, bulan, hari)
    except ValueError:
        pesan = f"“{teks}” bukan tanggal. Tulis misalnya 2-7-2026."
        raise argparse.ArgumentTypeError(pesan) from None


def _capaian(perintah: Any) -> None:
    p = _tambah(
        perintah,
        "capaian",
        "tampilkan semua angka yang dihitung",
        "Menampilkan semua angka yang dihitung, untuk setahun atau satu triwulan.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    _pilihan_dokumen(p, "tahun dokumen; tanpa ini yang terbaru")
    p.add_argument("--json", action="store_true", help="tulis sebagai JSON, tanpa pembulatan")


def _simpanan(perintah: Any) -> None:
    """Backups, repair and the journal."""
    p = _tambah(perintah, "cadangkan", "buat cadangan yang teruji", "Membuat cadangan dan mengujinya.")
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("folder", metavar="FOLDER", type=Path, nargs="?", help="tempat lain dari biasanya")
    p = _tambah(
        perintah, "pulihkan", "jadikan cadangan berkas baru", "Membuat berkas baru dari sebuah cadangan."
    )
    p.add_argument("cadangan", metavar="CADANGAN", type=Path, help="cadangan; tidak diubah")
    p.add_argument("berkas", metavar="BERKAS-BARU.iki", type=Path, help="berkas yang dibuat; belum boleh ada")
    p = _tambah(
        perintah,
        "periksa-berkas",
        "periksa, dan selamatkan yang masih terbaca",
        "Memeriksa berkas tanpa mengubahnya. Dari berkas yang rusak, isi yang masih terbaca\n"
        "ditulis ke berkas baru di sebelahnya. Kode selesai: 0 utuh, 1 diselamatkan, 2 ditolak.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p = _tambah(
        perintah,
        "riwayat",
        "tampilkan siapa mengerjakan apa",
        "Menampilkan riwayat pekerjaan, terbaru dahulu.",
    )
    p.add_argument("berkas", metavar="BERKAS.iki", type=Path, help="berkas kantor")
    p.add_argument("--json", action="store_true", help="tulis sebagai JSON, dengan isi sebelum dan sesudah")


def _tambah(perintah: Any, nama: str, ringkas: str, uraian: str) -> Pengurai:
    pengurai: Pengurai = perintah.add_parser(nama, help=ringkas, description=uraian)
    return pengurai


def _pilihan_dokumen(p: Pengurai, bantuan_tahun: str) -> None:
    _dokumen_mana(p, bantuan_tahun)
    masa = p.add_mutually_exclusive_group()
    masa.add_argument(
        "--triwulan", metavar="1-4", type=_bilangan(1, 4), help="satu triwulan saja, bukan setahun"
    )
    masa.add_argument(
        "--sampai", metavar="1-4", type=_bilangan(1, 4), help="sejak awal tahun sampai akhir triwulan ini"
    )


def _dokumen_mana(p: Pengurai, bantuan_tahun: str) -> None:
    tahun = _bilangan(TAHUN_AWAL, TAHUN_AKHIR)
    p.add_argument("--tahun", metavar="N", type=tahun, help=bantuan_tahun)
    p.add_argument("--kecamatan", metavar="NAMA", help="kecamatan, bila berkas memuat beberapa")


def _pilihan_cetakan(p: Pengurai) -> None:
    kelompok = p.add_argument_group("Pilihan untuk .pdf dan .docx")
    kelompok.add_argument(
        "--bagian",
        metavar="BAGIAN,...",
        type=_baca_bagian,
        action="extend",
        help=f"bagian yang dicetak: {', '.join(BAGIAN)}; tanpa ini semuanya",
    )
    kelompok.add_argument(
        "--jabatan",
        metavar="NAMA",
        nargs="+",
        action="extend",
        help="jabatan di lampiran, satu atau beberapa; tanpa ini semuanya",
    )
    kelompok.add_argument(
        "--versi",
        metavar="N",
        type=_baca_versi,
        help="naskah yang dicetak: 0 Keputusan, 1 Perubahan ke-1 …, atau rancangan; "
        "tanpa ini yang terakhir ditetapkan",
    )
    kelompok.add_argument(
        "--tanpa-tanda-draf",
        action="store_true",
        help="jangan bubuhkan DRAF walau Keputusan belum ditetapkan",
    )
    kelompok.add_argument(
        "--tanda-tangan",
        metavar="CARA",
        choices=tuple(TANDA_TANGAN),
        help="ruang tanda tangan: basah (bawaan), jangkar atau kotak untuk tanda tangan elektronik",
    )


def _baca_versi(teks: str) -> int:
    if teks.casefold() == "rancangan":
        return RANCANGAN
    if not re.fullmatch(r"[0-9]{1,4}", teks):
        raise argparse.ArgumentTypeError("harus nomor versi, atau rancangan.")
    return int(teks)


def _baca_bagian(teks: str) -> list[str]:
    bagian = [satu.strip().casefold() for satu in teks.split(",") if satu.strip()]
    for satu in bagian or [teks]:
        if satu not in BAGIAN:
            ada = ", ".join(BAGIAN)
            raise argparse.ArgumentTypeError(f"“{satu}” tidak dikenal. Pilihannya: {ada}.")
    return bagian
