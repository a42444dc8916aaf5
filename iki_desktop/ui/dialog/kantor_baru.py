"""The short wizard for a new office: who it is, its first year, where its file lies."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
    QWizard,
    QWizardPage,
)

from iki_desktop.core.errors import IkiError
from iki_desktop.core.kerangka import Identitas, kerangka_baru
from iki_desktop.core.rules import TAHUN_AKHIR, TAHUN_AWAL, bersihkan_teks
from iki_desktop.core.workspace import Workspace
from iki_desktop.keluaran import nama_berkas
from iki_desktop.ui.tampilan import JARAK, label_isian, label_kecil

__all__ = ["KantorBaru"]

_KECAMATAN = re.compile(r"(kecamatan|kec\.)\s+(?=\S)", re.IGNORECASE)
_DAERAH = {
    "Kabupaten": re.compile(r"(kabupaten|kab\.)\s+(?=\S)", re.IGNORECASE),
    "Kota": re.compile(r"kota\s+(?=\S)", re.IGNORECASE),
}


def _tanpa(sebutan: re.Pattern[str], teks: str) -> str:
    """A name as typed, without the word that the program itself puts before it."""
    bersih = bersihkan_teks(teks)
    return bersih[cocok.end() :] if (cocok := sebutan.match(bersih)) else bersih


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
        for wajib in (self.nama, self.daerah):
            wajib.textChanged.connect(self.completeChanged)
        self.registerField("nama", self.nama)
        letak = QFormLayout(self)
        letak.setVerticalSpacing(JARAK)
        letak.addRow(label_isian("Nama &kecamatan", self.nama), self.nama)
        letak.addRow(label_isian("Jenis &daerah", self.jenis), self.jenis)
        letak.addRow(label_isian("Nama k&abupaten atau kota", self.daerah), self.daerah)
        letak.addRow(label_isian("&Provinsi", self.provinsi), self.provinsi)
        letak.addRow(label_isian("&Sebutan desa", self.desa), self.desa)

    def isComplete(self) -> bool:
        return bool(self.nama.text().strip() and self.daerah.text().strip())


class _HalamanTahun(QWizardPage):
    def __init__(self, folder: Path, tahun: int, *, dengan_berkas: bool) -> None:
        super().__init__()
        self._folder = folder
        self._dengan_berkas = dengan_berkas
        self.setTitle("Tahun pertama")
        self.setSubTitle("Susunan tahun berikutnya nanti disalin dari tahun ini.")
        self.tahun = QSpinBox(minimum=TAHUN_AWAL, maximum=TAHUN_AKHIR, value=tahun)
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
        letak.addRow(label_isian("&Tahun", self.tahun), self.tahun)
        letak.addRow("", self.jabatan)
        letak.addRow("", label_kecil("Camat, Sekretaris, dua Kasubbag, dan lima Kasi; boleh diubah."))
        if dengan_berkas:
            baris = QHBoxLayout()
            baris.addWidget(self.berkas, 1)
            baris.addWidget(pilih)
            letak.addRow(label_isian("&Simpan di", self.berkas), baris)
            self.berkas.textChanged.connect(self.completeChanged)
            self.berkas.textChanged.connect(self.penolakan.clear)
        letak.addRow("", self.penolakan)

    def initializePage(self) -> None:
        self.penolakan.clear()
        if self._dengan_berkas and not self.berkas.isModified():
            nama = nama_berkas(f"IKI {_tanpa(_KECAMATAN, str(self.field('nama')))}")
            self.berkas.setText(str(self._folder / f"{nama}.iki"))

    def isComplete(self) -> bool:
        return not self._dengan_berkas or self.berkas.text().strip() != ""

    def letak_berkas(self) -> Path:
        """Where the file is to lie; always with its ending."""
        path = Path(self.berkas.text().strip())
        return path if path.suffix.lower() == ".iki" else path.with_name(path.name + ".iki")

    def validatePage(self) -> bool:
        """Refuse here, where everything typed is still there, what the disk would refuse."""
        self.penolakan.clear()
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
    """Two pages, whose answers stand in ``identitas``, ``tahun``, ``berkas``.

    ``mulai`` makes the office from them when the last button is pressed.  Where that is refused the
    wizard stays, with the reason and everything that was typed.
    """

    def __init__(
        self,
        folder: Path,
        mulai: Callable[[KantorBaru], object],
        induk: QWidget | None = None,
        *,
        tahun: int | None = None,
        dengan_berkas: bool = True,
    ) -> None:
        super().__init__(induk)
        self._mulai = mulai
        self.setWindowTitle("Berkas kantor baru" if dengan_berkas else "Tambah kecamatan")
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setButtonText(QWizard.WizardButton.FinishButton, "Buat berkas" if dengan_berkas else "Tambah")
        self.halaman_kantor = _HalamanKantor()
        self.halaman_tahun = _HalamanTahun(folder, tahun or datetime.now().year, dengan_berkas=dengan_berkas)
        self.addPage(self.halaman_kantor)
        self.addPage(self.halaman_tahun)
        lebar = self.fontMetrics().averageCharWidth() * 80
        self.resize(lebar, lebar * 6 // 10)

    def accept(self) -> None:
        """The last button.

        The answers are looked through before the office is made.  Qt itself does so when a wizard closes,
        which is too late: by then the file is there, and would be refused as one that is there already.
        """
        if not self.validateCurrentPage():
            return
        try:
            self._mulai(self)
        except IkiError as galat:
            self.halaman_tahun.penolakan.setText(str(galat))
        else:
            QDialog.done(self, QDialog.DialogCode.Accepted)

    def identitas(self) -> Identitas:
        """Who the office is, as typed; what stands before every name anyway is not part of it."""
        kantor = self.halaman_kantor
        jenis = kantor.jenis.currentText()
        return Identitas(
            _tanpa(_KECAMATAN, kantor.nama.text()),
            jenis,
            _tanpa(_DAERAH[jenis], kantor.daerah.text()),
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
