import TestSupport
import Testing
import WorkbenchKit

/// Help that leads: any word of either language finds the line to type, on one screen.
@Suite struct HelpTests {
  private func help(_ words: String, _ language: String = "nl") -> ChildProcess {
    Leerkring.run(["--lang", language, "-c", "help \(words)"])
  }

  /// The lines to type, as `--json` gives them.
  private func lines(_ words: String) throws -> [String] {
    try #require(Leerkring.json(["help \(words)"]).first).blocks("table").flatMap { table in
      (table["rows"]?.array ?? []).compactMap { $0.array?.first?.string }
    }
  }

  @Test(arguments: ["nl", "en"])
  func `help alone fits on a screen of 24 rows, and so does what a word finds`(_ language: String) {
    for words in ["", "kaart", "eenzaam", "risico", "lonely", "term EMVI", "hoe zie ik eenzame ouderen op een kaart"] {
      let run = help(words, language)
      #expect(run.code == 0, "\(words)")
      #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 23, "\(words)")
    }
  }

  @Test(arguments: ["nl", "en"])
  func `a noun takes no more in a script, counts the rest, and gives all with --full`(_ language: String) throws {
    for noun in ["inkoop", "wzw", "persona", "instrument", "shell"] {
      let run = help(noun, language)
      #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 23, "\(noun)")
      let full = help("\(noun) --full", language).output
      for line in try lines(noun) { #expect(full.contains(line), "\(noun)") }
    }
    #expect(help("inkoop", language).output.contains(": `--full`"))
    #expect(!help("inkoop --full", language).output.contains("--full`"))
  }

  @Test(arguments: [
    ("kaart", "wzw map"), ("map", "wzw map"), ("eenzaam", "wzw map Eenzaam"), ("eenzaamheid", "wzw map Eenzaam"),
    ("lonely", "wzw map Eenzaam"), ("risico", "procure simulate"), ("contractvorm", "procure forms"),
    ("gunnen", "bid rank"), ("woonvisie", "instrument show woonvisie"), ("dementie", "wzw group 4a"),
  ])
  func `a word leads to the line, among the first three`(_ word: String, _ line: String) throws {
    let found = try lines(word)
    #expect(found.prefix(3).contains { $0.hasPrefix(line) }, "\(found)")
  }

  @Test func `a sentence leads as its words do: those that say nothing count for nothing`() throws {
    let found = try lines("'hoe zie ik eenzame mensen op een kaart'")
    #expect(found.prefix(3).contains { $0.hasPrefix("wzw map") })
    #expect(Leerkring.run(["-c", "help de het een"]).errors.contains("help.unknown"))
  }

  @Test(arguments: [
    ("inkoop", "procure forms"), ("bieding", "bid rank"), ("klantreis", "journey show"),
    ("sleutelmoment", "moment list"),
    ("personas", "persona list"), ("instrumenten", "instrument list"), ("regie", "steer scan"), ("regels", "rules run"),
    ("gebiedsarrangement", "arrangement show"),
  ])
  func `a Dutch noun is the noun`(_ noun: String, _ command: String) throws {
    #expect(try lines(noun).contains(command))
  }

  @Test func `behind a command --help and a question mark ask for its page`() {
    let page = help("wzw map").output
    for line in [
      "wzw map --help", "wzw map ?", "wzw map Eenzaam --help", "? wzw map", "read x.csv | where a = 1 | wzw map --help",
    ] {
      #expect(Leerkring.run(["--lang", "nl", "-c", line]).output == page, "\(line)")
    }
    #expect(Leerkring.run(["-c", "kaart ?"]).output.contains("wzw map"))
    #expect(Leerkring.run(["-c", "klantreis ?"]).output == Leerkring.run(["-c", "help journey"]).output)
  }

  @Test func `a question mark that is an argument asks for nothing`() {
    let run = Leerkring.run(["--safe", "-c", "set title ?", "-c", "set title"])
    #expect(run.code == 0 && run.output.contains("?"))
  }

  @Test(arguments: [
    "O/E", "EMVI", "woonservicegebied", "p×q", "pxq", "'agreement A'", "'overeenstemming A'", "sleutelmoment",
  ])
  func `a term comes with who says what it means`(_ term: String) {
    let run = help("term \(term)")
    #expect(run.code == 0 && run.output.contains("[1] ") && run.output.contains("u typt: "), "\(run.errors)")
  }

  @Test func `a term that no source explains is refused, with the nearest that one does`() {
    let run = help("term EMVIE")
    #expect(run.code == 1 && run.errors.contains("help.noterm") && run.errors.contains("bedoelde u 'emvi'?"))
  }

  @Test func `in a script --ask is refused with a way out, and tour lists its steps`() {
    let asked = Leerkring.run(["-c", "procure simulate --ask"])
    #expect(asked.code == 1 && asked.errors.contains("ask.noprompt"))
    #expect(Leerkring.run(["-c", "tour"]).output.contains("wzw demo"))
  }

  @Test func `every line of the tour works, in its order`() throws {
    let steps = try lines("").contains("tour") ? Leerkring.json(["tour"]) : []
    let typed = steps.flatMap { $0.blocks("table") }.flatMap { table in
      (table["rows"]?.array ?? []).compactMap { $0.array?.first?.string }
    }
    #expect(typed.count == 13)
    let run = Leerkring.run([], input: typed.joined(separator: "\n") + "\n")
    #expect(run.code == 0, "\(run.errors)")
  }
}
