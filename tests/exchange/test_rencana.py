"""An iki-1 file finds its place in an office's file: as one edit, beside what is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from iki_desktop.core.errors import ExportError, ImportFileError
from iki_desktop.core.records import Pejabat
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor, tulis_iki_json

KECAMATAN = {"nama": "Biatan", "jenis_daerah": "Kabupaten", "nama_daerah": "Berau"}


def dokumen(tahun: int, *nama: str) -> dict[str, Any]:
    return {"tahun": tahun, "jabatan": [{"nama": n, "tugas": ["tugas"]} for n in nama]}


def berkas_iki(*isi: dict[str, Any], **kecamatan: Any) -> dict[str, Any]:
    return {"format": "iki", "versi": 1, "kecamatan": {**KECAMATAN, **kecamatan}, "dokumen": list(isi)}


@pytest.fixture
def ruang(tmp_path: Path) -> Iterator[Workspace]:
    with Berkas.buat(tmp_path / "kantor.iki") as berkas:
        yield Workspace(berkas, berkas.muat())


@pytest.fixture
def impor(ruang: Workspace, tmp_path: Path) -> Any:
    def impor(isi: dict[str, Any], *, ganti: bool = False) -> str:
        sumber = tmp_path / "sumber.json"
        sumber.write_text(json.dumps(isi), encoding="utf-8")
        text, changes = rencana_impor(ruang.arsip, baca_iki_json(sumber), ruang.id_baru, ganti)
        ruang.terapkan(text, changes, periksa=False)
        return text

    return impor


def keluar(ruang: Workspace, posisi: int = 0, tahun: int | None = None) -> Any:
    hasil = Path(str(ruang._store.path)).with_name("hasil.json")  # type: ignore[attr-defined]
    tulis_iki_json(ruang.arsip, ruang.arsip.kecamatan()[posisi].id, hasil, tahun)
    return json.loads(hasil.read_text(encoding="utf-8"))


def test_an_office_that_is_new_comes_last(ruang: Workspace, impor: Any) -> None:
    assert impor(berkas_iki(dokumen(2026, "Camat"))) == "impor kecamatan “Biatan” tahun 2026"
    assert impor(berkas_iki(nama="Talisayan")) == "impor kecamatan “Talisayan”"
    impor(berkas_iki(jenis_daerah="Kota"))
    impor(berkas_iki(nama_daerah="Kutai"))
    assert [k.nama for k in ruang.arsip.kecamatan()] == ["Biatan", "Talisayan", "Biatan", "Biatan"]
    assert [k.urutan for k in ruang.arsip.kecamatan()] == [0, 1, 2, 3]
    assert keluar(ruang, 1) == berkas_iki(nama="Talisayan")


def test_further_years_come_behind_those_that_are_there(ruang: Workspace, impor: Any) -> None:
    impor(berkas_iki(dokumen(2026, "A")))
    impor(berkas_iki(dokumen(2024, "B"), dokumen(2027, "C")))
    assert keluar(ruang) == berkas_iki(dokumen(2026, "A"), dokumen(2024, "B"), dokumen(2027, "C"))
    assert keluar(ruang, tahun=2024) == berkas_iki(dokumen(2024, "B"))
    with pytest.raises(ExportError, match="2023 tidak ada"):
        keluar(ruang, tahun=2023)


def test_a_year_that_is_there_is_refused_with_its_place(ruang: Workspace, impor: Any, tmp_path: Path) -> None:
    impor(berkas_iki(dokumen(2026, "A"), dokumen(2025, "B")))
    sebelum = (tmp_path / "kantor.iki").read_bytes()
    with pytest.raises(ImportFileError) as salah:
        impor(berkas_iki(dokumen(2024, "C"), dokumen(2025, "D"), dokumen(2026, "E"), alamat="Jalan"))
    assert [str(t) for t in salah.value.temuan] == [
        "Dokumen 2025: Tahun 2025 sudah ada di berkas ini.",
        "Dokumen 2026: Tahun 2026 sudah ada di berkas ini.",
    ]
    assert [t.tempat for t in salah.value.temuan] == ["dokumen[1].tahun", "dokumen[2].tahun"]
    assert keluar(ruang) == berkas_iki(dokumen(2026, "A"), dokumen(2025, "B"))
    assert (tmp_path / "kantor.iki").read_bytes() == sebelum


def test_a_year_is_replaced_where_it_stands(ruang: Workspace, impor: Any) -> None:
    impor(berkas_iki(dokumen(2026, "A"), dokumen(2025, "B")))
    semula = keluar(ruang)
    impor(berkas_iki(dokumen(2027, "D"), dokumen(2026, "C", "E")), ganti=True)
    sesudah = berkas_iki(dokumen(2026, "C", "E"), dokumen(2025, "B"), dokumen(2027, "D"))
    assert keluar(ruang) == sesudah
    ruang.undo()
    assert keluar(ruang) == semula
    ruang.redo()
    assert keluar(ruang) == sesudah


def test_fields_that_the_office_lacks_are_filled_in(ruang: Workspace, impor: Any) -> None:
    impor(berkas_iki(alamat="Jalan Lama"))
    impor(berkas_iki(alamat="Jalan Baru", telepon="0554"))
    assert keluar(ruang) == berkas_iki(alamat="Jalan Lama", telepon="0554")
    impor(berkas_iki(alamat="Jalan Baru", surel="surel"), ganti=True)
    assert keluar(ruang) == berkas_iki(alamat="Jalan Baru", telepon="0554", surel="surel")


def test_terms_stay_in_the_office_and_are_not_in_the_format(ruang: Workspace, impor: Any) -> None:
    tulis = {"Camat": "NAMA CAMAT", "Kasi": "<b> \u202e😀", "Sekretaris": "NAMA"}
    camat, kasi, sekretaris = (Pejabat(jabatan, nama) for jabatan, nama in tulis.items())
    satu, dua, tiga = ({"jabatan": jabatan, "nama": nama} for jabatan, nama in tulis.items())
    isi = berkas_iki(pejabat=[satu, dua, satu])
    impor(isi)
    kantor = ruang.arsip.kecamatan()[0]
    assert kantor.pejabat == (camat, kasi, camat)
    pertama = replace(camat, berlaku_dari=date(2026, 1, 2), berlaku_sampai=date(2026, 12, 31))
    lanjutan = replace(camat, berlaku_dari=date(2027, 1, 1))
    ruang.ubah(replace(kantor, pejabat=(pertama, kasi, lanjutan)))
    assert keluar(ruang) == isi, "as it came in"
    impor(berkas_iki(pejabat=[dua]))
    assert ruang.arsip.kecamatan()[0].pejabat == (pertama, kasi, lanjutan)
    impor(berkas_iki(pejabat=[satu, tiga, satu, satu]), ganti=True)
    assert ruang.arsip.kecamatan()[0].pejabat == (pertama, sekretaris, lanjutan, camat)


def test_an_import_is_one_step_to_take_back(ruang: Workspace, impor: Any) -> None:
    impor(berkas_iki(dokumen(2026, *(f"Jabatan {i}" for i in range(50)))))
    assert ruang.undo_text == "impor kecamatan “Biatan” tahun 2026"
    ruang.undo()
    assert ruang.arsip.kecamatan() == []
    assert ruang.undo_text is None


def test_the_same_again_changes_nothing(ruang: Workspace, impor: Any) -> None:
    impor(berkas_iki(alamat="Jalan"))
    ruang.undo()
    ruang.redo()
    impor(berkas_iki(alamat="Jalan"))
    assert ruang.undo_text == "impor kecamatan “Biatan”"
    ruang.undo()
    assert ruang.arsip.kecamatan() == []


def test_what_is_written_is_for_people_too(ruang: Workspace, impor: Any, tmp_path: Path) -> None:
    impor(berkas_iki(dokumen(2026, "Désy 😀")))
    keluar(ruang)
    teks = (tmp_path / "hasil.json").read_text(encoding="utf-8")
    assert "Désy 😀" in teks
    assert teks.endswith("}\n")
    assert '\n "kecamatan": {' in teks
