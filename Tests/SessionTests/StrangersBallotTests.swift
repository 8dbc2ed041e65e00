import Session
import Testing
import WorkbenchKit
import WorkbenchTesting

/// Ballots on the commands of a plugin that the house does not know: what a command declares is all that it takes.
@Suite struct StrangersBallotTests {
  private let bench: Workbench

  init() throws { bench = try Workbench(FairPlugin(), data: "", language: .nl) }

  private func said() throws -> [String: String] {
    guard case .object(let said)? = try bench.document("said", of: "fair") else { return [:] }
    return said.compactMapValues(\.string)
  }

  @Test func `an answer is a call with the argument's own type, choices and range`() throws {
    try bench.ballot("smaak", "fair taste", ["kok": ["zoet", "4"], "gast": ["Bitter", ""]])
    #expect(try bench.questions(of: "smaak") == ["appel", "peer"])
    #expect(bench.error("fair taste appel salty --by kok")?.code == "argument.choice")
    #expect(throws: Diagnostic.self) { try bench.ballot("fout", "fair taste", ["kok": ["zout"]]) }
  }

  @Test func `what each subject is asked comes as each with all others`() throws {
    try bench.ballot("prijs", "fair price place=markt,winkel", ["kok": ["1", "2,5", "", "10"], "gast": ["0"]])
    #expect(try bench.questions(of: "prijs") == ["markt: appel", "markt: peer", "winkel: appel", "winkel: peer"])
    #expect(try said() == ["kok markt": "appel=1 peer=2.5", "kok winkel": "peer=10", "gast markt": "appel=0"])
    try bench.session.apply(.undo(1))
    #expect(try said().isEmpty)
  }

  @Test func `the bounds of the type are those of the form, and an error of the command takes all back`() throws {
    for wrong in ["10,01", "-0,01", "elf"] {
      let error = #expect(throws: Diagnostic.self) {
        try bench.ballot("prijs", "fair price place=markt", ["gast": ["1"], "kok": [wrong]])
      }
      #expect(error?.code == "ballot.answer")
      #expect(try said().isEmpty)
      try bench.session.apply(.undo(1))
    }
    let error = #expect(throws: Diagnostic.self) {
      try bench.ballot("prijs", "fair price place=markt", ["gast": ["1"], "kok": ["7"]])
    }
    #expect(error?.code == "fair.seven" && error?.plugin == "fair" && error?.place?.source == "prijs-kok.csv")
    #expect(try said().isEmpty)
  }

  @Test func `where answers have no order, how many others were given is what parts the roles`() throws {
    let output = try bench.ballot("smaak", "fair taste", ["a": ["zoet", "zoet"], "b": ["bitter", "zoet"]])
    #expect(output.numbers("difference") == [1, 0])
    #expect(output.words.contains("Het verst uiteen bij 'appel'."))
  }

  @Test func `the two in the middle are both said, and what stands off the scale is counted apart`() throws {
    let output = try bench.ballot(
      "nood", "fair need", ["a": ["laag"], "b": ["midden"], "c": ["hoog"], "d": ["hoog"], "e": ["weet niet"]])
    let table = try #require(output.table)
    #expect(table.column("low")?.texts == ["laag"] && table.column("high")?.texts == ["hoog"])
    #expect(table.column("middle")?.texts == ["midden – hoog"])
    #expect(output.numbers("difference") == [2] && output.numbers("ungraded") == [1])
    #expect(table.column("high_roles")?.texts == ["c, d"])
  }

  @Test func `shares are those of what a role gave, however much that was`() throws {
    let output = try bench.ballot("delen", "fair share", ["a": ["60", "40"], "b": [",6", "0,4"], "c": ["1", ""]])
    #expect(output.numbers("low") == [0.6, 0])
    #expect(output.numbers("high") == [1, 0.4])
    #expect(abs((output.numbers("difference").first ?? 0) - 0.4) < 1e-12)
  }

  @Test func `of more than one place each has shares of its own`() throws {
    let output = try bench.ballot(
      "delen", "fair share place=markt,winkel", ["a": ["1", "3", "2", "2"], "b": ["1", "1"]])
    #expect(output.table?.column("question")?.texts?.first == "markt: appel")
    #expect(output.numbers("low") == [0.25, 0.5, 0.5, 0.5])
    #expect(output.numbers("high") == [0.5, 0.75, 0.5, 0.5])
  }

  @Test func `a command without a ballot has none`() {
    #expect(throws: Diagnostic.self) { try bench.ballot("x", "fair plain", [:]) }
  }
}

private let about = Text(nl: "iets", en: "something")

private struct FairPlugin: Plugin {
  let name = "fair"
  let version = "1.0.0"

  func register(with registrar: inout Registrar) {
    registrar.add(TasteCommand())
    registrar.add(PriceCommand())
    registrar.add(NeedCommand())
    registrar.add(ShareCommand())
    registrar.add(PlainCommand())
  }
}

private enum Fruit {
  static let offered: @Sendable (Context) -> [Candidate] = { _ in
    [Candidate("apple=", Text(nl: "appel", en: "apple")), Candidate("pear=", Text(nl: "peer", en: "pear"))]
  }
}

private struct TasteCommand: Command {
  struct Arguments: Sendable {
    let fruit = Argument("fruit", .name, about: about, candidates: Fruit.offered)
    let taste = Argument(
      "taste", .choice([Candidate("zoet"), Candidate("bitter"), Candidate("4")]), about: about)
    let by = Argument(requiredFlag: "by", .role, about: about)
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.taste, about: [.init(arguments.fruit)], of: arguments.by) }

  let signature = Signature("fair taste", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}

private struct PriceCommand: Command {
  struct Arguments: Sendable {
    let stand = Argument("place", .choice([Candidate("markt"), Candidate("winkel")]), about: about)
    let prices = Argument(list: "prices", .pair(.number(0...10)), about: about, candidates: Fruit.offered)
    let by = Argument(requiredFlag: "by", .role, about: about)
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.prices, about: [.init(arguments.stand)], of: arguments.by) }

  let signature = Signature("fair price", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    if given.prices.contains(where: { $0.value == 7 }) { throw Diagnostic("fair.seven", about) }
    guard case .object(var said)? = try context.workspace.document("said") ?? .object([:]) else { return .nothing }
    let names = ["apple": "appel", "pear": "peer"]
    said["\(given.by) \(given.stand)"] = .string(
      given.prices.map { "\(names[$0.key] ?? $0.key)=\(NumberText.shortest($0.value))" }.joined(separator: " "))
    context.workspace.setDocument("said", to: .object(said))
    return .nothing
  }
}

private struct NeedCommand: Command {
  struct Arguments: Sendable {
    let grade = Argument(
      "grade", .name, about: about,
      candidates: { _ in ["hoog", "laag", "midden", "weet niet", "trek terug"].map { Candidate($0) } })
    let by = Argument(requiredFlag: "by", .role, about: about)
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(
      asking: arguments.grade, about: [], of: arguments.by, scale: ["laag", "midden", "hoog"], besides: ["weet niet"])
  }

  let signature = Signature("fair need", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}

private struct ShareCommand: Command {
  struct Arguments: Sendable {
    let stand = Argument("place", .choice([Candidate("markt"), Candidate("winkel")]), about: about)
    let weights = Argument(list: "weights", .pair(.number(0...1000)), about: about, candidates: Fruit.offered)
    let by = Argument(requiredFlag: "by", .role, about: about)
  }

  static let arguments = Arguments()
  static var ballot: Ballot? {
    Ballot(sharing: arguments.weights, about: [.init(arguments.stand, usually: ["markt"])], of: arguments.by)
  }

  let signature = Signature("fair share", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output { .nothing }
}

private struct PlainCommand: Command {
  let signature = Signature("fair plain", summary: about, examples: [])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output { .nothing }
}
