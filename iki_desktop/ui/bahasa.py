"""The words that Qt itself shows, in Indonesian.

Qt ships no Indonesian translation, so its standard buttons and context menus would be English.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

__all__ = ["pasang_bahasa"]

_KATA = {
    # buttons
    "OK": "OK", "&OK": "&OK", "Cancel": "Batal", "&Cancel": "&Batal", "Close": "Tutup", "&Close": "&Tutup",
    "Save": "Simpan", "&Save": "&Simpan", "Save All": "Simpan semua", "Open": "Buka", "&Open": "&Buka",
    "&Yes": "&Ya", "Yes": "Ya", "&No": "&Tidak", "No": "Tidak", "Yes to &All": "Ya untuk &semua",
    "N&o to All": "Tidak untuk s&emua", "Apply": "Terapkan", "Reset": "Atur ulang", "Help": "Bantuan",
    "Discard": "Buang", "Don't Save": "Jangan simpan", "Close without Saving": "Tutup tanpa menyimpan",
    "Abort": "Hentikan", "Retry": "Coba lagi", "Ignore": "Abaikan", "Restore Defaults": "Kembalikan ke baku",
    "Show Details...": "Tampilkan rincian …", "Hide Details...": "Sembunyikan rincian …",
    # text fields
    "&Undo": "&Urungkan", "&Redo": "U&langi", "Cu&t": "Po&tong", "&Copy": "&Salin", "&Paste": "&Tempel",
    "Delete": "Hapus", "Select All": "Pilih semua", "&Step up": "&Naikkan", "Step &down": "&Turunkan",
    "Copy &Link Location": "Salin &tautan", "Insert Unicode control character": "Sisipkan tanda kendali",
    # wizard
    "< &Back": "< &Kembali", "Go Back": "Kembali", "&Next": "&Lanjut", "&Next >": "&Lanjut >",
    "Continue": "Lanjut", "&Finish": "&Selesai", "Commit": "Selesai", "Done": "Selesai", "&Help": "&Bantuan",
    # file dialog
    "&Look in:": "&Lihat di:", "Look in:": "Lihat di:", "File &name:": "&Nama berkas:",
    "Files of &type:": "&Jenis berkas:", "Files of type:": "Jenis berkas:",
    "Back": "Kembali", "Forward": "Maju", "Parent Directory": "Folder di atasnya",
    "Create New Folder": "Buat folder baru", "Create a New Folder": "Buat folder baru",
    "New Folder": "Folder baru", "&New Folder": "Folder &baru", "&Rename": "&Ganti nama", "&Delete": "&Hapus",
    "Show &hidden files": "Tampilkan berkas &tersembunyi", "List View": "Tampilan daftar",
    "Detail View": "Tampilan rinci", "Change to list view mode": "Ubah ke tampilan daftar",
    "Change to detail view mode": "Ubah ke tampilan rinci", "Go back": "Kembali", "Go forward": "Maju",
    "Go to the parent directory": "Ke folder di atasnya", "&Choose": "&Pilih", "Directory:": "Folder:",
    "All Files (*)": "Semua berkas (*)", "All files (*)": "Semua berkas (*)",
    "Recent Places": "Tempat terakhir",
    "Remove": "Buang", "My Computer": "Komputer ini", "Computer": "Komputer", "Drive": "Cakram",
    "Folder": "Folder", "File": "Berkas", "File Folder": "Folder", "Name": "Nama", "Size": "Ukuran",
    "Kind": "Jenis", "Type": "Jenis", "Date Modified": "Tanggal diubah", "Find Directory": "Cari folder",
    "Save As": "Simpan sebagai", "Sidebar": "Bilah samping", "Files": "Berkas",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGantikan berkas itu?",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nBerkas tidak ditemukan.\nPeriksa kembali namanya.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nFolder tidak ditemukan.\nPeriksa kembali namanya.",
    "'%1' is write protected.\nDo you want to delete it anyway?":
        "“%1” dilindungi.\nTetap hapus?",
    "Are you sure you want to delete '%1'?": "Hapus “%1”?",
    "Could not delete directory.": "Folder tidak dapat dihapus.",
    # print dialog, scroll bars, title bars
    "Print": "Cetak", "&Print": "&Cetak", "Scroll here": "Gulir ke sini", "Top": "Paling atas",
    "Bottom": "Paling bawah", "Page up": "Halaman sebelumnya", "Page down": "Halaman berikutnya",
    "Scroll up": "Gulir ke atas", "Scroll down": "Gulir ke bawah", "Left edge": "Tepi kiri",
    "Right edge": "Tepi kanan", "Page left": "Halaman kiri", "Page right": "Halaman kanan",
    "Scroll left": "Gulir ke kiri", "Scroll right": "Gulir ke kanan", "Minimize": "Kecilkan",
    "Maximize": "Besarkan", "Restore": "Kembalikan", "Clear": "Kosongkan",
    # keys
    "Ctrl": "Ctrl", "Del": "Del", "Ins": "Ins", "Enter": "Enter", "Return": "Enter", "Esc": "Esc",
    "Space": "Spasi", "Up": "Panah atas", "Down": "Panah bawah", "Left": "Panah kiri", "Right": "Panah kanan",
    "Home": "Home", "End": "End", "PgUp": "PgUp", "PgDown": "PgDn", "Tab": "Tab", "Backspace": "Backspace",
}  # fmt: skip


class _Penerjemah(QTranslator):
    """Answers Qt's own look-ups from a table; the program's own texts are Indonesian already."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        # None, not "": an empty text would count as a translation and blank what Qt shows.
        return _KATA.get(sourceText)  # type: ignore[return-value]


def pasang_bahasa(app: QCoreApplication) -> QObject:
    """Make Qt speak Indonesian: words, numbers and dates; returns what must be kept alive."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    penerjemah = _Penerjemah(app)
    app.installTranslator(penerjemah)
    return penerjemah
