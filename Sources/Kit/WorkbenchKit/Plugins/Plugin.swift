/// A module that brings commands. The host asks it to register once, when one of its commands is first used.
public protocol Plugin: Sendable {
  /// As in the manifest.
  var name: String { get }
  var version: String { get }

  /// Names everything the plugin brings.
  func register(with registrar: inout Registrar)
}

/// A setting that a plugin understands, for `set`.
public struct Setting: Sendable {
  /// What holds where it is not set.
  public let fallback: Value
  /// How a value for it is checked, guarded and completed.
  @_spi(Host) public let parameter: Parameter

  /// Makes a setting; one of the kind `words` passes the guard against personal data.
  public init<Element>(_ name: String, _ kind: ArgumentKind<Element>, fallback: Value, about: Text) {
    self.fallback = fallback
    parameter = Parameter(
      name, kind, short: nil, .argument, required: true, repeated: false, about: about, fallback: nil, candidates: nil)
  }

  /// What it is called behind `set`.
  public var name: String { parameter.name }
  /// What it is for.
  public var about: Text { parameter.about }
}

/// A plugin's own part of the workspace, with the version of its schema and how an older one is brought up to it.
public protocol Document: Sendable {
  /// 1 or higher.
  var schemaVersion: Int { get }
  /// Names of fields, at any depth, that hold personal data.
  var personalFields: Set<String> { get }

  /// Brings the pieces one version further.
  func migrate(_ pieces: [String: JSON], from version: Int) throws -> [String: JSON]

  /// The roles that spoke in the document, so that one that is mistyped elsewhere is remarked on.
  func roles(in workspace: WorkspaceHandle) throws -> Set<String>
}

extension Document {
  /// None.
  public func roles(in workspace: WorkspaceHandle) throws -> Set<String> { [] }
}

/// Takes what a plugin registers.
public struct Registrar {
  /// The commands.
  @_spi(Host) public private(set) var commands: [any Command] = []
  /// What each command is called and told; made once, of hundreds of texts.
  @_spi(Host) public private(set) var commandSignatures: [Signature] = []
  /// The stages.
  @_spi(Host) public private(set) var stages: [any Stage] = []
  /// What each stage is called and told.
  @_spi(Host) public private(set) var stageSignatures: [Signature] = []
  /// What takes tables out of files.
  @_spi(Host) public private(set) var sources: [any TableSource] = []
  /// What takes tables from elsewhere.
  @_spi(Host) public private(set) var links: [any LinkedSource] = []
  /// What writes results in forms of its own.
  @_spi(Host) public private(set) var sinks: [any ResultSink] = []
  /// The settings.
  @_spi(Host) public private(set) var settings: [Setting] = []
  /// The document, where the plugin keeps one.
  @_spi(Host) public private(set) var document: (any Document)?
  /// What sees whether the plugin's data are whole.
  @_spi(Host) public private(set) var knowledgeCheck: (@Sendable (Context) throws -> Void)?
  /// What tells which things and terms the plugin knows, for whoever looks for a word.
  @_spi(Host) public private(set) var topics: (@Sendable (Context) throws -> [HelpTopic])?
  /// The folder that holds the plugin's own data files.
  public let dataFolder: String
  /// What stands in that folder, as `Context.knowledge` gives it to the plugin's commands.
  @_spi(Host) public let knowledge: KnowledgeBase

  /// Makes a registrar for a plugin whose data files lie in a folder.
  @_spi(Host) public init(dataFolder: String) {
    self.dataFolder = dataFolder
    knowledge = KnowledgeBase(folder: dataFolder)
  }

  /// Adds a command.
  public mutating func add(_ command: any Command) {
    commands.append(command)
    commandSignatures.append(command.fullSignature)
  }
  /// Adds a stage.
  public mutating func add(_ stage: any Stage) {
    stages.append(stage)
    stageSignatures.append(stage.fullSignature)
  }
  /// Adds a source of tables, which the manifest names with the endings of its files.
  public mutating func add(_ source: any TableSource) { sources.append(source) }
  /// Adds a source of tables that lie elsewhere, which the manifest names with its scheme.
  public mutating func add(_ source: any LinkedSource) { links.append(source) }
  /// Adds a form in which `to` writes results, which the manifest names.
  public mutating func add(_ sink: any ResultSink) { sinks.append(sink) }
  /// Adds a setting.
  public mutating func add(_ setting: Setting) { settings.append(setting) }
  /// Sets the document that the plugin keeps in a workspace.
  public mutating func set(_ document: any Document) { self.document = document }
  /// Sets what 'plugin doctor' does to see that the plugin's data are whole: it reads all that the plugin ever reads.
  ///
  /// - Parameter check: throws `knowledge.damaged` where they are not.
  public mutating func setKnowledgeCheck(_ check: @escaping @Sendable (Context) throws -> Void) {
    knowledgeCheck = check
  }
  /// Sets what 'help WORD' and 'help term' ask for the things and terms that the plugin knows; nothing is read before.
  ///
  /// - Parameter topics: throws `knowledge.damaged`.
  public mutating func setTopics(_ topics: @escaping @Sendable (Context) throws -> [HelpTopic]) { self.topics = topics }
}
