@_spi(Host) import WorkbenchKit

/// Texts over the rows of a table: one for each, or one for all.
enum Words: Sendable {
  case each(Texts)
  case all(String?)

  /// Makes texts of what was worked out for each row.
  init(_ spread: Spread<String?>) {
    switch spread {
    case .each(let values): self = .each(Texts(values))
    case .all(let value): self = .all(value)
    }
  }

  /// The same as values.
  var spread: Spread<String?> {
    switch self {
    case .each(let texts): .each(Array(texts))
    case .all(let text): .all(text)
    }
  }

  func values(_ count: Int) -> Texts {
    switch self {
    case .each(let texts): texts
    case .all(let text): Texts(repeating: text, count: count)
    }
  }

  /// Makes something of each text, on all cores.
  ///
  /// - Parameters:
  ///   - check: asked often; what it throws ends the work.
  ///   - make: called from several threads at once.
  @inline(__always)
  func map<Made>(_ check: () throws -> Void, _ make: (String?) -> Made) throws -> Spread<Made> {
    switch self {
    case .each(let texts): .each(try everyRow(texts.count, check) { make(texts[$0]) })
    case .all(let text): .all(make(text))
    }
  }

  /// Makes something of the bytes of each text, as `map` does.
  @inline(__always)
  func mapBytes<Made>(
    _ check: () throws -> Void, _ make: (UnsafeBufferPointer<UInt8>?) -> Made
  ) throws -> Spread<Made> {
    switch self {
    case .each(let texts):
      return .each(
        try texts.withBytes { bytes in try everyRow(bytes.count, check) { make(bytes[$0]) } })
    case .all(var text): return .all(text?.withUTF8(make) ?? make(nil))
    }
  }

  /// Joins two row by row, as `map` does.
  @inline(__always)
  func with<Made>(
    _ other: Words, _ check: () throws -> Void, _ make: (String?, String?) -> Made
  ) throws -> Spread<Made> {
    switch (self, other) {
    case (.all(let left), .all(let right)): .all(make(left, right))
    case (.all(let left), .each(let right)): .each(try everyRow(right.count, check) { make(left, right[$0]) })
    case (.each(let left), .all(let right)): .each(try everyRow(left.count, check) { make(left[$0], right) })
    case (.each(let left), .each(let right)):
      .each(try everyRow(min(left.count, right.count), check) { make(left[$0], right[$0]) })
    }
  }

  /// For each row whether its text is equal to another; nil where there is none.
  func equal(_ sought: String, _ check: () throws -> Void) throws -> Spread<Bool?> {
    var sought = sought
    let copy = sought
    return try sought.withUTF8 { sought in
      let isASCII = sought.allSatisfy { $0 < 0x80 }
      return try mapBytes(check) { text -> Bool? in
        guard let text else { return nil }
        if text.count == sought.count, text.elementsEqual(sought) { return true }
        // One letter may stand as several signs, or as another that counts as the same.
        return isASCII && text.allSatisfy { $0 < 0x80 } ? false : String(decoding: text, as: UTF8.self) == copy
      }
    }
  }
}
