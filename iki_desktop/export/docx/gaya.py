"""The named styles of the Word file: what a secretary changes once, for the whole document.

Measures come from the printed page's, so that both copies look alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from iki_desktop.export.docx.gaya_tabel import gaya_tabel
from iki_desktop.export.docx.teks import satu_baris
from iki_desktop.export.docx.ukur import MM_POIN
from iki_desktop.export.docx.unsur import Unsur, poin_ganda, sifat_paragraf, twip, unsur
from iki_desktop.export.pdf.gaya import GAYA_PARAGRAF, UKURAN, BentukTeks, Rata
from iki_desktop.naskah.blok import Gaya
from iki_desktop.naskah.tata_halaman import TataHalaman

__all__ = ["BAHASA", "GAYA", "BentukWord", "DaftarGaya", "nama_huruf"]

BAHASA = "id-ID"

_HURUF_BAWAAN = "Cambria"
"""Where the office names none: what Word has in the widths of Caladea, the typeface of the printed copy."""

_HURUF_TERPANJANG = 31

_RATA = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right", Rata.PENUH: "both"}

_SPASI_HURUF = 1.15
"""A line of Word's spacing "1" is about this much of the type size in the typefaces of offices."""

_LANGKAH_SPASI = 12

_SISI = ("top", "left", "bottom", "right")

_SELA = 0.35
"""The height in millimetres of what only parts two tables: a point."""

_BATANG = 7.0
"""Points: the sign in a bar that is torn off."""

GAYA: dict[Gaya, str] = {
    Gaya.ISI: "Isi",
    Gaya.ALINEA: "Alinea",
    Gaya.SAMPUL_JUDUL: "SampulJudul",
    Gaya.SAMPUL_BARIS: "SampulBaris",
    Gaya.JUDUL: "JudulNaskah",
    Gaya.SUBJUDUL: "SubjudulNaskah",
    Gaya.TENGAH: "TeksTengah",
    Gaya.KETERANGAN: "Keterangan",
}
"""The id of the style that each kind of paragraph has."""


@dataclass(frozen=True, slots=True)
class BentukWord:
    """One style: lengths in millimetres, ``ukuran`` in points; ``None`` leaves it to the style below.

    ``garis`` is how thick the rules above and below are, ``bingkai`` a frame, ``tinggi`` a height of
    line that nothing changes, ``peta`` the level in the navigation pane.
    """

    id: str
    nama: str
    dasar: str = "Normal"
    rata: Rata | None = None
    tebal: bool = False
    ukuran: float | None = None
    spasi: float | None = None
    sebelum: float | None = None
    sesudah: float | None = None
    kiri: float | None = None
    masuk: float = 0.0
    gantung: float = 0.0
    tab: tuple[float, ...] = ()
    lekat: bool = False
    utuh: bool = False
    kanan: float | None = None
    garis: tuple[float, float] = (0.0, 0.0)
    bingkai: float = 0.0
    tinggi: float | None = None
    peta: int | None = None

    def unsur(self) -> Unsur:
        """The style as the file holds it."""
        dasar = unsur("w:basedOn", val=self.dasar) if self.id != "Normal" else None
        jadi = unsur(
            "w:style", unsur("w:name", val=self.nama), dasar, unsur("w:qFormat"),
            sifat_paragraf(self._paragraf()), self._huruf(), type="paragraph", styleId=self.id,
        )  # fmt: skip
        if self.id == "Normal":
            jadi.set(jadi.tag.replace("}style", "}default"), "1")
        elif self.peta is None or not self.nama.startswith("heading"):
            jadi.set(jadi.tag.replace("}style", "}customStyle"), "1")
        return jadi

    def _paragraf(self) -> list[Unsur | None]:
        garis = [
            unsur(f"w:{sisi}", val="single", sz=round(mm * 8 / MM_POIN), space=0, color="auto")
            for sisi, mm in zip(_SISI, self._tebal_garis(), strict=True)
            if mm
        ]
        tab = [unsur("w:tab", val="left", pos=twip(t)) for t in self.tab]
        return [
            unsur("w:keepNext") if self.lekat else None,
            unsur("w:keepLines") if self.utuh else None,
            unsur("w:pBdr", *garis) if garis else None,
            unsur("w:tabs", *tab) if tab else None,
            self._spasi(),
            self._inden(),
            unsur("w:jc", val=_RATA[self.rata]) if self.rata else None,
            unsur("w:outlineLvl", val=self.peta) if self.peta is not None else None,
        ]

    def _tebal_garis(self) -> tuple[float, ...]:
        atas, bawah = self.garis
        return (self.bingkai,) * 4 if self.bingkai else (atas, 0.0, bawah, 0.0)

    def _spasi(self) -> Unsur | None:
        nilai: dict[str, str | int] = {}
        if self.sebelum is not None:
            nilai["before"] = twip(self.sebelum)
        if self.sesudah is not None:
            nilai["after"] = twip(self.sesudah)
        if self.tinggi is not None:
            nilai |= {"line": twip(self.tinggi), "lineRule": "exact"}
        elif self.spasi is not None:
            baris = round(240 * self.spasi / _SPASI_HURUF / _LANGKAH_SPASI) * _LANGKAH_SPASI
            nilai |= {"line": baris, "lineRule": "auto"}
        return unsur("w:spacing", **nilai) if nilai else None

    def _inden(self) -> Unsur | None:
        if self.kiri is None and not self.masuk:
            return None
        kanan = {"right": twip(self.kanan)} if self.kanan else {}
        geser = {"hanging": twip(self.gantung)} if self.gantung else {"firstLine": twip(self.masuk)}
        return unsur("w:ind", left=twip(self.kiri or 0.0), **kanan, **geser)

    def _huruf(self) -> Unsur | None:
        ukuran = poin_ganda(self.ukuran) if self.ukuran else None
        if not self.tebal and ukuran is None:
            return None
        return unsur(
            "w:rPr",
            unsur("w:b") if self.tebal else None,
            unsur("w:bCs") if self.tebal else None,
            unsur("w:sz", val=ukuran) if ukuran else None,
            unsur("w:szCs", val=ukuran) if ukuran else None,
        )


class DaftarGaya:
    """The styles of one document; those that only some documents need are added when asked for."""

    def __init__(self, halaman: TataHalaman) -> None:
        self._halaman = halaman
        self._semua = {bentuk.id: bentuk for bentuk in _baku(halaman)}

    def tambah(self, bentuk: BentukWord) -> str:
        """Add or replace a style; returns its id."""
        self._semua[bentuk.id] = bentuk
        return bentuk.id

    def di_peta(self, dasar: str, tingkat: int) -> str:
        """The style that looks like ``dasar`` and shows in the navigation pane at a level from 0."""
        tingkat = min(tingkat, 8)
        if dasar == GAYA[Gaya.JUDUL]:
            ciri, nama = f"Heading{tingkat + 1}", f"heading {tingkat + 1}"
        else:
            ciri, nama = f"{dasar}Peta{tingkat + 1}", f"{self._semua[dasar].nama}, peta {tingkat + 1}"
        return self.tambah(BentukWord(ciri, nama, dasar, peta=tingkat))

    def unsur(self) -> Unsur:
        """The styles part of the file."""
        return unsur(
            "w:styles",
            _bawaan(self._halaman),
            *(bentuk.unsur() for bentuk in self._semua.values()),
            _gaya_huruf(),
            _tanpa_daftar(),
            *gaya_tabel(),
        )


def nama_huruf(halaman: TataHalaman) -> str:
    """The typeface as the office wrote it: Word takes the one installed in the office."""
    return satu_baris(halaman.huruf or "", _HURUF_TERPANJANG) or _HURUF_BAWAAN


def _bawaan(halaman: TataHalaman) -> Unsur:
    huruf = nama_huruf(halaman)
    ukuran = poin_ganda(halaman.ukuran)
    sifat = unsur(
        "w:rPr",
        unsur("w:rFonts", ascii=huruf, hAnsi=huruf, eastAsia=huruf, cs=huruf),
        unsur("w:sz", val=ukuran),
        unsur("w:szCs", val=ukuran),
        unsur("w:lang", val=BAHASA, eastAsia=BAHASA, bidi="ar-SA"),
    )
    jarak = unsur("w:pPr", unsur("w:spacing", before=0, after=0))
    return unsur("w:docDefaults", unsur("w:rPrDefault", sifat), unsur("w:pPrDefault", jarak))


def _baku(halaman: TataHalaman) -> list[BentukWord]:
    ukuran, tabel = halaman.ukuran, halaman.ukuran_tabel
    sel = BentukWord(
        "Sel", "Sel", ukuran=tabel, spasi=UKURAN.spasi_tabel, sesudah=UKURAN.daftar_jarak, rata=Rata.KIRI
    )
    return [
        BentukWord("Normal", "Normal", spasi=1.2),
        *(_dari_naskah(gaya, ukuran) for gaya in Gaya),
        BentukWord("NomorHalaman", "Nomor Halaman", rata=Rata.TENGAH),
        BentukWord("KakiHalaman", "Kaki Halaman", rata=Rata.TENGAH, ukuran=UKURAN.kaki_huruf),
        BentukWord("KopInduk", "Kop Induk", rata=Rata.TENGAH, tebal=True, ukuran=ukuran * UKURAN.kop_induk),
        BentukWord("KopNama", "Kop Nama", rata=Rata.TENGAH, tebal=True, ukuran=ukuran * UKURAN.kop_nama),
        BentukWord("KopAlamat", "Kop Alamat", rata=Rata.TENGAH, ukuran=ukuran * UKURAN.kop_alamat),
        BentukWord("Lambang", "Lambang", rata=Rata.KIRI, spasi=_SPASI_HURUF),
        BentukWord("Label", "Label"),
        BentukWord("Butir", "Butir", rata=Rata.PENUH, sesudah=UKURAN.daftar_jarak),
        BentukWord(
            "ButirAlinea", "Butir Alinea", "Butir",
            spasi=GAYA_PARAGRAF[Gaya.ALINEA].spasi, sebelum=UKURAN.daftar_alinea, sesudah=0.0,
        ),
        BentukWord("Tembusan", "Tembusan", rata=Rata.KIRI),
        BentukWord(
            "TembusanJudul", "Tembusan Judul", "Tembusan", sebelum=UKURAN.tembusan_sebelum, lekat=True
        ),
        sel,
        replace(sel, id="SelTengah", nama="Sel Tengah", rata=Rata.TENGAH),
        replace(sel, id="SelKanan", nama="Sel Kanan", rata=Rata.KANAN),
        replace(sel, id="ButirSel", nama="Butir Sel"),
        replace(sel, id="KepalaTabel", nama="Kepala Tabel", rata=Rata.TENGAH, tebal=True, lekat=True),
        replace(sel, id="NomorKolom", nama="Nomor Kolom", rata=Rata.TENGAH, lekat=True, sesudah=0.0),
        BentukWord(
            "PecahanPembilang", "Pecahan Pembilang", "SelTengah",
            lekat=True, garis=(0.0, UKURAN.garis_pecahan), sesudah=0.0,
        ),
        BentukWord(
            "PecahanPenyebut", "Pecahan Penyebut", "SelTengah", sebelum=UKURAN.pecahan_jarak, sesudah=0.0
        ),
        BentukWord("PecahanAkhiran", "Pecahan Akhiran", "Sel", sesudah=0.0),
        BentukWord(
            "GrafikNama", "Grafik Nama", "Sel", sesudah=0.0, kiri=0.0, kanan=UKURAN.grafik_sela / 2
        ),
        BentukWord("GrafikAngka", "Grafik Angka", "SelKanan", sesudah=0.0),
        BentukWord("GrafikKelas", "Grafik Kelas", "Sel", tebal=True, sesudah=0.0),
        BentukWord(
            "GrafikLabel", "Grafik Label", "SelKanan", ukuran=tabel * UKURAN.sel_keterangan,
            lekat=True, sesudah=0.0,
        ),
        BentukWord(
            "GrafikTegakNama", "Grafik Tegak Nama", "SelTengah",
            tebal=True, lekat=True, sebelum=UKURAN.grafik_baris_atas, sesudah=0.0,
        ),
        BentukWord("GrafikTegakKata", "Grafik Tegak Kata", "SelTengah", lekat=True, sesudah=0.0),
        BentukWord("Batang", "Batang", rata=Rata.KANAN, ukuran=_BATANG, tebal=True),
        BentukWord("Sela", "Sela", ukuran=1.0, tinggi=_SELA),
        BentukWord(
            "GarisKop", "Garis Kop", ukuran=1.0, tinggi=UKURAN.garis_antara, sebelum=UKURAN.garis_sebelum,
            garis=(UKURAN.garis_tebal, UKURAN.garis_tipis),
        ),
    ]  # fmt: skip


def _dari_naskah(gaya: Gaya, ukuran: float) -> BentukWord:
    bentuk: BentukTeks = GAYA_PARAGRAF[gaya]
    return BentukWord(
        GAYA[gaya],
        _NAMA[gaya],
        rata=bentuk.rata,
        tebal=bentuk.tebal,
        ukuran=ukuran * bentuk.besar if bentuk.besar != 1.0 else None,
        spasi=bentuk.spasi,
        sebelum=bentuk.sebelum,
        sesudah=bentuk.sesudah,
        masuk=bentuk.masuk,
        lekat=bentuk.lekat,
    )


_NAMA = {
    Gaya.ISI: "Isi",
    Gaya.ALINEA: "Alinea",
    Gaya.SAMPUL_JUDUL: "Sampul Judul",
    Gaya.SAMPUL_BARIS: "Sampul Baris",
    Gaya.JUDUL: "Judul Naskah",
    Gaya.SUBJUDUL: "Subjudul Naskah",
    Gaya.TENGAH: "Teks Tengah",
    Gaya.KETERANGAN: "Keterangan",
}


def _gaya_huruf() -> Unsur:
    nama = unsur("w:name", val="Default Paragraph Font")
    return unsur(
        "w:style", nama, unsur("w:semiHidden"), type="character", default=1, styleId="DefaultParagraphFont"
    )


def _tanpa_daftar() -> Unsur:
    nama = unsur("w:name", val="No List")
    return unsur("w:style", nama, unsur("w:semiHidden"), type="numbering", default=1, styleId="NoList")
