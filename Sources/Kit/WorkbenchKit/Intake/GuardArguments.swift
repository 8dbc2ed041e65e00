/// `--drop COLUMN[,…]` and `--pseudonymise COLUMN[,…]`, for every command that reads a file.
public struct GuardArguments: ArgumentGroup {
  /// Columns to leave out.
  public let drop = Argument(
    flags: "drop", .name,
    about: Text(nl: "laat deze kolommen weg: ze worden niet bewaard", en: "leave these columns out: they are not kept"))
  /// Columns whose values get other names.
  public let pseudonymise = Argument(
    flags: "pseudonymise", .name,
    about: Text(
      nl: "geef elke waarde in deze kolommen een andere naam, dezelfde waarde dezelfde naam in deze werkruimte",
      en: "give each value in these columns another name, the same value the same name in this workspace"))

  /// Makes the two.
  public init() {}
}

extension Given<GuardArguments> {
  /// Returns the guard that the line asks for.
  ///
  /// - Parameters:
  ///   - context: what the command works in.
  ///   - isOfRespondents: whether the rows are persons.
  public func guarding(in context: Context, isOfRespondents: Bool = false) -> Protection {
    Protection(
      dropped: self.drop, pseudonymised: self.pseudonymise, isOfRespondents: isOfRespondents,
      pseudonyms: context.pseudonyms,
      place: has(\.drop) ? place(of: \.drop) : place(of: \.pseudonymise))
  }
}
