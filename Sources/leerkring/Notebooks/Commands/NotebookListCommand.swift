import Files
import Notebooks
import Session
import WorkbenchKit

/// `notebook list [FOLDER]`
struct NotebookListCommand: HostCommand {
  struct Arguments: Sendable {
    let folder = Argument(
      optional: "folder", .file,
      about: Text(nl: "een map; anders Notebooks, of deze", en: "a folder; else Notebooks, or this one"))
  }

  static let arguments = Arguments()

  let runtime: NotebookRuntime

  let signature = Signature(
    "notebook list",
    aliases: ["notitieboek lijst"],
    summary: Text(nl: "welke notitieboeken er in een map staan", en: "which notebooks there are in a folder"),
    details: Text(
      nl: "Wat verouderd is, wordt geteld met de waarden die de parameters uit zichzelf hebben.",
      en: "What is out of date is counted with the values that the parameters have of themselves."),
    examples: [
      Signature.Example("notebook list", Text(nl: "die van hier", en: "those of here")),
      Signature.Example(
        "notebook list nergens", Text(nl: "een map die er niet is", en: "a folder that is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in session: Session, context: Context) throws -> Output {
    let folder = given.folder ?? (FilePresence.exists("Notebooks") ? "Notebooks" : ".")
    guard FilePresence.exists(folder) else {
      throw FileProblem.reading(folder, at: folder, .last).at(given.place(of: \.folder))
    }
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    let paths = FilePath.names(in: folder).filter { $0.hasSuffix(".md") }.map { prefix + $0 }
    let rows = paths.compactMap { row($0, context) }
    guard !rows.isEmpty else {
      return Output([.info(nl: "geen notitieboeken in '\(folder)'", en: "no notebooks in '\(folder)'")])
    }
    return Output(
      Table(columns: [
        .texts("file", rows.map(\.file), label: Text(nl: "bestand", en: "file")),
        .texts("title", rows.map(\.title), label: Text(nl: "titel", en: "title")),
        .numbers("cells", rows.map(\.cells), label: Text(nl: "cellen", en: "cells")),
        .numbers("stale", rows.map(\.stale), label: Text(nl: "verouderd", en: "out of date")),
        .texts("parameters", rows.map(\.parameters), label: .verbatim("parameters")),
        .texts("problem", rows.map(\.problem), label: Text(nl: "wat eraan schort", en: "what is wrong")),
      ]))
  }

  private struct Row {
    let file: String
    var title: String?
    var cells = Double.nan
    var stale = Double.nan
    var parameters: String?
    var problem: String?
  }

  /// What is told of a file; nil for one that is no notebook.
  private func row(_ path: String, _ context: Context) -> Row? {
    do {
      let notebook = try runtime.notebook(path, context)
      guard !notebook.cells.isEmpty else { return nil }
      let surroundings = runtime.surroundings(notebook)
      let parameters = notebook.head.parameters
      let values = (try? notebook.head.values([])) ?? [:]
      let reasons = Staleness.reasons(
        notebook, given: NotebookRun.given(notebook, values, surroundings), surroundings)
      return Row(
        file: path, title: notebook.title, cells: Double(notebook.cells.count), stale: Double(reasons.count),
        parameters: parameters.isEmpty
          ? nil
          : parameters.map { $0.name + ($0.fallback.map { "=\($0.plain)" } ?? "=…") }.joined(separator: " "))
    } catch {
      let error = Diagnostic(error)
      let line = error.place.map { "\($0.line): " } ?? ""
      return Row(file: path, problem: line + error.message(context.language))
    }
  }
}
