@_spi(Host) import WorkbenchKit

/// `to FORM FILE` for a form that a plugin brings: what is hidden is taken out before the plugin sees it, and the file is written
/// here.
struct SinkStage: Stage {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .newFile, about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
  }

  static let arguments = Arguments()

  let sink: any ResultSink
  let signature: Signature

  init(_ sink: any ResultSink, about: Text) {
    self.sink = sink
    signature = Signature(
      "to \(sink.form)", aliases: ["naar \(sink.form)"],
      summary: Text(nl: "schrijf de uitkomst: ", en: "write the result: ") + about,
      input: .required,
      examples: [
        .init(
          "read buurten.csv | to \(sink.form) buurten.\(sink.form)", Text(nl: "naar een bestand", en: "to a file")),
        .init(
          "read buurten.csv | to \(sink.form)", Text(nl: "er hoort een bestand bij", en: "it needs a file"),
          failsWith: "argument.missing"),
      ])
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let (line, inputs) = shown(given.line, context.workspace.provenance.inputs, in: context)
    let made = try context.text(of: input.blocks) { blocks in
      try sink.write(
        WrittenResult(blocks: blocks, table: input.withheld(blocks).table, line: line, inputs: inputs), in: context)
    }
    try context.files.write(made.bytes, to: given.file, at: given.place(of: \.file))
    let cautions = input.blocks.filter { if case .notice(let notice) = $0 { notice.level != .info } else { false } }
    return Output(
      [
        .notice(
          Notice(
            .info,
            made.what + Text(nl: " geschreven naar '\(given.file)'", en: " written to '\(given.file)'")))
      ] + made.notices.map(Block.notice) + cautions)
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
