"""What stands in the margins of the pages: their numbers, a sentence at the foot, a mark across them."""

from __future__ import annotations

from math import atan2, degrees, hypot

from docx.document import Document as DokumenWord
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.parser import parse_xml
from docx.parts.hdrftr import FooterPart, HeaderPart

from iki_desktop.export.docx.gaya import nama_huruf
from iki_desktop.export.docx.lembar import tulis_paragraf
from iki_desktop.export.docx.teks import satu_baris
from iki_desktop.export.docx.ukur import MM_POIN, Ukur
from iki_desktop.export.docx.unsur import Unsur, sifat_paragraf, unsur
from iki_desktop.export.pdf.gaya import UKURAN
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["Pinggir"]

_TINGGI_TANDA = 0.75
"""A letter of the mark is about so high as its type size."""

_TANDA = (
    '<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>'
    '<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
    '</v:formulas><v:path textpathok="t" o:connecttype="rect"/>'
    '<v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape type="#_x0000_t136" stroked="f"'
    ' o:allowincell="f"><v:fill/><v:textpath/></v:shape></w:pict>'
)
"""Word's own watermark: by this name its menu finds it and takes it away."""


class Pinggir:
    """The headers and footers of one document; sections that look alike share them."""

    def __init__(self, word: DokumenWord, halaman: TataHalaman, ukur: Ukur, tanda: str) -> None:
        self._word = word
        self._halaman = halaman
        self._ukur = ukur
        self._tanda = satu_baris(tanda, 100)
        self._kepala: dict[tuple[bool, float, float], str] = {}
        self._kaki: dict[str, str] = {}

    def kepala(self, lebar: float, tinggi: float, *, bernomor: bool) -> str:
        """The id of a header for a text area in millimetres, with the page's number or without."""
        kunci = (bernomor, lebar, tinggi) if self._tanda else (bernomor, 0.0, 0.0)
        if kunci not in self._kepala:
            isi = [self._tanda_air(lebar, tinggi)] if self._tanda else []
            if bernomor:
                isi += [_untai("- "), unsur("w:fldSimple", _untai("2"), instr=" PAGE "), _untai(" -")]
            sifat = sifat_paragraf([unsur("w:pStyle", val="NomorHalaman")])
            nama = PackURI(f"/word/header{len(self._kepala) + 1}.xml")
            isi_bagian = unsur("w:hdr", unsur("w:p", sifat, *isi))
            bagian = HeaderPart(nama, CT.WML_HEADER, isi_bagian, self._word.part.package)
            self._kepala[kunci] = self._word.part.relate_to(bagian, RT.HEADER)
        return self._kepala[kunci]

    def kaki(self, teks: str) -> str:
        """The id of a footer with a sentence, or with nothing."""
        if teks not in self._kaki:
            isi = unsur("w:ftr", tulis_paragraf("KakiHalaman", teks))
            nama = PackURI(f"/word/footer{len(self._kaki) + 1}.xml")
            bagian = FooterPart(nama, CT.WML_FOOTER, isi, self._word.part.package)
            self._kaki[teks] = self._word.part.relate_to(bagian, RT.FOOTER)
        return self._kaki[teks]

    def _tanda_air(self, lebar: float, tinggi: float) -> Unsur:
        """The mark, light, along the diagonal, in the middle of the text area, beneath the text."""
        panjang = hypot(lebar, tinggi) * UKURAN.tanda_panjang / MM_POIN
        setinggi = panjang * MM_POIN * _TINGGI_TANDA / max(self._ukur.lebar(self._tanda, 1.0), MM_POIN)
        putaran = 360 - round(degrees(atan2(tinggi, lebar)))
        gambar = parse_xml(_TANDA)
        bentuk = gambar[1]
        nomor = len(self._kepala) + 1
        bentuk.set("id", f"PowerPlusWaterMarkObject{nomor}")
        bentuk.set(f"{{{bentuk.nsmap['o']}}}spid", f"_x0000_s{2048 + nomor}")
        bentuk.set(
            "style",
            f"position:absolute;margin-left:0;margin-top:0;width:{panjang:.1f}pt;height:{setinggi:.1f}pt;"
            f"rotation:{putaran};z-index:-251658752;"
            "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
            "mso-position-vertical:center;mso-position-vertical-relative:margin",
        )
        kelabu = round(UKURAN.tanda_kelabu * 255)
        bentuk.set("fillcolor", f"#{kelabu:02x}{kelabu:02x}{kelabu:02x}")
        huruf = nama_huruf(self._halaman).replace('"', "").replace(";", "")
        bentuk[1].set("style", f'font-family:"{huruf}";font-size:1pt')
        bentuk[1].set("string", self._tanda)
        return unsur("w:r", gambar)


def _untai(teks: str) -> Unsur:
    kata = unsur("w:t", xml_space="preserve")
    kata.text = teks
    return unsur("w:r", kata)
