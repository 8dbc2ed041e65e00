import CZip
import WorkbenchKit

/// Gives the unpacked bytes of a part, piece by piece.
struct ZipReader {
  /// How many bytes are asked for at once: a sheet gives some two thousand cells by them.
  static let piece = 1 << 16

  /// The part that is read.
  let part: ZipPart
  /// Says what is wrong, with the name of the file.
  let problem: SourceProblem
  private let file: OpaquePointer
  private let budget: UnpackBudget
  private let interrupt: () throws -> Void

  init(
    file: OpaquePointer, part: ZipPart, budget: UnpackBudget, problem: SourceProblem,
    interrupt: @escaping () throws -> Void
  ) {
    self.file = file
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
    let count = Int(zip_fread(file, start, UInt64(buffer.count)))
    guard count >= 0 else { throw problem.unreadablePart(part.name) }
    try budget.take(count, of: part)
    return count
  }
}
