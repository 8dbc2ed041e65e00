@_spi(Host) import WorkbenchKit

/// `to FORM FILE` for a form that a plugin brings: what is hidden is taken out before the plugin sees it, and the file is written
/// here.
struct SinkStage<Sink: AskingSink>: Stage {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .newFile, about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
    let own: Sink.Arguments
  }

  static var arguments: Arguments { Arguments(own: Sink.arguments) }

  private let writing: SinkWriting<Sink>
  let signature: Signature

  init(_ writing: SinkWriting<Sink>) {
    self.writing = writing
    signature = writing.signature(
      withoutFile: "argument.missing", Text(nl: "er hoort een bestand bij", en: "it needs a file"))
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    try writing.write(input, given.own, to: given.file, at: given.place(of: \.file), in: context)
  }
}

/// `to FORM FILE` for a form that writes the page of a result.
struct PageStage<Sink: AskingSink>: Stage {
  struct Arguments: Sendable {
    let file = Argument(
      optional: "file", .newFile, about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
    let own: Sink.Arguments
  }

  static var arguments: Arguments { Arguments(own: Sink.arguments) }

  private let writing: SinkWriting<Sink>
  let signature: Signature

  init(_ writing: SinkWriting<Sink>) {
    self.writing = writing
    signature = writing.signature(
      withoutFile: "to.file", Text(nl: "dit staat in een bestand", en: "this stands in a file"))
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    guard let path = given.file else { throw Registry.needsFile(writing.sink.form, at: given.place) }
    return try writing.write(input, given.own, to: path, at: given.place(of: \.file), in: context)
  }
}

/// A sink that is told nothing but the file.
private struct PlainSink: AskingSink {
  static var arguments: NoArguments { NoArguments() }

  let sink: any ResultSink

  var form: String { sink.form }
  var writesPage: Bool { sink.writesPage }
  var details: Text? { sink.details }
  var examples: [Signature.Example] { sink.examples }

  func write(_ result: WrittenResult, _ given: Given<NoArguments>, in context: Context) throws -> SinkFile {
    try sink.write(result, in: context)
  }
}

extension ResultSink {
  /// The stage that has it write.
  ///
  /// - Parameters:
  ///   - about: what its manifest says of the form.
  ///   - page: makes a page of a result.
  func stage(about: Text, page: @escaping Registry.PageForm) -> any Stage {
    func stage(_ sink: some AskingSink) -> any Stage {
      let writing = SinkWriting(sink: sink, about: about, page: page)
      return sink.writesPage ? PageStage(writing) : SinkStage(writing)
    }
    guard let asking = self as? any AskingSink else { return stage(PlainSink(sink: self)) }
    return stage(asking)
  }
}
