import WorkbenchKit

/// What a manifest announces of files: those that its module takes tables out of, and the forms in which it writes.
public struct PromisedForms {
  /// Files that a module takes tables out of.
  public struct Source {
    public let name: String
    /// Ends of names without the point, in small letters.
    public let endings: [String]
    /// Words before a colon, where no files are meant.
    public let schemes: [String]
    /// The first bytes of such files, any of them.
    public let firstBytes: [[UInt8]]
    public let summary: Text

    public init(name: String, endings: [String], schemes: [String] = [], firstBytes: [[UInt8]], summary: Text) {
      self.name = name
      self.endings = endings
      self.schemes = schemes
      self.firstBytes = firstBytes
      self.summary = summary
    }
  }

  /// The bytes that hexadecimal digits stand for, as manifests write them.
  public static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }

  public let plugin: String
  public let sources: [Source]
  public let sinks: [(form: String, summary: Text)]
  /// Loads the module and registers what it brings.
  public let load: () throws -> Void
  /// The library of the system for want of which the module is not loaded, as a person calls it; nil where that is not why.
  public let missing: () -> String?

  public init(
    plugin: String, sources: [Source], sinks: [(form: String, summary: Text)],
    missing: @escaping () -> String? = { nil }, load: @escaping () throws -> Void
  ) {
    self.plugin = plugin
    self.sources = sources
    self.sinks = sinks
    self.missing = missing
    self.load = load
  }

  /// Loads the module for something that a line asks for.
  ///
  /// - Parameter what: `.xlsx`, `db:`, `to gpkg`.
  /// - Throws: `source.module` where a library of the system is missing; what loading throws.
  func load(for what: String) throws {
    do { try load() } catch let problem as Diagnostic {
      guard problem.code == "plugin.library", let name = missing() else { throw problem }
      throw Diagnostic(
        "source.module",
        Text(
          nl: "voor \(what) is \(name) nodig, en dat is er niet",
          en: "for \(what) \(name) is needed, and it is not there"),
        wayOut: problem.wayOut)
    }
  }
}

/// Which module takes tables out of which files and writes which forms; each is loaded when it is first needed.
struct FileForms {
  private var promises: [PromisedForms] = []
  private var brought: [(plugin: String, source: any TableSource)] = []
  private var links: [(plugin: String, source: any LinkedSource)] = []
  private var sinks: [(plugin: String, sink: any ResultSink)] = []

  mutating func promise(_ forms: PromisedForms) {
    promises.removeAll { $0.plugin == forms.plugin }
    promises.append(forms)
  }

  mutating func add(_ source: any TableSource, of plugin: String) {
    brought.removeAll { $0.plugin == plugin && $0.source.name == source.name }
    brought.append((plugin, source))
  }

  mutating func add(_ link: any LinkedSource, of plugin: String) {
    links.removeAll { $0.plugin == plugin && $0.source.name == link.name }
    links.append((plugin, link))
  }

  mutating func add(_ sink: any ResultSink, of plugin: String) {
    sinks.removeAll { $0.plugin == plugin && $0.sink.form == sink.form }
    sinks.append((plugin, sink))
  }

  mutating func remove(plugin: String) {
    sinks.removeAll { $0.plugin == plugin }
    links.removeAll { $0.plugin == plugin }
    promises.removeAll { $0.plugin == plugin }
    brought.removeAll { $0.plugin == plugin }
  }

  /// The forms that manifests announced, with what they are for.
  var promisedSinks: [(form: String, about: Text)] { promises.flatMap(\.sinks).map { ($0.form, $0.summary) } }

  /// What a manifest says of a form.
  func about(_ form: String) -> Text { promisedSinks.first { $0.form == form }?.about ?? .verbatim(form) }

  /// Loads the module that announced a form; does nothing where none did.
  func loadSink(_ form: String) throws {
    guard sink(form) == nil else { return }
    try promises.first { $0.sinks.contains { $0.form == form } }?.load(for: "to \(form)")
  }

  /// Returns what writes a form, once its module is loaded.
  func sink(_ form: String) -> (any ResultSink)? { sinks.first { $0.sink.form == form }?.sink }

  /// Loads every module; one that cannot be loaded is left out.
  func loadAll() { for promise in promises { try? promise.load() } }

  /// Returns the announcement that fits a file: the longest of the first bytes decide, then the ending.
  func promised(_ file: ReadFile) -> (promise: PromisedForms, source: PromisedForms.Source)? {
    var best: (length: Int, found: (promise: PromisedForms, source: PromisedForms.Source))?
    let name = file.name.lowercased()
    for promise in promises {
      for source in promise.sources {
        let bytes = source.firstBytes.filter { file.bytes.starts(with: $0) }.map(\.count).max()
        let ends = source.endings.contains { name.hasSuffix(".\($0)") }
        guard bytes != nil || ends else { continue }
        // Bytes go before an ending; of two that begin alike the one with the ending is meant.
        let length = (bytes ?? 0) * 2 + (ends ? 1 : 0)
        if length > best?.length ?? -1 { best = (length, (promise, source)) }
      }
    }
    return best?.found
  }

  /// Returns the announcement of a scheme.
  func promised(scheme: String) -> PromisedForms? {
    promises.first { $0.sources.contains { $0.schemes.contains(scheme) } }
  }

  /// Returns what a scheme stands for, once its module is loaded.
  func link(_ scheme: String) -> (owner: String, source: any LinkedSource)? {
    links.first { $0.source.scheme == scheme }.map { ($0.plugin, $0.source) }
  }

  func found(_ plugin: String, _ name: String) -> (any TableSource)? {
    brought.first { $0.plugin == plugin && $0.source.name == name }?.source
  }
}
