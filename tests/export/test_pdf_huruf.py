"""Typefaces: found on the computer, allowed to be embedded, replaced where they are not."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

import font_caladea
import pytest

from iki_desktop.core.records import TataLetak
from iki_desktop.export.pdf import berkas_huruf, huruf
from iki_desktop.export.pdf.baris import GayaTeks, pecah_baris
from iki_desktop.export.pdf.berkas_huruf import baca_muka, cari_keluarga, folder_huruf, mencakup, semua_muka
from iki_desktop.export.pdf.bersih import bersihkan
from iki_desktop.export.pdf.huruf import pilih_huruf, temuan_huruf
from iki_desktop.export.pdf.teks import Teks
from tests.export.pdf_dibaca import cetak, teks_halaman
from tests.naskah.kantor_naskah import jabatan, sasaran, snapshot

CALADEA = Path(font_caladea.font_directory)


def lupakan() -> None:
    """What is remembered of this computer's fonts is forgotten."""
    for fungsi in (semua_muka, huruf._keluarga, huruf._cari_cadangan, huruf._muka_cadangan):
        fungsi.cache_clear()
    huruf._sisa_pencarian[0] = huruf._PENCARIAN_TERBANYAK


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer whose only fonts are those laid here."""
    monkeypatch.setattr(berkas_huruf, "folder_huruf", lambda: (tmp_path,))
    lupakan()
    yield tmp_path
    monkeypatch.undo()
    lupakan()


def pasang(folder: Path, keluarga: str, gaya: str = "Regular", fs_type: int = 0, nama: str = "") -> Path:
    """A copy of Caladea under another family name, with these embedding bits."""
    isi = bytearray((CALADEA / f"Caladea-{gaya}.ttf").read_bytes())
    letak_os2 = _tabel(isi, b"OS/2")
    struct.pack_into(">H", isi, letak_os2 + 8, fs_type)
    _ganti_nama(isi, keluarga)
    berkas = folder / (nama or f"{keluarga}-{gaya}.ttf")
    berkas.write_bytes(isi)
    return berkas


def _tabel(isi: bytearray, tanda: bytes) -> int:
    (jumlah,) = struct.unpack_from(">H", isi, 4)
    for n in range(jumlah):
        nama, _, letak, _ = struct.unpack_from(">4sLLL", isi, 12 + 16 * n)
        if nama == tanda:
            return int(letak)
    raise KeyError(tanda)


def _ganti_nama(isi: bytearray, keluarga: str) -> None:
    """Write another family name over the old one, which is at least as long."""
    letak = _tabel(isi, b"name")
    jumlah, simpanan = struct.unpack_from(">2xHH", isi, letak)
    for n in range(jumlah):
        catatan = letak + 6 + 12 * n
        platform, _, _, jenis, panjang, geser = struct.unpack_from(">6H", isi, catatan)
        if jenis == 1:
            baru = keluarga.encode("mac_roman" if platform == 1 else "utf-16-be")
            assert len(baru) <= panjang
            mulai = letak + simpanan + geser
            isi[mulai : mulai + len(baru)] = baru
            struct.pack_into(">H", isi, catatan + 8, len(baru))


# --- files ------------------------------------------------------------------------------------


def test_the_font_that_ships_is_read() -> None:
    gaya = ("Regular", "Bold", "Italic", "BoldItalic")
    muka = [baca_muka(CALADEA / f"Caladea-{g}.ttf")[0] for g in gaya]
    assert {m.keluarga for m in muka} == {"Caladea"}
    assert [(m.tebal, m.miring) for m in muka] == [(False, False), (True, False), (False, True), (True, True)]
    assert all(m.boleh for m in muka)


@pytest.mark.parametrize(
    "fs_type, boleh",
    [
        (0, True),
        (0x0002, False),
        (0x0004, True),
        (0x0008, True),
        (0x000A, True),
        (0x0100, False),
        (0x0208, False),
    ],
)
def test_embedding_bits_are_respected(fs_type: int, boleh: bool, folder: Path) -> None:
    (muka,) = baca_muka(pasang(folder, "Uji", fs_type=fs_type))
    assert muka.boleh is boleh
    assert bool(cari_keluarga("Uji")) is boleh


@pytest.mark.parametrize(
    "isi",
    [
        b"",
        b"bukan huruf",
        b"OTTO" + bytes(200),
        b"\x00\x01\x00\x00\xff\xff" + bytes(60),
        b"ttcf\x00\x01\x00\x00\x00\x00\xff\xff",
        b"ttcf\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\xff\xff",
    ],
)
def test_a_damaged_file_is_passed_over(isi: bytes, tmp_path: Path) -> None:
    berkas = tmp_path / "rusak.ttf"
    berkas.write_bytes(isi)
    assert baca_muka(berkas) == ()
    assert baca_muka(tmp_path / "tiada.ttf") == ()


def test_a_file_cut_short_is_passed_over_or_not_used(folder: Path) -> None:
    utuh = (CALADEA / "Caladea-Regular.ttf").read_bytes()
    (folder / "Caladea.ttf").write_bytes(utuh[:4000])
    _, temuan = pilih_huruf("Potong")
    assert "Caladea" in temuan.pesan


def test_faces_of_a_collection_are_told_apart(tmp_path: Path) -> None:
    satu = (CALADEA / "Caladea-Regular.ttf").read_bytes()
    kepala = b"ttcf" + struct.pack(">HHLL", 1, 0, 1, 16)
    geser = bytearray(satu)
    (jumlah,) = struct.unpack_from(">H", geser, 4)
    for n in range(jumlah):
        letak = 12 + 16 * n + 8
        struct.pack_into(">L", geser, letak, struct.unpack_from(">L", geser, letak)[0] + 16)
    berkas = tmp_path / "kumpulan.ttc"
    berkas.write_bytes(kepala + geser)
    (muka,) = baca_muka(berkas)
    assert (muka.keluarga, muka.indeks) == ("Caladea", 0)
    assert mencakup(muka, ord("a"))


@pytest.mark.parametrize(
    "satu, ada", [("a", True), ("→", True), ("Ω", False), ("😀", False), ("\uffff", False)]
)
def test_a_file_is_asked_for_a_character(satu: str, ada: bool) -> None:
    (muka,) = baca_muka(CALADEA / "Caladea-Regular.ttf")
    assert mencakup(muka, ord(satu)) is ada


def test_the_map_agrees_with_reportlab() -> None:
    (muka,) = baca_muka(CALADEA / "Caladea-Regular.ttf")
    milik, _ = pilih_huruf(None)
    for kode in range(0x20, 0x2300, 3):
        assert mencakup(muka, kode) is (chr(kode) in milik.biasa.huruf), hex(kode)


def test_a_map_of_segments_may_point_into_a_list_of_glyphs() -> None:
    """Two segments, a–c by way of a list whose middle place is empty, and the closing one."""
    segmen = struct.pack(">4H", 0x63, 0xFFFF, 0, 0x61) + struct.pack(">HHHHH", 0xFFFF, 0, 1, 4, 0)
    peta = struct.pack(">7H", 4, 0, 0, 4, 0, 0, 0) + segmen + struct.pack(">3H", 7, 0, 9)
    assert [berkas_huruf._dalam_segmen(peta, ord(h)) for h in "`abcd"] == [False, True, False, True, False]


def test_a_face_without_blanks_borrows_them(folder: Path) -> None:
    milik, _ = pilih_huruf(None)
    tanpa = huruf.Aksara.__new__(huruf.Aksara)
    for bidang in huruf.Aksara.__slots__:
        setattr(tanpa, bidang, getattr(milik.biasa, bidang))
    tanpa.huruf = frozenset("abc")
    teks = Teks.buat("a b  c d", GayaTeks(huruf.Huruf(tanpa, tanpa), 10, 12), 200)
    assert teks.tinggi == 12


def test_a_file_that_vanished_covers_nothing(folder: Path) -> None:
    berkas = pasang(folder, "Uji")
    (muka,) = baca_muka(berkas)
    berkas.unlink()
    assert not mencakup(muka, ord("a"))


def test_folders_of_both_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("WINDIR", "C:/Windows")
    assert folder_huruf() == (tmp_path / "Microsoft/Windows/Fonts", Path("C:/Windows/Fonts"))
    monkeypatch.delenv("LOCALAPPDATA")
    assert folder_huruf() == (Path("C:/Windows/Fonts"),)
    monkeypatch.setattr("sys.platform", "linux")
    assert Path("/usr/share/fonts") in folder_huruf()


# --- choosing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", [None, "", "Caladea", " caladea "])
def test_the_font_that_ships_is_always_there(nama: str | None, folder: Path) -> None:
    milik, temuan = pilih_huruf(nama)
    assert milik.biasa.nama.startswith("Caladea-Regular")
    assert milik.tebal.nama.startswith("Caladea-Bold")
    assert temuan.pesan == "Dokumen memakai huruf Caladea."


def test_the_offices_font_is_used_where_it_is_installed(folder: Path) -> None:
    pasang(folder, "Bookman")
    pasang(folder, "Bookman", "Bold")
    pasang(folder, "Bookman", "Italic")
    milik, temuan = pilih_huruf("bookman ")
    assert milik.biasa.nama.startswith("Bookman-Regular")
    assert milik.tebal.nama.startswith("Bookman-Bold")
    assert temuan.pesan == "Dokumen memakai huruf bookman."


def test_a_family_without_bold_stays_upright(folder: Path) -> None:
    pasang(folder, "Satu")
    milik, _ = pilih_huruf("Satu")
    assert milik.tebal is milik.biasa


def test_a_set_of_signs_is_no_typeface_for_a_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(huruf, "_HURUF_DASAR", frozenset("aΩ"))
    pasang(folder, "Simbol")
    _, temuan = pilih_huruf("Simbol")
    assert temuan.pesan == "Huruf “Simbol” tidak dapat dipakai; diganti Caladea."


@pytest.mark.parametrize("fs_type", [0x0002, 0x0100])
def test_a_font_that_may_not_be_embedded_is_replaced(fs_type: int, folder: Path) -> None:
    pasang(folder, "Uji", fs_type=fs_type)
    milik, temuan = pilih_huruf("Uji")
    assert milik.biasa.nama.startswith("Caladea-Regular")
    assert temuan.pesan == "Huruf “Uji” tidak dapat dipakai; diganti Caladea."


def test_a_font_of_the_same_widths_comes_before_caladea(folder: Path) -> None:
    pasang(folder, "Carlito")
    milik, temuan = pilih_huruf("Calibri")
    assert milik.biasa.nama.startswith("Carlito-Regular")
    assert temuan.pesan == "Huruf “Calibri” tidak dapat dipakai; diganti Carlito."


def test_a_font_that_reportlab_cannot_read_is_replaced(folder: Path) -> None:
    berkas = pasang(folder, "Uji")
    isi = bytearray(berkas.read_bytes())
    struct.pack_into(">L", isi, _tabel(isi, b"head") + 12, 0)
    berkas.write_bytes(isi)
    _, temuan = pilih_huruf("Uji")
    assert temuan.pesan == "Huruf “Uji” tidak dapat dipakai; diganti Caladea."


def test_a_hostile_name_is_only_a_name(folder: Path) -> None:
    _, temuan = pilih_huruf("../../<b>\x00")
    assert temuan.pesan.endswith("diganti Caladea.")


def test_the_offices_font_is_in_the_file(folder: Path) -> None:
    pasang(folder, "Bookman")
    pdf = folder / "a.pdf"
    cetak(snapshot(jabatan("Camat"), tata_letak=TataLetak(huruf="Bookman")), pdf)
    assert "Camat" in teks_halaman(pdf)[0]


# --- characters that are missing --------------------------------------------------------------


def test_without_another_font_a_sign_stands_in_the_place_of_a_character(folder: Path) -> None:
    milik, _ = pilih_huruf(None)
    ((aksara, teks),) = milik.potong("aΩb", tebal=False)
    assert aksara is milik.biasa
    assert len(teks) == 3
    assert teks[1] in "?\N{REPLACEMENT CHARACTER}"
    (temuan,) = temuan_huruf(milik, ["aΩb", "biasa"])
    assert temuan.pesan == "Tanda berikut tidak dapat dicetak: Ω."


def test_letters_that_no_font_can_join_are_told_as_they_were_typed(folder: Path) -> None:
    milik, _ = pilih_huruf(None)
    (baris,) = pecah_baris("kata بيت", GayaTeks(milik, 12, 14), 500)
    assert len("".join(teks for _, teks in baris.runs)) == len("kata بيت")
    (temuan,) = temuan_huruf(milik, ["kata بيت"])
    assert temuan.pesan == "Tanda berikut tidak dapat dicetak: ب ت ي."


def test_any_installed_font_helps_with_a_character(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pasang(folder, "Tolong")
    milik, _ = pilih_huruf(None)
    tanpa_panah = huruf.Aksara.__new__(huruf.Aksara)
    for bidang in huruf.Aksara.__slots__:
        setattr(tanpa_panah, bidang, getattr(milik.biasa, bidang))
    tanpa_panah.huruf = milik.biasa.huruf - {"→"}
    satu, dua, tiga = huruf.Huruf(tanpa_panah, tanpa_panah).potong("a→b", tebal=True)
    assert (satu[0], tiga[0]) == (tanpa_panah, tanpa_panah)
    assert dua[0].nama.startswith("Tolong-Regular")


def test_looking_for_characters_comes_to_an_end(folder: Path) -> None:
    huruf._sisa_pencarian[0] = 1
    pasang(folder, "Uji")
    milik, _ = pilih_huruf(None)
    for kode in (0x2F800, 0x2F801, 0x2F802):
        assert len(milik.potong(chr(kode), tebal=False)) == 1
    assert huruf._sisa_pencarian[0] == 0


def test_many_strange_characters_are_told_in_one_sentence(folder: Path) -> None:
    milik, _ = pilih_huruf(None)
    (temuan,) = temuan_huruf(milik, ["".join(map(chr, range(0x4E00, 0x4E30)))])
    assert temuan.pesan.endswith("dan 28 lagi.")


def test_strange_characters_in_every_place_of_a_page(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    cetak(snapshot(jabatan("→ ≥ Ω", sasaran("Ω" * 200), tugas=())), pdf)
    assert teks_halaman(pdf)[0].count("Ω") == 201


# --- cleaning ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks, bersih",
    [
        ("biasa", "biasa"),
        ("a\x0bb\x0cc\r\nd\re\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\tb", "a    b"),
        ("a\x00\x1b\x7fb", "ab"),
        ("a\u200bb\u200dc\ufeffd\u202ee\u00adf", "abcdef"),
        ("a\u00a0b\u202fc\u2007d", "a\u00a0b\u00a0c\u00a0d"),
        ("a\u2003b\u3000c", "a b c"),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"),
        ("é ½ → 😀", "é ½ → 😀"),
    ],
)
def test_what_has_no_shape_is_left_out(teks: str, bersih: str) -> None:
    assert bersihkan(teks) == bersih
