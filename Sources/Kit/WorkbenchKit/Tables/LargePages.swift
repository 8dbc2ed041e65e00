import Glibc

/// Memory in large pages, which the system hands out with fewer calls.
@_spi(Host) public enum LargePages {
  private static let size = 2 << 20

  /// Asks for large pages where some memory is large enough to have them; where the system has none nothing changes.
  ///
  /// - Parameter memory: in which nothing was put yet.
  public static func use(for memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress, memory.count >= 2 * size else { return }
    let first = start.alignedUp(toMultipleOf: size)
    let end = (start + memory.count).alignedDown(toMultipleOf: size)
    if first < end { madvise(first, end - first, Int32(MADV_HUGEPAGE)) }
  }
}
