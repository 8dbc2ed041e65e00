/// Something that may not happen and did.
struct Finding: Error, Sendable {
  enum Kind: String, Sendable, CaseIterable {
    /// A step that was acknowledged is not there, or something that was never acknowledged is.
    case loss
    /// An answer that is no answer: an error without a sentence, half of a step, damage taken in silence.
    case wrong
    case crash
    case hang
  }

  let kind: Kind
  let text: String
  /// What is needed to see it again, by name.
  var files: [String: [UInt8]] = [:]
}
