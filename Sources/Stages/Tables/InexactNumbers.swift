import WorkbenchKit

extension Column {
  /// What has to be known of whole numbers above 2^53 that were worked out: a double has no room for their last digits.
  var inexactNotice: Notice? {
    guard let numbers else { return nil }
    let pieces = Cores.inPieces(
      numbers.count, of: 1 << 17, asking: { _ in },
      { rows in numbers[rows].contains { $0.magnitude > 9_007_199_254_740_992 } })
    guard pieces.contains(true) else { return nil }
    return .caution(
      nl: "'\(name)' heeft getallen boven 9007199254740992, waarvan de laatste cijfers niet precies zijn",
      en: "'\(name)' has numbers above 9007199254740992, of which the last digits are not exact")
  }
}
