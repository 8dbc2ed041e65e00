import WorkbenchKit

/// People who are alike in what they need to live on their own, or a whole sector of care.
struct TargetGroup: Named {
  /// What someone of the group cannot do, or only in part.
  struct Limitation: Sendable {
    let domain: String
    /// How heavy; nil where the source does not say.
    let degree: Text?
    let text: Text
    let source: Citation
  }

  /// The people around someone of the group.
  struct Network: Sendable {
    let quality: Text
    let items: [Statement]
  }

  /// A part of another group.
  struct Share: Sendable {
    let value: Double
    let of: String
    let isExact: Bool
  }

  let id: String
  let names: [String]
  let label: Text
  let sector: String
  let isSector: Bool
  let share: Share?
  let traits: [Statement]
  /// Nil where the source does not describe them: `onbekend`.
  let limitations: [Limitation]?
  /// Nil where the source does not describe it: `onbekend`.
  let network: Network?
  /// What helps without being said to be needed.
  let helps: [Statement]
  let source: Citation

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let sector = json["sector"]?.string, let source = Citation(json["source"])
    else { return nil }
    self.id = id
    self.label = label
    self.sector = sector
    self.source = source
    names = (json["names"]?.array ?? []).compactMap(\.string)
    isSector = json["kind"] == "sector"
    share = json["share"].flatMap { share in
      guard let value = share["value"]?.number, let of = share["of"]?.string else { return nil }
      return Share(value: value, of: of, isExact: share["exact"]?.bool ?? true)
    }
    traits = Statement.list(json["traits"])
    limitations = json["limitations"]?.array?.compactMap(Self.limitation)
    network = json["network"]?["quality"].flatMap(Text.init(json:)).map {
      Network(quality: $0, items: Statement.list(json["network"]?["items"]))
    }
    helps = Statement.list(json["helps"])
  }

  private static func limitation(_ json: JSON) -> Limitation? {
    guard let domain = json["domain"]?.string, let said = Statement(json) else { return nil }
    return Limitation(
      domain: domain, degree: json["degree"].flatMap(Text.init(json:)), text: said.text, source: said.source)
  }
}
