"""Chance that repeats: every draw comes from the SHA-256 of a seed, never from the clock or the process."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Face = TypeVar("Face")
BYTES = 2  # of the digest, for one draw


class Dice:
    """Draws that are the same for the same seed on every machine."""

    def __init__(self, seed: str) -> None:
        self._seed = seed.encode()
        self._round = 0
        self._left = b""

    def fraction(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        if not self._left:
            self._left = sha256(b"%d:%s" % (self._round, self._seed)).digest()
            self._round += 1
        drawn, self._left = self._left[:BYTES], self._left[BYTES:]
        return int.from_bytes(drawn, "big") / 256**BYTES

    def between(self, low: float, high: float) -> float:
        """Return a number from low to high."""
        return low + (high - low) * self.fraction()

    def pick(self, faces: Sequence[Face]) -> Face:
        """Return one of the faces."""
        return faces[int(self.fraction() * len(faces))]

    def side(self) -> int:
        """Return -1 or 1."""
        return self.pick((-1, 1))
