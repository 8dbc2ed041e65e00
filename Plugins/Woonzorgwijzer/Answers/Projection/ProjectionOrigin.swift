import WorkbenchKit

extension Projection {
  /// Where the numbers come from.
  func origin(_ people: PeopleByAge, _ codebook: Codebook, in workspace: WorkspaceHandle) throws -> FigureOrigin {
    var origin = FigureOrigin()
    if ways.contains(.keyFigures) {
      for year in Set(rows.flatMap { $0.area.places.map(\.year) }).sorted() {
        for record in try ImportedTables.records(of: ImportedTables.areas(year), in: workspace) {
          origin.add(record, columns: people.columnNames(year))
          if let source = codebook.publication(of: record, year: record.year) { origin.add(source) }
        }
      }
    }
    var tables: [String] = []
    for record in try people.files(in: workspace) {
      origin.add(record, columns: record.columns)
      if record.isOwn { origin.add(.own(record.fileName, year: record.year)) }
    }
    if case .cohort(let table) = way { tables.append(table.tableName) }
    for name in tables {
      for record in try ImportedTables.records(of: name, in: workspace) { origin.add(record, columns: record.columns) }
    }
    for assumption in assumptions(people) { origin.add(assumption: assumption) }
    origin.add(sourcesOf: starting(people), codebook)
    if case .cohort(let table) = way {
      for cited in table.cited { origin.add(Source(id: "survival", title: cited, publisher: "", date: "")) }
      origin.add(
        Source(
          id: "preston-2001", title: "Demography: Measuring and Modeling Population Processes",
          publisher: "Preston, Heuveline & Guillot", date: "2001", place: "6"))
    }
    return origin
  }

  private func assumptions(_ people: PeopleByAge) -> [Text] {
    var texts = ways.assumptions(people, withStart: false)
    switch way {
    case .cohort(let table):
      if table.start != nil {
        texts.append(
          Text(
            nl: "overleving en geboorten zijn tot \(year) die van heel Nederland, en niemand verhuist",
            en: "survival and births are those of the whole country until \(year), and nobody moves"))
      } else if !table.later.isEmpty {
        texts.append(
          Text(
            nl: "overleving, migratie en geboorten zijn die van hun periode, en overal dezelfde",
            en: "survival, migration and births are those of their period, and the same everywhere"))
      } else {
        texts.append(
          Text(
            nl: "overleving, migratie en geboorten blijven tot \(year) gelijk, en zijn overal dezelfde",
            en: "survival, migration and births stay as they are until \(year), and are the same everywhere"))
      }
      if isBySex {
        texts.append(
          Text(
            nl: "mannen en vrouwen zijn apart vooruitgerekend; van de pasgeborenen is 51,3 % een jongen",
            en: "men and women were projected apart; 51.3% of the newborn are boys"))
      }
      if isScaled {
        texts.append(
          Text(
            nl:
              "alle mensen zijn het inwonertal zelf, dat van de klassen samen verschilt; hun aantal in \(year) is dat van de klassen samen, naar verhouding",
            en:
              "all people are the population itself, which differs from its bands together; their number in \(year) is that of the bands together, in proportion"
          ))
      }
      if isBetweenSteps {
        texts.append(
          Text(
            nl: "tussen twee stappen van \(table.width) jaar loopt het aantal in een rechte lijn",
            en: "between two steps of \(table.width) years numbers go in a straight line"))
      }
    case .growth(let factors):
      let listed = factors.map { "\($0.ages.label) × \(NumberText.shortest($0.factor))" }.joined(separator: ", ")
      texts.append(
        Text(nl: "groeifactoren zoals opgegeven: \(listed)", en: "growth factors as given: \(listed)"))
    case .none: break
    }
    return texts
  }
}
