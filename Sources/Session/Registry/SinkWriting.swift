@_spi(Host) import WorkbenchKit

/// Hands a result to a sink, without what is hidden, and writes the file that it makes of it.
struct SinkWriting<Sink: AskingSink>: Sendable {
  let sink: Sink
  let about: Text
  let page: Registry.PageForm

  /// - Parameters:
  ///   - code: of the error of a line without a file.
  ///   - reason: what such a line shows.
  func signature(withoutFile code: String, _ reason: Text) -> Signature {
    Signature(
      "to \(sink.form)", aliases: ["naar \(sink.form)"],
      summary: Text(nl: "schrijf de uitkomst: ", en: "write the result: ") + about,
      details: sink.details,
      input: .required,
      examples: [
        .init("read buurten.csv | to \(sink.form) buurten.\(sink.form)", Text(nl: "naar een bestand", en: "to a file"))
      ] + sink.examples + [.init("read buurten.csv | to \(sink.form)", reason, failsWith: code)])
  }

  /// - Throws: what the sink throws; `file.*`.
  func write(
    _ input: Output, _ given: Given<Sink.Arguments>, to path: String, at place: Place?, in context: Context
  ) throws -> Output {
    let (line, inputs) = shown(given.line, context.workspace.provenance.inputs, in: context)
    let page = sink.writesPage ? page(of: input, in: context) : nil
    let made: SinkFile
    do {
      made = try context.text(of: input.blocks) { blocks in
        try sink.write(
          WrittenResult(blocks: blocks, table: input.withheld(blocks).table, line: line, inputs: inputs, page: page),
          given, in: context)
      }
    } catch let error as Diagnostic { throw error.at(given.place) }
    try context.files.write(made.bytes, to: path, at: place)
    let cautions = input.blocks.filter { if case .notice(let notice) = $0 { notice.level != .info } else { false } }
    let written = made.what + Text(nl: " geschreven naar '\(path)'", en: " written to '\(path)'")
    return Output([.notice(Notice(.info, written))] + made.notices.map(Block.notice) + cautions)
  }

  private func page(of input: Output, in context: Context) -> WrittenPage {
    let html = context.text(of: input.blocks) { page(input.withheld($0).blocks, context.language) }
    return WrittenPage(html: html, language: context.language)
  }

  /// The line and the files by the names that may be shown: these may hold what is hidden, as any text does.
  private func shown(_ line: String, _ inputs: [InputFile], in context: Context) -> (String, [InputFile]) {
    let texts = ([line] + inputs.map(\.path)).map { text in
      context.text(of: [.paragraph(.verbatim(text))]) { blocks -> String in
        if case .paragraph(let shown)? = blocks.first { shown(context.language) } else { "" }
      }
    }
    let files = zip(inputs, texts.dropFirst()).map { input, path in
      var input = input
      input.path = path
      return input
    }
    return (texts[0], files)
  }
}
