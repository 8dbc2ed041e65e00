import WorkbenchKit

extension Column {
  /// What has to be known of whole numbers above 2^53 that were worked out: a double has no room for their last digits.
  var inexactNotice: Notice? {
    guard let numbers, numbers.contains(where: { $0.magnitude > 9_007_199_254_740_992 }) else { return nil }
    return .caution(
      nl: "'\(name)' heeft getallen boven 9007199254740992, waarvan de laatste cijfers niet precies zijn",
      en: "'\(name)' has numbers above 9007199254740992, of which the last digits are not exact")
  }
}
