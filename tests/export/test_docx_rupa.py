"""What a secretary finds in Word: paper, numbers, styles, tables, fractions, a file that stays the same."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from PIL import Image

from iki_desktop.core.errors import ExportError
from iki_desktop.core.progress import Dibatalkan
from iki_desktop.core.records import Butir, Diktum, Keputusan, TataLetak
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.export.docx import tulis_docx
from iki_desktop.naskah.blok import (
    CaraTandaTangan,
    GantiHalaman,
    Gaya,
    Kop,
    Lembaran,
    Naskah,
    NomorHalaman,
    Paragraf,
    Pecahan,
    Penanda,
    Ruang,
    Tembusan,
)
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.pilihan import Pilihan
from iki_desktop.naskah.tata_halaman import tata_halaman
from tests.export.docx_dibaca import M, W, gaya_paragraf, teks_paragraf, tulis, xml
from tests.naskah.kantor_naskah import (
    CAMAT,
    formulasi,
    indikator,
    jabatan,
    kantor_ekstrem,
    office,
    png,
    sasaran,
    snapshot,
    snapshot_data,
)

V = "{urn:schemas-microsoft-com:vml}"


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    return tmp_path / "naskah.docx"


def mm(panjang: Any) -> float:
    return float(panjang.mm)


def baris_tabel(dokumen: Any) -> list[Any]:
    """The rows of the document's only table with rules."""
    (tabel,) = [t for t in dokumen.tables if t.style.name == "Tabel Kinerja"]
    return list(tabel._tbl.iter(f"{W}tr"))


# --- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kertas, lebar, tinggi", [("F4", 215, 330), ("A4", 210, 297), ("Folio", 210, 330)])
def test_paper_and_margins(kertas: str, lebar: int, tinggi: int, berkas: Path) -> None:
    tata_letak = TataLetak(kertas=kertas, lampiran_mendatar=True)
    dokumen = tulis(snapshot(jabatan("Camat"), keputusan=Keputusan(), tata_letak=tata_letak), berkas)
    tegak, datar = dokumen.sections
    assert (mm(tegak.page_width), mm(tegak.page_height)) == pytest.approx((lebar, tinggi), abs=0.02)
    assert (mm(datar.page_width), mm(datar.page_height)) == pytest.approx((tinggi, lebar), abs=0.02)
    assert [s.orientation for s in dokumen.sections] == [0, 1]
    for bagian in dokumen.sections:
        tepi = [bagian.left_margin, bagian.right_margin, bagian.top_margin, bagian.bottom_margin]
        assert [mm(t) for t in tepi] == pytest.approx([30, 20, 20, 25], abs=0.02)


def test_page_numbers_stand_in_the_header_from_the_second_page(berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat"), keputusan=Keputusan(), judul="IKI"), berkas)
    sampul, keputusan, lampiran = dokumen.sections
    assert sampul.header.paragraphs[0].text == ""
    for bagian in (keputusan, lampiran):
        (nomor,) = bagian.header.paragraphs
        assert "".join(t.text for t in nomor._p.iter(f"{W}t")) == "- 2 -"
        assert nomor.style.name == "Nomor Halaman"
        assert nomor._p.find(f"{W}fldSimple").get(f"{W}instr").strip() == "PAGE"
    assert keputusan.first_page_header.paragraphs[0].text == ""
    assert [s.different_first_page_header_footer for s in dokumen.sections] == [False, True, False]
    mulai = [s._sectPr.find(f"{W}pgNumType") is not None for s in dokumen.sections]
    assert mulai == [False, True, False]


def test_pages_that_go_on_from_nothing_begin_at_one(berkas: Path) -> None:
    satu = Lembaran((Paragraf("kata"),), nomor=NomorHalaman.LANJUT)
    tulis_docx(Naskah("j", "p", "h", tata_halaman(None), (satu, satu)), berkas)
    dokumen = docx.Document(str(berkas))
    assert [s.different_first_page_header_footer for s in dokumen.sections] == [True, False]


def test_every_jabatan_begins_a_page(berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat"), jabatan("Kasi"), jabatan("Staf")), berkas)
    ganti = [p.text for p in dokumen.paragraphs if p.paragraph_format.page_break_before]
    assert ganti == ["INDIKATOR KINERJA INDIVIDU (IKI)"] * 2


def test_a_table_that_begins_a_page_stands_under_the_break(berkas: Path) -> None:
    blok = (Paragraf("atas"), GantiHalaman(), Kop("PEMERINTAH", "KECAMATAN"), Kop("LAIN", "KANTOR"))
    tulis_docx(Naskah("j", "p", "h", tata_halaman(None), (Lembaran(blok),)), berkas)
    tubuh = docx.Document(str(berkas)).element.body
    jenis = [satu.tag.removeprefix(W) for satu in tubuh]
    assert jenis == ["p", "p", "tbl", "p", "tbl", "p", "sectPr"]
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in tubuh.iterchildren(f"{W}p")] == [
        False, True, False, False
    ]  # fmt: skip


def test_a_cover_fills_its_page(berkas: Path) -> None:
    dokumen = tulis(snapshot(judul="IKI", kecamatan=office(logo_png=png())), berkas)
    jarak = [
        mm(p.paragraph_format.space_before)
        for p in dokumen.paragraphs
        if p.paragraph_format.space_before is not None
    ]
    assert jarak[0] == pytest.approx(2 * jarak[1], rel=0.02)
    assert 100 < sum(jarak) < 285
    (gambar,) = dokumen.inline_shapes
    assert mm(gambar.height) == pytest.approx(40, abs=0.1)


# --- styles ---------------------------------------------------------------------------------------


def test_kinds_of_paragraph_have_styles_by_name(berkas: Path) -> None:
    dokumen = tulis(snapshot_data("lengkap"), berkas)
    nama = {
        "INDIKATOR KINERJA INDIVIDU SELURUH": "Sampul Judul, peta 1",
        "BAB I PENDAHULUAN": "Heading 1",
        "1.1 Latar Belakang": "Subjudul Naskah",
        "Alinea pembuka": "Alinea",
        "butir dua": "Butir Alinea",
        "Visi daerah": "Teks Tengah",
        "PEMERINTAH KABUPATEN": "Kop Induk",
        "KECAMATAN PERCONTOHAN": "Sampul Baris",
        "KEPUTUSAN CAMAT PERCONTOHAN": "Heading 1",
        "bahwa pertimbangan": "Butir",
        "Menetapkan indikator": "Isi",
        "Ditetapkan di": "Tanda Tangan Awal",
        "Tembusan:": "Tembusan Judul",
        "Camat Percontohan": "Kepala Jabatan, peta 2",
        "Sasaran Strategis": "Kepala Tabel",
        "Sasaran jabatan pertama": "Sel",
        "berkas satu": "Butir Sel",
    }
    assert {kata: gaya_paragraf(dokumen, kata).name for kata in nama} == nama


def test_headings_look_like_what_they_stand_on(berkas: Path) -> None:
    dokumen = tulis(snapshot_data("lengkap"), berkas)
    for gaya in dokumen.styles:
        tingkat = gaya.element.find(f"{W}pPr/{W}outlineLvl")
        if tingkat is not None:
            assert gaya.base_style.element.find(f"{W}pPr/{W}outlineLvl") is None
            assert gaya.element.find(f"{W}rPr") is None
            assert len(gaya.element.find(f"{W}pPr")) == 1


def test_a_bookmark_stands_where_its_title_is_said(berkas: Path) -> None:
    blok = (
        Penanda("Tiada di sini"), Paragraf("pertama"), Paragraf("kedua"),
        Penanda("Judul Besar", 1), Paragraf("bukan"), Paragraf("JUDUL BESAR dan terusannya"),
        Penanda("Judul", 12), Paragraf("Judul lain"), Paragraf("Judul"),
        Penanda("Kosong"), Penanda("", 2), Paragraf("akhir", Gaya.JUDUL),
    )  # fmt: skip
    tulis_docx(Naskah("j", "p", "h", tata_halaman(None), (Lembaran(blok),)), berkas)
    dokumen = docx.Document(str(berkas))
    semua = [(p.text, p.style.name) for p in dokumen.paragraphs if p.style]
    peta = [(teks, gaya) for teks, gaya in semua if gaya != "Isi"]
    assert peta == [
        ("pertama", "Isi, peta 1"),
        ("JUDUL BESAR dan terusannya", "Isi, peta 2"),
        ("Judul", "Isi, peta 9"),
        ("akhir", "Heading 3"),
    ]


@pytest.mark.parametrize(
    "diminta, tertulis",
    [("Bookman Old Style", "Bookman Old Style"), (None, "Cambria"), ("  ", "Cambria"), ("x" * 99, "x" * 31)],
)
def test_the_typeface_is_the_office_s_own(diminta: str | None, tertulis: str, berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat"), tata_letak=TataLetak(huruf=diminta)), berkas)
    huruf = dokumen.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert {huruf.get(f"{W}{aksara}") for aksara in ("ascii", "hAnsi", "cs", "eastAsia")} == {tertulis}
    assert f'w:name="{tertulis}"' in xml(berkas, "word/fontTable.xml")


def test_properties_are_indonesian(berkas: Path) -> None:
    dokumen = tulis(snapshot(keputusan=Keputusan(tentang="x" * 400), judul="IKI\x00\nLENGKAP"), berkas)
    inti = dokumen.core_properties
    assert inti.title == "IKI LENGKAP Kecamatan Contoh 2026"
    assert inti.author == "Kecamatan Contoh"
    assert inti.subject == "x" * 255
    assert inti.language == "id-ID"
    bahasa = dokumen.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert bahasa.get(f"{W}val") == "id-ID"


# --- letterhead, labels, signature ------------------------------------------------------------------


def test_the_letterhead_has_arms_and_a_double_rule(berkas: Path) -> None:
    kantor = office(alamat="Jalan", logo_png=png())
    dokumen = tulis(snapshot(keputusan=Keputusan(), kecamatan=kantor), berkas)
    kop = dokumen.tables[0]
    lebar = [round(mm(k.width)) for k in kop.columns]
    assert lebar[0] == lebar[2] > 20
    assert sum(lebar) == 165
    assert len(kop.cell(0, 0).paragraphs[0]._p.findall(f".//{W}drawing")) == 1
    assert kop.cell(0, 1).text == "PEMERINTAH KABUPATEN PERCOBAAN\nKECAMATAN CONTOH\nJalan"
    besar = [p.style.font.size.pt for p in kop.cell(0, 1).paragraphs]
    assert besar[0] / besar[1] == pytest.approx(3 / 4, rel=0.03)
    garis = kop._tbl.getnext()
    gaya = next(g for g in dokumen.styles if g.style_id == garis.pPr.pStyle.val)
    tebal = {g.tag.removeprefix(W): int(g.get(f"{W}sz")) for g in gaya.element.find(f"{W}pPr/{W}pBdr")}
    assert tebal["top"] > 2 * tebal["bottom"] > 0


def test_a_long_name_of_an_office_shrinks_both_lines(berkas: Path) -> None:
    kantor = office(nama="Sungai Raya Kepulauan Selatan dan Utara")
    dokumen = tulis(snapshot(keputusan=Keputusan(), kecamatan=kantor), berkas)
    induk, nama = (p.style.font.size.pt for p in dokumen.tables[0].cell(0, 0).paragraphs)
    assert nama < 18
    assert induk / nama == pytest.approx(3 / 4, rel=0.05)


def test_a_damaged_picture_is_left_out(berkas: Path) -> None:
    rusak = png()[:120] + "AAAA" + png()[124:]
    dokumen = tulis(snapshot(keputusan=Keputusan(), judul="IKI", kecamatan=office(logo_png=rusak)), berkas)
    assert not dokumen.inline_shapes
    assert len(dokumen.tables[0].columns) == 1


def test_a_large_picture_is_made_as_small_as_it_prints(berkas: Path) -> None:
    tulis(snapshot(keputusan=Keputusan(), kecamatan=office(logo_png=png(900, 1200))), berkas)
    with ZipFile(berkas) as terbuka:
        gambar = Image.open(io.BytesIO(terbuka.read("word/media/image1.png")))
    assert gambar.size == (525, 700)


def test_a_decision_stands_in_three_columns(berkas: Path) -> None:
    diktum = (Diktum("KESATU", "teks"), Diktum("KEDUA", butir=(Butir("x"), Butir("y"))))
    dokumen = tulis(snapshot(keputusan=Keputusan(menimbang=(Butir("bahwa"),), diktum=diktum)), berkas)
    timbang, amar = [t for t in dokumen.tables if t.style.name == "Tabel Label"]
    assert [[c.text for c in r.cells] for r in timbang.rows] == [["Menimbang", ":", "bahwa"]]
    assert [[c.text for c in r.cells] for r in amar.rows] == [
        ["Menetapkan", ":", ""],
        ["KESATU", ":", "teks"],
        ["KEDUA", ":", "x\ny"],
    ]
    assert [k.width for k in timbang.columns] == [k.width for k in amar.columns]


def test_the_head_of_a_jabatan_hangs_on_tabs_and_lists_in_a_table(berkas: Path) -> None:
    tugas = (Butir("satu"), Butir("dua"))
    dokumen = tulis(snapshot(jabatan("Camat\nContoh", tugas=tugas)), berkas)
    baris = next(p for p in dokumen.paragraphs if "Jabatan" in p.text)
    assert baris.text == "2.\tJabatan\t:\tCamat\nContoh"
    gaya = baris.style.base_style.paragraph_format
    assert gaya.left_indent == -gaya.first_line_indent == gaya.tab_stops[-1].position
    (tabel,) = [t for t in dokumen.tables if t.style.name == "Tabel Kepala Jabatan"]
    assert [c.text for c in tabel.rows[0].cells] == ["3.", "Tugas", ":", "satu\ndua"]
    kiri = sum(mm(k.width) for k in list(tabel.columns)[:3])
    assert kiri == pytest.approx(mm(gaya.left_indent), abs=0.1)


def test_a_label_too_long_for_its_column_wraps_in_a_table(berkas: Path) -> None:
    from iki_desktop.naskah.blok import BarisBerlabel, Berlabel

    panjang = "Perangkat Daerah yang sangat panjang namanya"
    baris = (
        BarisBerlabel("Pendek", (Paragraf("a"), Paragraf("b")), "1."),
        BarisBerlabel(panjang, (Paragraf("c"),), "2."),
        BarisBerlabel("Kosong", (), "3."),
    )
    naskah = Naskah(
        "j", "p", "h", tata_halaman(None), (Lembaran((Berlabel(baris, kepala=True), Berlabel(()))),)
    )
    tulis_docx(naskah, berkas)
    dokumen = docx.Document(str(berkas))
    assert [c.text for c in dokumen.tables[0].rows[0].cells] == ["2.", panjang, ":", "c"]
    teks = [p.text for p in dokumen.paragraphs if p.text]
    assert teks == ["1.\tPendek\t:\ta", "b", "3.\tKosong\t:\t"]


@pytest.mark.parametrize("mendatar", [False, True])
def test_the_signature_stays_together_and_is_never_alone(mendatar: bool, berkas: Path) -> None:
    keputusan = Keputusan(penandatangan=CAMAT, tempat="Contoh")
    tata_letak = TataLetak(lampiran_mendatar=mendatar)
    isi = snapshot(jabatan("Camat", sasaran("s")), keputusan=keputusan, tata_letak=tata_letak)
    dokumen = tulis(isi, berkas)
    akhir = dokumen.paragraphs[-4:]
    assert [p.text for p in akhir] == [
        "CAMAT,", "NAMA CAMAT, S.Sos.", "Pembina Tk. I", "NIP. 19900101 201001 1 001"
    ]  # fmt: skip
    assert all(_lekat(p.style) for p in akhir)
    assert [p.paragraph_format.keep_with_next for p in akhir] == [None, None, None, False]
    nama = dokumen.paragraphs[-3].style
    assert mm(nama.paragraph_format.space_before) > 20
    lebar = 330 - 50 if mendatar else 215 - 50
    assert mm(nama.base_style.paragraph_format.left_indent) == pytest.approx(lebar / 2, abs=0.1)
    baris = baris_tabel(dokumen)[-1]
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in baris.iter(f"{W}p"))


def _lekat(gaya: Any) -> bool:
    """Whether a style, or the one it is based on, keeps with what follows."""
    return bool(gaya.paragraph_format.keep_with_next or (gaya.base_style and _lekat(gaya.base_style)))


def test_copies_of_a_sentence_and_a_fraction(berkas: Path) -> None:
    isi = Tembusan("Tembusan:", (Paragraf("Bupati"), Pecahan("a", "b", "× 100 %")))
    tulis_docx(Naskah("j", "p", "h", tata_halaman(None), (Lembaran((isi,)),)), berkas)
    dokumen = docx.Document(str(berkas))
    assert [p.text for p in dokumen.paragraphs if p.text] == ["Tembusan:", "Bupati"]
    assert len(list(dokumen.element.body.iter(f"{M}f"))) == 1


@pytest.mark.parametrize("cara", [CaraTandaTangan.ELEKTRONIK_JANGKAR, CaraTandaTangan.ELEKTRONIK_KOTAK])
def test_an_electronic_signature_has_its_place_and_its_sentence(cara: CaraTandaTangan, berkas: Path) -> None:
    isi = snapshot(jabatan("Camat"), judul="IKI", keputusan=Keputusan(penandatangan=CAMAT))
    naskah = compose_dokumen(isi, Pilihan(tanda_tangan=cara, jangkar="^"))
    tulis_docx(naskah, berkas)
    dokumen = docx.Document(str(berkas))
    sampul, keputusan, _ = dokumen.sections
    assert sampul.footer.paragraphs[0].text == ""
    assert naskah.lembaran[1].kaki
    for kaki in (keputusan.footer, keputusan.first_page_footer):
        assert kaki.paragraphs[0].text == naskah.lembaran[1].kaki
    semua = list(dokumen.paragraphs)
    tempat: Any = semua[next(n for n, p in enumerate(semua) if p.text == CAMAT.nama) - 1]
    assert _lekat(tempat.style)
    if cara is CaraTandaTangan.ELEKTRONIK_JANGKAR:
        assert tempat.text == "^"
        ruang = [tempat.style.paragraph_format.space_before, tempat.style.paragraph_format.space_after]
        assert sum(map(mm, ruang)) == pytest.approx(30, abs=1)
    else:
        assert tempat.text == ""
        bingkai = tempat.style.element.find(f"{W}pPr/{W}pBdr")
        assert [g.tag.removeprefix(W) for g in bingkai] == ["top", "left", "bottom", "right"]
        assert mm(tempat.style.paragraph_format.line_spacing) == pytest.approx(35, abs=0.1)


# --- the mark of a draft --------------------------------------------------------------------------


def test_a_draft_is_marked_on_every_page_in_a_way_that_word_can_take_away(berkas: Path) -> None:
    tata_letak = TataLetak(lampiran_mendatar=True)
    draf = snapshot(jabatan("Camat"), judul="IKI", keputusan=Keputusan(), tata_letak=tata_letak)
    dokumen = tulis(draf, berkas)
    kepala = [b.header for b in dokumen.sections] + [dokumen.sections[1].first_page_header]
    tanda = [k._element.find(f".//{V}shape") for k in kepala]
    assert [t.find(f"{V}textpath").get("string") for t in tanda] == ["DRAF"] * 4
    assert {t.get("id")[:21] for t in tanda} == {"PowerPlusWaterMarkObj"}
    putaran = [n for t in tanda for n in re.findall(r"rotation:(\d+)", t.get("style"))]
    assert putaran == ["300", "300", "329", "300"]
    teks = [p.text for k in kepala for p in k.paragraphs]
    assert "DRAF" not in "".join(teks)


def test_a_paper_that_is_set_bears_no_mark(berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat"), keputusan=Keputusan(status="ditetapkan")), berkas)
    assert dokumen.sections[0].header._element.find(f".//{V}shape") is None


@pytest.mark.parametrize("kata", ['x" onload="', "<v:a/>\x00;'", "سلام", "M" * 500])
def test_a_mark_is_a_word_whatever_it_says(kata: str, berkas: Path) -> None:
    naskah = Naskah("j", "p", "h", replace(tata_halaman(None), huruf='a";b'), (Lembaran(()),), tanda=kata)
    tulis_docx(naskah, berkas)
    bentuk = docx.Document(str(berkas)).sections[0].header._element.find(f".//{V}shape")
    assert bentuk.find(f"{V}textpath").get("string") == kata.replace("\x00", "")[:100]
    assert bentuk.find(f"{V}textpath").get("style") == 'font-family:"ab";font-size:1pt'


# --- tables -----------------------------------------------------------------------------------------


def test_headings_repeat_and_left_cells_are_merged(berkas: Path) -> None:
    banyak = (
        indikator("satu", formulasi(teks="a"), formulasi(teks="b")),
        indikator("dua", formulasi(teks="c")),
    )
    tata_letak = TataLetak(baris_nomor_kolom=True)
    isi = snapshot(jabatan("Camat", sasaran("S", *banyak), sasaran("T")), tata_letak=tata_letak)
    baris = baris_tabel(tulis(isi, berkas))
    assert [b.find(f"{W}trPr/{W}tblHeader") is not None for b in baris] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    assert [teks_paragraf(p) for p in baris[1].iter(f"{W}p")] == ["1", "2", "3", "4", "5"]
    gabung = [[_gabung(sel) for sel in b.iter(f"{W}tc")] for b in baris[2:]]
    assert gabung == [
        ["restart", "restart", "restart", None, None],
        ["lanjut", "lanjut", "lanjut", None, None],
        ["lanjut", "lanjut", None, None, None],
        [None] * 5,
    ]
    assert [[_tanpa_garis(sel) for sel in b.iter(f"{W}tc")] for b in baris[2:5]] == [
        [[], [], [], ["bottom"], ["bottom"]],
        [[], [], [], ["top"], ["top"]],
        [[], [], [], [], []],
    ]


def _tanpa_garis(sel: Any) -> list[str]:
    """The sides of a cell that have no rule."""
    return [g.tag.removeprefix(W) for g in sel.iter(f"{W}top", f"{W}bottom")]


def _gabung(sel: Any) -> str | None:
    satu = sel.find(f"{W}tcPr/{W}vMerge")
    return None if satu is None else satu.get(f"{W}val", "lanjut")


def test_low_rows_stay_whole_and_high_ones_split(berkas: Path) -> None:
    panjang = indikator("i", formulasi(teks="kata " * 900))
    baris = baris_tabel(tulis(snapshot(jabatan("Camat", sasaran("S", panjang, indikator("j")))), berkas))
    assert [b.find(f"{W}trPr/{W}cantSplit") is not None for b in baris] == [True, False, True]


def test_a_heading_that_fills_the_page_is_not_repeated(berkas: Path) -> None:
    from iki_desktop.core.records import JudulKolom

    judul = JudulKolom(sasaran="kata " * 600)
    baris = baris_tabel(tulis(snapshot(jabatan("Camat", sasaran("S"), judul_kolom=judul)), berkas))
    assert baris[0].find(f"{W}trPr") is None


def test_columns_are_as_wide_as_on_the_printed_page(berkas: Path) -> None:
    dokumen = tulis(snapshot(jabatan("Camat", sasaran("S"))), berkas)
    (tabel,) = dokumen.tables
    lebar = [mm(k.width) for k in tabel.columns]
    assert sum(lebar) == pytest.approx(165, abs=0.2)
    assert lebar[0] < 12
    assert lebar[3] == max(lebar)


# --- fractions ----------------------------------------------------------------------------------------


def pecahan(berkas: Path, pembilang: str, penyebut: str = "seluruhnya") -> Any:
    isi = indikator("i", formulasi("rasio", pembilang=pembilang, penyebut=penyebut))
    baris = baris_tabel(tulis(snapshot(jabatan("Camat", sasaran("S", isi))), berkas))
    return list(baris[1].iterchildren(f"{W}tc"))[3]


def test_a_short_fraction_is_an_equation(berkas: Path) -> None:
    sel = pecahan(berkas, "selesai")
    (rumus,) = sel.iter(f"{M}oMath")
    bagian = ["".join(t.text for t in satu.iter(f"{M}t")) for satu in rumus.find(f"{M}f")]
    assert bagian == ["selesai", "seluruhnya"]
    assert [t.text for t in rumus.iter(f"{M}t")][-1] == " × 100 %"
    assert not list(sel.iter(f"{W}tbl"))


@pytest.mark.parametrize(
    "pembilang", ["jumlah usulan yang selesai pada waktunya", "dua\nbaris", "a\tb", "a סך"]
)
def test_a_fraction_that_no_equation_can_hold_is_a_small_table(pembilang: str, berkas: Path) -> None:
    sel = pecahan(berkas, pembilang)
    assert not list(sel.iter(f"{M}oMath"))
    (kecil,) = sel.iter(f"{W}tbl")
    assert [teks_paragraf(p) for p in kecil.iter(f"{W}p")] == [pembilang, "seluruhnya", "× 100 %"]
    lebar = [int(k.get(f"{W}w")) for k in kecil.iter(f"{W}gridCol")]
    luar = int(sel.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
    assert sum(lebar) <= luar
    assert sel[-1].tag == f"{W}p"  # Word refuses a cell that ends in a table


# --- the file -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["biatan", "lengkap", "ekstrem"])
def test_the_same_document_is_the_same_bytes(nama: str, tmp_path: Path) -> None:
    data = kantor_ekstrem() if nama == "ekstrem" else snapshot_data(nama)
    berkas = [tmp_path / n for n in ("a.docx", "b.docx")]
    for satu in berkas:
        tulis_docx(compose_dokumen(data), satu)
    assert berkas[0].read_bytes() == berkas[1].read_bytes()
    with ZipFile(berkas[0]) as terbuka:
        assert {i.date_time[0] for i in terbuka.infolist()} == {1980}
        assert not [n for n in terbuka.namelist() if "thumbnail" in n or "customXml" in n]


@pytest.mark.parametrize(
    "data",
    [
        snapshot(),
        snapshot(jabatan("Camat")),
        snapshot(keputusan=Keputusan()),
        snapshot(jabatan("", sasaran("", indikator("", formulasi(teks=" ")))), judul=" "),
        snapshot(jabatan("\x00", sasaran("\u200b", indikator("\n\n", formulasi(teks="\x0b"))))),
        snapshot(jabatan("x", tugas=(), fungsi=()), bab=(), misi=(), iku=(), visi="v"),
    ],
)
def test_a_document_of_almost_nothing(data: Snapshot, berkas: Path) -> None:
    dokumen = tulis(data, berkas)
    assert dokumen.paragraphs
    assert dokumen.element.body[-1].tag == f"{W}sectPr"
    assert dokumen.element.body[-2].tag == f"{W}p"


def test_sheets_of_nothing(berkas: Path) -> None:
    kosong = Lembaran((Ruang(1), Penanda("x")))
    tulis_docx(Naskah("", "", "", tata_halaman(None), (kosong, replace(kosong, mendatar=True))), berkas)
    assert len(docx.Document(str(berkas)).sections) == 2


def test_no_two_tables_touch(berkas: Path) -> None:
    tulis(kantor_ekstrem(), berkas)
    tubuh = docx.Document(str(berkas)).element.body
    for tabel in tubuh.iter(f"{W}tbl"):
        assert tabel.getnext().tag == f"{W}p"


class Berhenti:
    """Stops after so many steps."""

    def __init__(self, sesudah: int) -> None:
        self.sesudah = sesudah
        self.langkah: list[tuple[int, int]] = []

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        assert pesan
        self.langkah.append((selesai, jumlah))
        if len(self.langkah) >= self.sesudah:
            raise Dibatalkan


def test_progress_reaches_its_end(berkas: Path) -> None:
    kemajuan = Berhenti(10_000)
    tulis_docx(compose_dokumen(snapshot_data("biatan")), berkas, kemajuan)
    selesai = [s for s, _ in kemajuan.langkah]
    assert selesai == sorted(selesai)
    assert kemajuan.langkah[-1] == (kemajuan.langkah[0][1],) * 2


def test_a_stopped_document_leaves_the_old_one_whole(berkas: Path) -> None:
    berkas.write_bytes(b"lama")
    with pytest.raises(Dibatalkan):
        tulis_docx(compose_dokumen(snapshot_data("biatan")), berkas, Berhenti(3))
    assert [f.read_bytes() for f in berkas.parent.iterdir()] == [b"lama"]


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="tidak ada"):
        tulis_docx(compose_dokumen(snapshot(jabatan("Camat"))), tmp_path / "tiada" / "a.docx")
