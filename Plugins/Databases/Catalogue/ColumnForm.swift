import WorkbenchKit

/// How a column of a type of the server's is read: as which kind of cell, and in which form it is asked for.
enum ColumnForm: Sendable, Hashable {
  case boolean
  /// int2 and int4: every one of them is a number here to the last digit.
  case whole
  /// int8: numbers up to 2^53.
  case long
  /// float4, whose shortest decimal is what people wrote.
  case single
  case double
  /// numeric, read as the nearest number.
  case decimal
  case text
  case day
  case moment
  /// A moment with a zone: told in UTC.
  case zonedMoment
  /// What fits in no cell: json, arrays, bytes.
  case unreadable

  /// The forms of the server's own types by their numbers, which are the same on every server.
  private static let known: [UInt32: ColumnForm] = [
    16: .boolean, 18: .text, 19: .text, 20: .long, 21: .whole, 23: .whole, 25: .text, 700: .single, 701: .double,
    1042: .text, 1043: .text, 1082: .day, 1114: .moment, 1184: .zonedMoment, 1700: .decimal, 2950: .text,
  ]

  /// - Parameters:
  ///   - type: the number of the type.
  ///   - isEnumeration: whether it is a list of words that somebody made.
  init(type: UInt32, isEnumeration: Bool = false) {
    self = Self.known[type] ?? (isEnumeration ? .text : .unreadable)
  }

  /// Returns a column in the form in which it is asked for.
  func expression(_ column: String) -> String {
    switch self {
    case .boolean, .whole, .long, .double: column
    case .single: "(\(column)::pg_catalog.text)::pg_catalog.float8"
    // A text of fixed length loses the blanks that fill it up.
    default: "\(column)::pg_catalog.text"
    }
  }

  /// What it is read as, for a person.
  var label: Text {
    switch self {
    case .boolean: Text(nl: "ja of nee", en: "yes or no")
    case .whole, .double: Text(nl: "getal", en: "number")
    case .single: Text(nl: "getal, zoals het geschreven is", en: "number, as it was written")
    case .long: Text(nl: "getal, tot 9007199254740992", en: "number, up to 9007199254740992")
    case .decimal: Text(nl: "getal, tot 15 cijfers precies", en: "number, exact up to 15 digits")
    case .text: Text(nl: "tekst", en: "text")
    case .day: Text(nl: "tekst, zoals 2024-03-31", en: "text, such as 2024-03-31")
    case .moment: Text(nl: "tekst, zoals 2024-03-31T02:30:00", en: "text, such as 2024-03-31T02:30:00")
    case .zonedMoment:
      Text(nl: "tekst in UTC, zoals 2024-03-31T00:30:00Z", en: "text in UTC, such as 2024-03-31T00:30:00Z")
    case .unreadable: Text(nl: "alleen met --text", en: "with --text only")
    }
  }
}

/// The forms of the columns that a query gives.
struct TypeCatalogue {
  let link: ServerLink

  /// Returns the form of each type, and what the server calls those that cannot be read.
  func forms(of types: Set<UInt32>) throws -> (forms: [UInt32: ColumnForm], names: [UInt32: String]) {
    var forms = Dictionary(uniqueKeysWithValues: types.map { ($0, ColumnForm(type: $0)) })
    let strange = forms.filter { $0.value == .unreadable }.keys.sorted()
    guard !strange.isEmpty else { return (forms, [:]) }
    let list = "{\(strange.map(String.init).joined(separator: ","))}"
    var names: [UInt32: String] = [:]
    for row in try link.ask(
      """
      select t.oid::text, t.typtype::text, pg_catalog.format_type(t.oid, null) from pg_catalog.pg_type t \
      where t.oid = any ($1::oid[])
      """, [list]
    ).rows {
      guard let number = row[0].flatMap({ UInt32($0) }) else { continue }
      forms[number] = ColumnForm(type: number, isEnumeration: row[1] == "e")
      names[number] = row[2]
    }
    return (forms, names)
  }
}
