import TestSupport
import Testing

@testable import WorkbenchKit

/// A text that several cores cut at once falls apart as it does in the hands of one that goes from the first byte to the last.
@Suite struct DelimitedPiecesTests {
  /// All that is told of a text, or the error.
  private struct Told: Equatable {
    var header: [String] = []
    var columns: [Column] = []
    var ragged: [DelimitedText.RaggedRow] = []
    var raggedCount = 0
    var notices: [String] = []
    var lines: [Int] = []
    var error: String?
  }

  /// Where a text lies, and whether the places of its cells are held.
  private enum Holding: CaseIterable {
    case kept, cutAgain, stored
  }

  private func told(
    _ bytes: [UInt8], pieceLength: Int, protection: Protection = .strict, _ holding: Holding = .kept
  ) -> Told {
    var options = DelimitedText.Options(name: "a.csv")
    options.pieceLength = pieceLength
    options.keepsCells = holding == .kept
    var told = Told()
    do {
      let text =
        holding == .stored
        ? try DelimitedText(stored: HeldBytes(bytes), options: options, protection: protection) { _ in }
        : try DelimitedText(bytes: bytes, options: options, protection: protection)
      told.header = text.header
      (told.ragged, told.raggedCount) = (text.raggedRows, text.raggedCount)
      told.lines = (0..<text.rowCount).map(text.line(ofRow:))
      told.notices = text.numberNotices(of: Array(text.header.indices)).map(\.text.nl)
      let numbers = text.numbers(columns: Array(text.header.indices))
      told.notices += numbers.map { "\($0.values) \($0.unreadableRows) \($0.unreadableCount)" }
      told.columns = text.header.indices.map { .texts(text.header[$0], text.texts(column: $0, trimmed: false)) }
      told.columns += try text.table().columns
    } catch {
      let error = error as? Diagnostic
      told.error = "\(error?.code ?? ""): \(error?.message.nl ?? "")"
    }
    return told
  }

  private func same(_ text: String, protection: Protection = .strict, _ place: Comment) {
    let bytes = Array(text.utf8)
    let whole = told(bytes, pieceLength: 1 << 40, protection: protection)
    for length in [1, 2, 3, 7, 20, 64] {
      for holding in Holding.allCases {
        #expect(
          told(bytes, pieceLength: length, protection: protection, holding) == whole,
          "\(place), \(length) bytes a piece, \(holding)")
      }
    }
  }

  private static let cells = [
    "", "1", "2,5", "3.625", "1.234,5", "0344", "NA", ".", "true", "Noord", "een langere naam", "€ 5", "12%", "\"a;b\"",
    "\"over\ntwee regels\"", "\"zegt \"\"ja\"\"\"", "\"\n\"", "\"\r\n;\"", "5\" pijp", " 7 ", "9007199254740993",
    "\"1\n2\n3\n4\"",
  ]

  @Test func `pieces of any length give the same as the whole, on random texts`() {
    var random = SeededGenerator(20_261_130)
    for round in 0..<300 {
      let width = Int.random(in: 1...5, using: &random)
      let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
      var text = (0..<width).map { "k\($0)" }.joined(separator: ";") + end
      // A column of a few kinds is one of numbers now and then.
      let kinds = (0..<width).map { _ in (0..<3).map { _ in Self.cells.randomElement(using: &random) ?? "" } }
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        var row = kinds.map { $0.randomElement(using: &random) ?? "" }
        if Int.random(in: 0..<40, using: &random) == 0 { row.append("te veel") }
        if Int.random(in: 0..<40, using: &random) == 0 { row.removeLast() }
        text += row.joined(separator: ";") + end
        if Int.random(in: 0..<10, using: &random) == 0 { text += end }
      }
      if Int.random(in: 0..<20, using: &random) == 0 { text += "\"open" }
      if Int.random(in: 0..<20, using: &random) == 0 { text += "\"toe\" en meer;1" }
      same(text, "round \(round)")
    }
  }

  @Test func `a cell over many lines that look like rows is one cell`() {
    let inside = (0..<200).map { "\($0);x" }.joined(separator: "\n")
    same("a;b\n1;\"\(inside)\"\n2;\"\(inside)\"\n3;c\n", "rows in a cell")
    same("a;b\n1;\"\(inside)\n2;c\n", "a quote that stays open")
  }

  @Test func `bytes that are no text are found where they are stored as in memory`() {
    let text = "Een titel\n\na;b\n" + (0..<40).map { "\($0);é\($0)\n" }.joined() + "Bron: CBS\n© CBS\n"
    for bad in [[0], [0xE9], [0xC3], [0xE2, 0x82], [0xFF], [0x3B, 0, 0xE9]] as [[UInt8]] {
      // In the title, in the names, in the rows, and in what is said of the source.
      for place in Array(0...24) + [60, 200, 250] + Array(text.utf8.count - 18...text.utf8.count) {
        var bytes = Array(text.utf8)
        bytes.insert(contentsOf: bad, at: place)
        let whole = told(bytes, pieceLength: 1 << 40)
        for length in [1, 5, 64] {
          #expect(told(bytes, pieceLength: length, .stored) == whole, "\(bad) at \(place), \(length) bytes a piece")
        }
      }
    }
    for empty in ["", "\n\n", "\u{FEFF}", "a;b", "a;b\n"] {
      let bytes = Array(empty.utf8)
      #expect(told(bytes, pieceLength: 8, .stored) == told(bytes, pieceLength: 8), "\(empty)")
    }
  }

  @Test func `a title, a source and a long header are found where they are stored as in memory`() {
    let names = (0..<3_000).map { "een lange naam van een kolom \($0)" }.joined(separator: ";")
    let cells = (0..<3_000).map { "\($0)" }.joined(separator: ";")
    let texts = [
      "Bevolking; regio\n\nRegio;Mannen;Vrouwen\nNoord;1;2\nZuid;3;4\nBron: CBS\n", "sep=|\na|b\n1|2\n",
      names + "\n" + cells + "\n" + cells, "a;b\n1;2\n\n\nBron: CBS, RIVM\n© CBS\n\n\n",
    ]
    for text in texts {
      let bytes = Array(text.utf8)
      // Many pieces, and of a long text not more than those of a short one by far.
      let length = max(8, bytes.count / 500)
      #expect(told(bytes, pieceLength: length, .stored) == told(bytes, pieceLength: 1 << 40), "\(text.prefix(40))")
    }
  }

  @Test func `what cannot be read any more is told, and nothing of it comes in`() throws {
    let text = "a;b\n" + (0..<2_000).map { "\($0);naam \($0)\n" }.joined()
    let whole = HeldBytes(Array(text.utf8))
    var options = DelimitedText.Options(name: "a.csv")
    (options.pieceLength, options.keepsCells) = (64, false)
    let read = try DelimitedText(stored: whole, options: options, protection: Protection.strict) { _ in }
    let reads = whole.reads
    _ = try read.table()
    let needed = whole.reads - reads
    for stop in stride(from: 0, to: needed, by: 23) {
      whole.left = stop
      let error = #expect(throws: Diagnostic.self) { try read.table() }
      #expect(error?.code == "file.changed")
    }
    whole.left = nil
    #expect(try read.table().rowCount == 2_000)
  }

  @Test func `what the guard finds does not hang on the pieces`() {
    // Codes of eight digits, more than a thousand different ones, of which too few pass the eleven test for persons.
    let codes = (0..<2_500).map { "\(10_000_001 + $0 * 7_919)" }
    same("code;n\n" + codes.map { "\($0);1" }.joined(separator: "\n"), "codes")
    let numbers = ["111222333", "123456782", "111222333", "123456782"]
    same("a;b\n" + numbers.map { "x;\($0)" }.joined(separator: "\n"), "numbers of persons")
    let days = (1...12).map { "\($0)-3-19\(50 + $0)" }
    same("wie;dag\n" + days.map { "x;\($0)" }.joined(separator: "\n"), "days of birth")
    let mails = (1...9).map { "p\($0)@voorbeeld.nl;\($0)" }.joined(separator: "\n")
    same("mail;n\n" + mails, "mail")
    let flags = [(["mail"], []), ([], ["mail"]), (["n"], ["mail"])]
    for (dropped, pseudonymised) in flags {
      let protection = Protection(
        dropped: dropped, pseudonymised: pseudonymised, pseudonyms: Turned(), place: nil)
      let twice = "mail;n\n" + mails + "\n" + mails
      same(twice, protection: protection, "without \(dropped), other names for \(pseudonymised)")
    }
  }

  @Test func `who asks to stop is heard in each part of the reading`() throws {
    let text = "a;b;c\n" + (0..<500).map { "\($0);x\($0);een wat langere tekst \($0)\n" }.joined()
    var options = DelimitedText.Options(name: "a.csv")
    options.pieceLength = 16
    var parts: [Double] = []
    let read = try DelimitedText(bytes: Array(text.utf8), options: options, protection: Protection.strict) {
      parts.append($0)
    }
    let asked = parts.count
    _ = try read.table { parts.append($0) }
    #expect(parts[..<asked] == parts[..<asked].sorted()[...] && parts[asked...] == parts[asked...].sorted()[...])
    #expect(parts.allSatisfy { (0...1).contains($0) } && asked > 6 && parts.count > asked + 4)
    for stop in 0..<asked {
      var left = stop
      #expect(throws: Interrupted.self) {
        try DelimitedText(bytes: Array(text.utf8), options: options, protection: Protection.strict) { _ in
          if left == 0 { throw Interrupted() }
          left -= 1
        }
      }
    }
    for stop in 0..<(parts.count - asked) {
      var left = stop
      #expect(throws: Interrupted.self) {
        try read.table { _ in
          if left == 0 { throw Interrupted() }
          left -= 1
        }
      }
    }
  }
}

/// Gives a name for another: its letters from the last to the first.
private final class Turned: Pseudonyms {
  let areLasting = true

  func pseudonym(of text: String) -> String { "p" + String(text.reversed().filter { $0 != "@" }) }
}
