"""The proposed wording of an amendment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iki_desktop.core.records import Butir, Diktum, Keputusan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.perubahan import alasan_perubahan, usulan_perubahan
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_naskah import JAHAT, snapshot_data

PENDEK = "Keputusan Camat Biatan Nomor 07 Tahun 2026"
NAMA = f"{PENDEK} tentang Indikator Kinerja Individu (IKI) Kecamatan Biatan Kabupaten Berau"


def terbit(**isi: object) -> Snapshot:
    beku = snapshot_data("biatan")
    assert beku.dokumen.keputusan is not None
    keputusan = replace(beku.dokumen.keputusan, **isi)  # type: ignore[arg-type]
    return replace(beku, dokumen=replace(beku.dokumen, keputusan=keputusan))


def test_the_first_amendment_names_the_decision_and_the_reason() -> None:
    awal = terbit()
    usulan = usulan_perubahan([awal], awal, "Bahwa terdapat perubahan susunan organisasi;")

    assert usulan.tentang == f"PERUBAHAN ATAS {NAMA.upper()}"
    assert usulan.menetapkan == f"KEPUTUSAN CAMAT TENTANG {usulan.tentang}."
    assert [b.teks for b in usulan.menimbang or ()] == [
        f"bahwa dengan {PENDEK} telah ditetapkan Indikator Kinerja Individu (IKI) Kecamatan Biatan "
        "Kabupaten Berau;",
        "bahwa terdapat perubahan susunan organisasi, sehingga Keputusan sebagaimana dimaksud dalam "
        "huruf a perlu diubah;",
        "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan "
        f"Keputusan Camat tentang Perubahan atas {NAMA};",
    ]
    assert usulan.diktum == (
        Diktum(
            "KESATU",
            f"Ketentuan Lampiran {NAMA} diubah sehingga berbunyi sebagaimana tercantum dalam Lampiran "
            "yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        ),
        Diktum("KEDUA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
    )


def test_it_is_a_draft_with_the_signatory_of_today() -> None:
    awal = terbit()
    orang = replace(awal.dokumen.keputusan.penandatangan, nama="NAMA CAMAT BARU")  # type: ignore[union-attr, type-var]
    usulan = usulan_perubahan([awal], terbit(penandatangan=orang, tempat="Biatan Lempake"), "alasan")

    assert (usulan.nomor, usulan.tanggal, usulan.status, usulan.ditetapkan) == (None, None, None, False)
    assert usulan.penandatangan == orang
    assert usulan.tempat == "Biatan Lempake"


def test_the_decision_itself_is_the_last_of_the_legal_bases() -> None:
    usulan = usulan_perubahan([terbit(mengingat=(Butir("Undang-Undang satu."),))], terbit(), "alasan")

    assert [b.teks for b in usulan.mengingat or ()] == ["Undang-Undang satu;", f"{NAMA};"]


@pytest.mark.parametrize("mengingat", [None, (Butir("Undang-Undang:", (Butir("anak"),)),)])
def test_legal_bases_that_end_otherwise_stay_as_they_are(mengingat: tuple[Butir, ...] | None) -> None:
    usulan = usulan_perubahan([terbit(mengingat=mengingat)], terbit(), "alasan")

    assert usulan.mengingat == (*(mengingat or ()), Butir(f"{NAMA};"))


@pytest.mark.parametrize(
    "ke, tingkat, riwayat",
    [
        (2, "PERUBAHAN KEDUA ATAS", " sebagaimana telah diubah dengan Keputusan Camat Biatan Nomor 9,"),
        (
            3,
            "PERUBAHAN KETIGA ATAS",
            " sebagaimana telah beberapa kali diubah, terakhir dengan Keputusan Camat Biatan Nomor 9,",
        ),
        (11, "PERUBAHAN KESEBELAS ATAS", ", terakhir dengan Keputusan Camat Biatan Nomor 9,"),
    ],
)
def test_later_ones_say_which_they_are_and_what_came_before(ke: int, tingkat: str, riwayat: str) -> None:
    lalu = [terbit(), *(terbit(nomor="Nomor: 9") for _ in range(ke - 1))]

    usulan = usulan_perubahan(lalu, terbit(diktum=None), "alasan")

    assert (usulan.tentang or "").startswith(f"{tingkat} {PENDEK.upper()}")
    assert riwayat in (usulan.menimbang or ())[0].teks
    assert (usulan.diktum or ())[0].butir is None


def test_changed_rulings_stand_one_by_one_before_the_lampiran() -> None:
    awal = terbit(diktum=(Diktum("KESATU", "Tetap."), Diktum("KEDUA", "Lama."), Diktum("KETIGA", "Pergi.")))
    kini = terbit(
        diktum=(
            Diktum("KESATU", "Tetap."),
            Diktum("KEDUA", "Baru:", (Butir("satu"), Butir("dua"))),
            Diktum("KEEMPAT", "Datang."),
        )
    )

    kesatu = (usulan_perubahan([awal], kini, "alasan").diktum or ())[0]

    assert kesatu.teks == f"Beberapa ketentuan dalam {NAMA} diubah sebagai berikut:"
    assert [b.teks for b in kesatu.butir or ()] == [
        "Diktum KEDUA diubah sehingga berbunyi: “Baru: satu dua”;",
        "Diktum KETIGA dihapus;",
        "ditambahkan Diktum KEEMPAT yang berbunyi: “Datang.”;",
        "Lampiran diubah sehingga berbunyi sebagaimana tercantum dalam Lampiran yang merupakan bagian "
        "tidak terpisahkan dari Keputusan ini.",
    ]


def test_a_title_that_is_no_capitals_stays_and_small_words_are_small() -> None:
    biasa = usulan_perubahan([terbit(tentang="Penetapan IKI di Biatan")], terbit(), "alasan")
    besar = usulan_perubahan(
        [terbit(tentang="PENETAPAN IKU, DAN TARGET DI BIATAN TRIWULAN II 2021-2026 (UJI)")],
        terbit(),
        "alasan",
    )

    assert (biasa.menimbang or ())[0].teks.endswith("telah ditetapkan IKI di Biatan;")
    assert (besar.menimbang or ())[0].teks.endswith(
        "telah ditetapkan IKU, dan Target di Biatan Triwulan II 2021-2026 (UJI);"
    )


def test_an_unnamed_decision_leaves_room_to_write() -> None:
    kosong = snapshot_data("biatan")
    kosong = replace(kosong, dokumen=replace(kosong.dokumen, keputusan=None))

    usulan = usulan_perubahan([kosong], kosong, "alasan")

    assert "NOMOR ....." in (usulan.tentang or "")


@pytest.mark.parametrize("alasan", ["adanya pejabat baru", "SOTK berubah", JAHAT.replace("\x0b", " ")])
def test_the_reason_is_found_again(alasan: str) -> None:
    usulan = usulan_perubahan([terbit()], terbit(), alasan)

    assert alasan_perubahan(usulan).split()[:2] == alasan.split()[:2]
    assert alasan_perubahan(Keputusan()) == ""
    assert alasan_perubahan(Keputusan(menimbang=(Butir("bahwa lain;"),))) == ""


def test_it_prints_as_a_decision_with_the_whole_lampiran() -> None:
    kini = terbit()
    usulan = usulan_perubahan([kini], kini, "adanya perubahan susunan organisasi")
    naskah = compose_dokumen(replace(kini, dokumen=replace(kini.dokumen, keputusan=usulan)))

    teks = list(semua_teks(naskah))

    assert f"TENTANG\nPERUBAHAN ATAS {NAMA.upper()}" in teks
    assert naskah.tanda == "DRAF"
    assert all(j.jabatan.nama in teks for j in kini.jabatan)
