"""“Kembalikan ke keadaan ini”: what the file, or one record, was at an entry; shown first, then made so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from iki_desktop.core.arsip import Arsip, Kunci
from iki_desktop.core.cadangan import Sebab
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.kalimat import kutip, singkatkan
from iki_desktop.core.kata_riwayat import Pembaca, dari_change
from iki_desktop.core.keadaan import isi_kemudian, kembalikan_berkas, kembalikan_record
from iki_desktop.core.kunci_triwulan import periksa_kunci
from iki_desktop.core.perbandingan import bandingkan
from iki_desktop.core.pertalian import periksa_pertalian
from iki_desktop.core.records import Kecamatan, Realisasi
from iki_desktop.core.riwayat import Catatan, Perubahan
from iki_desktop.ui.cadangan.kata import sebut_saat
from iki_desktop.ui.cadangan.uraian import sebut_beda, sebut_jumlah
from iki_desktop.ui.pintu import BerkasTerbuka
from iki_desktop.ui.sesi import Sesi
from iki_desktop.ui.tampilan import JARAK, huruf_judul, label_isian, label_kecil, label_polos

__all__ = ["KembaliKe"]

SELURUHNYA = "Seluruh berkas"
MENGHITUNG = "Menghitung yang akan berubah …"
_BERNOMOR = ("kecamatan", "dokumen", "jabatan", "sasaran", "indikator", "formulasi")
_TERBANYAK = 40
"""Records of an entry that are offered one by one."""


class KembaliKe(QDialog):
    """``teks`` tells, where it was accepted, what was done."""

    def __init__(
        self, catatan: Catatan, terbuka: BerkasTerbuka, sesi: Sesi, induk: QWidget | None = None
    ) -> None:
        super().__init__(induk)
        self.teks = ""
        self._catatan = catatan
        self._terbuka = terbuka
        self._sesi = sesi
        self._pembaca = Pembaca(sesi.arsip)
        self._mundur: dict[int, tuple[Change, ...]] = {}
        self._changes: Sequence[Change] = ()
        self.setWindowTitle("Kembalikan ke keadaan ini")
        self.apa, self.saat, self.uraian = QComboBox(), QComboBox(), QPlainTextEdit()
        self.keterangan, self.keluhan = label_kecil(), label_polos()
        self.kotak = QDialogButtonBox()
        self.tombol = self.kotak.addButton("&Kembalikan", QDialogButtonBox.ButtonRole.AcceptRole)
        self.kotak.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._isi_pilihan()
        self._susun()
        self.apa.activated.connect(lambda _nomor: self.tinjau())
        self.saat.activated.connect(lambda _nomor: self.tinjau())
        self.kotak.accepted.connect(self.kembalikan)
        self.kotak.rejected.connect(self.reject)
        self.uraian.setPlainText(MENGHITUNG)
        self.tombol.setEnabled(False)
        QTimer.singleShot(0, self, self.tinjau)

    def _isi_pilihan(self) -> None:
        self.apa.addItem(SELURUHNYA)
        for p in (self._catatan.perubahan or ())[:_TERBANYAK]:
            if _kunci(p) is not None:
                self.apa.addItem(singkatkan(self._pembaca.nama(p), 90), p)
        if self.apa.count() == 2:  # an entry of one record: most likely it is that one
            self.apa.setCurrentIndex(1)
        self.saat.addItem("sebelum catatan ini", 0)
        self.saat.addItem("sesudah catatan ini", 1)

    def _susun(self) -> None:
        judul = label_polos(f"{self._catatan.teks[:1].upper()}{self._catatan.teks[1:]}")
        judul.setFont(huruf_judul())
        oleh = f", oleh {self._catatan.pengguna}" if self._catatan.pengguna else ""
        isian = QFormLayout()
        isian.addRow(label_isian("&Yang dikembalikan", self.apa), self.apa)
        isian.addRow(label_isian("Ke kea&daan", self.saat), self.saat)
        self.apa.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        isian.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.uraian.setReadOnly(True)
        self.uraian.setAccessibleName("Yang akan berubah")
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK)
        letak.addWidget(judul)
        letak.addWidget(label_kecil(f"{sebut_saat(self._catatan)}{oleh}"))
        letak.addLayout(isian)
        letak.addWidget(self.uraian, 1)
        letak.addWidget(self.keterangan)
        letak.addWidget(self.keluhan)
        letak.addWidget(self.kotak)
        lebar = self.fontMetrics().averageCharWidth() * 90
        self.resize(lebar, lebar * 80 // 100)

    # --- the preview ----------------------------------------------------------------------

    @property
    def _pilihan(self) -> Perubahan | None:
        """The record that is chosen; ``None`` for the whole file."""
        pilihan = self.apa.currentData()
        return pilihan if isinstance(pilihan, Perubahan) else None

    def tinjau(self) -> None:
        """Show what would change; nothing is changed yet."""
        self.keluhan.hide()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._changes = self._rencana()
            self._periksa()
            isi = self._urai()
        except IkiError as galat:
            self._changes, isi = (), str(galat)
        finally:
            QApplication.restoreOverrideCursor()
        self.uraian.setPlainText(isi)
        self.tombol.setEnabled(bool(self._changes))
        self.keterangan.setText(
            "Dapat diurungkan."
            if self._pilihan is not None
            else "Isi hari ini disimpan dahulu sebagai cadangan. Sesudahnya masih dapat diurungkan."
        )

    def _rencana(self) -> list[Change]:
        p = self._pilihan
        arsip, mundur = self._sesi.arsip, self._sejak(self._catatan.id + self.saat.currentData())
        if p is None:
            return kembalikan_berkas(arsip, mundur)
        kunci = _kunci(p)
        assert kunci is not None
        semua = kembalikan_record(arsip, mundur, kunci, self._sesi.workspace.id_baru)
        return [c for c in semua if c.before != c.after]

    def _sejak(self, nomor: int) -> tuple[Change, ...]:
        if nomor not in self._mundur:
            self._mundur[nomor] = self._terbuka.mundur(nomor)
        return self._mundur[nomor]

    def _periksa(self) -> None:
        """What would be refused is told of here, not after a backup was made."""
        arsip, edit = self._sesi.arsip, Edit("", tuple(self._changes))
        kemudian = Arsip(isi_kemudian(arsip, self._changes))
        periksa_pertalian(kemudian, self._changes)
        if terkunci := arsip.terkunci():
            periksa_kunci(arsip, edit, terkunci, sesudah=False)
            periksa_kunci(kemudian, edit, terkunci, sesudah=True)

    def _urai(self) -> str:
        if not self._changes:
            return "Isinya sudah sama dengan keadaan itu."
        if self._pilihan is None:
            return self._urai_berkas()
        baris = []
        for change in self._changes:
            p = dari_change(change)
            baris += [self._pembaca.judul(p), *(f"  {beda}" for beda in self._pembaca.beda(p)), ""]
        return "\n".join(baris[:-1])

    def _urai_berkas(self) -> str:
        arsip = self._sesi.arsip
        beda = bandingkan(list(arsip.semua()), isi_kemudian(arsip, self._changes))
        jumlah = sebut_jumlah(beda)
        baris = ["Jumlah hari ini → nanti", *(f"  {satu}" for satu in jumlah), ""] if jumlah else []
        return "\n".join([*baris, "Yang akan terjadi", *(f"  {satu}" for satu in sebut_beda(beda))])

    # --- doing ----------------------------------------------------------------------------

    def kembalikan(self) -> None:
        """Make it so, as one edit; the whole file only once a tested backup of today's is there."""
        try:
            if self._pilihan is None:
                self._cadangkan()
            teks = self._teks()
            self._sesi.workspace.terapkan(teks, self._changes, periksa=self._pilihan is not None)
        except IkiError as galat:
            self.keluhan.setText(str(galat))
            self.keluhan.show()
            return
        self.teks = f"{teks[:1].upper()}{teks[1:]}."
        self.accept()

    def _cadangkan(self) -> None:
        gudang = self._terbuka.gudang
        if gudang.cadangkan(Sebab.PEMULIHAN) is None:
            raise RuleError(gudang.keluhan or "Cadangan gagal dibuat.", "Berkas tidak diubah.")

    def _teks(self) -> str:
        p = self._pilihan
        nama = self._pembaca.nama(p) if p is not None else SELURUHNYA
        kata = self.saat.currentText().removesuffix(" catatan ini")
        ke = f"{kata} {kutip(self._catatan.teks, 60)}, {sebut_saat(self._catatan)}"
        return f"kembalikan {nama[:1].lower()}{nama[1:]} ke keadaan {ke}"


def _kunci(p: Perubahan) -> Kunci | None:
    """What names the record of an entry, where it can come back by itself."""
    if p.jenis == "realisasi" and p.triwulan is not None:
        return Realisasi, p.kunci, p.triwulan
    return (Kecamatan, p.kunci, 0) if p.jenis in _BERNOMOR else None
