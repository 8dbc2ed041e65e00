import WorkbenchKit

/// Puts physical lines together into logical ones, and gives each statement as soon as it is whole.
public struct LineAssembler {
  public enum Step {
    case whole(SourceLine, ParsedStatement)
    /// A quote is open or the line ends in a backslash.
    case more
  }

  private let source: String
  private let via: [Place]
  /// What is begun and not whole.
  private var pending: Lexer?
  /// How many physical lines came in.
  public private(set) var count = 0

  public init(source: String, via: [Place] = [], from number: Int = 1) {
    self.source = source
    self.via = via
    count = number - 1
  }

  /// Whether a statement is begun and not whole.
  public var isPending: Bool { pending != nil }

  /// Takes the next physical line, without its line break.
  ///
  /// - Throws: `syntax.*`; the assembler is then ready for the next line.
  public mutating func take(_ physical: String) throws -> Step {
    count += 1
    if pending == nil, let tokens = Lexer.bareWords(physical) {
      let line = SourceLine(physical, source: source, number: count, via: via)
      return .whole(line, try Parser.statement(tokens, line))
    }
    // Taken out, so that appending copies nothing.
    var lexer: Lexer
    if let begun = pending.take() {
      lexer = begun
      lexer.append(physical)
    } else {
      lexer = Lexer(SourceLine(physical, source: source, number: count, via: via))
    }
    do {
      let tokens = try lexer.tokens()
      let line = lexer.line
      return .whole(line, try Parser.statement(tokens, line))
    } catch is Lexer.Incomplete {
      pending = lexer
      return .more
    }
  }

  /// Drops what is begun; returns the error that tells what it lacks, or nil if nothing was begun.
  public mutating func finish() -> Diagnostic? {
    guard var lexer = pending.take() else { return nil }
    do {
      _ = try lexer.tokens()
      return nil
    } catch let incomplete as Lexer.Incomplete {
      return Parser.diagnostic(incomplete, in: lexer.line)
    } catch {
      return error as? Diagnostic
    }
  }
}
