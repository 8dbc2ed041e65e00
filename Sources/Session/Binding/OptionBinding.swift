import Language
import WorkbenchKit

/// Binds what stands behind a program's name. The operating system has parted the words already, so none is a list,
/// none is looked up, and an error points into them joined by blanks.
public enum OptionBinding {
  /// - Throws: `argument.*`.
  public static func bind(_ arguments: [String], to signature: Signature) throws -> Call {
    let words = words(arguments)
    let line = line(arguments)
    let binder = Binder(signature: signature, line: line, variables: Variables(remembered: [:], line: line))
    return try binder.bind(words[...], place: line.start)
  }

  /// The words as they stand in `line`.
  ///
  /// - Parameter bare: how many of them name a command.
  static func words(_ arguments: [String], bare: Int = 0) -> [Word] {
    var offset = 0
    return arguments.enumerated().map { index, argument in
      let range = offset..<offset + argument.utf8.count
      offset = range.upperBound + 1
      if index < bare { return Word(pieces: [.literal(argument)], range: range) }
      // Quoted, because its commas and dollars are its own; a flag all the same where it begins like one.
      return Word(pieces: [.literal(argument)], range: range, isQuoted: true, beginsBare: true)
    }
  }

  static func line(_ arguments: [String]) -> SourceLine {
    SourceLine(arguments.joined(separator: " "), source: "options")
  }
}

extension Session {
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
