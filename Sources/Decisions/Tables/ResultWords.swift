import WorkbenchKit

extension DecisionTable.Result {
  /// - Parameter words: what values are called, by their text; the value then stands in brackets, as it is typed.
  public func said(_ words: [String: Text] = [:]) -> Text {
    switch self {
    case .value(.text(let text)): words[text]?.typed([.verbatim(text)]) ?? .verbatim(text)
    case .value(let literal): literal.said
    case .formula, .unread: .verbatim(feel)
    }
  }
}
