"""The commands: what each makes, brings in and writes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.paths import resources_dir
from tests.cli.kantor import Jalan, minimal, tulis

CHECKOUT = Path(__file__).resolve().parents[2]
DATA = CHECKOUT / "tests" / "data"


# --- buat ---------------------------------------------------------------------------------------


def test_an_empty_file_is_made(jalan: Jalan, tmp_path: Path) -> None:
    assert jalan("buat", "kosong.iki") == (0, "Berkas kosong.iki dibuat.\n", "")
    with Berkas.buka(tmp_path / "kosong.iki") as berkas:
        assert berkas.muat() == []


def test_the_example_office_shows_life(contoh: Path) -> None:
    with Berkas.buka(contoh) as berkas:
        ruang = Workspace(berkas, berkas.muat())
    dokumen = ruang.arsip.dokumen(ruang.arsip.kecamatan()[0].id)[0]
    satu, dua = ruang.hasil(dokumen.id, 1), ruang.hasil(dokumen.id, 2)
    assert satu.terisi == satu.jumlah - 3
    assert 0 < dua.terisi < satu.terisi
    assert satu.capaian is not None


def test_no_file_is_made_over_another(jalan: Jalan, tmp_path: Path) -> None:
    (tmp_path / "ada.iki").write_text("penting", encoding="utf-8")
    for pilihan in ((), ("--contoh",)):
        kode, keluar, galat = jalan("buat", "ada.iki", *pilihan)
        assert (kode, keluar) == (2, "")
        assert "sudah ada" in galat
    assert (tmp_path / "ada.iki").read_text(encoding="utf-8") == "penting"


# --- impor ----------------------------------------------------------------------------------------


def test_a_document_goes_in_and_out(jalan: Jalan, tmp_path: Path) -> None:
    sumber = DATA / "camplong.json"
    assert jalan("impor", sumber, "kantor.iki") == (
        0,
        "Selesai: impor kecamatan “Camplong” tahun 2021.\n",
        "",
    )
    assert jalan("ekspor", "kantor.iki", "hasil.JSON")[0] == 0
    assert json.loads((tmp_path / "hasil.JSON").read_text(encoding="utf-8")) == json.loads(
        sumber.read_text(encoding="utf-8")
    )


def test_a_refused_document_leaves_no_file_behind(jalan: Jalan, tmp_path: Path) -> None:
    rusak = tulis(tmp_path / "rusak.json", minimal({"tahun": 2026, "jabatan": [{}, {"nama": 1}]}))
    kode, keluar, galat = jalan("impor", rusak, "kantor.iki")
    assert (kode, keluar) == (2, "")
    assert galat.splitlines() == [
        "Jabatan 1 › Nama: Isian ini wajib ada.",
        "Jabatan 2 › Nama: Harus berupa teks.",
        "Berkas ini belum dapat diimpor: ada 2 temuan. Perbaiki di program asalnya, lalu impor kembali.",
    ]
    assert not (tmp_path / "kantor.iki").exists()


def test_a_year_is_replaced_only_when_asked(jalan: Jalan, contoh: Path) -> None:
    sebelum = contoh.read_bytes()
    kode, _, galat = jalan("impor", resources_dir() / "contoh.json", contoh)
    assert kode == 2
    assert "Dokumen 2026: Tahun 2026 sudah ada di berkas ini." in galat
    assert contoh.read_bytes() == sebelum
    assert jalan("impor", resources_dir() / "contoh.json", contoh, "--ganti")[0] == 0


def test_an_import_that_cannot_be_written_leaves_no_file(jalan: Jalan, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    besar = minimal({"tahun": 2026, "jabatan": [{"nama": "x" * 500_000}]})
    sumber = tulis(tmp_path / "besar.json", besar)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, keras))
    try:
        kode, _, galat = jalan("impor", sumber, "kantor.iki")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))
    assert kode == 2
    assert "Tempat penyimpanan" in galat
    assert sorted(p.name for p in tmp_path.iterdir()) == ["besar.json"]


# --- ekspor ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "nama, awal", [("hasil.pdf", b"%PDF-"), ("hasil.docx", b"PK\x03\x04"), ("hasil.xlsx", b"PK\x03\x04")]
)
def test_a_document_is_printed(jalan: Jalan, contoh: Path, nama: str, awal: bytes) -> None:
    assert jalan("ekspor", contoh, nama) == (0, f"Berkas {nama} ditulis.\n", "")
    assert contoh.with_name(nama).read_bytes().startswith(awal)


def test_one_quarter_s_workbook_is_another(jalan: Jalan, contoh: Path, tmp_path: Path) -> None:
    import openpyxl

    assert jalan("ekspor", contoh, "tahun.xlsx")[0] == 0
    assert jalan("ekspor", contoh, "tw.xlsx", "--triwulan", "2")[0] == 0
    lembar = [openpyxl.load_workbook(tmp_path / n).sheetnames for n in ("tahun.xlsx", "tw.xlsx")]
    assert len(lembar[1]) < len(lembar[0])


def test_a_quarter_means_nothing_to_a_decision(jalan: Jalan, contoh: Path) -> None:
    kode, _, galat = jalan("ekspor", contoh, "hasil.json", "--triwulan", "1")
    assert kode == 0
    assert galat == "Pilihan --triwulan tidak berpengaruh pada .json.\n"


def test_what_could_not_be_printed_is_a_finding(jalan: Jalan, tmp_path: Path) -> None:
    isi = minimal({"tahun": 2026, "jabatan": [], "keputusan": {"tempat": "Biatan"}})
    isi["kecamatan"]["logo_png"] = "bukan gambar"
    assert jalan("impor", tulis(tmp_path / "a.json", isi), "a.iki")[0] == 0
    kode, keluar, galat = jalan("ekspor", "a.iki", "a.pdf")
    assert (kode, keluar) == (1, "Berkas a.pdf ditulis.\n")
    assert "Lambang daerah" in galat
    assert "Nomor keputusan belum diisi" in galat
    assert (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    "keluaran, kata",
    [
        ("hasil.doc", "Pakai akhiran .json, .pdf, .docx, atau .xlsx."),
        ("hasil", "Pakai akhiran"),
        ("tidak ada/hasil.json", "tidak ada"),
        ("tidak ada/hasil.pdf", "tidak ada"),
        ("tidak ada/hasil.xlsx", "tidak ada"),
        ("folder.json", "adalah folder"),
        ("folder.pdf", "adalah folder"),
        ("folder.xlsx", "adalah folder"),
    ],
)
def test_an_output_that_cannot_be_written(jalan: Jalan, contoh: Path, keluaran: str, kata: str) -> None:
    for jenis in ("json", "pdf", "xlsx"):
        contoh.with_name(f"folder.{jenis}").mkdir()
    sebelum = sorted(contoh.parent.rglob("*"))
    kode, keluar, galat = jalan("ekspor", contoh, keluaran)
    assert (kode, keluar) == (2, "")
    assert kata in galat
    assert sorted(contoh.parent.rglob("*")) == sebelum


def test_one_year_of_several(jalan: Jalan, tmp_path: Path) -> None:
    dokumen: list[dict[str, Any]] = [{"tahun": t, "jabatan": []} for t in (2026, 2024, 2025)]
    jalan("impor", tulis(tmp_path / "a.json", minimal(*dokumen)), "a.iki")
    assert jalan("ekspor", "a.iki", "satu.json", "--tahun", "2024")[0] == 0
    assert json.loads((tmp_path / "satu.json").read_text(encoding="utf-8")) == minimal(dokumen[1])
    assert json.loads(jalan("capaian", "a.iki", "--json")[1])["tahun"] == 2026
    assert json.loads(jalan("capaian", "a.iki", "--json", "--tahun", "2024")[1])["tahun"] == 2024
    kode, _, galat = jalan("capaian", "a.iki", "--tahun", "2023")
    assert (kode, galat) == (2, "Dokumen tahun 2023 tidak ada. Yang ada: 2024, 2025, 2026.\n")
    assert jalan("ekspor", "a.iki", "x.json", "--tahun", "2023")[0] == 2
    assert not (tmp_path / "x.json").exists()


# --- which office ----------------------------------------------------------------------------------


@pytest.fixture
def beberapa(jalan: Jalan, tmp_path: Path) -> Path:
    isi = {"tahun": 2026, "jabatan": []}
    for i, (nama, daerah) in enumerate([("Biatan", "Berau"), ("Talisayan", "Berau"), ("Biatan", "Kutai")]):
        sumber = tulis(tmp_path / f"{i}.json", minimal(isi, nama=nama, daerah=daerah))
        assert jalan("impor", sumber, "semua.iki")[0] == 0
    return tmp_path / "semua.iki"


def test_several_offices_and_none_named(jalan: Jalan, beberapa: Path) -> None:
    for perintah in (("capaian", beberapa, "--json"), ("ekspor", beberapa, "x.json")):
        kode, keluar, galat = jalan(*perintah)
        assert (kode, keluar) == (2, "")
        assert "Biatan (Kabupaten Berau); Talisayan (Kabupaten Berau); Biatan (Kabupaten Kutai)" in galat


@pytest.mark.parametrize(
    "nama",
    ["Talisayan", "talisayan", "KECAMATAN TALISAYAN", " kecamatan  Talisayan ", "Talisayan Kabupaten Berau"],
)
def test_an_office_by_any_of_its_names(jalan: Jalan, beberapa: Path, nama: str) -> None:
    kode, keluar, _ = jalan("capaian", beberapa, "--kecamatan", nama, "--json")
    assert kode == 0
    assert json.loads(keluar)["kecamatan"]["nama"] == "Talisayan"


def test_namesakes_are_told_apart_by_their_region(jalan: Jalan, beberapa: Path) -> None:
    kode, _, galat = jalan("capaian", beberapa, "--kecamatan", "biatan")
    assert kode == 2
    assert "Talisayan" not in galat
    assert jalan("capaian", beberapa, "--kecamatan", "Biatan (Kabupaten Kutai)")[0] == 0
    assert "tidak ada di berkas ini" in jalan("capaian", beberapa, "--kecamatan", "Palaran")[2]


def test_a_file_without_an_office_or_a_year(jalan: Jalan, tmp_path: Path) -> None:
    jalan("buat", "kosong.iki")
    assert jalan("capaian", "kosong.iki")[0] == 2
    assert jalan("ekspor", "kosong.iki", "x.json")[0] == 2
    jalan("impor", tulis(tmp_path / "a.json", minimal()), "kosong.iki")
    assert "belum memiliki dokumen" in jalan("capaian", "kosong.iki")[2]
    assert jalan("ekspor", "kosong.iki", "x.pdf")[0] == 2
    assert jalan("ekspor", "kosong.iki", "x.json")[0] == 0


# --- files that cannot be used ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "perintah", [("capaian", "X"), ("capaian", "X", "--json"), ("ekspor", "X", "y.json"), ("impor", "S", "X")]
)
@pytest.mark.parametrize("jenis", ["folder", "sampah", "terbuka", "nama"])
def test_a_file_that_cannot_be_used(
    jalan: Jalan, tmp_path: Path, perintah: tuple[str, ...], jenis: str
) -> None:
    path = tmp_path / "x.iki"
    sumber = tulis(tmp_path / "s.json", minimal())
    argv = [{"X": path, "S": sumber}.get(p, p) for p in perintah]
    if jenis == "folder":
        path.mkdir()
    elif jenis == "sampah":
        path.write_bytes(b"bukan sqlite")
    elif jenis == "nama":
        argv = [path.with_name("n" * 300 + ".iki") if a == path else a for a in argv]
    else:
        Berkas.buat(path).tutup()
    if jenis == "terbuka":
        with Berkas.buka(path):
            kode, keluar, galat = jalan(*argv)
        assert "sedang dibuka di jendela atau program lain" in galat
    else:
        kode, keluar, galat = jalan(*argv)
    assert (kode, keluar) == (2, "")
    assert galat.count("\n") == 1


def test_a_source_that_is_not_there(jalan: Jalan, tmp_path: Path) -> None:
    kode, _, galat = jalan("impor", "tidak ada.json", "x.iki")
    assert kode == 2
    assert "tidak ditemukan" in galat
    assert not (tmp_path / "x.iki").exists()
