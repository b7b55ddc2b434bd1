"""The bundled sample plans: Markdown written in our own words, and the same plans as PDF."""
