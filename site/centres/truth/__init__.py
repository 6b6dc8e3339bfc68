"""Is what we say true? Visitors tell in one tap whether a door was open, and ask a centre by mail (docs/adr/0023)."""
