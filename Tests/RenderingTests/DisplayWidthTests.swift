import Rendering
import Testing

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "counts columns, not characters or bytes",
    arguments: [
      ("", 0), ("Hengelo", 7), ("日本", 4), ("e\u{301}", 1), ("é", 1), ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇳🇱", 2), ("❤️", 2),
      ("مرحبا", 5), ("€ 5", 3), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{200B}b", 2),
    ])
  func widths(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test("takes the short way for Latin letters to the same end")
  func latin() {
    for scalar in (UInt32(0xC0)...0x2FF).compactMap(Unicode.Scalar.init) {
      #expect(DisplayWidth.of(String(scalar)) == 1)
      #expect(DisplayWidth.of("日\(scalar)") == 3)
    }
  }

  @Test("truncates with a mark, and never through a character")
  func truncates() {
    #expect(DisplayWidth.truncated("Hengelo", to: 7) == "Hengelo")
    #expect(DisplayWidth.truncated("Hengelo", to: 4) == "Hen…")
    #expect(DisplayWidth.truncated("日本語", to: 5) == "日本…")
    #expect(DisplayWidth.truncated("日本語", to: 4) == "日…")
    #expect(DisplayWidth.truncated("cafe\u{301}s au lait", to: 5) == "cafe\u{301}…")
    #expect(DisplayWidth.truncated("Hengelo", to: 1) == "…")
    #expect(DisplayWidth.truncated("Hengelo", to: 0) == "")
  }

  @Test("pads on either side by columns")
  func pads() {
    #expect(DisplayWidth.padded("日本", to: 6) == "日本  ")
    #expect(DisplayWidth.padded("12", to: 5, at: .right) == "   12")
    #expect(DisplayWidth.padded("too long", to: 3) == "too long")
  }

  @Test("wraps at blanks, and inside a word that is too wide by itself")
  func wraps() {
    #expect(DisplayWidth.wrapped("de kat krabt de krullen", to: 9) == ["de kat", "krabt de", "krullen"])
    #expect(DisplayWidth.wrapped("een woonservicegebied", to: 8) == ["een", "woonser-", "vicege-", "bied"])
    #expect(DisplayWidth.wrapped("日本語の", to: 5) == ["日本", "語の"])
    #expect(DisplayWidth.wrapped("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", to: 4) == ["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"])
    #expect(DisplayWidth.wrapped("a\n\nb", to: 10) == ["a", "", "b"])
    #expect(DisplayWidth.wrapped("", to: 10) == [""])
    #expect(DisplayWidth.wrapped("   ", to: 2) == [""])
    #expect(DisplayWidth.wrapped("日", to: 1) == ["…"])
  }

  @Test(
    "breaks a word with a hyphen between two syllables",
    arguments: [
      ("vrijwilligerswerk", 16, ["vrijwilligers-", "werk"]), ("vrijwilligerswerk", 12, ["vrijwilli-", "gerswerk"]),
      ("mantelzorgondersteuning", 16, ["mantelzorgon-", "dersteuning"]),
      ("rechtmatigheidstoets", 14, ["rechtmatig-", "heidstoets"]), ("gebruikersgroep", 8, ["gebrui-"]),
      ("bijeenkomsten", 8, ["bijeen-"]), ("(welzijnsorganisatie)", 14, ["(welzijnsorga-", "nisatie)"]),
    ])
  func hyphens(word: String, width: Int, lines: [String]) {
    let broken = DisplayWidth.wrapped(word, to: width)
    #expect(Array(broken.prefix(lines.count)) == lines)
    #expect(broken.map { $0.hasSuffix("-") ? String($0.dropLast()) : $0 }.joined() == word)
  }

  @Test(
    "breaks a path, a code and the name of an indicator without one",
    arguments: [
      ("/mnt/stick/kwb_nl_2024.csv", 14, ["/mnt/stick/", "kwb_nl_", "2024.csv"]),
      ("ErnstigZeerErnstigEenzaam", 16, ["ErnstigZeer", "ErnstigEenzaam"]),
      ("f36824e6b906e7680d4d", 8, ["f36824e6", "b906e768", "0d4d"]),
      ("Eenpersoonshuishoudens_30", 20, ["Eenpersoonshuishoude", "ns_30"]),
      ("1.234.567.890,12", 8, ["1.234.56", "7.890,12"]),
    ])
  func codes(word: String, width: Int, lines: [String]) { #expect(DisplayWidth.wrapped(word, to: width) == lines) }
}
