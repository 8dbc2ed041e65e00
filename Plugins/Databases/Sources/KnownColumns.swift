import WorkbenchKit

/// What was found out about columns by which rows are sought, each asked for once.
struct KnownColumns {
  let servers: Servers
  private var known: [String: TranslatedColumn] = [:]

  init(servers: Servers) { self.servers = servers }

  /// What is known of a column; nil for one that is not translated.
  mutating func column(_ piece: FetchPlan.Piece, of relation: String) throws -> TranslatedColumn? {
    if let column = known[piece.name] { return column }
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
    known[piece.name] = TranslatedColumn(quoted: piece.quoted, kind: kind)
    return known[piece.name]
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
