/// What completion makes of the text before the cursor.
public struct LineCompletion: Sendable, Hashable {
  /// How many UTF-8 bytes before the cursor are replaced.
  public var replaced: Int
  public var insertion: String
  /// What is shown under the line, each without control characters and no wider than the screen.
  public var shown: [String]

  public init(replaced: Int = 0, insertion: String = "", shown: [String] = []) {
    self.replaced = replaced
    self.insertion = insertion
    self.shown = shown
  }
}
