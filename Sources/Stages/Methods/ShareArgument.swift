import WorkbenchKit

extension Call {
  /// Returns a share of one that was typed as `0.12` or as `12%`.
  ///
  /// - Parameter isOpen: whether 0 and 1 themselves are out.
  /// - Throws: `argument.range`.
  func share(_ name: String, isOpen: Bool = false) throws -> Double? {
    guard case .number(let number, let unit)? = value(name) else { return nil }
    let share = unit == .percent ? number / 100 : number
    guard isOpen ? share > 0 && share < 1 : (0...1).contains(share) else {
      let shown = value(name)?.plain ?? ""
      throw Diagnostic(
        "argument.range",
        Text(nl: "\(shown) valt buiten wat '\(name)' kan zijn", en: "\(shown) is outside what '\(name)' can be"),
        wayOut: isOpen
          ? Text(nl: "tussen 0 en 1, of tussen 0% en 100%", en: "between 0 and 1, or between 0% and 100%")
          : Text(nl: "van 0 tot en met 1, of van 0% tot en met 100%", en: "from 0 through 1, or from 0% through 100%"),
        place: place(of: name))
    }
    return share
  }
}

extension Parameter {
  /// How much of the distribution lies between two limits.
  static let level = Parameter.flag(
    "level", .number(0...100), about: Text(nl: "de zekerheid", en: "the confidence"), unit: .share, fallback: "0.95")

  /// A share of one, checked by `Call.share`, since `12%` is one as well.
  static func share(_ name: String, about: Text) -> Parameter {
    Parameter(name, .number(-1e15...1e15), position: .flag, required: true, about: about, unit: .share)
  }

  /// The size of a group or sample.
  static let size = Parameter(
    "n", .number(1...1e15), position: .flag, required: true,
    about: Text(nl: "hoe groot de groep of steekproef is", en: "how large the group or sample is"), unit: .persons)
}
