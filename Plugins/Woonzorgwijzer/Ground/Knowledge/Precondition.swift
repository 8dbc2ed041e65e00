import WorkbenchKit

/// Something that must be there for people to live on their own.
struct Precondition: Named {
  let id: String
  let names: [String]
  let label: Text
  let family: String
  /// Whether it is a row of Tabel 3; the others stand in the running text.
  let isInTable3: Bool
  /// Within how many minutes help must be there, from and to.
  let minutes: (from: Double?, to: Double)?
  /// Within how many metres of the dwelling.
  let metres: Double?
  let source: Citation

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let family = json["family"]?.string, let source = Citation(json["source"])
    else { return nil }
    self.id = id
    self.label = label
    self.family = family
    self.source = source
    names = (json["names"]?.array ?? []).compactMap(\.string)
    isInTable3 = json["table3"]?.bool ?? false
    minutes = json["minutes"].flatMap { minutes in
      minutes["to"]?.number.map { (minutes["from"]?.number, $0) }
    }
    metres = json["metres"]?.number
  }
}

/// One of the four families of preconditions in Tabel 3.
struct Family: Named {
  let id: String
  let label: Text
  var names: [String] { [] }
  let source: Citation

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)),
      let source = Citation(json["source"])
    else { return nil }
    self.id = id
    self.label = label
    self.source = source
  }
}
