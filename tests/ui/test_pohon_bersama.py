"""The tree shows a shared entry in every post that shares it."""

from __future__ import annotations

from decimal import Decimal

from iki_desktop.core.records import Formulasi
from iki_desktop.ui.pohon.model import PERAN_ANGKA, ModelPohon


def test_a_shared_entry_shows_in_every_post_that_shares_it(qtbot, sesi_contoh):
    arsip, ruang = sesi_contoh.arsip, sesi_contoh.workspace
    dokumen = sesi_contoh.dokumen_aktif()
    satu, *_, dua = (f for f in arsip.turunan(dokumen.id) if isinstance(f, Formulasi) and f.pembilang)
    ruang.bagikan(dua.id, satu.id)
    model = ModelPohon(sesi_contoh, menurut_atasan=False)
    jabatan = next(n for n in arsip.leluhur(dua.id) if n in arsip.jabatan(dokumen.id))
    dikabarkan: set[int] = set()
    model.dataChanged.connect(lambda awal, _akhir: dikabarkan.add(model.id_dari(awal)))
    for induk in (dokumen.kecamatan_id, jabatan.id):
        indeks = model.indeks(induk)
        while model.canFetchMore(indeks):
            model.fetchMore(indeks)
    sesi_contoh.berubah.connect(model.ikuti)
    ruang.set_realisasi(satu.id, 1, "pembilang", Decimal(7))
    model.segarkan_angka()
    assert jabatan.id in dikabarkan
    assert model.indeks(jabatan.id).data(PERAN_ANGKA) is not None
