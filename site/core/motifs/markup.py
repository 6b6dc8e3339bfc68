"""SVG elements as text: presentation attributes only, numbers short, definitions with their key."""

from __future__ import annotations

from core.motifs.geometry import short

Attribute = str | float | None
Definition = tuple[str, str]


def tag(name: str, *content: str, **attributes: Attribute) -> str:
    """Return an element; `stroke_width=2` becomes `stroke-width="2"`, None is left out."""
    shown = "".join(
        f' {key.replace("_", "-")}="{value if isinstance(value, str) else short(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(content)
    return f"<{name}{shown}>{inner}</{name}>" if inner else f"<{name}{shown}/>"


def path(d: str, fill: str | None = None, **attributes: Attribute) -> str:
    """Return a filled path."""
    return tag("path", d=d, fill=fill, **attributes)


def line(d: str, stroke: str, width: float = 2, **attributes: Attribute) -> str:
    """Return a path that is drawn, not filled."""
    return tag("path", d=d, fill="none", stroke=stroke, stroke_width=width, **attributes)


def circle(r: float, fill: str | None = None, x: float = 0, y: float = 0, **attributes: Attribute) -> str:
    """Return a circle around (x, y)."""
    return tag("circle", cx=x or None, cy=y or None, r=r, fill=fill, **attributes)


def ring(r: float, stroke: str, width: float = 2, x: float = 0, y: float = 0, **attributes: Attribute) -> str:
    """Return a circle that is drawn, not filled."""
    return circle(r, "none", x, y, stroke=stroke, stroke_width=width, **attributes)


def ellipse(rx: float, ry: float, fill: str, x: float = 0, y: float = 0, **attributes: Attribute) -> str:
    """Return an ellipse around (x, y)."""
    return tag("ellipse", cx=x or None, cy=y or None, rx=rx, ry=ry, fill=fill, **attributes)


def rect(x: float, y: float, width: float, height: float, fill: str | None = None, **attributes: Attribute) -> str:
    """Return a rectangle from its top left corner."""
    return tag("rect", x=x or None, y=y or None, width=width, height=height, fill=fill, **attributes)


def many(*content: str, **attributes: Attribute) -> str:
    """Return a group without a name, to give its members what they have in common."""
    return tag("g", *content, **attributes)


def group(key: str, *content: str, **attributes: Attribute) -> Definition:
    """Return the definition of something that `use` places."""
    return key, tag("g", *content, id=key, **attributes)


def pattern(key: str, width: float, height: float, *content: str, turned: str | None = None) -> Definition:
    """Return the definition of a tile that fills surfaces."""
    tile = tag(
        "pattern",
        *content,
        id=key,
        width=width,
        height=height,
        patternUnits="userSpaceOnUse",
        patternTransform=turned,
    )
    return key, tile


def moved(x: float = 0, y: float = 0, turn: float = 0, scale: float = 1, mirror: bool = False) -> str | None:
    """Return the value of `transform`: scaled, mirrored, turned by degrees, then moved; None when nothing changes."""
    move = f"translate({short(x)} {short(y)})" if short(x) != "0" or short(y) != "0" else ""
    rotate = f"rotate({short(turn)})" if short(turn) != "0" else ""
    across = f"-{short(scale, 2)} {short(scale, 2)}" if mirror else short(scale, 2)
    size = f"scale({across})" if mirror or scale != 1 else ""
    return move + rotate + size or None


def use(
    key: str,
    x: float = 0,
    y: float = 0,
    turn: float = 0,
    scale: float = 1,
    mirror: bool = False,
    **attributes: Attribute,
) -> str:
    """Return a placed copy of a definition."""
    return tag("use", href=f"#{key}", transform=moved(x, y, turn, scale, mirror), **attributes)


def copies(key: str, content: str, *places: tuple[float, ...]) -> str:
    """Return the same thing at several places (x, y, turn, scale): drawn at the first, used at the others."""
    first, *others = [(*place, *(0.0, 0.0, 0.0, 1.0)[len(place) :]) for place in places]
    x, y, turn, scale = first
    drawn = many(tag("g", content, id=key), transform=moved(x, y, turn, scale))
    return drawn + "".join(use(key, x, y, turn, scale) for x, y, turn, scale in others)
