"""The engine without a chat model: figures are looked up, sentences are quoted, calculations are shown."""
