"""Pieces of a page: cut at any height, they lose nothing, overlap nothing and come to an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from iki_desktop.export.pdf.arab import bentuk_huruf
from iki_desktop.export.pdf.baris import GayaTeks, lebar_teks
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.gaya import Rata, lebar_kolom
from iki_desktop.export.pdf.huruf import pilih_huruf
from iki_desktop.export.pdf.keping import Garis, Jarak, Keping, Susunan, Tanda
from iki_desktop.export.pdf.penata import _halaman
from iki_desktop.export.pdf.pohon import GayaPohon, Pohon, Ranting, Sel
from iki_desktop.export.pdf.teks import Nomor, Teks
from iki_desktop.naskah.blok import Peran

HURUF, _ = pilih_huruf(None)
GAYA = GayaTeks(HURUF, 10, 12)


Jejak = list[tuple[int, float, float]]
"""What was drawn: its name, its top, its foot."""


class Balok(Keping):
    """A block of one height that remembers where it was drawn."""

    __slots__ = ("nama", "tergambar")

    def __init__(
        self, nama: int, tinggi: float, tergambar: list[tuple[int, float, float]], **sifat: bool
    ) -> None:
        super().__init__(tinggi, sebelum=3.0, **sifat)
        self.nama = nama
        self.tergambar = tergambar

    def gambar(self, kanvas: Canvas, x: float, y: float) -> None:
        self.tergambar.append((self.nama, y, y - self.tinggi))


def halaman(keping: Keping | None, tinggi: float) -> Iterator[Keping]:
    while keping:
        awal, keping = keping.bagi(tinggi, paksa=True)
        assert awal is not None
        yield awal


@pytest.fixture
def kanvas() -> Canvas:
    return Canvas("tidak-ditulis.pdf", invariant=1)


# --- stacks -----------------------------------------------------------------------------------

BALOK = st.tuples(st.floats(1, 60), st.booleans(), st.booleans())


@given(st.lists(BALOK, min_size=1, max_size=25), st.floats(61, 150))
@settings(max_examples=60, deadline=None)
def test_a_stack_is_drawn_once_in_order_within_its_pages(
    bentuk: list[tuple[float, bool, bool]], tinggi: float
) -> None:
    tergambar: Jejak = []
    semua = [Balok(n, t, tergambar, lekat=lk, berteman=bt) for n, (t, lk, bt) in enumerate(bentuk)]
    kanvas = Canvas("tidak-ditulis.pdf")
    for isi in halaman(Susunan(semua), tinggi):
        awal = len(tergambar)
        isi.gambar(kanvas, 0, 0)
        assert all(bawah >= -tinggi - 0.001 for _, _, bawah in tergambar[awal:])
        tepi = [sisi for _, atas, bawah in tergambar[awal:] for sisi in (atas, bawah)]
        assert tepi == sorted(tepi, reverse=True)
    assert [nama for nama, _, _ in tergambar] == list(range(len(bentuk)))


def test_a_heading_goes_with_what_follows(kanvas: Canvas) -> None:
    tergambar: Jejak = []
    semua = [Balok(0, 50, tergambar), Balok(1, 20, tergambar, lekat=True), Balok(2, 40, tergambar)]
    satu, dua = halaman(Susunan(semua), 100)
    satu.gambar(kanvas, 0, 0)
    assert [n for n, *_ in tergambar] == [0]
    dua.gambar(kanvas, 0, 0)
    assert [n for n, *_ in tergambar] == [0, 1, 2]


def test_a_piece_with_company_takes_the_one_before_along() -> None:
    semua = [Balok(n, 30, []) for n in range(3)] + [Balok(3, 30, [], berteman=True)]
    satu, dua = halaman(Susunan(semua), 100)
    assert isinstance(satu, Susunan)
    assert isinstance(dua, Susunan)
    assert (len(satu.isi), len(dua.isi)) == (2, 2)


def test_a_whole_stack_is_cut_only_where_no_page_holds_it() -> None:
    utuh = Susunan([Balok(n, 30, []) for n in range(3)], utuh=True)
    assert utuh.bagi(80, paksa=False) == (None, utuh)
    awal, akhir = utuh.bagi(80, paksa=True)
    assert awal is not None
    assert akhir is not None


def test_room_and_rules_go_whole() -> None:
    for keping in (Jarak(10), Garis(5, 10)):
        assert keping.bagi(9, paksa=False) == (None, keping)
        assert keping.bagi(10, paksa=False) == (keping, None)
        assert keping.bagi(1, paksa=True) == (keping, None)


def test_a_bookmark_takes_no_room(kanvas: Canvas) -> None:
    tanda = Tanda("judul", 0)
    tanda.gambar(kanvas, 0, 100)
    assert tanda.tinggi == 0
    assert Susunan([tanda, Balok(0, 5, [])]).tinggi == 5


def test_a_piece_that_cannot_begin_on_an_empty_page_does_not_go_on_forever() -> None:
    class Keras(Balok):
        def bagi(self, ruang: float, *, paksa: bool) -> tuple[Keping | None, Keping | None]:
            return None, self

    keras = Keras(0, 10, [])
    assert list(_halaman(keras, 5)) == [keras]


# --- paragraphs -------------------------------------------------------------------------------


def baris(teks: Teks) -> list[str]:
    return ["".join(isi for _, isi in b.runs) for b in teks._baris]


HURUF_APA_SAJA = st.characters(exclude_categories=["Cs"]) | st.sampled_from(" \u00a0-/\nab")


@pytest.mark.parametrize("rata", list(Rata))
@given(st.text(HURUF_APA_SAJA, max_size=300), st.floats(5, 300))
@settings(max_examples=40, deadline=None)
def test_lines_hold_all_words_and_none_is_too_wide(rata: Rata, isi: str, lebar: float) -> None:
    teks = Teks.buat(isi, GayaTeks(HURUF, 10, 12, rata), lebar)
    for satu in teks._baris:
        huruf = sum(len(r) for _, r in satu.runs)
        assert satu.lebar <= lebar + 0.01 or huruf == 1
    jadi = "".join(baris(teks)).replace(" ", "")
    semula = bersihkan(isi).replace(" ", "").replace("\n", "")
    assert _huruf_asal(jadi) == _huruf_asal("".join(r for _, r in HURUF.potong(semula, tebal=False)))


def _huruf_asal(teks: str) -> list[str]:
    """The letters of a text, whatever their shapes and their order."""
    return sorted("".join(bentuk_huruf().get(h, h) for h in teks))


@given(st.integers(1, 40), st.floats(13, 300))
@settings(max_examples=60, deadline=None)
def test_a_paragraph_is_cut_between_lines_and_loses_none(jumlah: int, tinggi: float) -> None:
    semua = "\n".join(f"baris {n}" for n in range(jumlah))
    potongan = list(halaman(Teks.buat(semua, GAYA, 200), tinggi))
    assert all(p.tinggi <= tinggi + 0.001 for p in potongan)
    assert [b for p in potongan if isinstance(p, Teks) for b in baris(p)] == semua.split("\n")


@pytest.mark.parametrize(
    "jumlah, ruang, awal",
    [(2, 12, 0), (3, 24, 0), (3, 36, 3), (4, 36, 2), (10, 12, 0), (10, 119, 8), (10, 24, 2)],
)
def test_no_line_stands_alone(jumlah: int, ruang: float, awal: int) -> None:
    teks = Teks.buat("\n".join("x" * jumlah), GAYA, 200)
    muat, sisa = teks.bagi(ruang, paksa=False)
    assert (muat.tinggi if muat else 0) == awal * 12
    assert (sisa.tinggi if sisa else 0) == (jumlah - awal) * 12


def test_long_words_break_after_signs_first() -> None:
    teks = Teks.buat("https://contoh.go.id/berkas/sangat/panjang", GAYA, 80)
    *awal, akhir = baris(teks)
    assert "".join([*awal, akhir]) == "https://contoh.go.id/berkas/sangat/panjang"
    assert len(awal) >= 2
    assert all(b[-1] in "./" for b in awal)


def test_compounds_end_a_line_after_their_hyphen() -> None:
    teks = Teks.buat("peraturan perundang-undangan", GAYA, lebar_teks("peraturan perundang-", GAYA) + 1)
    assert baris(teks) == ["peraturan perundang-", "undangan"]
    angka = Teks.buat("tahun 2016-2021", GAYA, lebar_teks("tahun 2016-", GAYA) + 1)
    assert baris(angka) == ["tahun", "2016-2021"]


def test_centred_lines_are_of_about_one_length() -> None:
    tengah = GayaTeks(HURUF, 10, 12, Rata.TENGAH)
    isi = "INDIKATOR KINERJA INDIVIDU KANTOR KECAMATAN CAMPLONG KABUPATEN SAMPANG"
    satu, dua = Teks.buat(isi, tengah, lebar_teks(isi, GAYA) - 5)._baris
    assert dua.lebar > satu.lebar / 2


def test_balancing_never_widens_the_page() -> None:
    tengah = GayaTeks(HURUF, 10, 12, Rata.TENGAH)
    isi = Teks.buat("kata " + "x" * 90 + " perundang-undangan kata", tengah, 200)
    assert max(b.lebar for b in isi._baris) <= 200


def test_a_hanging_number_leaves_its_room() -> None:
    lebar = lebar_teks("kata kata", GAYA) + 1
    assert len(Teks.buat("kata kata", GAYA, lebar)._baris) == 1
    assert len(Teks.buat("kata kata", GAYA, lebar, nomor=Nomor("1.", 10))._baris) == 2


def test_a_first_line_is_set_in() -> None:
    masuk = GayaTeks(HURUF, 10, 12, masuk=30)
    lebar = lebar_teks("kata kata", GAYA) + 1
    assert len(Teks.buat("kata kata kata", masuk, lebar)._baris) == 2
    assert len(Teks.buat("kata kata", masuk, lebar)._baris) == 2


# --- trees ------------------------------------------------------------------------------------

POHON = GayaPohon(
    kiri=(0, 50, 100, 150), samping=1, atas=1, rapat=0.5, garis=0.5, bergaris=2, diulang=True, batas_utuh=30
)


def sel(kolom: int, baris_isi: int, nama: str) -> Sel:
    return Sel(kolom, Susunan([Teks.buat("\n".join([nama] * baris_isi), GAYA, 48)]))


def tanam(bentuk: list[tuple[int, list[tuple[int, int]]]], gaya: GayaPohon = POHON) -> list[Ranting]:
    """Rows of (lines, children of (lines, lines))."""
    return [
        Ranting(
            [sel(0, tinggi, f"s{n}")],
            [
                Ranting([sel(1, a, f"i{n}.{m}"), sel(2, b, f"r{n}.{m}")], (), 1, gaya)
                for m, (a, b) in enumerate(anak)
            ],
            0,
            gaya,
        )
        for n, (tinggi, anak) in enumerate(bentuk)
    ]


def isi_ranting(ranting: Ranting) -> Iterator[str]:
    for satu in ranting.sel:
        for teks in satu.isi.isi:
            assert isinstance(teks, Teks)
            yield from baris(teks)
    for anak in ranting.anak:
        yield from isi_ranting(anak)


ANAK = st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), max_size=6)


@pytest.mark.parametrize("diulang", [True, False])
@given(st.lists(st.tuples(st.integers(1, 30), ANAK), min_size=1, max_size=5), st.floats(40, 200))
@settings(max_examples=50, deadline=None)
def test_a_table_loses_no_line_and_fits_its_pages(
    diulang: bool, bentuk: list[tuple[int, list[tuple[int, int]]]], tinggi: float
) -> None:
    gaya = replace(POHON, diulang=diulang)
    pohon = Pohon(tanam(bentuk, gaya), gaya)
    tercetak: list[str] = []
    for isi in halaman(pohon, tinggi):
        assert isinstance(isi, Pohon)
        assert isi.tinggi <= tinggi + 0.001
        tercetak += [b for r in isi._ranting for b in isi_ranting(r)]
    for n, (jumlah, anak) in enumerate(bentuk):
        assert tercetak.count(f"s{n}") >= jumlah
        assert diulang or tercetak.count(f"s{n}") == jumlah
        for m, (a, b) in enumerate(anak):
            assert (tercetak.count(f"i{n}.{m}"), tercetak.count(f"r{n}.{m}")) == (a, b)


def test_a_row_is_as_high_as_the_higher_of_cell_and_children() -> None:
    (tinggi_sel,) = tanam([(10, [(1, 1), (1, 1)])])
    (tinggi_anak,) = tanam([(1, [(5, 1), (1, 6)])])
    assert tinggi_sel.tinggi == 10 * 12 + 2
    assert tinggi_anak.tinggi == 11 * 12 + 4


def test_the_cell_is_said_again_with_the_rows_that_go_on() -> None:
    (ranting,) = tanam([(1, [(2, 2)] * 6)])
    awal, akhir = ranting.bagi(90, paksa=False)
    assert awal is not None
    assert akhir is not None
    assert (len(awal.anak), len(akhir.anak)) == (3, 3)
    assert next(isi_ranting(akhir)) == "s0"


def test_a_low_cell_beside_rows_is_not_cut() -> None:
    (ranting,) = tanam([(2, [(1, 1), (9, 9)])])
    assert ranting.bagi(20, paksa=False) == (None, ranting)


# --- columns ----------------------------------------------------------------------------------


def test_columns_share_what_the_fixed_ones_leave() -> None:
    lebar = lebar_kolom([Peran.NOMOR, Peran.URAIAN, Peran.URAIAN], 110)
    assert lebar == [10, 50, 50]


def test_a_column_grows_with_its_heading_at_the_others_cost() -> None:
    lebar = lebar_kolom([Peran.NOMOR, Peran.URAIAN, Peran.URAIAN], 110, [10, 60, 5])
    assert lebar == pytest.approx([10, 60, 40])


def test_figures_give_room_to_words_where_these_have_little() -> None:
    peran = [Peran.NOMOR, Peran.URAIAN, Peran.SATUAN, *[Peran.ANGKA] * 4]
    lapang = [10.0, 30.0, 15.0, 12.0, 12.0, 15.0, 12.0]
    assert lebar_kolom(peran, 200, lapang)[3:] == [16] * 4
    sempit = lebar_kolom(peran, 110, lapang)
    assert sum(sempit) == pytest.approx(110)
    assert all(butuh <= ada < 16 for ada, butuh in zip(sempit[3:], lapang[3:], strict=True))
    assert sempit[1] == pytest.approx(30)
    assert sempit[0] == pytest.approx(10)
    sedikit_sempit = lebar_kolom(peran, 128, lapang)
    assert sedikit_sempit[1] == pytest.approx(40)
    assert sedikit_sempit[3] == sedikit_sempit[4] == pytest.approx(15)


def test_headings_that_cannot_all_fit_change_nothing() -> None:
    assert lebar_kolom([Peran.URAIAN, Peran.URAIAN], 100, [90, 90]) == [50, 50]
