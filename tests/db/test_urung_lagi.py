"""Undo goes on after the file was closed: from its journal alone, exactly as though it had stayed open."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.changes import Change, Edit
from iki_desktop.core.errors import IkiError, RuleError, StoreError
from iki_desktop.core.records import (
    Dokumen,
    Formulasi,
    Indikator,
    Jabatan,
    Node,
    Realisasi,
    Record,
    Sasaran,
    StatusIsian,
    StatusTriwulan,
)
from iki_desktop.core.sampah import kembalikan, kosongkan
from iki_desktop.core.workspace import Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jejak import Jejak
from iki_desktop.db.salinan import simpan_salinan
from tests.core.kantor import CAMAT, KASI, SEKRETARIS, Laci, isi_arsip, isi_kantor
from tests.db.isi import SEMUA, berkas_versi, lahir

DOKUMEN = 2


@contextmanager
def terbuka(path: Path) -> Iterator[tuple[Berkas, Workspace]]:
    with Berkas.buka(path) as berkas:
        yield berkas, susun(berkas)


def susun(berkas: Berkas) -> Workspace:
    return Workspace(berkas, berkas.muat(), jurnal=Jejak(lambda: berkas.sambungan_baca))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
    return path


def namai(ws: Workspace, jabatan_id: int, nama: str, rangkaian: object | None = None) -> None:
    jabatan = ws.arsip[jabatan_id]
    assert isinstance(jabatan, Jabatan)
    ws.ubah(replace(jabatan, nama=nama), f"ubah nama “{jabatan.nama}”", rangkaian=rangkaian)


def nama(ws: Workspace, jabatan_id: int = CAMAT) -> str:
    jabatan = ws.arsip[jabatan_id]
    assert isinstance(jabatan, Jabatan)
    return jabatan.nama


# --- one by one -------------------------------------------------------------------------------


def test_what_was_done_before_closing_is_taken_back_and_made_again(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
        ws.hapus(SEKRETARIS)
    with terbuka(path) as (_, ws):
        assert ws.undo_text == "hapus jabatan “Sekretaris”"
        assert ws.redo_text is None
        ws.undo()
        assert nama(ws, SEKRETARIS) == "Sekretaris"
        assert ws.redo_text == "hapus jabatan “Sekretaris”"
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == ("ubah nama “Camat”", "hapus jabatan “Sekretaris”")
        ws.undo()
        assert isi_arsip(ws.arsip) == isi_kantor_terbaca()
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == (None, "ubah nama “Camat”")
        ws.redo()
        ws.redo()
        assert nama(ws) == "A"
        assert SEKRETARIS not in ws.arsip
        assert ws.redo() is None
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == ("hapus jabatan “Sekretaris”", None)


def isi_kantor_terbaca() -> list[Record]:
    return isi_arsip(Arsip(isi_kantor()))


def test_with_what_the_file_began_it_stays(path: Path) -> None:
    """Who opens a file and takes a step back shall not see the whole office go."""
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == (None, None)
        assert ws.undo() is None


def test_a_record_with_every_field_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "kantor.iki"
    with Berkas.buat(path) as berkas:
        Workspace(berkas, []).terapkan("isi awal", lahir(*SEMUA).changes, periksa=False)
    with terbuka(path) as (_, ws):
        ws.terapkan("kosongkan", [c.inverse() for c in reversed(lahir(*SEMUA).changes)])
        assert len(ws.arsip) == 0
    with terbuka(path) as (berkas, ws):
        ws.undo()
        assert tuple(berkas.muat()) == SEMUA
    with terbuka(path) as (berkas, ws):
        ws.redo()
        assert berkas.muat() == []


def test_a_sitting_is_one_step_also_later(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, KASI, "Kasi Umum")
        for satu in ("Cam", "Camat B", "Camat Biatan"):
            namai(ws, CAMAT, satu, "duduk")
    with terbuka(path) as (_, ws):
        assert ws.undo_text == "ubah nama “Camat”"
        ws.undo()
        assert nama(ws) == "Camat"
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == ("ubah nama “Kasi”", "ubah nama “Camat”")
        ws.redo()
        assert nama(ws) == "Camat Biatan"
    with terbuka(path) as (_, ws):
        ws.undo()
        assert nama(ws) == "Camat"


def test_a_sitting_that_ended_where_it_began_is_no_step_later(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, KASI, "Kasi Umum")
        for satu in ("Cam", "Camat"):
            namai(ws, CAMAT, satu, "duduk")
        for catatan in ("menunggu", None):
            isi = Realisasi(10030, 4, catatan="menunggu")
            change = Change(None, isi) if catatan else Change(isi, None)
            ws.terapkan("catatan", [change], rangkaian="catatan")
    with terbuka(path) as (_, ws):
        assert ws.undo_text == "ubah nama “Kasi”"


def test_a_quarter_that_is_locked_stands_in_the_way_until_it_is_opened(path: Path) -> None:
    with terbuka(path) as (_, ws):
        ws.set_realisasi(10010, 1, "pembilang", Decimal(7))
        ws.set_status(DOKUMEN, 1, StatusIsian.DIKUNCI)
    with terbuka(path) as (_, ws):
        assert ws.undo_text == "isi realisasi TW I “Indikator 1001”"
        with pytest.raises(RuleError, match="sudah dikunci"):
            ws.undo()
        assert ws.undo_text == "isi realisasi TW I “Indikator 1001”"
        ws.set_status(DOKUMEN, 1, StatusIsian.TERBUKA, "salah ketik")
    with terbuka(path) as (_, ws):
        ws.undo()
        assert ws.arsip.status_isian(DOKUMEN, 1) is StatusIsian.TERBUKA
        assert ws.redo_text == "isi realisasi TW I “Indikator 1001”"
        ws.set_status(DOKUMEN, 1, StatusIsian.SELESAI)
    with terbuka(path) as (_, ws):
        assert ws.redo_text == "isi realisasi TW I “Indikator 1001”"


def test_a_new_edit_ends_what_could_be_made_again(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
        ws.undo()
    with terbuka(path) as (_, ws):
        assert ws.redo_text is not None
        namai(ws, KASI, "B")
        assert ws.redo_text is None
    with terbuka(path) as (_, ws):
        assert ws.redo_text is None


def test_what_was_refused_and_taken_back_is_as_though_it_had_never_been(path: Path) -> None:
    with terbuka(path) as (berkas, ws):
        namai(ws, CAMAT, "A")
        namai(ws, KASI, "B")
        ws.undo()
        camat = ws.arsip[CAMAT]
        assert isinstance(camat, Jabatan)
        namai_lagi = Edit("ubah nama “A”", (Change(camat, replace(camat, nama="C")),))
        nomor = berkas.apply(namai_lagi)
        berkas.apply(Edit("batalkan: ubah nama “A”", namai_lagi.inverse().changes, nomor))
    with terbuka(path) as (_, ws):
        assert (ws.undo_text, ws.redo_text) == ("ubah nama “Camat”", "ubah nama “Kasi”")
        ws.redo()
        assert nama(ws, KASI) == "B"


def test_it_goes_on_in_a_copy_elsewhere(path: Path, tmp_path: Path) -> None:
    with terbuka(path) as (berkas, ws):
        namai(ws, CAMAT, "A")
        simpan_salinan(ws.arsip.semua(), tmp_path / "salinan.iki", jurnal_dari=berkas.sambungan_baca)
    with terbuka(tmp_path / "salinan.iki") as (_, ws):
        assert ws.undo_text == "ubah nama “Camat”"
        ws.undo()
        assert nama(ws) == "Camat"


# --- where it ends ----------------------------------------------------------------------------


def rusak(path: Path, perintah: str, *isi: object) -> None:
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(perintah, isi)
        conn.execute("UPDATE jurnal SET jumlah_uji = NULL")


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE jabatan SET nama = 'lain' WHERE id = 11",
        "UPDATE jurnal SET perubahan = 'x' WHERE id = 2",
        "UPDATE jurnal SET perubahan = '[1]' WHERE id = 2",
        "UPDATE jurnal SET perubahan = '{}' WHERE id = 2",
        "UPDATE jurnal SET perubahan = '[]' WHERE id = 2",
        "UPDATE jurnal SET perubahan = replace(perubahan, '\"nama\"', '\"entah\"') WHERE id = 2",
        "UPDATE jurnal SET perubahan = replace(perubahan, '\"Camat\"', '7') WHERE id = 2",
        "UPDATE jurnal SET perubahan = replace(perubahan, '11', '99') WHERE id = 2",
        "UPDATE jurnal SET perubahan = replace(perubahan, '11', '1001') WHERE id = 2",
        "UPDATE jurnal SET perubahan = replace(perubahan, '11', 'true') WHERE id = 2",
        'UPDATE jurnal SET perubahan = \'[{"jenis":"sasaran","id":101,"sebelum":null,"sesudah":{}}]\'',
        'UPDATE jurnal SET perubahan = \'[{"jenis":"jabatan","id":11,"sebelum":null,"sesudah":null}]\'',
        'UPDATE jurnal SET perubahan = \'[{"jenis":"meja","id":11,"sebelum":null,"sesudah":null}]\'',
    ],
)
def test_what_no_longer_fits_is_said_once_and_then_there_is_nothing(path: Path, perintah: str) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
    rusak(path, perintah)
    with terbuka(path) as (berkas, ws):
        sebelum = berkas.muat()
        with pytest.raises(RuleError, match="Riwayat tidak lagi sesuai"):
            ws.undo()
        assert berkas.muat() == sebelum
        assert ws.undo_text is None
        assert ws.undo() is None
        namai(ws, KASI, "B")
        assert ws.undo_text == "ubah nama “Kasi”"


def cacat(jenis: str, nomor: int, sebelum: object, sesudah: object, **kunci: int) -> str:
    """A change as a journal tells it; an undo makes ``sebelum`` of it."""
    return json.dumps([{"jenis": jenis, **(kunci or {"id": nomor}), "sebelum": sebelum, "sesudah": sesudah}])


_JABATAN = {"dokumen_id": 2, "urutan": 9, "nama": "x", "daftar_tertulis": 0}


@pytest.mark.parametrize(
    "perubahan",
    [
        cacat("jabatan", 11, {"atasan_id": 13}, {"atasan_id": None}),
        cacat("jabatan", 11, {"atasan_id": 11}, {"atasan_id": None}),
        cacat("jabatan", 101, _JABATAN, None),
        cacat("jabatan", -1, _JABATAN, None),
        cacat("jabatan", 2**62, _JABATAN, None),
        cacat("indikator", 1001, {"sasaran_id": 1001}, {"sasaran_id": 101}),
        cacat("realisasi", 0, {"nilai": "1"}, None, formulasi_id=10010, triwulan=9),
        cacat("realisasi", 0, {"nilai": "1"}, None, formulasi_id=99, triwulan=1),
    ],
)
@pytest.mark.parametrize("terkunci", [False, True])
def test_a_damaged_journal_takes_nothing_back_with_which_the_file_could_not_be_opened(
    path: Path, perubahan: str, terkunci: bool
) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
        if terkunci:
            ws.set_status(DOKUMEN, 4, StatusIsian.DIKUNCI)
    rusak(path, "UPDATE jurnal SET perubahan = ? WHERE id = 2", perubahan)
    with terbuka(path) as (berkas, ws):
        sebelum = berkas.muat()
        with pytest.raises(RuleError):
            ws.undo()
        assert berkas.muat() == sebelum
        assert isi_arsip(ws.arsip) == isi_arsip(Arsip(sebelum))
        assert ws.undo_text is None


def test_what_no_longer_fits_is_not_made_again(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
        ws.undo()
    rusak(path, "UPDATE jabatan SET nama = 'lain' WHERE id = 11")
    with terbuka(path) as (_, ws):
        with pytest.raises(RuleError, match="Riwayat tidak lagi sesuai"):
            ws.redo()
        assert ws.redo_text is None
        assert nama(ws) == "lain"


@pytest.mark.parametrize("perubahan", ["x", "[1]", "[{}]", '[{"sebelum":1,"sesudah":2}]'])
def test_a_sitting_that_cannot_be_understood_is_said_when_it_is_taken_back(
    path: Path, perubahan: str
) -> None:
    with terbuka(path) as (_, ws):
        for satu in ("Cam", "Camat B"):
            namai(ws, CAMAT, satu, "duduk")
    rusak(path, "UPDATE jurnal SET perubahan = ? WHERE id = 2", perubahan)
    with terbuka(path) as (_, ws):
        assert ws.undo_text == "ubah nama “Camat”"
        with pytest.raises(RuleError, match="Riwayat tidak lagi sesuai"):
            ws.undo()
        assert nama(ws) == "Camat B"


@pytest.mark.parametrize("asal", [2, 3, 4, 99, -2, -3, -4, -99, -1, 1])
def test_a_chain_that_leads_nowhere_ends_there(path: Path, asal: int) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
        ws.undo()
    rusak(path, "UPDATE jurnal SET asal = ? WHERE id = 3", asal)
    rusak(path, "UPDATE jurnal SET asal = 3 WHERE id = 2")
    with terbuka(path) as (_, ws):
        for _ in range(5):
            try:
                ws.undo()
            except RuleError:
                break
        assert ws.undo_text is None


def test_a_journal_that_cannot_be_read_offers_nothing(path: Path) -> None:
    with terbuka(path) as (_, ws):
        namai(ws, CAMAT, "A")
    with Berkas.buka(path) as berkas:
        ws = Workspace(berkas, berkas.muat(), jurnal=Jejak(lambda: berkas.sambungan_baca))
        tanpa = sqlite3.connect(":memory:")
        buta = Workspace(berkas, ws.arsip.kecamatan(), jurnal=Jejak(lambda: tanpa))
        assert (buta.undo_text, buta.redo_text) == (None, None)
        tanpa.close()


def test_one_that_breaks_on_the_way_offers_nothing(path: Path) -> None:
    with Berkas.buka(path) as berkas:
        putus = sqlite3.connect(":memory:")
        sambungan = [berkas.sambungan_baca]
        ws = Workspace(berkas, berkas.muat(), jurnal=Jejak(lambda: sambungan[0]))
        sambungan[0] = putus
        assert (ws.undo_text, ws.redo_text) == (None, None)
        putus.close()


def test_an_older_journal_ends_at_its_last_undo(tmp_path: Path) -> None:
    """It does not tell what an undo took back; what was done after it can be undone."""
    path = tmp_path / "kantor.iki"
    berkas_versi(path, 2)
    with closing(sqlite3.connect(path)) as conn, conn:
        for teks in ("ubah nama “A”", "urungkan: ubah nama “A”"):
            kolom = "waktu, pengguna, komputer, teks, perubahan"
            conn.execute(f"INSERT INTO jurnal ({kolom}) VALUES ('', '', '', ?, '[]')", [teks])
    with terbuka(path) as (_, ws):
        assert ws.undo_text is None
        namai(ws, 3, "Camat Biatan")
    with terbuka(path) as (_, ws):
        ws.undo()
        assert ws.undo_text is None
        assert ws.redo_text == "ubah nama “Camat”"


# --- durable, all or nothing --------------------------------------------------------------------


def baris_jurnal(path: Path) -> list[tuple[str, int | None]]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("SELECT teks, asal FROM jurnal ORDER BY id").fetchall()


def test_an_undo_and_its_line_are_one_transaction(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with terbuka(path) as (berkas, ws):
        namai(ws, CAMAT, "A")
        berkas.sambungan_baca.execute(
            "CREATE TEMP TRIGGER tolak BEFORE INSERT ON jurnal BEGIN SELECT RAISE(ABORT, 'tidak'); END"
        )
        with pytest.raises(StoreError):
            ws.undo()
        assert nama(ws) == "A"
        assert ws.undo_text == "ubah nama “Camat”"
        berkas.sambungan_baca.execute("DROP TRIGGER tolak")
    assert baris_jurnal(path) == [("isi awal", None), ("ubah nama “Camat”", None)]
    with terbuka(path) as (_, ws):
        assert nama(ws) == "A"
        ws.undo()
        ws.redo()
        ws.set_status(DOKUMEN, 2, StatusIsian.SELESAI)
    sesudah = baris_jurnal(path)[2:]
    assert sesudah == [
        ("urungkan: ubah nama “Camat”", 2),
        ("ulangi: ubah nama “Camat”", 3),
        ("tandai selesai triwulan II tahun 2026", 0),
    ]


# --- any session ----------------------------------------------------------------------------------

_URUT = st.integers(0, 30)
_ULAH = st.one_of(
    st.tuples(st.just("nama"), _URUT, st.sampled_from("ABC"), st.none() | st.integers(1, 2)),
    st.tuples(st.just("isi"), _URUT, st.integers(1, 4), st.none() | st.integers(0, 3)),
    st.tuples(st.just("catatan"), _URUT, st.integers(1, 4), st.none() | st.sampled_from("xy")),
    st.tuples(st.just("tambah"), _URUT),
    st.tuples(st.just("hapus"), _URUT),
    st.tuples(st.just("pindah"), _URUT, _URUT),
    st.tuples(st.just("gandakan"), _URUT),
    st.tuples(st.just("samakan"), _URUT, _URUT),
    st.tuples(st.just("pisahkan"), _URUT),
    st.tuples(st.just("pulangkan"), _URUT),
    st.tuples(st.just("buang"), _URUT),
    st.tuples(st.just("status"), st.integers(1, 2), st.sampled_from(StatusIsian)),
    st.just(("urungkan",)),
    st.just(("urungkan",)),
    st.just(("ulangi",)),
    st.just(("tutup",)),
)


class Pemakai:
    """Does to a workspace what the words say; nodes are picked by their place, not by their number."""

    def __init__(self, buka: Callable[[], Workspace]) -> None:
        self.buka = buka
        self.ws = buka()
        self.babak = 0

    def lakukan(self, ulah: tuple[object, ...]) -> str:
        """What came of it: the sentence of a refusal, or empty."""
        try:
            getattr(self, str(ulah[0]))(*ulah[1:])
        except IkiError as salah:
            return str(salah)
        return ""

    def pilih(self, urut: int, *jenis: type) -> Node | None:
        ada = [r for r in isi_arsip(self.ws.arsip) if isinstance(r, Node) and isinstance(r, jenis)]
        return ada[urut % len(ada)] if ada else None

    def nama(self, urut: int, kata: str, rangkaian: int | None) -> None:
        node = self.pilih(urut, Jabatan)
        if node is not None:
            namai(self.ws, node.id, kata, rangkaian and (self.babak, rangkaian))

    def isi(self, urut: int, triwulan: int, nilai: int | None) -> None:
        node = self.pilih(urut, Formulasi)
        if node is not None:
            angka = None if nilai is None else Decimal(nilai)
            self.ws.set_realisasi(node.id, triwulan, "pembilang", angka)

    def catatan(self, urut: int, triwulan: int, kata: str | None) -> None:
        node = self.pilih(urut, Formulasi)
        if node is not None:
            self.ws.set_catatan(node.id, triwulan, kata)

    def tambah(self, urut: int) -> None:
        match self.pilih(urut, Dokumen, Jabatan, Sasaran):
            case Dokumen() as d:
                self.ws.tambah(Jabatan(0, d.id, 1, "Jabatan"))
            case Jabatan() as j:
                self.ws.tambah(Sasaran(0, j.id, 1, "Sasaran"))
            case Sasaran() as s:
                self.ws.tambah(Indikator(0, s.id, 1, "Indikator"))

    def hapus(self, urut: int) -> None:
        node = self.pilih(urut, Jabatan, Sasaran, Indikator, Formulasi)
        if node is not None:
            self.ws.hapus(node.id)

    def pindah(self, urut: int, ke: int) -> None:
        node, tujuan = self.pilih(urut, Sasaran), self.pilih(ke, Jabatan)
        if node is not None and tujuan is not None:
            self.ws.pindah(node.id, tujuan.id, 0)

    def gandakan(self, urut: int) -> None:
        node = self.pilih(urut, Jabatan, Sasaran, Indikator)
        if node is not None and len(self.ws.arsip) < 60:
            self.ws.gandakan(node.id)

    def samakan(self, urut: int, ke: int) -> None:
        satu, dua = self.pilih(urut, Formulasi), self.pilih(ke, Formulasi)
        if satu is not None and dua is not None:
            self.ws.bagikan(satu.id, dua.id)

    def pisahkan(self, urut: int) -> None:
        node = self.pilih(urut, Formulasi)
        if node is not None:
            self.ws.lepaskan(node.id)

    def pulangkan(self, urut: int) -> None:
        if semua := self.ws.arsip.sampah():
            rencana = kembalikan(self.ws.arsip, semua[urut % len(semua)], self.ws.id_baru)
            self.ws.terapkan(*rencana, periksa=False)

    def buang(self, urut: int) -> None:
        if semua := self.ws.arsip.sampah():
            self.ws.terapkan(*kosongkan(semua[: urut % len(semua) + 1]))

    def status(self, triwulan: int, status: StatusIsian) -> None:
        if DOKUMEN in self.ws.arsip:
            self.ws.set_status(DOKUMEN, triwulan, status, "sebab")

    def urungkan(self) -> None:
        self.ws.undo()

    def ulangi(self) -> None:
        self.ws.redo()

    def tutup(self) -> None:
        self.babak += 1
        self.ws = self.buka()


def keadaan(ws: Workspace) -> object:
    """Everything that a person sees: numbers of records stand for their places."""
    semua = isi_arsip(ws.arsip)
    tempat = {r.id: k for k, r in enumerate(semua) if isinstance(r, Node)}
    sampah = [(s.teks, len(s.isi.semua)) for s in ws.arsip.sampah()]
    return ws.undo_text, ws.redo_text, [_bentuk(r, tempat) for r in semua], sampah


def _bentuk(record: Record, tempat: dict[int, int]) -> tuple[object, ...]:
    isi = [type(record).__name__]
    for f in fields(record):
        nilai = getattr(record, f.name)
        isi.append(tempat.get(nilai, nilai) if f.name == "id" or f.name.endswith("_id") else nilai)
    return tuple(isi)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_ULAH, max_size=40))
def test_a_session_with_breaks_is_as_one_without(ulah) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kantor.iki"
        with Berkas.buat(path) as berkas:
            berkas.apply(Edit("isi awal", tuple(Change(None, r) for r in isi_kantor())))
        terpakai: list[Berkas] = []

        def buka_lagi() -> Workspace:
            while terpakai:
                terpakai.pop().tutup()
            terpakai.append(Berkas.buka(path))
            return susun(terpakai[0])

        tetap = Workspace(Laci(isi_kantor()), isi_kantor())
        utuh, terputus = Pemakai(lambda: tetap), Pemakai(buka_lagi)
        try:
            for satu in (*ulah, ("tutup",)):
                assert utuh.lakukan(satu) == terputus.lakukan(satu)
                assert keadaan(utuh.ws) == keadaan(terputus.ws)
            while utuh.ws.undo_text is not None and not utuh.lakukan(("urungkan",)):
                assert terputus.lakukan(("urungkan",)) == ""
                terputus.lakukan(("tutup",))
                assert keadaan(utuh.ws) == keadaan(terputus.ws)
            tersisa = [r for r in isi_arsip(utuh.ws.arsip) if not isinstance(r, StatusTriwulan)]
            assert utuh.ws.arsip.terkunci() or tersisa == isi_kantor_terbaca()
        finally:
            terpakai[0].tutup()
