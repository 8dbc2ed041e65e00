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
    let made = try context.text(of: input.blocks) { blocks in
      try sink.write(
        WrittenResult(
          blocks: blocks, table: input.withheld(blocks).table, line: given.line,
          inputs: context.workspace.provenance.inputs),
        in: context)
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
}
