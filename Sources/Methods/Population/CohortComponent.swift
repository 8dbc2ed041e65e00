/// Carries a population forward by one or more steps, each as long as a band is wide: `P[k+1] ← P[k] · s[k] + m[k+1]`.
///
/// The first band gets the births. The last band is open-ended unless it is closed: its own survivors stay in it. Births
/// come into the first band as given, net of their mortality in the step. Source: Preston, Heuveline & Guillot,
/// Demography (2001), chapter 6.
/// - Parameters:
///   - population: persons in each band, the youngest first; nought or more.
///   - survival: the share of each band that is alive a step later, 0 through 1.
///   - migration: net persons that come into each band in a step, in the band in which they are at its end; empty for none.
///   - births: persons that are born in a step and alive at its end.
///   - isOpenEnded: whether the survivors of the last band stay in it; else they leave the table.
///   - steps: how many; nought or more.
/// - Returns: the population after each step. More people leaving than there are gives a negative band: the caller says so.
public func cohortComponent(
  population: [Double], survival: [Double], migration: [Double] = [], births: Double = 0, isOpenEnded: Bool = true,
  steps: Int = 1
) -> [[Double]] {
  var path: [[Double]] = []
  var current = population
  for _ in 0..<max(steps, 0) {
    let survivors = zip(current, survival).map { $0 * $1 }
    var next = [births] + survivors.dropLast()
    if next.count > current.count { next.removeLast(next.count - current.count) }
    if isOpenEnded, let staying = survivors.last, !next.isEmpty, next.count == survivors.count {
      // A single band that is open keeps its survivors beside the newborn.
      next[next.count - 1] += staying
    }
    for (band, persons) in zip(next.indices, migration) { next[band] += persons }
    path.append(next)
    current = next
  }
  return path
}
