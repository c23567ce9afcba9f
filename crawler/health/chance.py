"""Computes the significance of a changed rate."""

from __future__ import annotations

from math import exp, lgamma


def by_chance(having: int, of: int, past_having: int, past_of: int) -> float:
    """Return the probability that chance alone gives a property to at least `having` of `of`.

    It is the one-sided exact test of Fisher, which holds for small numbers, too.
    """
    all_having, everything = having + past_having, of + past_of
    most = min(of, all_having)
    logs = (
        _choose(all_having, k) + _choose(everything - all_having, of - k) - _choose(everything, of)
        for k in range(having, most + 1)
        if of - k <= everything - all_having
    )
    return min(1.0, sum(exp(each) for each in logs))


def _choose(n: int, k: int) -> float:
    """Return the logarithm of the number of ways to choose k of n."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
