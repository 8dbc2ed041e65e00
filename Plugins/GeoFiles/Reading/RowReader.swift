import Layers
import WorkbenchKit

/// Takes the rows of a layer out of the child's bytes: see `RowBytes` of `Sources/leerkring-geo`.
struct RowReader {
  private(set) var buffers: [ColumnBuffer]
  private(set) var outlines: OutlineColumn?
  private(set) var rows = 0
  /// How many texts have bytes that are no letters.
  private(set) var unreadableTexts = 0

  private let limits: LayerLimits
  private var textBytes = 0

  /// - Parameters:
  ///   - layer: as it was described.
  ///   - withFields: whether the rows have values before their places.
  init(_ layer: ToldLayer, withFields: Bool, limits: LayerLimits = LayerLimits()) {
    buffers = withFields ? layer.fields.map { ColumnBuffer($0.name, $0.kind) } : []
    outlines = layer.layer.geometry.map { _ in OutlineColumn(most: limits.points) }
    self.limits = limits
  }

  /// More than is kept.
  struct TooLarge: Error {}

  /// Takes the next row.
  ///
  /// - Throws: `ChildEnd.rubbish`, `TooLarge`.
  mutating func take(_ row: UnsafeRawBufferPointer) throws {
    rows += 1
    guard rows <= limits.cells / max(buffers.count, 1) else { throw TooLarge() }
    var bytes = ByteCursor(row)
    for index in buffers.indices {
      let before = buffers[index].textBytes
      switch try bytes.byte() {
      case 0: buffers[index].appendMissing()
      case 1: buffers[index].append(whole: Int64(bitPattern: try bytes.eight()))
      case 2:
        let number = Double(bitPattern: try bytes.eight())
        if number.isNaN { buffers[index].appendMissing() } else { buffers[index].append(number) }
      case 3: buffers[index].append(text(try bytes.run()))
      case 4: buffers[index].appendBinary()
      default: throw ChildEnd.rubbish
      }
      textBytes += buffers[index].textBytes - before
    }
    guard textBytes <= limits.textBytes else { throw TooLarge() }
    if outlines != nil { try takePlace(&bytes) }
    guard bytes.isAtEnd else { throw ChildEnd.rubbish }
  }

  private mutating func takePlace(_ bytes: inout ByteCursor) throws {
    let marks = try bytes.byte()
    let binary = try bytes.run()
    let place: OutlineColumn.Place =
      marks & 2 != 0 ? .damaged : binary.isEmpty ? .none : .binary(binary, from: 0)
    do { try outlines?.append(place, hadArcs: marks & 1 != 0) } catch { throw TooLarge() }
  }

  private mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    unreadableTexts += 1
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A place in bytes of which nothing is believed before it is there.
struct ByteCursor {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws -> UInt8 { try take(1)[0] }

  mutating func eight() throws -> UInt64 {
    UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
  }

  /// As many bytes as the four before them say.
  mutating func run() throws -> UnsafeRawBufferPointer {
    let count = UInt32(littleEndian: try take(4).loadUnaligned(as: UInt32.self))
    return try take(Int(count))
  }

  private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count <= bytes.count - position else { throw ChildEnd.rubbish }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }
}
