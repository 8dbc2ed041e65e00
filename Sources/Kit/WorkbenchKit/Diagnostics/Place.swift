/// Where in a source of lines something stands.
public struct Place: Sendable, Hashable {
  /// A file's path as it was given, `stdin`, `-c`, `prompt` or `options`.
  public var source: String
  /// Counted from 1.
  public var line: Int
  /// Counted from 1, in characters as a person counts them.
  public var column: Int
  /// How many characters it takes; 0 for a point between two.
  public var length: Int
  /// The line itself, so that a caret can be set under the spot.
  public var text: String
  /// The lines of `source FILE` through which this one was reached, the nearest first.
  public var via: [Place]

  /// Makes a place.
  public init(source: String, line: Int, column: Int, length: Int = 0, text: String = "", via: [Place] = []) {
    self.source = source
    self.line = line
    self.column = column
    self.length = length
    self.text = text
    self.via = via
  }
}
