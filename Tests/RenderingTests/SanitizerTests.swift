import Rendering
import Testing
import WorkbenchKit

@Suite("Sanitizer")
struct SanitizerTests {
  @Test("leaves ordinary text alone")
  func ordinary() {
    for text in ["Hengelo (O.)", "één € 日本 👨‍👩‍👧 مرحبا", ""] { #expect(Sanitizer.line(text) == text) }
  }

  @Test("shows what a terminal could take as an order")
  func orders() {
    #expect(Sanitizer.line("a\u{1B}[31mb") == "a␛[31mb")
    #expect(Sanitizer.line("\0\u{7F}\t\r\n") == "␀␡␉␍␊")
    #expect(Sanitizer.line("\u{9B}31m") == "\\u{9b}31m")
    #expect(Sanitizer.line("\u{202E}gnp") == "\\u{202e}gnp")
    #expect(Sanitizer.line("½ · é \u{85}– €\u{200F}☃") == "½ · é \\u{85}– €\\u{200f}☃")
    #expect(Sanitizer.line("\u{61C}x\u{2066}y\u{2028}") == "\\u{61c}x\\u{2066}y\\u{2028}")
  }

  @Test("keeps the layout of text of several lines, but no return to the beginning of a line")
  func layout() {
    #expect(Sanitizer.lines("a\tb\r\nc\rd\n") == "a\tb\nc␍d\n")
    #expect(Sanitizer.lines("één · één\r\n– \u{1B}\r\n€") == "één · één\n– ␛\n€")
    #expect(Sanitizer.lines("x\r") == "x␍")
    #expect(Sanitizer.lines("\r\r\n") == "␍\n")
  }

  @Test("shows in a long text what is unsafe, and copies the rest to the byte")
  func stretches() {
    let pieces = [
      "a", "é", "–", "’", "\u{200B}", "٠", "日", "👩‍👧", "\u{C2}", "\u{D8}", "\u{2000}", "\u{2065}", "\u{206A}", " ", "€",
    ]
    let orders = [
      "\u{1B}", "\u{7F}", "\u{80}", "\u{9F}", "\u{61C}", "\u{200E}", "\u{202A}", "\u{2029}", "\u{2069}", "\t", "\n",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12)).map { _ in
        (Int.random(in: 0..<4, using: &random) == 0 ? orders : pieces).randomElement(using: &random) ?? ""
      }.joined()
      let due = text.unicodeScalars.map { scalar -> String in
        guard scalar.isUnsafeOnTerminal else { return String(Character(scalar)) }
        return scalar.value < 0x20
          ? Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? ""
          : scalar.value == 0x7F ? "␡" : "\\u{\(String(scalar.value, radix: 16))}"
      }.joined()
      #expect(Array(Sanitizer.line(text).utf8) == Array(due.utf8))
      #expect(Sanitizer.lines(text).unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\n" })
    }
  }
}
