"""Groups of carers around medoids, their number chosen by silhouette: what `read FILE | cluster pam --k auto` does.

Usage: medoids_numpy.py FILE numpy|kmedoids. Prints the number of groups and the mean silhouette.
PAM is BUILD and the best exchange of each round (FastPAM1) over whole rows of the matrix; with `kmedoids` that package's.
"""

import csv
import sys

import numpy as np

with open(sys.argv[1], newline="") as file:
    rows = list(csv.reader(file))[1:]
values = np.array([[float(cell) if cell else np.nan for cell in row] for row in rows])

low, high = np.nanmin(values, axis=0), np.nanmax(values, axis=0)
scale = np.where(high > low, 1 / np.where(high > low, high - low, 1), 0)
count = len(values)
total, known = np.zeros((count, count)), np.zeros((count, count))
for column in range(values.shape[1]):
    gap = np.abs(values[:, None, column] - values[None, :, column]) * scale[column]
    present = ~np.isnan(gap)
    total += np.where(present, gap, 0)
    known += present
distance = total / known


def pam(distance, k):
    medoids, nearest = [], np.full(count, np.inf)
    for _ in range(k):
        best = int(np.argmin(np.minimum(distance, nearest).sum(axis=1)))
        medoids.append(best)
        nearest = np.minimum(nearest, distance[best])
    while True:
        to = distance[medoids]
        order = np.argsort(to, axis=0)
        group = order[0]
        first = np.take_along_axis(to, order[:1], 0)[0]
        second = np.take_along_axis(to, order[1:2], 0)[0]
        gain = np.minimum(distance - first, 0).sum(axis=1)
        change = np.where(distance < first, first - second, np.minimum(distance - second, 0))
        sums = np.stack([change[:, group == g].sum(axis=1) for g in range(k)])
        loss = np.array([(second - first)[group == g].sum() for g in range(k)])
        all_changes = sums + loss[:, None] + gain
        all_changes[:, medoids] = np.inf
        place = np.unravel_index(np.argmin(all_changes), all_changes.shape)
        if all_changes[place] >= -1e-9:
            return group
        medoids[place[0]] = int(place[1])


def silhouette(distance, group, k):
    sizes = np.bincount(group, minlength=k)
    sums = np.stack([distance[:, group == g].sum(axis=1) for g in range(k)])
    own = sums[group, np.arange(count)] / np.maximum(sizes[group] - 1, 1)
    other = sums / np.maximum(sizes, 1)[:, None]
    other[group, np.arange(count)] = np.inf
    between = other.min(axis=0)
    widths = (between - own) / np.maximum(between, own)
    widths[sizes[group] == 1] = 0
    return widths.mean()


if sys.argv[2] == "kmedoids":
    import kmedoids

    def divide(k):
        return np.asarray(kmedoids.pam(distance, k).labels)
else:

    def divide(k):
        return pam(distance, k)


found = max(((silhouette(distance, divide(k), k), -k) for k in range(2, 11)))
print(-found[1], f"{found[0]:.6f}")
