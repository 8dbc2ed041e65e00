import Notebooks
import Testing
import WorkbenchKit

/// Values put into a front matter, of which all else stays as it was.
@Suite struct FillingTests {
  private func filled(_ head: String, _ values: [String: Value], seed: UInt64? = nil, language: Language? = nil) throws
    -> String
  {
    let notebook = try Notebook("---\n\(head)\n---\n\nTekst.\n", path: "n.md")
    let filling = FrontMatterFilling(values: values, seed: seed, language: language)
    let source = try notebook.filled(with: filling, path: "uit.md").source
    let ending = "\n---\n\nTekst.\n"
    #expect(source.hasPrefix("---\n") && source.hasSuffix(ending))
    return String(source.dropFirst(4).dropLast(ending.count))
  }

  @Test func `a default is replaced where it stands, in whatever way it is written`() throws {
    #expect(
      try filled(
        """
        title: "Een: blad" # kop
        parameters:
          a: 5   # vijf
          b: {type: text, default: x.csv, about: 'iets: dit'}
          c:
            about: een getal
            default: "12,5"
            type: number
          d: ja
          e: true
          f: 'een'
        seed: 7
        """,
        ["a": .number(6), "b": .text("y.csv"), "c": .number(40, unit: .percent), "e": .boolean(false), "f": .text("5")])
          == """
          title: "Een: blad" # kop
          parameters:
            a: 6   # vijf
            b: {type: text, default: y.csv, about: 'iets: dit'}
            c:
              about: een getal
              default: 40%
              type: number
            d: ja
            e: false
            f: "5"
          seed: 7
          """)
  }

  @Test func `a parameter without a default gets one`() throws {
    #expect(
      try filled(
        "parameters:\n  a: {type: integer}\n  b:\n    type: text\n    about: wat\n  c: {choices: [p, q]}",
        ["a": .number(3), "b": .text("x y"), "c": .text("q")])
        == "parameters:\n  a: {default: 3, type: integer}\n  b:\n    default: \"x y\"\n    type: text\n    about: wat\n"
        + "  c: {default: q, choices: [p, q]}")
  }

  @Test func `seed and language are put in, replaced, or left`() throws {
    #expect(try filled("title: x", [:], seed: 5, language: .en) == "language: en\nseed: 5\ntitle: x")
    #expect(try filled("seed: 1 # een\nlanguage: nl", [:], seed: 5, language: .en) == "seed: 5 # een\nlanguage: en")
    #expect(try filled("seed: 1", [:]) == "seed: 1")
    #expect(try filled("# nog leeg", [:], seed: 5) == "seed: 5\n# nog leeg")
    let bare = try Notebook("# Kop\n", path: "n.md")
    #expect(
      try bare.filled(with: FrontMatterFilling(values: [:], seed: 5), path: "n.md").source
        == "---\nseed: 5\n---\n# Kop\n")
    #expect(try bare.filled(with: FrontMatterFilling(values: [:]), path: "n.md").source == "# Kop\n")
  }

  @Test(arguments: [
    "hengelo_2024.csv", "../data/x.csv", "GM0164", "", " ", "null", "true", "Nee", "~", "5", "007", "12,5", "-", "- x",
    "a: b",
    "a #b", "{x}", "[x]", "\"", "'", "\\", "a\"b\\c", "een\ntwee\n", "\t", "\r\n", "é € 日本 😀", "\u{85}\u{2028}\u{FEFF}",
    "$x",
    "%", "@", "`", "!tag", "&anker", "*alias", "|", ">", "? a", "---", "a, b}", "C:\\map\\x.csv", "\u{0}\u{7}\u{1B}[2J",
  ]) func `any text comes back as it was given`(text: String) throws {
    for head in [
      "parameters:\n  a: {type: text, default: x, about: y}\n  b: 1", "parameters: {a: 'x', b: 1}",
      "parameters:\n  a:\n    type: text\n  b: 1", "parameters:\n  a: |\n    een\n    twee\n\n  b: 1",
      "parameters:\n  a: >-\n    een\n    twee\n  b: 1", "parameters:\n  a: \"een\n    twee\"\n  b: 1",
    ] {
      let notebook = try Notebook("---\n\(head)\n---\n", path: "n.md")
      let filled = try notebook.filled(with: FrontMatterFilling(values: ["a": .text(text)]), path: "uit.md")
      #expect(try Notebook(filled.source, path: "uit.md").head.parameters.map(\.fallback) == [.text(text), .number(1)])
    }
  }

  @Test func `random texts come back too`() throws {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("ab0 '\"\\:#{}[],&*!|>%@`-?~\n\t€é\u{85}\u{2029}$/.").map(String.init)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ in
        signs.randomElement(using: &generator)
      }
      .joined()
      let notebook = try Notebook("---\nparameters: {a: {type: text}, b: 2}\n---\n", path: "n.md")
      let filled = try notebook.filled(with: FrontMatterFilling(values: ["a": .text(text)]), path: "n.md")
      #expect(filled.head.parameters.map(\.fallback) == [.text(text), .number(2)])
    }
  }

  @Test func `line breaks stay those of the file`() throws {
    let notebook = try Notebook("---\r\nparameters:\r\n  a: 1\r\n---\r\nx\r\n", path: "n.md")
    #expect(
      try notebook.filled(with: FrontMatterFilling(values: ["a": .number(2)]), path: "n.md").source
        == "---\r\nparameters:\r\n  a: 2\r\n---\r\nx\r\n")
  }

  @Test func `a value that stands for several is refused, not half replaced`() throws {
    let notebook = try Notebook("---\nparameters:\n  a: &x 1\n  b: *x\n---\n", path: "n.md")
    #expect {
      try notebook.filled(with: FrontMatterFilling(values: ["a": .number(2), "b": .number(1)]), path: "uit.md")
    } throws: { ($0 as? Diagnostic)?.code == "notebook.head" }
  }
}
