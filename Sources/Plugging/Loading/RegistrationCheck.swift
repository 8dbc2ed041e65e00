@_spi(Host) import WorkbenchKit

/// Whether a plugin registers what its manifest announces: the host gave out words and versions on the manifest's word.
enum RegistrationCheck {
  /// Throws `plugin.lying`.
  static func check(_ plugin: any Plugin, _ registrar: Registrar, against manifest: Manifest) throws {
    try same(plugin.name, manifest.name, Text(nl: "de naam", en: "the name"))
    try same(plugin.version, manifest.version, Text(nl: "de versie", en: "the version"))
    let words = Set(manifest.words)
    for path in (registrar.commandSignatures + registrar.stageSignatures).flatMap({ [$0.path] + $0.aliases }) {
      guard let first = path.first else {
        throw problem(Text(nl: "een opdracht heeft geen naam", en: "a command has no name"))
      }
      if !words.contains(first) {
        throw problem(
          Text(
            nl: "de module brengt '\(first)', dat niet in het manifest staat",
            en: "the module brings '\(first)', which the manifest does not name"))
      }
    }
    try checkSame(
      registrar.sources.map(\.name) + registrar.links.map(\.name), manifest.sources.map(\.name),
      Text(nl: "de bron", en: "the source"))
    try checkSame(registrar.sinks.map(\.form), manifest.sinks.map(\.form), Text(nl: "de vorm", en: "the form"))
    try checkDocument(registrar.document, against: manifest)
  }

  /// The host gives files out on the manifest's word: what it names must be there, and nothing else.
  private static func checkSame(_ brought: [String], _ promised: [String], _ what: Text) throws {
    for name in brought where !promised.contains(name) {
      throw problem(
        Text(
          nl: "de module brengt \(what.nl) '\(name)', die niet in het manifest staat",
          en: "the module brings \(what.en) '\(name)', which the manifest does not name"))
    }
    for name in promised where !brought.contains(name) {
      throw problem(
        Text(
          nl: "het manifest noemt \(what.nl) '\(name)', die de module niet brengt",
          en: "the manifest names \(what.en) '\(name)', which the module does not bring"))
    }
  }

  /// A document that is announced and not brought does no harm: what the workspace holds of it is kept untouched.
  private static func checkDocument(_ document: (any Document)?, against manifest: Manifest) throws {
    guard let brought = document?.schemaVersion else { return }
    guard let promised = manifest.documents.first?.schema else {
      throw problem(
        Text(
          nl: "de module brengt een document, dat niet in het manifest staat",
          en: "the module brings a document, which the manifest does not name"))
    }
    if promised == brought { return }
    throw problem(
      Text(
        nl: "het manifest noemt een document van versie \(promised), de module brengt versie \(brought)",
        en: "the manifest names a document of version \(promised), the module brings version \(brought)"))
  }

  private static func same(_ brought: String, _ promised: String, _ what: Text) throws {
    if brought == promised { return }
    throw problem(
      Text(
        nl: "\(what.nl) is in de module '\(brought)' en in het manifest '\(promised)'",
        en: "\(what.en) is '\(brought)' in the module and '\(promised)' in the manifest"))
  }

  private static func problem(_ text: Text) -> Diagnostic { Diagnostic("plugin.lying", text) }
}
