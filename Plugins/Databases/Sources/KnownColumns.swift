import WorkbenchKit

/// What was found out about columns by which rows are sought, each asked for once.
struct KnownColumns {
  let servers: Servers
  /// By what they are called on the server: a column that was worked out may have the name of another.
  private var known: [String: TranslatedColumn] = [:]

  init(servers: Servers) { self.servers = servers }

  /// What is known of a column; nil for one that is not translated.
  mutating func column(_ piece: FetchPlan.Piece, of relation: String) throws -> TranslatedColumn? {
    if let column = known[piece.quoted] { return column }
    let kind: TranslatedColumn.Kind? =
      switch piece.form {
      case .boolean: .truth
      case .whole: .whole(-2_147_483_648...2_147_483_647)
      case .long:
        try isWithinBounds(piece, of: relation) ? .whole(-9_007_199_254_740_992...9_007_199_254_740_992) : nil
      case .single: .single
      case .double: .double
      case .decimal: piece.digits.map { .decimal(precision: $0.precision, scale: $0.scale) }
      case .text where piece.isText: .text(isPlain: false)
      case .text, .day, .moment, .zonedMoment, .unreadable: nil
      }
    guard let kind else { return nil }
    var column = TranslatedColumn(quoted: piece.quoted, kind: kind)
    if case .text = kind {
      column.isPadded = piece.type == 1042
      let answers = try servers.ask(TranslatedColumn.collation("q.\(piece.quoted)", of: "\(relation) as q"))
      column.isByBytes = answers.allSatisfy { $0.value.map(TranslatedColumn.byBytes.contains) ?? false }
    }
    known[piece.quoted] = column
    return known[piece.quoted]
  }

  /// One that is beyond what a number holds is an error where it is read: the question must not pass it over.
  private func isWithinBounds(_ piece: FetchPlan.Piece, of relation: String) throws -> Bool {
    let cell = "q.\(piece.quoted)"
    return try servers.ask(
      """
      select not exists (select from \(relation) as q where \(cell) > 9007199254740992 \
      or \(cell) < -9007199254740992)
      """
    ).allSatisfy { $0.value == "t" }
  }
}
