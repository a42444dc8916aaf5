"""Any sequence of verbs: figures stay right, places stay tidy, refusals and undo leave nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from iki_desktop.core.arsip import AKAR
from iki_desktop.core.errors import RuleError, StoreError
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.records import (
    Akumulasi,
    Arah,
    Dokumen,
    Formulasi,
    Gabungan,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    N,
    Node,
    PengaturanCapaian,
    Record,
    Sasaran,
    Target,
)
from iki_desktop.core.snapshot import hitung_dokumen
from iki_desktop.core.triwulan import Sampai
from iki_desktop.core.workspace import IsiSel, Workspace
from tests.core.kantor import Laci, isi_arsip, putar_ulang

PILIH = st.integers(0, 10_000)
TEMPAT = st.integers(-1, 4)
ANGKA = st.none() | st.sampled_from([Decimal(n) for n in ("0", "1", "3", "7.5", "-2", "100")])
SEL = st.tuples(PILIH, st.integers(1, 4), PILIH, ANGKA)
PERIODE = (None, 1, 2, 3, 4, Sampai(3))


class Kantor(RuleBasedStateMachine):
    """One workspace over a drawer in memory; ``pilih`` picks one of the nodes that there are."""

    def __init__(self) -> None:
        super().__init__()
        self.laci = Laci()
        self.ws = Workspace(self.laci, [])
        self.keadaan: list[list[Record]] = []
        """What undo must bring back, the oldest first."""

    @initialize()
    def mulai(self) -> None:
        kecamatan = self.ws.tambah(Kecamatan(0, 0, "Contoh", "Kota", "Contoh"))
        dokumen = self.ws.tambah(Dokumen(0, kecamatan.id, 0, 2026))
        for nama in ("Camat", "Sekretaris"):
            jabatan = self.ws.tambah(Jabatan(0, dokumen.id, 0, nama))
            sasaran = self.ws.tambah(Sasaran(0, jabatan.id, 0, "Sasaran"))
            indikator = self.ws.tambah(Indikator(0, sasaran.id, 0, "Indikator", target=Target(Decimal(80))))
            formulasi = self.ws.tambah(Formulasi(0, indikator.id, 0, JenisFormulasi.RASIO))
            self.isi_penuh(formulasi, 1, Decimal(3))
        self.keadaan = [[] for _ in self.laci.edits]

    def semua(self, jenis: type[N]) -> list[N]:
        return [r for r in isi_arsip(self.ws.arsip) if isinstance(r, jenis)]

    def satu(self, jenis: type[N], pilih: int) -> N | None:
        ada = self.semua(jenis)
        return ada[pilih % len(ada)] if ada else None

    def node(self, pilih: int) -> Node | None:
        ada = [r for r in isi_arsip(self.ws.arsip) if isinstance(r, Node)]
        return ada[pilih % len(ada)] if ada else None

    def lakukan(self, verba: Callable[[], object]) -> None:
        """Run a verb; remember what was before it where it made an edit, and hold a refusal to its word."""
        sebelum, banyak = isi_arsip(self.ws.arsip), len(self.laci.edits)
        try:
            verba()
        except RuleError:
            assert isi_arsip(self.ws.arsip) == sebelum
            assert len(self.laci.edits) == banyak
        if len(self.laci.edits) > banyak:
            self.keadaan.append(sebelum)

    # --- verbs ------------------------------------------------------------------------------

    @rule(pilih=PILIH, tempat=TEMPAT)
    def tambah_jabatan(self, pilih: int, tempat: int) -> None:
        dokumen, atasan = self.satu(Dokumen, pilih), self.satu(Jabatan, pilih // 3)
        if dokumen is not None:
            baru = Jabatan(0, dokumen.id, tempat, "Jabatan", atasan_id=atasan.id if atasan else None)
            self.lakukan(lambda: self.ws.tambah(baru))

    @rule(pilih=PILIH, tempat=TEMPAT)
    def tambah_sasaran(self, pilih: int, tempat: int) -> None:
        jabatan = self.satu(Jabatan, pilih)
        if jabatan is not None:
            self.lakukan(lambda: self.ws.tambah(Sasaran(0, jabatan.id, tempat, "Sasaran")))

    @rule(pilih=PILIH, tempat=TEMPAT, angka=ANGKA, arah=st.sampled_from(Arah))
    def tambah_indikator(self, pilih: int, tempat: int, angka: Decimal | None, arah: Arah) -> None:
        sasaran = self.satu(Sasaran, pilih)
        if sasaran is not None:
            baru = Indikator(0, sasaran.id, tempat, "Indikator", arah=arah, target=Target(angka))
            self.lakukan(lambda: self.ws.tambah(baru))

    @rule(pilih=PILIH, tempat=TEMPAT, jenis=st.sampled_from(JenisFormulasi))
    def tambah_formulasi(self, pilih: int, tempat: int, jenis: JenisFormulasi) -> None:
        indikator = self.satu(Indikator, pilih)
        if indikator is not None:
            baru = Formulasi(0, indikator.id, tempat, jenis, rumus="a / (b + 1)")
            self.lakukan(lambda: self.ws.tambah(baru))

    @rule(pilih=PILIH)
    def hapus(self, pilih: int) -> None:
        node = self.node(pilih)
        if node is not None and not isinstance(node, Kecamatan):
            self.lakukan(lambda: self.ws.hapus(node.id))

    @rule(pilih=PILIH, ke=PILIH, tempat=TEMPAT)
    def pindah(self, pilih: int, ke: int, tempat: int) -> None:
        node, tujuan = self.node(pilih), self.node(ke)
        if node is not None and tujuan is not None:
            self.lakukan(lambda: self.ws.pindah(node.id, tujuan.id, tempat))

    @rule(pilih=PILIH, tempat=TEMPAT, jenis=st.sampled_from([Jabatan, Sasaran, Indikator, Formulasi]))
    def pindah_sejenis(self, pilih: int, tempat: int, jenis: type[Node]) -> None:
        node, lain = self.satu(jenis, pilih), self.satu(jenis, pilih // 5)
        if node is not None and lain is not None:
            tujuan = next(n.id for n in list(self.ws.arsip.leluhur(lain.id))[1:])
            self.lakukan(lambda: self.ws.pindah(node.id, tujuan, tempat))

    @rule(pilih=PILIH, atasan=st.none() | PILIH, tempat=st.none() | TEMPAT)
    def pindah_jabatan(self, pilih: int, atasan: int | None, tempat: int | None) -> None:
        jabatan = self.satu(Jabatan, pilih)
        lain = None if atasan is None else self.satu(Jabatan, atasan)
        if jabatan is not None:
            atasan_id = None if lain is None else lain.id
            self.lakukan(lambda: self.ws.pindah_jabatan(jabatan.id, atasan_id, tempat))

    @rule(pilih=PILIH)
    def gandakan(self, pilih: int) -> None:
        node = self.node(pilih)
        if node is not None and len(self.ws.arsip) < 150:
            self.lakukan(lambda: self.ws.gandakan(node.id))

    @rule(pilih=PILIH, tahun=st.integers(2025, 2028))
    def salin_tahun(self, pilih: int, tahun: int) -> None:
        dokumen = self.satu(Dokumen, pilih)
        if dokumen is not None and len(self.ws.arsip) < 150:
            self.lakukan(lambda: self.ws.salin_tahun(dokumen.id, tahun))

    @rule(pilih=PILIH, angka=ANGKA, akumulasi=st.none() | st.sampled_from(Akumulasi))
    def ubah_indikator(self, pilih: int, angka: Decimal | None, akumulasi: Akumulasi | None) -> None:
        indikator = self.satu(Indikator, pilih)
        if indikator is not None:
            baru = replace(indikator, target=Target(angka), akumulasi=akumulasi)
            self.lakukan(lambda: self.ws.ubah(baru))

    @rule(pilih=PILIH, bobot=ANGKA, jenis=st.sampled_from([Jabatan, Sasaran, Indikator]))
    def ubah_bobot(
        self, pilih: int, bobot: Decimal | None, jenis: type[Jabatan | Sasaran | Indikator]
    ) -> None:
        node = self.satu(jenis, pilih)
        if node is not None:
            self.lakukan(lambda: self.ws.ubah(replace(node, bobot=bobot)))

    @rule(pilih=PILIH, gabungan=st.none() | st.sampled_from(Gabungan))
    def ubah_gabungan(self, pilih: int, gabungan: Gabungan | None) -> None:
        indikator = self.satu(Indikator, pilih)
        if indikator is not None:
            self.lakukan(lambda: self.ws.ubah(replace(indikator, gabungan=gabungan)))

    @rule(pilih=PILIH, lain=PILIH)
    def bagikan(self, pilih: int, lain: int) -> None:
        formulasi, sumber = self.satu(Formulasi, pilih), self.satu(Formulasi, lain)
        if formulasi is not None and sumber is not None:
            self.lakukan(lambda: self.ws.bagikan(formulasi.id, sumber.id))

    @rule(pilih=PILIH)
    def lepaskan(self, pilih: int) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.ws.lepaskan(formulasi.id))

    @rule(pilih=PILIH, jenis=st.sampled_from(JenisFormulasi), tetap=ANGKA)
    def ubah_formulasi(self, pilih: int, jenis: JenisFormulasi, tetap: Decimal | None) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.ws.ubah(replace(formulasi, jenis=jenis, penyebut_tetap=tetap)))

    @rule(pilih=PILIH, atasan=PILIH)
    def ubah_atasan(self, pilih: int, atasan: int) -> None:
        jabatan, lain = self.satu(Jabatan, pilih), self.satu(Jabatan, atasan)
        if jabatan is not None and lain is not None:
            self.lakukan(lambda: self.ws.ubah(replace(jabatan, atasan_id=lain.id)))

    @rule(pilih=PILIH, batas=ANGKA, dibulatkan=st.booleans())
    def ubah_aturan(self, pilih: int, batas: Decimal | None, dibulatkan: bool) -> None:
        dokumen = self.satu(Dokumen, pilih)
        if dokumen is not None:
            dari = "dibulatkan" if dibulatkan else "penuh"
            capaian = PengaturanCapaian(batas_atas=batas, rata_rata_dari=dari)
            self.lakukan(lambda: self.ws.ubah(replace(dokumen, capaian=capaian)))

    @rule(sel=st.lists(SEL, min_size=1, max_size=6))
    def isi_banyak(self, sel: list[tuple[int, int, int, Decimal | None]]) -> None:
        isian = []
        for pilih, triwulan, kunci, nilai in sel:
            formulasi = self.satu(Formulasi, pilih)
            daftar = masukan(formulasi) if formulasi else ()
            if formulasi is not None and daftar:
                isian.append(IsiSel(formulasi.id, triwulan, daftar[kunci % len(daftar)].kunci, nilai))
        self.lakukan(lambda: self.ws.isi_banyak(isian))

    @rule(pilih=PILIH, triwulan=st.integers(1, 4), nilai=ANGKA)
    def isi_triwulan(self, pilih: int, triwulan: int, nilai: Decimal | None) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.isi_penuh(formulasi, triwulan, nilai))

    def isi_penuh(self, formulasi: Formulasi, triwulan: int, nilai: Decimal | None) -> None:
        sel = [IsiSel(formulasi.id, triwulan, m.kunci, nilai) for m in masukan(formulasi)]
        self.ws.isi_banyak(sel, "isi satu triwulan")

    @rule(pilih=PILIH, triwulan=st.integers(1, 4), catatan=st.none() | st.text(max_size=5))
    def set_catatan(self, pilih: int, triwulan: int, catatan: str | None) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.ws.set_catatan(formulasi.id, triwulan, catatan))

    # --- back, forth, and refused -----------------------------------------------------------

    @rule()
    @precondition(lambda self: self.keadaan and self.keadaan[-1])
    def undo_redo_undo(self) -> None:
        sebelum, sesudah = self.keadaan.pop(), isi_arsip(self.ws.arsip)
        for verba, hasil in ((self.ws.undo, sebelum), (self.ws.redo, sesudah), (self.ws.undo, sebelum)):
            verba()
            assert isi_arsip(self.ws.arsip) == hasil

    @rule()
    def redo(self) -> None:
        self.lakukan(self.ws.redo)

    @rule(pilih=PILIH, apa=st.integers(0, 6))
    def ditolak(self, pilih: int, apa: int) -> None:
        """The drawer refuses: nothing has happened, not in memory, not in the history, not in a figure."""
        node, ws = self.node(pilih), self.ws
        if node is None:
            return
        verba: list[Callable[[], object]] = [
            lambda: ws.hapus(node.id),
            lambda: ws.pindah(node.id, next(ws.arsip.leluhur(node.id)).id, 0),
            lambda: ws.gandakan(node.id),
            lambda: ws.tambah(Kecamatan(0, 0, "Lain", "Kota", "Lain")),
            ws.undo,
            ws.redo,
            lambda: ws.ubah(replace(node, urutan=99)),
        ]
        sebelum = (isi_arsip(ws.arsip), ws.undo_text, ws.redo_text)
        self.laci.tolak = True
        try:
            assert verba[apa]() is None
        except (StoreError, RuleError):
            pass
        finally:
            self.laci.tolak = False
        assert (isi_arsip(ws.arsip), ws.undo_text, ws.redo_text) == sebelum

    # --- what always holds --------------------------------------------------------------------

    @invariant()
    def tertata(self) -> None:
        """Places 0, 1, 2 … under every parent, children sorted, every id once."""
        arsip, records = self.ws.arsip, isi_arsip(self.ws.arsip)
        nodes = [r for r in records if isinstance(r, Node)]
        for induk in (AKAR, *(n.id for n in nodes)):
            anak = arsip.anak(induk)
            assert [n.urutan for n in anak] == list(range(len(anak)))
            assert [n.id for n in anak] == arsip.anak_id(induk)
        assert len({n.id for n in nodes}) == len(nodes) == len(arsip)
        for jabatan in self.semua(Jabatan):
            if jabatan.atasan_id is not None:
                atasan = arsip[jabatan.atasan_id]
                assert isinstance(atasan, Jabatan)
                assert atasan.dokumen_id == jabatan.dokumen_id

    @invariant()
    def angka_benar(self) -> None:
        """What is remembered of figures is what a computation from scratch gives."""
        ws = self.ws
        for dokumen in self.semua(Dokumen):
            snapshot = ws.snapshot(dokumen.id)
            for periode in PERIODE:
                dihitung = hitung_dokumen(snapshot, periode)
                assert ws.hasil(dokumen.id, periode) == dihitung.hasil
                for j, hj in zip(snapshot.jabatan, dihitung.jabatan, strict=True):
                    assert ws.hasil(j.jabatan.id, periode) == hj.hasil
                    for s, hs in zip(j.sasaran, hj.sasaran, strict=True):
                        assert ws.hasil(s.sasaran.id, periode) == hs.hasil
                        hasil = tuple(ws.hasil_indikator(i.indikator.id, periode) for i in s.indikator)
                        assert hasil == hs.indikator

    def teardown(self) -> None:
        """The drawer's edits, made again from nothing, give the same records; undone all, nothing."""
        assert putar_ulang(self.laci.edits, []) == isi_arsip(self.ws.arsip)
        while self.ws.undo() is not None:
            pass
        assert isi_arsip(self.ws.arsip) == []
        assert len(self.ws.arsip) == 0
        assert putar_ulang(self.laci.edits, []) == []


TestKantor = Kantor.TestCase
TestKantor.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
