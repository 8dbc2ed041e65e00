import TestSupport
import Testing
import WorkbenchKit

/// Words of a person, and the roles that say them.
@Suite struct FreeWordsTests {
  @Test(
    arguments: [
      ("BSN 111222333", .bsn), ("111222333", .bsn), ("van 111222333 gehoord", .bsn), ("IBAN NL91ABNA0417164300", .iban),
      ("NL91 ABNA 0417 1643 00", .iban), ("piet 0612345678", .telephone), ("bel 06-12345678", .telephone),
      ("dossier van jan@example.nl", .email), ("jan@example.nl", .email), ("geboren 1-4-1951", .birthDate),
      ("geb. 1951-04-01", .birthDate), ("7551 AB 12", .address), ("Dorpsstraat 12, 7551AB", .address),
    ] as [(String, PersonalKind)])
  func `what is of a person is found`(_ words: String, _ kind: PersonalKind) {
    #expect(FreeWords.finding(in: words) == kind)
  }

  @Test(arguments: [
    "", "gemeente", "Berflo Es", "Wmo-registratie 2024", "2024 en 2025", "in 2024 op 12 plekken", "BU01640501",
    "GM0164",
    "111222334", "12345678", "lijn 3 om 10:30", "de afspraak van 1-4-2024", "7551 AB", "0,4", "a@b", "EUR 1000 AB",
    "zie https://example.nl/pagina", "ISO 9001", "artikel 2.3.5 lid 6",
  ]) func `what is of nobody passes`(_ words: String) {
    #expect(FreeWords.finding(in: words) == nil)
  }

  /// What words are made of here: all that the guard looks at, and what stands between.
  private static let pieces = [
    "a", "Z", " ", "  ", "geb", "geboren ", "born ", "@", "[at]", "(at)", "{at}", "%40", "%", "(", ")", "jan",
    "example.nl", ".",
    "-", "/", ":", "0", "12", "1950", "111222333", "06", "12345678", "NL", "91", "ABNA", "0417164300", "7551 AB",
    "bsn ", "NL91ABNA0417164300", "geboren 12-3-1950",
    "maart", "é", "\u{A0}", "\u{2011}", "\u{AD}", "１", "＠", "\u{FE6B}", "tel ", "+31", "\t",
  ]

  @Test func `what is passed over at once holds nothing that a column of the same words would be stopped for`() {
    var generator = SeededGenerator(20_261_129)
    var found: Set<PersonalKind> = []
    for _ in 0..<4_000 {
      let words = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Self.pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let columns = [
        Column.texts("bsn", [words]), .texts("geboortedatum", [words.lowercased().hasPrefix("geb") ? words : nil]),
      ]
      guard let kind = PersonalData.findings(in: Table(columns: columns)).first?.kind else { continue }
      found.insert(kind)
      #expect(FreeWords.finding(in: words) != nil, "\(words)")
    }
    #expect(found == [.bsn, .email, .telephone, .iban, .birthDate])
  }

  @Test func `the error names the kind and neither the words nor the line`() {
    let place = Place(source: "prompt", line: 1, column: 3, length: 4, text: "a 111222333")
    #expect { try FreeWords.demandNone(in: "111222333", at: place) } throws: { error in
      let error = error as? Diagnostic
      return error?.code == "personal.found" && error?.place?.text.isEmpty == true && error?.place?.column == 3
        && error?.message.en == "this text holds a BSN; nothing was kept"
    }
    #expect { try FreeWords.demandNone(in: "jan@example.nl") } throws: {
      ($0 as? Diagnostic)?.message.en == "this text holds an e-mail address; nothing was kept"
    }
  }

  @Test func `a text of the longest length passes, one more does not`() throws {
    try FreeWords.demandNone(in: String(repeating: "a", count: FreeWords.limit))
    #expect { try FreeWords.demandNone(in: String(repeating: "a", count: FreeWords.limit + 1)) } throws: {
      ($0 as? Diagnostic)?.code == "text.toolong"
    }
  }
}

/// A role that nobody used before and that is near one that somebody did.
@Suite struct StrangeRoleTests {
  private let bench: Workbench

  init() throws { bench = try Workbench(VotePlugin(), data: "", language: .en) }

  @Test func `the first role is no stranger, nor is one that is quite another`() throws {
    #expect(try bench.run("vote cast --by gemeente").notices.isEmpty)
    #expect(try bench.run("vote cast --by corporatie").notices.isEmpty)
    #expect(try bench.run("vote cast --by Gemeente").notices.isEmpty)
  }

  @Test func `a role near a known one is remarked on, once`() throws {
    try bench.run("vote cast --by gemeente")
    let notice = try #require(try bench.run("vote cast --by gemeent").notices.first)
    #expect(notice.level == .caution)
    #expect(notice.text.en == "'gemeent' is a new role beside 'gemeente'; if that one was meant, 'undo' helps")
    // It has spoken now.
    #expect(try bench.run("vote cast --by gemeent").notices.isEmpty)
  }
}

private struct VotePlugin: Plugin {
  let name = "vote"
  let version = "1.0.0"

  func register(with registrar: inout Registrar) {
    registrar.add(VoteCommand())
    registrar.set(VoteDocument())
  }
}

private struct VoteCommand: Command {
  struct Arguments: Sendable {
    let by = Argument(requiredFlag: "by", .role, about: .verbatim("by"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature("vote cast", summary: .verbatim("vote"), changesWorkspace: true, examples: [])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let known = try VoteDocument().roles(in: context.workspace)
    let roles = known.union([given.by]).sorted().map(JSON.string)
    context.workspace.setDocument("roles", to: .array(roles))
    return .nothing
  }
}

private struct VoteDocument: Document {
  let schemaVersion = 1
  let personalFields: Set<String> = []

  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON] { pieces }
  func roles(in workspace: WorkspaceHandle) throws -> Set<String> {
    Set((try workspace.document("roles")?.array ?? []).compactMap(\.string))
  }
}
