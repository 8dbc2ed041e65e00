import Language
@_spi(Host) import WorkbenchKit

/// Binds what stands behind a program's name. The operating system has parted the words already, so none is a list,
/// none is looked up, and an error points into them joined by blanks.
public enum OptionBinding {
  /// Returns what the words give for the arguments that a signature declares.
  ///
  /// - Throws: `argument.*`.
  public static func bind<Arguments>(
    _ words: [String], to signature: Signature, as arguments: Arguments
  ) throws -> Given<Arguments> {
    let line = line(words)
    let binder = Binder(signature: signature, line: line, variables: Variables(remembered: [:], line: line))
    return Given(bound: try binder.bind(Self.words(words)[...], place: line.start), to: arguments)
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
