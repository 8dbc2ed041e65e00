/// The mean consistency index of random comparisons, against which one is measured.
public enum RandomIndex: String, Sendable, Hashable, CaseIterable {
  /// Saaty, The analytic hierarchy process (1980); up to 15 criteria.
  case saaty
  /// Donegan & Dodd, Mathematical and Computer Modelling 15 (1991); up to 20 criteria. That of three is exact.
  case doneganDodd = "donegan-dodd"

  /// The index of this many criteria; 0 for one or two, nil beyond the table.
  public func value(_ criteria: Int) -> Double? {
    let table = self == .saaty ? Self.saatyTable : Self.doneganDoddTable
    guard criteria > 2 else { return criteria > 0 ? 0 : nil }
    return table.indices.contains(criteria - 3) ? table[criteria - 3] : nil
  }

  private static let saatyTable = [
    0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
  ]
  private static let doneganDoddTable = [
    0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969, 1.5078,
    1.5153, 1.5262, 1.5313, 1.5371,
  ]
}
