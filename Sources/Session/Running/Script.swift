import Language
import WorkbenchKit

extension Session {
  /// Runs lines of text one after the other.
  ///
  /// - Parameters:
  ///   - lines: without their line breaks.
  ///   - number: the number that the first of them has in its source.
  ///   - each: is given what each statement gave, with the number of its first line.
  /// - Throws: the `Diagnostic` of the first line that fails, with its place; what `each` throws.
  public func run(
    lines: [String], source: String, from number: Int = 1, via: [Place] = [],
    each: (_ result: RunResult, _ line: Int) throws -> Void
  ) throws {
    var assembler = LineAssembler(source: source, via: via, from: number)
    for physical in lines {
      guard case .whole(let line, let statement) = try assembler.take(physical) else { continue }
      if let result = try run(statement, in: line) { try each(result, line.number) }
    }
    if let error = assembler.finish() { throw error }
  }

  /// Runs a command whose words the operating system has parted already.
  ///
  /// - Parameter bare: how many of them can name the command.
  /// - Throws: what `run` throws.
  public func run(arguments: [String], bare: Int) throws -> RunResult? {
    let words = OptionBinding.words(arguments, bare: bare)
    guard let first = words.first, let last = words.last else { return nil }
    let stage = StageWords(words: words, range: first.range.lowerBound..<last.range.upperBound)
    return try run(.pipeline(Pipeline(stages: [stage])), in: OptionBinding.line(arguments))
  }
}
