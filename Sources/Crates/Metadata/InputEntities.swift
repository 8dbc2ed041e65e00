import WorkbenchKit

/// How the crate refers to the files that runs rest on, and tells of them.
struct InputEntities {
  /// By digest.
  let ids: [String: String]
  /// Those that travel, as files.
  let files: [CrateFile]
  private let inputs: [CrateInput]

  init(_ inputs: [CrateInput]) {
    self.inputs = inputs
    var ids: [String: String] = [:]
    var files: [CrateFile] = []
    var taken: Set<String> = []
    for input in inputs where ids[input.sha256] == nil {
      guard let bytes = input.bytes else {
        ids[input.sha256] = "#sha256-\(input.sha256)"
        continue
      }
      var path = "inputs/\(CrateFile.plain(input.name))"
      if !taken.insert(path).inserted { path = "inputs/\(input.sha256.prefix(12))-\(CrateFile.plain(input.name))" }
      taken.insert(path)
      ids[input.sha256] = path
      files.append(CrateFile(path, bytes, form: CrateFile.form(of: input.name), name: input.name))
    }
    (self.ids, self.files) = (ids, files)
  }

  func add(to entities: inout Entities, _ contents: CrateContents) {
    for input in inputs {
      guard let id = ids[input.sha256] else { continue }
      var entity = input.bytes == nil ? Entity(id, "CreativeWork") : Entity(id, "File")
      entity.set("name", input.name)
      entity.set("sha256", input.sha256)
      entity.set("license", input.licence)
      if let bytes = input.bytes {
        entity.set("contentSize", String(bytes.count))
        entity.set("encodingFormat", CrateFile.form(of: input.name))
      }
      let read = contents.runs.flatMap(\.inputs).filter { $0.sha256 == input.sha256 }
      let years = Set(read.compactMap(\.year)).sorted().map(String.init)
      if !years.isEmpty { entity.set("temporalCoverage", years.joined(separator: "/")) }
      let columns = Set(read.flatMap(\.columns)).sorted().map { Self.column($0, of: id) }
      entity.refer("variableMeasured", to: columns.map(\.id))
      if case .stays(let reason) = input.way {
        let why = reason.words(contents.language)
        entity.set(
          "description",
          Text(nl: "reist niet mee (\(why)): alleen de digest", en: "does not travel (\(why)): the digest only")(
            contents.language))
      }
      entities.add(entity)
      for column in columns { entities.add(column) }
    }
  }

  private static func column(_ name: String, of file: String) -> Entity {
    let base = file.hasPrefix("#") ? file : "#" + CrateFile.plain(file.replacing("/", with: "-"))
    var entity = Entity("\(base)-\(CrateFile.mark(name))", "PropertyValue")
    entity.set("name", name)
    return entity
  }
}
