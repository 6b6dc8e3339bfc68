"""Social cards: the picture that stands beside a shared link, drawn on request and never stored (docs/adr/0016)."""
