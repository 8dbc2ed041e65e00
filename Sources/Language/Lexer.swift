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

  private let line: SourceLine
  private let bytes: [UInt8]
  private var offset = 0

  public init(_ line: SourceLine) {
    self.line = line
    bytes = Array(line.text.utf8)
  }

  /// Returns all tokens of the line.
  ///
  /// - Throws: `Incomplete` where a quote is open or a backslash ends it, `syntax.escape`.
  public mutating func tokens() throws -> [Token] {
    var tokens: [Token] = []
    while offset < bytes.count {
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
        tokens.append(.pipe(offset..<offset + 1))
        offset += 1
      default:
        tokens.append(.word(try word()))
      }
    }
    return tokens
  }

  private func isContinuation(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  }

  private mutating func word() throws -> Word {
    let start = offset
    var pieces: [Word.Piece] = []
    var run = offset
    var isQuoted = false
    func close(_ end: Int, into pieces: inout [Word.Piece]) {
      if end > run { pieces.append(.literal(String(decoding: bytes[run..<end], as: UTF8.self))) }
    }
    scan: while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "|"):
        break scan
      case UInt8(ascii: "\\"):
        if isContinuation(offset) { break scan }
        if offset == bytes.count - 1 { throw Incomplete.backslash(at: offset) }
        offset += 1
      case UInt8(ascii: "'"):
        close(offset, into: &pieces)
        pieces.append(.literal(try singleQuoted()))
        isQuoted = true
        run = offset
      case UInt8(ascii: "\""):
        close(offset, into: &pieces)
        try doubleQuoted(into: &pieces)
        isQuoted = true
        run = offset
      case UInt8(ascii: "`"):
        offset = try closing(UInt8(ascii: "`"), from: offset) + 1
      case UInt8(ascii: "$"):
        if let name = variable(at: offset) {
          close(offset, into: &pieces)
          pieces.append(name.piece)
          offset = name.end
          run = offset
        } else {
          offset += 1
        }
      default:
        offset += 1
      }
    }
    close(offset, into: &pieces)
    let beginsBare = bytes[start] != UInt8(ascii: "'") && bytes[start] != UInt8(ascii: "\"")
    return Word(pieces: pieces, range: start..<offset, isQuoted: isQuoted, beginsBare: beginsBare)
  }

  private func closing(_ quote: UInt8, from open: Int) throws -> Int {
    guard let end = bytes[(open + 1)...].firstIndex(of: quote) else { throw Incomplete.quote(quote, at: open) }
    return end
  }

  private mutating func singleQuoted() throws -> String {
    let end = try closing(UInt8(ascii: "'"), from: offset)
    defer { offset = end + 1 }
    return String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
  }

  private mutating func doubleQuoted(into pieces: inout [Word.Piece]) throws {
    let open = offset
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        pieces.append(.literal(String(decoding: text, as: UTF8.self)))
        return
      case UInt8(ascii: "\\"):
        try text.append(contentsOf: escape())
      case UInt8(ascii: "$"):
        if let name = variable(at: offset) {
          if !text.isEmpty { pieces.append(.literal(String(decoding: text, as: UTF8.self))) }
          text = []
          pieces.append(name.piece)
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
    throw Incomplete.quote(UInt8(ascii: "\""), at: open)
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
