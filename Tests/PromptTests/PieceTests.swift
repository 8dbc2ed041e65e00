import Testing

@testable import LineEditing

@Suite("Pieces of the line editor")
struct PieceTests {
  @Test("A paste loses its control characters, and line breaks of all kinds are one kind")
  func paste() {
    #expect(PastedText(Array("a\r\nb\rc\nd\n\n".utf8)).lines == ["a", "b", "c", "d"])
    #expect(PastedText(Array("x\ty\u{1B}[31m\u{7}\u{9B}z".utf8)).text == "x y[31mz")
    #expect(PastedText([0x61, 0xFF, 0x62]).text == "a\u{FFFD}b")
    #expect(PastedText([]).lines == [""])
  }

  @Test("What takes no room in a prompt stands between marks, with a character behind it")
  func prompt() {
    let prompt = LinePrompt([.init("berflo", style: "1"), .init("*", style: "33"), .init(" › ")])
    #expect(prompt.visible == "berflo* › ")
    #expect(prompt.marked == "\u{1}\u{1B}[1m\u{1}berflo\u{1}\u{1B}[0m\u{1B}[33m\u{1}*\u{1}\u{1B}[0m\u{1} › ")
    #expect(LinePrompt([.init("… ")]).marked == "… ")
  }

  @Test(
    "The cursor's place on the screen follows from the text",
    arguments: [
      ("", 0, 0), ("abc", 0, 3), ("abcdefghij", 1, 0), ("abcdefghijk", 1, 1), ("日本日本日", 1, 0), ("a日本日本日", 1, 2),
      ("ab\ncd", 1, 2), ("e\u{301}", 0, 1), ("\u{1}", 0, 2),
    ])
  func position(text: String, row: Int, column: Int) {
    WideText.allowUTF8()
    #expect(WideText.position(after: text, columns: 10) == (row, column))
  }

  @Test("A letter and its accent are one character where there is one")
  func composition() {
    #expect(WideText.composed("e", "\u{301}") == "\u{E9}")
    #expect(WideText.composed("x", "\u{302}") == nil)
  }
}
