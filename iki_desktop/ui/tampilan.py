"""How the window looks: colours with one meaning each, three sizes of type, one grid of space.

Everything is derived from the system's palette and font, so that light, dark and large type
follow the person's own settings.  Colour never speaks alone: a class of capaian has its word.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QWidget,
)

__all__ = [
    "JARAK",
    "JARAK_LEBAR",
    "JARAK_RAPAT",
    "Warna",
    "alat_polos",
    "angka_sejajar",
    "beri_tempat",
    "garis",
    "huruf_judul",
    "huruf_kecil",
    "huruf_tebal",
    "label_isian",
    "label_kecil",
    "label_polos",
    "pilihan_redup",
    "siapkan_aplikasi",
    "warna",
    "warna_kategori",
]

JARAK_RAPAT = 4
JARAK = 8
JARAK_LEBAR = 16
"""Space between things, in device-independent pixels."""

_ALAT_TERPANJANG = 2_000
"""Characters of a tooltip's paragraph; a longer text is read in its form."""

_BUKAN_MARKAH = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What the standard library does as well, by a module that takes 1.5 ms of the start to load."""

_SKALA_JUDUL = 1.35
_SKALA_KECIL = 0.9


@dataclass(frozen=True, slots=True)
class Warna:
    """The colours of one scheme.  ``kategori`` runs from the best class to the worst."""

    redup: QColor
    garis: QColor
    kertas: QColor
    lembar: QColor
    terhitung: QColor
    kelompok: QColor
    aksen: QColor
    di_atas_aksen: QColor
    peringatan: QColor
    latar_peringatan: QColor
    salah: QColor
    latar_salah: QColor
    kategori: tuple[QColor, ...]


# Contrast against its own paper is at least 4.5:1 for every colour that carries text.
_TERANG = Warna(
    redup=QColor("#5b6470"),
    garis=QColor("#d5dae1"),
    kertas=QColor("#ffffff"),
    lembar=QColor("#f5f6f8"),
    terhitung=QColor("#f5f6f8"),
    kelompok=QColor("#e9edf2"),
    aksen=QColor("#1f5fa8"),
    di_atas_aksen=QColor("#ffffff"),
    peringatan=QColor("#7a4b00"),
    latar_peringatan=QColor("#fff4dc"),
    salah=QColor("#a4262c"),
    latar_salah=QColor("#fdecea"),
    kategori=(QColor("#1b6e3c"), QColor("#2f6f9f"), QColor("#7a5c00"), QColor("#a1520a"), QColor("#a4262c")),
)
_GELAP = Warna(
    redup=QColor("#a7b0bc"),
    garis=QColor("#3c434d"),
    kertas=QColor("#1d2025"),
    lembar=QColor("#25292f"),
    terhitung=QColor("#25292f"),
    kelompok=QColor("#2e343c"),
    aksen=QColor("#6fb1f5"),
    di_atas_aksen=QColor("#10151b"),
    peringatan=QColor("#f2c56b"),
    latar_peringatan=QColor("#3d3218"),
    salah=QColor("#ff9a92"),
    latar_salah=QColor("#45211f"),
    kategori=(QColor("#7fd6a0"), QColor("#8cc4f2"), QColor("#e3c65a"), QColor("#f2a561"), QColor("#ff9a92")),
)


def warna() -> Warna:
    """The colours of the scheme that the window has now."""
    latar = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    return _GELAP if latar.lightness() < 128 else _TERANG


def pilihan_redup() -> QColor:
    """The ground of what is selected where the focus is not: a quarter of the accent on paper."""
    w = warna()
    bagian = (
        (w.aksen.red(), w.aksen.green(), w.aksen.blue()),
        (w.kertas.red(), w.kertas.green(), w.kertas.blue()),
    )
    return QColor(*((satu + 3 * dua) // 4 for satu, dua in zip(*bagian, strict=True)))


def warna_kategori(urutan: int, jumlah: int) -> QColor:
    """Colour of the class at ``urutan`` (0 is best) in a scale of ``jumlah`` classes."""
    deret = warna().kategori
    if jumlah <= 1:
        return deret[0]
    return deret[round(urutan * (len(deret) - 1) / (jumlah - 1))]


def siapkan_aplikasi(app: QApplication) -> None:
    """Give the application its style and palette, and keep them in step with the system."""
    app.setStyle("Fusion")
    _terapkan_palet(app)
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _skema: _terapkan_palet(app))


def _terapkan_palet(app: QApplication) -> None:
    gelap = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    app.setPalette(_palet(_GELAP if gelap else _TERANG, gelap))


def _palet(w: Warna, gelap: bool) -> QPalette:
    palet = QPalette(w.lembar)
    teks = QColor("#e8ebef") if gelap else QColor("#1b1f24")
    peran = QPalette.ColorRole
    for satu, nilai in (
        (peran.Window, w.lembar),
        (peran.WindowText, teks),
        (peran.Base, w.kertas),
        (peran.AlternateBase, w.lembar),
        (peran.Text, teks),
        (peran.Button, w.lembar),
        (peran.ButtonText, teks),
        (peran.ToolTipBase, w.kertas),
        (peran.ToolTipText, teks),
        (peran.PlaceholderText, w.redup),
        (peran.Highlight, w.aksen),
        (peran.HighlightedText, w.di_atas_aksen),
        (peran.Link, w.aksen),
        (peran.Accent, w.aksen),
        (peran.Mid, w.garis),
    ):
        palet.setColor(satu, nilai)
    for satu in (peran.WindowText, peran.Text, peran.ButtonText):
        palet.setColor(QPalette.ColorGroup.Disabled, satu, w.redup)
    return palet


def huruf_judul() -> QFont:
    """The large size, for the one title of a page."""
    huruf = QFont(QApplication.font())
    huruf.setPointSizeF(huruf.pointSizeF() * _SKALA_JUDUL)
    huruf.setWeight(QFont.Weight.DemiBold)
    return huruf


def huruf_tebal() -> QFont:
    """The body size in the heavier of the two weights."""
    huruf = QFont(QApplication.font())
    huruf.setWeight(QFont.Weight.DemiBold)
    return huruf


def huruf_kecil() -> QFont:
    """The small size, for what is secondary."""
    huruf = QFont(QApplication.font())
    huruf.setPointSizeF(huruf.pointSizeF() * _SKALA_KECIL)
    return huruf


def angka_sejajar(huruf: QFont | None = None) -> QFont:
    """A font whose digits are all equally wide, so that columns of numbers line up."""
    hasil = QFont(huruf or QApplication.font())
    tnum = QFont.Tag.fromString("tnum")
    if tnum is not None:
        hasil.setFeature(tnum, 1)
    return hasil


def label_polos(teks: str = "", induk: QWidget | None = None) -> QLabel:
    """A label that wraps and shows any text as it is: markup from a file is never read."""
    label = QLabel(teks, induk)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def alat_polos(*alinea: str) -> str:
    """Text for a tooltip that wraps and shows any text as it is, a paragraph for each ``alinea``.

    A tooltip has no plain format: what looks like markup would be read as such.
    """
    polos = (a[:_ALAT_TERPANJANG].translate(_BUKAN_MARKAH) for a in alinea)
    return "".join(f"<p style='white-space:pre-wrap'>{a}</p>" for a in polos)


def label_kecil(teks: str = "", induk: QWidget | None = None) -> QLabel:
    """A quiet, small label."""
    label = label_polos(teks, induk)
    label.setFont(huruf_kecil())
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def label_isian(teks: str, isian: QWidget) -> QLabel:
    """The name before a field; the underlined letter is drawn apart, a little wider than Qt measures."""
    label = QLabel(teks)
    label.setBuddy(isian)
    label.setMinimumWidth(label.sizeHint().width() + JARAK_RAPAT)
    return label


def beri_tempat(dialog: QWidget) -> None:
    """Let a dialog be as high as its sentences need at its width; it grows, and never shrinks.

    A window does not do so by itself, neither at first nor for a sentence that comes later.
    """
    letak = dialog.layout()
    assert letak is not None
    letak.activate()
    dialog.resize(dialog.width(), max(dialog.height(), letak.totalHeightForWidth(dialog.width())))


def garis(induk: QWidget | None = None) -> QFrame:
    """A thin horizontal rule."""
    bingkai = QFrame(induk)
    bingkai.setFrameShape(QFrame.Shape.HLine)
    bingkai.setFrameShadow(QFrame.Shadow.Plain)
    bingkai.setForegroundRole(QPalette.ColorRole.Mid)
    bingkai.setFixedHeight(1)
    return bingkai
