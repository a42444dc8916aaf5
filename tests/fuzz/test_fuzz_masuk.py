"""Anything at all as a file from outside: taken in whole, or refused with a sentence."""

from __future__ import annotations

import copy
import json
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.errors import ImportFileError, StoreError
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.exchange.iki_json import baca_iki_json, rencana_impor
from iki_desktop.exchange.lembar_isian import baca_lembar_isian
from tests.db.isi import SEMUA, lahir
from tests.exchange.dokumen_acak import BERKAS, berkas_2
from tests.exchange.lembar import kantor, tulis
from tests.fuzz.ukuran_fuzz import sebanyak

DATA = Path(__file__).resolve().parent.parent / "data"
CAMPLONG = (DATA / "camplong.json").read_bytes()

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda isi: st.lists(isi, max_size=4) | st.dictionaries(st.text(max_size=8), isi, max_size=4),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="iki fuzz ") as nama:
        yield Path(nama)


@st.composite
def bita_rusak(draw: st.DrawFn, asal: bytes) -> bytes:
    """A file with pieces cut out, repeated or overwritten."""
    bita = bytearray(asal)
    for _ in range(draw(st.integers(1, 4))):
        mulai = draw(st.integers(0, max(0, len(bita) - 1)))
        panjang = draw(st.sampled_from([1, 2, 8, 100, 5_000]))
        match draw(st.sampled_from(["potong", "ulang", "tulis", "buang"])):
            case "potong":
                del bita[mulai:]
            case "ulang":
                bita[mulai:mulai] = bita[mulai : mulai + panjang]
            case "tulis":
                bita[mulai : mulai + panjang] = draw(st.binary(max_size=panjang))
            case "buang":
                del bita[mulai : mulai + panjang]
    return bytes(bita)


# --- iki-1 and iki-2 --------------------------------------------------------------------------------


def masukkan(isi: bytes, folder: Path) -> None:
    """Refused with findings; or taken in, so that the file opens with it."""
    sumber = folder / "masuk.json"
    sumber.write_bytes(isi)
    try:
        terbaca = baca_iki_json(sumber)
    except ImportFileError:
        return
    path = folder / "kantor.iki"
    path.unlink(missing_ok=True)
    with Berkas.buat(path) as berkas:
        ruang = Workspace(berkas, berkas.muat())
        text, changes = rencana_impor(ruang.arsip, terbaca, ruang.id_baru)
        ruang.terapkan(text, changes, periksa=False)
    with Berkas.buka(path) as berkas:
        assert set(map(repr, berkas.muat())) == set(map(repr, ruang.arsip.semua()))


@sebanyak(12)
@given(isi=st.binary(max_size=400) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_as_an_exchange_file(isi: bytes, folder: Path) -> None:
    masukkan(isi, folder)


@sebanyak(12)
@given(isi=bita_rusak(CAMPLONG))
def test_a_broken_exchange_file(isi: bytes, folder: Path) -> None:
    masukkan(isi, folder)


@sebanyak(12)
@given(data=st.data())
def test_an_exchange_file_with_anything_in_one_place(data: st.DataObject, folder: Path) -> None:
    pohon: Any = copy.deepcopy(data.draw(BERKAS | berkas_2()))
    for _ in range(data.draw(st.integers(0, 3))):
        tempat = list(_tempat(pohon))
        induk, kunci = tempat[data.draw(st.integers(0, len(tempat) - 1))]
        induk[kunci] = data.draw(JSON)
    masukkan(json.dumps(pohon).encode(), folder)


def _tempat(pohon: Any) -> Iterator[tuple[Any, Any]]:
    pasang = pohon.items() if isinstance(pohon, dict) else enumerate(pohon)
    for kunci, isi in list(pasang):
        yield pohon, kunci
        if isinstance(isi, dict | list):
            yield from _tempat(isi)


# --- .iki ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def berkas_iki(folder: Path) -> tuple[bytes, list[str]]:
    path = folder / "asal.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(lahir(*SEMUA))
        isi = sorted(map(repr, berkas.muat()))
    return path.read_bytes(), isi


@sebanyak(12)
@given(data=st.data())
def test_a_broken_office_file(data: st.DataObject, berkas_iki: tuple[bytes, list[str]], folder: Path) -> None:
    bita, isi = berkas_iki
    path = folder / "rusak.iki"
    path.write_bytes(data.draw(bita_rusak(bita) | st.binary(max_size=300)))
    path.with_name("rusak.iki-journal").unlink(missing_ok=True)
    with suppress(StoreError), Berkas.buka(path) as berkas:
        assert sorted(map(repr, berkas.muat())) == isi


# --- .xlsx --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def buku(folder: Path) -> dict[str, bytes]:
    """The parts of an entry sheet as the program writes it."""
    with zipfile.ZipFile(tulis(kantor(), folder / "lembar.xlsx")) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


@sebanyak(12)
@given(data=st.data())
def test_a_broken_workbook(data: st.DataObject, buku: dict[str, bytes], folder: Path) -> None:
    nama = data.draw(st.sampled_from(sorted(buku)))
    bagian = buku | {nama: data.draw(bita_rusak(buku[nama]))}
    path = folder / "rusak.xlsx"
    with zipfile.ZipFile(path, "w") as arsip:
        for satu, isi in bagian.items():
            arsip.writestr(satu, isi)
    baca_lembar_isian([path])
    path.write_bytes(data.draw(bita_rusak(path.read_bytes())))
    terbaca = baca_lembar_isian([path])
    assert all(str(t) for t in terbaca.temuan)
