/// Steps in order, of which a copy with one more costs the same however many there are.
///
/// A workspace is a value, and each step makes a new one while the old one still stands: one array would be copied whole
/// for every step. Full chunks are shared between copies; only the last, unfinished one is copied.
public struct StepList: Sendable, RandomAccessCollection {
  private static let chunkLength = 256

  /// All of `chunkLength`.
  private var chunks: [[Step]] = []
  /// Fewer than `chunkLength`, or none.
  private var tail: [Step] = []

  public init(_ steps: some Sequence<Step> = []) { for step in steps { append(step) } }

  public var startIndex: Int { 0 }
  public var endIndex: Int { chunks.count * Self.chunkLength + tail.count }

  public subscript(position: Int) -> Step {
    let chunk = position / Self.chunkLength
    return chunk < chunks.count ? chunks[chunk][position % Self.chunkLength] : tail[position % Self.chunkLength]
  }

  mutating func append(_ step: Step) {
    tail.append(step)
    if tail.count == Self.chunkLength {
      chunks.append(tail)
      tail = []
    }
  }

  mutating func popLast() -> Step? {
    if tail.isEmpty, let last = chunks.popLast() { tail = last }
    return tail.popLast()
  }
}
