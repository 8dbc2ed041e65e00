import Rendering
import WorkbenchKit

/// A notebook with what its cells gave, ready to be written in another form.
public struct ExportedNotebook {
  public let notebook: Notebook
  public let language: Language
  /// What the parameters were, in the order of the front matter.
  public let values: [(name: String, value: Value)]
  /// By the number of the cell.
  public let results: [Int: CellResult]
  /// Why the output of a cell in the file was out of date, by its number.
  public let stale: [Int: Staleness.Reason]
  /// Whether the cells were run for this; else what stands in the file is shown, up to date or not.
  public let isFresh: Bool
  /// Whether the lines of the cells are shown as well.
  public var showsCode = true

  public init(
    _ notebook: Notebook, language: Language, values: [String: Value], results: [CellResult],
    stale: [Int: Staleness.Reason], isFresh: Bool
  ) {
    self.notebook = notebook
    self.language = language
    self.values = notebook.head.parameters.compactMap { parameter in
      values[parameter.name].map { (parameter.name, $0) }
    }
    self.results = Dictionary(results.map { ($0.number, $0.toRead) }) { first, _ in first }
    self.stale = stale
    self.isFresh = isFresh
  }

  /// What stands under the cells in the file, as the results of the cells.
  public static func standing(in notebook: Notebook) -> [CellResult] {
    notebook.cells.map { cell in
      let body = cell.output?.body ?? []
      return CellResult(
        number: cell.number, blocks: body.isEmpty ? [] : [[.text(body.joined(separator: "\n") + "\n")]],
        output: cell.output ?? CellOutput(), error: nil)
    }
  }

  /// What is to be told of a cell whose output in the file is out of date.
  func remark(on cell: Cell) -> Notice? {
    guard let reason = stale[cell.number] else { return nil }
    let words = reason.words
    if isFresh {
      // What was never there cannot be out of date.
      if reason == .neverRun { return nil }
      return Notice.info(
        nl: "In het notitieboek is deze uitkomst verouderd (\(words.nl)); hier is zij opnieuw bepaald.",
        en: "In the notebook this output is stale (\(words.en)); here it was worked out anew.")
    }
    return Notice.caution(nl: "Deze uitkomst is verouderd: \(words.nl).", en: "This output is stale: \(words.en).")
  }

  /// What stands under the title of a page: by whom and of when it is, and for what it was filled in.
  var under: [String] {
    let head = notebook.head
    return [[head.author, head.date].compactMap { $0 }.joined(separator: " · "), parameterLine?(language) ?? ""]
      .filter { !$0.isEmpty }
  }

  /// The values of the parameters as one sentence; nil where there are none.
  var parameterLine: Text? {
    guard !values.isEmpty else { return nil }
    let listed = values.map { "\($0.name) = \($0.value.plain)" }.joined(separator: ", ")
    return Text(nl: "Ingevuld voor: \(listed)", en: "Filled in for: \(listed)")
  }
}

extension CellResult {
  /// The result as a person reads it, as on a screen: without what only explains, for which paper has no room.
  fileprivate var toRead: CellResult {
    let shown = blocks.map { blocks in
      blocks.compactMap { block -> Block? in
        switch block {
        case .facts(let facts) where facts.isDetail: return nil
        case .table(let table):
          let plain = table.columns.indices.filter { !table.columns[$0].isDetail }
          return .table(plain.isEmpty ? table : table.selecting(plain))
        default: return block
        }
      }
    }
    return CellResult(number: number, blocks: shown, output: output, error: error)
  }
}
