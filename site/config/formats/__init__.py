"""Dates as our readers write them, where Django's own formats read oddly inside a sentence."""
