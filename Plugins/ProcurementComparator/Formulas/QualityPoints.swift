/// How the quality of a bid becomes points.
enum QualityPoints: Sendable, Hashable {
  /// As it was judged.
  case absolute
  /// As a part of the best there is, `Q / Qbest`: who is best gets all points (De Weert, Gunnen, maar dan eerlijk, 2023).
  case best
  /// By place, the best first, as parts of the first.
  case places([Double])

  var looks: BidLooks {
    switch self {
    case .absolute: []
    case .best: .bestQuality
    case .places: .qualities
    }
  }

  /// - Parameter field: the bids that count.
  func points(_ quality: Double, in field: BidField) -> Double {
    switch self {
    case .absolute: return quality
    // Where nobody has any quality there is no best to be a part of.
    case .best: return (field.bestQuality ?? 0) > 0 ? quality / (field.bestQuality ?? 1) : quality
    case .places(let points):
      let place = field.better(than: quality)
      return place < points.count ? points[place] : 0
    }
  }
}
