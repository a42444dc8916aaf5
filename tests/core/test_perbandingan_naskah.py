"""Two versions of a document: what differs, in words and in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from iki_desktop.core.beda_kata import Cara
from iki_desktop.core.perbandingan_naskah import Beda, bandingkan_naskah, pasangkan_jabatan
from iki_desktop.core.records import (
    Bab,
    Bagian,
    Butir,
    Diktum,
    Dokumen,
    Iku,
    IkuBaris,
    Jabatan,
    JudulKolom,
    Kecamatan,
    Keputusan,
    Misi,
    Pejabat,
    Penandatangan,
    Pengesahan,
    Target,
    TataLetak,
    Tujuan,
)
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import CAMAT, KASI, SASARAN_KEDUA, SEKRETARIS, buka_kantor

ORANG = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.", "Pembina Tk. I", "199001012010011001", "Plt.", "BUPATI")


@pytest.fixture
def kantor() -> Workspace:
    workspace, _ = buka_kantor()
    dokumen = workspace.arsip[2]
    assert isinstance(dokumen, Dokumen)
    workspace.ubah(
        replace(
            dokumen,
            judul="IKI",
            visi="Maju",
            misi=(Misi("Melayani", (Tujuan("Puas", (Butir("Naiknya kepuasan"),)),)),),
            bab=(
                Bab(
                    "PENDAHULUAN",
                    (Bagian(("Alinea satu.", (Butir("butir"),)), "Latar belakang"),),
                    Pengesahan("Contoh", date(2026, 1, 2), ORANG),
                ),
            ),
            iku=(
                Iku(
                    (IkuBaris("Sasaran", "Nilai SKM", target=(("2026", "82"),)),),
                    "Tabel IKU",
                    (("sasaran", "Sasaran Strategis"),),
                ),
            ),
            keputusan=Keputusan(
                nomor="07 TAHUN 2026",
                menimbang=(Butir("bahwa a;", (Butir("anak"),)),),
                diktum=(Diktum("KESATU", "Menetapkan."), Diktum("KEDUA", butir=(Butir("satu"),))),
                tanggal=date(2026, 1, 2),
                penandatangan=ORANG,
            ),
        )
    )
    return workspace


def potret(kantor: Workspace) -> Snapshot:
    return kantor.snapshot(2)


def semua_beda(lama: Snapshot, baru: Snapshot) -> list[tuple[str, Beda]]:
    return [(b.nama, satu) for b in bandingkan_naskah(lama, baru).bagian for satu in b.beda]


def test_the_same_version_differs_in_nothing(kantor: Workspace) -> None:
    beda = bandingkan_naskah(potret(kantor), potret(kantor))

    assert beda.sama
    assert beda.ringkas == "Kedua naskah sama."


def test_what_is_no_word_of_the_paper_makes_no_difference(kantor: Workspace) -> None:
    lama = potret(kantor)
    office, dokumen, camat = kantor.arsip[1], kantor.arsip[2], kantor.arsip[CAMAT]
    assert isinstance(office, Kecamatan)
    assert isinstance(dokumen, Dokumen)
    assert isinstance(camat, Jabatan)
    assert dokumen.keputusan is not None
    kantor.ubah(replace(office, pejabat=(Pejabat.dari(ORANG),)))
    kantor.ubah(
        replace(
            dokumen,
            tata_letak=TataLetak(kertas="A4"),
            keputusan=replace(dokumen.keputusan, status="ditetapkan"),
        )
    )
    kantor.ubah(replace(camat, pemangku=ORANG, bobot=Decimal(2)))
    kantor.set_realisasi(10010, 3, "pembilang", Decimal(5))

    assert bandingkan_naskah(lama, potret(kantor)).sama


def ubah(kantor: Workspace, node_id: int, **isi: object) -> None:
    kantor.ubah(replace(kantor.arsip[node_id], **isi))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "node_id, isi, bagian, beda",
    [
        (1, {"alamat": "Jalan Baru 1"}, "Kop dan identitas", Beda("Alamat", "", "Jalan Baru 1")),
        (2, {"visi": "Maju Terus"}, "Sampul, visi, dan misi", Beda("Visi", "Maju", "Maju Terus")),
        (2, {"visi": None}, "Sampul, visi, dan misi", Beda("Visi", "Maju", "")),
        (KASI, {"fungsi": (Butir("Membina"),)}, "Kasi", Beda("Fungsi ke-1", "", "Membina")),
        (
            KASI,
            {"judul_kolom": JudulKolom(sumber_data="Data")},
            "Kasi",
            Beda("Judul kolom ke-1", "", "sumber data: Data"),
        ),
        (
            SASARAN_KEDUA,
            {"teks": "Sasaran dua baru"},
            "Camat",
            Beda("Sasaran “Sasaran dua baru”", "Sasaran dua", "Sasaran dua baru"),
        ),
        (
            1003,
            {"target": Target(Decimal("82.5"), (Decimal(20), None, Decimal(60), None), kumulatif=True)},
            "Camat",
            Beda(
                "Sasaran “Sasaran dua” › Indikator “Indikator 1003” › Target",
                "setahun 100",
                "setahun 82,5; TW I 20, TW III 60; kumulatif",
            ),
        ),
        (
            1003,
            {"target": Target(Decimal(80), tahun_sampai=Decimal(90), teks="antara")},
            "Camat",
            Beda(
                "Sasaran “Sasaran dua” › Indikator “Indikator 1003” › Target",
                "setahun 100",
                "setahun 80–90; antara",
            ),
        ),
        (
            1004,
            {"satuan": "dokumen"},
            "Sekretaris",
            Beda("Sasaran “Sasaran tiga” › Indikator “Indikator 1004” › Satuan", "", "dokumen"),
        ),
        (
            10040,
            {"penyebut_tetap": Decimal(12)},
            "Sekretaris",
            Beda(
                "Sasaran “Sasaran tiga” › Indikator “Indikator 1004” › Formulasi “Selesai” › Penyebut tetap",
                "",
                "12",
            ),
        ),
    ],
)
def test_a_changed_text_stands_in_its_place(
    kantor: Workspace, node_id: int, isi: dict[str, object], bagian: str, beda: Beda
) -> None:
    lama = potret(kantor)

    ubah(kantor, node_id, **isi)

    assert semua_beda(lama, potret(kantor)) == [(bagian, beda)]


def test_of_the_decision_each_text_and_ruling_is_told(kantor: Workspace) -> None:
    lama = potret(kantor)
    keputusan = lama.dokumen.keputusan
    assert keputusan is not None

    ubah(
        kantor,
        2,
        keputusan=replace(
            keputusan,
            tanggal=date(2026, 2, 3),
            penandatangan=None,
            menimbang=(Butir("bahwa a;", (Butir("anak lain"),)),),
            diktum=(Diktum("KESATU", "Menetapkan kembali."), Diktum("KETIGA", "Berlaku.")),
        ),
    )

    assert [b for _, b in semua_beda(lama, potret(kantor))] == [
        Beda("Menimbang ke-2", "– anak", "– anak lain"),
        Beda("Tanggal", "2 Januari 2026", "3 Februari 2026"),
        Beda(
            "Penanda tangan",
            "a.n. BUPATI\nPlt. CAMAT\nNAMA CAMAT, S.Sos.\nPembina Tk. I\nNIP. 19900101 201001 1 001",
            "",
        ),
        Beda("Diktum KESATU › Bunyi", "Menetapkan.", "Menetapkan kembali."),
        Beda("Diktum KEDUA › Butir ke-1 semula", "satu", ""),
        Beda("Diktum KETIGA › Bunyi", "", "Berlaku."),
    ]


def test_an_amendment_is_another_decision_not_another_wording(kantor: Workspace) -> None:
    ubah(kantor, 2, keputusan=Keputusan("07 TAHUN 2026", "IKI", tanggal=date(2026, 1, 2)))
    lama = potret(kantor)
    ubah(kantor, 2, keputusan=Keputusan(tentang="PERUBAHAN KEDUA ATAS KEPUTUSAN", diktum=(Diktum("KESATU"),)))
    baru = potret(kantor)
    ubah(kantor, 2, keputusan=Keputusan("9", "PERUBAHAN KEDUA ATAS KEPUTUSAN", diktum=(Diktum("KESATU"),)))

    assert [b for _, b in semua_beda(lama, baru)] == [
        Beda(
            "Keputusan yang menetapkan",
            "Nomor 07 TAHUN 2026 tentang IKI, 2 Januari 2026",
            "Nomor belum ada tentang PERUBAHAN KEDUA ATAS KEPUTUSAN, tanggal belum ada",
        )
    ]
    assert [b.tempat for _, b in semua_beda(baru, potret(kantor))] == ["Nomor"]


def test_of_chapters_and_tables_the_paragraph_and_the_row(kantor: Workspace) -> None:
    lama = potret(kantor)

    ubah(
        kantor,
        2,
        misi=(Misi("Melayani", (Tujuan("Puas sekali", (Butir("Naiknya kepuasan"),)),)),),
        bab=(Bab("PENDAHULUAN", (Bagian(("Alinea satu.", (Butir("butir lain"),)), "Latar belakang"),)),),
        iku=(
            Iku(
                (IkuBaris("Sasaran", "Nilai SKM", target=(("2026", "85"),)), IkuBaris("S", "")),
                "Tabel IKU baru",
            ),
        ),
    )

    assert [b.tempat for _, b in semua_beda(lama, potret(kantor))] == [
        "Misi ke-2",
        "Bab “PENDAHULUAN” › Isi ke-3",
        "Bab “PENDAHULUAN” › Pengesahan",
        "Tabel “Tabel IKU baru” › Judul tabel",
        "Tabel “Tabel IKU baru” › Judul kolom ke-1 semula",
        "Tabel “Tabel IKU baru” › Baris “Nilai SKM” › Target ke-1",
        "Tabel “Tabel IKU baru” › Baris ke-2 › Sasaran",
    ]


def test_a_post_that_came_and_one_that_went(kantor: Workspace) -> None:
    lama = potret(kantor)
    kantor.tambah(Jabatan(0, 2, 1, "Kasi Baru", tugas=(Butir("Mengurus hal lain"),)))
    kantor.hapus(SEKRETARIS)

    beda = bandingkan_naskah(lama, potret(kantor))

    assert [(b.nama, b.cara, b.jabatan) for b in beda.bagian] == [
        ("Sekretaris", Cara.DIHAPUS, True),
        ("Kasi Baru", Cara.DITAMBAH, True),
    ]
    assert {s.cara for b in beda.bagian for s in b.beda} == {Cara.DITAMBAH, Cara.DIHAPUS}
    assert beda.ringkas == "1 jabatan ditambah dan 1 jabatan dihapus."


def test_a_renamed_post_stays_the_same(kantor: Workspace) -> None:
    for node_id in (CAMAT, SEKRETARIS, KASI):
        ubah(kantor, node_id, tugas=(Butir(f"Tugas pokok nomor {node_id} yang panjang dan khas"),))
    lama = potret(kantor)
    ubah(kantor, SEKRETARIS, nama="Sekretaris Kecamatan")

    beda = bandingkan_naskah(lama, potret(kantor))

    assert pasangkan_jabatan(lama.jabatan, potret(kantor).jabatan) == [(0, 0), (1, 1), (2, 2)]
    assert [(b.nama, b.cara, b.beda) for b in beda.bagian] == [
        (
            "Sekretaris Kecamatan",
            Cara.DIUBAH,
            (Beda("Nama jabatan", "Sekretaris", "Sekretaris Kecamatan"),),
        )
    ]
    assert beda.ringkas == "1 teks diubah."


def test_another_order_is_a_difference(kantor: Workspace) -> None:
    lama = potret(kantor)
    kantor.pindah_jabatan(KASI, SEKRETARIS, 0)
    kantor.pindah(SASARAN_KEDUA, CAMAT, 0)

    assert semua_beda(lama, potret(kantor)) == [
        (
            "Camat",
            Beda("Urutan Sasaran", "1. Sasaran satu\n2. Sasaran dua", "1. Sasaran dua\n2. Sasaran satu"),
        ),
        (
            "Lampiran",
            Beda("Urutan jabatan", "1. Camat\n2. Sekretaris\n3. Kasi", "1. Kasi\n2. Camat\n3. Sekretaris"),
        ),
    ]


def test_another_coat_of_arms_is_seen(kantor: Workspace) -> None:
    ubah(kantor, 1, logo_png="AAAA")
    lama = potret(kantor)
    ubah(kantor, 1, logo_png="BBBB")

    ((_, beda),) = semua_beda(lama, potret(kantor))

    assert beda.tempat == "Lambang daerah"
    assert beda.cara is Cara.DIUBAH
