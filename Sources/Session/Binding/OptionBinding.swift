import Language
import WorkbenchKit

/// Binds what stands behind a program's name. The operating system has parted the words already, so none is a list,
/// none is looked up, and an error points into them joined by blanks.
public enum OptionBinding {
  /// - Throws: `argument.*`.
  public static func bind(_ arguments: [String], to signature: Signature) throws -> Call {
    var words: [Word] = []
    var offset = 0
    for argument in arguments {
      let range = offset..<offset + argument.utf8.count
      // Quoted, because its commas and dollars are its own; a flag all the same where it begins like one.
      words.append(Word(pieces: [.literal(argument)], range: range, isQuoted: true, beginsBare: true))
      offset = range.upperBound + 1
    }
    let line = SourceLine(arguments.joined(separator: " "), source: "options")
    let binder = Binder(signature: signature, line: line, variables: Variables(remembered: [:], line: line))
    return try binder.bind(words[...], place: line.start)
  }
}
