import WorkbenchKit

/// What RO-Crate 1.1 and Process Run Crate 0.5 demand of a crate, as far as its files tell.
public enum CrateRules {
  /// What is wrong, in words; nothing where all is right.
  ///
  /// - Parameters:
  ///   - metadata: the bytes of `ro-crate-metadata.json`.
  ///   - paths: those of all its files.
  public static func broken(_ metadata: [UInt8], _ paths: Set<String>) throws -> [String] {
    let graph = try JSONReader.parse(metadata)["@graph"]?.array ?? []
    var wrong: [String] = []
    let entities = Dictionary(graph.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    if entities.count != graph.count { wrong.append("an id stands twice") }
    let descriptor = entities["ro-crate-metadata.json"]
    if ids(descriptor, "conformsTo") != ["https://w3id.org/ro/crate/1.1"] { wrong.append("descriptor: conformsTo") }
    if ids(descriptor, "about") != ["./"] { wrong.append("descriptor: about") }
    let root = entities["./"]
    if root?["@type"] != "Dataset" { wrong.append("root: type") }
    for name in ["name", "description", "datePublished"] where root?[name]?.string?.isEmpty ?? true {
      wrong.append("root: \(name)")
    }
    if root?["license"] == nil { wrong.append("root: license") }
    if CalendarDate(root?["datePublished"]?.string ?? "") == nil { wrong.append("root: datePublished is no day") }
    let profiles = ids(root, "conformsTo")
    let isProcess = profiles.contains {
      $0.hasPrefix("https://w3id.org/ro/wfrun/process/") && types(entities[$0]) == ["CreativeWork"]
    }
    if !isProcess { wrong.append("root: profile") }
    for (id, entity) in entities where types(entity).contains("File") && !id.hasPrefix("http") && !paths.contains(id) {
      wrong.append("\(id): not there")
    }
    for (id, entity) in entities where types(entity).contains("CreateAction") {
      let tools = ids(entity, "instrument")
      if tools.isEmpty || tools.contains(where: { types(entities[$0]) != ["SoftwareApplication"] }) {
        wrong.append("\(id): instrument")
      }
      if ids(entity, "result").isEmpty { wrong.append("\(id): result") }
      if !ids(root, "mentions").contains(id) { wrong.append("\(id): not mentioned") }
    }
    for entity in graph {
      for (name, value) in entity.object ?? [:] where !name.hasPrefix("@") {
        for reference in values(value).compactMap({ $0["@id"]?.string }) {
          let thing = reference.split(separator: "#").first.map(String.init) ?? ""
          let isKnown = entities[reference] != nil || reference.hasPrefix("http") || entities[thing] != nil
          if !isKnown { wrong.append("\(id(entity)): \(name) \(reference)") }
        }
      }
    }
    return wrong.sorted()
  }

  /// The id of a thing.
  public static func id(_ entity: JSON) -> String { entity["@id"]?.string ?? "" }
  /// What a thing is.
  public static func types(_ entity: JSON?) -> [String] { values(entity?["@type"] ?? .null).compactMap(\.string) }
  /// The things that a thing refers to.
  public static func ids(_ entity: JSON?, _ name: String) -> [String] {
    values(entity?[name] ?? .null).compactMap { $0["@id"]?.string }
  }

  private static func values(_ json: JSON) -> [JSON] { json.array ?? [json] }
}
