"""Undo takes one sitting at a field as one step, and restores exactly what was there before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.changes import Change
from iki_desktop.core.errors import StoreError
from iki_desktop.core.records import Jabatan, Record
from iki_desktop.core.workspace import Workspace
from tests.core.kantor import CAMAT, KASI, SEKRETARIS, Laci, buka_kantor, isi_arsip, isi_kantor, putar_ulang


def namai(ws: Workspace, jabatan_id: int, nama: str, rangkaian: object | None) -> bool:
    jabatan = ws.arsip[jabatan_id]
    assert isinstance(jabatan, Jabatan)
    return (
        ws.ubah(replace(jabatan, nama=nama), f"ubah nama “{jabatan.nama}”", rangkaian=rangkaian) is not None
    )


def nama(ws: Workspace, jabatan_id: int) -> str:
    jabatan = ws.arsip[jabatan_id]
    assert isinstance(jabatan, Jabatan)
    return jabatan.nama


def test_a_sitting_is_one_step_and_each_entry_is_on_disk() -> None:
    ws, laci = buka_kantor()
    for satu in ("Cam", "Camat B", "Camat Biatan"):
        namai(ws, CAMAT, satu, "duduk")
    assert [e.text for e in laci.edits] == ["ubah nama “Camat”", "ubah nama “Cam”", "ubah nama “Camat B”"]
    assert ws.undo_text == "ubah nama “Camat”"
    ws.undo()
    assert nama(ws, CAMAT) == "Camat"
    assert ws.undo_text is None
    assert ws.redo_text == "ubah nama “Camat”"
    ws.redo()
    assert nama(ws, CAMAT) == "Camat Biatan"


def test_another_sitting_another_record_and_no_sitting_are_steps_of_their_own() -> None:
    ws, _ = buka_kantor()
    namai(ws, CAMAT, "A", "satu")
    namai(ws, CAMAT, "B", "dua")
    namai(ws, KASI, "C", "dua")
    namai(ws, CAMAT, "D", "dua")
    namai(ws, CAMAT, "E", None)
    namai(ws, CAMAT, "F", None)
    langkah = [ws.undo() for _ in range(6)]
    assert None not in langkah
    assert ws.undo() is None


def test_what_ends_where_it_began_is_no_step() -> None:
    ws, _ = buka_kantor()
    namai(ws, KASI, "Kasi Umum", None)
    namai(ws, CAMAT, "X", "duduk")
    namai(ws, CAMAT, "Camat", "duduk")
    assert ws.undo_text == "ubah nama “Kasi”"
    namai(ws, KASI, "Kasi Lain", "duduk")
    ws.undo()
    assert nama(ws, KASI) == "Kasi Umum"


def test_what_is_typed_after_an_undo_is_a_new_step() -> None:
    ws, _ = buka_kantor()
    namai(ws, CAMAT, "A", None)
    namai(ws, CAMAT, "B", "duduk")
    ws.undo()
    namai(ws, CAMAT, "C", "duduk")
    ws.undo()
    assert nama(ws, CAMAT) == "A"
    ws.redo()
    namai(ws, CAMAT, "D", "duduk")
    ws.undo()
    assert nama(ws, CAMAT) == "C"


def test_an_edit_of_many_records_is_never_joined() -> None:
    ws, _ = buka_kantor()
    awal = isi_arsip(ws.arsip)
    for akhiran in ("", " lama"):
        jabatan = [j for j in ws.arsip.jabatan(2) if j.id != CAMAT]
        changes = [Change(j, replace(j, nama=f"Pj. {j.nama}{akhiran}")) for j in jabatan]
        ws.terapkan("ubah dua jabatan", changes, rangkaian="duduk")
    assert ws.undo() is not None
    assert nama(ws, KASI) == "Pj. Kasi"
    assert ws.undo() is not None
    assert isi_arsip(ws.arsip) == awal


def test_what_was_emptied_is_not_joined_with_what_fills_it_again() -> None:
    ws, _ = buka_kantor()
    lama = ws.arsip.realisasi(10010, 1)
    assert lama is not None
    baru = replace(lama, catatan="baru")
    for sebelum, sesudah in ((lama, None), (None, baru)):
        ws.terapkan("isi", [Change(sebelum, sesudah)], rangkaian="duduk")
    ws.undo()
    assert ws.arsip.realisasi(10010, 1) is None
    ws.undo()
    assert ws.arsip.realisasi(10010, 1) == lama


def test_a_refused_entry_leaves_the_sitting_as_it_was() -> None:
    ws, laci = buka_kantor()
    namai(ws, CAMAT, "A", "duduk")
    laci.tolak = True
    with pytest.raises(StoreError):
        namai(ws, CAMAT, "B", "duduk")
    laci.tolak = False
    namai(ws, CAMAT, "C", "duduk")
    ws.undo()
    assert nama(ws, CAMAT) == "Camat"
    assert ws.undo_text is None


@dataclass
class _Langkah:
    """A step as one remembers it: which record, in which sitting, and all records before and after."""

    jabatan_id: int
    rangkaian: int | None
    sebelum: list[Record]
    sesudah: list[Record]


_EDIT = st.tuples(
    st.sampled_from((CAMAT, SEKRETARIS, KASI)), st.sampled_from("ABC"), st.none() | st.integers(1, 2)
)
_ULAH = st.lists(_EDIT | st.just("urungkan") | st.just("ulangi"), max_size=25)


@given(_ULAH)
def test_joining_never_changes_what_undo_restores(ulah) -> None:
    laci = Laci(isi_kantor())
    ws = Workspace(laci, isi_kantor())
    awal = isi_arsip(ws.arsip)
    lampau: list[_Langkah] = []
    depan: list[_Langkah] = []
    terputus = True
    for satu in ulah:
        sebelum = isi_arsip(ws.arsip)
        if satu == "urungkan":
            if lampau:
                depan.append(lampau.pop())
                ws.undo()
                assert isi_arsip(ws.arsip) == depan[-1].sebelum
                terputus = True
            else:
                assert ws.undo() is None
        elif satu == "ulangi":
            if depan:
                lampau.append(depan.pop())
                ws.redo()
                assert isi_arsip(ws.arsip) == lampau[-1].sesudah
                terputus = True
            else:
                assert ws.redo() is None
        elif namai(ws, *satu):
            jabatan_id, _, rangkaian = satu
            depan.clear()
            kini = isi_arsip(ws.arsip)
            akhir = None if terputus or rangkaian is None or not lampau else lampau[-1]
            if akhir is not None and (akhir.jabatan_id, akhir.rangkaian) == (jabatan_id, rangkaian):
                akhir.sesudah = kini
                terputus = akhir.sebelum == kini
                if terputus:
                    lampau.pop()
            else:
                lampau.append(_Langkah(jabatan_id, rangkaian, sebelum, kini))
                terputus = False
    assert putar_ulang(laci.edits, isi_kantor()) == isi_arsip(ws.arsip)
    for langkah in reversed(lampau):
        ws.undo()
        assert isi_arsip(ws.arsip) == langkah.sebelum
    assert ws.undo() is None
    assert isi_arsip(ws.arsip) == awal
