import WorkbenchKit

/// Two effects that may be one saving, counted twice.
struct DoubleCount {
  let one: String
  let other: String
  let party: String
  let law: String?
  /// An activity from which both come.
  let activity: String
  /// What they have in common.
  let alike: String

  /// Words that say nothing of what is saved.
  private static let common: Set = [
    "minder", "meer", "betere", "beter", "langer", "aantal", "mensen", "bewoners", "fewer", "better", "longer",
    "people",
    "kosten", "costs", "euro", "wordt", "worden", "hebben", "zijn", "door", "voor", "with", "from",
  ]

  /// Finds pairs of effects of one party and law, reached over the same activity, of which the texts or the units say the same.
  static func all(_ sheet: Sheet) -> [DoubleCount] {
    let paid = sheet.effects.filter { !$0.shares.isEmpty }
    let origins = Dictionary(uniqueKeysWithValues: paid.map { ($0.effect, sheet.origins(of: $0.effect)) })
    var found: [DoubleCount] = []
    for (place, one) in paid.enumerated() {
      for other in paid.dropFirst(place + 1) {
        guard let alike = alike(sheet.node(one.effect), sheet.node(other.effect)) else { continue }
        let shared = (origins[one.effect] ?? []).intersection(origins[other.effect] ?? [])
        guard let activity = sheet.nodes(.activity).first(where: { shared.contains($0.id) }) else { continue }
        let accounts = Set(
          one.shares.map { SheetModel.Account(party: $0.party, law: $0.law ?? sheet.law(of: $0.party)) })
        for share in other.shares {
          let account = SheetModel.Account(party: share.party, law: share.law ?? sheet.law(of: share.party))
          guard accounts.contains(account) else { continue }
          found.append(
            DoubleCount(
              one: one.effect, other: other.effect, party: account.party, law: account.law, activity: activity.id,
              alike: alike))
        }
      }
    }
    return found
  }

  private static func alike(_ one: SheetNode?, _ other: SheetNode?) -> String? {
    guard let one, let other else { return nil }
    if let unit = one.unit?.foldedForLookup, unit == other.unit?.foldedForLookup { return one.unit }
    let words = words(of: one).intersection(words(of: other))
    return words.sorted { ($1.count, $0) < ($0.count, $1) }.first
  }

  private static func words(of node: SheetNode) -> Set<String> {
    let text = "\(node.text.nl) \(node.id)".lowercased()
    return Set(text.split { !$0.isLetter }.map(String.init).filter { $0.count >= 5 && !common.contains($0) })
  }
}
