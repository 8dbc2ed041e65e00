import WorkbenchKit

/// Whether an area has the size of a woonservicegebied.
struct SizeTest {
  enum Answer: String, Sendable { case fits, smaller, larger, unknown }

  let range: ClosedRange<Double>
  /// NaN where it is not known.
  let inhabitants: Double

  var answer: Answer {
    if inhabitants.isNaN { return .unknown }
    return inhabitants < range.lowerBound ? .smaller : inhabitants > range.upperBound ? .larger : .fits
  }

  /// - Parameter shown: the inhabitants as they may be shown.
  func sentence(_ name: String, shown: Text) -> Text {
    let low = Text.number(range.lowerBound, decimals: 0)
    let high = Text.number(range.upperBound, decimals: 0)
    let ends = Text(nl: "\(low.nl) tot \(high.nl)", en: "\(low.en) to \(high.en)")
    switch answer {
    case .fits:
      return Text(
        nl: "\(name): \(shown.nl) inwoners, de maat van een woonservicegebied (\(ends.nl))",
        en: "\(name): \(shown.en) inhabitants, the size of a woonservicegebied (\(ends.en))")
    case .smaller:
      return Text(
        nl: "\(name): \(shown.nl) inwoners, kleiner dan een woonservicegebied (\(ends.nl))",
        en: "\(name): \(shown.en) inhabitants, smaller than a woonservicegebied (\(ends.en))")
    case .larger:
      return Text(
        nl: "\(name): \(shown.nl) inwoners, groter dan een woonservicegebied (\(ends.nl))",
        en: "\(name): \(shown.en) inhabitants, larger than a woonservicegebied (\(ends.en))")
    case .unknown:
      return Text(
        nl: "\(name): het inwonertal is onbekend (een woonservicegebied heeft er \(ends.nl))",
        en: "\(name): the number of inhabitants is unknown (a woonservicegebied has \(ends.en))")
    }
  }
}
