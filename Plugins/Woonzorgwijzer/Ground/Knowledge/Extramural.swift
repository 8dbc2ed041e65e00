import WorkbenchKit

/// How many people live at home where once they would have lived in an institution: two estimates, and when it came about.
struct Extramural: Sendable {
  /// A count of the whole country.
  struct Count: FieldItem, Sendable {
    let sectors: [String]
    let packages: [Package]
    let people: Double
    /// Of all places in institutions, a share of one.
    let shareOfCapacity: Double?
    let source: Citation
  }

  /// A care package, or a part of it.
  struct Package: FieldItem, Sendable {
    let name: String
    let part: Double

    /// `VV4 (50 %)`.
    var shown: String { part == 1 ? name : "\(name) (\(NumberText.fixed(part * 100, decimals: 0)) %)" }
  }

  /// From when on a package was given no more.
  struct Step: FieldItem, Sendable {
    let table: String
    let date: String?
    let sector: String
    let package: String?
    let part: Double?
    let remark: Text?
    let source: Citation
  }

  /// A single figure.
  struct Figure: FieldItem, Sendable {
    let people: Int
    let text: Text
    let source: Citation
  }

  static let sectors = ["VV", "VG", "LG", "ZG", "GGZ"]

  /// By RIGO, packages and then totals.
  let rigo: [Count]
  let rigoSource: Citation
  /// By the letter to parliament.
  let table1: [Count]
  let table1Source: Citation
  let tempo: [Step]
  let figures: [Figure]

  init(_ fields: Fields) throws {
    let rigo = try Fields(fields["rigo"])
    self.rigo = try rigo.list("packages") + rigo.list("totals")
    rigoSource = try rigo["source"]
    let table1 = try Fields(fields["table1"])
    self.table1 = try table1["rows"]
    table1Source = try table1["source"]
    tempo = try fields["tempo"]
    figures = try fields["figures"]
  }
}

extension Extramural.Count {
  init(_ fields: Fields) throws {
    let sectors: [String]? = try fields["sectors"]
    self.sectors = try sectors ?? [fields["sector"]]
    let packages: [Extramural.Package]? = try fields["packages"]
    self.packages = try packages ?? (fields.json("package") == nil ? [] : [Extramural.Package(fields)])
    people = try fields["people"]
    shareOfCapacity = try fields["share_of_capacity"]
    source = try fields["source"]
  }

  /// Whether it is of all sectors.
  var isOfAll: Bool { sectors == ["alle"] }
  /// What the sectors are called.
  var sectorNames: Text {
    isOfAll ? Text(nl: "alle", en: "all") : .verbatim(sectors.joined(separator: ", "))
  }
}

extension Extramural.Package {
  init(_ fields: Fields) throws {
    name = try fields["package"]
    part = try fields["part"] ?? 1
  }
}

extension Extramural.Step {
  init(_ fields: Fields) throws {
    table = try fields["table"]
    date = try fields["date"]
    sector = try fields["sector"]
    package = try fields["package"]
    part = try fields["part"]
    remark = try fields["remark"]
    source = try fields["source"]
  }
}

extension Extramural.Figure {
  init(_ fields: Fields) throws {
    people = try fields["people"]
    text = try fields["text"]
    source = try fields["source"]
  }
}
