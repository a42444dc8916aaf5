"""Everything the menus offer, as a table: words, key, and the one method that does it.

The window makes its menus, and the list of keys (F1), from this table alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["DAFTAR_TINDAKAN", "PINTASAN_SETEMPAT", "Perlu", "Tindakan"]


class Perlu(Enum):
    """What must be there before an action makes sense."""

    APA_PUN = 0
    BERKAS = 1
    PILIHAN = 2
    URUNGAN = 3
    ULANGAN = 4
    SALINAN = 5


@dataclass(frozen=True, slots=True)
class Tindakan:
    """One action.

    ``perbuatan`` names who does it and how: ``jendela.buka_berkas``, ``pohon.hapus``;
    ``argumen`` is handed over.  ``setempat`` is a key that the focused view itself answers to,
    shown in the menu but never taken from the text fields.
    """

    menu: str
    teks: str
    perbuatan: str
    pintasan: str = ""
    perlu: Perlu = Perlu.BERKAS
    setempat: str = ""
    dapat_dicentang: bool = False
    argumen: tuple[int | str | None, ...] = ()


PEMISAH = None

DAFTAR_TINDAKAN: tuple[Tindakan | None, ...] = (
    Tindakan("&Berkas", "Berkas kantor &baru …", "jendela.berkas_baru", "Ctrl+N", Perlu.APA_PUN),
    Tindakan("&Berkas", "B&uka berkas …", "jendela.buka_berkas", "Ctrl+O", Perlu.APA_PUN),
    Tindakan("&Berkas", "Buka &contoh", "jendela.buka_contoh", "", Perlu.APA_PUN),
    PEMISAH,
    Tindakan("&Berkas", "&Simpan", "berkas.simpan", "Ctrl+S"),
    Tindakan("&Berkas", "Simpan sa&linan …", "berkas.simpan_salinan", "Ctrl+Shift+S"),
    Tindakan("&Berkas", "Ca&dangan dan riwayat …", "berkas.cadangan_dan_riwayat"),
    Tindakan("&Berkas", "Tempat s&ampah …", "berkas.cadangan_dan_riwayat", argumen=(2,)),
    Tindakan("&Berkas", "Bukti yang tidak ter&pakai …", "berkas.bukti_tak_terpakai"),
    PEMISAH,
    Tindakan("&Berkas", "Kerjakan di ko&mputer ini", "berkas.balik_tempat", dapat_dicentang=True),
    Tindakan("&Berkas", "Tulis balik seka&rang", "berkas.tulis_balik", "", Perlu.SALINAN),
    PEMISAH,
    Tindakan("&Berkas", "&Impor dari JSON …", "berkas.impor_json"),
    Tindakan("&Berkas", "&Ekspor ke JSON …", "berkas.ekspor_json"),
    PEMISAH,
    Tindakan("&Berkas", "&Tutup berkas", "jendela.tutup_berkas", "Ctrl+W"),
    Tindakan("&Berkas", "&Keluar", "jendela.close", "Ctrl+Q", Perlu.APA_PUN),
    Tindakan("S&unting", "&Urungkan", "sesi.urungkan", "Ctrl+Z", Perlu.URUNGAN),
    Tindakan("S&unting", "U&langi", "sesi.ulangi", "Ctrl+Y", Perlu.ULANGAN),
    PEMISAH,
    Tindakan("S&unting", "&Cari …", "pohon.cari", "Ctrl+F"),
    Tindakan("&Susunan", "Tambah &jabatan", "pohon.tambah_jabatan"),
    Tindakan("&Susunan", "Tambah &sasaran", "pohon.tambah_sasaran", "", Perlu.PILIHAN),
    Tindakan("&Susunan", "Tambah &indikator", "pohon.tambah_indikator", "", Perlu.PILIHAN),
    PEMISAH,
    Tindakan("&Susunan", "&Ganti nama", "pohon.ganti_nama", "", Perlu.PILIHAN, "F2"),
    Tindakan("&Susunan", "Gan&dakan", "pohon.gandakan", "Ctrl+D", Perlu.PILIHAN),
    Tindakan("&Susunan", "&Naikkan", "pohon.naikkan", "", Perlu.PILIHAN, "Alt+Panah atas"),
    Tindakan("&Susunan", "&Turunkan", "pohon.turunkan", "", Perlu.PILIHAN, "Alt+Panah bawah"),
    Tindakan("&Susunan", "&Hapus", "pohon.hapus", "", Perlu.PILIHAN, "Del"),
    PEMISAH,
    Tindakan("&Susunan", "Susun menurut &atasan", "pohon.balik_susunan", dapat_dicentang=True),
    Tindakan("&Susunan", "&Buka semua cabang", "pohon.bentangkan"),
    Tindakan("&Susunan", "Tutup semua &cabang", "pohon.lipat"),
    PEMISAH,
    Tindakan("&Susunan", "Buat dok&umen tahun lain …", "kantor.tahun_baru"),
    Tindakan("&Susunan", "Ha&pus dokumen tahun ini …", "kantor.hapus_tahun"),
    Tindakan("&Susunan", "Tambah &kecamatan …", "kantor.kecamatan_baru"),
    Tindakan("&Realisasi", "Triwulan I", "sesi.set_periode", "Ctrl+1", argumen=(1,)),
    Tindakan("&Realisasi", "Triwulan II", "sesi.set_periode", "Ctrl+2", argumen=(2,)),
    Tindakan("&Realisasi", "Triwulan III", "sesi.set_periode", "Ctrl+3", argumen=(3,)),
    Tindakan("&Realisasi", "Triwulan IV", "sesi.set_periode", "Ctrl+4", argumen=(4,)),
    Tindakan("&Realisasi", "&Setahun", "sesi.set_periode", "Ctrl+5", argumen=(None,)),
    PEMISAH,
    Tindakan("&Realisasi", "Isi &realisasi", "lembar.tampilkan", "Ctrl+R", argumen=(0,)),
    Tindakan("&Realisasi", "Ringkasan &triwulan", "lembar.tampilkan", "Ctrl+G", argumen=(4,)),
    Tindakan("&Realisasi", "Isian &kosong berikutnya", "realisasi.kosong_berikutnya", "F8"),
    Tindakan("&Realisasi", "&Yang masih kosong …", "realisasi.daftar_kosong", "F7"),
    Tindakan("&Realisasi", "R&incian isian", "realisasi.rincian_isian", "F4"),
    Tindakan("&Realisasi", "Seluruh ka&ntor", "realisasi.balik_cakupan", dapat_dicentang=True),
    Tindakan("&Realisasi", "Kolom s.d. tri&wulan", "realisasi.balik_sampai", dapat_dicentang=True),
    PEMISAH,
    Tindakan(
        "&Realisasi",
        "Usulkan an&gka triwulan lalu",
        "realisasi.balik_usulan",
        "Ctrl+U",
        dapat_dicentang=True,
    ),
    Tindakan("&Realisasi", "Teri&ma semua usulan", "realisasi.terima_usulan", "Ctrl+Shift+U"),
    PEMISAH,
    Tindakan("&Realisasi", "Triwulan ini su&dah selesai", "realisasi.balik_selesai", dapat_dicentang=True),
    Tindakan("&Realisasi", "K&unci triwulan ini …", "realisasi.kunci_triwulan", "Ctrl+K"),
    Tindakan("&Realisasi", "&Buka kembali triwulan ini …", "realisasi.buka_kembali", "Ctrl+Shift+K"),
    PEMISAH,
    Tindakan("&Realisasi", "&Lembar isian …", "cetak.lembar_isian"),
    Tindakan("&Realisasi", "&Ambil lembar isian …", "cetak.ambil_isian"),
    Tindakan("&Cetak", "Pra&tinjau", "lembar.tampilkan", "Ctrl+Shift+P", argumen=(3,)),
    PEMISAH,
    Tindakan("&Cetak", "&Keputusan dan lampiran (PDF) …", "cetak.cetak", "Ctrl+P", argumen=("pdf",)),
    Tindakan("&Cetak", "Keputusan dan lampiran (&Word) …", "cetak.cetak", argumen=("docx",)),
    Tindakan("&Cetak", "Keputusan ke &pencetak …", "cetak.cetak", argumen=("cetak",)),
    Tindakan("&Cetak", "Penetapan dan &versi Keputusan", "lembar.ke_penetapan"),
    PEMISAH,
    Tindakan("&Cetak", "Buat &laporan …", "cetak.laporan", "Ctrl+L"),
    Tindakan("&Cetak", "&Buku kerja Excel …", "cetak.buku_kerja", "Ctrl+E"),
    Tindakan("&Cetak", "&Halaman uji pencetak …", "cetak.halaman_uji"),
    Tindakan("Ba&ntuan", "Daftar &pintasan", "jendela.tampilkan_pintasan", "F1", Perlu.APA_PUN),
    Tindakan("Ba&ntuan", "&Tentang IKI Desktop", "jendela.tampilkan_tentang", "", Perlu.APA_PUN),
)

PINTASAN_SETEMPAT: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Di tabel realisasi",
        (
            ("Enter", "Simpan isian atau terima usulan, lalu turun"),
            ("Tab", "Ke isian di kanannya"),
            ("Shift+Tab", "Kembali ke isian sebelumnya"),
            ("F2", "Perbaiki isian"),
            ("Del", "Kosongkan isian terpilih"),
            ("Ctrl+C, Ctrl+V", "Salin dan tempel, juga dari dan ke Excel"),
            ("F8", "Ke isian yang masih kosong"),
            ("F7", "Daftar yang masih kosong"),
            ("F4, Esc", "Ke rincian isian, kembali ke sel"),
            ("F6, Shift+F6", "Keluar dari tabel"),
        ),
    ),
    (
        "Di pohon",
        (
            ("F2", "Ganti nama"),
            ("Alt+Panah atas, Alt+Panah bawah", "Pindahkan ke atas atau ke bawah"),
            ("Ctrl+D", "Gandakan"),
            ("Del", "Hapus; dapat diurungkan"),
        ),
    ),
    (
        "Di daftar (tugas, fungsi, menimbang …)",
        (
            ("Enter", "Butir berikutnya"),
            ("Tab, Shift+Tab", "Jadikan anak butir, atau naik setingkat"),
            ("Alt+Panah atas, Alt+Panah bawah", "Pindahkan butir"),
        ),
    ),
    (
        "Di isi bab",
        (
            ("Ctrl+Enter", "Alinea sesudah ini"),
            ("Ctrl+Shift+Enter", "Daftar sesudah ini"),
            ("Alt+Shift+Panah atas, bawah", "Pindahkan alinea atau daftar"),
            ("Ctrl+Shift+Del", "Hapus alinea atau daftar; dapat diurungkan"),
        ),
    ),
    (
        "Di tabel IKU",
        (
            ("Enter, Tab", "Buka sel lalu turun; ke kanan"),
            ("Shift+Enter", "Baris baru dalam sel"),
            ("Ctrl+C, Ctrl+V", "Salin dan tempel, juga dari dan ke Excel"),
            ("Alt+Panah atas, Alt+Panah bawah", "Pindahkan baris"),
            ("Ctrl+Del", "Hapus baris; dapat diurungkan"),
            ("Esc lalu Tab", "Keluar dari tabel"),
        ),
    ),
)
