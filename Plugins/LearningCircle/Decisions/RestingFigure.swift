import WorkbenchKit

/// One figure of a result on which a decision rests.
struct RestingFigure: Sendable, Hashable, FieldItem {
  let name: String
  let value: JSON
  /// What a person reads instead of the name.
  let label: Text
  private let format: JSON?

  init(_ name: String, _ value: JSON, label: Text?, format: JSON?) {
    (self.name, self.value, self.format) = (name, value, format)
    self.label = label ?? .verbatim(name)
  }

  init(_ fields: Fields) throws {
    name = try fields["name"]
    value = try fields["value"]
    label = try fields["label"] ?? .verbatim(fields["name"])
    format = fields.json("format")
  }

  var json: JSON {
    .members(["name": .string(name), "value": value, "label": label.json, "format": format])
  }

  /// As a person reads it.
  var shown: Text {
    switch value {
    case .number(let number):
      switch format.map(Column.Format.init(json:)) ?? .automatic {
      case .automatic: .number(number)
      case .decimals(let places): .number(number, atMost: max(places, 4))
      case .share(let places): .share(number, decimals: places)
      case .plain: number == number.rounded() ? .verbatim(NumberText.shortest(number)) : .number(number)
      }
    case .string(let text): .verbatim(text)
    case .bool(let truth): truth ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no")
    default: .verbatim("–")
    }
  }
}
