import Session
import WorkbenchKit

/// `about [FILE] [--register]`
struct AboutCommand: HostCommand {
  struct Arguments: Sendable {
    let file = Argument(
      optional: "file", .newFile,
      about: Text(nl: "waarin --register geschreven wordt", en: "into which --register is written"))
    let register = Argument(
      toggle: "register",
      about: Text(
        nl: "de inschrijving voor het Algoritmeregister, als JSON",
        en: "the entry for the Dutch algorithm register, as JSON"
      ))
  }

  static let arguments = Arguments()

  /// Of the program and the kit, in words.
  let version: String

  let signature = Signature(
    "about",
    aliases: ["over"],
    summary: Text(
      nl: "wat dit programma is, en wat een openbare organisatie ervan moet weten",
      en: "what this program is, and what a public body has to know of it"),
    details: Text(
      nl: """
        Met --register staat er wat u in het Algoritmeregister van de Nederlandse overheid kunt inschrijven (publicatiestandaard 1.0). \
        Wat alleen uw organisatie weet, is daarin leeg; wat een jurist moet bevestigen, is hier genoemd en niet ingevuld.
        """,
      en: """
        With --register it gives what you can enter in the algorithm register of the Dutch government (publication standard 1.0; it is \
        in Dutch). What only your organisation knows is empty in it; what a lawyer has to confirm is named here and not filled in.
        """),
    examples: [
      Signature.Example("about", Text(nl: "wat het is", en: "what it is")),
      Signature.Example(
        "about algoritmeregister.json --register",
        Text(nl: "schrijf de inschrijving in een bestand", en: "write the entry into a file")),
      Signature.Example(
        "about algoritmeregister.json", Text(nl: "een bestand zonder --register", en: "a file without --register"),
        failsWith: "about.register"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    guard given.register else {
      if given.file == nil { return Output(facts) }
      throw Diagnostic(
        "about.register",
        Text(nl: "alleen de inschrijving wordt in een bestand geschreven", en: "only the entry is written into a file"),
        wayOut: Text(nl: "zet er --register achter", en: "put --register behind it"), suggestion: "--register",
        place: given.place(of: \.file))
    }
    guard let path = given.file else { return Output([.text(RegisterEntry.json)]) }
    try context.files.write(Array(RegisterEntry.json.utf8), to: path, at: given.place(of: \.file))
    return Output(Self.told(path))
  }

  private var facts: [Block] {
    var facts = Facts()
    facts.add("version", .text(version), label: Text(nl: "versie", en: "version"))
    facts.add("licence", .text("EUPL-1.2"), label: Text(nl: "licentie", en: "licence"))
    return [
      .paragraph(
        Text(
          nl: "leerkring is een werkbank voor leerkringen over wonen, welzijn en zorg. Het rekent met gebieden en "
            + "groepen, neemt geen besluiten over personen, en laat van elk cijfer zien waar het vandaan komt.",
          en: "leerkring is a workbench for learning circles on housing, welfare and care. It works with areas "
            + "and groups, takes no decisions on persons, and shows of every figure where it comes from.")),
      .facts(facts),
      .paragraph(
        Text(
          nl: "Het zoekt geen verbinding met een netwerk; alleen met een databank die u zelf noemt ('db add'). "
            + "Persoonsgegevens houdt het aan de deur tegen. Wat een openbare organisatie ervan moet weten, staat "
            + "bij de broncode in .github: SECURITY.md, PRIVACY.md en ACCESSIBILITY.md; 'about --register' geeft de "
            + "inschrijving voor het Algoritmeregister.",
          en: "It seeks no connection with a network, but for a database that you name yourself ('db add'). "
            + "Personal data it stops at the door. What a public body has to know of it stands beside the source "
            + "in .github: SECURITY.md, PRIVACY.md and ACCESSIBILITY.md; 'about --register' gives the entry for "
            + "the Dutch algorithm register.")),
    ]
  }

  private static func told(_ path: String) -> [Block] {
    func titles(_ author: RegisterEntry.Author) -> Text {
      Text.list(RegisterEntry.fields.filter { $0.author == author }.map(\.title), atMost: RegisterEntry.fields.count)
    }
    let (own, lawyer) = (titles(.organisation), titles(.lawyer))
    return [
      .paragraph(
        Text(nl: "De inschrijving staat in '\(path)'.", en: "The entry stands in '\(path)'.")),
      .notice(
        .info(
          nl: "Uw organisatie vult in: \(own.nl).", en: "Your organisation fills in: \(own.en).")),
      .notice(
        .caution(
          nl: "Vul dit pas in als een jurist het heeft bevestigd: \(lawyer.nl).",
          en: "Fill this in only once a lawyer has confirmed it: \(lawyer.en).")),
    ]
  }
}
