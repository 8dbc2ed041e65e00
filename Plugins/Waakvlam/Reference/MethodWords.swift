import WorkbenchKit

/// Where the methods come from, and what is said of answers that rest on what the table typed.
enum MethodWords {
  static let erlang = Citation(id: "erlang-1917", place: .verbatim("138-155"))
  static let uniformisation = Citation(id: "jensen-1953", place: .verbatim("87-91"))
  static let chain = Citation(
    id: "kemeny-snell-1960", place: Text(nl: "hoofdstuk 3", en: "chapter 3"))
  static let waiting = Citation(id: "kaplan-meier-1958", place: .verbatim("457-481"))
  static let limits = Citation(id: "wilson-1927", place: .verbatim("209-212"))
  static let agreement = Citation(id: "van-der-eijk-2001", place: .verbatim("325-341"))

  static let scale = Block.info(nl: "de schaal van 1 tot 5 is van ons", en: "the scale of 1 to 5 is ours")
  static let ownFigures = Block.info(
    nl: "alle getallen zijn van de tafel: de bron geeft er geen",
    en: "all figures are the table's: the source gives none")
}

extension Context {
  /// Whether what each role said may be seen.
  var showsRoles: Bool { workspace.setting("kring.show-roles")?.plain != "off" }

  /// What is said where it may not be seen.
  static let rolesHidden = Block.info(
    nl: "antwoorden per rol zijn verborgen (kring.show-roles): een rol kan één mens zijn",
    en: "answers of each role are hidden (kring.show-roles): a role may be one person")
}
