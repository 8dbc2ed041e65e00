import CZlib

/// Compresses the bytes of one part of an archive as they come (RFC 1951).
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  private var room = [UInt8](repeating: 0, count: 1 << 16)
  /// The checksum of all bytes that came.
  private(set) var checksum: UInt32 = 0
  /// How many bytes came.
  private(set) var size: UInt64 = 0

  /// - Returns: nil where there is no memory for it.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Rows of cells become no smaller by level 6, and take twice as long. No header: the archive has its own.
    let status = deflateInit2_(
      stream, 4, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Takes more bytes, and adds to `output` what is ready of them.
  ///
  /// - Parameter isLast: whether nothing comes after them; all is ready then.
  func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    size += UInt64(bytes.count)
    // Without an address zlib begins the checksum anew.
    if let start = bytes.baseAddress, !bytes.isEmpty {
      checksum = UInt32(truncatingIfNeeded: crc32_z(uLong(checksum), start, bytes.count))
    }
    // zlib counts in 32 bits.
    var rest = bytes
    repeat {
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(piece.count))
      stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
      stream.pointee.avail_in = uInt(piece.count)
      drain(isLast && rest.isEmpty ? Z_FINISH : Z_NO_FLUSH, into: &output)
    } while !rest.isEmpty
    stream.pointee.next_in = nil
  }

  private func drain(_ flush: Int32, into output: inout [UInt8]) {
    var isFull = true
    while isFull {
      room.withUnsafeMutableBufferPointer { room in
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = uInt(room.count)
        deflate(stream, flush)
        isFull = stream.pointee.avail_out == 0
        output.append(contentsOf: room.prefix(room.count - Int(stream.pointee.avail_out)))
      }
    }
  }
}
