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
  private var pending = ""
  private var first = 1
  /// How many physical lines came in.
  public private(set) var count = 0

  public init(source: String, via: [Place] = [], from number: Int = 1) {
    self.source = source
    self.via = via
    count = number - 1
  }

  /// Whether a statement is begun and not whole.
  public var isPending: Bool { !pending.isEmpty }

  /// Takes the next physical line, without its line break.
  ///
  /// - Throws: `syntax.*`; the assembler is then ready for the next line.
  public mutating func take(_ physical: String) throws -> Step {
    count += 1
    if pending.isEmpty {
      first = count
      pending = physical
    } else {
      pending += "\n" + physical
    }
    let line = SourceLine(pending, source: source, number: first, via: via)
    do {
      let statement = try Parser.parse(line)
      pending = ""
      return .whole(line, statement)
    } catch is Lexer.Incomplete {
      return .more
    } catch {
      pending = ""
      throw error
    }
  }

  /// Drops what is begun; returns the error that tells what it lacks, or nil if nothing was begun.
  public mutating func finish() -> Diagnostic? {
    guard isPending else { return nil }
    let line = SourceLine(pending, source: source, number: first, via: via)
    pending = ""
    do {
      _ = try Parser.parse(line)
      return nil
    } catch let incomplete as Lexer.Incomplete {
      return Parser.diagnostic(incomplete, in: line)
    } catch {
      return error as? Diagnostic
    }
  }
}
