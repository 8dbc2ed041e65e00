import WorkbenchKit

/// Counts of few people are held back, and with each all that it would follow from.
struct SmallCounts: Sendable {
  static let setting = Setting(
    "regio.suppress-below", .integer(0...100), fallback: .number(5),
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

  /// What is shown in the place of a count that is held back: that it is small, or that a small one would follow from it.
  func sign(_ count: Double) -> String { count > 0 && count < Double(threshold) ? mark : Self.complement }

  /// What is said where all is shown.
  var openNotice: Block? {
    threshold > 0
      ? nil
      : .warning(
        nl: "kleine aantallen worden getoond: regio.suppress-below staat op 0",
        en: "small counts are shown: regio.suppress-below is 0")
  }

  /// What is said where some are held back.
  var heldNotice: Block {
    .caution(
      nl: "aantallen onder \(threshold) zijn achtergehouden, met wat ze zou verraden (regio.suppress-below)",
      en: "counts below \(threshold) are held back, with what would tell them (regio.suppress-below)")
  }
}
