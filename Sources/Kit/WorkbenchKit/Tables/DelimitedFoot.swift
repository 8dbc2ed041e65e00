/// The lines below a table that say where it comes from: `Bron: CBS`, `© CBS`, `Voetnoot: …`.
struct DelimitedFoot {
  /// The byte after the last line of the table.
  let end: Int
  /// The lines below, in their order.
  let lines: [String]

  private static let signs = [
    "bron", "source", "©", "(c)", "copyright", "noot", "voetnoot", "voetnoten", "note", "notes", "footnote",
    "toelichting", "gedownload", "downloaded",
  ]
  private static let linesLookedAt = 20
  private static let longest = 4096

  /// How much of a stored text is looked at: as many lines as there may be, as long as they may be.
  private static let bytesLookedAt = (linesLookedAt + 1) * (longest + 1)

  /// Goes up from the last line as long as a line holds nothing but a sentence that begins as one about the source.
  ///
  /// - Parameters:
  ///   - width: how many columns the table has; a single one has no line below it that is no row.
  ///   - start: where the table begins.
  /// - Throws: what reading the bytes throws.
  init(_ source: TextSource, from start: Int, delimiter: UInt8, width: Int) throws {
    let first = source.isStored ? max(start, source.count - Self.bytesLookedAt) : 0
    self = try source.with(first..<source.count) {
      DelimitedFoot($0, from: max(start, first) - first, behind: first, delimiter: delimiter, width: width)
    }
  }

  private init(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, behind offset: Int, delimiter: UInt8, width: Int
  ) {
    var end = buffer.count
    var found: [String] = []
    while width > 1, found.count < Self.linesLookedAt {
      var last = end
      while last > start, buffer[last - 1] == 0x0A || buffer[last - 1] == 0x0D { last -= 1 }
      var first = last
      while first > start, buffer[first - 1] != 0x0A, buffer[first - 1] != 0x0D, last - first <= Self.longest {
        first -= 1
      }
      let line = UnsafeBufferPointer(rebasing: buffer[first..<last])
      // A quote that is open belongs to a cell that began on a line above.
      guard first > start, last > first, line.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 0,
        let said = Self.sentence(buffer, first, last, delimiter, width)
      else { break }
      found.insert(said, at: 0)
      end = first
    }
    self.end = offset + (found.isEmpty ? buffer.count : end)
    lines = found
  }

  private static func sentence(
    _ bytes: UnsafeBufferPointer<UInt8>, _ first: Int, _ last: Int, _ delimiter: UInt8, _ width: Int
  ) -> String? {
    let part = UnsafeBufferPointer(rebasing: bytes[first..<last])
    guard let line = DelimitedLines(part, from: 0, delimiter: delimiter).lines.first else { return nil }
    let lowered = line.cells[0].lowercased()
    guard let sign = signs.first(where: { lowered.hasPrefix($0) }) else { return nil }
    let next = lowered.dropFirst(sign.count).first
    let isShort = line.cells.count < width
    // The separator may stand within the sentence: `Bron: CBS, RIVM`.
    let isSentence = line.filled == 1 || isShort && next == ":"
    // As long as a row, it may begin as no name of a row does.
    let begins = isShort ? next.map { !$0.isLetter && !$0.isNumber } ?? true : next == ":" || sign == "©"
    return isSentence && begins ? String(decoding: part, as: UTF8.self).trimmedOfPadding : nil
  }
}
