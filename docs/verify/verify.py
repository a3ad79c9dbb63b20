#!/usr/bin/env python3
"""Verifies a bundle of a signed agreement (stelsel-bundle/1), without Stelsel, a store or a network.

    python3 verify.py FILE.zip [--log-key KEY]

Exits with 0 and a summary, or with 1 and the first thing that does not fit: file, check and why. Needs Python 3.9 or newer
and the package `cryptography`. The format is described in README.md beside this file; numbers in comments are its steps.
"""

import base64
import datetime
import hashlib
import json
import re
import struct
import sys
import zlib
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NOT_BINDING = {"intent", "conduct"}
YES = {"accept", "accede"}


class Wrong(Exception):
    def __init__(self, check, file, why):
        super().__init__(f"{file + ': ' if file else ''}bundle.{check}: {why}")


def sha256(data):
    return hashlib.sha256(data).digest()


def need(condition, check, file, why):
    if not condition:
        raise Wrong(check, file, why)


def day(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(f"{text} is no day")
    return datetime.date.fromisoformat(text)


# JSON and base64 ------------------------------------------------------------------------------------------------------------


def canonical(value):
    """RFC 8785 for what bundles hold: texts, whole numbers, booleans, null, lists and objects."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        raise ValueError("a number that is not whole")
    return json.dumps(value, ensure_ascii=False)


def once(pairs):
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def parse(data, check, file):
    """JSON; its form says nothing, since what is in it is compared with what was hashed."""
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Wrong(check, file, f"it is no JSON: {error}") from None


def parse_canonical(data, check, file):
    """JSON that must be canonical, byte for byte."""
    value = parse(data, check, file)
    need(canonical(value).encode("utf-8") == data, check, file, "it is not canonical JSON")
    return value


def base64url(text, check, file):
    need(isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9_-]*", text) is not None and len(text) % 4 != 1,
         check, file, "it is no base64url")
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    need(base64.urlsafe_b64encode(data).rstrip(b"=").decode() == text, check, file, "it is no base64url")
    return data


def base64bytes(text, check, file):
    try:
        data = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        data = None
    need(data is not None and base64.b64encode(data).decode() == text, check, file, "it is no base64")
    return data


# 1. The zip -----------------------------------------------------------------------------------------------------------------

NAME = re.compile(r"(?!.*(?:^|/)(?:\.|/|$))[A-Za-z0-9._/-]{1,200}")


def head(name, data):
    return struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, zlib.crc32(data), len(data), len(data), len(name), 0)


def write_zip(files):
    out, directory = b"", b""
    for name in sorted(files, key=lambda name: name.encode()):
        data, raw = files[name], name.encode()
        both = head(raw, data)
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + both + bytes(10) + struct.pack("<I", len(out)) + raw
        out += b"PK\x03\x04" + both + raw + data
    end = struct.pack("<IHHIIH", 0, len(files), len(files), len(directory), len(out), 0)
    return out + directory + b"PK\x05\x06" + end


def read_zip(data):
    need(len(data) <= 64 << 20, "zip", "", "the file is larger than 64 MB")
    files, at = {}, 0
    while data[at:at + 4] == b"PK\x03\x04":
        need(at + 30 <= len(data), "zip", "", "the file stops too early")
        (crc, size, _, length) = struct.unpack_from("<IIIH", data, at + 14)
        start = at + 30 + length
        need(start + size <= len(data), "zip", "", "the file stops too early")
        name = data[at + 30:start].decode("ascii", "replace")
        need(NAME.fullmatch(name) is not None and name not in files, "zip", "", f"a name at byte {at} cannot be")
        files[name] = data[start:start + size]
        need(zlib.crc32(files[name]) == crc, "zip", name, "its CRC-32 does not fit its content")
        at = start + size
    again = write_zip(files)
    if again != data:
        offset = next((i for i, (a, b) in enumerate(zip(again, data)) if a != b), min(len(again), len(data)))
        raise Wrong("zip", "", f"byte {offset} is not as it should be")
    return files


# 2. The manifest ------------------------------------------------------------------------------------------------------------


def check_manifest(files):
    need("manifest.json" in files, "manifest", "manifest.json", "it is missing")
    manifest = parse_canonical(files["manifest.json"], "manifest", "manifest.json")
    listed = {entry.get("name"): entry for entry in manifest.get("files", [])}
    names = sorted((name for name in files if name != "manifest.json"), key=lambda name: name.encode())
    right = []
    for name in names:
        entry = {"name": name, "sha256": sha256(files[name]).hex(), "size": len(files[name])}
        need(listed.get(name) == entry, "manifest", name, "its SHA-256 or size is not that in manifest.json")
        right.append(entry)
    need(manifest == {"format": "stelsel-bundle/1", "files": right}, "manifest", "manifest.json",
         "it lists something else than what is there")


# 4. The log -----------------------------------------------------------------------------------------------------------------


def open_checkpoint(files, trusted):
    need("checkpoint" in files and "log-key.txt" in files, "checkpoint", "checkpoint", "it is missing")
    key = files["log-key.txt"].decode("utf-8", "replace")
    need(key.endswith("\n"), "checkpoint", "log-key.txt", "it is no key")
    key = key[:-1]
    need(trusted in (None, key), "checkpoint", "log-key.txt", f"it is not the key {trusted}")
    parts = key.split("+", 2)
    need(len(parts) == 3, "checkpoint", "log-key.txt", "it is no key")
    name, public = parts[0], base64bytes(parts[2], "checkpoint", "log-key.txt")
    mark = sha256(name.encode() + b"\n" + public)[:4]
    need(len(public) == 33 and public[0] == 1 and mark.hex() == parts[1], "checkpoint", "log-key.txt", "it is no key")
    note = files["checkpoint"].decode("utf-8", "replace")
    text, gap, signatures = note.rpartition("\n\n")
    need(gap and signatures.endswith("\n"), "checkpoint", "checkpoint", "it is no signed note")
    text += "\n"
    own = []
    for line in signatures[:-1].split("\n"):
        words = line.split(" ")
        need(len(words) == 3 and words[0] == "—", "checkpoint", "checkpoint", "it is no signed note")
        blob = base64bytes(words[2], "checkpoint", "checkpoint")
        if words[1] == name and blob[:4] == mark:
            own.append(blob[4:])
    need(own, "checkpoint", "checkpoint", "the log's signature is missing")
    for signature in own:
        try:
            Ed25519PublicKey.from_public_bytes(public[1:]).verify(signature, text.encode())
        except InvalidSignature:
            raise Wrong("checkpoint", "checkpoint", "the log's signature does not hold") from None
    lines = text.split("\n")
    need(len(lines) >= 4 and lines[1].isdigit() and str(int(lines[1])) == lines[1], "checkpoint", "checkpoint",
         "it is not origin, size and root")
    root = base64bytes(lines[2], "checkpoint", "checkpoint")
    need(len(root) == 32, "checkpoint", "checkpoint", "it is not origin, size and root")
    return key, int(lines[1]), root


def is_included(leaf, index, size, root, proof):
    """RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    place, last, value = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place % 2 == 1 or place == last:
            value = sha256(b"\x01" + sibling + value)
            while place % 2 == 0 and place != 0:
                place, last = place >> 1, last >> 1
        else:
            value = sha256(b"\x01" + value + sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and value == root


def read_events(files, ecosystem, size, root):
    events = []
    for name in sorted(name for name in files if name.startswith("proofs/")):
        proof = parse(files[name], "proof", name)
        need(set(proof) == {"leaf", "header", "salt", "payload", "hashes"} and isinstance(proof["leaf"], int)
             and name == f"proofs/{proof['leaf']:012d}.json", "proof", name, "it is not a proof in this form")
        header_bytes, payload_bytes = proof["header"].encode(), proof["payload"].encode()
        salt = base64bytes(proof["salt"], "proof", name)
        siblings = [base64bytes(text, "proof", name) for text in proof["hashes"]]
        header = parse(header_bytes, "proof", name)
        payload = parse(payload_bytes, "proof", name)
        need(header.get("commitment") == sha256(salt + payload_bytes).hex(), "proof", name,
             "header and payload do not belong together")
        need(is_included(sha256(b"\x00" + header_bytes), proof["leaf"], size, root, siblings), "proof", name,
             "it is not in this log")
        need(header.get("ecosystem") == ecosystem, "proof", name, "it is of another ecosystem")
        events.append((header["sequence"], header["kind"], payload, name))
    return sorted(events, key=lambda event: event[0])


def fold(events, noun, record, check, used, changing=()):
    """The fields of a record as its events made them: none between them missing, and only `changing` changed later."""
    fields, previous = {}, None
    for sequence, kind, payload, name in events:
        if payload.get("id") != record or not kind.startswith(noun + "."):
            continue
        need(payload.get("previous") == previous, check, name, "an event is missing")
        previous = sequence
        used.add(name)
        changed = payload.get("fields", {})
        if kind == noun + ".removed":
            fields = {}
        if kind == noun + ".changed":
            need(set(changed) <= set(changing), check, name, "this changed what is fixed")
        fields.update(changed)
    need(previous is not None, check, "", f"“{record}” is not in the log")
    return {name: value for name, value in fields.items() if value is not None}


# 6. Declarations ------------------------------------------------------------------------------------------------------------

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", re.ASCII)
KEYS = {"format", "ecosystem", "agreement", "version", "hash", "answer", "party", "person", "mandate", "except", "reason",
        "declaredAt"}


def cents(value):
    match = re.fullmatch(r"(-?)(\d{1,13})(?:\.(\d{1,2}))?", str(value), re.ASCII)
    if not match:
        return None
    amount = int(match[2]) * 100 + int((match[3] or "0").ljust(2, "0"))
    return -amount if match[1] else amount


def check_declaration(declaration, document, hash_, on, file):
    def must(condition, why):
        need(condition, "signature", file, why)

    must(set(declaration) <= KEYS and declaration.get("format") == "stelsel-declaration/1", "its form is not known")
    must(declaration.get("ecosystem") == document["ecosystem"] and declaration.get("agreement") == document["agreement"],
         "it is about another agreement")
    must(declaration.get("version") == document["number"] and declaration.get("hash") == hash_,
         "it is about another text")
    moment = declaration.get("declaredAt", "")
    must(MOMENT.fullmatch(moment) is not None, "its moment is none")
    must(0 <= (on - day(moment[:10])).days <= 2, "its moment does not fit the day on which it was recorded")
    answer, party = declaration.get("answer"), declaration.get("party")
    must(answer in ("accept", "accede", "reject", "revoke") and party and declaration.get("person"), "it is not complete")
    if answer in ("accept", "reject"):
        must(party in [entry["id"] for entry in document.get("parties", [])], "it is of no party to the text")
    if answer == "accede":
        must(document.get("open") is True, "the text is not open to joiners")
    if answer == "revoke":
        must(document.get("revocable") is True, "the text does not allow revoking")
    if answer == "reject":
        must(declaration.get("reason"), "it gives no reason")
    left_out = declaration.get("except", [])
    if left_out:
        optional = [clause["id"] for clause in document.get("clauses", []) if clause.get("optional") is True]
        must(answer in YES and document.get("partial") is True and set(left_out) <= set(optional)
             and left_out == sorted(set(left_out)), "it leaves out what it may not")
    check_mandate(declaration.get("mandate"), declaration, document, on, must)


def check_mandate(mandate, declaration, document, on, must):
    if mandate is None:
        return must(document["kind"] in NOT_BINDING, "it names no mandate")
    period = mandate.get("period", {})
    must(not ("from" in period and on < day(period["from"])) and not ("until" in period and on > day(period["until"])),
         "its mandate does not count on that day")
    must(not mandate.get("documents") or document["kind"] in mandate["documents"],
         "its mandate is not for this kind of document")
    amounts = [cents(variable.get("value", "")) for clause in document.get("clauses", [])
               if clause["id"] not in declaration.get("except", [])
               for variable in clause.get("variables", []) if variable["type"] == "amount"]
    amounts = [amount for amount in amounts if amount is not None]
    limit = mandate.get("limit")
    if declaration["answer"] in YES and amounts and limit:
        must(limit["currency"] == "EUR" and cents(limit["amount"]) >= max(amounts),
             f"the agreement commits to EUR {max(amounts) / 100:.2f}, its mandate to {limit['currency']} {limit['amount']}")


# 7. Signatures --------------------------------------------------------------------------------------------------------------


def raw_key(algorithm, data):
    if algorithm == "ed25519":
        return Ed25519PublicKey.from_public_bytes(data)
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), data)


def check_raw(key, signature, message):
    if isinstance(key, Ed25519PublicKey):
        return key.verify(signature, message)
    if len(signature) != 64:
        raise InvalidSignature()
    pair = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    key.verify(pair, message, ec.ECDSA(hashes.SHA256()))


def cbor(data, at=0):
    """The little of CBOR that a COSE key is made of. Gives the value and where it ends."""
    major, info = data[at] >> 5, data[at] & 31
    at += 1
    if info >= 24:
        width = 1 << (info - 24)
        info, at = int.from_bytes(data[at:at + width], "big"), at + width
    if major == 0:
        return info, at
    if major == 1:
        return -1 - info, at
    if major == 2:
        if at + info > len(data):
            raise ValueError("it stops too early")
        return data[at:at + info], at + info
    if major != 5:
        raise ValueError("no key holds this")
    result = {}
    for _ in range(info):
        name, at = cbor(data, at)
        result[name], at = cbor(data, at)
    return result, at


def check_cose(data, signature, message):
    key, end = cbor(data)
    if end != len(data) or not isinstance(key, dict):
        raise ValueError("more follows")
    if (key.get(1), key.get(3), key.get(-1)) == (2, -7, 1):
        point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b"\x04" + key[-2] + key[-3])
        point.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    elif (key.get(1), key.get(3), key.get(-1)) == (1, -8, 6):
        Ed25519PublicKey.from_public_bytes(key[-2]).verify(signature, message)
    elif (key.get(1), key.get(3)) == (3, -257):
        numbers = rsa.RSAPublicNumbers(int.from_bytes(key[-2], "big"), int.from_bytes(key[-1], "big"))
        numbers.public_key().verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    else:
        raise ValueError("its algorithm is not known")


def recorded_site(origin, domain_hash, file):
    """The domain of the origin whose SHA-256 the authenticator signed."""
    parts = urlsplit(origin)
    host, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
    secure = parts.scheme == "https" or (parts.scheme == "http" and host == "localhost")
    need(secure and origin == f"{parts.scheme}://{host}{port}", "signature", file, "its passkey was used at no safe address")
    labels = host.split(".")
    for start in range(len(labels)):
        domain = ".".join(labels[start:])
        if sha256(domain.encode()) == domain_hash:
            return domain
    raise Wrong("signature", file, "its passkey was made for another site")


def check_passkey(proof, message, file):
    client_bytes = base64url(proof.get("clientData", ""), "signature", file)
    data = base64url(proof.get("authenticatorData", ""), "signature", file)
    client = json.loads(client_bytes.decode("utf-8"))
    need("key" not in proof and len(data) >= 37, "signature", file, "its proof is not complete")
    need(client.get("type") == "webauthn.get", "signature", file, "its passkey did something else")
    need(base64url(client.get("challenge"), "signature", file) == message, "signature", file,
         "its passkey signed something else")
    need(not client.get("crossOrigin") and "topOrigin" not in client, "signature", file,
         "its passkey was used inside another site")
    domain = recorded_site(client.get("origin", ""), data[:32], file)
    need(data[32] & 5 == 5, "signature", file, "its passkey did not verify who was there")
    need(not data[32] & 16 or data[32] & 8, "signature", file, "its passkey contradicts itself")
    signature, key = (base64url(proof.get(name, ""), "signature", file) for name in ("signature", "publicKey"))
    check_cose(key, signature, data + sha256(client_bytes))
    return f"passkey at {domain}"


def check_proof(proof, declaration, keys, on, file):
    message = sha256(canonical(declaration).encode("utf-8"))
    try:
        if proof.get("method") == "passkey":
            return check_passkey(proof, message, file)
        key = keys.get(proof.get("key"))
        need(key is not None, "signature", file, "its key is not registered")
        need(key["organisation"] == declaration["party"], "signature", file, "its key is of another organisation")
        need(key["publicKey"] == proof.get("publicKey"), "signature", file, "its key is not the registered one")
        need("revoked" not in key or day(key["revoked"]) >= on, "signature", file, "its key was revoked")
        validity = key.get("validity", {})
        need(not ("from" in validity and on < day(validity["from"]))
             and not ("until" in validity and on > day(validity["until"])), "signature", file, "its key had expired")
        need("authenticatorData" not in proof and "clientData" not in proof, "signature", file, "its proof is of two kinds")
        public = raw_key(key["algorithm"], base64url(key["publicKey"], "signature", file))
        check_raw(public, base64url(proof.get("signature", ""), "signature", file), message)
        return f"key {proof['key']} ({key['algorithm']})"
    except (InvalidSignature, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise Wrong("signature", file, f"its signature does not hold ({error})") from None


# The whole ------------------------------------------------------------------------------------------------------------------

RECORD = ("answer", "reason", "except", "party", "person")


def read_answers(files, events, version, document, hash_, keys, used):
    answers, seen = [], set()
    for name in sorted(name for name in files if name.startswith("signatures/")):
        told = parse(files[name], "signature", name)
        declaration, proof, record = told.get("declaration", {}), told.get("proof"), told.get("id")
        fields = fold(events, "signature", record, "signature", used)
        text = canonical(declaration)
        same = name == f"signatures/{record}.json" and fields.get("declaration") == text
        same = same and fields.get("agreementVersion", fields.get("version")) == version and fields.get("agreement") == document["agreement"]
        same = same and fields.get("proof") == proof and fields.get("on") == told.get("on")
        same = same and set(told) <= {"id", "on", "declaration", "proof"} and "on" in told
        same = same and all(fields.get(field) == declaration.get(field) for field in RECORD)
        mandate = declaration.get("mandate")
        same = same and fields.get("mandate") == (mandate or {}).get("id")
        need(same, "signature", name, "the log recorded something else")
        need(text not in seen, "signature", name, "this declaration is there already")
        seen.add(text)
        on = day(told["on"])
        check_declaration(declaration, document, hash_, on, name)
        need(proof is not None or document["kind"] in NOT_BINDING, "signature", name, "it has no proof")
        by = check_proof(proof, declaration, keys, on, name) if proof is not None else "confirmed without a signature"
        if mandate is not None:
            file = f"mandates/{mandate['id']}-{sha256(canonical(mandate).encode()).hex()[:12]}.json"
            need(file in files and parse(files[file], "mandate", file) == mandate, "mandate", file,
                 "the declaration names another")
            used.add(file)
        used.add(name)
        if proof and proof.get("key"):
            used.add(f"keys/{proof['key']}.json")
        answers.append((on, record, declaration, by))
    return sorted(answers, key=lambda answer: answer[:2])


def read_keys(files, events, used):
    keys = {}
    for name in sorted(name for name in files if name.startswith("keys/")):
        told = parse(files[name], "key", name)
        fields = fold(events, "signingKey", told.get("id"), "key", used, {"revoked", "label"})
        need(name == f"keys/{told.get('id')}.json" and {**fields, "id": told["id"]} == told, "key", name,
             "the log has another key")
        keys[told["id"]] = told
    return keys


def in_force(document, answers):
    """The first day on which enough parties had said yes; None when there was none."""
    rule = document.get("entry", {"needs": "all"})
    parties = {party["id"] for party in document.get("parties", [])}
    for on in sorted({answer[0] for answer in answers}):
        if "by" in rule and on > day(rule["by"]):
            break
        last = {declaration["party"]: declaration["answer"] for when, _, declaration, _ in answers if when <= on}
        yes = {party for party, answer in last.items() if answer in YES}
        met = {"all": bool(parties) and parties <= yes,
               "named": bool(rule.get("named")) and set(rule.get("named", [])) <= yes,
               "count": len(yes & parties) >= rule.get("count", sys.maxsize)}[rule["needs"]]
        if met:
            start = document.get("validity", {}).get("from")
            return max(on, day(start)) if start else on
    return None


def verify(data, trusted=None):
    """What a bundle proves; raises Wrong with the first thing that does not fit. `trusted`: the key that must have signed."""
    try:
        return verified(data, trusted)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise Wrong("form", "", f"something has another form than it should: {error!r}") from None


def verified(data, trusted):
    files = read_zip(data)
    check_manifest(files)
    need("agreement.json" in files, "document", "agreement.json", "it is missing")
    document = parse_canonical(files["agreement.json"], "document", "agreement.json")
    need(document.get("format") == "stelsel-agreement/1", "document", "agreement.json", "its form is not known")
    hash_ = sha256(files["agreement.json"]).hex()
    log_key, size, root = open_checkpoint(files, trusted)
    events = read_events(files, document["ecosystem"], size, root)
    used = {"manifest.json", "README.txt", "agreement.json", "checkpoint", "log-key.txt"}
    added = [event for event in events if event[1] == "version.added"]
    need(added, "version", "agreement.json", "the text is not in the log")
    version = added[0][2]["id"]
    fields = fold(events, "version", version, "version", used)
    need(fields.get("document") == files["agreement.json"].decode() and fields.get("hash") == hash_
         and fields.get("number") == document["number"] and fields.get("agreement") == document["agreement"],
         "version", added[0][3], "the log has another text")
    keys = read_keys(files, events, used)
    answers = read_answers(files, events, version, document, hash_, keys, used)
    pages = re.compile(r"agreement(\.[a-z-]+)?\.(html|pdf|md)", re.ASCII)
    for name in sorted(files):
        need(name in used or pages.fullmatch(name) is not None, "unused", name, "it belongs to nothing")
    return document, hash_, answers, in_force(document, answers), log_key, size


def shown(text):
    text = text if isinstance(text, str) else (text or {}).get("en") or (text or {}).get("nl", "")
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def main(arguments):
    trusted = None
    if len(arguments) == 3 and arguments[1] == "--log-key":
        trusted = arguments.pop()
        arguments.pop()
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        with open(arguments[0], "rb") as file:
            document, hash_, answers, entered, log_key, size = verify(file.read(), trusted)
    except OSError as error:
        print(f"verify: {error}", file=sys.stderr)
        return 1
    except Wrong as wrong:
        print(f"verify: {wrong}", file=sys.stderr)
        return 1
    print("Everything fits.")
    print(f"{shown(document['name'])} ({document['agreement']}, {document['kind']}), version {document['number']}")
    print(f"SHA-256 {hash_}")
    for on, _, declaration, by in answers:
        under = f", mandate {declaration['mandate']['id']}" if "mandate" in declaration else ""
        print(f"{on} {declaration['party']}: {declaration['answer']}, by {declaration['person']}{under}, {by}")
    print(f"In force from {entered}." if entered else "Not in force: too few parties said yes.")
    print(f"In the log of {size} events, signed with {log_key}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
