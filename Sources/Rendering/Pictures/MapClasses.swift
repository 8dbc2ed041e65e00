import WorkbenchKit

/// The classes of a map as a legend tells them: from where to where, and how many areas lie in each.
struct MapClasses {
  struct Class: Equatable {
    /// What lies in it is above this; of the first class this is its least value.
    let low: Double
    let high: Double
    let count: Int
  }

  let classes: [Class]
  /// Areas whose value is missing, without those where it is held back.
  let missing: Int
  let withheld: Int
  /// Areas of which no outline is known, with or without a value.
  let undrawn: Int

  init(_ map: AreaMap) {
    let values = map.areas.map(\.value).filter { !$0.isNaN }
    var counts = map.breaks.map { _ in 0 }
    for value in values {
      if let index = map.classIndex(of: value) { counts[index] += 1 }
    }
    classes = map.breaks.indices.map { index in
      let isLast = index == map.breaks.count - 1
      return Class(
        low: index == 0 ? min(values.min() ?? map.breaks[0], map.breaks[0]) : map.breaks[index - 1],
        high: isLast ? max(map.breaks[index], values.max() ?? map.breaks[index]) : map.breaks[index],
        count: counts[index])
    }
    withheld = map.areas.count { $0.withheld != nil }
    missing = map.areas.count { $0.value.isNaN && $0.withheld == nil }
    undrawn = map.areas.count { area in area.rings.allSatisfy { $0.count < 3 } }
  }

  /// Returns from where to where each class goes, in the language's marks.
  func ranges(_ map: AreaMap, _ language: Language) -> [String] {
    let marks = NumberMarks(language)
    let digits = Digits(map.format, unit: map.unit)
    let bounds = classes.flatMap { [$0.low, $0.high] }
    let decimals = fewest(Set(bounds).sorted(), digits)
    return classes.enumerated().map { index, each in
      let low = digits.text(each.low, decimals: decimals, marks: marks)
      let high = digits.text(each.high, decimals: decimals, marks: marks)
      if index == 0, each.count == 0 { return "≤ \(high)" }
      return low == high ? high : "\(low)–\(high)"
    }
  }

  /// The fewest decimals with which the bounds are told apart, where the map leaves it open.
  private func fewest(_ bounds: [Double], _ digits: Digits) -> Int {
    let most = digits.decimals(for: bounds)
    guard case .needed = digits.places else { return most }
    return (0...most).first { decimals in
      Set(bounds.map { digits.text($0, decimals: decimals, marks: NumberMarks(.en)) }).count == bounds.count
    } ?? most
  }

  static let missingLabel = Text(nl: "geen waarde", en: "no value")
  static let withheldLabel = Text(nl: "niet getoond (te klein)", en: "held back (too small)")
}

extension AreaMap {
  /// What the values are, with the unit as it is shown.
  func heading(_ language: Language) -> String {
    guard let unit = Digits(format, unit: unit).shownUnit(unit) else { return label(language) }
    let sign = unit.label(language)
    return label(language).contains(sign) ? label(language) : "\(label(language)) (\(sign))"
  }

  /// The areas as a table: code, name, value, class.
  func table(_ language: Language) -> Table {
    let ranges = MapClasses(self).ranges(self, language)
    var withheld: [Int: String] = [:]
    for (row, area) in areas.enumerated() { withheld[row] = area.withheld }
    return Table(
      columns: [
        .texts("code", areas.map(\.code)),
        .texts("name", areas.map(\.name), label: Text(nl: "naam", en: "name")),
        Column(
          "value", .numbers(areas.map(\.value)), label: label, unit: unit, format: format, withheld: withheld),
        .texts(
          "class", areas.map { area in classIndex(of: area.value).map { ranges[$0] } },
          label: Text(nl: "klasse", en: "class")),
      ])
  }
}
