"""How often alternatives come at each rank under unknown weights, with numpy: what `read FILE | rank smaa` does.

Usage: smaa_numpy.py FILE DRAWS. Prints the share of the draws in which each alternative is first.
"""

import sys

import numpy as np

draws = int(sys.argv[2])
utilities = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, usecols=range(1, 11))
random = np.random.default_rng(1)
weights = random.dirichlet(np.ones(utilities.shape[1]), size=draws)
scores = weights @ utilities.T
ranks = np.argsort(np.argsort(-scores, axis=1), axis=1)
count = utilities.shape[0]
acceptability = np.stack([(ranks == rank).mean(axis=0) for rank in range(count)], axis=1)
central = np.zeros_like(utilities)
for alternative in range(count):
    first = ranks[:, alternative] == 0
    if first.any():
        central[alternative] = weights[first].mean(axis=0)
print(" ".join(f"{share:.4f}" for share in acceptability[:, 0]))
