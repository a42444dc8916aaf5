"""The styles of tables: with rules for indicators, without for what only stands side by side."""

from __future__ import annotations

from iki_desktop.export.docx.unsur import Unsur, twip, unsur
from iki_desktop.export.pdf.gaya import UKURAN

__all__ = ["gaya_tabel"]


def gaya_tabel() -> list[Unsur]:
    """The table styles, the one without a name of its own first."""
    label = UKURAN.jarak_baris_label / 2
    garis: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
    sisi = ("top", "left", "bottom", "right", "insideH", "insideV")
    berbingkai = unsur("w:tblBorders", *(unsur(f"w:{s}", **garis) for s in sisi))
    return [
        _tabel("TableNormal", "Normal Table", 0.0, 0.0, bawaan=True),
        _tabel("TabelKinerja", "Tabel Kinerja", UKURAN.sel_atas, UKURAN.sel_samping, berbingkai),
        _tabel("TabelLabel", "Tabel Label", label, 0.0),
        _tabel("TabelKepala", "Tabel Kepala Jabatan", UKURAN.jarak_baris_kepala / 2, 0.0),
        _tabel("TabelKop", "Tabel Kop", 0.0, 0.0),
        _tabel("TabelPecahan", "Tabel Pecahan", 0.0, 0.0),
        _tabel("TabelGrafik", "Tabel Grafik", 0.0, 0.0),
    ]


def _tabel(
    ciri: str, nama: str, atas: float, samping: float, garis: Unsur | None = None, *, bawaan: bool = False
) -> Unsur:
    tepi = (("top", atas), ("left", samping), ("bottom", atas), ("right", samping))
    sel = unsur("w:tblCellMar", *(unsur(f"w:{s}", w=twip(mm), type="dxa") for s, mm in tepi))
    jadi = unsur(
        "w:style",
        unsur("w:name", val=nama),
        None if bawaan else unsur("w:basedOn", val="TableNormal"),
        unsur("w:tblPr", unsur("w:tblInd", w=0, type="dxa"), garis, sel),
        type="table",
        styleId=ciri,
    )
    jadi.set(jadi.tag.replace("}style", "}default" if bawaan else "}customStyle"), "1")
    return jadi
