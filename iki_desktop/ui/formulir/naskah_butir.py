"""A nested list as a text document: each item a paragraph, its depth the indent.

What an item holds besides its words, how it was written in an exchange file, rides along as the
paragraph's state.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from iki_desktop.ui.formulir.butir_baris import Baris, rapikan

__all__ = ["NaskahButir", "tingkat_blok"]

_OBJEK, _TERTULIS = 1, 2
_JARAK_BUTIR = 3

_KOSONG = Baris(0, "")

# What Qt would take for the end of a paragraph, inside one item.
_DALAM_BUTIR = str.maketrans(
    {"\n": "\u2028", "\r": "\u2028", "\u2029": "\u2028", "\ufdd0": " ", "\ufdd1": " "}
)


class NaskahButir:
    """Reads and writes the lines of a document; each deed is one step of the document's own undo.

    ``lebar_nomor`` is the room before an item, in device-independent pixels.
    """

    def __init__(self, dokumen: QTextDocument, lebar_nomor: int) -> None:
        self._dokumen = dokumen
        self._lebar_nomor = lebar_nomor
        dokumen.setIndentWidth(lebar_nomor)
        self.tulis(())  # an empty document has one paragraph, in front of which a number will stand too

    def blok(self) -> list[QTextBlock]:
        """The paragraphs."""
        hasil, blok = [], self._dokumen.firstBlock()
        while blok.isValid():
            hasil.append(blok)
            blok = blok.next()
        return hasil

    def baris(self) -> list[Baris]:
        """The lines as they stand; an empty document has one."""
        return [_baca(b) for b in self.blok()]

    def sama(self, baris: Sequence[Baris]) -> bool:
        """Whether these lines stand there; none look like one that is empty."""
        return (list(baris) or [_KOSONG]) == self.baris()

    def tulis(self, baris: Sequence[Baris]) -> None:
        """Replace everything."""
        kursor = QTextCursor(self._dokumen)
        kursor.beginEditBlock()
        kursor.select(QTextCursor.SelectionType.Document)
        kursor.removeSelectedText()
        for nomor, satu in enumerate(baris or [_KOSONG]):
            if nomor:
                kursor.insertBlock()
            kursor.setBlockFormat(self._format(satu.tingkat))
            kursor.insertText(_teks_butir(satu.teks))
            kursor.block().setUserState(_OBJEK * satu.objek + _TERTULIS * satu.tertulis)
        kursor.endEditBlock()

    def sisipkan(self, kursor: QTextCursor, baris: Sequence[Baris]) -> None:
        """Put lines in the place of what ``kursor`` holds; the first goes on in the line it stands in."""
        kursor.beginEditBlock()
        kursor.removeSelectedText()
        dasar = tingkat_blok(kursor.block())
        for nomor, satu in enumerate(baris):
            if nomor:
                kursor.insertBlock(self._format(dasar + satu.tingkat))
            kursor.insertText(_teks_butir(satu.teks))
        kursor.endEditBlock()

    def geser(self, mulai: int, akhir: int, tambahan: int) -> None:
        """Change the depth of the lines ``mulai`` to ``akhir`` (exclusive) by so many steps."""
        kursor = QTextCursor(self._dokumen)
        kursor.beginEditBlock()
        for nomor in range(mulai, akhir):
            blok = self._dokumen.findBlockByNumber(nomor)
            _pasang_tingkat(blok, max(0, tingkat_blok(blok) + tambahan))
        kursor.endEditBlock()

    def rapikan(self) -> None:
        """After a deletion: nobody stands deeper than one step under the line before."""
        baris = self.baris()
        rapi = rapikan(baris)
        if rapi == baris:
            return
        kursor = QTextCursor(self._dokumen)
        kursor.joinPreviousEditBlock()
        for blok, lama, baru in zip(self.blok(), baris, rapi, strict=True):
            if lama.tingkat != baru.tingkat:
                _pasang_tingkat(blok, baru.tingkat)
        kursor.endEditBlock()

    def _format(self, tingkat: int) -> QTextBlockFormat:
        gaya = QTextBlockFormat()
        gaya.setIndent(tingkat)
        gaya.setLeftMargin(self._lebar_nomor)
        gaya.setBottomMargin(_JARAK_BUTIR)
        return gaya


def _teks_butir(teks: str) -> str:
    """The text of an item as it can stand in one paragraph."""
    return teks.translate(_DALAM_BUTIR)


def tingkat_blok(blok: QTextBlock) -> int:
    """The depth of a paragraph; 0 is outermost."""
    return blok.blockFormat().indent()


def _pasang_tingkat(blok: QTextBlock, tingkat: int) -> None:
    gaya = QTextBlockFormat()
    gaya.setIndent(tingkat)
    QTextCursor(blok).mergeBlockFormat(gaya)


def _baca(blok: QTextBlock) -> Baris:
    tanda = max(0, blok.userState())
    teks = blok.text().replace("\u2028", "\n")
    return Baris(tingkat_blok(blok), teks, bool(tanda & _OBJEK), bool(tanda & _TERTULIS))
