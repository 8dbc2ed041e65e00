import Testing
@_spi(Host) import WorkbenchKit

/// A choice is taken by what it stands for too, where that is one word.
@Suite struct ChoiceWordTests {
  private enum Answer: String, ArgumentChoice {
    case yes, no, later

    static let usual = Answer.no

    var about: Text? {
      switch self {
      case .yes: Text(nl: "ja", en: "yes")
      case .no: Text(nl: "nee", en: "no")
      case .later: Text(nl: "op een andere dag", en: "on another day")
      }
    }
  }

  private func given(_ word: String) throws -> Value {
    try Argument("answer", .choice(Answer.self), about: .verbatim("answer")).parameter.bind(.text(word), at: nil).value
  }

  @Test(arguments: [("yes", "yes"), ("ja", "yes"), ("Nee", "no"), ("NO", "no"), ("later", "later")])
  func `a word or what it stands for`(typed: String, taken: String) throws {
    #expect(try given(typed) == .text(taken))
  }

  @Test func `what is no choice is told the words, each with what it stands for`() throws {
    for word in ["misschien", "op een andere dag", ""] {
      let error = #expect(throws: Diagnostic.self) { try given(word) }
      #expect(error?.code == "argument.choice")
      #expect(error?.wayOut == Text(nl: "een van: yes (ja), no (nee), later", en: "one of: yes, no, later"))
    }
  }
}
