import TestSupport
import Testing

@testable @_spi(Host) import WorkbenchKit

/// Texts that stand as bytes are the same as an array of strings.
@Suite struct TextsTests {
  /// Empty, as long as a place holds and one byte more, letters of several bytes at that edge, one letter in two forms, and none.
  private static let words: [String?] = [
    nil, "", "a", "elf letters", "twaalftekens", "dertien teken", "elf lettersé", "tien leterë",
    "é", "e\u{301}", "👩‍👩‍👧", "🇳🇱 en nog wat daarachter", "een langere tekst die niet in een plaats past", "0344",
  ]

  private func random(_ count: Int, _ generator: inout SeededGenerator) -> [String?] {
    (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? nil }
  }

  /// To the byte.
  private func spelled(_ texts: some Sequence<String?>) -> [[UInt8]?] { texts.map { $0.map { Array($0.utf8) } } }

  @Test func `each comes back to the byte, at the edge of its place too`() {
    let texts = Texts(Self.words)
    #expect(spelled(texts) == spelled(Self.words))
    for count in 0...40 {
      let text = String(repeating: "x", count: count)
      #expect(Texts([text])[0] == text && Texts([text, nil])[1] == nil)
    }
    texts.withBytes { bytes in
      #expect(bytes.count == Self.words.count)
      for (row, word) in Self.words.enumerated() {
        #expect(bytes[row].map { Array($0) } == word.map { Array($0.utf8) })
      }
    }
    #expect(Self.words.indices.map(texts.isMissing) == Self.words.map { $0 == nil })
    #expect(Texts().isEmpty && Texts().areMissing && Texts([nil, nil]).areMissing && !Texts([nil, ""]).areMissing)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `what is done to them gives what it gives of strings`(seed: UInt64) {
    var generator = SeededGenerator(seed)
    var strings = random(Int.random(in: 0...40, using: &generator), &generator)
    var texts = Texts(strings)
    for _ in 0..<30 {
      let more = random(Int.random(in: 0...9, using: &generator), &generator)
      switch Int.random(in: 0..<7, using: &generator) {
      case 0:
        strings += more
        texts += Texts(more)
      case 1:
        let start = Int.random(in: 0...strings.count, using: &generator)
        let rows = start..<Int.random(in: start...strings.count, using: &generator)
        strings.replaceSubrange(rows, with: more)
        texts.replaceSubrange(rows, with: more)
      case 2 where !strings.isEmpty:
        let row = Int.random(in: strings.indices, using: &generator)
        strings[row] = more.first ?? nil
        texts[row] = more.first ?? nil
      case 3:
        let rows = (0..<Int.random(in: 0...60, using: &generator)).compactMap { _ in
          strings.indices.randomElement(using: &generator)
        }
        (strings, texts) = (rows.map { strings[$0] }, texts.rows(rows))
      case 4:
        let rows = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
          Bool.random(using: &generator) ? strings.indices.randomElement(using: &generator) : nil
        }
        (strings, texts) = (rows.map { $0.flatMap { strings[$0] } }, texts.rows(rows))
      case 5:
        for text in more {
          strings.append(text)
          var text = text
          text == nil ? texts.append(utf8: nil) : text?.withUTF8 { texts.append(utf8: $0) }
        }
      default:
        strings = more + strings
        texts = Texts(more) + texts
      }
      #expect(spelled(texts) == spelled(strings), "seed \(seed)")
      #expect(texts == Texts(strings) && texts.hashValue == Texts(strings).hashValue, "seed \(seed)")
    }
  }

  @Test func `they are equal as strings are, and same by their bytes`() {
    for one in Self.words {
      for other in Self.words {
        #expect((Texts([one]) == Texts([other])) == (one == other))
        if one == other { #expect(Texts([one]).hashValue == Texts([other]).hashValue) }
        let isSame = Texts([one, other]).withBytes { $0.areSame(0, 1) }
        #expect(isSame == (spelled([one]) == spelled([other])), "\(one ?? "-") \(other ?? "-")")
      }
    }
    #expect(Texts(["a"]) != Texts(["a", nil]) && Column.texts("x", ["é"]) == Column.texts("x", ["e\u{301}"]))
  }

  @Test func `pieces are joined where they stand`() {
    var generator = SeededGenerator(9)
    for _ in 0..<40 {
      let pieces = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        random(Int.random(in: 0...9, using: &generator), &generator)
      }
      var (places, heaps, rows): ([Texts.Place], [[UInt8]], [Range<Int>]) = ([], [], [])
      for piece in pieces {
        var heap: [UInt8] = []
        rows.append(places.count..<places.count + piece.count)
        for var text in piece { places.append(text?.withUTF8 { Texts.place(of: $0, in: &heap) } ?? .missing) }
        heaps.append(heap)
      }
      let joined = Texts(joining: places, heaps: heaps, rows: rows)
      #expect(spelled(joined) == spelled(pieces.flatMap(\.self)))
    }
  }

  @Test func `texts go to the rows they are said to be of`() {
    let texts: Texts = ["a", "een tekst die langer is", nil]
    #expect(spelled(texts.spread([1, 3, 4], 6)) == spelled([nil, "a", nil, "een tekst die langer is", nil, nil]))
    #expect(spelled(texts.spread(nil, 4)) == spelled(["a", "een tekst die langer is", nil, nil]))
    #expect(texts.spread(nil, 3) == texts)
  }
}
