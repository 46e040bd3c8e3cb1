#!/usr/bin/env python3
"""Kills the daemon at random while news flow to four receivers, and counts what was lost or repeated.

usage: kill_soak.py PROGRAM [KILLS [SEED [SECONDS]]]      200 kills, each within 1.5 s of the start;
exit code 1 where something was lost or differed
"""
import collections
import http.server
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
LONGEST = float(sys.argv[4]) if len(sys.argv) > 4 else 1.5
ITEMS = max(40, KILLS * 4)
WINDOW = 400
HOOKS = {"serial": 1, "quick": 1, "lanes": 4}


def name(number):
    letters = ""
    for _ in range(4):
        letters += chr(97 + number % 26)
        number //= 26
    return "Marlow" + letters


class Peer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    lock = threading.Lock()
    published = 0
    got = collections.defaultdict(lambda: collections.defaultdict(list))

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="text/plain"):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        with Peer.lock:
            last = Peer.published
        items = "".join(
            f"<item><title>{name(n)} Works recalls {n + 2}0,000 lamps over fire risk</title>"
            f"<link>http://news.invalid/{n}</link><guid>{n}</guid>"
            f"<description>{name(n)} Works said lamps of series {n * 37} caught fire.</description></item>"
            for n in range(max(0, last - WINDOW), last))
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'
        self.answer(200, feed.encode(), "application/rss+xml")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with Peer.lock:
            Peer.got[self.path[1:]][self.headers["webhook-id"]].append(body)
        if self.path == "/serial":
            time.sleep(0.005)
        try:
            self.answer(204)
        except OSError:
            pass


def write(folder, port):
    files = {
        "newsward.yaml": f"""data: data
alerts: alerts
companies: [companies.txt]
dashboard:
  port: 0
fetching:
  allow_networks: [127.0.0.0/8]
  host_spacing: 0s
feeds:
  - url: "http://127.0.0.1:{port}/rss.xml"
    source: Wire
    interval: 1s
""",
        "companies.txt": "".join(f"XXXX:M{n} | {name(n)} Works\n" for n in range(ITEMS)),
        "alerts/rules.yaml": "rules:\n  - name: any\n    matchers: [\"severity >= 20\"]\n",
        "alerts/routes.yaml": "route:\n  receivers: [serial, quick, lanes, lines]\n  group_by: [alert]\n"
        "  group_wait: 0s\n  group_interval: 0s\n",
        "alerts/receivers.yaml": "receivers:\n  - name: lines\n    type: file\n    path: lines.jsonl\n" + "".join(
            f"  - name: {hook}\n    type: webhook\n    url: \"http://127.0.0.1:{port}/{hook}\"\n    parallel: {width}\n"
            for hook, width in HOOKS.items()),
    }
    os.mkdir(os.path.join(folder, "alerts"))
    for path, text in files.items():
        with open(os.path.join(folder, path), "w") as file:
            file.write(text)


def lines(folder):
    try:
        with open(os.path.join(folder, "data/lines.jsonl"), "rb") as file:
            return file.read().split(b"\n")
    except FileNotFoundError:
        return []


def start(folder):
    return subprocess.Popen([PROGRAM, "run", "--quiet"], cwd=folder, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def main():
    chance = random.Random(SEED)
    folder = tempfile.mkdtemp(prefix="newsward-soak-")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    server.handle_error = lambda *_: None       # a killed client resets its connections: that is the test
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    write(folder, server.server_address[1])
    subprocess.run([PROGRAM, "poll", "--quiet"], cwd=folder, check=True, stderr=subprocess.DEVNULL)
    kills = 0
    for kills in range(1, KILLS + 1):
        process = start(folder)
        end = time.time() + chance.uniform(0.05, LONGEST)
        while time.time() < end:
            time.sleep(0.02)
            with Peer.lock:
                Peer.published = min(ITEMS, Peer.published + (chance.random() < 0.3 * ITEMS / KILLS / 4))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if kills % 20 == 0:
            print(f"{kills} kills, {Peer.published} items, {len(Peer.got['quick'])} heard", file=sys.stderr)
    process = start(folder)
    wanted = Peer.published
    end = time.time() + 180
    while time.time() < end:
        with Peer.lock:
            done = all(len(Peer.got[hook]) >= wanted for hook in HOOKS)
        if done and sum(1 for line in set(lines(folder)) if line) >= wanted:
            break
        time.sleep(0.2)
    process.send_signal(signal.SIGTERM)
    process.wait(30)
    return report(folder, wanted, kills)


def report(folder, wanted, kills):
    failed = False
    for hook, width in HOOKS.items():
        got = Peer.got[hook]
        told = {json.loads(body)["data"]["alerts"][0]["company"]["id"] for bodies in got.values() for body in bodies[:1]}
        lost = wanted - len(told)
        repeats = sum(len(bodies) - 1 for bodies in got.values())
        changed = sum(len(set(bodies)) > 1 for bodies in got.values())
        twice = len(got) - len(told)
        print(f"{hook}: {wanted} alerts, lost {lost}, repeated under the same id {repeats} (at most {kills * width} "
              f"in flight at {kills} kills), other bytes {changed}, under two ids {twice}")
        failed |= lost > 0 or changed > 0 or twice > 0 or (width == 1 and repeats > kills)
    rows = [line for line in lines(folder) if line]
    whole = [json.loads(line) for line in rows]
    told = {row["company"]["id"] for row in whole}
    print(f"lines: {wanted} alerts, lost {wanted - len(told)}, repeated {len(rows) - len(set(rows))}")
    failed |= len(told) < wanted
    shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
