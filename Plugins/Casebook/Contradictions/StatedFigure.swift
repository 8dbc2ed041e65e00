import WorkbenchKit

/// A value as a table of facts states it: a number with its unit, exact or about so much, or words.
struct StatedFigure: Sendable, Hashable {
  /// What a number may stand for.
  private struct Reading: Sendable, Hashable {
    let value: Double
    /// The place of its last digit that is not a nought.
    let step: Double
  }

  /// Two where a mark may part thousands or decimals (`1.250`); none for words.
  private let readings: [Reading]
  /// Folded for comparison; empty for a bare number and for a percentage, which is its hundredth part.
  let unit: String
  /// Whether it says about so much.
  let isAbout: Bool
  /// As it was written, folded.
  private let words: String

  var isNumber: Bool { !readings.isEmpty }

  private static let approximations = [
    "ongeveer ", "circa ", "ca. ", "ca ", "zo'n ", "rond de ", "about ", "around ", "approximately ", "±", "~", "≈",
  ]

  init(_ text: String) {
    var rest = text.trimmedOfPadding.lowercased()
    words = rest.split(separator: " ").joined(separator: " ")
    let about = Self.approximations.first { rest.hasPrefix($0) }
    if let about { rest = String(rest.dropFirst(about.count)).trimmedOfPadding }
    isAbout = about != nil
    if rest.hasPrefix("€") { rest = String(rest.dropFirst()).trimmedOfPadding + " euro" }
    let digits = String(rest.prefix { $0.isASCII && ($0.isNumber || ".,-+".contains($0)) })
    let unit = String(rest.dropFirst(digits.count)).trimmedOfPadding
    let isPart = ["%", "procent", "percent"].contains(unit)
    readings = Self.read(digits).map { isPart ? Reading(value: $0.value / 100, step: $0.step / 100) : $0 }
    self.unit = isPart ? "" : unit
  }

  /// The numbers of a Dutch or an English table that digits may be: `12`, `3,5`, `8.400`, `111,275`.
  private static func read(_ digits: String) -> [Reading] {
    let marks = digits.filter { $0 == "." || $0 == "," }
    let bare = digits.filter { $0 != "." && $0 != "," }
    guard let mark = marks.last else { return [reading(bare)].compactMap { $0 } }
    let tail = digits.split(separator: mark, omittingEmptySubsequences: false).last?.count ?? 0
    let whole = reading(bare)
    // More than one of the same mark parts thousands.
    if marks.count > 1, Set(marks).count == 1 { return [whole].compactMap { $0 } }
    let decimal = reading(digits.filter { $0 == mark || ($0 != "." && $0 != ",") }.replacing(String(mark), with: "."))
    let mayGroup = marks.count == 1 && tail == 3 && !digits.hasPrefix("0")
    return (mayGroup ? [whole, decimal] : [decimal]).compactMap { $0 }
  }

  private static func reading(_ plain: String) -> Reading? {
    guard let value = NumberText.parse(plain) else { return nil }
    let decimals = plain.split(separator: ".", omittingEmptySubsequences: false)
    var step = 1.0
    if decimals.count == 2 {
      for _ in decimals[1] { step /= 10 }
    } else if value != 0 {
      for digit in plain.reversed() {
        guard digit == "0" else { break }
        step *= 10
      }
    }
    return Reading(value: value, step: step)
  }

  /// Whether two statements of one fact cannot both hold: numbers that differ by more than their rounding, units that differ, other
  /// words. Where a number can be read in two ways, one that goes together is enough; a unit that only one names is meant by both.
  func contradicts(_ other: StatedFigure) -> Bool {
    guard isNumber, other.isNumber else { return words != other.words }
    if !unit.isEmpty, !other.unit.isEmpty, unit != other.unit { return true }
    return !readings.contains { one in
      other.readings.contains { two in
        let room = max(isAbout ? one.step / 2 : 0, other.isAbout ? two.step / 2 : 0)
        return abs(one.value - two.value) <= room + 1e-9 * max(1, abs(one.value), abs(two.value))
      }
    }
  }
}
