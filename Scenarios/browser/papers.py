"""Looking at papers: the words of a PDF, its tags, and its pages as pictures."""

import subprocess
from pathlib import Path


def words(pdf):
    """The text of every page, in reading order."""
    told = _run("pdftotext", "-enc", "UTF-8", str(pdf), "-")
    return told.split("\f")[:-1]


def is_tagged(pdf):
    return any(line.split() == ["Tagged:", "yes"] for line in _run("pdfinfo", str(pdf)).splitlines())


def pictures(pdf, folder):
    """Every page as a grey picture, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    _run("pdftoppm", "-gray", "-r", "60", str(pdf), str(folder / "page"))
    return sorted(folder.glob("page-*.pgm"))


def ink(picture):
    """How much of a picture is dark, from 0 to 1."""
    sort, width, height, most, grey = Path(picture).read_bytes().split(maxsplit=4)
    size = int(width) * int(height)
    assert sort == b"P5" and most == b"255" and len(grey) >= size, f"{picture} is no grey picture"
    return sum(value < 128 for value in grey[-size:]) / size


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, f"{command[0]}: {done.stderr}"
    return done.stdout
