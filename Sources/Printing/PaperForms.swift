import WorkbenchKit

/// A page in a form for paper or for a word processor, made by a program that is on this machine.
public enum PaperForms {
  /// - Parameters:
  ///   - form: of which kind.
  ///   - page: in HTML, with all that it needs in it.
  ///   - language: of the words on it.
  ///   - poll: is called often; what it throws ends the work.
  /// - Returns: the bytes of the file, and what has to be said about how it was made.
  /// - Throws: `to.program`, `to.failed`, `to.time`, `file.unwritable`.
  public static func make(
    _ form: PaperForm, of page: String, in language: Language, poll: () throws -> Void
  ) throws -> (bytes: [UInt8], notices: [Notice]) {
    let place = try TemporaryPlace()
    switch form {
    case .pdf: return try BrowserPrint(place).pdf(of: page, poll)
    case .docx, .odt: return (try WordPage(place, language).document(form, of: page, poll), [])
    }
  }
}
