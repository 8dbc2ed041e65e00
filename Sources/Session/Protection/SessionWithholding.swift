@_spi(Host) import WorkbenchKit

/// Gives the forms that commands make of blocks only what may leave the session.
final class SessionWithholding: Withholding {
  private let redactor: Redactor

  init(_ redactor: Redactor) { self.redactor = redactor }

  func clean(_ blocks: [Block]) -> [Block] { redactor.clean(blocks) }
  func note(made text: String) { redactor.note(made: text) }
}
