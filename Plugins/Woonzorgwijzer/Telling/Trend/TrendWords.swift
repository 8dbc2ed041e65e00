import WorkbenchKit

/// How the figures of a trend are called and written.
struct TrendWords {
  let subject: TrendSubject

  init(_ subject: TrendSubject) { self.subject = subject }

  var isShare: Bool { if case .share = subject.measure { true } else { false } }

  var unit: Unit? {
    switch subject.measure {
    case .share: .share
    case .persons: .persons
    case .figure(let measure): measure.unit
    case .own(let figure): figure.inUnit
    }
  }

  var format: Column.Format {
    switch subject.measure {
    case .share: .share(1)
    case .persons: .decimals(0)
    case .figure(let measure): measure.unit == nil && measure.decimals == 0 ? .automatic : .decimals(measure.decimals)
    case .own(let figure): figure.format
    }
  }

  /// What is shown, in plain words.
  var label: Text {
    switch subject.measure {
    case .share, .persons, .own: subject.codebook.indicators[subject.name]?.label ?? .verbatim(subject.name)
    case .figure(let measure): measure.label
    }
  }

  func title(_ years: [Int]) -> Text {
    let when = "\(years.first ?? 0)-\(years.last ?? 0)"
    switch subject.measure {
    case .share(let age), .persons(let age):
      return Text(nl: "\(subject.name), \(age.short.nl), \(when)", en: "\(subject.name), \(age.short.en), \(when)")
    case .figure(let measure):
      let label = measure.label
      return Text(nl: "\(label.nl), \(when)", en: "\(label.en), \(when)")
    case .own: return .verbatim("\(subject.name), \(when)")
    }
  }

  func value(_ value: Double) -> Text {
    if isShare { return .share(value) }
    if case .figure(let measure) = subject.measure {
      let number = Text.number(value, decimals: value == value.rounded() ? 0 : max(measure.decimals, 1))
      return measure.unit == .percent ? Text(nl: "\(number.nl) %", en: "\(number.en)%") : number
    }
    return .number(value)
  }

  /// "+170, +5,1 %" or "−0,6 procentpunt, van −1,5 tot +0,3".
  func change(_ change: Trend.Change, of before: Double) -> Text {
    var words = signed(change.difference)
    if subject.isSum, before > 0 { words = words + .verbatim(", ") + percent(change.difference / before) }
    if let range = change.range {
      let (low, high) = (signed(range.low, bare: true), signed(range.high, bare: true))
      words = words + Text(nl: ", van \(low.nl) tot \(high.nl)", en: ", from \(low.en) to \(high.en)")
    }
    return words
  }

  /// The change of an area that stands beside: of a count by what part.
  func beside(_ change: Trend.Change, of before: Double) -> Text {
    subject.isSum && before > 0 ? percent(change.difference / before) : signed(change.difference)
  }

  private func percent(_ share: Double) -> Text {
    .verbatim(Self.sign(share * 100, decimals: 1)) + .share(share)
  }

  private func signed(_ value: Double, bare: Bool = false) -> Text {
    let scaled = isShare ? value * 100 : value
    var decimals = subject.isSum ? 0 : 1
    // Whether 0 lies between the bounds is what they are read for.
    if scaled != 0, Self.isNought(scaled, decimals: decimals) { decimals = 1 }
    let number = Text.number(scaled, decimals: decimals)
    let sign = Self.sign(scaled, decimals: decimals)
    let plain = Text(nl: "\(sign)\(number.nl)", en: "\(sign)\(number.en)")
    guard isPoints, !bare else { return plain }
    return Text(nl: "\(plain.nl) procentpunt", en: "\(plain.en) percentage points")
  }

  /// A plus before what is more than nought as it is written.
  private static func sign(_ value: Double, decimals: Int) -> String {
    value > 0 && !isNought(value, decimals: decimals) ? "+" : ""
  }

  private static func isNought(_ value: Double, decimals: Int) -> Bool {
    NumberText.parse(NumberText.fixed(value, decimals: decimals)) == 0
  }

  /// Whether a change is one of percentage points.
  var isPoints: Bool {
    if case .figure(let measure) = subject.measure { return measure.unit == .percent }
    if case .own(let figure) = subject.measure { return figure.measure == .rate }
    return isShare
  }
}
