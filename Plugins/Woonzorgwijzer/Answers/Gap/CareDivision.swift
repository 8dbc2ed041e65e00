import WorkbenchKit

/// How a group divides over the situations of informal care, and who says so.
struct CareDivision: Sendable {
  /// Of each situation the share of one; nil where nobody knows.
  let shares: [String: Double]?
  /// What is said of it.
  let origin: Text
  /// Whether the circle gave it.
  var isGiven = false
  /// The national starting values that it rests on.
  var starting: [StartingMark] = []
}

/// What the circle gave of it, and the national starting value where it gave nothing.
struct CareDivisions: Sendable {
  private let entries: [String: CareShares.Entry]
  private let national: StartingFigures.Shares?

  init(_ context: Context) throws {
    entries = try CareShares(context.workspace).entries
    let shares = try context.startingFigures.shares
    national = try StartingValues.counts(shares.id, context.workspace) ? shares : nil
  }

  /// The groups for which the circle gave it.
  var given: Set<String> { Set(entries.keys) }

  /// Nil where nothing is given and no starting value counts. The national shares are of the elderly, so that a group of other
  /// people stays undivided.
  func division(of group: TargetGroup) -> CareDivision? {
    if let entry = entries[group.id] {
      let words = entry.giver.words
      return CareDivision(
        shares: entry.shares, origin: Text(nl: "verdeling volgens \(words.nl)", en: "shares by \(words.en)"),
        isGiven: true)
    }
    guard let national else { return nil }
    guard group.sector == "VV" else {
      return CareDivision(
        shares: nil,
        origin: Text(
          nl: "mantelzorg onbekend, alleen wat in elke situatie gelijk is telt",
          en: "informal care unknown, only what is the same in each situation counts"))
    }
    return CareDivision(
      shares: national.care,
      origin: Text(
        nl: "mantelzorg zoals bij alle 75-plussers in particuliere huishoudens",
        en: "informal care as of all people of 75 and over in private households"),
      starting: [national.head.mark])
  }
}
