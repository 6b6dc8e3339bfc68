"""A national data set to measure with: as many records as Vietnam's programme has, none of them real.

Names are composed from real product kinds and places; no person occurs. Every slug begins with `scale-`, which no
other content may use: by it `remove` finds everything again. The same sizes and seed give the same names and slugs.
Records are not in Wagtail's reference index (`rebuild_references_index` writes it); pages are.
"""

from __future__ import annotations

from demo.scale.generating import generate
from demo.scale.removal import remove
from demo.scale.sizes import PREFIX, Sizes

__all__ = ["PREFIX", "Sizes", "generate", "remove"]
