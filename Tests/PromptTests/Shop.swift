import Language
import Session
import WorkbenchKit

/// A session with a few commands, without files and without a terminal.
struct Shop {
  let session: Session

  init() throws {
    session = Session(
      workspace: Workspace(lineage: "0"), registry: Registry(),
      surroundings: Session.Surroundings(
        files: NoFiles(), monitor: Quiet(), environmentLanguage: .nl, now: { "2026-01-01T00:00:00Z" }))
    try session.registry.add(Buy())
    try session.registry.add(Sell())
    try session.registry.add(Number())
    try session.registry.add(Double())
  }

  func completion(_ before: String) -> Completion? {
    Completer(session) { folder in
      folder.isEmpty
        ? [
          .init(name: ".hidden", isFolder: false), .init(name: "data", isFolder: true),
          .init(name: "list.csv", isFolder: false),
        ] : [.init(name: "inner.csv", isFolder: false)]
    }.complete(before)
  }

  func words(_ before: String) -> [String] { completion(before)?.candidates.map(\.word) ?? [] }
  func about(_ before: String) -> [String] { completion(before)?.candidates.map { $0.about?.nl ?? "" } ?? [] }
  func insertion(_ before: String) -> String? { completion(before)?.insertion }
  func range(_ before: String) -> Range<Int>? { completion(before)?.range }

  func run(_ text: String) throws {
    let line = SourceLine(text, source: "test")
    _ = try session.run(try Parser.parse(line), in: line)
  }
}

private let about = Text(nl: "iets", en: "something")

private struct Buy: Command {
  struct Arguments: Sendable {
    let what = Argument(
      list: "what",
      .name.offering { _ in
        [
          Candidate("apple", .verbatim("appel")), Candidate("apricot", .verbatim("abrikoos")),
          Candidate("passion fruit", .verbatim("passievrucht")), Candidate("pear", .verbatim("peer")),
        ]
      }, about: about)
    let from = Argument(flag: "from", .choice([Candidate("market"), Candidate("shop")]), about: about)
    let many = Argument(flag: "many", .integer(1...99), about: Text(nl: "hoeveel", en: "how many"))
    let wrapped = Argument(toggle: "wrapped", about: Text(nl: "verpakt", en: "wrapped"))
  }

  static let arguments = Arguments()

  let signature = Signature("fruit buy", aliases: ["fruit koop"], summary: about, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}

private struct Sell: Command {
  struct Arguments: Sendable {
    let file = Argument("file", .file, about: about)
  }

  static let arguments = Arguments()

  let signature = Signature("fruit sell", summary: about, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}

private struct Number: Command {
  let signature = Signature("number", summary: about, examples: [])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    Output(Table(columns: [.numbers("amount", [2])]))
  }
}

struct Double: Stage {
  struct Arguments: Sendable {
    let column = Argument("column", .column, about: about)
  }

  static let arguments = Arguments()

  let signature = Signature("double", summary: about, input: .required, examples: [])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output { input }
}

private struct NoFiles: FileAccess {
  func read(_ path: String, at place: Place?) throws -> ReadFile { throw Diagnostic("file.missing", about) }
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { throw Diagnostic("file.unwritable", about) }
}

private final class Quiet: Monitor {
  func checkInterrupt() throws {}
  func progress(_ fraction: Swift.Double, _ doing: Text) {}
}
