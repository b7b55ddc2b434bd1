"""The chat page: what it shows is worked out here without Gradio, which only carries it."""
