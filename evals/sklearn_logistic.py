"""Logistic regression by scikit-learn: probabilities that were fitted, and those of folds that were not."""

from collections.abc import Sequence

FOLDS = 5


def fitted(features: Sequence[Sequence[float]], right: Sequence[bool]) -> tuple[float, ...]:
    """The constant and the weight of each feature, none under zero: more of a feature never makes less sure."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression().fit(features, right)
    return float(model.intercept_[0]), *(max(float(weight), 0.0) for weight in model.coef_[0])


def held_out(features: Sequence[Sequence[float]], right: Sequence[bool], groups: Sequence[str]) -> list[float]:
    """The probability of each by a regression over the other folds; one group is in one fold."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    folds = GroupKFold(min(FOLDS, len(set(groups))))
    found = cross_val_predict(LogisticRegression(), features, right, groups=groups, cv=folds, method="predict_proba")
    return [float(each[1]) for each in found]
