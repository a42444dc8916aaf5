"""Before a backup comes back: what is in it, what has happened since, and what to do with it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from iki_desktop.core.perbandingan import Perbandingan
from iki_desktop.core.riwayat import Catatan
from iki_desktop.keluaran import nama_lain
from iki_desktop.ui.cadangan.kata import sebut_catatan
from iki_desktop.ui.cadangan.uraian import sebut_beda, sebut_jumlah
from iki_desktop.ui.pintu import BerkasTerbuka, Pintu
from iki_desktop.ui.tampilan import JARAK_LEBAR, huruf_judul, label_polos

__all__ = ["TinjauanPemulihan"]


class TinjauanPemulihan(QDialog):
    """A backup as a new file beside today's, which goes again where nothing is to be done with it.

    ``berkas`` is that file; ``menggantikan``: it shall take the place of today's.

    Raises
    ------
    IkiError
        where it cannot be made or read.
    """

    def __init__(
        self, cadangan: Path, terbuka: BerkasTerbuka, pintu: Pintu, induk: QWidget | None = None
    ) -> None:
        super().__init__(induk)
        self.menggantikan = False
        self.berkas = _nama_baru(terbuka.path)
        pintu.pulihkan(cadangan, self.berkas)
        try:
            beda, catatan = terbuka.bandingkan(self.berkas)
        except BaseException:
            self._buang()
            raise
        self.setWindowTitle("Pulihkan cadangan")
        self._susun(cadangan, terbuka.path, beda, catatan)

    def _susun(self, cadangan: Path, kini: Path, beda: Perbandingan, catatan: tuple[Catatan, ...]) -> None:
        judul = label_polos(_judul(beda))
        judul.setFont(huruf_judul())
        self.uraian = QPlainTextEdit("\n".join(_uraian(beda, catatan)))
        self.uraian.setReadOnly(True)
        self.uraian.setAccessibleName("Perbedaan dengan isi hari ini")
        letak = QVBoxLayout(self)
        letak.setSpacing(JARAK_LEBAR)
        letak.addWidget(judul)
        letak.addWidget(label_polos(f"Cadangan: {cadangan.name}\nBerkas kerja: {kini.name}"))
        letak.addWidget(self.uraian, 1)
        letak.addWidget(
            label_polos(
                "Bila dijadikan berkas kerja, isi hari ini disimpan dahulu sebagai cadangan. "
                "Bila dibuka tersendiri, berkas kerja tidak berubah."
            )
        )
        letak.addWidget(self._kotak())
        lebar = self.fontMetrics().averageCharWidth() * 96
        self.resize(lebar, lebar * 65 // 100)

    def _kotak(self) -> QDialogButtonBox:
        kotak = QDialogButtonBox()
        self.tombol_buka = QPushButton("&Buka tersendiri")
        self.tombol_ganti = QPushButton("&Jadikan berkas kerja")
        for tombol in (self.tombol_buka, self.tombol_ganti):
            tombol.setAutoDefault(False)
            kotak.addButton(tombol, QDialogButtonBox.ButtonRole.ActionRole)
        kotak.addButton(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        self.tombol_buka.clicked.connect(self.accept)
        self.tombol_ganti.clicked.connect(self._gantikan)
        kotak.rejected.connect(self.reject)
        return kotak

    def _gantikan(self) -> None:
        self.menggantikan = True
        self.accept()

    def reject(self) -> None:
        """Leave everything as it is: the new file goes again."""
        self._buang()
        super().reject()

    def _buang(self) -> None:
        with suppress(OSError):
            self.berkas.unlink(missing_ok=True)
            self.berkas.with_name(f"{self.berkas.name}-journal").unlink(missing_ok=True)


def _nama_baru(kini: Path) -> Path:
    baru = kini.with_name(f"{kini.stem[:80]} (dipulihkan {datetime.now():%Y-%m-%d %H.%M}).iki")
    return nama_lain(baru) if baru.exists() else baru


def _judul(beda: Perbandingan) -> str:
    if beda.kantor_lain:
        return f"Ini cadangan kecamatan lain: {', '.join(beda.kantor_dulu)}"
    return "Isinya sama dengan hari ini" if beda.sama else "Yang berbeda dari isi hari ini"


def _uraian(beda: Perbandingan, catatan: tuple[Catatan, ...]) -> list[str]:
    bagian = [("Jumlah di cadangan → hari ini", sebut_jumlah(beda))]
    if not beda.kantor_lain:
        bagian.append(("Sejak cadangan ini dibuat", sebut_beda(beda)))
        bagian.append(("Pekerjaan terakhir sejak itu", [sebut_catatan(satu) for satu in catatan]))
    return [teks for judul, isi in bagian if isi for teks in (judul, *(f"  {satu}" for satu in isi), "")][:-1]
