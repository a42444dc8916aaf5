"""What is printed of a document, and how it is signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iki_desktop.core.records import Bab, Bagian, Butir, Iku, IkuBaris, Keputusan, Misi, Pengesahan
from iki_desktop.core.snapshot import Snapshot
from iki_desktop.naskah.blok import CaraTandaTangan, TandaTangan
from iki_desktop.naskah.keputusan import compose_dokumen
from iki_desktop.naskah.penutup import KALIMAT_ELEKTRONIK
from iki_desktop.naskah.pilihan import BAGIAN, Pilihan, bagian_ada
from iki_desktop.naskah.teks import semua_teks
from tests.naskah.kantor_naskah import CAMAT, jabatan, sasaran, snapshot

KEPUTUSAN = Keputusan(tempat="Contoh", tanggal=date(2026, 1, 2), penandatangan=CAMAT)
BAB = Bab("Pendahuluan", (Bagian(("alinea",)),), Pengesahan("Contoh", date(2026, 1, 2), CAMAT))
ELEKTRONIK = (CaraTandaTangan.ELEKTRONIK_JANGKAR, CaraTandaTangan.ELEKTRONIK_KOTAK)


def kantor(keputusan: Keputusan | None = KEPUTUSAN, bab: Bab = BAB) -> Snapshot:
    return snapshot(jabatan("Camat", sasaran("s")), judul="IKI", keputusan=keputusan, bab=(bab,), visi="v")


def tanda_tangan(data: Snapshot, pilihan: Pilihan) -> list[TandaTangan]:
    naskah = compose_dokumen(data, pilihan)
    return [b for satu in naskah.lembaran for b in satu.blok if isinstance(b, TandaTangan)]


# --- the mark of a draft ----------------------------------------------------------------------


@pytest.mark.parametrize("status, tanda", [(None, "DRAF"), ("draf", "DRAF"), ("ditetapkan", "")])
def test_a_decision_is_a_draft_until_it_is_made(status: str | None, tanda: str) -> None:
    data = kantor(replace(KEPUTUSAN, status=status))
    assert compose_dokumen(data).tanda == tanda
    assert compose_dokumen(data, Pilihan(keputusan=False)).tanda == tanda
    assert compose_dokumen(data, Pilihan(tanda_draf=False)).tanda == ""


def test_an_office_without_a_decision_has_no_draft() -> None:
    assert compose_dokumen(kantor(None)).tanda == ""


# --- signatures -------------------------------------------------------------------------------


def test_papers_are_signed_by_hand_unless_asked_otherwise() -> None:
    naskah = compose_dokumen(kantor())
    assert {t.cara for t in tanda_tangan(kantor(), Pilihan())} == {CaraTandaTangan.BASAH}
    assert not any(satu.kaki for satu in naskah.lembaran)
    assert naskah.temuan == compose_dokumen(kantor(), Pilihan(jangkar="C")).temuan


@pytest.mark.parametrize("cara", ELEKTRONIK)
def test_every_signature_is_made_in_the_same_way(cara: CaraTandaTangan) -> None:
    semua = tanda_tangan(kantor(), Pilihan(tanda_tangan=cara))
    jangkar = "#" if cara is CaraTandaTangan.ELEKTRONIK_JANGKAR else ""
    assert [(t.cara, t.jangkar) for t in semua] == [(cara, jangkar)] * 3
    basah = tanda_tangan(kantor(), Pilihan())
    assert [replace(t, cara=CaraTandaTangan.BASAH, jangkar="") for t in semua] == basah


@pytest.mark.parametrize("cara", ELEKTRONIK)
def test_pages_that_are_signed_say_so(cara: CaraTandaTangan) -> None:
    data = kantor(bab=replace(BAB, pengesahan=None))
    kaki = [satu.kaki for satu in compose_dokumen(data, Pilihan(tanda_tangan=cara)).lembaran]
    assert kaki == ["", "", "", KALIMAT_ELEKTRONIK, KALIMAT_ELEKTRONIK]  # cover, chapters, visi: unsigned


def test_the_sentence_is_that_of_the_authority() -> None:
    assert KALIMAT_ELEKTRONIK.startswith("Dokumen ini telah ditandatangani secara elektronik menggunakan ")
    assert KALIMAT_ELEKTRONIK.endswith("Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.")


def test_the_anchor_stands_between_office_and_name() -> None:
    pilihan = Pilihan(tanda_tangan=CaraTandaTangan.ELEKTRONIK_JANGKAR, jangkar="^", bab=False, lampiran=False)
    teks = list(semua_teks(compose_dokumen(kantor(), pilihan)))
    letak = teks.index("^")
    assert teks[letak - 1 : letak + 2] == ["CAMAT,", "^", CAMAT.nama]


def test_an_anchor_that_stands_elsewhere_too_is_told() -> None:
    data = kantor(replace(KEPUTUSAN, menimbang=(Butir("bahwa nomor #1 dan ^;"),)))
    for jangkar, ada in (("#", True), ("^", True), ("$", False)):
        pilihan = Pilihan(tanda_tangan=CaraTandaTangan.ELEKTRONIK_JANGKAR, jangkar=jangkar)
        pesan = [t.pesan for t in compose_dokumen(data, pilihan).temuan]
        dikatakan = f"Tanda “{jangkar}” juga ada di dalam teks. Letak tanda tangan dapat keliru." in pesan
        assert dikatakan is ada
    kotak = Pilihan(tanda_tangan=CaraTandaTangan.ELEKTRONIK_KOTAK)
    assert not any("juga ada" in t.pesan for t in compose_dokumen(data, kotak).temuan)


# --- parts ------------------------------------------------------------------------------------


def test_the_parts_that_an_office_has() -> None:
    assert bagian_ada(snapshot()) == ()
    assert bagian_ada(kantor()) == ("sampul", "bab", "visi_misi", "keputusan", "lampiran")
    penuh = snapshot(
        jabatan("Camat"), judul="IKI", bab=(BAB,), misi=(Misi("m"),), iku=(Iku((IkuBaris("s", "i"),)),),
        keputusan=KEPUTUSAN,
    )  # fmt: skip
    assert bagian_ada(penuh) == BAGIAN


def test_every_part_can_be_chosen_alone() -> None:
    penuh = snapshot(
        jabatan("Camat"), judul="IKI", bab=(BAB,), visi="v", iku=(Iku((IkuBaris("s", "i"),)),),
        keputusan=KEPUTUSAN,
    )  # fmt: skip
    semua = compose_dokumen(penuh).lembaran
    for nomor, nama in enumerate(BAGIAN):
        sendiri = Pilihan(**{b: b == nama for b in BAGIAN})  # type: ignore[arg-type]
        assert compose_dokumen(penuh, sendiri).lembaran == semua[nomor : nomor + 1]
