import TestSupport
import Testing
import WorkbenchKit

/// What the program says of itself, and its entry in the Dutch algorithm register.
@Suite struct AboutTests {
  /// The fields of the publication standard 1.0 with the most signs that each may hold; nil where that is not said of a text.
  private static let standard: [(name: String, limit: Int?)] = [
    ("name", 100), ("description_short", 350), ("organization", 100), ("category", nil), ("status", nil),
    ("begin_date", 7), ("end_date", 7), ("contact_email", 500), ("website", 500), ("publication_category", nil),
    ("url", 500), ("goal", 2_500), ("proportionality", 2_500), ("human_intervention", 2_500), ("risks", 2_500),
    ("lawful_basis", 2_500), ("lawful_basis_grouping", nil), ("process_index_url", 500),
    ("impacttoetsen_grouping", nil), ("impacttoetsen", 2_500), ("source_data", 2_500), ("source_data_grouping", nil),
    ("methods_and_models", 5_000), ("provider", 200), ("publiccode", 500), ("lang", nil), ("standard_version", nil),
    ("source_id", 100), ("tags", 2_500),
  ]
  private static let themes = ["Wonen", "Zorg en gezondheid"]

  private let folder = TemporaryFolder()

  @Test func `the entry has each field of the standard in its order, none too long, and nothing else`() throws {
    let run = Leerkring.run(["-c", "about --register"])
    #expect(run.code == 0 && run.errors.isEmpty)
    let entry = try JSONReader.parse(run.output)
    #expect(entry.object?.count == Self.standard.count)
    let places = Self.standard.map { run.output.firstRange(of: "\"\($0.name)\":")?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    for (name, limit) in Self.standard {
      let text = entry[name]?.string
      if let text, let limit { #expect(text.count < limit && !text.isEmpty, "\(name)") }
    }
    #expect(entry["category"]?.array?.compactMap(\.string) == Self.themes)
    #expect(entry["lang"] == "nld" && entry["standard_version"] == "1.0")
  }

  @Test func `what the organisation or a lawyer has to say is empty, and named on the screen`() throws {
    let path = folder("algoritmeregister.json")
    let told = Leerkring.run(["-c", "about '\(path)' --register"])
    #expect(told.code == 0)
    let entry = try JSONReader.parse(try #require(folder.text("algoritmeregister.json")))
    for name in ["organization", "status", "contact_email", "publication_category", "lawful_basis", "impacttoetsen"] {
      #expect(entry[name] == .null, "\(name)")
    }
    let words = told.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("Your organisation fills in: Organisatie, Status"))
    #expect(words.contains("once a lawyer has confirmed it: Publicatiecategorie, Wettelijke basis"))
  }

  @Test(arguments: ["nl", "en"]) func `about says what it is and where the rest stands`(language: String) throws {
    let run = Leerkring.run(["--lang", language, "-c", "about"])
    #expect(run.code == 0)
    for name in ["SECURITY.md", "PRIVACY.md", "ACCESSIBILITY.md", "EUPL-1.2", "about --register"] {
      #expect(run.output.contains(name))
      if name.hasSuffix(".md") { #expect(HouseSources.text(".github/\(name)").count > 1_000) }
    }
  }

  @Test func `a file without --register is one clear error, and nothing is written`() throws {
    let run = Leerkring.run(["--json", "-c", "about '\(folder("x.json"))'"])
    #expect(run.errorObject?["code"] == "about.register" && folder.text("x.json") == nil)
  }
}
