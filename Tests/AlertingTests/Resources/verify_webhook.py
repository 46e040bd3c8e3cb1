"""Checks a Standard Webhooks signature with nothing but Python's own hmac: an independent second opinion.

verify_webhook.py ID TIMESTAMP SIGNATURES KEY < BODY: prints "right" and ends 0 where one of the signatures is that of
the key, else "wrong" and 1.
"""

import base64
import hashlib
import hmac
import sys


def main():
    message_id, timestamp, signatures, key = sys.argv[1:]
    body = sys.stdin.buffer.read()
    secret = base64.b64decode(key.removeprefix("whsec_"))
    signed = message_id.encode() + b"." + timestamp.encode() + b"." + body
    expected = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    found = [s.partition(",")[2] for s in signatures.split() if s.startswith("v1,")]
    is_right = any(hmac.compare_digest(expected, signature) for signature in found)
    print("right" if is_right else "wrong")
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main())
