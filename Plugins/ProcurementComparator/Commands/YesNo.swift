import WorkbenchKit

/// An answer that a person gives on a line.
enum YesNo: String, ArgumentChoice {
  case yes, no

  static let usual = YesNo.no

  var about: Text? { self == .yes ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
}
