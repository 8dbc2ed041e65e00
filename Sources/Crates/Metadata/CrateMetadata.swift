import WorkbenchKit

/// The file by which a crate tells what it holds and how that came about.
///
/// Sources: RO-Crate Metadata Specification 1.1 (2020); Process Run Crate 0.5 (2024).
enum CrateMetadata {
  static let path = "ro-crate-metadata.json"
  static let organisation = "#organisation"
  static let archive = "mdto/"
  private static let profile = "https://w3id.org/ro/wfrun/process/0.5"
  private static let specification = "https://w3id.org/ro/crate/1.1"

  /// - Parameter files: all files of the crate but this one and those for the archive.
  static func file(_ runs: RunEntities, _ files: [CrateFile]) -> CrateFile {
    let contents = runs.contents
    var entities = Entities()
    var descriptor = Entity(path, "CreativeWork")
    descriptor.refer("conformsTo", to: [specification])
    descriptor.refer("about", to: ["./"])
    entities.add(descriptor)
    entities.add(root(contents, runs.inputs, files))
    entities.add(work(profile, name: "Process Run Crate", version: "0.5"))
    if let name = contents.organisation {
      var entity = Entity(organisation, "Organization")
      entity.set("name", name)
      entities.add(entity)
    }
    for count in contents.heldBack.counts { entities.add(held(count, contents.language)) }
    if let notebook = contents.notebook { entities.add(file(notebook)) }
    runs.inputs.add(to: &entities, contents)
    runs.add(to: &entities)
    var archived = Entity(archive, "Dataset")
    archived.set("name", "MDTO")
    archived.set(
      "description",
      Text(
        nl: "metagegevens voor een archief, van het geheel en van elk bestand",
        en: "metadata for an archive, of the whole and of each file")(contents.language))
    entities.add(archived)
    return CrateFile(
      path, entities.bytes, form: "application/ld+json", name: Text(nl: "beschrijving", en: "description")(contents.language))
  }

  static func file(_ file: CrateFile) -> Entity {
    var entity = Entity(file.path, "File")
    entity.set("name", file.name)
    entity.set("encodingFormat", file.form)
    entity.set("contentSize", String(file.bytes.count))
    return entity
  }

  private static func root(_ contents: CrateContents, _ inputs: InputEntities, _ files: [CrateFile]) -> Entity {
    let language = contents.language
    var root = Entity("./", "Dataset")
    root.set("name", contents.title)
    root.set("description", contents.about(language))
    root.set("inLanguage", language.rawValue)
    root.set("datePublished", contents.published.text)
    let unknown = Text(
      nl: "niet opgegeven: dat kan alleen de organisatie zeggen", en: "not stated: only the organisation can say it")
    root.set("license", contents.licence ?? unknown(language))
    root.refer("publisher", to: contents.organisation == nil ? [] : [organisation])
    root.refer("conformsTo", to: [profile])
    root.refer("hasPart", to: files.map(\.path) + [archive])
    root.refer("mentions", to: contents.runs.map { "#\($0.id)" })
    root.refer("additionalProperty", to: contents.heldBack.counts.map { "#held-back-\($0.name)" })
    return root
  }

  private static func work(_ id: String, name: String, version: String) -> Entity {
    var entity = Entity(id, "CreativeWork")
    entity.set("name", name)
    entity.set("version", version)
    return entity
  }

  private static func held(_ count: (name: String, count: Int, about: Text), _ language: Language) -> Entity {
    var entity = Entity("#held-back-\(count.name)", "PropertyValue")
    entity.set("propertyID", "held-back")
    entity.set("name", count.about(language))
    entity.set("value", count.count)
    return entity
  }
}
