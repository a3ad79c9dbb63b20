#!/usr/bin/env python3
"""Falsifies a bundle in every way it can think of, and tells which copies verify.py did not refuse.

    python3 falsify.py FILE.zip [STEP]

First one changed bit at every STEP-th byte (default 1) and at every byte of the zip's directory. Then, as a forger would who
knows the format: every value in every JSON file changed, every file left out or a foreign one put in, with the manifest and
checksums made to fit again. Exits with 0 when all were refused, and prints how many there were.
"""

import json
import sys

import verify


def is_refused(data):
    try:
        verify.verify(data)
        return False
    except verify.Wrong:
        return True


def changed_bits(data, step):
    directory = data.rindex(b"PK\x05\x06")
    start = int.from_bytes(data[directory + 16:directory + 20], "little")
    for at in [*range(0, start, step), *range(start, len(data))]:
        yield f"bit {at % 8} of byte {at}", data[:at] + bytes([data[at] ^ 1 << at % 8]) + data[at + 1:]


def packed(files):
    """With a manifest and checksums that fit."""
    names = sorted((name for name in files if name != "manifest.json"), key=lambda name: name.encode())
    listed = [{"name": name, "sha256": verify.sha256(files[name]).hex(), "size": len(files[name])} for name in names]
    manifest = {"format": "stelsel-bundle/1", "files": listed}
    return verify.write_zip({**files, "manifest.json": verify.canonical(manifest).encode()})


def changed_values(value):
    """The same value with one thing in it changed, in turn."""
    if isinstance(value, dict):
        for key in value:
            yield {name: inner for name, inner in value.items() if name != key}
            for inner in changed_values(value[key]):
                yield {**value, key: inner}
        yield {**value, "extra": "x"}
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield value[:index] + value[index + 1:]
            for inner in changed_values(item):
                yield value[:index] + [inner] + value[index + 1:]
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    else:
        yield value + "x"
        if value:
            yield ("B" if value[0] == "A" else "A") + value[1:]


def forgeries(data):
    files = verify.read_zip(data)
    for name in files:
        if name.endswith(".json") and name != "manifest.json":
            for value in changed_values(json.loads(files[name])):
                yield f"{name}: {json.dumps(value)[:300]}", packed({**files, name: verify.canonical(value).encode()})
        if name not in ("manifest.json", "README.txt") and not name.startswith("agreement."):
            yield f"without {name}", packed({key: content for key, content in files.items() if key != name})
    yield "with another file", packed({**files, "extra.txt": b"x"})


def main(arguments):
    with open(arguments[0], "rb") as file:
        data = file.read()
    verify.verify(data)
    count, missed = 0, []
    for copies in (changed_bits(data, int(arguments[1]) if len(arguments) > 1 else 1), forgeries(data)):
        for what, copy in copies:
            count += 1
            if not is_refused(copy):
                missed.append(what)
    for what in missed:
        print(f"not refused: {what}")
    print(f"{count} falsified copies, {len(missed)} not refused")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
