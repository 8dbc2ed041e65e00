extension StringProtocol {
  /// With one blank between words.
  var spaced: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// In small letters, with one blank between words: by which what people write is compared.
  var plainWords: String { lowercased().spaced }
}
