import WorkbenchKit

/// The errors that branches give.
public enum BranchProblem {
  public static func unknown(_ name: String, among names: [String]) -> Diagnostic {
    let nearest = NearestWord.rank(name, among: names)
    return Diagnostic(
      "branch.unknown",
      Text(nl: "er is geen tak '\(name)'", en: "there is no branch '\(name)'"),
      wayOut: Text(nl: "'branch list' toont de takken", en: "'branch list' shows the branches"),
      suggestion: nearest.first, candidates: nearest.count > 1 ? nearest.prefix(3).map { Candidate($0) } : [])
  }

  static func exists(_ name: String) -> Diagnostic {
    Diagnostic(
      "branch.exists",
      Text(nl: "er is al een tak '\(name)'", en: "there is a branch '\(name)' already"),
      wayOut: Text(
        nl: "kies een andere naam, of ga erheen met: branch use \(name)",
        en: "choose another name, or go there with: branch use \(name)"))
  }

  static func alreadyUsed(_ name: String) -> Diagnostic {
    Diagnostic(
      "branch.current",
      Text(nl: "u werkt al in '\(name)'", en: "you are working in '\(name)' already"))
  }

  static func isUsed(_ name: String) -> Diagnostic {
    Diagnostic(
      "branch.current",
      Text(nl: "'\(name)' is de tak waarin u werkt", en: "'\(name)' is the branch in which you are working"),
      wayOut: Text(nl: "ga eerst terug met: branch use main", en: "first go back with: branch use main"))
  }

  static func isMain() -> Diagnostic {
    Diagnostic(
      "branch.main",
      Text(
        nl: "'main' kan niet weg: elke werkruimte heeft die tak", en: "'main' stays: every workspace has that branch"),
      wayOut: Text(
        nl: "wilt u de stappen kwijt, gebruik dan daar: workspace compact",
        en: "to be rid of its steps, use there: workspace compact"))
  }
}
