import WorkbenchKit

/// Counts of few people are held back: the setting `wzw.suppress-below` says how few; none is few where it is 0.
struct SmallCounts: Sendable {
  static let setting = Setting(
    "wzw.suppress-below", .integer(0...100), fallback: .number(5),
    about: Text(
      nl: "aantallen mensen onder deze grens worden niet getoond; 0 toont alles",
      en: "counts of people below this are not shown; 0 shows all"))
  /// Stands where a figure is held back only because a small one would follow from it.
  static let complement = "•"

  let threshold: Int

  init(threshold: Int) { self.threshold = threshold }

  init(_ workspace: WorkspaceHandle) {
    let set = workspace.setting(Self.setting.name)?.number.flatMap { Int(exactly: $0) }
    threshold = set.map { max($0, 0) } ?? 5
  }

  /// What is shown in the place of a small count.
  var mark: String { "<\(threshold)" }

  /// Whether a count is to be held back. Nobody at all is no secret: 0 stays.
  func isSmall(_ count: Double) -> Bool { threshold > 0 && count > 0 && count < Double(threshold) }
}
