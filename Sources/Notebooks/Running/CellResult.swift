import Rendering
import Session
import WorkbenchKit

/// What running a cell gave.
public struct CellResult: Sendable {
  public let number: Int
  /// What each line gave, without what is hidden.
  public let blocks: [[Block]]
  public let output: CellOutput
  /// Why it did not come to its end.
  public let error: Diagnostic?

  /// Returns the result without what is hidden now, also what was hidden after the cell was run.
  ///
  /// - Parameter showsPaths: whether the paths of its pictures are read by people.
  public func withheld(in session: Session, showsPaths: Bool) -> CellResult {
    var output = output
    output.pictures = output.pictures.map { picture in
      var copy = picture
      copy.alternative = session.redacted(picture.alternative)
      if showsPaths { copy.path = session.redacted(picture.path) }
      return copy
    }
    return CellResult(
      number: number, blocks: blocks.map(session.redacted), output: output,
      error: error.map { session.redactor?.redacted($0) ?? $0 })
  }
}

/// The text that stands under a cell.
public enum CellText {
  /// The width that the text of a notebook has, whatever the screen.
  public static let columns = 80

  /// - Parameter blocks: what each line gave.
  static func lines(_ blocks: [[Block]], error: Diagnostic?, language: Language) -> [String] {
    let renderer = TextRenderer(language: language, columns: columns)
    var text = ""
    for blocks in blocks where !blocks.isEmpty {
      if !text.isEmpty, !isData(blocks) { text += "\n" }
      text += renderer.text(of: blocks)
    }
    if let error {
      if !text.isEmpty { text += "\n" }
      text += DiagnosticText(language: language, columns: columns).script(error)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func isData(_ blocks: [Block]) -> Bool {
    if case .text? = blocks.first { return blocks.count == 1 }
    return false
  }
}
