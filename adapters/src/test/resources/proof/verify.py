"""Checks what docs/proof.md describes, with nothing but Python's standard library.

verify.py FILE [CHECKPOINT...] prints "right ..." or "wrong at POSITION: WHY". It shares no line with
Uitrol: whoever reads the document could have written it.
"""
import base64
import hashlib
import json
import struct
import sys

# Ed25519, after RFC 8032, section 5.1.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recovered(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x % 2 != sign else x


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recovered(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def plus(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = plus(total, p)
        p = plus(p, p)
        n >>= 1
    return total


BASE = (recovered(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P)
BASE = (BASE[0], BASE[1], 1, BASE[0] * BASE[1] % P)


def is_signed(public, message, signature):
    a, r = point(public), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER or len(signature) != 64:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    left, right = times(s, BASE), plus(r, times(k, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# The chain, the tree and the checkpoint.
class Wrong(Exception):
    pass


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def field(text):
    if text is None:
        return b"\xff\xff\xff\xff"
    encoded = text.encode("utf-8")
    return struct.pack(">I", len(encoded)) + encoded


def event_hash(previous, event):
    return sha(
        b"uitrol-chain-v1\n",
        previous,
        struct.pack(">q", event["position"]),
        field(event["stream"]),
        struct.pack(">q", event["sequence"]),
        *(field(event.get(name)) for name in ("kind", "name", "revision", "id", "time", "metadata", "payload")),
    )


class Tree:
    def __init__(self):
        self.whole = []

    def add(self, entry):
        level, root = 0, sha(b"\0", entry)
        while self.whole and self.whole[-1][0] == level:
            level, root = level + 1, sha(b"\1", self.whole.pop()[1], root)
        self.whole.append((level, root))

    def root(self):
        root = self.whole[-1][1]
        for _, left in reversed(self.whole[:-1]):
            root = sha(b"\1", left, root)
        return root


NAMES = ("number", "size", "position", "root", "head", "at", "previous", "key")


def text(checkpoint):
    lines = ["uitrol-checkpoint-1"] + ["%s %s" % (name, checkpoint[name]) for name in NAMES]
    return ("\n".join(lines) + "\n").encode("ascii")


def check_signature(checkpoint, position):
    key = base64.b64decode(checkpoint["publicKey"])
    signature = base64.b64decode(checkpoint["signature"])
    if sha(key).hex() != checkpoint["key"] or not is_signed(key[-32:], text(checkpoint), signature):
        raise Wrong("wrong at %d: the signature of checkpoint %d" % (position, checkpoint["number"]))


def check_history(lines, handed_out):
    previous, size, position, tree = bytes(32), 0, 0, Tree()
    digest, number, ended = bytes(32), 0, False
    for line in lines:
        read = json.loads(line)
        if "event" in read:
            event = read["event"]
            own = event_hash(previous, event)
            if event["position"] <= position or own.hex() != read["hash"]:
                raise Wrong("wrong at %d: the chain" % event["position"])
            previous, position, size = own, event["position"], size + 1
            tree.add(own)
            for one in handed_out:
                if one["size"] == size and (one["root"], one["head"]) != (tree.root().hex(), own.hex()):
                    raise Wrong("wrong at or before %d: a checkpoint that was handed out" % position)
        elif "checkpoint" in read:
            one = read["checkpoint"]
            check_signature(one, position)
            if one["number"] != number + 1 or one["previous"] != digest.hex():
                raise Wrong("wrong at %d: a checkpoint is missing" % position)
            if (one["size"], one["root"], one["head"]) != (size, tree.root().hex(), previous.hex()):
                raise Wrong("wrong at or before %d: checkpoint %d" % (position, one["number"]))
            number, digest = one["number"], sha(text(one))
        elif "end" in read:
            ended = (read["end"]["events"], read["end"]["hash"]) == (size, previous.hex())
    if not ended or any(one["size"] > size for one in handed_out):
        raise Wrong("wrong at %d: the end is missing" % position)
    return "right: %d events, %d checkpoints" % (size, number)


def check_inclusion(proof):
    checkpoint, index = proof["checkpoint"], proof["number"] - 1
    check_signature(checkpoint, checkpoint["position"])
    reached = sha(b"\0", event_hash(bytes.fromhex(proof["previous"]), proof["event"]))
    path = [bytes.fromhex(one) for one in proof["path"]]

    def up(index, size, path):
        """RFC 9162 the other way round: from the root down to the entry."""
        if size == 1:
            return reached if not path else None
        half = 1
        while half * 2 < size:
            half *= 2
        if not path:
            return None
        if index < half:
            below = up(index, half, path[:-1])
            return below and sha(b"\1", below, path[-1])
        below = up(index - half, size - half, path[:-1])
        return below and sha(b"\1", path[-1], below)

    root = up(index, checkpoint["size"], path)
    if root is None or root.hex() != checkpoint["root"]:
        raise Wrong("wrong at %d: not in the checkpoint" % proof["event"]["position"])
    return "right: the event at %d" % proof["event"]["position"]


def main(file, *checkpoints):
    handed_out = [json.load(open(one, encoding="utf-8")) for one in checkpoints]
    for one in handed_out:
        check_signature(one, one["position"])
    with open(file, encoding="utf-8", newline="\n") as lines:
        first = lines.readline()
        try:
            if json.loads(first).get("format") == "uitrol-history-1":
                return check_history(lines, handed_out)
        except json.JSONDecodeError:
            pass
        proof = json.loads(first + lines.read())
        return check_inclusion(proof) if proof["format"] == "uitrol-inclusion-1" else "unknown"


try:
    print(main(*sys.argv[1:]))
except Wrong as wrong:
    print(wrong)
