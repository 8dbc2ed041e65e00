import WorkbenchKit

/// The file by which a crate tells what it holds and how that came about.
///
/// Sources: RO-Crate Metadata Specification 1.1 (2020); Process Run Crate 0.5 (2024).
enum CrateMetadata {
  static let path = "ro-crate-metadata.json"
  /// The metadata of the whole for an archive; those of each file stand beside it.
  static let archive = "\(archiveFolder)informatieobject.mdto.xml"
  static let archiveFolder = "mdto/"
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
      var entity = Entity(Entity.organisation, "Organization")
      entity.set("name", name)
      entities.add(entity)
    }
    for count in contents.heldBack.counts { entities.add(held(count, contents.language)) }
    if let notebook = contents.notebook { entities.add(.of(notebook)) }
    runs.inputs.add(to: &entities, contents)
    runs.add(to: &entities)
    var archived = Entity(archive, "File")
    archived.set("name", "MDTO")
    archived.set("encodingFormat", "application/xml")
    archived.set(
      "description",
      Text(
        nl: "metagegevens voor een archief; ernaast die van elk bestand",
        en: "metadata for an archive; beside it those of each file")(
          contents.language))
    entities.add(archived)
    return CrateFile(
      path, entities.bytes, form: "application/ld+json",
      name: Text(nl: "beschrijving", en: "description")(contents.language))
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
    root.refer("publisher", to: contents.organisation == nil ? [] : [Entity.organisation])
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
