"""The matrix of changes on paper."""

from __future__ import annotations

from dataclasses import replace

from iki_desktop.core.perbandingan_naskah import PerbandinganNaskah, bandingkan_naskah
from iki_desktop.core.records import Butir
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.laporan.isi import Baris
from iki_desktop.naskah.matriks import compose_matriks, susun_matriks
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_naskah import JAHAT, snapshot_data


def diubah(tugas: str) -> tuple[Snapshot, Snapshot]:
    """The office with one duty of its first post, then the same with another text of it."""
    dasar = snapshot_data("biatan")

    def dengan(teks: str) -> Snapshot:
        pertama = replace(dasar.jabatan[0].jabatan, tugas=(Butir(teks),))
        return replace(dasar, jabatan=(replace(dasar.jabatan[0], jabatan=pertama), *dasar.jabatan[1:]))

    return dengan("Memimpin kecamatan dengan target 80 persen"), dengan(tugas)


def baris(lama: Snapshot, baru: Snapshot) -> tuple[Baris, ...]:
    (bagian,) = susun_matriks(bandingkan_naskah(lama, baru), baru, semula="a", menjadi="b")
    return bagian.baris


def test_changed_words_stand_between_signs() -> None:
    judul, isi = baris(*diubah("Memimpin kecamatan dengan target 85 persen"))

    assert judul.sel == ("Jabatan Camat",)
    assert isi.sel == (
        "1",
        "Tugas ke-1",
        "Memimpin kecamatan dengan target [−80−] persen",
        "Memimpin kecamatan dengan target [+85+] persen",
        "diubah",
    )


def test_items_with_little_in_common_are_one_gone_and_one_come() -> None:
    semua = baris(*diubah("Menyiram bunga"))

    assert [b.sel[2:] for b in semua[1:]] == [
        ("Memimpin kecamatan dengan target 80 persen", "", "dihapus"),
        ("", "Menyiram bunga", "ditambah"),
    ]


def test_a_text_that_is_another_one_stands_without_marks() -> None:
    kini = snapshot_data("biatan")
    lain = replace(kini, dokumen=replace(kini.dokumen, judul="Lain sama sekali"))

    assert baris(kini, lain)[1].sel[2:] == (kini.dokumen.judul, "Lain sama sekali", "diubah")


def test_whole_posts_say_what_became_of_them() -> None:
    kini = snapshot_data("biatan")
    tanpa = replace(kini, jabatan=kini.jabatan[1:])

    assert baris(kini, tanpa)[0].sel == ("Jabatan Camat (jabatan ini dihapus)",)
    assert baris(tanpa, kini)[0].sel == ("Jabatan Camat (jabatan ini ditambahkan)",)


def test_nothing_that_differs_is_said() -> None:
    kini = snapshot_data("biatan")

    assert [b.sel for b in baris(kini, kini)] == [("Kedua naskah sama.",)]


def test_on_paper_it_lies_across_and_says_which_versions() -> None:
    lama, baru = diubah(JAHAT)

    naskah = compose_matriks(
        bandingkan_naskah(lama, baru), baru, semula="Keputusan", menjadi="Perubahan ke-1"
    )

    assert naskah.judul == "Perbandingan versi Kecamatan Biatan 2026"
    assert [satu.mendatar for satu in naskah.lembaran] == [True]
    teks = list(semua_teks(naskah))
    assert {"Semula", "Menjadi", "Keputusan", "Perubahan ke-1", JAHAT} <= set(teks)


def test_an_empty_comparison_prints() -> None:
    kini = snapshot_data("biatan")

    assert compose_matriks(PerbandinganNaskah(()), kini, semula="", menjadi="").lembaran
