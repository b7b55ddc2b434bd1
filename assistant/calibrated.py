"""What decides between answering and staying silent, as `plansvar bench calibration --fit` chose it. Data only."""

TEXT = {
    "cover": 0.8,
    "cover_cued": 0.8,
    "own": 0.62,
    "said": 0.4,
    "counted": 0.45,
    "sure": 0.9,
    "heading": 0.8,
    "goal_own": 0.4,
}
"""Values of `assistant.thresholds.TextLimits`."""

FIGURE = {
    "word": 0.45,
    "row": 0.6,
    "label": 0.75,
    "named": 0.9,
}
"""Values of `assistant.thresholds.FigureLimits`."""

CONFIDENCE = {
    "constant": 2.41,
    "cover": 0.618,
    "weakest": 0.249,
    "least": 0.0,
}
"""Values of `assistant.thresholds.ConfidenceLimits`."""
