import Files
import TestSupport
import Testing

/// The notebooks that ship: each gives what stands in it, and each says what it needs.
@Suite struct ShippedNotebooksTests {
  private static let names = FilePath.names(in: "\(Places.root)/Notebooks").filter { $0.hasSuffix(".md") }.sorted()

  @Test func `there is one for each plugin, one that takes a neighbourhood through four, and two on real figures`() {
    #expect(
      Self.names == [
        "effects-arena.md", "instrument-selector.md", "learning-circle.md", "leerkring-lindehof.md", "mijn-gemeente.md",
        "persona-mapper.md", "procurement-comparator.md", "quality-mirror.md",
        "volgend-jaar.md", "waakvlam.md", "woonzorgwijzer.md",
      ])
    let case4 = HouseSources.text("Notebooks/leerkring-lindehof.md")
    for plugin in ["woonzorgwijzer", "personamapper", "instrumentselector", "procurementcomparator"] {
      #expect(case4.contains("\n  \(plugin): "), "\(plugin)")
    }
  }

  @Test(arguments: names)
  func `a notebook gives what stands in it`(name: String) {
    let run = Leerkring.run(["notebook", "check", name], folder: "\(Places.root)/Notebooks")
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    // Where the program or its user's files lie on a machine is nobody else's business.
    #expect(!HouseSources.text("Notebooks/\(name)").contains("/.build/"))
    if (run.output + run.errors).contains("skipped: ") { print("\(name): \(run.output)\(run.errors)") }
  }

  @Test func `in the case of all four, the instruments and the simulation read what the steps before them left`() {
    let text = HouseSources.text("Notebooks/leerkring-lindehof.md")
    let outputs = text.split(separator: "\n").filter { $0.hasPrefix("```output ") }
    #expect(outputs.contains { $0.contains("writes=tables/wzw.gaps") })
    #expect(outputs.contains { $0.contains("tables/wzw.gaps") && $0.contains("plugins=instrumentselector") })
    #expect(outputs.contains { $0.contains("tables/wzw.estimates ") && $0.contains("plugins=procurementcomparator") })
    #expect(outputs.contains { $0.contains("tables/wzw.gaps ") && $0.contains("plugins=personamapper") })
    #expect(
      outputs.contains { $0.contains("tables/arrangement.measures") && $0.contains("plugins=instrumentselector") })
    #expect(outputs.contains { $0.contains("writes=tables/procure.form") })
  }
}
