import Files
import TestSupport
import Testing

/// The notebooks that ship: each gives what stands in it, and each says what it needs.
@Suite struct ShippedNotebooksTests {
  private static let names = FilePath.names(in: "\(Places.root)/Notebooks").filter { $0.hasSuffix(".md") }.sorted()

  @Test func `there is one for each plugin, two that take a neighbourhood through four, and two on real figures`() {
    #expect(
      Self.names == [
        "casebook.md", "effects-arena.md", "instrument-selector.md", "learning-circle.md", "leerkring-lindehof.md",
        "mijn-gemeente.md", "persona-mapper.md", "procurement-comparator.md", "quality-mirror.md", "region-monitor.md",
        "van-tekort-tot-verrekening.md",
        "volgend-jaar.md", "waakvlam.md", "woonzorgwijzer.md",
      ])
    let case4 = HouseSources.text("Notebooks/leerkring-lindehof.md")
    for plugin in ["woonzorgwijzer", "personamapper", "instrumentselector", "procurementcomparator"] {
      #expect(case4.contains("\n  \(plugin): "), "\(plugin)")
    }
  }

  @Test func `from a shortage to a settlement each cell reads what the one before it offered`() {
    let text = HouseSources.text("Notebooks/van-tekort-tot-verrekening.md")
    let outputs = text.split(separator: "\n").filter { $0.hasPrefix("```output ") }
    for (table, reader) in [
      ("tables/wzw.gaps", "procurementcomparator"), ("tables/procure.money", "effectsarena"),
      ("tables/waakvlam.caseload", "effectsarena"),
    ] {
      #expect(
        outputs.contains { line in
          let reads = line.split(separator: " ").first { $0.hasPrefix("reads=") } ?? ""
          return reads.dropFirst(6).split(separator: ",").contains { $0 == table }
            && line.contains("plugins=\(reader):")
        }, "\(table)")
    }
    #expect(outputs.contains { $0.contains("tables/arena.ledger:") } && text.contains("arena settle"))
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
