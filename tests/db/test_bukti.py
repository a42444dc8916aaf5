"""The folder of evidence: hostile names, the same and other content, what changed, what goes along."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_desktop.core.bukti import UKURAN_TERBESAR, KeadaanBukti, boleh_dibuka, bukti_dipakai, sebut_ukuran
from iki_desktop.core.errors import StoreError
from iki_desktop.core.progress import Dibatalkan
from iki_desktop.core.records import Bukti, IsiSampah, Realisasi, Sampah
from iki_desktop.db.bukti import LemariBukti, nama_dalam

JAHAT = [
    "../../etc/passwd", "..", ".", "", " ", "CON", "con.pdf", "aux.tar.gz", "nul", "COM¹.txt", "a:b.pdf",
    "a\\b\\c.pdf", "laporan.pdf.", "laporan.pdf ", "x" * 400 + ".pdf", "é" * 300, "a\x00b.pdf", "a\nb.pdf",
    "\u202efdp.exe", "<b>tebal</b>.pdf", "😀.png", "تقرير.pdf", "=1+1.xlsx", "-rf", "~", "a/.pdf",
]  # fmt: skip


TANDA = "./\\: \x00\u202eCOMN1"


@pytest.fixture
def lemari(tmp_path: Path) -> LemariBukti:
    folder = tmp_path / "Kantor Camat"
    folder.mkdir()
    return LemariBukti(folder / "Biatan 2026.iki")


def tulis(path: Path, isi: bytes = b"isi") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(isi)
    return path


def test_a_file_is_copied_with_size_and_checksum_and_the_original_stays(lemari, tmp_path):
    asal = tulis(tmp_path / "unduhan" / "Daftar hadir.PDF", b"%PDF-1.7 hadir")
    sebelum = asal.stat()
    bukti = lemari.simpan(asal)
    assert bukti == Bukti(
        "Daftar hadir.PDF", "Daftar hadir.pdf", 14, hashlib.sha256(b"%PDF-1.7 hadir").hexdigest()
    )
    assert lemari.folder.name == "Biatan 2026.iki.bukti"
    assert lemari.tempat(bukti).read_bytes() == b"%PDF-1.7 hadir"
    assert (asal.stat().st_mtime_ns, asal.read_bytes()) == (sebelum.st_mtime_ns, b"%PDF-1.7 hadir")
    assert lemari.keadaan(bukti) is KeadaanBukti.ADA
    if os.name == "posix":
        umask = os.umask(0)
        os.umask(umask)
        assert lemari.tempat(bukti).stat().st_mode & 0o777 == 0o666 & ~umask


def test_the_same_is_kept_once_and_other_content_is_numbered(lemari, tmp_path):
    satu = lemari.simpan(tulis(tmp_path / "a" / "foto.jpg", b"satu"))
    sama = lemari.simpan(tulis(tmp_path / "b" / "foto.jpg", b"satu"))
    lain = lemari.simpan(tulis(tmp_path / "c" / "foto.jpg", b"dua!"))
    lagi = lemari.simpan(tulis(tmp_path / "d" / "foto.jpg", b"dua!"))
    assert (satu.berkas, sama.berkas, lain.berkas, lagi.berkas) == (
        "foto.jpg", "foto.jpg", "foto (2).jpg", "foto (2).jpg",
    )  # fmt: skip
    assert [p.name for p in lemari.isi()] == ["foto (2).jpg", "foto.jpg"]
    assert lemari.tempat(satu).read_bytes() == b"satu"


@pytest.mark.parametrize("nama", JAHAT)
def test_any_name_becomes_a_safe_one(nama):
    aman = nama_dalam(nama)
    assert aman == Path(aman).name
    assert nama_dalam(aman) == aman, "and stays as it is"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    nama=st.one_of(
        st.text(max_size=300), st.sampled_from(JAHAT), st.text("./\\: \x00\u202eCOMN1").map("con".__add__)
    )
)
def test_no_name_leaves_the_folder(nama, tmp_path_factory):
    aman = nama_dalam(nama)
    assert aman
    assert aman not in (".", "..")
    assert aman == aman.strip(". ")
    assert len(aman.encode()) <= 240
    assert not set(aman) & set('<>:"/\\|?*')
    assert all(h.isprintable() for h in aman)
    lemari = LemariBukti(Path("/kantor/Biatan.iki"))
    tempat = lemari.tempat(Bukti("x", nama, 1, "0" * 64))
    assert tempat is None or tempat.parent == lemari.folder


@pytest.mark.parametrize(
    "nama", ["x" * 117, "x" * 130, "é" * 98 + "x", "😀" * 60, "x" * 116 + " y", "x" * 90 + ". y"]
)
@pytest.mark.parametrize("akhiran", ["", ".pdf", ".jpeg"])
def test_what_was_numbered_is_found_again_however_long_its_name(lemari, tmp_path, nama, akhiran):
    semua = [
        lemari.simpan(tulis(tmp_path / f"dari {n}" / f"{nama[:60]}{akhiran}", bytes([n]))) for n in range(12)
    ]
    for n in range(12):
        asal = tmp_path / f"lagi {n}"
        try:
            tulis(asal / f"{nama}{akhiran}", bytes([99, n]))
        except OSError:
            continue  # longer than this disk takes
        semua.append(lemari.simpan(asal / f"{nama}{akhiran}"))
    assert len({b.berkas for b in semua}) == len(semua) > 12
    assert {lemari.keadaan(b) for b in semua} == {KeadaanBukti.ADA}
    assert lemari.tak_terpakai(semua) == []


def test_what_a_record_from_outside_names_is_never_reached(lemari, tmp_path):
    tulis(lemari.folder.parent / "rahasia.pdf", b"rahasia")
    lemari.folder.mkdir()
    for nama in (
        "../rahasia.pdf",
        str(lemari.folder.parent / "rahasia.pdf"),
        "a/../../rahasia.pdf",
        "a\x00.pdf",
    ):
        bukti = Bukti("x", nama, 7, hashlib.sha256(b"rahasia").hexdigest())
        assert lemari.tempat(bukti) is None
        assert lemari.keadaan(bukti) is KeadaanBukti.HILANG


@pytest.mark.skipif(os.name != "posix", reason="links need rights there")
def test_a_link_in_the_folder_counts_as_nothing(lemari, tmp_path):
    luar = tulis(tmp_path / "luar.pdf", b"luar")
    bukti = lemari.simpan(luar)
    lemari.tempat(bukti).unlink()
    lemari.tempat(bukti).symlink_to(luar)
    assert lemari.keadaan(bukti) is KeadaanBukti.HILANG
    assert lemari.isi() == []
    assert lemari.simpan(luar).berkas == "luar (2).pdf", "and is not followed for writing either"


def test_what_is_gone_or_changed_is_told(lemari, tmp_path):
    bukti = lemari.simpan(tulis(tmp_path / "a.pdf", b"satu"))
    tempat = lemari.tempat(bukti)
    tempat.write_bytes(b"lebih panjang")
    assert lemari.keadaan(bukti, teliti=False) is KeadaanBukti.BERUBAH
    tempat.write_bytes(b"dua!")
    os.utime(tempat, ns=(1, 1))
    assert lemari.keadaan(bukti, teliti=False) is KeadaanBukti.ADA, "its size is believed"
    assert lemari.keadaan(bukti) is KeadaanBukti.BERUBAH
    tempat.unlink()
    assert lemari.keadaan(bukti) is KeadaanBukti.HILANG


def test_an_unreadable_file_counts_as_changed(lemari, tmp_path, monkeypatch):
    bukti = lemari.simpan(tulis(tmp_path / "a.pdf", b"satu"))

    def gagal(self, *_):
        raise OSError(errno.EIO, "bad sector")

    monkeypatch.setattr(Path, "open", gagal)
    assert LemariBukti(lemari.folder.with_name("Biatan 2026.iki")).keadaan(bukti) is KeadaanBukti.BERUBAH


def test_what_is_no_file_is_refused_with_a_sentence(lemari, tmp_path):
    with pytest.raises(StoreError, match="adalah folder"):
        lemari.simpan(tmp_path)
    with pytest.raises(StoreError, match="tidak dapat dibaca"):
        lemari.simpan(tmp_path / "tidak ada.pdf")
    with pytest.raises(StoreError, match="tidak dapat dibaca"):
        lemari.simpan(Path("a\x00.pdf"))
    assert not lemari.folder.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_pipe_is_no_evidence(lemari, tmp_path):
    os.mkfifo(tmp_path / "pipa.pdf")
    with pytest.raises(StoreError, match="bukan berkas biasa"):
        lemari.simpan(tmp_path / "pipa.pdf")


def test_too_large_is_said_with_both_sizes(lemari, tmp_path):
    besar = tmp_path / "besar.pdf"
    with besar.open("wb") as f:
        f.truncate(UKURAN_TERBESAR + 1)
    with pytest.raises(StoreError, match=r"terlalu besar \(50,0 MB\); paling besar 50,0 MB"):
        lemari.simpan(besar)
    assert not lemari.folder.exists()


class Menumbuhkan:
    def __init__(self, path: Path) -> None:
        self.path = path

    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        with self.path.open("ab") as f:
            f.truncate(UKURAN_TERBESAR + 1)


def test_a_file_that_grows_while_it_is_copied_is_refused_too(lemari, tmp_path):
    asal = tulis(tmp_path / "tumbuh.pdf", b"x" * (1 << 20))
    with pytest.raises(StoreError, match="terlalu besar"):
        lemari.simpan(asal, Menumbuhkan(asal))
    assert list(lemari.folder.iterdir()) == []


class Batal:
    def maju(self, selesai: int, jumlah: int, pesan: str) -> None:
        raise Dibatalkan


def test_a_stopped_copy_leaves_nothing(lemari, tmp_path):
    with pytest.raises(Dibatalkan):
        lemari.simpan(tulis(tmp_path / "a.pdf"), Batal())
    assert list(lemari.folder.iterdir()) == []


@pytest.mark.parametrize("kode, kata", [(errno.ENOSPC, "penuh"), (errno.EIO, "tidak dapat ditulisi")])
def test_a_full_disk_leaves_nothing_and_is_said(lemari, tmp_path, monkeypatch, kode, kata):
    asal = tulis(tmp_path / "a.pdf")

    def gagal(_nomor):
        raise OSError(kode, "no")

    monkeypatch.setattr(os, "fsync", gagal)
    with pytest.raises(StoreError, match=kata):
        lemari.simpan(asal)
    assert list(lemari.folder.iterdir()) == []


def test_a_name_that_cannot_be_taken_is_given_back(lemari, tmp_path, monkeypatch):
    asal = tulis(tmp_path / "a.pdf")

    def gagal(self, _tujuan):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", gagal)
    with pytest.raises(StoreError, match="tidak dapat ditulisi"):
        lemari.simpan(asal)
    assert list(lemari.folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    tulis(tmp_path / "Biatan.iki.bukti", b"a file in its place")
    with pytest.raises(StoreError, match=r"Folder bukti “Biatan\.iki\.bukti” tidak dapat ditulisi"):
        LemariBukti(tmp_path / "Biatan.iki").simpan(tulis(tmp_path / "a.pdf"))


def test_a_file_that_can_only_be_read_takes_nothing_in(tmp_path):
    lemari = LemariBukti(tmp_path / "Biatan.iki", baca_saja=True)
    with pytest.raises(StoreError, match="hanya dapat dibaca"):
        lemari.simpan(tulis(tmp_path / "a.pdf"))
    assert not lemari.folder.exists()


def test_what_no_entry_names_can_be_found(lemari, tmp_path):
    satu = lemari.simpan(tulis(tmp_path / "a.pdf", b"a"))
    lemari.simpan(tulis(tmp_path / "b.pdf", b"b"))
    tulis(lemari.folder / ".iki-terhenti", b"half of something")
    (lemari.folder / "folder").mkdir()
    assert [p.name for p in lemari.tak_terpakai([satu])] == ["b.pdf"]
    assert LemariBukti(tmp_path / "lain.iki").tak_terpakai([]) == []


def test_everything_goes_along_to_a_copy(lemari, tmp_path):
    satu = lemari.simpan(tulis(tmp_path / "a.pdf", b"a"))
    dua = lemari.simpan(tulis(tmp_path / "b.pdf", b"b"))
    salinan = tmp_path / "salinan" / "Biatan (salinan).iki"
    salinan.parent.mkdir()
    assert lemari.salin_ke(salinan) == (2, 0)
    baru = LemariBukti(salinan)
    assert [baru.keadaan(b) for b in (satu, dua)] == [KeadaanBukti.ADA] * 2
    assert lemari.salin_ke(salinan) == (2, 0), "a second time nothing is doubled"
    assert len(baru.isi()) == 2
    (baru.folder / "b.pdf").write_bytes(b"milik orang lain")
    assert lemari.salin_ke(salinan) == (1, 1)
    assert (baru.folder / "b.pdf").read_bytes() == b"milik orang lain"


def test_only_what_shows_itself_may_be_opened():
    assert all(boleh_dibuka(n) for n in ("a.pdf", "foto.JPG", "a.b.xlsx", "surat.docx"))
    tidak = (
        "a.exe",
        "a.pdf.exe",
        "a.js",
        "a.lnk",
        "a.html",
        "a.svg",
        "a.xlsm",
        "a.zip",
        "pdf",
        "a.",
        "",
        "a.desktop",
    )
    assert not any(boleh_dibuka(n) for n in tidak)


def test_what_is_named_anywhere_counts_as_used():
    b = [Bukti(n, n, 1, "0" * 64) for n in "abc"]
    isian = Realisasi(1, 1, bukti=(b[0],))
    sampah = Sampah(
        1, "2026-01-01T00:00:00", "x", IsiSampah(realisasi=(Realisasi(2, 1, bukti=(b[1], b[2])),))
    )
    assert list(bukti_dipakai([isian, Realisasi(3, 1), sampah])) == b


def test_sizes_are_readable():
    assert [sebut_ukuran(n) for n in (0, 400, 840_000, 1_234_567)] == ["1 kB", "1 kB", "840 kB", "1,2 MB"]
