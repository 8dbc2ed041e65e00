import WorkbenchKit

/// The form in which values, units and texts are kept within a block.
enum ValueCodec {
  static func encode(_ value: Value) -> JSON {
    switch value {
    case .missing: .null
    case .boolean(let boolean): .bool(boolean)
    case .text(let text): .string(text)
    case .date(let date): ["date": .string(date.text)]
    case .list(let values): .array(values.map(encode))
    case .number(let number, let unit):
      if let unit {
        ["number": .number(number), "unit": encode(unit)]
      } else {
        .number(number)
      }
    }
  }

  static func value(_ json: JSON) -> Value {
    switch json {
    case .null: .missing
    case .bool(let bool): .boolean(bool)
    case .number(let number): .number(number)
    case .string(let string): .text(string)
    case .array(let values): .list(values.map(value))
    case .object where json["date"] != nil:
      json["date"]?.string.flatMap { CalendarDate($0) }.map(Value.date) ?? .missing
    case .object: .number(json["number"]?.number ?? .nan, unit: json["unit"].flatMap(unit))
    }
  }

  static func encode(_ unit: Unit) -> JSON { ["name": .string(unit.name), "label": unit.label.json] }

  static func unit(_ json: JSON) -> Unit? {
    guard let name = json["name"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    return Unit(name: name, label: label)
  }

  static func text(_ json: JSON?) throws -> Text {
    guard let text = json.flatMap(Text.init(json:)) else { throw damaged }
    return text
  }

  static var damaged: Diagnostic {
    Diagnostic(
      "result.damaged",
      Text(nl: "een bewaarde uitkomst is beschadigd", en: "a kept result is damaged"))
  }
}
