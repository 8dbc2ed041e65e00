/// What went wrong where bytes were cut, and at which byte.
struct DelimitedFailure: Error {
  enum Kind {
    case openQuote, behindQuote, columns, cell
    /// Bytes that are no text; which of them is found out elsewhere.
    case noText
  }

  let kind: Kind
  /// Counted from the first byte of the text.
  let offset: Int
}
