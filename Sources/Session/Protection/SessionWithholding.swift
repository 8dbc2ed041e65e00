@_spi(Host) import WorkbenchKit

/// Gives the forms that commands make of blocks only what may leave the session.
final class SessionWithholding: Withholding {
  private let redactor: Redactor?
  private let counts: ([Block]) -> [Block]

  /// - Parameter counts: takes out the counts from which, with what was shown before, a small one would follow.
  init(_ redactor: Redactor?, counts: @escaping ([Block]) -> [Block]) {
    self.redactor = redactor
    self.counts = counts
  }

  func clean(_ blocks: [Block]) -> [Block] {
    let blocks = counts(blocks)
    return redactor?.clean(blocks) ?? blocks
  }

  func note(made text: String) { redactor?.note(made: text) }
}
