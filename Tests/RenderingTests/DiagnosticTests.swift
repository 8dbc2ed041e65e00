import Rendering
import Testing
import WorkbenchKit

@Suite("Errors")
struct DiagnosticTests {
  let unknown = Diagnostic(
    "command.unknown", Text(nl: "'helpp' is geen opdracht", en: "'helpp' is no command"), suggestion: "help",
    place: Place(
      source: "stdin", line: 2, column: 1, length: 5, text: "helpp",
      via: [Place(source: "hoofd.lk", line: 7, column: 3)]))

  @Test("for a script begin with the place, and tell the chain and the nearest word")
  func script() {
    #expect(
      DiagnosticText(language: .nl).script(unknown) == """
        stdin:2:1: fout: 'helpp' is geen opdracht [command.unknown]
          gelezen vanuit hoofd.lk:7:3
          bedoelde u 'help'?

        """)
    #expect(
      DiagnosticText(language: .en).script(unknown) == """
        stdin:2:1: error: 'helpp' is no command [command.unknown]
          sourced from hoofd.lk:7:3
          did you mean 'help'?

        """)
  }

  @Test("at the prompt have a caret under the spot, and name what could be meant")
  func prompt() {
    let line = "wzw estimate berflo --indicator Bewegen"
    let ambiguous = Diagnostic(
      "area.ambiguous", Text(nl: "'berflo' is niet eenduidig", en: "'berflo' is ambiguous"),
      wayOut: Text(nl: "'wzw areas' toont de gebieden", en: "'wzw areas' shows the areas"),
      candidates: [
        Candidate("WK016405", .verbatim("Wijk 05 Berflo Es")), Candidate("BU01640501", .verbatim("Berflo Es Noord")),
      ],
      place: Place(source: "prompt", line: 4, column: 14, length: 6, text: line))
    #expect(
      DiagnosticText(language: .nl, columns: 92).prompt(ambiguous) == """
          fout: 'berflo' is niet eenduidig
            wzw estimate berflo --indicator Bewegen
                         ^^^^^^
            bedoelde u  WK016405 Wijk 05 Berflo Es · BU01640501 Berflo Es Noord ?
            'wzw areas' toont de gebieden

        """)
  }

  @Test("name the nearest word once, alone or in the list")
  func nearest() {
    let text = DiagnosticText(language: .en)
    var error = Diagnostic("a.b", .verbatim("no"), candidates: [Candidate("w.json")])
    #expect(text.script(error) == "error: no [a.b]\n  did you mean 'w.json'?\n")
    error.candidates = [Candidate("to"), Candidate("tel")]
    error.suggestion = "to"
    #expect(text.script(error) == "error: no [a.b]\n  did you mean  to · tel ?\n")
    error.candidates = [Candidate("BU01", .verbatim("Noord")), Candidate("BU02", .verbatim("Oord"))]
    error.suggestion = "Noord"
    #expect(text.script(error) == "error: no [a.b]\n  did you mean  BU01 Noord · BU02 Oord ?\n")
  }

  @Test("keep the caret under the spot behind wide characters and controls")
  func wideCaret() {
    let error = Diagnostic(
      "x.y", .verbatim("fout woord"),
      place: Place(source: "prompt", line: 1, column: 5, length: 2, text: "日本\u{1B} 語x y"))
    #expect(DiagnosticText(language: .nl).prompt(error) == "  fout: fout woord\n    日本␛ 語x y\n          ^^^\n")
  }

  @Test("show the part of a long line in which the spot lies")
  func longLine() {
    let error = Diagnostic(
      "x.y", .verbatim("fout"),
      place: Place(
        source: "prompt", line: 1, column: 101, length: 3,
        text: String(repeating: "a", count: 100) + "bcd" + String(repeating: "e", count: 100)))
    #expect(
      DiagnosticText(language: .nl, columns: 24).prompt(error) == """
          fout: fout
            …aaaaabcdeeeeeeeee…
                  ^^^

        """)
  }

  @Test("are never wider than the columns and never carry an escape sequence")
  func narrow() {
    let error = Diagnostic(
      "column.unknown", .verbatim("de tabel heeft geen kolom '\u{1B}[2J日本日本日本日本日本日本日本日本'"),
      wayOut: .verbatim("kolommen: " + (1...20).map { "kolom_\($0)" }.joined(separator: ", ")), suggestion: "kolom_1",
      candidates: (1...30).map { Candidate("woord\($0)") },
      place: Place(
        source: "een/heel/lang/pad/naar/een/bestand.lk", line: 12, column: 30, length: 90, text: "select 日本日本日本日本 abc"))
    for columns in 20...100 {
      let text = DiagnosticText(language: .nl, columns: columns)
      for line in (text.script(error) + text.prompt(error)).split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= columns, "\(columns): \(line)")
        #expect(!line.contains("\u{1B}"))
      }
    }
  }

  @Test("without a place begin with the word itself")
  func noPlace() {
    #expect(DiagnosticText(language: .en).script(Diagnostic("a.b", .verbatim("no"))) == "error: no [a.b]\n")
    #expect(DiagnosticText(language: .en).prompt(Diagnostic("a.b", .verbatim("no"))) == "  error: no\n")
  }

  @Test("are one line of JSON with every member there")
  func json() {
    #expect(
      DiagnosticJSON.line(Diagnostic("a.b", .verbatim("no")), language: .en)
        == #"{"ok":false,"error":{"code":"a.b","message":"no","source":null,"line":null,"column":null,"#
        + #""suggestion":null,"plugin":null}}"#)
    var full = unknown
    full.plugin = "wzw"
    full.wayOut = Text(nl: "probeer \u{9B}", en: "try \u{9B}")
    full.candidates = [Candidate("help", .verbatim("hulp")), Candidate("hulp")]
    #expect(
      DiagnosticJSON.line(full, language: .nl)
        == #"{"ok":false,"error":{"code":"command.unknown","message":"'helpp' is geen opdracht","source":"stdin","line":2,"#
        + #""column":1,"suggestion":"help","plugin":"wzw","wayOut":"probeer \u009b","candidates":[{"word":"help","#
        + #""about":"hulp"},{"word":"hulp","about":null}],"via":[{"source":"hoofd.lk","line":7,"column":3}]}}"#)
  }
}
