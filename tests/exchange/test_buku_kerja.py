"""Workbooks from anywhere: read as cells, or refused with a sentence; never believed."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from iki_desktop.core.errors import ImportFileError
from iki_desktop.exchange import buku_kerja, sel_buku
from iki_desktop.exchange.buku_kerja import baca_buku
from iki_desktop.exchange.sel_buku import IsiSelBuku, JenisSel, LembarBuku, alamat_sel

RELASI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TABEL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
AKAR = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELASI}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
BUKU = f"""<workbook xmlns="{TABEL}" xmlns:r="{RELASI}"><sheets>
<sheet name="Satu" sheetId="1" r:id="r1"/></sheets></workbook>"""
TAUTAN = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELASI}/worksheet" Target="/xl/worksheets/sheet1.xml"/>
<Relationship Id="r9" Type="{RELASI}/externalLink" Target="http://contoh.invalid/x" TargetMode="External"/>
</Relationships>"""


def lembar(isi: str) -> str:
    return f'<worksheet xmlns="{TABEL}"><sheetData>{isi}</sheetData></worksheet>'


def bagian(**ganti: str) -> dict[str, str | bytes]:
    semua = {
        "_rels/.rels": AKAR,
        "xl/workbook.xml": BUKU,
        "xl/_rels/workbook.xml.rels": TAUTAN,
        "xl/worksheets/sheet1.xml": lembar('<row r="1"><c r="A1"><v>1</v></c></row>'),
    }
    return {**semua, **{nama.replace("__", "/"): isi for nama, isi in ganti.items()}}


def tulis(path: Path, isi: Mapping[str, str | bytes], cara: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", cara) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(nama, satu)
    return path


def dengan_lembar(path: Path, isi: str) -> Path:
    return tulis(path, {**bagian(), "xl/worksheets/sheet1.xml": isi})


def satu(path: Path) -> LembarBuku:
    (hasil,) = baca_buku(path)
    return hasil


def angka(teks: str, *, persen: bool = False) -> IsiSelBuku:
    return IsiSelBuku(JenisSel.ANGKA, teks, persen)


def kata(teks: str) -> IsiSelBuku:
    return IsiSelBuku(JenisSel.KATA, teks)


# --- what is read --------------------------------------------------------------------------------


def test_a_workbook_as_openpyxl_writes_it(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    ws = buku.active
    assert isinstance(ws, Worksheet)
    ws.title = "Nilai & <kata>"
    isi: dict[str, Any] = {
        "A1": 1.5,
        "B2": "kata\nbaru",
        "C3": True,
        "D4": "#N/A",
        "E5": "=1+1",
        "AB6": 7,
    }
    for alamat, nilai in isi.items():
        ws[alamat] = nilai
    ws["F6"], ws["G7"] = 45_000, 0.5
    ws["F6"].number_format, ws["G7"].number_format = "dd/mm/yyyy", "0%"
    ws.merge_cells("A8:B9")
    buku.create_sheet("Kosong").sheet_state = "hidden"
    buku.save(tmp_path / "a.xlsx")
    dua = baca_buku(tmp_path / "a.xlsx")
    assert [b.nama for b in dua] == ["Nilai & <kata>", "Kosong"]
    assert dua[0].sel == {
        (1, 1): angka("1.5"),
        (2, 2): kata("kata\nbaru"),
        (3, 3): IsiSelBuku(JenisSel.LOGIKA, "1"),
        (4, 4): IsiSelBuku(JenisSel.GALAT, "#N/A"),
        (5, 5): IsiSelBuku(JenisSel.RUMUS, ""),
        (6, 28): angka("7"),
        (6, 6): IsiSelBuku(JenisSel.TANGGAL, "45000"),
        (7, 7): angka("0.5", persen=True),
    }
    assert dua[0].gabungan == (((8, 1), (9, 2)),)
    assert alamat_sel(6, 28) == "AB6"


def test_the_ways_in_which_programs_write_cells(tmp_path: Path) -> None:
    isi = lembar(
        '<row><c t="inlineStr"><is><r><t>dua </t></r><r><t>potong</t></r><rPh><t>baca</t></rPh></is></c>'
        '<c t="str"><f>A1</f><v>hasil_x000A_rumus</v></c><c t="str"><f>""</f><v></v></c>'
        '<c s="99"><v>2</v></c>'
        '<c r="Z1" t="d"><v>2026-01-05</v></c><c/></row>'
        "<row><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c></row>"
    ).replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="aneh"/></mergeCells>')
    assert satu(dengan_lembar(tmp_path / "a.xlsx", isi)) == LembarBuku(
        "Satu",
        {
            (1, 1): kata("dua potong"),
            (1, 2): kata("hasil\nrumus"),
            (1, 4): angka("2"),
            (1, 26): IsiSelBuku(JenisSel.TANGGAL, "2026-01-05"),
            (2, 1): angka("2"),
            (2, 2): IsiSelBuku(JenisSel.RUMUS, ""),
        },
    )


def test_shared_texts_and_charts(tmp_path: Path) -> None:
    kamus = (
        f'<sst xmlns="{TABEL}"><si><t>satu</t></si>'
        "<si><rPh><t>baca</t></rPh><r><t>du</t></r><r><t>a</t></r></si><si/></sst>"
    )
    tautan = TAUTAN.replace(
        "</Relationships>",
        f'<Relationship Id="r2" Type="{RELASI}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{RELASI}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        f'<Relationship Id="r4" Type="{RELASI}/styles" Target="tiada.xml"/></Relationships>',
    )
    buku = BUKU.replace("</sheets>", '<sheet name="Grafik" sheetId="2" r:id="r3"/></sheets>')
    isi = lembar('<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>')
    tulis(
        tmp_path / "a.xlsx",
        bagian(
            **{
                "xl/sharedStrings.xml": kamus,
                "xl/_rels/workbook.xml.rels": tautan,
                "xl/workbook.xml": buku,
                "xl/worksheets/sheet1.xml": isi,
            }
        ),
    )
    assert satu(tmp_path / "a.xlsx").sel == {(1, 1): kata("dua"), (1, 2): kata("satu")}


def test_a_far_cell_costs_nothing(tmp_path: Path) -> None:
    isi = lembar('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>').replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    assert satu(dengan_lembar(tmp_path / "a.xlsx", isi)).sel == {(1_048_576, 16_384): angka("1")}


def test_macros_links_and_pictures_are_never_opened(tmp_path: Path) -> None:
    """What would be refused if it were read stands in parts that are not."""
    lain = {
        f"xl/{nama}": b"\x00" * 1000
        for nama in ("vbaProject.bin", "externalLinks/externalLink1.xml", "media/a.png")
    }
    assert satu(tulis(tmp_path / "a.xlsm", {**bagian(), **lain})).sel == {(1, 1): angka("1")}


# --- what is refused -------------------------------------------------------------------------------


ENTITAS = '<!DOCTYPE x [<!ENTITY a "{}">]>'
MILIAR = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
LUAR = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://contoh.invalid/x.dtd"> %a;]>'


@pytest.mark.parametrize("kepala", [ENTITAS, MILIAR, LUAR, PARAMETER, "<!DOCTYPE x>"])
@pytest.mark.parametrize("nama", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"])
def test_no_entity_is_ever_expanded(tmp_path: Path, kepala: str, nama: str) -> None:
    semua = bagian()
    isi = semua[nama]
    assert isinstance(isi, str)
    for sandi in ("utf-8", "utf-16"):
        tulis(tmp_path / "a.xlsx", {**semua, nama: (kepala + isi.replace("<v>1", "<v>&a;")).encode(sandi)})
        with pytest.raises(ImportFileError, match="rusak atau bukan"):
            baca_buku(tmp_path / "a.xlsx")


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nol = lembar("<row>" + "<c/>" * 1_200_000 + "</row>")
    with pytest.raises(ImportFileError, match="terlalu besar"):
        baca_buku(dengan_lembar(tmp_path / "banding.xlsx", nol))
    monkeypatch.setattr(buku_kerja, "PERBANDINGAN_MAKSIMUM", 10**9)
    with pytest.raises(ImportFileError, match="terlalu besar"):
        baca_buku(tmp_path / "banding.xlsx")  # more elements than any sheet has
    monkeypatch.setattr(buku_kerja, "TERURAI_MAKSIMUM", 4_000_000)
    with pytest.raises(ImportFileError, match="terlalu besar"):
        baca_buku(tmp_path / "banding.xlsx")


@pytest.mark.parametrize(
    "modul, batas, nilai",
    [
        (buku_kerja, "UKURAN_MAKSIMUM", 100),
        (buku_kerja, "BAGIAN_MAKSIMUM", 3),
        (buku_kerja, "LEMBAR_MAKSIMUM", 0),
        (buku_kerja, "SEL_MAKSIMUM", 0),
        (buku_kerja, "HURUF_MAKSIMUM", 0),
        (sel_buku, "_UNSUR_MAKSIMUM", 4),
    ],
)
def test_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modul: object, batas: str, nilai: int
) -> None:
    berkas = tulis(tmp_path / "a.xlsx", bagian())
    assert satu(berkas).sel
    monkeypatch.setattr(modul, batas, nilai)
    with pytest.raises(ImportFileError, match="terlalu besar"):
        baca_buku(berkas)


def test_a_text_in_every_cell_and_a_number_format_without_end(tmp_path: Path) -> None:
    """Both are small in the file, and would keep a reader busy for hours."""
    tautan = TAUTAN.replace(
        "</Relationships>",
        f'<Relationship Id="r2" Type="{RELASI}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{RELASI}/styles" Target="styles.xml"/></Relationships>',
    )
    kode = "0." + "[" * 3_900_000
    gaya = (
        f'<styleSheet xmlns="{TABEL}"><numFmts><numFmt numFmtId="170" formatCode="{kode}"/></numFmts>'
        '<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    semua = {**bagian(), "xl/_rels/workbook.xml.rels": tautan, "xl/styles.xml": gaya}
    assert satu(tulis(tmp_path / "gaya.xlsx", semua)).sel == {(1, 1): angka("1")}
    kamus = f'<sst xmlns="{TABEL}"><si><t>{"a b " * 900_000}</t></si></sst>'
    isi = lembar('<row><c t="s"><v>0</v></c></row>' * 10_000)
    semua |= {"xl/sharedStrings.xml": kamus, "xl/worksheets/sheet1.xml": isi}
    with pytest.raises(ImportFileError, match="terlalu besar"):
        baca_buku(tulis(tmp_path / "kata.xlsx", semua))


def bohong(ukuran: int) -> Callable[[bytes], bytes]:
    """A part that says it is of another size than it is."""
    asal = len(lembar('<row r="1"><c r="A1"><v>1</v></c></row>'))
    return lambda isi: isi.replace(struct.pack("<L", asal), struct.pack("<L", ukuran))


def bersandi(isi: bytes) -> bytes:
    return isi.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(
    "ubah, pesan",
    [
        (lambda isi: isi[: len(isi) // 2], "rusak"),
        (lambda isi: b"PK" + isi[:50], "rusak"),
        (bohong(20), "rusak"),
        (bohong(5000), "rusak"),
        (bersandi, "bersandi"),
        (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "bersandi atau dari Excel lama"),
        (lambda _: b"No;Angka\n1;2\n", "bukan buku kerja Excel"),
        (lambda _: b"", "bukan buku kerja Excel"),
    ],
)
def test_files_that_are_no_workbook(tmp_path: Path, ubah: Callable[[bytes], bytes], pesan: str) -> None:
    berkas = tulis(tmp_path / "a.xlsx", bagian())
    berkas.write_bytes(ubah(berkas.read_bytes()))
    with pytest.raises(ImportFileError, match=pesan):
        baca_buku(berkas)


@pytest.mark.parametrize("cara", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_to_pack_that_no_spreadsheet_program_uses(tmp_path: Path, cara: int) -> None:
    with pytest.raises(ImportFileError, match="rusak"):
        baca_buku(tulis(tmp_path / "a.xlsx", bagian(), cara))
    assert satu(tulis(tmp_path / "b.xlsx", bagian(), zipfile.ZIP_STORED)).sel


@pytest.mark.parametrize(
    "isi",
    [
        '<row><c r="A0"><v>1</v></c></row>',
        '<row><c r="../../etc"><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row><c t="s"><v>0</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        f'<row><c t="s"><v>{"9" * 5000}</v></c></row>',
        '<row><c s="x"><v>1</v></c></row>',
        "<row><c>",
    ],
)
def test_cells_that_cannot_be(tmp_path: Path, isi: str) -> None:
    with pytest.raises(ImportFileError, match="rusak"):
        baca_buku(dengan_lembar(tmp_path / "a.xlsx", lembar(isi)))


@pytest.mark.parametrize(
    "ganti",
    [
        {"_rels/.rels": AKAR.replace("officeDocument", "lain")},
        {"xl/workbook.xml": BUKU.replace("r:id", "r:lain")},
        {"xl/_rels/workbook.xml.rels": TAUTAN.replace("/xl/worksheets/sheet1.xml", "../../../etc/passwd")},
        {"xl/_rels/workbook.xml.rels": "bukan xml"},
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, ganti: dict[str, str]) -> None:
    with pytest.raises(ImportFileError, match="rusak"):
        baca_buku(tulis(tmp_path / "a.xlsx", bagian(**ganti)))


def test_folders_and_missing_files(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "tiada.xlsx"):
        with pytest.raises(ImportFileError, match="tidak dapat dibaca"):
            baca_buku(path)


def test_a_file_that_a_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where Excel may have it to itself."""

    def tolak(self: Path, *_: object) -> object:
        raise PermissionError(13, "dipegang", str(self))

    berkas = tulis(tmp_path / "a.xlsx", bagian())
    monkeypatch.setattr(Path, "open", tolak)
    with pytest.raises(ImportFileError) as salah:
        baca_buku(berkas)
    assert salah.value.saran == "Tutup dahulu di Excel, lalu ulangi."


def _utuh() -> bytes:
    wadah = io.BytesIO()
    buku = openpyxl.Workbook()
    lembar_satu = buku.active
    assert isinstance(lembar_satu, Worksheet)
    lembar_satu["A1"], lembar_satu["B2"] = "kata", 3
    buku.save(wadah)
    return wadah.getvalue()


UTUH = _utuh()
"""Written once: its length depends on the hour."""


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(2, len(UTUH) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_damage_anywhere_is_a_refusal_and_never_a_crash(tmp_path: Path, rusak: list[tuple[int, int]]) -> None:
    isi = bytearray(UTUH)
    for tempat, nilai in rusak:
        isi[tempat] = nilai
    (tmp_path / "rusak.xlsx").write_bytes(isi)
    with suppress(ImportFileError):
        assert all(isinstance(s, LembarBuku) for s in baca_buku(tmp_path / "rusak.xlsx"))
