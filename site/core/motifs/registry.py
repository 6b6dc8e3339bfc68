"""Which variants each craft family has; the keys are those of `crafts.models.CraftFamily`."""

from __future__ import annotations

from core.motifs.drawing import Variant
from core.motifs.families.batik import BATIK
from core.motifs.families.coffee import COFFEE
from core.motifs.families.fields import LEAF, RICE
from core.motifs.families.fruit import FRUIT_NUT
from core.motifs.families.gold import GOLD_LEAF
from core.motifs.families.hats import HAT
from core.motifs.families.highland import BROCADE, HEMP
from core.motifs.families.honey import HONEY_HERBS
from core.motifs.families.ikat import IKAT
from core.motifs.families.incense import INCENSE
from core.motifs.families.inlay import INLAY
from core.motifs.families.lacquer import LACQUER
from core.motifs.families.metal import METAL
from core.motifs.families.paper import PAPER
from core.motifs.families.plaiting import SEDGE, WEAVE
from core.motifs.families.pottery import POTTERY
from core.motifs.families.print import PRINT
from core.motifs.families.shore import MEAT, SAUCE
from core.motifs.families.silk import SILK, SONGKET
from core.motifs.families.stone import STONE
from core.motifs.families.village import COMMUNITY
from core.motifs.families.wood import WOOD

VARIANTS: dict[str, tuple[Variant, ...]] = {
    "pottery": POTTERY,
    "silk": SILK,
    "hat": HAT,
    "weave": WEAVE,
    "lacquer": LACQUER,
    "inlay": INLAY,
    "incense": INCENSE,
    "sedge": SEDGE,
    "batik": BATIK,
    "ikat": IKAT,
    "songket": SONGKET,
    "brocade": BROCADE,
    "print": PRINT,
    "metal": METAL,
    "stone": STONE,
    "paper": PAPER,
    "leaf": LEAF,
    "coffee": COFFEE,
    "sauce": SAUCE,
    "rice": RICE,
    "honey_herbs": HONEY_HERBS,
    "fruit_nut": FRUIT_NUT,
    "community": COMMUNITY,
    "wood": WOOD,
    "hemp": HEMP,
    "meat": MEAT,
    "gold": GOLD_LEAF,
}
