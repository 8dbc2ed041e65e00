extension Entity {
  /// How the crate refers to who publishes it.
  static let organisation = "#organisation"

  /// A file, as far as its bytes tell.
  static func of(_ file: CrateFile) -> Entity {
    var entity = Entity(file.path, "File")
    entity.set("name", file.name)
    entity.set("encodingFormat", file.form)
    entity.set("contentSize", String(file.bytes.count))
    return entity
  }
}
