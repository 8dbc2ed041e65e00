/// What has to be known of a column before it is asked about on the server.
struct TranslatedColumn: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case truth
    /// Whole numbers, none of them beyond the bounds, which are within 2^53.
    case whole(ClosedRange<Double>)
    /// `numeric(PRECISION, SCALE)`.
    case decimal(precision: Int, scale: Int)
    case single
    case double
    /// Plain where every text in it is ASCII and has no return sign.
    case text(isPlain: Bool)
  }

  /// As it stands in SQL.
  let quoted: String
  let kind: Kind

  /// What asks a server whether a column of texts is plain; it answers true, false, or nothing for a column without texts.
  static func plainCheck(_ quoted: String, of relation: String) -> String {
    let text = "\(quoted)::pg_catalog.text"
    return """
      select pg_catalog.bool_and(pg_catalog.octet_length(\(text)) = pg_catalog.char_length(\(text)) \
      and pg_catalog.strpos(\(text), pg_catalog.chr(13)) = 0) from \(relation)
      """
  }
}

/// Why a part of a question is worked out here and not on the server: the outcome could differ.
struct StaysHere: Error, Hashable {
  enum Reason: Sendable, Hashable {
    /// There is no such column, or of a type that is not known here.
    case column(String)
    /// The part is no condition, number or text where one is due.
    case type
    /// Decimals are worked with as decimals here, and in binary there.
    case decimals
    /// An outcome could be beyond what a number holds, which is an error there.
    case size
    /// Letters beyond ASCII are ordered, found and counted otherwise there.
    case letters
    /// What would be asked is too long.
    case length
  }

  let reason: Reason

  init(_ reason: Reason) { self.reason = reason }
}
