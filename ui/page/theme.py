"""How Gradio's own parts are dressed: its theme variables, pointed at the page's own colours in `static/page.css`."""

FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "Arial", "sans-serif")
MONOSPACED = ("ui-monospace", "SFMono-Regular", "Consolas", "Liberation Mono", "monospace")

VARIABLES = {
    "body_background_fill": "var(--pv-ground)",
    "body_text_color": "var(--pv-ink)",
    "body_text_color_subdued": "var(--pv-quiet)",
    "background_fill_primary": "var(--pv-surface)",
    "background_fill_secondary": "var(--pv-ground)",
    "border_color_primary": "var(--pv-line)",
    "block_background_fill": "transparent",
    "block_border_width": "0px",
    "block_label_text_color": "var(--pv-ink)",
    "block_title_text_color": "var(--pv-ink)",
    "button_primary_background_fill": "var(--pv-accent)",
    "button_primary_background_fill_hover": "var(--pv-accent-strong)",
    "button_primary_text_color": "var(--pv-on-accent)",
    "button_primary_text_color_hover": "var(--pv-on-accent)",
    "button_primary_border_color": "var(--pv-accent)",
    "input_background_fill": "var(--pv-surface)",
    "input_border_color": "var(--pv-line-strong)",
    "input_border_color_focus": "var(--pv-accent)",
    "input_placeholder_color": "var(--pv-quiet)",
    "link_text_color": "var(--pv-accent)",
    "loader_color": "var(--pv-accent)",
    "color_accent": "var(--pv-accent)",
}
"""Each variable's value in light and in dark alike; the page's colours themselves change with the scheme."""
