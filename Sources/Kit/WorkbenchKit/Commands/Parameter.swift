/// One thing that a command can be told: a positional argument, a flag, or a flag with a value.
public struct Parameter: Sendable {
  /// What kind of value is due; the binder checks and converts.
  public enum Kind: Sendable {
    /// A flag without a value.
    case toggle
    case text
    case number(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    /// One of these words.
    case choice([Candidate])
    /// A path; `existing` says whether it is read.
    case file(existing: Bool)
    /// A column of the table that flows in.
    case column
    /// A second table: a file's path, the name of a table in the workspace, or `$name` of a remembered result, which comes
    /// as the text `$name` and is got from `Context.result`.
    case table
    /// The rest of the stage as it was typed, for `where` and `derive`.
    case expression
    /// `key=value`, collected.
    case pair
  }

  /// How it is bound.
  public enum Position: Sendable, Hashable {
    /// Bound by its order.
    case argument
    /// Bound by `--name`.
    case flag
  }

  /// What of an argument passes the guard against personal data.
  enum Guarding: Sendable {
    case nothing
    /// Of `key=value` the key only.
    case keys
    case words
    /// Words that name who speaks.
    case role
    /// What an expression names: its texts, and the numbers that something has to be equal to.
    case expression
  }

  /// How errors and help call it; of a flag without its dashes.
  public let name: String
  /// One letter that stands for the flag's name: `-c`.
  public let short: Character?
  /// What kind of value is due.
  public let kind: Kind
  /// How it is bound.
  public let position: Position
  /// Whether a line without it is refused.
  public let isRequired: Bool
  /// Whether it may be given more than once, or takes all that remain; a comma in a value parts a list.
  public let isRepeated: Bool
  /// What help says of it.
  public let about: Text
  /// What the number counts.
  public let unit: Unit?
  /// What is taken where it is not given, as it would be typed.
  public let fallback: String?
  /// Words that completion offers, beyond those that the kind itself knows.
  public let candidates: (@Sendable (Context) -> [Candidate])?
  /// What can be given, of a pair as its value.
  @_spi(Host) public let stated: Kind
  let find: (@Sendable (String, Context) throws -> Candidate)?
  let guards: Guarding
  /// Makes what the command gets of a value that the kind has checked.
  let convert: (@Sendable (Call.Argument) throws -> any Sendable)?

  /// Makes the description of something that can be told, where no type comes of it: of a setting.
  public init(
    _ name: String,
    _ kind: Kind = .text,
    short: Character? = nil,
    position: Position,
    required: Bool = false,
    repeated: Bool = false,
    about: Text,
    unit: Unit? = nil,
    fallback: String? = nil,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) {
    self.name = name
    self.short = short
    self.kind = kind
    self.position = position
    isRequired = required
    isRepeated = repeated
    self.about = about
    self.unit = unit
    self.fallback = fallback
    self.candidates = candidates
    stated = kind
    find = nil
    guards = .nothing
    convert = nil
  }
}
