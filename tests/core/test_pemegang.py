"""The sentence that says who has a file open, whatever the file beside it claims."""

from __future__ import annotations

from datetime import datetime

import pytest

from iki_desktop.core.pemegang import Pemegang, sebut_pelepas, sebut_pemegang

KINI = datetime(2026, 11, 20, 9, 0)
PAGI = datetime(2026, 11, 20, 8, 15)


@pytest.mark.parametrize(
    "pemegang, kalimat",
    [
        (Pemegang("SITI", "PC-KASI", PAGI), "Berkas ini sedang dibuka oleh SITI di PC-KASI sejak 08.15."),
        (Pemegang("SITI"), "Berkas ini sedang dibuka oleh SITI."),
        (Pemegang("", "PC-KASI"), "Berkas ini sedang dibuka di PC-KASI."),
        (Pemegang(), "Berkas ini sedang dibuka di jendela atau program lain."),
        (
            Pemegang("SITI", "", datetime(2026, 11, 18, 16, 5)),
            "Berkas ini sedang dibuka oleh SITI sejak 18-11-2026 16.05.",
        ),
        (Pemegang("\n a\x1b[2J\u202eb ", "\x00"), "Berkas ini sedang dibuka oleh a [2J b."),
    ],
)
def test_who_has_it_is_said_as_far_as_it_is_known(pemegang: Pemegang, kalimat: str) -> None:
    assert sebut_pemegang(pemegang, KINI) == kalimat


@pytest.mark.parametrize(
    "pemegang, kalimat",
    [
        (Pemegang("SITI", "PC"), "SITI sudah menutup berkas ini."),
        (Pemegang("", "PC"), "Berkas ini sudah ditutup di sana."),
    ],
)
def test_who_has_let_it_go_is_said_too(pemegang: Pemegang, kalimat: str) -> None:
    assert sebut_pelepas(pemegang) == kalimat


def test_a_name_of_any_length_leaves_a_sentence() -> None:
    assert len(sebut_pemegang(Pemegang("x" * 6_000, "y" * 6_000, PAGI), KINI)) < 200
