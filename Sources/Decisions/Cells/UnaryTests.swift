/// The cell of a rule under an input: `-`, tests of which one must hold, or `not(…)` of which none may.
public struct UnaryTests: Sendable, Hashable {
  public let tests: [UnaryTest]
  public var isNegated = false
  /// The text of a cell that is not read, and why. Whether it holds cannot be decided.
  public private(set) var unread: Unread?

  /// A text of FEEL that is not worked out.
  public struct Unread: Sendable, Hashable {
    public let text: String
    public let problem: CellProblem
  }

  init(tests: [UnaryTest], isNegated: Bool = false) {
    self.tests = tests
    self.isNegated = isNegated
  }

  /// A cell that is kept as it stands.
  init(unread text: String, _ problem: CellProblem) {
    tests = []
    unread = Unread(text: text, problem: problem)
  }

  /// One value and no other.
  public static func value(_ literal: Literal) -> UnaryTests { UnaryTests(tests: [.equals(.literal(literal))]) }

  /// `-`: whatever the value is.
  public static let any = UnaryTests(tests: [])

  public var isAny: Bool { tests.isEmpty && unread == nil }

  /// Whether it surely holds.
  public func holds(_ value: Literal) -> Bool { verdict(on: value, Scope([:])) == .yes }

  func verdict(on value: Literal, _ scope: Scope) -> Verdict {
    if isAny { return .yes }
    if unread != nil { return .open }
    var one = Verdict.no
    for test in tests where one != .yes { one = one.or(test.verdict(on: value, scope)) }
    return isNegated ? one.opposite : one
  }

  /// What it says where the value is not known.
  var verdictOnUnknown: Verdict { isAny ? .yes : .open }

  /// As DMN writes it.
  public var feel: String { written(\.feel) }

  /// As files write it in which bare words are texts.
  public var bracketed: String { written(\.bracketed) }

  private func written(_ text: (UnaryTest) -> String) -> String {
    if let unread { return unread.text }
    if isAny { return "-" }
    let list = tests.map(text).joined(separator: ", ")
    return isNegated ? "not(\(list))" : list
  }

  /// The values and ends that it names.
  var literals: [Literal] { tests.flatMap(\.literals) }

  /// The inputs and definitions that it names.
  var names: Set<String> { tests.reduce(into: []) { $0.formUnion($1.names) } }

  /// The cell with what is known put in the place of what names it.
  func settled(in scope: Scope) -> UnaryTests {
    guard !names.isEmpty else { return self }
    return UnaryTests(tests: tests.map { $0.settled(in: scope) }, isNegated: isNegated)
  }
}
