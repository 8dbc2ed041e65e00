@_spi(Host) import WorkbenchKit

/// The values of an expression over the rows of a table: one for each, or one for all.
enum Spread<Element: Sendable>: Sendable {
  case each([Element])
  case all(Element)

  @inline(__always)
  subscript(row: Int) -> Element {
    switch self {
    case .each(let values): values[row]
    case .all(let value): value
    }
  }

  /// The values, without saying again what is one for all rows.
  var given: [Element] {
    switch self {
    case .each(let values): values
    case .all(let value): [value]
    }
  }

  func values(_ count: Int) -> [Element] {
    switch self {
    case .each(let values): values
    case .all(let value): [Element](repeating: value, count: count)
    }
  }

  /// Makes something of each value, on all cores.
  ///
  /// - Parameters:
  ///   - check: asked often; what it throws ends the work.
  ///   - make: called from several threads at once.
  @inline(__always)
  func map<Made>(_ check: () throws -> Void, _ make: (Element) -> Made) throws -> Spread<Made> {
    switch self {
    case .each(let values): .each(try everyRow(values.count, check) { make(values[$0]) })
    case .all(let value): .all(make(value))
    }
  }

  /// Joins two row by row, as `map` does.
  @inline(__always)
  func with<Other, Made>(
    _ other: Spread<Other>, _ check: () throws -> Void, _ make: (Element, Other) -> Made
  ) throws -> Spread<Made> {
    switch (self, other) {
    case (.all(let left), .all(let right)): .all(make(left, right))
    case (.all(let left), .each(let right)): .each(try everyRow(right.count, check) { make(left, right[$0]) })
    case (.each(let left), .all(let right)): .each(try everyRow(left.count, check) { make(left[$0], right) })
    case (.each(let left), .each(let right)):
      .each(try everyRow(Swift.min(left.count, right.count), check) { make(left[$0], right[$0]) })
    }
  }
}

/// Makes something for each row, in pieces on all cores.
///
/// - Parameters:
///   - check: asked between handfuls of pieces; what it throws ends the work.
///   - make: called from several threads at once.
@inline(__always)
func everyRow<Made>(_ count: Int, _ check: () throws -> Void, _ make: (Int) -> Made) throws -> [Made] {
  try everyPiece(count, check) { piece, start in
    for row in piece { (start + row).initialize(to: make(row)) }
  }
}

/// Makes what there is for each row, in pieces on all cores.
///
/// - Parameters:
///   - check: asked between handfuls of pieces; what it throws ends the work.
///   - make: puts what is of a piece of the rows behind the start of all; called from several threads at once.
@inline(__always)
func everyPiece<Made>(
  _ count: Int, _ check: () throws -> Void, _ make: (Range<Int>, UnsafeMutablePointer<Made>) -> Void
) throws -> [Made] {
  try [Made](unsafeUninitializedCapacity: count) { rows, made in
    let start = rows.baseAddress
    LargePages.use(for: UnsafeMutableRawBufferPointer(rows))
    _ = try Cores.inPieces(
      count, of: 16_384,
      asking: { done throws in
        made = done
        try check()
      },
      { piece in if let start { make(piece, start) } })
    made = count
  }
}
