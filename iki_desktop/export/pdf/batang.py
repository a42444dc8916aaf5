"""A bar on the page: its pattern, the line of the target over it, the cut where it is torn off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iki_desktop.export.corak import Corak, RupaKelas
from iki_desktop.export.pdf.gaya import MM, UKURAN

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["Kotak", "gambar_batang", "gambar_sobekan", "gambar_target"]

Kotak = tuple[float, float, float, float]
"""Left, bottom, width, height; points."""

Warna = tuple[float, float, float]

_RENGGANG = {
    Corak.RAPAT: UKURAN.grafik_arsir_rapat,
    Corak.ARSIR: UKURAN.grafik_arsir,
    Corak.JARANG: UKURAN.grafik_arsir_jarang,
}

_PUTIH: Warna = (1.0, 1.0, 1.0)
_TINTA: Warna = (0.0, 0.0, 0.0)


def gambar_batang(kanvas: Canvas, kotak: Kotak, rupa: RupaKelas) -> None:
    """Fill a bar with the pattern of its class, within an edge of its colour; one of 0 has no width."""
    kiri, bawah, lebar, tinggi = kotak
    if lebar <= 0 or tinggi <= 0:
        return
    warna, tepi = _rgb(rupa.warna), UKURAN.grafik_tepi * MM
    kanvas.saveState()
    kanvas.setFillColorRGB(*warna)
    kanvas.rect(*kotak, stroke=0, fill=1)
    dalam = (kiri + tepi, bawah + tepi, lebar - 2 * tepi, tinggi - 2 * tepi)
    if rupa.corak is not Corak.PENUH and min(dalam[2:]) > 0:
        _corak(kanvas, dalam, rupa.corak, warna)
    kanvas.restoreState()


def _corak(kanvas: Canvas, kotak: Kotak, corak: Corak, warna: Warna) -> None:
    """White lines on the colour, or lines of the colour on white; the emptiest has none."""
    if corak is not Corak.RAPAT:
        kanvas.setFillColorRGB(*_PUTIH)
        kanvas.rect(*kotak, stroke=0, fill=1)
    if corak in _RENGGANG:
        _arsir(kanvas, kotak, _RENGGANG[corak] * MM, _PUTIH if corak is Corak.RAPAT else warna)


def _rgb(warna: str) -> Warna:
    merah, hijau, biru = (int(warna[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return merah, hijau, biru


def _arsir(kanvas: Canvas, kotak: Kotak, renggang: float, warna: Warna) -> None:
    """Slanted lines from edge to edge."""
    kiri, bawah, lebar, tinggi = kotak
    kanvas.setStrokeColorRGB(*warna)
    kanvas.setLineWidth(UKURAN.grafik_arsir_tebal * MM)
    garis = kanvas.beginPath()
    x = kiri - tinggi + renggang
    while x < kiri + lebar:
        awal, akhir = max(kiri - x, 0.0), min(kiri + lebar - x, tinggi)
        garis.moveTo(x + awal, bawah + awal)
        garis.lineTo(x + akhir, bawah + akhir)
        x += renggang
    kanvas.drawPath(garis)


def gambar_target(kanvas: Canvas, x: float, y: float, panjang: float, *, mendatar: bool = False) -> None:
    """The line of the target from a point on, upwards or (``mendatar``) to the right, parted from what it
    crosses."""
    tebal, halo = UKURAN.grafik_garis_target * MM, UKURAN.grafik_halo * MM
    kanvas.saveState()
    for warna, setengah in ((_PUTIH, tebal / 2 + halo), (_TINTA, tebal / 2)):
        kanvas.setFillColorRGB(*warna)
        kotak = (
            (x, y - setengah, panjang, 2 * setengah) if mendatar else (x - setengah, y, 2 * setengah, panjang)
        )
        kanvas.rect(*kotak, stroke=0, fill=1)
    kanvas.restoreState()


def gambar_sobekan(kanvas: Canvas, kotak: Kotak, *, tegak: bool = False) -> None:
    """Two white cuts near the end of a bar that goes on beyond the scale."""
    kiri, bawah, lebar, tinggi = kotak
    tebal, dari = UKURAN.grafik_sobek * MM, UKURAN.grafik_sobek_dari_ujung * MM
    kanvas.saveState()
    kanvas.setFillColorRGB(*_PUTIH)
    for geser in (dari, dari + 2 * tebal):
        sobekan = kanvas.beginPath()
        if tegak:
            atas, condong = bawah + tinggi - geser, lebar / 4
            sudut = [(kiri, atas), (kiri + lebar, atas + condong)]
            sudut += [(kiri + lebar, atas + condong - tebal), (kiri, atas - tebal)]
        else:
            ujung, condong = kiri + lebar - geser, tinggi / 3
            sudut = [(ujung, bawah), (ujung + condong, bawah + tinggi)]
            sudut += [(ujung + condong - tebal, bawah + tinggi), (ujung - tebal, bawah)]
        sobekan.moveTo(*sudut[0])
        for titik in sudut[1:]:
            sobekan.lineTo(*titik)
        sobekan.close()
        kanvas.drawPath(sobekan, stroke=0, fill=1)
    kanvas.restoreState()
