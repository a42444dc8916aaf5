"""Pictures of the Word file."""

from __future__ import annotations

import io

from docx.document import Document as DokumenWord
from docx.shared import Mm

from iki_desktop.export.docx.unsur import Unsur, unsur
from iki_desktop.export.lambang import buka_lambang
from iki_desktop.naskah.blok import Lambang

__all__ = ["Album"]

_MM_TERKECIL = 0.5


class Album:
    """Decodes each picture once and sets it into runs."""

    def __init__(self, word: DokumenWord) -> None:
        self._word = word
        self._png: dict[bytes, tuple[bytes, float] | None] = {}

    def gambar(self, lambang: Lambang, lebar: float, tinggi: float) -> Unsur | None:
        """A run with the picture inside a frame of millimetres; ``None`` where it is damaged."""
        if lambang.png not in self._png:
            self._png[lambang.png] = _baca(lambang)
        terbaca = self._png[lambang.png]
        if terbaca is None:
            return None
        png, nisbah = terbaca
        selebar = min(lebar, tinggi * nisbah)
        ukuran = (Mm(max(selebar, _MM_TERKECIL)), Mm(max(selebar / nisbah, _MM_TERKECIL)))
        sisipan = self._word.part.new_pic_inline(io.BytesIO(png), *ukuran)
        for sisi in ("distT", "distB", "distL", "distR"):
            sisipan.set(sisi, "0")  # a reader that finds none leaves room beside the picture
        sisipan.docPr.set("descr", "Lambang daerah")
        return unsur("w:r", unsur("w:drawing", sisipan))


def _baca(lambang: Lambang) -> tuple[bytes, float] | None:
    """The picture written anew, and its width over its height."""
    gambar = buka_lambang(lambang)
    if gambar is None:
        return None
    tulisan = io.BytesIO()
    gambar.save(tulisan, "PNG")
    return tulisan.getvalue(), gambar.width / gambar.height
