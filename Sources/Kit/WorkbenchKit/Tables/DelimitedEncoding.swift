/// Brings the bytes of a file to UTF-8, or says why they are no text.
enum DelimitedEncoding {
  /// Returns UTF-8 and the byte after its byte order mark.
  static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding?, _ problems: DelimitedProblems
  ) throws -> (bytes: [UInt8], start: Int) {
    let start = try start(bytes, problems)
    // A byte order mark is believed above what was said.
    let encoding = start == 0 ? encoding ?? .utf8 : .utf8
    try demandText(TextSource(bytes), problems, as: encoding)
    return encoding == .utf8 ? (bytes, start) : (utf8(fromWindows: bytes), start)
  }

  /// Returns the byte after the byte order mark.
  ///
  /// - Parameter beginning: the first four bytes, or more.
  /// - Throws: `file.empty`, `file.xlsx`, `file.encoding`.
  static func start(_ beginning: [UInt8], _ problems: DelimitedProblems) throws -> Int {
    if beginning.isEmpty { throw problems.empty() }
    if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw problems.spreadsheet() }
    if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) { throw problems.utf16() }
    return beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// - Throws: `file.nul`, `file.encoding`; what reading the bytes throws.
  static func demandText(
    _ source: TextSource, _ problems: DelimitedProblems, as encoding: TextEncoding = .utf8
  ) throws {
    if let nul = try source.first(firstNul) { throw problems.nul(line: source.line(of: nul)) }
    guard encoding == .utf8, let invalid = try source.first(firstInvalid) else { return }
    let byte = try source.with(invalid..<min(source.count, invalid + 1)) { $0.first ?? 0 }
    throw problems.notUTF8(at: invalid, byte: byte, line: source.line(of: invalid))
  }

  /// Whether bytes that begin and end with a character are UTF-8 without NUL.
  static func isText(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    return firstNul(bytes) == nil && firstInvalid(bytes) == nil
  }

  private static func firstNul(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let buffer = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 8 <= buffer.count {
      let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word.marking(0) != 0 { break }
      index += 8
    }
    return buffer[index...].firstIndex(of: 0)
  }

  private static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: Span(_unsafeElements: bytes))
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The characters of Windows-1252 from 0x80 on; its five empty places stand for the control characters themselves, as
  /// browsers take them (WHATWG Encoding).
  private static let windows: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func utf8(fromWindows bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let code = byte < 0xA0 ? windows[Int(byte) - 0x80] : UInt16(byte)
        if code >= 0x800 {
          result.append(UInt8(truncatingIfNeeded: 0xE0 | code >> 12))
          result.append(UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F))
        } else {
          result.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
        }
        result.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
      }
    }
    return result
  }
}
