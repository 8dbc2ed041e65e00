import WorkbenchKit

extension Text {
  /// The same with a capital, as a sentence or a heading begins.
  var capitalised: Text { Text(nl: Self.capitalised(nl), en: Self.capitalised(en)) }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
