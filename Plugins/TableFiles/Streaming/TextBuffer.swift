/// Collects the text of one element; its memory is taken once and holds the longest text that a cell may have.
final class TextBuffer {
  private let memory: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private let problem: SourceProblem
  private let limits: SourceLimits
  private(set) var count = 0

  init(_ limits: SourceLimits, _ problem: SourceProblem) {
    self.limits = limits
    self.problem = problem
    capacity = max(1, limits.cell)
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// What was collected; until the next change.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  func clear() { count = 0 }

  /// - Throws: `source.cell` where it becomes longer than a cell may be.
  func append(_ text: UnsafeBufferPointer<UInt8>) throws {
    guard let start = text.baseAddress else { return }
    guard text.count <= capacity - count else { throw problem.tooLongCell(limits) }
    (memory + count).update(from: start, count: text.count)
    count += text.count
  }

  /// - Throws: `source.cell` where it becomes longer than a cell may be.
  func append(_ byte: UInt8, times: Int = 1) throws {
    guard times <= capacity - count else { throw problem.tooLongCell(limits) }
    for _ in 0..<max(0, times) {
      memory[count] = byte
      count += 1
    }
  }
}
