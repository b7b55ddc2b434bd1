"""Golden questions, metrics and reports; scoring is separate from asking."""
