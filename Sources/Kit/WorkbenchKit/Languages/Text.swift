/// A text that a person sees, in Dutch and in English side by side; one without the other does not compile.
public struct Text: Sendable, Hashable {
  /// In Dutch.
  public let nl: String
  /// In English.
  public let en: String

  /// Makes a text.
  public init(nl: String, en: String) {
    self.nl = nl
    self.en = en
  }

  /// Wraps words that are the same in both languages because they are data: a name, a code, a quotation.
  public static func verbatim(_ words: String) -> Text { Text(nl: words, en: words) }

  /// Returns the text in one language.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  /// Puts two texts after each other.
  public static func + (left: Text, right: Text) -> Text {
    Text(nl: left.nl + right.nl, en: left.en + right.en)
  }
}
