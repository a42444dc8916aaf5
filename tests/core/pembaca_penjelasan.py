"""Follows an explaining sentence as somebody with a pocket calculator would, from its words alone.

Nothing of the program is used here: numbers are read as they are printed and every step is computed
anew.  A number that was rounded when it was printed stands for all that it may have been, so that
what comes out is a range; it is a point where nothing was rounded on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

_ANGKA = r"(?:−?\d{1,3}(?:\.\d{3})+(?:,\d+)?|−?\d+(?:,\d+)?)"
_TW = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DAFTAR_TW = r"TW (?:I–IV|I–III|II–IV|I–II|II–III|III–IV|(?:IV|I{1,3})(?:(?:, | dan |, dan )(?:IV|I{1,3}))*)"


@dataclass(frozen=True)
class Kisaran:
    """All that a number may have been."""

    bawah: Fraction
    atas: Fraction

    @classmethod
    def tepat(cls, nilai: Fraction | int) -> Kisaran:
        return cls(Fraction(nilai), Fraction(nilai))

    def memuat(self, nilai: Fraction) -> bool:
        return self.bawah <= nilai <= self.atas

    def bertemu(self, lain: Kisaran) -> bool:
        return self.bawah <= lain.atas and lain.bawah <= self.atas

    def __add__(self, lain: Kisaran) -> Kisaran:
        return Kisaran(self.bawah + lain.bawah, self.atas + lain.atas)

    def __neg__(self) -> Kisaran:
        return Kisaran(-self.atas, -self.bawah)

    def __sub__(self, lain: Kisaran) -> Kisaran:
        return self + -lain

    def __mul__(self, lain: Kisaran) -> Kisaran:
        ujung = [a * b for a in (self.bawah, self.atas) for b in (lain.bawah, lain.atas)]
        return Kisaran(min(ujung), max(ujung))

    def __truediv__(self, lain: Kisaran) -> Kisaran:
        if lain.memuat(Fraction(0)):  # printed as 0,00 and not 0: anything may come out
            return Kisaran(Fraction(-(10**40)), Fraction(10**40))
        return self * Kisaran(1 / lain.atas, 1 / lain.bawah)


SERATUS = Kisaran.tepat(100)


@dataclass
class Bacaan:
    """What a sentence comes to."""

    realisasi: Kisaran | None = None
    capaian: Kisaran | None = None
    tertulis: Kisaran | None = None
    kelas: str | None = None
    kosong: set[int] = field(default_factory=set)


class Pembaca:
    """Reads with the decimals of the document: a number that shows so many may have been rounded."""

    def __init__(self, desimal: int) -> None:
        self.desimal = desimal
        self.satuan = Kisaran.tepat(Fraction(1, 10**desimal))

    # --- numbers and arithmetic -------------------------------------------------------------

    def angka(self, teks: str, *, terbulat: bool = False) -> Kisaran:
        """A printed number; ``terbulat``: it may be a computed one, whose last noughts are not printed."""
        polos = teks.replace(".", "").replace(",", ".").replace("−", "-")
        nilai, pecahan = Fraction(polos), len(polos.partition(".")[2])
        if not terbulat:
            return Kisaran.tepat(nilai)
        satuan = Fraction(1, 10 ** max(pecahan, self.desimal))
        return Kisaran(nilai - satuan, nilai + satuan)

    def hitung(self, teks: str, *, terbulat: bool = False) -> Kisaran:
        """An expression of numbers, ``+ − × ÷ ^``, brackets, ``min``, ``max`` and ``abs``."""
        suku = re.findall(rf"{_ANGKA.replace('−?', '')}|[()+−×÷^;]|min|max|abs", teks)
        assert "".join(suku) == re.sub(r"\s", "", teks), teks
        hasil = self._jumlah(suku, terbulat)
        assert not suku, teks
        return hasil

    def _jumlah(self, suku: list[str], terbulat: bool) -> Kisaran:
        nilai = self._kali(suku, terbulat)
        while suku and suku[0] in "+−":
            tambah = suku.pop(0) == "+"
            lain = self._kali(suku, terbulat)
            nilai = nilai + lain if tambah else nilai - lain
        return nilai

    def _kali(self, suku: list[str], terbulat: bool) -> Kisaran:
        nilai = self._tanda(suku, terbulat)
        while suku and suku[0] in "×÷":
            kali = suku.pop(0) == "×"
            lain = self._tanda(suku, terbulat)
            nilai = nilai * lain if kali else nilai / lain
        return nilai

    def _tanda(self, suku: list[str], terbulat: bool) -> Kisaran:
        if suku[0] == "−":
            suku.pop(0)
            return -self._tanda(suku, terbulat)
        nilai = self._satu(suku, terbulat)
        if suku and suku[0] == "^":
            suku.pop(0)
            pangkat = self._tanda(suku, terbulat)
            assert nilai.bawah == nilai.atas
            return Kisaran.tepat(nilai.bawah ** int(pangkat.bawah))
        return nilai

    def _satu(self, suku: list[str], terbulat: bool) -> Kisaran:
        kepala = suku.pop(0)
        if kepala[0].isdigit():
            return self.angka(kepala, terbulat=terbulat)
        if kepala == "(":
            return self._sampai_tutup(suku, terbulat)[0]
        suku.pop(0)
        isi = self._sampai_tutup(suku, terbulat)
        pilih: Callable[[Sequence[Fraction]], Fraction] = max if kepala == "max" else min
        if kepala == "abs":
            return Kisaran.tepat(abs(isi[0].bawah))
        return Kisaran.tepat(pilih([k.bawah for k in isi]))

    def _sampai_tutup(self, suku: list[str], terbulat: bool) -> list[Kisaran]:
        isi = [self._jumlah(suku, terbulat)]
        while suku.pop(0) == ";":
            isi.append(self._jumlah(suku, terbulat))
        return isi

    # --- a sentence -------------------------------------------------------------------------

    def baca(self, kalimat: str) -> Bacaan:
        """The sentence of an indicator."""
        assert kalimat.endswith(".")
        bagian = kalimat[:-1].split("; ")
        bagian = self._satukan(bagian)
        if re.match(r"\(\d\) ", bagian[0]):
            return self._beberapa(bagian)
        awal = bagian[0] if bagian[0].startswith(("Σ", "TW")) else bagian[0][0].lower() + bagian[0][1:]
        return self._formula(awal, bagian[1:])

    def _satukan(self, bagian: list[str]) -> list[str]:
        """Parts again that only a list within a bracket had split."""
        hasil: list[str] = []
        for satu in bagian:
            if hasil and hasil[-1].count("(") > hasil[-1].count(")"):
                hasil[-1] += "; " + satu
            else:
                hasil.append(satu)
        return hasil

    def _beberapa(self, bagian: list[str]) -> Bacaan:
        tiap = [b for b in bagian if re.match(r"\(\d\) ", b)]
        satu = [self._formula(b.partition(") ")[2], []) for b in tiap]
        sisa = bagian[len(tiap) :]
        if any("rata-rata capaian" in b for b in sisa):
            return self._rata_capaian(satu, sisa)
        hasil = Bacaan()
        nilai = [b.realisasi for b in satu if b.realisasi is not None]
        if nilai and sisa:
            hasil.realisasi = self._rata(nilai)
            tertulis = re.fullmatch(rf"rata-rata .*formulasi = ({_ANGKA})(?: %)?", sisa[0])
            assert tertulis, sisa[0]
            assert hasil.realisasi.bertemu(self.angka(tertulis[1], terbulat=True)), sisa[0]
            sisa = sisa[1:]
        self._target(hasil, sisa)
        return hasil

    def _rata_capaian(self, satu: list[Bacaan], sisa: list[str]) -> Bacaan:
        (teks,) = (b for b in sisa if "rata-rata capaian" in b)
        hasil = Bacaan()
        ekor = re.search(rf"(?:formulasi: (.*) = |formulasi = )({_ANGKA}) %(?: \((.*)\))?$", teks)
        assert ekor, teks
        nilai = [b.capaian for b in satu if b.capaian is not None]
        hasil.capaian = self._rata(nilai)
        if "capaian dibulatkan dahulu" in sisa:
            hasil.capaian = self.hitung(ekor[1] or ekor[2])
        elif ekor[1]:
            assert self.hitung(ekor[1], terbulat=True).bertemu(hasil.capaian), teks
        hasil.tertulis, hasil.kelas = self.angka(ekor[2], terbulat=True), _kelas(ekor[3])
        return hasil

    def _rata(self, nilai: Sequence[Kisaran]) -> Kisaran:
        return sum(nilai, Kisaran.tepat(0)) / Kisaran.tepat(len(nilai))

    def _formula(self, klausa: str, sisa: list[str]) -> Bacaan:
        """A formula, with its target where that stands in the same clause or in those that follow."""
        hasil = Bacaan()
        isi, pemisah, target = klausa.partition(", target ")
        for catatan in (klausa, *sisa):
            for daftar in re.findall(rf"({_DAFTAR_TW}) belum diisi", catatan):
                hasil.kosong |= _triwulan(daftar)
        hasil.realisasi = self._nilai(isi)
        self._target(hasil, [f"target {target}"] if pemisah else sisa)
        return hasil

    def _nilai(self, isi: str) -> Kisaran | None:
        """The figure of a formula, by the first way of telling it that fits."""
        for pola, cara in self._cara():
            cocok = re.match(rf"(?:(?:terakhir )?TW I*V?: )?{pola}", isi)
            if cocok:
                return cara(cocok)
        return None

    def _cara(self) -> list[tuple[str, Callable[[re.Match[str]], Kisaran]]]:
        angka = rf"\(?({_ANGKA})\)?"
        tw, butir = rf"(?: {_DAFTAR_TW})?", rf"TW I*V? {_ANGKA}(?: %)?(?:, dan | dan |, )?"
        sisa = r"(?= |,|$)"
        return [
            (rf"(?:Σ )?pembilang{tw} {angka} ([÷−]) (?:(?:Σ )?penyebut )?{angka}(?: \(tetap\))?( × 100)? = "
             rf"({_ANGKA}){sisa}", self._pecahan),
            (rf"\(([\d,+ ]+)\) ÷ (\d+) unsur × 25 = ({_ANGKA}) \(mutu (.), (\w+ ?\w*)\)", self._skm),
            (rf"rata-rata dari ((?:{butir})+)(?: = ({_ANGKA}))?", self._mean),
            (rf"Σ {_DAFTAR_TW}: ([^=]*) = ({_ANGKA}){sisa}", self._sigma),
            (rf"nilai{tw} ({_ANGKA}){sisa}", lambda m: self.angka(m[1])),
            (rf"([^=]*[^= ]) = ({_ANGKA}){sisa}", self._ungkapan),
        ]  # fmt: skip

    def _pecahan(self, m: re.Match[str]) -> Kisaran:
        atas, tanda, bawah, kali, tertulis = m.groups()
        nilai = self.hitung(f"({atas}) {tanda} ({bawah}){kali or ''}")
        assert (tanda == "÷") == bool(kali)
        assert nilai.bertemu(self.angka(tertulis, terbulat=True)), m[0]
        return nilai

    def _skm(self, m: re.Match[str]) -> Kisaran:
        unsur, banyak, tertulis, huruf, kata = m.groups()
        assert unsur.count("+") + 1 == int(banyak)
        nilai = self.hitung(f"({unsur}) ÷ {banyak} × 25")
        assert nilai.bertemu(self.angka(tertulis, terbulat=True)), m[0]
        assert (huruf, kata) == _mutu(nilai.bawah), m[0]
        return nilai

    def _mean(self, m: re.Match[str]) -> Kisaran:
        nilai = [self.angka(a, terbulat=True) for a in re.findall(rf"TW I*V? ({_ANGKA})", m[1])]
        rata = self._rata(nilai)
        if m[2]:
            assert rata.bertemu(self.angka(m[2], terbulat=True)), m[0]
        else:
            assert len(nilai) == 1
        return rata

    def _sigma(self, m: re.Match[str]) -> Kisaran:
        nilai = self.hitung(m[1], terbulat=True)
        assert nilai.bertemu(self.angka(m[2], terbulat=True)), m[0]
        return nilai

    def _ungkapan(self, m: re.Match[str]) -> Kisaran:
        nilai = self.hitung(m[1])
        assert nilai.bertemu(self.angka(m[2], terbulat=True)), m[0]
        return nilai

    # --- target and capaian -------------------------------------------------------------------

    def _target(self, hasil: Bacaan, sisa: list[str]) -> None:
        klausa = next((b for b in sisa if b.startswith("target ")), "")
        if not klausa or hasil.realisasi is None or klausa.startswith("target belum ada"):
            return
        m = re.match(
            rf"target (?:s\.d\. )?(?:TW I*V?|setahun)(?: mengikuti target (?:setahun|TW I*V?))? "
            rf"(?P<bawah>{_ANGKA})(?:(?:–| s\.d\. )(?P<atas>{_ANGKA}))?"
            rf"(?: \((?P<asal>jumlah|rata-rata|kumulatif) (?P<bagian>[^)]*)\))?(?P<ekor>.*)",
            klausa,
        )
        assert m, klausa
        bawah, atas = self._batas(m)
        ekor = m["ekor"]
        if "→" not in ekor:
            assert "tidak dapat dihitung" in ekor, klausa
            return
        letak, _, cara = ekor.partition(" → capaian ")
        self._capaian(hasil, self._acuan(hasil.realisasi, bawah, atas, letak), letak, cara)

    def _batas(self, m: re.Match[str]) -> tuple[Kisaran, Kisaran]:
        """The target's bounds: as printed, or where its parts are told computed from them."""
        tertulis = m["bawah"], m["atas"] or m["bawah"]
        if not m["asal"]:
            return self.angka(tertulis[0]), self.angka(tertulis[1])
        pasangan = [
            (self.angka(a), self.angka(b or a))
            for a, b in re.findall(rf"({_ANGKA})(?:(?:–| s\.d\. )({_ANGKA}))?", m["bagian"])
        ]
        ujung = [list(n) for n in zip(*pasangan, strict=True)]
        if m["asal"] == "kumulatif":
            dua = sorted((n[0] - n[1] for n in ujung), key=lambda k: k.bawah)
        else:
            dua = [sum(n, Kisaran.tepat(0)) for n in ujung]
        if m["asal"] == "rata-rata":
            dua = [n / Kisaran.tepat(len(pasangan)) for n in dua]
        for teks, nilai in zip(tertulis, dua, strict=True):
            assert nilai.bertemu(self.angka(teks, terbulat=True)), m[0]
        return dua[0], dua[1]

    def _acuan(self, realisasi: Kisaran, bawah: Kisaran, atas: Kisaran, letak: str) -> Kisaran | None:
        """The bound that counts; ``None`` inside a range.  The words must be true of the figure."""
        if bawah == atas:
            return bawah
        if "di antaranya" in letak:
            assert realisasi.atas >= bawah.bawah
            assert realisasi.bawah <= atas.atas
            return None
        if "di atas batas" in letak:
            assert realisasi.atas > atas.bawah
            return atas
        assert "di bawah batas" in letak, letak
        assert realisasi.bawah < bawah.atas
        return bawah

    def _capaian(self, hasil: Bacaan, acuan: Kisaran | None, letak: str, cara: str) -> None:
        m = re.fullmatch(
            rf"(?:(?P<hitungan>.*) (?P<hubung>=|di bawah 0, dihitung) )?(?P<angka>{_ANGKA}) %(?: dipotong)?"
            rf"(?: dibatasi (?P<batas>{_ANGKA}) %)?(?: \((?P<kelas>[^)]*)\))?(?:, .*)?",
            cara,
        )
        assert m, cara
        assert hasil.realisasi is not None
        if m["hitungan"]:
            penuh = self._dengan_realisasi(m["hitungan"], hasil.realisasi)
        elif acuan is None:
            penuh = SERATUS
        elif acuan == Kisaran.tepat(0):
            penuh = SERATUS if letak.endswith("realisasi 0") else Kisaran.tepat(0)
        else:
            penuh = hasil.realisasi / acuan * SERATUS
        if m["hubung"] == "di bawah 0, dihitung":
            assert penuh.bawah < 0
            penuh = Kisaran.tepat(0)
        assert penuh.bertemu(self.angka(m["angka"], terbulat=True)), cara
        if m["batas"]:
            batas = self.angka(m["batas"])
            assert penuh.atas > batas.bawah
            penuh = batas
        hasil.capaian, hasil.kelas = penuh, _kelas(m["kelas"])
        hasil.tertulis = self.angka(m["angka"], terbulat=True)
        if m["batas"]:
            hasil.tertulis = batas + Kisaran(Fraction(-1), Fraction(1)) * self.satuan

    def _dengan_realisasi(self, hitungan: str, realisasi: Kisaran) -> Kisaran:
        """The arithmetic with what was computed in the place of the figure that is printed for it."""
        m = re.fullmatch(r"\(2 × (.*) − (.*)\) ÷ (.*) × 100", hitungan)
        if m:
            target, tertulis = self.hitung(m[1], terbulat=True), self.hitung(m[2], terbulat=True)
            assert m[1] == m[3]
            nilai = (Kisaran.tepat(2) * target - realisasi) / target * SERATUS
        else:
            satu, dua = re.fullmatch(r"(.*) ÷ (.*) × 100", hitungan).groups()  # type: ignore[union-attr]
            kisaran = self.hitung(satu, terbulat=True), self.hitung(dua, terbulat=True)
            terbalik = not kisaran[0].bertemu(realisasi)
            tertulis, target = (kisaran[1], kisaran[0]) if terbalik else kisaran
            nilai = (target / realisasi if terbalik else realisasi / target) * SERATUS
        assert tertulis.bertemu(realisasi), hitungan
        return nilai

    # --- parents ------------------------------------------------------------------------------

    def baca_induk(self, kalimat: str) -> Bacaan:
        """The sentence of a sasaran, a jabatan or an office."""
        hasil = Bacaan()
        m = re.match(rf"Rata-rata[^:]*: (?:(.*) = )?({_ANGKA}) %(?: \(([^)]*)\))?(;.*)?\.$", kalimat)
        if not m:
            return hasil
        hasil.tertulis, hasil.kelas = self.angka(m[2], terbulat=True), _kelas(m[3])
        hasil.capaian = hasil.tertulis
        if m[1]:
            polos = re.sub(r"jumlah( bobot)?( × capaian)? ", "", m[1])
            pasti = "dibulatkan dahulu" in kalimat and "berbobot" not in kalimat
            hasil.capaian = self.hitung(polos, terbulat=not pasti)
            assert hasil.capaian.bertemu(hasil.tertulis), kalimat
        return hasil


def _kelas(teks: str | None) -> str | None:
    return teks.removesuffix(", sebelum dibulatkan") if teks else None


def _triwulan(daftar: str) -> set[int]:
    teks = daftar.removeprefix("TW ")
    if "–" in teks:
        awal, akhir = teks.split("–")
        return set(range(_TW[awal], _TW[akhir] + 1))
    return {_TW[t] for t in re.findall(r"IV|I{1,3}", teks)}


def _mutu(nilai: Fraction) -> tuple[str, str]:
    """PermenPANRB 14/2017, on the value rounded half up to two decimals."""
    bulat = (nilai * 100 + Fraction(1, 2)) // 1
    if bulat < 6500:
        return "D", "Tidak Baik"
    if bulat < 7661:
        return "C", "Kurang Baik"
    return ("B", "Baik") if bulat < 8831 else ("A", "Sangat Baik")
