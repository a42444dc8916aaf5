"""The short wizard for a new office: who it is, its first year, where its file lies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
    QWizard,
    QWizardPage,
)

from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.rules import TAHUN_AKHIR, TAHUN_AWAL, bersihkan_teks
from iki_desktop.core.workspace import Workspace
from iki_desktop.keluaran import nama_berkas
from iki_desktop.ui.tampilan import JARAK, label_kecil

__all__ = ["KantorBaru"]


class _HalamanKantor(QWizardPage):
    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Kantor Anda")
        self.setSubTitle("Nama ini dicetak di kop dan judul. Semuanya dapat diubah nanti.")
        self.nama = QLineEdit(placeholderText="Biatan")
        self.jenis = QComboBox()
        self.jenis.addItems(["Kabupaten", "Kota"])
        self.daerah = QLineEdit(placeholderText="Berau")
        self.provinsi = QLineEdit(placeholderText="Kalimantan Timur")
        self.desa = QComboBox(editable=True)
        self.desa.addItems(["desa", "kelurahan", "kampung", "nagari", "gampong"])
        self.registerField("nama*", self.nama)
        self.registerField("daerah*", self.daerah)
        letak = QFormLayout(self)
        letak.setVerticalSpacing(JARAK)
        letak.addRow("Nama &kecamatan", self.nama)
        letak.addRow("Jenis &daerah", self.jenis)
        letak.addRow("Nama k&abupaten atau kota", self.daerah)
        letak.addRow("&Provinsi", self.provinsi)
        letak.addRow("&Sebutan desa", self.desa)

    def validatePage(self) -> bool:
        return bool(self.nama.text().strip() and self.daerah.text().strip())


class _HalamanTahun(QWizardPage):
    def __init__(self, folder: Path, *, dengan_berkas: bool) -> None:
        super().__init__()
        self._folder = folder
        self._dengan_berkas = dengan_berkas
        self.setTitle("Tahun pertama")
        self.tahun = QSpinBox(minimum=TAHUN_AWAL, maximum=TAHUN_AKHIR, value=datetime.now().year)
        self.tahun.setGroupSeparatorShown(False)
        self.jabatan = QCheckBox("Mulai dengan jabatan yang umum di kecamatan")
        self.jabatan.setChecked(True)
        self.berkas = QLineEdit()
        self.penolakan = label_kecil()
        self.penolakan.setForegroundRole(QPalette.ColorRole.WindowText)
        pilih = QPushButton("Pilih …")
        pilih.setAutoDefault(False)
        pilih.clicked.connect(self._pilih)
        letak = QFormLayout(self)
        letak.setVerticalSpacing(JARAK)
        letak.addRow("&Tahun", self.tahun)
        letak.addRow("", self.jabatan)
        letak.addRow("", label_kecil("Camat, Sekretaris, dua Kasubbag, dan lima Kasi; boleh diubah."))
        if dengan_berkas:
            baris = QHBoxLayout()
            baris.addWidget(self.berkas, 1)
            baris.addWidget(pilih)
            label = QLabel("&Simpan di")
            label.setBuddy(self.berkas)
            letak.addRow(label, baris)
            letak.addRow("", self.penolakan)
            self.berkas.textChanged.connect(self.completeChanged)
            self.berkas.textChanged.connect(self.penolakan.clear)

    def initializePage(self) -> None:
        if self._dengan_berkas and not self.berkas.isModified():
            nama = nama_berkas(f"IKI {bersihkan_teks(str(self.field('nama')))}")
            self.berkas.setText(str(self._folder / f"{nama}.iki"))

    def isComplete(self) -> bool:
        return not self._dengan_berkas or self.berkas.text().strip() != ""

    def letak_berkas(self) -> Path:
        """Where the file is to lie; always with its ending."""
        path = Path(self.berkas.text().strip())
        return path if path.suffix.lower() == ".iki" else path.with_name(path.name + ".iki")

    def validatePage(self) -> bool:
        """Refuse here, where everything typed is still there, what the disk would refuse."""
        if not self._dengan_berkas:
            return True
        path = self.letak_berkas()
        if path.exists():
            self.penolakan.setText(f"Berkas “{path.name}” sudah ada di sana. Pakai nama lain.")
        elif not path.parent.is_dir():
            self.penolakan.setText(f"Folder “{path.parent}” tidak ada. Pilih folder lain.")
        return not self.penolakan.text()

    def _pilih(self) -> None:
        # An existing file is never replaced here, so the question whether to is not asked either.
        nama, _ = QFileDialog.getSaveFileName(
            self,
            "Simpan berkas kantor",
            self.berkas.text(),
            "Berkas IKI (*.iki)",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if nama:
            self.berkas.setText(nama)
            self.berkas.setModified(True)


class KantorBaru(QWizard):
    """Two pages.  After ``exec`` its answers stand in ``identitas``, ``tahun``, ``berkas``."""

    def __init__(self, folder: Path, induk: QWidget | None = None, *, dengan_berkas: bool = True) -> None:
        super().__init__(induk)
        self.setWindowTitle("Berkas kantor baru" if dengan_berkas else "Tambah kecamatan")
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setButtonText(QWizard.WizardButton.FinishButton, "Buat berkas" if dengan_berkas else "Tambah")
        self.halaman_kantor = _HalamanKantor()
        self.halaman_tahun = _HalamanTahun(folder, dengan_berkas=dengan_berkas)
        self.addPage(self.halaman_kantor)
        self.addPage(self.halaman_tahun)
        lebar = self.fontMetrics().averageCharWidth() * 80
        self.resize(lebar, lebar * 6 // 10)

    def identitas(self) -> Identitas:
        """Who the office is, as typed."""
        kantor = self.halaman_kantor
        return Identitas(
            bersihkan_teks(kantor.nama.text()),
            kantor.jenis.currentText(),
            bersihkan_teks(kantor.daerah.text()),
            bersihkan_teks(kantor.provinsi.text()) or None,
            bersihkan_teks(kantor.desa.currentText()) or None,
        )

    def tahun(self) -> int:
        """The first year."""
        return self.halaman_tahun.tahun.value()

    def dengan_jabatan(self) -> bool:
        """Whether to begin with the usual posts."""
        return self.halaman_tahun.jabatan.isChecked()

    def berkas(self) -> Path:
        """Where the file is to lie."""
        return self.halaman_tahun.letak_berkas()

    def tulis_kerangka(self, workspace: Workspace) -> None:
        """Put the new office into the file, as one edit."""
        identitas = self.identitas()
        changes = kerangka_baru(
            identitas,
            self.tahun(),
            workspace.id_baru,
            urutan=len(workspace.arsip.kecamatan()),
            dengan_jabatan=self.dengan_jabatan(),
        )
        workspace.terapkan(f"buat kecamatan “{identitas.nama}”", changes)
