import WorkbenchKit

/// What kind of values an input or output of a decision table has; the raw values stand in files.
public enum ValueType: String, Sendable, CaseIterable {
  case text = "string"
  case number
  /// A number without a fraction: no value lies between 5 and 6.
  case integer
  case boolean
  case date
  case time
  case dateTime
  case dayTimeDuration
  case yearMonthDuration
  /// Several values, each of any kind.
  case list
  /// Whatever is given: what an input is whose file names no type.
  case any

  /// The type that a word means, also as other tools call it.
  public init?(word: String) {
    switch word.lowercased() {
    case "string", "text", "tekst": self = .text
    case "number", "double", "float", "decimal", "getal": self = .number
    case "integer", "int", "long", "short", "geheel": self = .integer
    case "boolean", "bool", "ja/nee": self = .boolean
    case "date", "datum", "dag": self = .date
    case "time", "tijd": self = .time
    case "datetime", "date and time": self = .dateTime
    case "daytimeduration", "days and time duration": self = .dayTimeDuration
    case "yearmonthduration", "years and months duration": self = .yearMonthDuration
    case "list", "lijst": self = .list
    case "any", "alles": self = .any
    default: return nil
    }
  }

  /// What can be written for each.
  static var words: [String] { allCases.map { $0 == .text ? "text" : $0.rawValue } }

  public var isNumeric: Bool { self == .number || self == .integer }

  public var label: Text {
    switch self {
    case .text: Text(nl: "tekst", en: "text")
    case .number: Text(nl: "getal", en: "number")
    case .integer: Text(nl: "geheel getal", en: "whole number")
    case .boolean: Text(nl: "ja of nee", en: "yes or no")
    case .date: Text(nl: "datum", en: "date")
    case .time: Text(nl: "tijd", en: "time")
    case .dateTime: Text(nl: "datum met tijd", en: "date and time")
    case .dayTimeDuration: Text(nl: "duur in dagen en uren", en: "duration in days and hours")
    case .yearMonthDuration: Text(nl: "duur in jaren en maanden", en: "duration in years and months")
    case .list: Text(nl: "lijst", en: "list")
    case .any: Text(nl: "elke soort", en: "any type")
    }
  }
}
