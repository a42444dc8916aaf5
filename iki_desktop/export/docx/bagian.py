"""The small parts of the Word file: its settings, its table of typefaces, its maker."""

from __future__ import annotations

from docx.opc.oxml import serialize_part_xml

from iki_desktop.export.docx.gaya import BAHASA
from iki_desktop.export.docx.unsur import Unsur, unsur

__all__ = ["huruf_unsur", "keterangan_program", "setelan"]

_URI_WORD = "http://schemas.microsoft.com/office/word"

_VERSI_WORD = 15
"""Word 2013 and later; below it the window says "Compatibility Mode"."""

_SEPADAN = {"Cambria": "Caladea"}


def setelan() -> Unsur:
    """The settings of the document, in the order of the schema."""
    cocok = (
        ("compatibilityMode", _VERSI_WORD),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
    return unsur(
        "w:settings",
        unsur("w:zoom", percent=100),
        unsur("w:defaultTabStop", val=720),
        unsur("w:characterSpacingControl", val="doNotCompress"),
        unsur(
            "w:compat",
            # Without it a line that a person has ended is stretched to the margin.
            unsur("w:doNotExpandShiftReturn"),
            *(unsur("w:compatSetting", name=nama, uri=_URI_WORD, val=nilai) for nama, nilai in cocok),
        ),
        unsur("w:themeFontLang", val=BAHASA),
        unsur("w:decimalSymbol", val=","),
        unsur("w:listSeparator", val=";"),
    )


def huruf_unsur(nama: str) -> bytes:
    """The table of typefaces: the document's own, and what stands in for it where it is missing."""
    sepadan = unsur("w:altName", val=_SEPADAN[nama]) if nama in _SEPADAN else None
    jadi: bytes = serialize_part_xml(unsur("w:fonts", unsur("w:font", sepadan, name=nama)))
    return jadi


def keterangan_program() -> bytes:
    """Who wrote the file; no counts, which would only be true of one computer."""
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>IKI Desktop</Application></Properties>"
    )
