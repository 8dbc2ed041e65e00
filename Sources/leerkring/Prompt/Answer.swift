/// What a person answered to a question that takes yes or no, or something else.
enum Answer: Hashable {
  case yes, no
  case other(String)

  /// - Parameter blank: what Enter alone means.
  init(_ text: String, blank: Answer) {
    let answer = text.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    self =
      switch answer.lowercased() {
      case "": blank
      case "j", "ja", "y", "yes": .yes
      case "n", "nee", "no": .no
      default: .other(answer)
      }
  }
}
