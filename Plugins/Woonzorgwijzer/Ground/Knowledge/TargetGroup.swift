import WorkbenchKit

/// People who are alike in what they need to live on their own, or a whole sector of care.
struct TargetGroup: NamedItem, FieldItem {
  /// What someone of the group cannot do, or only in part.
  struct Limitation: FieldItem, Sendable {
    let domain: String
    /// How heavy; nil where the source does not say.
    let degree: Text?
    let text: Text
    let source: Citation
  }

  /// The people around someone of the group.
  struct Network: FieldItem, Sendable {
    let quality: Text
    let items: [Statement]
  }

  /// A part of another group.
  struct Share: FieldItem, Sendable {
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

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    sector = try fields["sector"]
    let kind: String = try fields["kind"]
    isSector = kind == "sector"
    share = try fields["share"]
    traits = try fields.list("traits")
    limitations = try Self.described("limitations", in: fields)
    network = try Self.described("network", in: fields)
    helps = try fields.list("helps")
    source = try fields["source"]
  }

  /// Who described the group: those from whom the source has what it says of it; empty where nobody did.
  var describedBy: [String] {
    let citations =
      traits.map(\.source) + (limitations ?? []).map(\.source) + (network?.items ?? []).map(\.source)
    return Set(citations.compactMap { $0?.from }).sorted()
  }

  private static func described<Value: FieldValue>(_ name: String, in fields: Fields) throws -> Value? {
    fields.json(name)?.string == Statement.unknown ? nil : try fields[name] as Value
  }
}

extension TargetGroup.Limitation {
  init(_ fields: Fields) throws {
    domain = try fields["domain"]
    degree = try fields["degree"]
    text = try fields["text"]
    source = try fields["source"]
  }
}

extension TargetGroup.Network {
  init(_ fields: Fields) throws {
    quality = try fields["quality"]
    items = try fields.list("items")
  }
}

extension TargetGroup.Share {
  init(_ fields: Fields) throws {
    value = try fields["value"]
    of = try fields["of"]
    isExact = try fields["exact"] ?? true
  }
}

/// A part of life in which one can be limited.
struct LimitationDomain: FieldItem, Sendable {
  let id: String
  let label: Text

  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
  }
}
