import WorkbenchKit

/// A remark about a file of tables, with the code by which a program knows it.
struct SourceNotice: Sendable, Hashable {
  /// Part of the interface: `source.merged`, `source.errors`.
  let code: String
  /// What a person reads.
  let notice: Notice

  /// Makes a remark.
  ///
  /// - Parameters:
  ///   - code: what follows `source.`.
  ///   - level: how much it matters.
  ///   - text: what it says.
  init(_ code: String, _ level: Notice.Level, _ text: Text) {
    self.code = "source.\(code)"
    notice = Notice(level, text)
  }
}
