import TestSupport
import Testing

/// A hidden name and number at the prompt: on no screen, in no hint, no page and no help, in both languages and at every width.
@Suite struct RedactedPromptTests {
  private let folder = TemporaryFolder()

  /// Longer than a screen, so that there is more of it; the number is no BSN, which would not be read.
  private static let sheet =
    "naam,aantal,groep\n"
    + (1...40).map { "\($0 % 10 == 0 ? "Karel Klaassen" : "Piet"),\($0 % 10 == 0 ? 123_456_783 : $0),\($0 % 2)\n" }
    .joined()

  private static let needles = ["karelklaassen", "karel", "klaassen", "123456783"]

  private func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  @Test(arguments: [60, 80, 120], ["nl", "en"])
  func `nothing hidden is on the screen, also with more, the whole of it, a pager, hints, help and why`(
    columns: Int, language: String
  ) throws {
    let sheet = folder.write(Self.sheet, to: "k.csv")
    let workspace = folder("w.json")
    let surroundings = ["XDG_STATE_HOME": folder("state"), "XDG_CONFIG_HOME": folder("config")]
    let hidden = Leerkring.run(
      ["-w", workspace, "-c", "redact add 123456783 'Karel Klaassen'"], environment: surroundings)
    #expect(hidden.code == 0, "\(hidden.errors)")
    for pager in ["", "tee -a '\(folder("paged.txt"))'"] {
      let environment = Leerkring.environment(
        home: folder.path, surroundings.merging(["COLUMNS": "\(columns)", "TERM": "xterm-256color"]) { $1 })
      let session = try #require(
        TerminalSession(
          Places.program, ["-w", workspace, "--lang", language],
          environment: pager.isEmpty ? environment : environment.merging(["PAGER": pager]) { $1 }, columns: columns))
      let lines = [
        "let t = read \(sheet)", "$t", "more", "more", "$t --full", "$t | sort aantal desc", "more",
        "let wie = $t | where aantal > 50 | top 1", "$wie", "$wie | to markdown", "$t | group naam", "why t", "why wie",
        "keep wie", "show wie --full", "set title", "history", "results",
      ]
      for (number, line) in lines.enumerated() {
        let before = session.prompts
        session.send(line + "\r")
        #expect(session.wait { $0.prompts > before }, "\(number): \(line)")
      }
      session.send("\u{4}")
      _ = session.wait { !$0.raw.isEmpty && $0.isCooked }
      let texts = [("screen", session.raw), ("page", folder.text("paged.txt") ?? "")]
      for (place, text) in texts {
        for needle in Self.needles { #expect(!bare(text).contains(needle), "\(needle) on the \(place)") }
      }
      #expect(session.raw.contains("▇▇▇"))
      if !pager.isEmpty { #expect(folder.text("paged.txt")?.contains("▇▇▇") == true) }
    }
    // What is typed is seen by who types it; an answer does not say it again.
    let asked = Leerkring.run(
      ["-w", workspace, "--lang", language, "--bail", "off"],
      input:
        "help term 'Karel Klaassen'\nhelp term 123456783\nhelp 123456783\nwhy 123456783\nwhy 'Karel Klaassen'\nmore\n",
      environment: surroundings.merging(["COLUMNS": "\(columns)"]) { $1 })
    for needle in Self.needles {
      #expect(!bare(asked.output + asked.errors).contains(needle), "\(needle) in an answer")
    }
  }
}
