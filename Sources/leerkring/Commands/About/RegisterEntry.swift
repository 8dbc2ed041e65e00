import WorkbenchKit

/// What stands of the program in the Dutch algorithm register, field by field.
///
/// The fields, their names, lengths and order are those of the publication standard 1.0 of the Ministry of the Interior and Kingdom
/// Relations (Algoritmeregister, 2023). The register is kept in Dutch, and so is the entry.
enum RegisterEntry {
  /// Who fills a field in.
  enum Author: Sendable {
    /// It stands here.
    case program
    /// The organisation that uses the program.
    case organisation
    /// The organisation, once a lawyer has confirmed it.
    case lawyer
  }

  struct Field: Sendable {
    let name: String
    /// As the register calls it.
    let title: String
    let value: JSON
    let author: Author
  }

  static let fields: [Field] = [
    filled("name", "Naam", "Leerkring: rekenen en besluiten over wonen, welzijn en zorg per gebied"),
    filled(
      "description_short", "Korte omschrijving",
      "Met dit programma bekijken gemeenten, corporaties, zorgaanbieders en bewoners samen wie er in een gebied "
        + "wonen en wat zij nodig kunnen hebben, vergelijken zij manieren van sturen en inkopen, en leggen zij "
        + "besluiten vast. Het rekent met gebieden en groepen, niet met personen."),
    open("organization", "Organisatie"),
    Field(
      name: "category", title: "Thema", value: .array(["Wonen", "Zorg en gezondheid"]), author: .program),
    open("status", "Status"), open("begin_date", "Begindatum"), open("end_date", "Einddatum"),
    open("contact_email", "Contactgegevens"), open("website", "Link naar publiekspagina"),
    open("publication_category", "Publicatiecategorie", .lawyer), open("url", "Link naar bronregistratie"),
    filled(
      "goal", "Doel en impact",
      "Het doel is dat een groep aan één tafel van dezelfde cijfers uitgaat en ziet waar die vandaan komen. "
        + "Inwoners merken er alleen langs een omweg iets van: de uitkomsten zijn schattingen voor een buurt, wijk "
        + "of gemeente, of vergelijkingen van manieren van betalen, en mensen besluiten daarna over plannen, "
        + "woningen of contracten. Over één persoon zegt het niets."),
    filled(
      "proportionality", "Afwegingen",
      "Zonder zo'n programma rekent elke partij apart, met eigen bestanden en aannames, en is later niet terug te "
        + "vinden waarop een plan steunde. Daar staat tegenover dat een schatting zekerder lijkt dan zij is. "
        + "Daarom staan bij elke uitkomst de bronnen, de aannames en waar mogelijk een marge, en worden kleine "
        + "aantallen niet getoond. Het alternatief is een onderzoek per gebied, dat meer kost en nauwkeuriger kan "
        + "zijn."),
    filled(
      "human_intervention", "Menselijke tussenkomst",
      "Mensen kiezen welke bestanden, aannames en gewichten meedoen, zien wat daarvan komt, kunnen elke stap "
        + "terugnemen en besluiten zelf. Het programma neemt geen besluit en zet er geen in gang."),
    filled(
      "risks", "Risicobeheer",
      "Herleidbaarheid: bestanden met persoonsgegevens worden aan de deur geweigerd, aantallen onder de vijf en "
        + "wat daaruit volgt blijven achter, en namen zijn te verbergen. Schijnzekerheid: landelijke aannames "
        + "staan bij elke uitkomst die erop steunt. Verouderde cijfers: van elk bestand staan het jaar en een "
        + "controlegetal vast, en wat op een ingetrokken bestand steunt, is op te vragen. Persona's beschrijven "
        + "groepen; zij zijn niet bedoeld om iemand te beoordelen."),
    open("lawful_basis", "Wettelijke basis", .lawyer),
    open("lawful_basis_grouping", "Verwijzingen wettelijke basis", .lawyer),
    open("process_index_url", "Link naar verwerkingsregister"),
    open("impacttoetsen_grouping", "Impacttoetsen"),
    open("impacttoetsen", "Toelichting op impacttoetsen", .lawyer),
    filled(
      "source_data", "Gegevens",
      "Openbare cijfers per gebied, zoals de kerncijfers wijken en buurten van het CBS en de gezondheidscijfers "
        + "van het RIVM; landelijke cijfers die met hun bron meekomen; en wat de organisatie zelf inleest: "
        + "tellingen, enquêtes zonder namen, calculaties en offertes. Wat er bij u in gaat, vult u hier aan."),
    open("source_data_grouping", "Verwijzingen gegevensbronnen"),
    filled(
      "methods_and_models", "Technische werking",
      "Niet zelflerend: wat het doet staat vast, en dezelfde invoer en hetzelfde startgetal geven dezelfde "
        + "uitkomst. Schattingen per gebied zijn aantallen inwoners maal kansen, zo nodig aangepast aan bekende "
        + "totalen of verbonden met tellingen (Fay-Herriot); vooruitberekeningen volgen leeftijdsgroepen "
        + "(cohort-componentmethode); marges komen uit trekkingen. Groepen uit enquêtes komen uit clusteranalyse "
        + "(partitionering rond medoïden). Vergelijkingen van vormen van betalen komen uit gesimuleerde "
        + "trekkingen, rangordes uit gewogen criteria. 'why' toont van elke uitkomst waar zij vandaan komt; de "
        + "broncode is open (EUPL-1.2)."),
    open("provider", "Leverancier"), open("publiccode", "Link naar broncode"), filled("lang", "Taal", "nld"),
    filled("standard_version", "Versie publicatiestandaard", "1.0"), open("source_id", "Bron-ID"),
    filled("tags", "Zoektermen", "wonen, welzijn, zorg, Wmo, woonzorgvisie, inkoop, persona's, buurten, leerkring"),
  ]

  /// The entry: an object with each field of the standard in its order, empty where the organisation fills it in.
  static var json: String {
    let lines = fields.map { "  \(JSON.string($0.name).canonical): \($0.value.canonical)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private static func filled(_ name: String, _ title: String, _ text: String) -> Field {
    Field(name: name, title: title, value: .string(text), author: .program)
  }

  private static func open(_ name: String, _ title: String, _ author: Author = .organisation) -> Field {
    Field(name: name, title: title, value: .null, author: author)
  }
}
