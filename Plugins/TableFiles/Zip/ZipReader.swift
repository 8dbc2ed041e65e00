import WorkbenchKit

/// Gives the unpacked bytes of a part, piece by piece.
struct ZipReader {
  /// How many bytes are asked for at once: a sheet gives some two thousand cells by them.
  static let piece = 1 << 16

  typealias Unpacking = @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UInt64) -> Int64

  /// The part that is read.
  let part: ZipPart
  /// Says what is wrong, with the name of the file.
  let problem: SourceProblem
  private let file: OpaquePointer
  private let unpack: Unpacking
  private let budget: UnpackBudget
  private let interrupt: () throws -> Void

  /// - Parameter read: puts the next bytes of the file into a buffer, and returns how many; negative where it cannot.
  init(
    file: OpaquePointer, read: @escaping Unpacking, part: ZipPart, budget: UnpackBudget, problem: SourceProblem,
    interrupt: @escaping () throws -> Void
  ) {
    self.file = file
    unpack = read
    self.part = part
    self.budget = budget
    self.problem = problem
    self.interrupt = interrupt
  }

  /// Puts the next bytes into the buffer and returns how many there are; 0 where the part ends and its checksum is right.
  ///
  /// - Throws: `source.damaged`, `source.large`, `source.bomb`, what the interrupt throws.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    try interrupt()
    guard let start = buffer.baseAddress else { return 0 }
    let count = Int(unpack(file, start, UInt64(buffer.count)))
    guard count >= 0 else { throw problem.unreadablePart(part.name) }
    try budget.take(count, of: part)
    return count
  }
}
