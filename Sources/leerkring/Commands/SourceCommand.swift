import Session
import WorkbenchKit

/// `source FILE`
struct SourceCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: Text(nl: "een script", en: "a script"))
  }

  static let arguments = Arguments()

  /// Runs the lines of a file as if they stood here.
  let runFile: (_ path: String, _ place: Place?) throws -> Void

  let signature = Signature(
    "source",
    summary: Text(nl: "voer de regels van een bestand uit", en: "run the lines of a file"),
    examples: [
      Signature.Example("source demo.lk", Text(nl: "alle regels van demo.lk", en: "all lines of demo.lk")),
      Signature.Example(
        "source nergens.lk", Text(nl: "een bestand dat er niet is", en: "a file that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    try runFile(given.file, given.place(of: \.file))
    return .nothing
  }
}
