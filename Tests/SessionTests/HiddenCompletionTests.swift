import Language
import Session
import Testing
import WorkbenchKit

/// What is hidden is not offered at the prompt, and stands beside nothing that is.
@Suite struct HiddenCompletionTests {
  private let session: Session

  init() throws {
    let vault = OpenVault()
    session = Session(
      workspace: Workspace(lineage: "0"), registry: Registry(),
      surroundings: Session.Surroundings(
        files: NoFiles(), monitor: Quiet(), environmentLanguage: .nl, vault: vault, now: { "2026-01-01T00:00:00Z" }))
    try session.registry.add(PickCommand())
    for line in ["let klaassen = 7", "let over = 'van Karel Klaassen'", "let vrij = 3"] {
      let source = SourceLine(line, source: "test")
      _ = try session.run(try Parser.parse(source), in: source)
    }
  }

  private func options(_ before: String) -> [String] {
    Completer(session) { _ in [.init(name: "Klaassen.csv", isFolder: false), .init(name: "rijen.csv", isFolder: false)]
    }
    .complete(before)?.candidates.map { "\($0.word) (\($0.about?.nl ?? ""))" } ?? []
  }

  @Test func `names, files and words of a plugin in which something hidden stands are not offered`() throws {
    #expect(options("$") == ["$klaassen (7)", "$over (van Karel Klaassen)", "$vrij (3)"])
    #expect(options("pick ").count == 3)
    #expect(options("pick anna ").count == 2)
    _ = try session.hide(["Klaassen"])
    #expect(options("$") == ["$over (van Karel ▇▇▇)", "$vrij (3)"])
    #expect(options("pick ") == ["anna (een bewoner)", "piet (buurman van ▇▇▇)"])
    #expect(options("pick anna ") == ["rijen.csv ()"])
    _ = try session.reveal(["Klaassen"])
    #expect(options("pick ").count == 3)
  }

  @Test func `the words of commands are offered, whatever is hidden`() throws {
    _ = try session.hide(["pick"])
    #expect(options("pi") == ["pick (iets)"])
  }
}

private struct PickCommand: Command {
  struct Arguments: Sendable {
    let who = Argument(
      "who",
      .name.offering { _ in
        [
          Candidate("anna", .verbatim("een bewoner")), Candidate("Klaassen", .verbatim("een bewoner")),
          Candidate("piet", .verbatim("buurman van Klaassen")),
        ]
      }, about: Text(nl: "iets", en: "something"))
    let file = Argument("file", .file, about: Text(nl: "iets", en: "something"))
  }

  static let arguments = Arguments()
  let signature = Signature("pick", summary: Text(nl: "iets", en: "something"), examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}
