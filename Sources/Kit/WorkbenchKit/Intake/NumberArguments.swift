/// `--decimal` and `--thousands`, for every command that reads numbers out of a file.
public struct NumberArguments: ArgumentGroup {
  /// The sign before the decimals.
  public let decimal = Argument(
    flag: "decimal", .choice([Candidate("auto"), Candidate("comma"), Candidate("point")]), default: "auto",
    about: Text(nl: "het teken voor de decimalen", en: "the sign before the decimals"))
  /// The sign between thousands.
  public let thousands = Argument(
    flag: "thousands",
    .choice([
      Candidate("auto"), Candidate("comma"), Candidate("point"), Candidate("space"), Candidate("apostrophe"),
      Candidate("none", Text(nl: "er staat niets tussen duizendtallen", en: "nothing stands between thousands")),
    ]), default: "auto",
    about: Text(nl: "het teken tussen duizendtallen", en: "the sign between thousands"))

  /// Makes the two.
  public init() {}
}

extension Given<NumberArguments> {
  /// Returns what the line says of the signs within numbers.
  ///
  /// - Throws: `argument.clash` where one sign is to be both.
  public func marks() throws -> GivenMarks {
    let marks = GivenMarks(
      decimal: DecimalMark(rawValue: self.decimal), thousands: ThousandsMark(rawValue: self.thousands))
    if let decimal = marks.decimal, marks.thousands?.rawValue == decimal.rawValue {
      throw Diagnostic(
        "argument.clash",
        Text(
          nl: "één teken kan niet de decimalen en ook de duizendtallen scheiden",
          en: "one sign cannot stand before the decimals and between thousands too"),
        wayOut: Text(
          nl: "geef één van de twee, de andere volgt daaruit", en: "give one of the two, the other follows from it"),
        place: place(of: \.thousands))
    }
    return marks
  }
}
