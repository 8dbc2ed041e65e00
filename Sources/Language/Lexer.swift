import WorkbenchKit

/// Takes a line apart into words and pipes (shell.md 1): `'…'` is literal, `"…"` knows escapes and `$name`, a backtick
/// protects a column's name, `#` at the beginning of a word starts a comment.
public struct Lexer {
  public enum Token: Sendable, Hashable {
    case word(Word)
    case pipe(Range<Int>)
  }

  /// Why a line cannot end here.
  public enum Incomplete: Error, Sendable, Hashable {
    case quote(UInt8, at: Int)
    case backslash(at: Int)
  }

  /// A word that has begun and not ended.
  private struct Begun {
    let start: Int
    var pieces: [Word.Piece] = []
    /// Where the literal begins that is not yet among the pieces.
    var run: Int
    var isQuoted = false
  }

  /// A quote that is not closed yet.
  private struct Open {
    let quote: UInt8
    let at: Int
    /// What stands in a double one since the last piece, its escapes resolved.
    var text: [UInt8] = []
  }

  private let first: SourceLine
  private var bytes: [UInt8]
  private var offset = 0
  private var found: [Token] = []
  private var begun: Begun?
  private var open: Open?
  private var isContinued = false

  public init(_ line: SourceLine) {
    first = line
    bytes = Array(line.text.utf8)
  }

  /// The line with all that was appended to it.
  public var line: SourceLine {
    guard isContinued else { return first }
    return SourceLine(
      String(decoding: bytes, as: UTF8.self), source: first.source, number: first.number, via: first.via)
  }

  /// Adds a physical line; what was read before it is not read again.
  public mutating func append(_ physical: String) {
    isContinued = true
    bytes.append(0x0A)
    bytes += physical.utf8
  }

  /// Returns all tokens of the line.
  ///
  /// - Throws: `Incomplete` where a quote is open or a backslash ends it, after which lines may be appended;
  ///   `syntax.escape`.
  public mutating func tokens() throws -> [Token] {
    while begun != nil || offset < bytes.count {
      if begun != nil {
        found.append(.word(try word()))
        continue
      }
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D:
        offset += 1
      case UInt8(ascii: "\\") where isContinuation(offset):
        offset += 1
      case UInt8(ascii: "\\") where offset == bytes.count - 1:
        throw Incomplete.backslash(at: offset)
      case UInt8(ascii: "#"):
        while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      case UInt8(ascii: "|"):
        found.append(.pipe(offset..<offset + 1))
        offset += 1
      default:
        begun = Begun(start: offset, run: offset)
      }
    }
    return found
  }

  /// The tokens of a line of bare words with nothing in them that means more, as most are; nil for any other line.
  static func bareWords(_ line: String) -> [Token]? {
    var text = line
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      tokens.reserveCapacity(6)
      var start: Int?
      func end(_ offset: Int) {
        guard let begin = start else { return }
        let word = String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<offset]), as: UTF8.self)
        tokens.append(.word(Word(pieces: [.literal(word)], range: begin..<offset)))
        start = nil
      }
      for (offset, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): end(offset)
        case 0x0A, 0x0D, UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "'"),
          UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "$"):
          return nil
        default: start = start ?? offset
        }
      }
      end(bytes.count)
      return tokens
    }
  }

  private func isContinuation(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  }

  private mutating func word() throws -> Word {
    if open != nil { try close() }
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "|"):
        break scan
      case UInt8(ascii: "\\"):
        if isContinuation(offset) { break scan }
        if offset == bytes.count - 1 { throw Incomplete.backslash(at: offset) }
        offset += 1
      case UInt8(ascii: "'") where isApostrophe(offset):
        offset += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        endLiteral(offset)
        begun?.isQuoted = true
        try openQuote()
      case UInt8(ascii: "`"):
        try openQuote()
      case UInt8(ascii: "$"):
        if let name = variable(at: offset) {
          endLiteral(offset)
          begun?.pieces.append(name.piece)
          offset = name.end
          begun?.run = offset
        } else {
          offset += 1
        }
      default:
        offset += 1
      }
    }
    endLiteral(offset)
    let whole = begun ?? Begun(start: offset, run: offset)
    begun = nil
    let beginsBare = bytes[whole.start] != UInt8(ascii: "'") && bytes[whole.start] != UInt8(ascii: "\"")
    return Word(
      pieces: whole.pieces, range: whole.start..<offset, isQuoted: whole.isQuoted, beginsBare: beginsBare)
  }

  /// Whether the sign is the apostrophe of a Dutch word and opens no quote: at the beginning of `'s-Gravenhage` and
  /// `'t Zand`, within `foto's`. It opens one where a partner on its own line ends a word: `'s-Gravenhage'`.
  private func isApostrophe(_ index: Int) -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != UInt8(ascii: "'") { end += 1 }
    let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: "'") && endsWord(end + 1)
    guard !isClosed, index + 1 < end, isLetter(bytes[index + 1]) else { return false }
    if let start = begun?.start, start < index { return isLetter(bytes[index - 1]) }
    let isShort = [UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "n")].contains(bytes[index + 1] | 0x20)
    return isShort && index + 2 < end && [0x20, UInt8(ascii: "-")].contains(bytes[index + 2])
  }

  private func endsWord(_ index: Int) -> Bool {
    index == bytes.count || [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "|")].contains(bytes[index])
  }

  /// Whether the byte is a letter, or part of one beyond ASCII.
  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Makes a piece of the bare literal that ends here, if there is one.
  private mutating func endLiteral(_ end: Int) {
    guard let run = begun?.run, end > run else { return }
    begun?.pieces.append(.literal(String(decoding: bytes[run..<end], as: UTF8.self)))
  }

  private mutating func openQuote() throws {
    open = Open(quote: bytes[offset], at: offset)
    offset += 1
    try close()
  }

  /// Reads on to the end of the open quote and behind it.
  private mutating func close() throws {
    guard let quote = open?.quote, let at = open?.at else { return }
    if quote == UInt8(ascii: "\"") {
      try closeDouble()
      begun?.run = offset
    } else {
      guard let end = bytes[offset...].firstIndex(of: quote) else {
        offset = bytes.count
        throw Incomplete.quote(quote, at: at)
      }
      offset = end + 1
      if quote == UInt8(ascii: "'") {
        begun?.pieces.append(.literal(String(decoding: bytes[(at + 1)..<end], as: UTF8.self)))
        begun?.run = offset
      }
    }
    open = nil
  }

  private mutating func closeDouble() throws {
    var text = open?.text ?? []
    defer { open?.text = text }
    open?.text = []
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        begun?.pieces.append(.literal(String(decoding: text, as: UTF8.self)))
        return
      case UInt8(ascii: "\\"):
        try text.append(contentsOf: escape())
      case UInt8(ascii: "$"):
        if let name = variable(at: offset) {
          if !text.isEmpty { begun?.pieces.append(.literal(String(decoding: text, as: UTF8.self))) }
          text = []
          begun?.pieces.append(name.piece)
          offset = name.end
        } else {
          text.append(byte)
          offset += 1
        }
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw Incomplete.quote(UInt8(ascii: "\""), at: open?.at ?? offset)
  }

  private mutating func escape() throws -> [UInt8] {
    let start = offset
    guard offset + 1 < bytes.count else { throw Incomplete.quote(UInt8(ascii: "\""), at: start) }
    let byte = bytes[offset + 1]
    offset += 2
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"): return [byte]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case 0x0A: return []
    case UInt8(ascii: "u"):
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "{"),
        let end = bytes[offset...].prefix(12).firstIndex(of: UInt8(ascii: "}")),
        let code = UInt32(String(decoding: bytes[(offset + 1)..<end], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        offset = end + 1
        return Array(String(Character(scalar)).utf8)
      }
    default: break
    }
    throw Diagnostic(
      "syntax.escape",
      Text(
        nl: "'\\\(Character(Unicode.Scalar(byte)))' betekent niets binnen \"…\"",
        en: "'\\\(Character(Unicode.Scalar(byte)))' means nothing inside \"…\""),
      wayOut: Text(
        nl: "binnen \"…\" gelden \\\" \\\\ \\n \\t \\$ en \\u{…}; tussen '…' staat alles zoals het is",
        en: "inside \"…\" there are \\\" \\\\ \\n \\t \\$ and \\u{…}; between '…' all stands as it is"),
      place: line.place(start..<start + 2))
  }

  private func variable(at dollar: Int) -> (piece: Word.Piece, end: Int)? {
    var end = dollar + 1
    while end < bytes.count, Self.isNameByte(bytes[end]), end > dollar + 1 || !(48...57).contains(bytes[end]) {
      end += 1
    }
    guard end > dollar + 1 else { return nil }
    return (.variable(String(decoding: bytes[(dollar + 1)..<end], as: UTF8.self), dollar..<end), end)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 32 >= 97 && byte | 32 <= 122 || byte == 95 || byte >= 48 && byte <= 57 || byte >= 0x80
  }
}
