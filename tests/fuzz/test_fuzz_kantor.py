"""Any sequence of verbs on a real file, closed and opened again: nothing is lost, no lock is passed by."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from iki_desktop.core.arsip import Arsip
from iki_desktop.core.errors import IkiError
from iki_desktop.core.formulasi import masukan
from iki_desktop.core.formulasi_bersama import nama_butir
from iki_desktop.core.records import (
    Bukti,
    Butir,
    Centang,
    Dokumen,
    Formulasi,
    Gabungan,
    Indikator,
    Jabatan,
    JenisFormulasi,
    Kecamatan,
    Keputusan,
    N,
    Node,
    Penandatangan,
    Realisasi,
    Record,
    Sasaran,
    StatusIsian,
    Target,
)
from iki_desktop.core.sampah import kembalikan, kosongkan
from iki_desktop.core.workspace import IsiSel, Workspace
from iki_desktop.db.berkas import Berkas
from iki_desktop.db.jejak import Jejak
from iki_desktop.exchange.iki_json import (
    IsiIki,
    baca_iki_teks,
    rencana_impor,
    teks_json,
)
from iki_desktop.exchange.terbitan import terbitkan_perubahan, tetapkan
from iki_desktop.exchange.versi import ke_versi_1
from iki_desktop.paths import schema_file
from tests.core.kantor import isi_arsip
from tests.fuzz.ukuran_fuzz import sebanyak

PILIH = st.integers(0, 10_000)
TEMPAT = st.integers(-1, 4)
TRIWULAN = st.integers(1, 4)
ANGKA = st.none() | st.sampled_from([Decimal(n) for n in ("0", "1", "3", "2.5", "4", "100")])
EMPAT = st.tuples(ANGKA, ANGKA, ANGKA, ANGKA)
BUTIR = tuple(map(Butir, ("RKA", "DPA", "LKPD")))
BUKTI = Bukti("surat.pdf", "surat.pdf", 3, "0" * 64)
SAAT = datetime(2026, 11, 20, 8, 1, tzinfo=UTC)
DIKUNCI = StatusIsian.DIKUNCI
TERBATAS = 120
"""Nodes of a file beyond which nothing is copied any more."""

SKEMA = {
    versi: jsonschema.Draft202012Validator(json.loads(schema_file(versi).read_text(encoding="utf-8")))
    for versi in (1, 2)
}


class Kantor(RuleBasedStateMachine):
    """One workspace over a file on the disk; ``pilih`` picks one of the records that there are."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "kantor saya.iki"
        self.berkas = Berkas.buat(self.path)
        self.ws = self.susun()

    def susun(self) -> Workspace:
        jurnal = Jejak(lambda: self.berkas.sambungan_baca)
        return Workspace(self.berkas, self.berkas.muat(), jurnal=jurnal, jam=lambda: SAAT)

    @initialize()
    def mulai(self) -> None:
        kecamatan = self.ws.tambah(Kecamatan(0, 0, "Contoh", "Kota", "Contoh"))
        for tahun in (2026, 2027):
            dokumen = self.ws.tambah(Dokumen(0, kecamatan.id, 0, tahun))
            for nama in ("Camat", "Kasi"):
                jabatan = self.ws.tambah(Jabatan(0, dokumen.id, 0, nama))
                sasaran = self.ws.tambah(Sasaran(0, jabatan.id, 0, "Sasaran"))
                for jenis in (JenisFormulasi.JUMLAH, JenisFormulasi.RASIO):
                    indikator = self.ws.tambah(Indikator(0, sasaran.id, 0, f"Indikator {jenis}"))
                    formulasi = self.ws.tambah(Formulasi(0, indikator.id, 0, jenis, butir=BUTIR))
                    self.isi_penuh(formulasi, 1, Decimal(3))
            satu, dua = (
                f for f in self.semua(Formulasi) if f.jenis is JenisFormulasi.JUMLAH and self.di(f) == dokumen
            )
            self.ws.bagikan(dua.id, satu.id)
            self.ws.set_status(dokumen.id, 1, DIKUNCI if tahun == 2026 else StatusIsian.SELESAI)

    def di(self, node: Node) -> Dokumen | None:
        return self.ws.arsip.dokumen_dari(node.id)

    def semua(self, jenis: type[N]) -> list[N]:
        return [r for r in isi_arsip(self.ws.arsip) if isinstance(r, jenis)]

    def satu(self, jenis: type[N], pilih: int) -> N | None:
        ada = self.semua(jenis)
        return ada[pilih % len(ada)] if ada else None

    def node(self, pilih: int) -> Node | None:
        ada = [r for r in isi_arsip(self.ws.arsip) if isinstance(r, Node)]
        return ada[pilih % len(ada)] if ada else None

    def keadaan(self) -> tuple[list[Record], list[object]]:
        return isi_arsip(self.ws.arsip), list(self.ws.arsip.sampah())

    def lakukan(self, verba: Callable[[], object]) -> None:
        """A refusal leaves nothing behind; what a quarter shows that stays locked stays as it is."""
        sebelum, dulu = self.keadaan(), self.isian_terkunci()
        try:
            verba()
        except IkiError:
            assert self.keadaan() == sebelum
        kini = self.isian_terkunci()
        for tempat in dulu.keys() & kini.keys():
            assert dulu[tempat] == kini[tempat]

    def isian_terkunci(self) -> dict[tuple[int, int], dict[int, Realisasi]]:
        """What each formula shows in each locked quarter of a document."""
        arsip = self.ws.arsip
        return {
            (d, t): {
                f.id: replace(isian, formulasi_id=f.id)
                for f in arsip.turunan(d)
                if isinstance(f, Formulasi) and (isian := arsip.realisasi(f.id, t)) is not None
            }
            for d, t in arsip.terkunci()
        }

    # --- the tree -----------------------------------------------------------------------------

    @rule(pilih=PILIH, tempat=TEMPAT, jenis=st.sampled_from(JenisFormulasi))
    def tambah_formulasi(self, pilih: int, tempat: int, jenis: JenisFormulasi) -> None:
        indikator = self.satu(Indikator, pilih)
        if indikator is not None:
            baru = Formulasi(0, indikator.id, tempat, jenis, rumus="a / (b + 1)", butir=BUTIR)
            self.lakukan(lambda: self.ws.tambah(baru))

    @rule(pilih=PILIH)
    def hapus(self, pilih: int) -> None:
        node = self.node(pilih)
        if node is not None and not isinstance(node, Kecamatan):
            self.lakukan(lambda: self.ws.hapus(node.id))

    @rule(pilih=PILIH)
    def hapus_formulasi(self, pilih: int) -> None:
        berbagi = [f for f in self.semua(Formulasi) if f.sumber_id is not None]
        formulasi = berbagi[pilih % len(berbagi)] if berbagi else self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.ws.hapus(formulasi.id))

    @rule(pilih=PILIH, lain=PILIH)
    def kembalikan(self, pilih: int, lain: int) -> None:
        ada = self.ws.arsip.sampah()
        if ada:
            satu = ada[pilih % len(ada)]
            induk = self.node(lain) if lain % 3 == 0 else None
            tempat = None if induk is None else induk.id
            self.lakukan(lambda: self.ws.terapkan(*kembalikan(self.ws.arsip, satu, self.ws.id_baru, tempat)))

    @rule()
    def kosongkan(self) -> None:
        ada = self.ws.arsip.sampah()
        if ada:
            self.lakukan(lambda: self.ws.terapkan(*kosongkan(ada)))

    @rule(pilih=PILIH, tempat=TEMPAT, jenis=st.sampled_from([Jabatan, Sasaran, Indikator, Formulasi]))
    def pindah(self, pilih: int, tempat: int, jenis: type[Node]) -> None:
        node, lain = self.satu(jenis, pilih), self.satu(jenis, pilih // 5)
        if node is not None and lain is not None:
            tujuan = list(self.ws.arsip.leluhur(lain.id))[1].id
            self.lakukan(lambda: self.ws.pindah(node.id, tujuan, tempat))

    @rule(pilih=PILIH)
    def gandakan(self, pilih: int) -> None:
        node = self.node(pilih)
        if node is not None and len(self.ws.arsip) < TERBATAS:
            self.lakukan(lambda: self.ws.gandakan(node.id))

    @rule(pilih=PILIH, tahun=st.integers(2025, 2029))
    def salin_tahun(self, pilih: int, tahun: int) -> None:
        dokumen = self.satu(Dokumen, pilih)
        if dokumen is not None and len(self.ws.arsip) < TERBATAS:
            self.lakukan(lambda: self.ws.salin_tahun(dokumen.id, tahun))

    @rule(pilih=PILIH, tahun=ANGKA, sampai=ANGKA, empat=st.none() | EMPAT, kumulatif=st.booleans())
    def ubah_target(
        self,
        pilih: int,
        tahun: Decimal | None,
        sampai: Decimal | None,
        empat: tuple[Decimal | None, ...] | None,
        kumulatif: bool,
    ) -> None:
        indikator = self.satu(Indikator, pilih)
        if indikator is not None:
            gabungan = Gabungan.MASING_MASING if pilih % 2 else None
            target = Target(tahun, empat, None, kumulatif, sampai)  # type: ignore[arg-type]
            self.lakukan(lambda: self.ws.ubah(replace(indikator, target=target, gabungan=gabungan)))

    @rule(pilih=PILIH, jenis=st.sampled_from(JenisFormulasi), butir=st.permutations(BUTIR))
    def ubah_formulasi(self, pilih: int, jenis: JenisFormulasi, butir: list[Butir]) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            baru = replace(formulasi, jenis=jenis, butir=tuple(butir), rumus="a / (b + 1)", sumber_id=None)
            self.lakukan(lambda: self.ws.ubah(baru))

    @rule(pilih=PILIH, lain=PILIH)
    def bagikan(self, pilih: int, lain: int) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is None:
            return
        serumah = [f for f in self.semua(Formulasi) if self.di(f) == self.di(formulasi)]
        sumber = serumah[lain % len(serumah)] if lain % 5 else self.satu(Formulasi, lain)
        assert sumber is not None
        self.lakukan(lambda: self.ws.bagikan(formulasi.id, sumber.id))

    @rule(pilih=PILIH)
    def lepaskan(self, pilih: int) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.ws.lepaskan(formulasi.id))

    # --- entering -----------------------------------------------------------------------------

    @rule(pilih=PILIH, triwulan=TRIWULAN, nilai=ANGKA)
    def isi(self, pilih: int, triwulan: int, nilai: Decimal | None) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            self.lakukan(lambda: self.isi_penuh(formulasi, triwulan, nilai))

    def isi_penuh(self, formulasi: Formulasi, triwulan: int, nilai: Decimal | None) -> None:
        self.ws.isi_banyak(
            [IsiSel(formulasi.id, triwulan, m.kunci, nilai) for m in masukan(formulasi)], "isi"
        )

    @rule(pilih=PILIH, triwulan=TRIWULAN, ke=st.sets(st.integers(0, 2)))
    def centang(self, pilih: int, triwulan: int, ke: set[int]) -> None:
        formulasi = self.satu(Formulasi, pilih)
        if formulasi is not None:
            nama = nama_butir(formulasi.butir)
            centang = [Centang(nama[n], date(2026, 1, 5)) for n in sorted(ke) if n < len(nama)]
            self.lakukan(lambda: self.ws.set_centang(formulasi.id, triwulan, centang))

    @rule(pilih=PILIH, triwulan=TRIWULAN, teks=st.none() | st.text(max_size=4), apa=st.integers(0, 3))
    def keterangan(self, pilih: int, triwulan: int, teks: str | None, apa: int) -> None:
        formulasi, ws = self.satu(Formulasi, pilih), self.ws
        if formulasi is None:
            return
        verba: list[Callable[[], object]] = [
            lambda: ws.set_catatan(formulasi.id, triwulan, teks),
            lambda: ws.set_keterangan(formulasi.id, triwulan, "kendala", teks, rangkaian="duduk"),
            lambda: ws.set_keterangan(formulasi.id, triwulan, "tindak_lanjut", teks, rangkaian="duduk"),
            lambda: ws.set_bukti(formulasi.id, triwulan, [BUKTI] if teks else []),
        ]
        self.lakukan(verba[apa])

    @rule(pilih=PILIH, triwulan=TRIWULAN, status=st.sampled_from([*StatusIsian, DIKUNCI, DIKUNCI]))
    def set_status(self, pilih: int, triwulan: int, status: StatusIsian) -> None:
        dokumen = self.satu(Dokumen, pilih)
        if dokumen is not None:
            self.lakukan(lambda: self.ws.set_status(dokumen.id, triwulan, status, "keliru"))

    # --- papers, files, and back ----------------------------------------------------------------

    @rule(pilih=PILIH, nomor=st.integers(1, 6), apa=st.integers(0, 2))
    def terbitkan(self, pilih: int, nomor: int, apa: int) -> None:
        dokumen, ws = self.satu(Dokumen, pilih), self.ws
        if dokumen is None:
            return
        camat = Penandatangan("Camat", "NAMA CAMAT, S.Sos.")
        keputusan = Keputusan(nomor=f"{nomor} TAHUN 2026", tanggal=date(2026, 1, nomor), penandatangan=camat)
        verba: list[Callable[[], object]] = [
            lambda: tetapkan(ws, dokumen.id, keputusan, "2026-01-02T08:00:00+07:00"),
            lambda: terbitkan_perubahan(ws, dokumen.id, keputusan, "2026-01-02T08:00:00+07:00", "perlu"),
            lambda: ws.batalkan_penetapan(dokumen.id, "keliru"),
        ]
        self.lakukan(verba[apa])

    @rule(pilih=PILIH, versi=st.sampled_from([1, 2]), ganti=st.booleans())
    def impor(self, pilih: int, versi: int, ganti: bool) -> None:
        """What was written out comes in again, in the place of the same year or as another office."""
        kecamatan = self.satu(Kecamatan, pilih)
        if kecamatan is None or len(self.ws.arsip) > TERBATAS:
            return
        isi = self.tertulis(kecamatan, versi)
        if pilih % 4 == 0:
            isi = IsiIki(replace(isi.kecamatan, nama="Lain"), isi.dokumen)
        arsip, ws = self.ws.arsip, self.ws
        self.lakukan(lambda: ws.terapkan(*rencana_impor(arsip, isi, ws.id_baru, ganti), periksa=False))

    def tertulis(self, kecamatan: Kecamatan, versi: int) -> IsiIki:
        """The office through its exchange file, which fulfils its schema and loses nothing in version 2."""
        arsip = self.ws.arsip
        asal = IsiIki(kecamatan, tuple(arsip.snapshot(d.id) for d in arsip.dokumen(kecamatan.id)))
        ditulis = ke_versi_1(asal)[0] if versi == 1 else asal
        teks = teks_json(ditulis, versi)
        SKEMA[versi].validate(json.loads(teks))
        terbaca = baca_iki_teks(teks)
        assert teks_json(terbaca, versi) == teks
        return terbaca

    @rule()
    def undo(self) -> None:
        self.lakukan(self.ws.undo)

    @rule()
    def redo(self) -> None:
        self.lakukan(self.ws.redo)

    @rule()
    def undo_redo(self) -> None:
        awal = self.keadaan()
        try:
            if self.ws.undo() is None:
                return
        except IkiError:
            return
        self.ws.redo()
        assert self.keadaan() == awal

    @rule()
    def buka_lagi(self) -> None:
        awal, langkah = self.keadaan(), (self.ws.undo_text, self.ws.redo_text)
        self.berkas.tutup()
        self.berkas = Berkas.buka(self.path)
        self.ws = self.susun()
        assert self.keadaan() == awal
        assert langkah[1] == self.ws.redo_text
        assert self.ws.undo_text in (langkah[0], None)

    # --- what always holds ------------------------------------------------------------------------

    @invariant()
    def berbagi_satu_lapis(self) -> None:
        """Who shares has a source in the same year that keeps its own, and keeps nothing itself."""
        arsip = self.ws.arsip
        for f in self.semua(Formulasi):
            if f.sumber_id is not None:
                sumber = arsip[f.sumber_id]
                assert isinstance(sumber, Formulasi)
                assert sumber.sumber_id is None
                assert arsip.dokumen_dari(sumber.id) == arsip.dokumen_dari(f.id)
                assert not any(arsip.record((Realisasi, f.id, t)) for t in (1, 2, 3, 4))
                assert f in arsip.pemakai(sumber.id)

    @invariant()
    def tertata(self) -> None:
        arsip = self.ws.arsip
        segar = Arsip(arsip.semua())
        assert isi_arsip(segar) == isi_arsip(arsip)
        for node in self.semua(Sasaran):
            assert [n.urutan for n in arsip.anak(node.id)] == list(range(len(arsip.anak(node.id))))

    def teardown(self) -> None:
        with self.folder, self.berkas:
            awal = self.keadaan()
            for kecamatan in self.semua(Kecamatan):
                for versi in (1, 2):
                    self.tertulis(kecamatan, versi)
            self.berkas.tutup()
            with Berkas.buka(self.path) as berkas:
                arsip = Arsip(berkas.muat())
                assert (isi_arsip(arsip), list(arsip.sampah())) == awal


TestKantorBerkas = Kantor.TestCase
TestKantorBerkas.settings = settings(sebanyak(20), stateful_step_count=30)
