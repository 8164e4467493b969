"""An authenticator app: RFC 6238 again, from the standard library, so that ours is held to another."""

from __future__ import annotations

import base64
import hmac
import struct
import time

STEP = 30


def code(secret: str, step: int, digits: int = 6) -> str:
  """The code of a step for a secret written in base 32."""
  mac = hmac.digest(base64.b32decode(secret), struct.pack(">Q", step), "sha1")
  offset = mac[-1] & 15
  number = struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF
  return f"{number % 10**digits:0{digits}}"


def step_now() -> int:
  return int(time.time()) // STEP
