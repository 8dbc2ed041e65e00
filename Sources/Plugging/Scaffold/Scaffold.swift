import Files
import Glibc
@_spi(Host) import WorkbenchKit

/// A new plugin: a package that builds outside this tree, loads, and tests its own examples.
public struct Scaffold: Sendable {
  let name: PluginName
  public let kit: KitFolder
  /// The program that its tests run.
  let program: String
  /// Of what is written for people; the code's own words are English.
  let language: Language
  /// An SPDX identifier; empty where its maker has not chosen one.
  let licence: String
  /// Whether it shows how a plugin brings a form of files.
  let hasSource: Bool

  /// - Throws: `plugin.name`; `plugin.licence` for what is no single line; `plugin.taken` where a package of this name could not be told from the kit's.
  public init(
    _ name: String, kit: KitFolder, program: String, language: Language, licence: String = "", hasSource: Bool = false
  )
    throws
  {
    self.name = try PluginName(name)
    self.kit = kit
    self.program = program
    self.language = language
    self.licence = licence
    self.hasSource = hasSource
    guard licence.isEmpty || ManifestWords.isLine(licence) else {
      throw Diagnostic(
        "plugin.licence", Text(nl: "dit kan geen licentie zijn", en: "this cannot be a licence"),
        wayOut: Text(nl: "geef een SPDX-naam, zoals EUPL-1.2", en: "give an SPDX name, such as EUPL-1.2"))
    }
    // A package that lies in a folder is called as the folder is, whatever the case of its letters.
    guard FilePath.name(of: kit.path).lowercased() != name else {
      throw Diagnostic(
        "plugin.taken",
        Text(
          nl: "de naam '\(name)' heeft het pakket van de kit al", en: "the package of the kit has the name '\(name)'")
      )
    }
  }

  /// Makes the folder NAME in `destination`; where it is there and empty, it is filled.
  ///
  /// - Returns: the folder, absolute.
  /// - Throws: `plugin.exists` where there is something in the folder; what writing throws. Then nothing remains.
  public func write(into destination: String) throws -> String {
    let folder = FilePath.join(destination, name.word)
    if FileTree.exists(folder), !FilePaths.isFolder(folder) || !FilePath.names(in: folder).isEmpty {
      throw Diagnostic(
        "plugin.exists",
        Text(nl: "'\(folder)' is er al, en niet leeg", en: "'\(folder)' is there already, and not empty"),
        wayOut: Text(nl: "kies een andere map of een andere naam", en: "choose another folder or another name"))
    }
    // Made under another name, so that no half of it is left where something goes wrong.
    let draft = FilePath.join(destination, ".\(name.word).\(getpid())")
    do {
      for (path, text) in files {
        let parent = FilePath.folder(of: "\(draft)/\(path)")
        if !FilePaths.isFolder(parent) { try FileTree.makeFolder(parent) }
        try FileTree.write(Array(text.utf8), to: "\(draft)/\(path)")
      }
      // An empty folder gives way to the new one, anything else does not.
      guard rename(draft, folder) == 0 else { throw FileProblem.writing(folder, at: folder, .last) }
    } catch {
      FileTree.remove(draft)
      throw error
    }
    return RealPath.of(folder) ?? folder
  }

  /// The files of the package, each by its path within it.
  var files: [(path: String, text: String)] {
    [
      ("Package.swift", packageText),
      ("README.md", readmeText),
      (".gitignore", ".build/\nPackage.resolved\n"),
      (".swift-format", formatText),
      ("Sources/\(name.type)/\(name.type).swift", pluginText),
      ("Sources/\(name.type)/ListCommand.swift", listText),
      ("Sources/\(name.type)/ShowCommand.swift", showText),
      ("Sources/\(name.type)/RemarkCommand.swift", remarkText),
      ("Sources/\(name.type)/Entry.swift", entryText),
      ("Sources/\(name.type)/Remarks.swift", remarksText),
      ("Knowledge/manifest.json", manifestText),
      ("Knowledge/carrier.c", carrierText),
      ("Knowledge/include/\(name.header)", headerText),
      ("Knowledge/Data/entries.json", dataText),
      ("Knowledge/Data/sources.json", sourcesText),
      ("Tests/\(name.type)Tests/ExampleTests.swift", exampleTestsText),
      ("Tests/\(name.type)Tests/CommandTests.swift", commandTestsText),
      ("Tests/\(name.type)Tests/Program.swift", programText),
    ] + sourceFiles
  }

  /// A line that works from the first build on.
  public var example: String { "\(name.word) show example" }
}
