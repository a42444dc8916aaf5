"""Issuing a decision, amending it, taking it back."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from iki_desktop.core import penerbitan
from iki_desktop.core.changes import Edit
from iki_desktop.core.errors import RuleError, StoreError
from iki_desktop.core.kerangka import Identitas, keputusan_baku
from iki_desktop.core.penerbitan import kekurangan, menyentuh_naskah, nama_versi, nomor_berikut
from iki_desktop.core.records import (
    Butir,
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Kecamatan,
    Keputusan,
    Node,
    Penandatangan,
    Sasaran,
    StatusIsian,
    TataLetak,
    Terbitan,
)
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import CAMAT, SASARAN_CAMAT, SEKRETARIS, Laci, buka_kantor

WAKTU = "2026-01-02T08:00:00+08:00"
SAH = Keputusan("07", tanggal=date(2026, 1, 2), penandatangan=Penandatangan("CAMAT", "NAMA CAMAT, S.Sos."))


@pytest.fixture
def kantor() -> tuple[Workspace, Laci]:
    return buka_kantor()


def keputusan(workspace: Workspace) -> Keputusan | None:
    dokumen = workspace.arsip[2]
    assert isinstance(dokumen, Dokumen)
    return dokumen.keputusan


def ubah(workspace: Workspace, node_id: int, **isi: object) -> Edit | None:
    return workspace.ubah(replace(workspace.arsip[node_id], **isi))  # type: ignore[arg-type]


def test_status_and_words_come_in_one_edit(kantor: tuple[Workspace, Laci]) -> None:
    workspace, laci = kantor

    edit = workspace.tetapkan(2, SAH, "isi", WAKTU)

    assert edit is not None
    assert edit.text == "tetapkan Keputusan tahun 2026"
    assert len(laci.edits) == 1
    assert workspace.arsip.terbitan(2) == [Terbitan(2, 0, WAKTU, "isi")]
    assert keputusan(workspace) == replace(SAH, status="ditetapkan")


def test_where_it_cannot_be_written_it_is_not_issued(kantor: tuple[Workspace, Laci]) -> None:
    workspace, laci = kantor
    laci.tolak = True

    with pytest.raises(StoreError):
        workspace.tetapkan(2, SAH, "isi", WAKTU)

    assert workspace.arsip.terbitan(2) == []
    assert keputusan(workspace) is None


@pytest.mark.parametrize(
    "isi, kurang",
    [
        ({"nomor": " "}, "nomor"),
        ({"tanggal": None, "tanggal_teks": "JANUARI 2026"}, "tanggal"),
        ({"nomor": None, "tanggal": None, "penandatangan": None}, "nomor, tanggal, dan penanda tangan"),
    ],
)
def test_what_is_missing_is_named(
    kantor: tuple[Workspace, Laci], isi: dict[str, object], kurang: str
) -> None:
    workspace, _ = kantor

    with pytest.raises(RuleError, match=f"Keputusan belum memiliki {kurang}"):
        workspace.tetapkan(2, replace(SAH, **isi), "isi", WAKTU)  # type: ignore[arg-type]


def test_a_complete_one_lacks_nothing() -> None:
    assert kekurangan(SAH) == ()
    assert kekurangan(None) == ("nomor", "tanggal", "penanda tangan")
    baku = keputusan_baku(Identitas("Biatan", "Kabupaten", "Berau"), 2026)
    bernomor = replace(baku, nomor="5 TAHUN 2026", tanggal=date(2026, 1, 2))
    assert kekurangan(bernomor) == ("nama penanda tangan",), "nobody signs as NAMA CAMAT"


def test_one_that_an_older_file_calls_issued_is_frozen_as_it_is(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    ubah(workspace, 2, keputusan=Keputusan(status="ditetapkan"))

    edit = workspace.tetapkan(2, Keputusan(status="ditetapkan"), "isi", WAKTU)

    assert edit is not None
    assert edit.text == "bekukan naskah Keputusan tahun 2026"
    assert [type(c.record) for c in edit.changes] == [Terbitan]


def test_it_is_issued_but_once(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    with pytest.raises(RuleError, match="sudah ditetapkan"):
        workspace.tetapkan(2, SAH, "isi", WAKTU)


def test_amendments_are_numbered_and_say_why(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    with pytest.raises(RuleError, match="belum ditetapkan"):
        workspace.terbitkan_perubahan(2, SAH, "isi", WAKTU, alasan="alasan")
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    with pytest.raises(RuleError, match="Alasan perubahan belum ditulis"):
        workspace.terbitkan_perubahan(2, SAH, "dua", WAKTU, alasan=" \x0b ")
    edit = workspace.terbitkan_perubahan(2, replace(SAH, nomor="9"), "dua", WAKTU, alasan=" SOTK berubah ")

    assert edit is not None
    assert edit.text == "tetapkan Perubahan ke-1 Keputusan tahun 2026"
    assert workspace.arsip.terbitan(2)[1] == Terbitan(2, 1, WAKTU, "dua", "SOTK berubah")
    assert [nama_versi(t.nomor) for t in workspace.arsip.terbitan(2)] == ["Keputusan", "Perubahan ke-1"]
    assert nomor_berikut(workspace.arsip, 2) == 2


def test_the_last_issue_is_taken_back_with_a_reason(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    with pytest.raises(RuleError, match="belum ditetapkan"):
        workspace.batalkan_penetapan(2, "alasan")
    workspace.tetapkan(2, SAH, "isi", WAKTU)
    workspace.terbitkan_perubahan(2, replace(SAH, nomor="9"), "dua", WAKTU, alasan="alasan")
    with pytest.raises(RuleError, match="Alasan pembatalan belum ditulis"):
        workspace.batalkan_penetapan(2, "")

    satu = workspace.batalkan_penetapan(2, "salah nomor")
    assert [t.nomor for t in workspace.arsip.terbitan(2)] == [0]
    dua = workspace.batalkan_penetapan(2, "belum ditandatangani")

    assert satu is not None
    assert dua is not None
    assert satu.text == "batalkan penetapan Perubahan ke-1 tahun 2026: salah nomor"
    assert dua.text == "batalkan penetapan Keputusan tahun 2026: belum ditandatangani"
    assert workspace.arsip.terbitan(2) == []
    assert keputusan(workspace) == replace(SAH, nomor="9")


def test_one_that_was_never_frozen_is_a_draft_again(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    ubah(workspace, 2, keputusan=replace(SAH, status="ditetapkan"))

    workspace.batalkan_penetapan(2, "keliru")

    assert keputusan(workspace) == SAH


def test_undo_does_not_go_behind_it(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    ubah(workspace, 2, keputusan=Keputusan("draf"))
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    assert workspace.undo() is None
    assert len(workspace.arsip.terbitan(2)) == 1
    ubah(workspace, CAMAT, nama="Lain")
    assert workspace.undo() is not None


def test_entering_goes_on(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    edit = workspace.set_realisasi(10010, 2, "pembilang", Decimal(5))

    assert edit is not None
    assert not menyentuh_naskah(workspace.arsip, edit)


# --- what an edit touches -------------------------------------------------------------------------


def sentuhan(workspace: Workspace, edit: Edit | None) -> frozenset[int]:
    assert edit is not None
    return menyentuh_naskah(workspace.arsip, edit)


@pytest.mark.parametrize(
    "node_id, isi",
    [
        (1, {"alamat": "Jalan"}),
        (2, {"visi": "Maju"}),
        (2, {"keputusan": replace(SAH, status="ditetapkan", tempat="Contoh")}),
        (CAMAT, {"fungsi": (Butir("satu"),)}),
        (SASARAN_CAMAT, {"teks": "Lain"}),
        (1001, {"satuan": "%"}),
        (10010, {"sumber_data": "Laporan"}),
    ],
)
def test_a_word_of_an_issued_paper_is_touched(
    kantor: tuple[Workspace, Laci], node_id: int, isi: dict[str, object]
) -> None:
    workspace, _ = kantor
    assert sentuhan(workspace, ubah(workspace, node_id, **isi)) == frozenset()
    workspace.undo()
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    assert sentuhan(workspace, ubah(workspace, node_id, **isi)) == {2}


@pytest.mark.parametrize(
    "node_id, isi",
    [
        (1, {"pejabat": ()}),
        (2, {"tata_letak": TataLetak(kertas="A4")}),
        (2, {"keputusan": SAH}),
        (CAMAT, {"bobot": Decimal(2)}),
        (1001, {"bobot": Decimal(2)}),
    ],
)
def test_what_stands_on_no_paper_touches_none(
    kantor: tuple[Workspace, Laci], node_id: int, isi: dict[str, object]
) -> None:
    workspace, _ = kantor
    workspace.tetapkan(2, SAH, "isi", WAKTU)

    assert sentuhan(workspace, ubah(workspace, node_id, **isi)) == frozenset()


def test_what_comes_and_goes_touches_too(kantor: tuple[Workspace, Laci]) -> None:
    workspace, _ = kantor
    edit = workspace.tetapkan(2, SAH, "isi", WAKTU)
    assert sentuhan(workspace, edit) == frozenset()

    assert sentuhan(workspace, workspace.hapus(SASARAN_CAMAT)) == {2}
    assert sentuhan(workspace, workspace.hapus(SEKRETARIS)) == {2}
    assert sentuhan(workspace, workspace.set_status(2, 1, StatusIsian.SELESAI)) == frozenset()
    assert sentuhan(workspace, workspace.hapus(1)) == frozenset()


def test_printed_fields_are_fields() -> None:
    assert set(penerbitan.TERCETAK) == {Kecamatan, Dokumen, Jabatan, Sasaran, Indikator, Formulasi}
    assert all(issubclass(jenis, Node) for jenis in penerbitan.TERCETAK)
    for jenis, nama in penerbitan.TERCETAK.items():
        assert nama <= {f.name for f in fields(jenis)}, jenis
