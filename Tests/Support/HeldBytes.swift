import Synchronization
import WorkbenchKit

/// Bytes in memory that are read as if they were stored.
public final class HeldBytes: StoredBytes {
  private let bytes: [UInt8]
  private let state = Mutex((reads: 0, left: Int?.none))

  /// - Parameter bytes: what stands there.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var count: Int { bytes.count }
  /// How often they were read.
  public var reads: Int { state.withLock { $0.reads } }
  /// How often they can still be read; nil is always.
  public var left: Int? {
    get { state.withLock { $0.left } }
    set { state.withLock { $0.left = newValue } }
  }

  public func read(from start: Int, into buffer: UnsafeMutableRawBufferPointer) throws {
    let isThere = state.withLock { state in
      state.reads += 1
      guard let left = state.left else { return true }
      state.left = left - 1
      return left > 0
    }
    guard isThere else { throw Diagnostic("file.changed", .verbatim("")) }
    buffer.copyBytes(from: bytes[start..<start + buffer.count])
  }

  public func demandUnchanged() throws {}
  public func sha256() throws -> String { "0" }
}
