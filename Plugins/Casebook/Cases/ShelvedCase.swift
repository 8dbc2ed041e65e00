import WorkbenchKit

/// An example on the shelf: one of the sources, or one that the circle wrote.
struct ShelvedCase: NamedItem {
  enum Content: Sendable {
    case record(CaseRecord)
    case own(OwnCase)
  }

  let content: Content

  var record: CaseRecord? { if case .record(let record) = content { record } else { nil } }
  var own: OwnCase? { if case .own(let own) = content { own } else { nil } }
  var id: String { record?.id ?? own?.id ?? "" }
  var names: [String] { record?.names ?? [] }
  var label: Text { record?.label ?? own?.label ?? .verbatim("") }
  var kind: CaseKind { record?.kind ?? .own }

  /// Whether it is one of a kind; a case with a calculator is both a case and a model.
  func isKind(_ kind: CaseKind) -> Bool { kind == .model ? record?.model != nil : self.kind == kind }
}

extension Context {
  /// All examples, those of the sources first.
  ///
  /// - Throws: `knowledge.damaged`, `document.damaged`.
  var shelf: [ShelvedCase] {
    get throws {
      try records.map { ShelvedCase(content: .record($0)) } + workspace.ownCases.map { ShelvedCase(content: .own($0)) }
    }
  }
}

extension Vocabulary<ShelvedCase> {
  static var shelved: Vocabulary {
    Vocabulary(
      "case", none: Text(nl: "geen casus, initiatief of pilot", en: "no case, initiative or pilot"),
      wayOut: Text(nl: "'casus list' noemt ze alle", en: "'casus list' lists them all")
    ) { try $0.shelf }
  }
}

extension Vocabulary<OwnCase> {
  static var own: Vocabulary {
    Vocabulary(
      "case", none: Text(nl: "geen eigen casus", en: "no case of one's own"),
      wayOut: Text(nl: "begin er een met 'casus new NAAM'", en: "begin one with 'casus new NAME'")
    ) { try $0.workspace.ownCases }
  }
}
