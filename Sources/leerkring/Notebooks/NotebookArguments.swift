import Files
import Notebooks
import Session
import WorkbenchKit

/// Arguments that several commands on notebooks have.
enum NotebookArguments {
  static let file = Argument("file", .file, about: Text(nl: "het notitieboek", en: "the notebook"))
  static let newFile = Argument(
    "file", .newFile, about: Text(nl: "waar het komt te staan", en: "where it is to stand"))
  static let title = Argument(flag: "title", .words, about: Text(nl: "de titel", en: "the title"))
}

/// How a notebook is run.
struct NotebookRunArguments: ArgumentGroup {
  let parameters = Argument(
    flags: "param", .pair(.words), short: "p",
    about: Text(nl: "geef een parameter zijn waarde: naam=waarde", en: "give a parameter its value: name=value"))
  let workspace = Argument(
    flag: "workspace", .newFile, short: "w",
    about: Text(
      nl: "voer uit in deze werkruimte in plaats van in een nieuwe", en: "run in this workspace instead of a new one"))
  let allowWrite = Argument(
    flags: "allow-write", .file,
    about: Text(nl: "ook in deze map mag worden geschreven", en: "this folder may be written in too"))
}

extension Given<NotebookRunArguments> {
  /// What the parameters of a notebook are given.
  ///
  /// - Throws: `notebook.parameter`.
  func values(for notebook: Notebook) throws -> [String: Value] {
    try notebook.head.values(self.parameters.map { ($0.key, $0.value, $0.place) })
  }
}

extension Notebook {
  /// What has to be known of a file that keeps outputs, where its front matter has other values, or another seed or language, than they
  /// were made with.
  func notKept(_ values: [String: Value], in session: Session) -> Notice? {
    var others = head.parameters.filter { values[$0.name] != $0.fallback }.map {
      "\($0.name) = \(values[$0.name]?.plain ?? "")"
    }
    if let seed = session.surroundings.seed, seed != head.seed { others.append("seed = \(seed)") }
    if let language = session.surroundings.chosenLanguage, language != head.language {
      others.append("language = \(language.rawValue)")
    }
    guard !others.isEmpty else { return nil }
    let listed = others.joined(separator: ", ")
    return .caution(
      nl:
        "de uitkomsten zijn die voor \(listed), en de kop zegt dat niet; 'notebook run --to BESTAND' bewaart ze met hun waarden",
      en:
        "the outputs are those for \(listed), which the front matter does not say; 'notebook run --to FILE' keeps them with "
        + "their values")
  }
}

/// A command that runs a notebook.
protocol NotebookRunningCommand: HostCommand {}

extension NotebookRunningCommand {
  /// The parameters of the notebook that is named among the words, each as it is begun.
  func candidates(for parameter: Parameter, after words: [String], in session: Session) -> [Candidate] {
    guard parameter.name == "param", let path = words.first(where: { $0.hasSuffix(".md") }),
      let bytes = try? DiskFiles().bytes(of: path),
      let notebook = try? Notebook(String(decoding: bytes, as: UTF8.self), path: path)
    else { return [] }
    return notebook.head.parameters.map { Candidate($0.name + "=", $0.about.map(Text.verbatim)) }
  }
}

extension Text {
  /// A count of cells.
  static func cells(_ count: Int) -> Text {
    .counted(count, Text(nl: "cel", en: "cell"), Text(nl: "cellen", en: "cells"))
  }

  /// A count of outputs.
  static func outputs(_ count: Int) -> Text {
    .counted(count, Text(nl: "uitkomst", en: "output"), Text(nl: "uitkomsten", en: "outputs"))
  }
}
