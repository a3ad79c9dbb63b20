"""Kills the server with SIGKILL while 32 writers are at work, again and again. Afterwards every acknowledged command must be
there, none twice, and the log must verify. Usage: kill.py [rounds], default 20. Needs only Python's standard library."""

import http.client, json, os, pathlib, random, re, signal, subprocess, sys, tempfile, threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("STELSEL_BINARY", str(ROOT / ".build/debug/stelsel"))
WRITERS, PORT = 32, int(os.environ.get("STELSEL_KILL_PORT", "18471"))


def run(*words):
    done = subprocess.run([BINARY, *words], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


class Server:
    def __init__(self, store, *options):
        self.process = subprocess.Popen(
            [BINARY, "serve", "--store", store, "--port", str(PORT), *options], cwd=ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if line.startswith("Stelsel is at"):
                assert "reading only" not in line, line
                return
        raise AssertionError("the server did not start")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


def ask(method, path, token, body=None, key=None):
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    if key:
        headers["Idempotency-Key"] = key
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    text = answer.read()
    connection.close()
    return answer.status, text


def write(token, round_, writer, acknowledged, sent):
    """One writer: adds terms until the server is gone. A term is sent again once, with the same key, as a client would."""
    for number in range(10_000):
        name = f"r{round_}-w{writer}-{number}"
        sent.add(name)
        body = {"id": name, "term": f"Term {name}", "definition": "x"}
        try:
            status, text = ask("POST", "/api/v1/ecosystems/den-bosch/terms", token, body, key=name)
        except (OSError, http.client.HTTPException):
            return
        if status == 429:
            continue
        assert status in (200, 201), (status, text)
        acknowledged.add(name)


def main(rounds):
    random.seed(7)
    with tempfile.TemporaryDirectory() as folder:
        store = f"{folder}/kill.sqlite"
        server = Server(store, "--examples")
        account = re.search(r"^[0-9a-f]{32}", run("user", "list", "--store", store), re.M).group()
        made = run("token", "create", "--store", store, "--account", account, "--name", "kill", "--scopes", "read,write,admin")
        token = re.search(r"stl_[\w-]+", made).group()
        acknowledged, sent = set(), set()
        for round_ in range(rounds):
            threads = [threading.Thread(target=write, args=(token, round_, writer, acknowledged, sent)) for writer in range(WRITERS)]
            for thread in threads:
                thread.start()
            threading.Event().wait(0.3 + random.random() * 0.7)
            server.kill()
            for thread in threads:
                thread.join()
            server = Server(store, "--examples")
        unsure = sorted(sent - acknowledged)[:200]
        for name in unsure:
            body = {"id": name, "term": f"Term {name}", "definition": "x"}
            status, text = ask("POST", "/api/v1/ecosystems/den-bosch/terms", token, body, key=name)
            assert status in (200, 201), (status, text)
            acknowledged.add(name)
        server.process.send_signal(signal.SIGTERM)
        server.process.wait()
        run("verify", "--store", store)
        run("export", "den-bosch", "--store", store, "--out", f"{folder}/out")
        found = re.findall(r"^- id: (r\d+-w\d+-\d+)$", pathlib.Path(f"{folder}/out/terms.yaml").read_text(), re.M)
        missing, twice = acknowledged - set(found), len(found) - len(set(found))
        print(f"{rounds} kills, {len(sent)} commands sent, {len(acknowledged)} acknowledged, {len(unsure)} sent again, "
              f"{len(missing)} missing, {twice} twice", file=sys.stderr)
        assert not missing and not twice, sorted(missing)[:10]


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
        print("1 passed, 0 failed")
    except AssertionError as failure:
        print(f"durability: {failure}", file=sys.stderr)
        print("0 passed, 1 failed")
        sys.exit(1)
