import Language

extension ParsedStatement {
  /// The words of a line that asks to be led through what its command can be told, without `--ask`; nil where it does not.
  var askingStage: StageWords? {
    guard case .pipeline(let pipeline) = self, pipeline.stages.count == 1, let stage = pipeline.stages.first,
      stage.words.count > 1, stage.words.contains(where: { $0.bare == "--ask" })
    else { return nil }
    let words = stage.words.filter { $0.bare != "--ask" }
    return words.isEmpty ? nil : StageWords(words: words, range: stage.range)
  }
}
