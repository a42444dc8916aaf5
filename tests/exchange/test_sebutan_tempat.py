"""Findings name their place as the office calls it."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iki_desktop.core.errors import ImportFileError
from iki_desktop.exchange.iki_json import baca_iki_json
from iki_desktop.exchange.pohon_json import tempat, urai_pohon
from iki_desktop.exchange.sebutan_tempat import sebut_tempat

DATA = Path(__file__).resolve().parents[1] / "data"
POHON = {
    "kecamatan": {"nama": "Biatan", "pejabat": [{}]},
    "dokumen": [
        {
            "tahun": Decimal(2026),
            "keputusan": {"menimbang": ["a", "b"], "diktum": [{"label": "KESATU"}, {}]},
            "jabatan": [{"nama": "Camat", "sasaran": [{}, {"indikator": [{"formulasi": [{}]}]}]}, {}],
        }
    ],
}


@pytest.mark.parametrize(
    "jalan, kata",
    [
        (
            ["dokumen", 0, "jabatan", 0, "sasaran", 1, "indikator", 0],
            "Jabatan Camat › Sasaran 2 › Indikator 1",
        ),
        (["dokumen", 0, "jabatan", 1], "Jabatan 2"),
        (["dokumen", 0, "jabatan", 0, "pemangku", "nip"], "Jabatan Camat › Pemangku › NIP"),
        (
            ["dokumen", 0, "jabatan", 0, "sasaran", 1, "indikator", 0, "formulasi", 0, "realisasi", 1],
            "Jabatan Camat › Sasaran 2 › Indikator 1 › Formulasi 1 › Realisasi triwulan II",
        ),
        (
            ["dokumen", 0, "jabatan", 0, "sasaran", 1, "indikator", 0, "target", "triwulan", 3],
            "Jabatan Camat › Sasaran 2 › Indikator 1 › Target › Triwulan IV",
        ),
        (["dokumen", 0, "keputusan", "menimbang", 1], "Keputusan › Menimbang butir 2"),
        (["dokumen", 0, "keputusan", "diktum", 0, "teks"], "Keputusan › Diktum KESATU › Teksnya"),
        (["dokumen", 0, "keputusan", "diktum", 1], "Keputusan › Diktum 2"),
        (["dokumen", 0, "tahun"], "Tahun"),
        (["dokumen", 0], "Dokumen tahun 2026"),
        (["kecamatan", "nama_daerah"], "Kecamatan Biatan › Nama daerah"),
        (["kecamatan", "pejabat", 0, "nip"], "Kecamatan Biatan › Pejabat 1 › NIP"),
        (["kecamatan", "a b"], "Kecamatan Biatan › A b"),
        (["format"], "Format"),
    ],
)
def test_a_place_in_the_words_of_the_office(jalan, kata):
    assert sebut_tempat(POHON, tempat(jalan)) == kata


def test_the_year_is_said_where_there_are_several():
    dua = {"dokumen": [{"tahun": Decimal(2025)}, {"tahun": "x", "jabatan": [{"nama": "Camat"}]}]}
    assert sebut_tempat(dua, "dokumen[0].judul") == "Dokumen tahun 2025 › Judul"
    assert sebut_tempat(dua, "dokumen[1].jabatan[0].nama") == "Dokumen 2 › Jabatan Camat › Nama"


@pytest.mark.parametrize("asing", ["", "baris 3, kolom 5", "Lembar!B4", "dokumen[", "[x]"])
def test_what_is_no_such_place_stays_as_it_is(asing):
    assert sebut_tempat(POHON, asing) == asing


_JALAN = st.lists(
    st.text(max_size=8) | st.sampled_from(["dokumen", "jabatan"]) | st.integers(0, 9), max_size=6
)
_POHON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5) | st.integers(),
    lambda isi: st.lists(isi, max_size=3) | st.dictionaries(st.text(max_size=8), isi, max_size=3),
    max_leaves=12,
)


@given(_POHON, _JALAN)
def test_any_place_in_any_tree_has_words_on_one_line(pohon, jalan):
    kata = sebut_tempat(pohon, tempat(jalan))
    assert "\n" not in kata
    assert len(kata) <= 80 * max(1, len(jalan))


def test_hostile_names_stay_on_one_line_and_short():
    pohon, _ = urai_pohon(json.dumps({"dokumen": [{"jabatan": [{"nama": "a\n\x0b<b>" * 3_000}]}]}))
    kata = sebut_tempat(pohon, "dokumen[0].jabatan[0].atasan")
    assert "\n" not in kata
    assert "\x0b" not in kata
    assert len(kata) < 100


def test_a_refused_file_tells_its_findings_in_words(tmp_path):
    isi = json.loads((DATA / "biatan.json").read_text("utf-8"))
    jabatan = isi["dokumen"][0]["jabatan"][0]
    jabatan["sasaran"][0]["indikator"][0]["satuan"] = 5
    berkas = tmp_path / "rusak.json"
    berkas.write_text(json.dumps(isi), encoding="utf-8")
    with pytest.raises(ImportFileError) as galat:
        baca_iki_json(berkas)
    (temuan,) = galat.value.temuan
    assert str(temuan).startswith(f"Jabatan {jabatan['nama']} › Sasaran 1 › Indikator 1 › Satuan: ")
    assert temuan.tempat == "dokumen[0].jabatan[0].sasaran[0].indikator[0].satuan"
