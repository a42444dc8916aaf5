"""Anything at all in every field of a document, through every pen: a file that is whole, or a sentence."""

from __future__ import annotations

import copy
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.errors import IkiError, ImportFileError
from iki_desktop.exchange.iki_json import baca_iki_teks, rencana_impor, tulis_iki_json
from iki_desktop.layanan import ekspor_dokumen, ekspor_laporan
from iki_desktop.naskah.laporan import JENIS_LAPORAN
from tests.exchange.dokumen_acak import BERKAS, berkas_2
from tests.fuzz.ukuran_fuzz import sebanyak

JAHAT = (
    "=1+1", "@SUM(A1)", "<b>tebal", "</para><img src='http://contoh.invalid/x'>", "&amp; & &#0;",
    "\x00\x0b\x1b", "\u202eterbalik\u2066", "العربية", "😀" * 40, "a\n\nb\tc", "x" * 6_000, "kata " * 1_200,
    "\ufeff\u2028\ufffe",
    "]]>", "{a}", "%s", "'; DROP TABLE", "'''", "\\\\server\\x", "1e999",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory(prefix="iki fuzz ") as nama:
        yield Path(nama)


@st.composite
def dokumen_jahat(draw: st.DrawFn) -> dict[str, Any]:
    """A document that the schema admits, with hostile texts where any texts may stand."""
    pohon: Any = copy.deepcopy(draw((BERKAS | berkas_2()).filter(lambda b: b["dokumen"])))
    tempat = list(_teks(pohon))
    for _ in range(draw(st.integers(0, 12))):
        induk, kunci = tempat[draw(st.integers(0, len(tempat) - 1))]
        lama, induk[kunci] = induk[kunci], draw(st.sampled_from(JAHAT))
        if not _diterima(pohon):
            induk[kunci] = lama
    hasil: dict[str, Any] = pohon
    return hasil


def _teks(pohon: Any) -> Iterator[tuple[Any, Any]]:
    pasang = pohon.items() if isinstance(pohon, dict) else enumerate(pohon)
    for kunci, isi in list(pasang):
        if isinstance(isi, str):
            yield pohon, kunci
        elif isinstance(isi, dict | list):
            yield from _teks(isi)


def _diterima(pohon: Any) -> bool:
    try:
        baca_iki_teks(json.dumps(pohon))
    except ImportFileError:
        return False
    return True


def arsip(pohon: Any) -> Arsip:
    kosong, nomor = Arsip(), iter(range(1, 10**9))
    _, changes = rencana_impor(kosong, baca_iki_teks(json.dumps(pohon)), lambda: next(nomor))
    kosong.terapkan(changes)
    return kosong


@sebanyak(6)
@given(pohon=dokumen_jahat())
def test_every_pen_writes_a_whole_document(pohon: dict[str, Any], folder: Path) -> None:
    isi = arsip(pohon)
    (kecamatan,) = isi.kecamatan()
    snapshot = isi.snapshot(isi.dokumen(kecamatan.id)[0].id)
    for akhiran in ("pdf", "docx", "xlsx"):
        _periksa(folder / f"hasil.{akhiran}", lambda path: ekspor_dokumen(snapshot, path))
    tulis_iki_json(isi, kecamatan.id, folder / "hasil.json")
    assert _diterima(json.loads((folder / "hasil.json").read_text(encoding="utf-8")))


@sebanyak(4)
@given(pohon=dokumen_jahat(), jenis=st.sampled_from(sorted(JENIS_LAPORAN)), triwulan=st.integers(1, 4))
def test_every_report_is_whole(pohon: dict[str, Any], jenis: str, triwulan: int, folder: Path) -> None:
    isi = arsip(pohon)
    snapshot = isi.snapshot(isi.dokumen(isi.kecamatan()[0].id)[0].id)
    for akhiran in ("pdf", "docx", "xlsx"):
        _periksa(
            folder / f"laporan.{akhiran}",
            lambda path: ekspor_laporan(jenis, snapshot, path, triwulan=triwulan, penjelasan=True),
        )


def _periksa(path: Path, tulis: Any) -> None:
    """The file can be opened by somebody else; a refusal is a sentence and leaves nothing."""
    path.unlink(missing_ok=True)
    try:
        tulis(path)
    except IkiError:
        assert not path.exists()
        return
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as dokumen:
            assert len(dokumen) > 0
    else:
        with zipfile.ZipFile(path) as arsip_zip:
            assert arsip_zip.testzip() is None
