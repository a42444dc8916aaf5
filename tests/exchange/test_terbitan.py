"""What was issued: frozen, read again as from outside, and printed as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import simplejson
from hypothesis import HealthCheck, given, settings

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import IkiError, RuleError
from iki_desktop.core.perbandingan_naskah import bandingkan_naskah
from iki_desktop.core.records import (
    Butir,
    Diktum,
    Dokumen,
    Indikator,
    Jabatan,
    Kecamatan,
    Keputusan,
    Penandatangan,
    Target,
    TataLetak,
    Terbitan,
)
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.core.workspace import Workspace
from iki_desktop.exchange.iki_json import baca_iki_teks, naskah_beku, rencana_impor
from iki_desktop.exchange.terbitan import (
    RANCANGAN,
    NaskahRusakError,
    baca_terbitan,
    beda_rancangan,
    naskah_versi,
    terbitkan_perubahan,
    tetapkan,
)
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.matriks import compose_matriks
from iki_desktop.naskah.teks import semua_teks
from tests.core.kantor import CAMAT, KASI, SEKRETARIS, Laci, buka_kantor
from tests.exchange.dokumen_acak import berkas_2

WAKTU = "2026-01-02T08:00:00+08:00"
ORANG = Penandatangan("CAMAT", "NAMA CAMAT, S.Sos.", nip="199001012010011001")
BARU = Penandatangan("CAMAT", "NAMA CAMAT BARU, S.IP.", nip="199001012010011002")
SAH = Keputusan(
    nomor="07 TAHUN 2026",
    tentang="PENETAPAN INDIKATOR KINERJA INDIVIDU",
    diktum=(Diktum("KESATU", "Menetapkan."),),
    tanggal=date(2026, 1, 2),
    penandatangan=ORANG,
)
PERUBAHAN = replace(SAH, nomor="11 TAHUN 2026", tanggal=date(2026, 7, 1), tentang="PERUBAHAN ATAS …")


@pytest.fixture
def kantor() -> Workspace:
    """The small office with its decision issued."""
    workspace, _ = buka_kantor()
    tetapkan(workspace, 2, SAH, WAKTU)
    return workspace


def tercetak(snapshot: Snapshot) -> list[str]:
    return list(semua_teks(compose_dokumen(snapshot)))


def terbit(kantor: Workspace, nomor: int = 0) -> Terbitan:
    return kantor.arsip.terbitan(2)[nomor]


def ubah(kantor: Workspace, node_id: int, **isi: object) -> None:
    kantor.ubah(replace(kantor.arsip[node_id], **isi))  # type: ignore[arg-type]


def test_whatever_changes_the_issued_words_are_printed_again(kantor: Workspace) -> None:
    semula = tercetak(kantor.snapshot(2))
    assert "07 TAHUN 2026" in "".join(semula)

    ubah(kantor, 1, nama="Lain", alamat="Jalan Baru", logo_png="AAAA")
    ubah(kantor, CAMAT, nama="Pemimpin")
    ubah(kantor, 2, keputusan=replace(SAH, penandatangan=BARU, nomor="99"), tata_letak=TataLetak(kertas="A4"))
    kantor.hapus(SEKRETARIS)

    assert tercetak(baca_terbitan(terbit(kantor))) == semula
    assert tercetak(baca_terbitan(terbit(kantor), kantor.snapshot(2))) == semula
    assert tercetak(kantor.snapshot(2)) != semula


def test_it_bears_its_status_and_no_draft_mark(kantor: Workspace) -> None:
    beku = baca_terbitan(terbit(kantor))

    assert beku.dokumen.keputusan is not None
    assert beku.dokumen.keputusan.ditetapkan
    assert compose_dokumen(beku).tanda == ""


def test_nothing_that_was_entered_is_frozen(kantor: Workspace) -> None:
    assert "realisasi" not in terbit(kantor).isi
    kantor.set_realisasi(10010, 2, "pembilang", Decimal(1))

    assert beda_rancangan(kantor, 2).sama


def test_posts_that_are_still_there_bear_their_ids(kantor: Workspace) -> None:
    ubah(kantor, KASI, nama="Kepala Seksi")
    kantor.hapus(SEKRETARIS)

    beku = baca_terbitan(terbit(kantor), kantor.snapshot(2))

    assert (beku.dokumen.id, beku.kecamatan.id) == (2, 1)
    assert beku.jabatan[0].jabatan.id == CAMAT
    assert len({j.jabatan.id for j in beku.jabatan}) == 3


def test_changes_after_it_are_a_draft_of_the_next_amendment(kantor: Workspace) -> None:
    assert beda_rancangan(kantor, 2).sama
    ubah(kantor, 1, alamat="Jalan Baru")
    assert beda_rancangan(kantor, 2).sama

    ubah(kantor, CAMAT, tugas=(Butir("Memimpin"),))

    assert beda_rancangan(kantor, 2).ringkas == "1 teks ditambah."


def test_of_what_was_never_issued_nothing_differs() -> None:
    workspace, _ = buka_kantor()

    assert beda_rancangan(workspace, 2).sama


def test_what_was_issued_is_printed_unless_the_draft_is_asked_for(kantor: Workspace) -> None:
    ubah(kantor, CAMAT, nama="Pemimpin")

    terbit, draf = naskah_versi(kantor, 2), naskah_versi(kantor, 2, RANCANGAN)

    assert (terbit.jabatan[0].jabatan.nama, compose_dokumen(terbit).tanda) == ("Camat", "")
    assert (draf.jabatan[0].jabatan.nama, compose_dokumen(draf).tanda) == ("Pemimpin", "DRAF")
    with pytest.raises(IkiError, match=r"Versi 1 tidak ada. Yang ada: 0 \(Keputusan\)."):
        naskah_versi(kantor, 2, 1)


def test_before_it_is_issued_the_document_itself_is_printed() -> None:
    workspace, _ = buka_kantor()

    assert naskah_versi(workspace, 2) == naskah_versi(workspace, 2, RANCANGAN) == workspace.snapshot(2)
    with pytest.raises(IkiError, match="Dokumen ini belum ditetapkan"):
        naskah_versi(workspace, 2, 0)


def test_of_several_the_last_is_printed(kantor: Workspace) -> None:
    terbitkan_perubahan(kantor, 2, PERUBAHAN, WAKTU, "alasan")
    ubah(kantor, 2, keputusan=None)

    nomor = [naskah_versi(kantor, 2, v).dokumen.keputusan for v in (None, 0, 1, RANCANGAN)]

    assert [k.nomor for k in nomor if k is not None] == [
        "11 TAHUN 2026",
        "07 TAHUN 2026",
        "11 TAHUN 2026",
        None,
    ]


def test_an_amendment_stands_behind_the_decision(kantor: Workspace) -> None:
    ubah(kantor, CAMAT, nama="Pemimpin")
    terbitkan_perubahan(kantor, 2, PERUBAHAN, WAKTU, "adanya perubahan susunan organisasi")

    satu, dua = (baca_terbitan(t) for t in kantor.arsip.terbitan(2))
    assert satu.jabatan[0].jabatan.nama == "Camat"
    assert dua.jabatan[0].jabatan.nama == "Pemimpin"
    assert terbit(kantor, 1).alasan == "adanya perubahan susunan organisasi"
    assert beda_rancangan(kantor, 2).sama


@pytest.mark.parametrize(
    "isi, kata",
    [
        ({"nomor": "07  tahun 2026"}, "sudah dipakai Keputusan"),
        ({"tanggal": date(2026, 1, 1)}, "mendahului Keputusan"),
        ({"nomor": None}, "belum memiliki nomor"),
    ],
)
def test_an_amendment_with_the_wrong_number_or_date_is_refused(
    kantor: Workspace, isi: dict[str, object], kata: str
) -> None:
    with pytest.raises(RuleError, match=kata):
        terbitkan_perubahan(kantor, 2, replace(PERUBAHAN, **isi), WAKTU, "alasan")  # type: ignore[arg-type]

    assert len(kantor.arsip.terbitan(2)) == 1


def test_a_decision_that_cannot_be_read_any_more_holds_up_no_amendment(kantor: Workspace) -> None:
    (lama,) = kantor.arsip.terbitan(2)
    kantor.terapkan("rusak", [Change(lama, replace(lama, isi="{"))], periksa=False)
    assert terbitkan_perubahan(kantor, 2, PERUBAHAN, WAKTU, "alasan") is not None
    assert [t.nomor for t in kantor.arsip.terbitan(2)] == [0, 1]
    assert baca_terbitan(terbit(kantor, 1)).dokumen.keputusan is not None


def test_what_could_not_be_read_again_is_not_frozen() -> None:
    workspace, laci = buka_kantor()

    with pytest.raises(RuleError, match="belum dapat dibekukan"):
        tetapkan(workspace, 2, replace(SAH, diktum=(Diktum("", "Tanpa label."),)), WAKTU)

    assert not laci.edits


@pytest.mark.parametrize(
    "isi",
    [
        "",
        "bukan json",
        "[]",
        '{"format": "iki"}',
        '{"format": "iki", "versi": 99, "kecamatan": {}, "dokumen": []}',
        "[" * 5_000,
        "[" + "0," * 2_000_001 + "0]",
        '{"a": "\\ud800"}',
    ],
)
def test_a_damaged_text_gives_a_sentence(isi: str) -> None:
    with pytest.raises(NaskahRusakError, match="Naskah Perubahan ke-3 di berkas ini tidak terbaca utuh"):
        baca_terbitan(Terbitan(2, 3, WAKTU, isi))


def pohon(kantor: Workspace) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads(terbit(kantor).isi)
    return isi


def test_a_text_with_no_year_or_two_gives_the_same_sentence(kantor: Workspace) -> None:
    isi = pohon(kantor)
    (dokumen,) = isi["dokumen"]
    for semua in ([], [dokumen, {**dokumen, "tahun": 2027}]):
        with pytest.raises(NaskahRusakError):
            baca_terbitan(Terbitan(2, 0, WAKTU, json.dumps({**isi, "dokumen": semua})))


def test_foreign_fields_and_hostile_texts_are_no_way_in(kantor: Workspace) -> None:
    isi = pohon(kantor)
    (dokumen,) = isi["dokumen"]
    with pytest.raises(NaskahRusakError):
        baca_terbitan(Terbitan(2, 0, WAKTU, json.dumps({**isi, "perintah": "hapus"})))

    jahat = '<img src="http://contoh.invalid/x.png"> \x0b =1+1 \u202e 😀' + "x" * 6_000
    dokumen["keputusan"]["tentang"] = jahat
    beku = baca_terbitan(Terbitan(2, 0, WAKTU, json.dumps(isi)))

    assert f"TENTANG\n{jahat}" in tercetak(beku)


def test_fields_that_the_first_version_lacks_are_frozen_too() -> None:
    workspace, _ = buka_kantor()
    indikator = workspace.arsip[1001]
    assert isinstance(indikator, Indikator)
    target = Target(Decimal(80), tahun_sampai=Decimal(90), kumulatif=True)
    workspace.ubah(replace(indikator, target=target, bobot=Decimal(2)))
    tetapkan(workspace, 2, SAH, WAKTU)

    beku = baca_terbitan(workspace.arsip.terbitan(2)[0])

    satu = beku.jabatan[0].sasaran[0].indikator[0].indikator
    assert (satu.target, satu.bobot) == (target, Decimal(2))


def test_a_new_year_starts_as_a_draft_that_was_never_issued(kantor: Workspace) -> None:
    baru = kantor.salin_tahun(2, 2027)

    assert kantor.arsip.terbitan(baru.id) == []
    assert baru.keputusan is not None
    assert not baru.keputusan.ditetapkan
    assert baru.keputusan.nomor is None


def test_an_import_in_its_place_leaves_what_was_issued() -> None:
    workspace, _ = buka_kantor()
    isi = baca_iki_teks(naskah_beku(workspace.snapshot(2)))
    tetapkan(workspace, 2, SAH, WAKTU)
    beku = terbit(workspace)

    text, changes = rencana_impor(workspace.arsip, isi, workspace.id_baru, True)
    workspace.terapkan(text, changes, periksa=False)

    (dokumen,) = workspace.arsip.dokumen(1)
    assert workspace.arsip.terbitan(dokumen.id) == [replace(beku, dokumen_id=dokumen.id)]


def test_a_document_of_almost_nothing_is_frozen_too() -> None:
    workspace = Workspace(Laci(), ())
    office, dokumen = Kecamatan(1, 0, "A", "Kabupaten", "B"), Dokumen(2, 1, 0, 2026)
    workspace.terapkan(
        "isi", [Change(None, office), Change(None, dokumen), Change(None, Jabatan(3, 2, 0, "Camat"))]
    )
    tetapkan(workspace, 2, replace(SAH, diktum=None), WAKTU)

    assert tercetak(workspace.snapshot(2)) == tercetak(baca_terbitan(terbit(workspace)))


def ruang_dari(pohon: dict[str, Any]) -> tuple[Workspace, int]:
    """An open file with what an exchange file says; the id of its first document."""
    isi = baca_iki_teks(simplejson.dumps(pohon, use_decimal=True))
    workspace = Workspace(Laci(), ())
    workspace.terapkan(*rencana_impor(workspace.arsip, isi, workspace.id_baru), periksa=False)
    (office,) = workspace.arsip.kecamatan()
    return workspace, workspace.arsip.dokumen(office.id)[0].id


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(berkas_2().filter(lambda pohon: pohon["dokumen"]))
def test_whatever_the_format_admits_is_frozen_and_printed_again(pohon: dict[str, Any]) -> None:
    workspace, dokumen_id = ruang_dari(pohon)
    dokumen = workspace.arsip[dokumen_id]
    assert isinstance(dokumen, Dokumen)
    for lama in workspace.arsip.terbitan(dokumen_id):
        workspace.terapkan("kosongkan", [Change(lama, None)])
    keputusan = replace(
        dokumen.keputusan or Keputusan(), nomor="1", tanggal=date(2026, 1, 2), penandatangan=ORANG
    )

    try:
        tetapkan(workspace, dokumen_id, keputusan, WAKTU)
    except RuleError:  # what a file may say and a form may not is mended before it is issued
        assert workspace.arsip.terbitan(dokumen_id) == []
        return

    (terbitan,) = workspace.arsip.terbitan(dokumen_id)
    assert tercetak(baca_terbitan(terbitan)) == tercetak(workspace.snapshot(dokumen_id))
    assert beda_rancangan(workspace, dokumen_id).sama


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(berkas_2().filter(lambda p: p["dokumen"]), berkas_2().filter(lambda p: p["dokumen"]))
def test_any_two_documents_can_be_compared(satu: dict[str, Any], dua: dict[str, Any]) -> None:
    lama, baru = (workspace.snapshot(id_) for workspace, id_ in map(ruang_dari, (satu, dua)))

    beda = bandingkan_naskah(lama, baru)

    assert beda.sama == (not beda.bagian)
    assert all(b.semula != b.menjadi for bagian in beda.bagian for b in bagian.beda)
    kebalikan = bandingkan_naskah(baru, lama)
    assert beda.sama == kebalikan.sama
    assert list(semua_teks(compose_matriks(beda, baru, semula="a", menjadi="b")))
