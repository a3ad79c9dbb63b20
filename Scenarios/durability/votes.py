"""Kills the server with SIGKILL while voters vote, by name and in secret, again and again. Afterwards every acknowledged vote must be
counted, none twice, and the log must verify. Usage: votes.py [rounds], default 3: one kill fewer. Needs only Python's standard library."""

import http.client, json, pathlib, random, re, signal, subprocess, sys, tempfile, threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from kill import BINARY, ROOT, Server, ask, run  # noqa: E402

VOTERS, WRITERS, BASE = 12, 6, "/api/v1/ecosystems/raad"


def folder(path):
    """An ecosystem as a text folder: a council in which every organisation has a seat, and one who votes from it."""
    path.mkdir()
    names = [f"o{number}" for number in range(VOTERS)]
    write = lambda name, text: (path / f"{name}.yaml").write_text(text)
    write("ecosystem", "id: raad\nname: Raad\nlanguages: [nl]\nmethods: [handbook-roles]\n")
    write("bodies", "- id: council\n  name: Raad\n  sort: council\n")
    write("matters", "".join(f"- id: {m}\n  question: Doen we het?\n  body: council\n" for m in ("named", "secret")))
    write("organisations", "".join(f"- id: {n}\n  name: {n.upper()}\n  sector: company\n" for n in names))
    write("participations", "".join(f"- id: {n}\n  organisation: {n}\n  status: joined\n" for n in names))
    write("persons", "".join(f"- id: p-{n}\n  organisation: {n}\n  function: Bestuurder\n" for n in names))
    write("mandates", "".join(
        f"- id: m-{n}\n  person: p-{n}\n  organisation: {n}\n  scope: Stemmen\n  level: executive\n  grantor: Bestuur\n" for n in names))
    write("seats", "".join(f"- id: s-{n}\n  body: council\n  organisation: {n}\n" for n in names))
    return names


def tokens(store, names):
    """A token for each voter. An account may act as several persons: four here, which makes them sooner."""
    found, account = {}, None
    for number, name in enumerate(names):
        whose = ["--name", name] if number % 4 == 0 else ["--account", account]
        done = subprocess.run(
            [BINARY, "user", "invite", "--store", store, *whose, "--ecosystem", "raad", "--person", f"p-{name}"],
            capture_output=True, text=True, cwd=ROOT)
        account = re.search(r"account ([0-9a-f]{32})", done.stderr).group(1)
        if number % 4 == 0:
            made = run("token", "create", "--store", store, "--account", account, "--name", "kill", "--scopes", "read,write")
            token = re.search(r"stl_[\w-]+", made).group()
        found[name] = token
    return found


def vote(ballot, secret, waiting, keys, acknowledged):
    """One writer: takes voters from the list and votes for each, until the server is gone."""
    while waiting:
        try:
            name = waiting.pop()
        except IndexError:
            return
        cast = "against" if int(name[1:]) % 3 == 0 else "for"
        body = {"seat": f"s-{name}", "paper": {"cast": cast}} if secret else {"seat": f"s-{name}", "papers": [{"cast": cast}]}
        try:
            status, text = ask("POST", f"{BASE}/ballots/{ballot}/{'papers' if secret else 'votes'}", keys[name], body)
        except (OSError, http.client.HTTPException):
            waiting.append(name)
            return
        if status == 429:
            waiting.append(name)
            continue
        assert status in (200, 201, 409), (status, text)
        # 409: it was recorded, and the server was killed before it could say so.
        acknowledged[name] = json.loads(text).get("hash") if status != 409 else None


def told(status, text, wanted=(200, 201)):
    assert status in wanted, (status, text)
    return json.loads(text)


def ballot(admin, secret):
    """Puts a proposal on the matter and opens a ballot on it; gives the ballot's id."""
    matter = "secret" if secret else "named"
    made = told(*ask("POST", f"{BASE}/matters/{matter}/proposals", admin, {"name": matter, "text": "Wij doen het."}))
    opening = {"rule": {"method": "majority"}, "secrecy": "secret" if secret else "named"}
    return told(*ask("POST", f"{BASE}/proposals/{made['id']}/ballots", admin, opening))["id"]


def tell(secret, store, admin, keys, rounds, folder):
    server = Server(store)
    opened = ballot(admin, secret)
    waiting, acknowledged = list(keys), {}
    random.shuffle(waiting)
    for round_ in range(rounds):
        threads = [threading.Thread(target=vote, args=(opened, secret, waiting, keys, acknowledged)) for _ in range(WRITERS)]
        for thread in threads:
            thread.start()
        if round_ < rounds - 1:
            threading.Event().wait(0.02 + random.random() * 0.08)
            server.kill()
        for thread in threads:
            thread.join()
        if round_ < rounds - 1:
            server = Server(store)
    assert len(acknowledged) == VOTERS, f"{len(acknowledged)} of {VOTERS} voters were answered"
    told(*ask("POST", f"{BASE}/ballots/{opened}/closing", admin, {}))
    told(*ask("POST", f"{BASE}/ballots/{opened}/outcome", admin, {}))
    server.process.send_signal(signal.SIGTERM)
    server.process.wait()
    run("verify", "--store", store)
    file = f"{folder}/{opened}.json"
    run("ballot", "export", "raad", opened, "--store", store, "--out", file)
    counts = json.loads(run("ballot", "count", file, "--json"))["counts"]
    against = sum(int(name[1:]) % 3 == 0 for name in keys)
    assert (counts["for"], counts["against"]) == (VOTERS - against, against), counts
    known = {entry.get("id") for entry in json.loads(pathlib.Path(file).read_text())["ballots"]}
    assert len(known) == VOTERS and all(code in known for code in acknowledged.values() if secret and code)
    print(f"{'secret' if secret else 'by name'}: {rounds - 1} kills, {VOTERS} voters, all counted once", file=sys.stderr)


def main(rounds):
    random.seed(11)
    with tempfile.TemporaryDirectory() as place:
        names = folder(pathlib.Path(place) / "raad")
        store = f"{place}/votes.sqlite"
        run("apply", f"{place}/raad", "--store", store)
        keys = tokens(store, names)
        made = subprocess.run([BINARY, "user", "invite", "--store", store, "--name", "admin", "--administrator"],
                              capture_output=True, text=True, cwd=ROOT)
        account = re.search(r"account ([0-9a-f]{32})", made.stderr).group(1)
        admin = re.search(r"stl_[\w-]+", run(
            "token", "create", "--store", store, "--account", account, "--name", "admin", "--scopes", "read,write,admin")).group()
        for secret in (False, True):
            tell(secret, store, admin, keys, rounds, place)


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
        print("2 passed, 0 failed")
    except AssertionError as failure:
        print(f"votes: {failure}", file=sys.stderr)
        print("0 passed, 1 failed")
        sys.exit(1)
