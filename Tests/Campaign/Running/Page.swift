import Glibc

/// Counts that outlive the process that counts: memory that it shares with the one that looks on.
final class Page: @unchecked Sendable {
  /// What is counted.
  enum Figure: Int, CaseIterable, Sendable {
    /// The round that is going on.
    case round
    case kills, lines, faults, cuts, flips, inputs, large
  }

  /// How many kinds of input can be told apart.
  static let families = 64
  private static let size = 4096
  private let counts: UnsafeMutablePointer<Int>

  /// - Throws: `Finding` where there is no such memory.
  init(_ path: String) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    guard file >= 0, ftruncate(file, Self.size) == 0,
      let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), memory != MAP_FAILED
    else { throw Finding(kind: .wrong, text: "no memory can be shared through \(path)") }
    counts = memory.bindMemory(to: Int.self, capacity: Self.size / MemoryLayout<Int>.size)
  }

  subscript(figure: Figure) -> Int {
    get { counts[figure.rawValue] }
    set { counts[figure.rawValue] = newValue }
  }

  /// How many inputs of a family there were.
  subscript(family family: Int) -> Int {
    get { counts[Figure.allCases.count + family] }
    set { counts[Figure.allCases.count + family] = newValue }
  }
}
