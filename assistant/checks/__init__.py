"""The checks that a draft must pass before it is shown: small pure functions over one claim."""
