import WorkbenchKit

/// Where the methods come from, and what is said of answers that rest on what the table typed.
enum MethodWords {
  static let wilson = Citation(id: "wilson-1927", place: .verbatim("209-212"))
  static let order = Citation(id: "patil-taillie-2004", place: .verbatim("199-228"))
  static let path = Citation(id: "kelley-walker-1959", place: .verbatim("160-173"))
  static let network = Citation(id: "van-slyke-1963", place: .verbatim("839-860"))
  static let threePoints = Citation(id: "malcolm-1959", place: .verbatim("646-669"))
  static let shortfall = Citation(id: "acerbi-tasche-2002", place: .verbatim("1487-1503"))
  static let likeness = Citation(id: "gower-1971", place: .verbatim("857-871"))

  static let scale = Block.info(nl: "de schaal van 1 tot 5 is van ons", en: "the scale of 1 to 5 is ours")
  static let ownFigures = Block.info(
    nl: "alle getallen zijn van de tafel: de bron geeft geen cliënten of bedragen per regio",
    en: "all figures are the table's: the source gives no clients or amounts by region")
}

extension Context {
  /// Whether what each role said may be seen.
  var showsRoles: Bool { workspace.setting("kring.show-roles")?.plain != "off" }

  /// What is said where it may not be seen.
  static let rolesHidden = Block.info(
    nl: "antwoorden per rol zijn verborgen (kring.show-roles): een rol kan één mens zijn",
    en: "answers of each role are hidden (kring.show-roles): a role may be one person")
}
