import WorkbenchKit

/// The national starting values that are in use in a workspace.
///
/// Their figures stand in tables of their own, so that what is imported never mixes with them and always goes first.
enum StartingValues {
  static let setting = Setting(
    "wzw.starting",
    .choice([Candidate("on", Text(nl: "aan", en: "on")), Candidate("off", Text(nl: "uit", en: "off"))]),
    fallback: .text("on"),
    about: Text(
      nl: "of landelijke beginwaarden meetellen waar eigen cijfers ontbreken",
      en: "whether national starting values count where there are no figures of one's own"))

  static let rates = "wzw.start.rates"
  static let survival = "wzw.start.survival"
  static let populationPrefix = "wzw.start.population."
  /// The piece of the plugin's document with the sets that are in use.
  static let piece = "start"

  static func population(_ year: Int) -> String { "\(populationPrefix)\(year)" }

  static func areOn(_ workspace: WorkspaceHandle) -> Bool { workspace.setting(setting.name)?.text != "off" }

  /// The ids of the sets that were taken into use, whether they count now or not.
  static func inUse(_ workspace: WorkspaceHandle) throws -> [String] {
    try workspace.read(piece) { try Fields($0).list("sets") } ?? []
  }

  /// Whether a set is in use and counts now.
  static func counts(_ id: String, _ workspace: WorkspaceHandle) throws -> Bool {
    try areOn(workspace) && inUse(workspace).contains(id)
  }

  static func keep(_ ids: [String], in workspace: WorkspaceHandle) {
    workspace.setDocument(piece, to: ids.isEmpty ? nil : ["sets": .array(ids.map(JSON.string))])
  }

  /// A table of starting values; nil where none is in use, or they do not count.
  static func part(_ name: String, _ workspace: WorkspaceHandle) -> Part? {
    areOn(workspace) ? workspace.part(PartName(.tables, name)) : nil
  }
}

/// A set of starting values that had part in a result, as it is named there.
struct StartingMark: Hashable, Sendable {
  let label: Text
  let year: String
  /// The keys of its publications.
  let publications: [String]

  init(label: Text, year: String, publications: [String]) {
    (self.label, self.year, self.publications) = (label, year, publications)
  }

  /// Of a row of a table of starting values.
  init?(_ table: Table, row: Int) {
    func text(_ name: String) -> String? {
      table.column(name)?.texts.flatMap { $0.indices.contains(row) ? $0[row] : nil }
    }
    guard let nl = text("label_nl"), let en = text("label_en") else { return nil }
    label = Text(nl: nl, en: en)
    year = text("years") ?? ""
    publications = (text("publications") ?? "").split(separator: " ").map(String.init)
  }

  /// What a result says that rests on them, in one line; nil where it rests on none.
  ///
  /// - Parameter ofCountry: whether all that it is said of is the country itself.
  static func sentence(_ marks: some Sequence<StartingMark>, ofCountry: Bool = false) -> Text? {
    var seen: Set<StartingMark> = []
    let named = marks.filter { seen.insert($0).inserted }.map { $0.label + .verbatim(" (\($0.year))") }
    guard !named.isEmpty else { return nil }
    let list = Text.joined(named, by: "; ")
    let lead = Text.plural(
      named.count,
      Text(nl: "landelijke beginwaarde", en: "national starting value"),
      Text(nl: "landelijke beginwaarden", en: "national starting values"))
    let other = ofCountry ? Text.verbatim("") : Text(nl: ", niet van dit gebied", en: ", not this area's")
    return Text(nl: "\(lead.nl)\(other.nl): \(list.nl)", en: "\(lead.en)\(other.en): \(list.en)")
  }
}
