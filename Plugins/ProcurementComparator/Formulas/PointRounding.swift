import Glibc

/// Points that are rounded, each before they are added up.
struct PointRounding: Sendable, Hashable {
  /// 0 for whole points.
  let decimals: Int
  /// How many points there are in all.
  let total: Double

  /// Rounds a part of all points, a half away from nought.
  func rounded(_ part: Double) -> Double {
    let unit = pow(10, Double(decimals))
    let units = abs(part * total * unit)
    // What lies on a half but for the last bits of binary arithmetic is a half.
    let whole = (units + 1e-9 * max(1, units) + 0.5).rounded(.down)
    return (part < 0 ? -whole : whole) / unit / total
  }
}
