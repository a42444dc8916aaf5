"""A word of warning where a file lies on what is pulled out, far away, or synchronised."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from iki_desktop.ui.cadangan.letak import peringatan_letak, sebab_letak

POSIX, WINDOWS = PurePosixPath, PureWindowsPath


@pytest.mark.parametrize(
    "path, sistem, akar, kata",
    [
        (POSIX("/home/siti/Dokumen/Biatan.iki"), "ext4", POSIX("/"), None),
        (POSIX("/home/siti/Dropbox/Biatan.iki"), "ext4", POSIX("/"), "folder Dropbox"),
        (
            WINDOWS(r"C:\Users\Siti\OneDrive - Pemkab Berau\IKI\Biatan.iki"),
            "NTFS",
            WINDOWS("C:/"),
            "folder OneDrive",
        ),
        (WINDOWS(r"G:\My Drive\Biatan.iki"), "FAT32", WINDOWS("G:/"), "folder Google Drive"),
        (WINDOWS(r"C:\Users\Siti\Documents\OneDrive.iki"), "NTFS", WINDOWS("C:/"), None),
        (WINDOWS(r"C:\Users\Siti\Dropboxer\x.iki"), "NTFS", WINDOWS("C:/"), None),
        (WINDOWS(r"\\server\bagi\Biatan.iki"), "NTFS", WINDOWS("C:/"), "folder jaringan"),
        (POSIX("/mnt/kantor/Biatan.iki"), "cifs", POSIX("/mnt/kantor"), "folder jaringan"),
        (POSIX("/media/siti/KINGSTON/Biatan.iki"), "vfat", POSIX("/media/siti/KINGSTON"), "flash disk"),
        (POSIX("/run/media/siti/X/Biatan.iki"), "exfat", POSIX("/run/media/siti/X"), "flash disk"),
        (POSIX("/media/Biatan.iki"), "ext4", POSIX("/"), None),
    ],
)
def test_a_risky_place_is_told_in_one_breath(path, sistem, akar, kata):
    sebab = sebab_letak(path, sistem, akar)
    assert (sebab is None) == (kata is None)
    assert (kata or "") in (sebab or "")


def test_a_file_on_this_computer_is_not_spoken_of(aplikasi, tmp_path):
    assert peringatan_letak(tmp_path / "Biatan.iki") is None
