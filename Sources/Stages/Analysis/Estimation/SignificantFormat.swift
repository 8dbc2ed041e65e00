import WorkbenchKit

extension Column.Format {
  /// As many decimals as show four digits of a number of this size, whatever unit it is in.
  static func significant(_ number: Double) -> Column.Format {
    var size = number.magnitude
    guard size > 0, size.isFinite else { return .automatic }
    var decimals = 3
    while size >= 10, decimals > 0 { (size, decimals) = (size / 10, decimals - 1) }
    while size < 1, decimals < 12 { (size, decimals) = (size * 10, decimals + 1) }
    return .decimals(decimals)
  }
}
