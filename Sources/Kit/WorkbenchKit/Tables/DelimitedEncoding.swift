/// Brings the bytes of a file to UTF-8, or says why they are no text.
enum DelimitedEncoding {
  /// Returns UTF-8 and the byte after its byte order mark.
  static func decode(
    _ bytes: [UInt8], as encoding: TextEncoding?, _ problems: DelimitedProblems
  ) throws -> (bytes: [UInt8], start: Int) {
    if bytes.isEmpty { throw problems.empty() }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw problems.spreadsheet() }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw problems.utf16() }
    if let nul = firstNul(bytes) { throw problems.nul(at: nul, bytes) }
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    if encoding == .cp1252, !isMarked { return (utf8(fromWindows: bytes), 0) }
    if let (offset, byte) = firstInvalid(bytes) { throw problems.notUTF8(at: offset, byte: byte, bytes) }
    return (bytes, isMarked ? 3 : 0)
  }

  private static func firstNul(_ bytes: [UInt8]) -> Int? {
    first(in: bytes) { part in
      part.withUnsafeBytes { buffer -> Int? in
        var index = 0
        while index + 8 <= buffer.count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if word.marking(0) != 0 { break }
          index += 8
        }
        return buffer[index...].firstIndex(of: 0)
      }
    }
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> (offset: Int, byte: UInt8)? {
    let offset = first(in: bytes) { part -> Int? in
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: part.span)
        return nil
      } catch {
        return error.byteOffsets.lowerBound
      }
    }
    return offset.map { ($0, bytes.indices.contains($0) ? bytes[$0] : 0) }
  }

  /// Looks for the first place of something, on all cores; no part begins within a character.
  private static func first(in bytes: [UInt8], _ place: (ArraySlice<UInt8>) -> Int?) -> Int? {
    let size = 1 << 20
    var starts = Array(stride(from: 0, to: bytes.count, by: size))
    for part in starts.indices.dropFirst() {
      // Of a character at most three bytes lie behind its first.
      for _ in 0..<3 where starts[part] < bytes.count && bytes[starts[part]] & 0xC0 == 0x80 { starts[part] += 1 }
    }
    return Cores.map(starts.count) { part -> Int? in
      let end = part + 1 < starts.count ? starts[part + 1] : bytes.count
      return place(bytes[starts[part]..<end]).map { $0 + starts[part] }
    }.lazy.compactMap(\.self).first
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
