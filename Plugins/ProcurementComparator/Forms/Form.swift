import WorkbenchKit

/// One of the five questions about a contract that are kept apart.
struct Axis: Named {
  let id: String
  let names: [String] = []
  let label: Text
  let what: Text

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let what = json["what"].flatMap(Text.init(json:))
    else { return nil }
    self.id = id
    self.label = label
    self.what = what
  }
}

/// A possible answer on an axis: a procedure, a way of funding, …
struct Form: Named {
  /// Who bears a risk, and which.
  struct Risk: Sendable {
    let party: String
    let statement: Statement

    var partyLabel: Text {
      party == "provider" ? Text(nl: "aanbieder", en: "provider") : Text(nl: "gemeente", en: "municipality")
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

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let axis = json["axis"]?.string,
      let label = json["label"].flatMap(Text.init(json:)), let what = Statement(json["what"])
    else { return nil }
    self.id = id
    self.axis = axis
    self.label = label
    self.what = what
    names = (json["names"]?.array ?? []).compactMap(\.string)
    incentive = Statement.list(json["incentive"])
    risks = (json["risk"]?.array ?? []).compactMap { item in
      guard let party = item["party"]?.string, let statement = Statement(item) else { return nil }
      return Risk(party: party, statement: statement)
    }
    administration = Statement.list(json["administration"])
    needs = Statement.list(json["needs"])
    ownContribution = Statement.list(json["own_contribution"])
  }

  /// Risks as statements that begin with who bears them.
  var riskStatements: [Statement] {
    risks.map { risk in
      Statement(
        text: Text(
          nl: "\(risk.partyLabel.nl): \(risk.statement.text.nl)", en: "\(risk.partyLabel.en): \(risk.statement.text.en)"
        ), source: risk.statement.source)
    }
  }

  var citations: [Citation] {
    [what.source]
      + (incentive + risks.map(\.statement) + administration + needs + ownContribution).map(\.source)
  }
}

/// A form that rewards what nobody wants, and what was done against it.
struct PerverseIncentive: Sendable {
  let form: String
  let statement: Statement
  let remedies: [Statement]

  init?(_ json: JSON) {
    guard let form = json["form"]?.string, let statement = Statement(json) else { return nil }
    self.form = form
    self.statement = statement
    remedies = Statement.list(json["remedies"])
  }
}

/// What the parties themselves want of a form.
struct Criterion: Named {
  let id: String
  let names: [String]
  let label: Text
  let what: Text
  let source: Citation?

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let what = json["what"].flatMap(Text.init(json:))
    else { return nil }
    self.id = id
    self.label = label
    self.what = what
    names = (json["names"]?.array ?? []).compactMap(\.string)
    source = Citation(json["source"])
  }
}

/// What a source says of a form on a criterion: a direction, never a number.
struct SignedStatement: Sendable {
  enum Sign: String, Sendable, CaseIterable {
    case helps, hinders, mixed, unknown

    /// How several statements add up: what contradicts is mixed.
    static func joined(_ signs: some Sequence<Sign>) -> Sign {
      let known = Set(signs.filter { $0 != .unknown })
      return known.count > 1 ? .mixed : known.first ?? .unknown
    }

    var label: Text {
      switch self {
      case .helps: Text(nl: "helpt", en: "helps")
      case .hinders: Text(nl: "belemmert", en: "hinders")
      case .mixed: Text(nl: "wisselend", en: "mixed")
      case .unknown: Text(nl: "onbekend", en: "unknown")
      }
    }
  }

  let form: String
  let criterion: String
  let sign: Sign
  let statement: Statement

  init?(_ json: JSON) {
    guard let form = json["form"]?.string, let criterion = json["criterion"]?.string,
      let sign = json["sign"]?.string.flatMap(Sign.init), let statement = Statement(json)
    else { return nil }
    self.form = form
    self.criterion = criterion
    self.sign = sign
    self.statement = statement
  }
}
