import WorkbenchKit

/// What a branch may be called.
public enum BranchName {
  /// The branch that every workspace has.
  public static let main = "main"
  /// The most characters that a name may have; it stands in the prompt.
  public static let limit = 40

  public static func isGood(_ name: String) -> Bool {
    name.count <= limit && name.first.map { $0 != "-" } == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  static func unfit(_ name: String) -> Diagnostic {
    Diagnostic(
      "branch.name",
      Text(nl: "'\(name)' kan geen naam van een tak zijn", en: "'\(name)' cannot be the name of a branch"),
      wayOut: Text(
        nl: "gebruik letters, cijfers, - en _, hoogstens \(limit), zoals in: warm-2",
        en: "use letters, digits, - and _, at most \(limit), as in: warm-2"))
  }
}
