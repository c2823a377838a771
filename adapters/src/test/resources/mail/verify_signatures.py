"""Verifies the DKIM signatures of messages, each in a file, by a key that is given in base64.

Prints for each the domain, the selector and the fields that are signed, or "none".
"""

import sys

import dkim

record = ("v=DKIM1; k=rsa; p=" + sys.argv[1]).encode()

for name in sys.argv[2:]:
    with open(name, "rb") as file:
        signed = dkim.DKIM(file.read())
    try:
        verified = signed.verify(dnsfunc=lambda name, timeout=5: record)
    except dkim.DKIMException:
        verified = False
    if verified:
        fields = b" ".join(field.lower() for field, _ in signed.signed_headers)
        print(signed.domain.decode(), signed.selector.decode(), fields.decode())
    else:
        print("none")
