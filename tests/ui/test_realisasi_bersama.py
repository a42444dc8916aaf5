"""What a row says of the others with which it shares its entries follows them as they come and go."""

from __future__ import annotations


def test_a_row_no_longer_names_one_that_is_gone(meja):
    ruang = meja.sesi.workspace
    satu, dua = meja.formulasi(0), meja.formulasi(-1)
    ruang.bagikan(dua.id, satu.id)

    def bawah() -> str:
        nomor = meja.model.nomor_baris(satu.id)
        assert nomor is not None
        return meja.model.sel(nomor, 0).bawah

    assert bawah().startswith("sama dengan “")
    ruang.hapus(dua.id)
    assert bawah() == ""
    meja.sesi.urungkan()
    assert bawah().startswith("sama dengan “")
    ruang.lepaskan(dua.id)
    assert bawah() == ""
