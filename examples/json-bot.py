#!/usr/bin/env python3
"""A bot in plain Python, written from docs/PROTOCOL.md alone: joins, flies towards whoever is nearest, and shoots.

    python3 examples/json-bot.py                              plays in the arena of a server on this machine
    python3 examples/json-bot.py 127.0.0.1 7777 arena 30      host, port, room, seconds

Its last line is JSON: {"token": ..., "seat": ..., "worlds": ..., "shots": ...}
"""
import base64
import json
import math
import os
import socket
import struct
import sys
import time


# A room that waits for a bot at a breakpoint says so every twenty seconds; whoever says nothing for longer is gone.
SILENCE_SECONDS = 30


class WebSocket:
    """The little of RFC 6455 that a client of small text messages needs."""

    def __init__(self, host, port, path, subprotocol):
        try:
            self.stream = socket.create_connection((host, port), timeout=SILENCE_SECONDS)
        except OSError as problem:
            raise SystemExit(f"no server at {host}:{port} ({problem}): start one with ./apsis serve")
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.sendall(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Protocol: {subprotocol}\r\n\r\n".encode()
        )
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.exactly(1)
        if b" 101 " not in head.split(b"\r\n")[0] + b" ":
            raise SystemExit("no WebSocket here: " + head.decode())

    def exactly(self, count):
        data = b""
        while len(data) < count:
            try:
                more = self.stream.recv(count - len(data))
            except OSError as problem:
                raise SystemExit(f"the connection is lost: {problem}")
            if not more:
                raise SystemExit("the server hung up")
            data += more
        return data

    def send(self, message):
        text = json.dumps(message).encode()
        mask = os.urandom(4)
        length = bytes([0x80 | len(text)]) if len(text) < 126 else b"\xfe" + struct.pack(">H", len(text))
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(text))
        self.stream.sendall(b"\x81" + length + mask + masked)

    def receive(self):
        """The next message, put together from its frames."""
        message = b""
        while True:
            first, length = self.exactly(2)
            if length == 126:
                length = struct.unpack(">H", self.exactly(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.exactly(8))[0]
            part = self.exactly(length)
            if first & 15 == 8:
                raise SystemExit("closed: " + part[2:].decode())
            if first & 15 in (0, 1):
                message += part
                if first & 128:
                    return json.loads(message)


def steer(world, seat):
    """Towards the nearest other ship, firing when it is ahead."""
    ships = {ship["seat"]: ship for ship in world["ships"]}
    me = ships.pop(seat, None)
    if me is None:
        return {"kind": "command"}
    there = min(ships.values(), key=lambda ship: math.dist((ship["x"], ship["y"]), (me["x"], me["y"])), default=None)
    x, y = (there["x"], there["y"]) if there else (0, 0)
    aim = math.degrees(math.atan2(y - me["y"], x - me["x"])) + (0 if there else 90)
    off = (aim - me["heading"] + 180) % 360 - 180
    return {"kind": "command", "aim": aim, "thrust": abs(off) < 60, "fire": abs(off) < 20}


def main():
    host, port, room, seconds = sys.argv[1:] + ["127.0.0.1", "7777", "arena", "inf"][len(sys.argv) - 1 :]
    seconds = float(seconds)
    link = WebSocket(host, int(port), "/play/" + room, "apsis.v1+json")
    link.send({"kind": "hello", "name": "python", "bot": True})
    link.send({"kind": "rate", "perSecond": 10})
    told = {"token": "", "seat": -1, "worlds": 0, "shots": 0}
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        message = link.receive()
        if message["kind"] == "refusal":
            raise SystemExit("refused: " + message["text"])
        if message["kind"] == "welcome":
            told["token"], told["seat"] = message["token"], message["seat"]
        if message["kind"] == "world":
            told["worlds"] += 1
            shots = {torpedo["shot"] for torpedo in message["torpedoes"] if torpedo["owner"] == told["seat"]}
            told["shots"] = max(told["shots"], len(shots))
            link.send(steer(message, told["seat"]))
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
