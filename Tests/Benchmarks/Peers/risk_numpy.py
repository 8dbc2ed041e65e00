"""What six forms of payment do to two parties, with numpy: what `procure simulate` does, but for its shares of variance.

Usage: risk_numpy.py DRAWS. Prints for each form the mean payment, the mean of its highest five percent and the provider's
expected loss.
"""

import sys

import numpy as np

draws = int(sys.argv[1])
budget = 1_000_000
random = np.random.default_rng(1)
clients = np.maximum(random.normal(1000, 100, draws), 0)
intensity = np.maximum(random.normal(10, 1, draws), 0)
unit_cost = random.normal(100, 5, draws)
volume = clients * intensity
cost = volume * unit_cost
ratio = clients / 1000
payments = [
    100 * volume,
    1000 * clients,
    np.full(draws, float(budget)),
    np.full(draws, 50_000 * 20.0),
    budget * np.where((ratio > 1.05) | (ratio < 0.9), ratio, 1.0),
    np.minimum(100 * volume, 1_050_000),
]
tail = draws // 20
shown = []
for payment in payments:
    result = payment - cost
    highest = np.partition(payment, draws - tail)[draws - tail :].mean()
    over = np.maximum(payment - budget, 0)
    loss = np.maximum(-result, 0)
    figures = (payment.std(), (payment > budget).mean(), over.mean(), result.mean(), result.std(), (result < 0).mean())
    assert len(figures) == 6
    shown += [payment.mean(), highest, loss.mean()]
print(" ".join(f"{value:.2f}" for value in shown))
