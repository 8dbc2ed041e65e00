import Session
import WorkbenchKit

/// Tells of runs: by which tool, on which files, with what given, and what came of it.
struct RunEntities {
  let contents: CrateContents
  let inputs: InputEntities
  /// By the id of a run.
  let results: [String: ResultFiles]
  /// By the path of a table the cells of which it is known where they came from.
  let cells: [String: [CellOrigin]]

  /// All of them by their ids.
  private let runs: [String: CrateRun]

  private var language: Language { contents.language }

  init(
    _ contents: CrateContents, _ inputs: InputEntities, _ results: [String: ResultFiles],
    _ cells: [String: [CellOrigin]]
  ) {
    (self.contents, self.inputs, self.results, self.cells) = (contents, inputs, results, cells)
    runs = Dictionary(contents.runs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func add(to entities: inout Entities) {
    for run in contents.runs {
      add(run, to: &entities)
      if let files = results[run.id] { add(files, of: run, to: &entities) }
    }
  }

  private func add(_ run: CrateRun, to entities: inout Entities) {
    var action = Entity("#\(run.id)", "CreateAction")
    action.set("name", run.line)
    var words = run.place(language)
    if !run.needs.isEmpty {
      words += Text(nl: "; hangt aan: ", en: "; hangs on: ")(language) + run.needs.joined(separator: " ; ")
    }
    action.set("description", words)
    action.set("endTime", run.time.map { $0.hasSuffix("Z") ? $0.dropLast() + "+00:00" : $0 })
    action.refer("agent", to: contents.organisation == nil ? [] : [Entity.organisation])
    let tools = run.tools.isEmpty ? [contents.program] : run.tools
    for tool in tools { entities.add(Self.tool(tool)) }
    action.refer("instrument", to: tools.map(Self.id))
    let given = run.given + assumptions(of: run)
    action.refer(
      "object",
      to: run.inputs.compactMap { inputs.ids[$0.sha256] } + given.map(\.id) + run.basis.map { "#\($0)-result" })
    for value in given { entities.add(Self.value(value)) }
    action.refer("result", to: (results[run.id]?.all.map(\.path) ?? []) + ["#\(run.id)-result"])
    entities.add(action)
    entities.add(outcome(of: run))
  }

  /// What came of a run, as one thing that others can stand on: its files, and the parts of the workspace that it changed.
  private func outcome(of run: CrateRun) -> Entity {
    var entity = Entity("#\(run.id)-result", "CreativeWork")
    entity.set("name", Text(nl: "wat '\(run.line)' gaf", en: "what '\(run.line)' gave")(language))
    if !run.changed.isEmpty {
      let parts = run.changed.joined(separator: ", ")
      entity.set(
        "description", Text(nl: "veranderde delen: \(parts)", en: "parts that changed: \(parts)")(language))
    }
    entity.refer("hasPart", to: results[run.id].map { $0.all.map(\.path) } ?? [])
    return entity
  }

  private func add(_ files: ResultFiles, of run: CrateRun, to entities: inout Entities) {
    let provenance = run.result?.provenance ?? Provenance()
    let sources = provenance.sources.map { Self.publication($0) }
    for source in sources { entities.add(source) }
    let based = self.files(under: run).compactMap { inputs.ids[$0.sha256] }
    var whole = Entity.of(files.whole)
    whole.refer("isBasedOn", to: based)
    whole.refer("citation", to: sources.map(\.id))
    entities.add(whole)
    for table in files.tables {
      let cells = cells[table.file.path] ?? []
      var entity = Entity.of(table.file)
      entity.refer("isBasedOn", to: based)
      entity.refer("hasPart", to: cells.map { "\(table.file.path)#\($0.fragment)" })
      entities.add(entity)
      var schema = Entity.of(table.schema)
      schema.refer("about", to: [table.file.path])
      entities.add(schema)
      for cell in cells {
        var origin = Entity("\(table.file.path)#\(cell.fragment)", "CreativeWork")
        origin.set("name", cell.name)
        origin.set("description", cell.method(language))
        origin.refer("isBasedOn", to: cell.basedOn)
        entities.add(origin)
      }
    }
  }

  /// The files on which a result rests: what it noted of its own counts first, else what was noted where it stands on.
  private func files(under run: CrateRun) -> [InputFile] {
    var (seen, found): (Set<String>, [InputFile]) = ([], [])
    func look(at run: CrateRun) {
      guard seen.insert(run.id).inserted else { return }
      let own = run.result?.provenance.inputs ?? []
      let inputs = own.isEmpty ? run.inputs : own
      if inputs.isEmpty { for id in run.basis { if let other = runs[id] { look(at: other) } } }
      found += inputs
    }
    look(at: run)
    return found
  }

  private func assumptions(of run: CrateRun) -> [CrateValue] {
    (run.result?.provenance.assumptions ?? []).map {
      CrateValue(kind: "assumption", name: "", value: $0(language))
    }
  }

  static func id(_ tool: Registration.Owner) -> String { "#\(CrateFile.plain("\(tool.name)-\(tool.version)"))" }

  static func tool(_ tool: Registration.Owner) -> Entity {
    var entity = Entity(id(tool), "SoftwareApplication")
    entity.set("name", tool.name)
    entity.set("softwareVersion", tool.version)
    return entity
  }

  private static func value(_ value: CrateValue) -> Entity {
    var entity = Entity(value.id, "PropertyValue")
    entity.set("propertyID", value.kind)
    entity.set("name", value.name.isEmpty ? value.kind : value.name)
    entity.set("value", value.value)
    return entity
  }

  private static func publication(_ source: Source) -> Entity {
    var entity = Entity("#source-\(CrateFile.mark("\(source.id)-\(source.place ?? "")"))", "CreativeWork")
    entity.set("name", source.title)
    entity.set("description", source.publisher.isEmpty ? nil : source.publisher)
    entity.set("datePublished", source.date.isEmpty ? nil : source.date)
    entity.set("pagination", source.place)
    entity.set("license", source.licence)
    return entity
  }
}
