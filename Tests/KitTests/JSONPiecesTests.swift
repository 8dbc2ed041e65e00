import TestSupport
import Testing

@testable import WorkbenchKit

/// JSON Lines that several cores read at once are the table that one makes of them, and what is wrong stands where it stood.
@Suite struct JSONPiecesTests {
  private struct Told: Equatable {
    var table: Table?
    var nested: [String] = []
    var error: String?
  }

  private func told(_ text: String, pieceLength: Int) -> Told {
    var reader = JSONTableReader(name: "a.jsonl", asLines: true, isStrict: false)
    reader.pieceLength = pieceLength
    do {
      let reading = try reader.read(Array(text.utf8))
      return Told(table: reading.table, nested: reading.nested)
    } catch {
      let error = error as? Diagnostic
      return Told(error: "\(error?.code ?? ""): \(error?.message.nl ?? "")")
    }
  }

  /// Nil where who holds all of it has to look.
  private func toldOfStored(_ bytes: [UInt8], pieceLength: Int, blockLength: Int) throws -> Told? {
    var reader = JSONTableReader(name: "a.jsonl", asLines: true, isStrict: false)
    (reader.pieceLength, reader.blockLength) = (pieceLength, blockLength)
    return try reader.read(TextSource(HeldBytes(bytes))) { _ in }.map { Told(table: $0.table, nested: $0.nested) }
  }

  /// - Returns: how often it could be read in blocks.
  @discardableResult
  private func same(_ text: String, _ place: Comment) -> Int {
    let whole = told(text, pieceLength: 1 << 40)
    var blocks = 0
    for length in [1, 5, 20, 64, 300] {
      #expect(told(text, pieceLength: length) == whole, "\(place), \(length) bytes a piece")
      for block in [10, 100, 1_000, 1 << 20] {
        let stored = try? toldOfStored(Array(text.utf8), pieceLength: length, blockLength: block)
        #expect(stored == nil || stored == whole, "\(place), \(block) bytes a block")
        if stored != nil { blocks += 1 }
      }
    }
    return blocks
  }

  @Test func `lines are read in blocks, and what is no text or no record is left to who holds all`() throws {
    let text = (0..<300).map { "{\"n\":\($0),\"naam\":\"é\($0)\"}" }.joined(separator: "\n")
    for ending in ["", "\n", "\n\n"] { #expect(same(text + ending, "all lines") == 15) }
    let marked = try toldOfStored(Array(("\u{FEFF}" + text).utf8), pieceLength: 64, blockLength: 1_000)
    #expect(marked == told(text, pieceLength: 1 << 40))
    for bad in [[0], [0xE9], [0xC3], [0x22]] as [[UInt8]] {
      var bytes = Array(text.utf8)
      bytes.insert(contentsOf: bad, at: 3_000)
      #expect(try toldOfStored(bytes, pieceLength: 64, blockLength: 1_000) == nil, "\(bad)")
    }
  }

  private static let values = [
    "1", "-2.5", "1e3", "null", "true", "false", "\"tekst\"", "\"met \\n en {\"", "[1,\n{\"a\":2},\n3]",
    "{\n\"x\":\n{}\n}",
    "9007199254740993", "\"\"",
  ]

  @Test func `pieces of any length give the same as the whole, on random records`() {
    var random = SeededGenerator(1_130)
    for round in 0..<400 {
      // A name has mostly values of one kind.
      let names = ["a", "b", "naam", "\\u00e9", "leeg"].shuffled(using: &random)
      let kinds = names.map { _ in (0..<2).map { _ in Self.values.randomElement(using: &random) ?? "" } }
      var text = ""
      for _ in 0..<Int.random(in: 0...25, using: &random) {
        let count = Int.random(in: 0...names.count, using: &random)
        let isNarrow = Bool.random(using: &random)
        let members = (0..<count).map {
          "\"\(names[$0])\":\(isNarrow ? "" : "\n")\(kinds[$0].randomElement(using: &random) ?? "1")"
        }
        text += "{" + members.joined(separator: isNarrow ? "," : ",\n") + "}\n"
        if Int.random(in: 0..<9, using: &random) == 0 { text += "\n  \n" }
      }
      switch Int.random(in: 0..<16, using: &random) {
      case 0: text += "[1]\n{\"a\":1}\n"
      case 1: text += "{\"a\":1,\"a\":2}\n{\"a\":1}\n"
      case 2: text += "{\"a\":1e999}\n{\"a\":1}\n"
      case 3: text += "{\"a\":\n"
      case 4: text += "{\"a\":1} {\"a\":2}"
      default: break
      }
      same(text, "round \(round)")
    }
  }

  @Test func `records that stand within others are none`() {
    let inner = (0..<40).map { "{\"a\":\($0)}" }.joined(separator: "\n,")
    same(
      "{\"k\":1,\"alles\":[\n\(inner)\n]}\n{\"k\":2}\n{\"k\":3,\"alles\":[\n\(inner)\n]}\n",
      "objects on lines of their own")
  }

  @Test func `who asks to stop is heard`() throws {
    let text = (0..<5_000).map { "{\"a\":\($0)}" }.joined(separator: "\n")
    for asLines in [true, false] {
      var reader = JSONTableReader(name: "a", asLines: asLines, isStrict: false)
      reader.pieceLength = 64
      let bytes = Array((asLines ? text : "[" + text.replacing("\n", with: ",") + "]").utf8)
      var parts: [Double] = []
      _ = try reader.read(bytes) { parts.append($0) }
      #expect(parts.count > 1 && parts == parts.sorted() && parts.allSatisfy { (0...1).contains($0) })
      #expect(throws: Interrupted.self) { try reader.read(bytes) { if $0 > 0 { throw Interrupted() } } }
    }
  }
}
