"""How a question becomes a typed value: words, years, names, cues and what a follow-up inherits."""
