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
  /// Whether two of its texts are equal on the server only where all their bytes are, whatever order it has for them.
  var isByBytes = false
  /// Whether its texts are filled up with blanks to one length, which do not count.
  var isPadded = false

  /// What asks a server by which order the texts of a column are held against each other; no row where there is no text.
  static func collation(_ quoted: String, of relation: String) -> String {
    "select pg_catalog.pg_collation_for(\(quoted)) from \(relation) limit 1"
  }

  /// Orders of the server itself, in which texts that differ are never equal.
  static let byBytes: Set<String> = ["\"default\"", "\"C\"", "\"POSIX\"", "\"ucs_basic\""]

  /// What asks a server whether a column of texts is plain; it answers true, false, or nothing for a column without texts.
  static func plainCheck(_ quoted: String, of relation: String) -> String {
    let text = "\(quoted)::pg_catalog.text"
    return """
      select pg_catalog.bool_and(pg_catalog.octet_length(\(text)) = pg_catalog.char_length(\(text)) \
      and pg_catalog.strpos(\(text), pg_catalog.chr(13)) = 0) from \(relation)
      """
  }
}
