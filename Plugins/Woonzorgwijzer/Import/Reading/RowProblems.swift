import WorkbenchKit

/// What is wrong with the rows of a file: all is gathered, so that the error names the first with its line and says how many more
/// there are.
struct RowProblems {
  let file: String
  /// That the whole file is left, in the words of the command that read it.
  private let nothing: Text
  private var problems: [(line: Int, problem: Diagnostic)] = []

  init(file: String, nothing: Text = Text(nl: "er is niets ingelezen", en: "nothing was imported")) {
    self.file = file
    self.nothing = nothing
  }

  var count: Int { problems.count }
  var isEmpty: Bool { problems.isEmpty }

  /// Notes that a row cannot be taken.
  mutating func refuse(
    _ line: Int, _ code: String, _ what: Text, wayOut: Text? = nil, suggestion: String? = nil,
    candidates: [Candidate] = []
  ) {
    problems.append(
      (
        line,
        Diagnostic(
          code, Text(nl: "'\(file)' regel \(line): \(what.nl)", en: "'\(file)' line \(line): \(what.en)"),
          wayOut: wayOut, suggestion: suggestion, candidates: candidates)
      ))
  }

  /// - Throws: the first problem by its line, with how many more there are.
  func demandNone() throws {
    guard var first = problems.min(by: { $0.line < $1.line })?.problem else { return }
    let lines = Set(problems.map(\.line)).sorted().dropFirst()
    let listed = Text.list(lines.map(String.init), atMost: 5)
    if !lines.isEmpty {
      first.message =
        first.message
        + Text(
          nl: lines.count == 1 ? "; ook regel \(listed.nl)" : "; ook de regels \(listed.nl)",
          en: lines.count == 1 ? "; line \(listed.en) too" : "; lines \(listed.en) too")
    }
    first.wayOut = first.wayOut.map { Text(nl: "\($0.nl); \(nothing.nl)", en: "\($0.en); \(nothing.en)") } ?? nothing
    throw first
  }
}
