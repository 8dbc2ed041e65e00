import WorkbenchKit

extension Chart {
  /// Whether a series of a cloud is a limit between its points: others have names, and it has none.
  func isLimit(_ series: Int) -> Bool {
    guard kind == .scatter, self.series.count > 1, !labels.isEmpty else { return false }
    let values = self.series[series].values
    return values.contains(where: \.isFinite)
      && values.enumerated().allSatisfy { point, value in
        !value.isFinite || !labels.indices.contains(point) || labels[point].isEmpty
      }
  }
}
