#!/usr/bin/env python3
"""A webhook receiver for measurements, on loopback only: webhook_sink.py PORT [SECRET_FILE]

POST anything: 204, but for paths that end in /hang, which is never answered. With a key file every 100th signature is verified (Standard Webhooks 1.0, written apart from the
program). GET /stats: requests, distinct ids, repeats whose body differs, bad signatures, seconds from first to last.
"""
import base64
import hashlib
import hmac
import json
import re
import select
import socket
import sys
import time

ANSWER = b"HTTP/1.1 204 No Content\r\n\r\n"
LENGTH = re.compile(rb"content-length: *(\d+)", re.I)
FIELD = re.compile(rb"webhook-(id|timestamp|signature): *([^\r]+)", re.I)


class Sink:
    def __init__(self, key):
        self.key = key
        self.requests = self.bad = self.changed = self.verified = 0
        self.first = self.last = 0.0
        self.bodies = {}

    def take(self, head, body):
        fields = {name.lower(): value for name, value in FIELD.findall(head)}
        ident = fields.get(b"id", b"")
        digest = hash(body)
        if self.bodies.setdefault(ident, digest) != digest:
            self.changed += 1
        if self.key and self.requests % 100 == 0:
            signed = ident + b"." + fields.get(b"timestamp", b"") + b"." + body
            want = b"v1," + base64.b64encode(hmac.new(self.key, signed, hashlib.sha256).digest())
            self.verified += 1
            self.bad += want not in fields.get(b"signature", b"").split(b" ")
        self.requests += 1
        self.last = time.perf_counter()
        self.first = self.first or self.last

    def stats(self):
        return json.dumps({
            "requests": self.requests, "ids": len(self.bodies), "changed": self.changed, "verified": self.verified,
            "bad_signatures": self.bad, "seconds": round(self.last - self.first, 4)}).encode() + b"\n"


def serve(port, sink):
    server = socket.create_server(("127.0.0.1", port), backlog=256)
    server.setblocking(False)
    poll = select.epoll()
    poll.register(server, select.EPOLLIN)
    peers = {}
    while True:
        for number, _ in poll.poll():
            if number == server.fileno():
                peer, _ = server.accept()
                peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                peers[peer.fileno()] = [peer, b""]
                poll.register(peer, select.EPOLLIN)
                continue
            peer, rest = peers[number]
            try:
                data = peer.recv(1 << 18)
            except OSError:
                data = b""
            if not data:
                poll.unregister(peer)
                peer.close()
                del peers[number]
                continue
            peers[number][1] = answer(peer, rest + data, sink)


def answer(peer, data, sink):
    while True:
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return data
        head = data[:end]
        if head.startswith(b"GET"):
            body = sink.stats()
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
            data = data[end + 4:]
            continue
        length = LENGTH.search(head)
        size = int(length.group(1)) if length else 0
        if len(data) < end + 4 + size:
            return data
        if not head.split(b" ", 2)[1].endswith(b"/hang"):
            sink.take(head, data[end + 4:end + 4 + size])
            peer.sendall(ANSWER)
        data = data[end + 4 + size:]


if __name__ == "__main__":
    key = None
    if len(sys.argv) > 2:
        text = open(sys.argv[2]).read().strip().removeprefix("whsec_")
        key = base64.b64decode(text + "=" * (-len(text) % 4))
    serve(int(sys.argv[1]), Sink(key))
