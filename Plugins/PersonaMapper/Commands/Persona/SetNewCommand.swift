import WorkbenchKit

/// `persona set new NAME`: an empty set with two axes.
struct SetNewCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "persona set new", aliases: ["persona set nieuw"],
    summary: Text(nl: "begin een eigen set met twee assen", en: "begin a set of your own with two axes"),
    details: Text(
      nl: "Een as is NAAM of NAAM:LAAG..HOOG, zoals 'afhankelijkheid:zelfstandig..afhankelijk'.",
      en: "An axis is NAME or NAME:LOW..HIGH, such as 'dependence:independent..dependent'."),
    parameters: [
      .argument("name", about: Text(nl: "hoe de set heet", en: "what the set is called")),
      .flag("theme", .text, about: Text(nl: "het thema in een paar woorden", en: "the theme in a few words")),
      .flag("x", .text, about: Text(nl: "de liggende as", en: "the axis across")),
      .flag("y", .text, about: Text(nl: "de staande as", en: "the axis upwards")),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "persona set new eenzaamheid --x 'netwerk:klein..groot' --y 'initiatief:afwachtend..zelf'",
        Text(nl: "een set met twee assen", en: "a set with two axes")),
      .init(
        "persona set new langer-thuis", Text(nl: "een naam die de bron al heeft", en: "a name that the source has"),
        failsWith: "set.taken"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    let id = try Slug.require(name, at: call.place(of: "name"))
    let held = try Holdings.ids(context).compactMap { try Holdings.set($0, context) }
    try Kind.set.demandFree(id, in: held + (try catalogue.sets(context)), at: call.place(of: "name"))
    var set = PersonaSet(id: id, theme: try Said.text(call, "theme") ?? .verbatim(name))
    set.x = try Self.axis(call, "x")
    set.y = try Self.axis(call, "y")
    Holdings.store(set, context)
    Holdings.use(id, context)
    var blocks = [
      Shown.info(
        "de set '\(id)' is in gebruik, nog zonder persona's", "the set '\(id)' is in use, without personas yet")
    ]
    if set.x == nil || set.y == nil {
      blocks.append(
        Shown.info(
          "zonder beide assen is er geen kaart; 'persona set axis' geeft ze",
          "without both axes there is no map; 'persona set axis' gives them"))
    }
    return Output(blocks)
  }

  static func axis(_ call: Call, _ name: String) throws -> PersonaAxis? {
    guard let words = try Said.words(call.text(name), at: call.place(of: name)) else { return nil }
    let halves = words.split(separator: ":", maxSplits: 1).map(String.init)
    let ends = halves.count > 1 ? halves[1].ranges(of: "..") : []
    guard let title = halves.first, halves.count == 1 || ends.count == 1 else {
      throw Diagnostic(
        "axis.form", Text(nl: "'\(words)' is geen as", en: "'\(words)' is no axis"),
        wayOut: Text(nl: "schrijf NAAM:LAAG..HOOG", en: "write NAME:LOW..HIGH"), place: call.place(of: name))
    }
    guard let end = ends.first else {
      return PersonaAxis(
        name: .verbatim(title), low: Text(nl: "weinig", en: "little"), high: Text(nl: "veel", en: "much"))
    }
    let (low, high) = (halves[1][..<end.lowerBound], halves[1][end.upperBound...])
    return PersonaAxis(
      name: .verbatim(title), low: .verbatim(Self.trimmed(low)), high: .verbatim(Self.trimmed(high)))
  }

  private static func trimmed(_ words: Substring) -> String { words.split(separator: " ").joined(separator: " ") }
}
