import Rendering
import Testing

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
}
