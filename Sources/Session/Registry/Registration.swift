@_spi(Host) import WorkbenchKit

/// One thing that can be asked, with who brings it.
public struct Registration {
  public enum Body {
    case command(any Command)
    case stage(any Stage)
    case host(ShellCommand)
  }

  /// A command of the shell, as far as it can be asked; what it works on only they know who made it.
  public struct ShellCommand {
    let signature: Signature
    let run: (Call, Context) throws -> Output
    /// What is shown to who reads text, in place of what it gave; nil where that itself is.
    let reading: (Call, Context) throws -> Reading?
    /// Words that completion offers for a parameter, after the whole words behind the command.
    let candidates: (_ parameter: Parameter, _ words: [String]) -> [Candidate]
  }

  /// The plugin that brings it.
  public struct Owner: Sendable, Hashable {
    public let name: String
    public let version: String

    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  public let signature: Signature
  public let body: Body
  /// Nil for the host itself.
  public let owner: Owner?
}

/// A noun that is known from a manifest while its module is not loaded yet.
public struct PromisedNoun {
  public let noun: String
  public let aliases: [String]
  public let summary: Text
  public let plugin: String
  /// Loads the module and registers what it brings.
  public let load: () throws -> Void

  public init(noun: String, aliases: [String], summary: Text, plugin: String, load: @escaping () throws -> Void) {
    self.noun = noun
    self.aliases = aliases
    self.summary = summary
    self.plugin = plugin
    self.load = load
  }
}
