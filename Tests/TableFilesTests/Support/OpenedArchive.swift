import CZip

/// A zip archive as libzip reads it, checked as strictly as it can.
struct OpenedArchive {
  private(set) var names: [String] = []
  private(set) var parts: [String: [UInt8]] = [:]

  init?(_ bytes: [UInt8]) {
    var error = zip_error_t()
    let result = bytes.withUnsafeBytes { raw -> (names: [String], parts: [String: [UInt8]])? in
      guard let source = zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, &error),
        let archive = zip_open_from_source(source, ZIP_CHECKCONS | ZIP_RDONLY, &error)
      else { return nil }
      defer { zip_discard(archive) }
      var names: [String] = []
      var parts: [String: [UInt8]] = [:]
      for index in 0..<zip_get_num_entries(archive, 0) {
        guard let name = zip_get_name(archive, UInt64(index), 0), let file = zip_fopen_index(archive, UInt64(index), 0)
        else { return nil }
        var part: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = zip_fread(file, &piece, UInt64(piece.count))
          guard count >= 0 else { return nil }
          if count == 0 { break }
          part += piece[..<Int(count)]
        }
        // Closing compares the checksum.
        guard zip_fclose(file) == 0 else { return nil }
        names.append(String(cString: name))
        parts[String(cString: name)] = part
      }
      return (names, parts)
    }
    guard let result else { return nil }
    (names, parts) = result
  }

  func text(_ name: String) -> String { String(decoding: parts[name] ?? [], as: UTF8.self) }

  /// The rows of a sheet.
  func rows(_ number: Int = 1) -> String {
    let text = text("xl/worksheets/sheet\(number).xml")
    guard let start = text.range(of: "<sheetData>"), let end = text.range(of: "</sheetData>") else { return "" }
    return String(text[start.upperBound..<end.lowerBound])
  }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
