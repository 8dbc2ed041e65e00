import WorkbenchKit

/// What is shown to who reads text, in place of blocks that are made for other programs too.
public enum Reading: Sendable {
  /// A few lines, the same at a prompt and in a script; the whole comes with `--full`.
  case brief(Facts)
  /// The same in the words and numbers of the reader.
  case blocks([Block])
}
