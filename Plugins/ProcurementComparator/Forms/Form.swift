import WorkbenchKit

/// A possible answer on an axis: a procedure, a way of funding, …
struct Form: NamedItem, FieldItem {
  /// Who bears a risk, and which.
  struct Risk: FieldItem {
    let party: Party
    let statement: Statement

    enum Party: String { case provider, municipality }

    init(_ fields: Fields) throws {
      party = try fields.word("party")
      statement = try Statement(fields)
    }

    /// The statement, which begins with who bears the risk.
    var told: Statement {
      let who =
        party == .provider ? Text(nl: "aanbieder: ", en: "provider: ") : Text(nl: "gemeente: ", en: "municipality: ")
      return Statement(text: who + statement.text, source: statement.source, isReading: statement.isReading)
    }
  }

  let id: String
  let axis: String
  let names: [String]
  let label: Text
  let what: Statement
  let incentive: [Statement]
  let risks: [Risk]
  let administration: [Statement]
  let needs: [Statement]
  /// Whether the own contribution still forces hours to be registered.
  let ownContribution: [Statement]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    axis = try fields["axis"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    incentive = try fields.known("incentive")
    risks = try fields.known("risk")
    administration = try fields.known("administration")
    needs = try fields.known("needs")
    ownContribution = try fields.known("own_contribution")
  }

  var citations: [Citation?] {
    ([what] + incentive + risks.map(\.statement) + administration + needs + ownContribution).map(\.source)
  }
}

/// One of the five questions about a contract that are kept apart.
struct Axis: NamedItem, FieldItem {
  let id: String
  let label: Text

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
  }
}

/// A form that rewards what nobody wants, and what was done against it.
struct PerverseIncentive: FieldItem {
  let form: String
  let statement: Statement
  let remedies: [Statement]

  init(_ fields: Fields) throws {
    form = try fields["form"]
    statement = try Statement(fields)
    remedies = try fields.known("remedies")
  }
}

extension Context {
  /// The forms of the knowledge base, axis by axis.
  var forms: [Form] { get throws { try knowledge.items("forms", in: self) } }
  /// The axes of the knowledge base.
  var axes: [Axis] { get throws { try knowledge.items("forms", list: "axes", in: self) } }
  /// What forms reward that nobody wants.
  var incentives: [PerverseIncentive] { get throws { try knowledge.items("forms", list: "incentives", in: self) } }
}

extension Vocabulary<Form> {
  static var form: Vocabulary {
    Vocabulary(
      "form", none: Text(nl: "geen vorm", en: "no form"),
      wayOut: Text(nl: "'procure forms' noemt ze alle", en: "'procure forms' lists them all")
    ) { try $0.forms }
  }
}

extension Vocabulary<Axis> {
  static var axis: Vocabulary {
    Vocabulary(
      "axis", none: Text(nl: "geen as", en: "no axis"),
      wayOut: Text(
        nl: "kies procedure, funding, provision, execution of constellation",
        en: "choose procedure, funding, provision, execution or constellation")
    ) { try $0.axes }
  }
}
