import Synchronization

/// What a plugin knows: JSON files in its data folder, each read when it is first asked for.
///
/// An item that cannot be read is an error that names file and item: a plugin whose data are damaged must not answer as
/// if they were whole.
public final class KnowledgeBase: Sendable {
  /// The folder with the files.
  public let folder: String
  private let files = Mutex<[String: JSON]>([:])
  private let made = Mutex<[String: any Sendable]>([:])

  /// Makes the knowledge base of a folder; nothing is read yet.
  public init(folder: String) { self.folder = folder }

  /// Returns the content of `NAME.json`.
  func file(_ name: String, through access: any FileAccess) throws -> JSON {
    if let known = files.withLock({ $0[name] }) { return known }
    let bytes = try access.read("\(folder)/\(name).json", at: nil).bytes
    let json: JSON
    do { json = try JSONReader.parse(bytes) } catch let error as Diagnostic {
      throw Self.damaged(name, .verbatim(": ") + error.message)
    }
    files.withLock { $0[name] = json }
    return json
  }

  /// Returns what is put together out of files, which happens once.
  ///
  /// - Parameters:
  ///   - name: what it is kept under.
  ///   - make: puts it together when it is first asked for.
  /// - Throws: what `make` throws; then nothing is kept.
  public func derived<Value: Sendable>(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let known = made.withLock({ $0[name] }) as? Value { return known }
    let value = try make()
    made.withLock { $0[name] = value }
    return value
  }

  /// The error of a file, with what is wrong in it.
  @_spi(Host) public static func damaged(_ name: String, _ what: Text) -> Diagnostic {
    Diagnostic(
      "knowledge.damaged",
      Text(nl: "'\(name).json' van de plugin is beschadigd", en: "'\(name).json' of the plugin is damaged") + what,
      wayOut: Text(
        nl: "installeer de plugin opnieuw; 'plugin doctor' kijkt alles na",
        en: "install the plugin anew; 'plugin doctor' checks everything"))
  }
}
