import Methods
import WorkbenchKit

/// Counts of few are held back, and with each all that it would follow from.
struct SmallCounts: Sendable {
  static let setting = Setting(
    "spiegel.suppress-below", .integer(0...100), fallback: .number(5),
    about: Text(
      nl: "aantallen onder deze grens worden niet getoond; 0 toont alles",
      en: "counts below this are not shown; 0 shows all"))
  /// Stands where a figure is held back only because a small one would follow from it.
  static let complement = "•"

  let threshold: Int

  init(threshold: Int) { self.threshold = threshold }

  /// What the workspace says: of this plugin, else of the circle, else five.
  init(_ workspace: WorkspaceHandle) {
    let names = [Self.setting.name, "circle.suppress-below"]
    let set = names.lazy.compactMap { workspace.setting($0)?.number.flatMap { Int(exactly: $0) } }.first
    threshold = max(0, set ?? 5)
  }

  /// What is shown in the place of a small count.
  var mark: String { "<\(threshold)" }

  /// Whether a count is to be held back. Nobody at all is no secret: 0 stays.
  func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }

  /// What stands in the place of a count; nil where it shows.
  func sign(_ cell: HeldCells.Cell) -> String? {
    switch cell {
    case .shown: nil
    case .small: mark
    case .complement: Self.complement
    }
  }

  /// What is said beside figures: that all are shown, or that some are held back; nil where neither is so.
  func notice(holdsBack: Bool) -> Block? {
    if threshold == 0 {
      return .warning(
        nl: "kleine aantallen worden getoond: spiegel.suppress-below staat op 0",
        en: "small counts are shown: spiegel.suppress-below is 0")
    }
    guard holdsBack else { return nil }
    return .info(
      nl: "aantallen onder \(threshold) zijn achtergehouden, met alles waaruit zij zouden volgen (\(Self.complement))",
      en: "counts below \(threshold) are held back, with all from which they would follow (\(Self.complement))")
  }
}

extension Column {
  /// Makes a column of figures of which some are held back.
  ///
  /// - Parameter signs: what stands in the place of a figure; nil where it shows.
  static func held(
    _ name: String, _ values: [Double], _ signs: [String?], label: Text, unit: Unit? = nil, format: Format
  ) -> Column {
    var column = Column.numbers(
      name, zip(values, signs).map { $1 == nil ? $0 : .nan }, label: label, unit: unit, format: format)
    for (row, sign) in signs.enumerated() { column.withheld[row] = sign }
    return column
  }
}

extension Facts {
  /// Adds a figure, or what stands for it where it is held back.
  mutating func add(
    _ name: String, _ figure: Double, label: Text, format: Column.Format, held: String?
  ) {
    if let held {
      add(name, .missing, label: label, shown: .verbatim(held))
    } else {
      add(name, figure.isNaN ? .missing : .number(figure), label: label, format: format)
    }
  }

  /// Adds the chance of a test; one that would round to nought says how small it is at most.
  mutating func addChance(_ name: String, _ chance: Double, _ label: Text, held: String?) {
    if held == nil, chance < 0.0005 {
      add(
        name, .number(chance), label: label,
        shown: Text(nl: "kleiner dan 0,001", en: "below 0.001"))
    } else {
      add(name, chance, label: label, format: .decimals(3), held: held)
    }
  }
}
