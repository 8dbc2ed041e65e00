import Layers

/// The header of a geometry in a GeoPackage (OGC 12-128r18, 2.1.3).
struct GeometryBlob: Hashable {
  /// The number that its reference system has in the file.
  let system: Int32
  /// Whether it is said to hold nothing.
  let isEmpty: Bool
  /// Where well-known binary begins.
  let start: Int

  /// Reads the header; nil where the bytes have none, or announce a geometry of somebody's own making.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"), bytes[2] == 0 else {
      return nil
    }
    let flags = bytes[3]
    let isOwn = flags & 0b10_0000 != 0
    let envelopes = [0, 32, 48, 48, 64]
    let envelope = Int(flags >> 1 & 0b111)
    guard !isOwn, envelope < envelopes.count else { return nil }
    let bits = bytes.loadUnaligned(fromByteOffset: 4, as: Int32.self)
    system = flags & 1 == 1 ? Int32(littleEndian: bits) : Int32(bigEndian: bits)
    isEmpty = flags & 0b1_0000 != 0
    start = 8 + envelopes[envelope]
    guard start <= bytes.count else { return nil }
  }

  /// Where in a blob the place stands, and whether it names another reference system than this.
  static func place(_ bytes: UnsafeRawBufferPointer, of system: Int) -> (OutlineColumn.Place, isStranger: Bool) {
    guard !bytes.isEmpty else { return (.none, false) }
    guard let blob = GeometryBlob(bytes) else { return (.damaged, false) }
    // What is said to be empty may have no more bytes, or an empty polygon, or a point of NaN.
    return (blob.isEmpty ? .none : .binary(bytes, from: blob.start), Int(blob.system) != system)
  }
}
