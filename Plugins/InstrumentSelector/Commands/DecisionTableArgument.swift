import WorkbenchKit

extension ArgumentKind<String> {
  /// The name of a decision table.
  fileprivate static var decisionTable: ArgumentKind {
    name.offering { context in
      ((try? RuleBook(context))?.tables ?? []).map { Candidate($0.typedName, $0.heading) }
    }
  }
}

private let about = Text(nl: "de beslistabel: regiestijl, niveau, …", en: "the decision table: regiestijl, niveau, …")

extension Argument<String> {
  static var decisionTable: Argument { Argument("name", .decisionTable, about: about) }
}

extension Argument<String?> {
  static var decisionTable: Argument { Argument(optional: "name", .decisionTable, about: about) }
}
