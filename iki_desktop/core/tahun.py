"""A document made ready for another year: what belongs to the old paper alone is left behind."""

from __future__ import annotations

import re
from dataclasses import replace

from iki_desktop.core.records import Dokumen, Keputusan

__all__ = ["untuk_tahun"]


def untuk_tahun(dokumen: Dokumen, tahun: int) -> Dokumen:
    """The document as a draft of ``tahun``: no number, no dates, no status.

    The old year gives way to the new one in titles only; in a legal basis ("Nomor 9 Tahun 2015")
    or in a period ("2021-2026") the year is part of a name and stays.
    """
    lama = dokumen.tahun
    keputusan = dokumen.keputusan
    return replace(
        dokumen,
        tahun=tahun,
        judul=_ganti(dokumen.judul, lama, tahun),
        keputusan=_keputusan(keputusan, lama, tahun) if keputusan is not None else None,
        bab=tuple(
            replace(b, pengesahan=replace(b.pengesahan, tanggal=None)) if b.pengesahan else b
            for b in dokumen.bab
        )
        if dokumen.bab is not None
        else None,
    )


def _keputusan(keputusan: Keputusan, lama: int, tahun: int) -> Keputusan:
    return replace(
        keputusan,
        nomor=None,
        tanggal=None,
        tanggal_teks=None,
        status=None,
        tentang=_ganti(keputusan.tentang, lama, tahun),
        menetapkan=_ganti(keputusan.menetapkan, lama, tahun),
        tentang_lampiran=_ganti(keputusan.tentang_lampiran, lama, tahun),
    )


def _ganti(teks: str | None, lama: int, baru: int) -> str | None:
    if teks is None:
        return None
    return re.sub(rf"(?<![\d-])(?<!\d[–/]){lama}(?![\d–/-])", str(baru), teks)
