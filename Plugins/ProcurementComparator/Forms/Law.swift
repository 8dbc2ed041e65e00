import WorkbenchKit

extension Form {
  /// What the law says now of a form: the law that it is cited from, and of own contribution where it speaks of that.
  ///
  /// - Throws: `knowledge.damaged`.
  func law(in context: Context) throws -> [LegalItem] {
    let cited = Set(citations.compactMap { $0?.id })
    let own = try context.law(ownContribution.isEmpty ? [] : ["abonnementstarief"]).map(\.id)
    return try context.legalItems.filter { item in
      own.contains(item.id) || item.what.source.map { cited.contains($0.id) } == true
    }
  }
}

extension Vocabulary<LegalItem> {
  static var law: Vocabulary {
    Vocabulary(
      "law", none: Text(nl: "geen regel van de wet", en: "no rule of law"),
      wayOut: Text(nl: "'procure law' noemt ze alle", en: "'procure law' lists them all")
    ) { try $0.legalItems }
  }
}
