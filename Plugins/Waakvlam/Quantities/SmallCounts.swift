import Methods
import WorkbenchKit

/// Counts of few people are held back, and with each all that it would follow from.
struct SmallCounts: Sendable {
  static let setting = Setting(
    "waakvlam.suppress-below", .integer(0...100), fallback: .number(5),
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

  /// Whether a part of a whole that is shown may be shown: neither it nor what is left of the whole is small.
  func mayShow(_ part: Int, of whole: Int) -> Bool { !isSmall(whole) && !isSmall(part) && !isSmall(whole - part) }

  /// Returns what stands in the place of some counts, so that none follows from their sum and from the signs themselves: two that
  /// are both under five and add up to eight would each be four.
  func signs(_ counts: [Int]) -> [Int: String] {
    var signs: [Int: String] = [:]
    for (index, cell) in HeldCells([counts], threshold: threshold).whole.enumerated() {
      switch cell {
      case .shown: continue
      case .small: signs[index] = mark
      case .complement: signs[index] = Self.complement
      }
    }
    return signs
  }

  /// What is said where all is shown.
  var openNotice: Block? {
    threshold > 0
      ? nil
      : .warning(
        nl: "kleine aantallen worden getoond: waakvlam.suppress-below staat op 0",
        en: "small counts are shown: waakvlam.suppress-below is 0")
  }

  /// What is said where some are held back.
  var heldNotice: Block {
    .info(
      nl: "aantallen onder \(threshold) zijn achtergehouden, met wat ze zou verraden (waakvlam.suppress-below)",
      en: "counts below \(threshold) are held back, with what would tell them (waakvlam.suppress-below)")
  }
}

extension Facts {
  /// Adds a count, or what stands for it where it is held back.
  mutating func add(_ name: String, _ count: Double, label: Text, format: Column.Format, held: String?) {
    if let held {
      add(name, .missing, label: label, shown: .verbatim(held))
    } else {
      add(name, .number(count), label: label, format: format)
    }
  }
}
