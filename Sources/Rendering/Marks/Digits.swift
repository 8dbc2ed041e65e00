import WorkbenchKit

/// How the numbers of a column are written: as a share or not, with how many decimals.
struct Digits {
  enum Places {
    /// As many as are needed, up to a bound.
    case needed(atMost: Int)
    case fixed(Int)
    /// All digits, and no marks between thousands.
    case plain
  }

  let places: Places
  /// Whether the numbers are fractions of one that are shown out of a hundred.
  let isShare: Bool

  /// - Parameter name: of the column or fact; what is called a year is written as one.
  init(_ format: Column.Format, unit: Unit?, name: String = "") {
    let unitIsShare = unit == .share
    switch format {
    case .automatic where unit == nil && Self.isYear(name): (places, isShare) = (.plain, false)
    case .automatic: (places, isShare) = unitIsShare ? (.needed(atMost: 1), true) : (.needed(atMost: 3), false)
    case .decimals(let count): (places, isShare) = (.fixed(count), unitIsShare)
    case .share(let count): (places, isShare) = (.fixed(count), true)
    case .plain: (places, isShare) = (.plain, false)
    }
  }

  private static func isYear(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["year", "jaar"].contains { name == $0 || name.hasSuffix("_\($0)") }
  }

  /// The unit that stands beside the number as it is shown.
  func shownUnit(_ unit: Unit?) -> Unit? { isShare ? .percent : unit }

  /// Returns how many decimals a number needs.
  func decimals(for number: Double) -> Int {
    switch places {
    case .fixed(let count): return count
    case .plain: return 0
    case .needed(let most): return Self.needed(shown(number), atMost: most)
    }
  }

  /// Returns how many decimals the numbers of a column have in common.
  func decimals(for numbers: [Double]) -> Int {
    guard case .needed(let most) = places else { return decimals(for: 0) }
    var needed = 0
    for number in numbers where number.isFinite {
      needed = max(needed, Self.needed(shown(number), atMost: most))
      if needed == most { break }
    }
    return needed
  }

  func text(_ number: Double, decimals: Int, marks: NumberMarks) -> String {
    if case .plain = places { return marks.plain(number) }
    return marks.number(shown(number), decimals: decimals)
  }

  private func shown(_ number: Double) -> Double { isShare ? number * 100 : number }

  private static func needed(_ number: Double, atMost most: Int) -> Int {
    if number == number.rounded() { return 0 }
    // The digits as they print decide, so that 29.599999999999998 needs one.
    let text = NumberText.fixed(number, decimals: most)
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    let fraction = text.utf8[text.utf8.index(after: point)...]
    return fraction.reversed().drop { $0 == UInt8(ascii: "0") }.count
  }
}
