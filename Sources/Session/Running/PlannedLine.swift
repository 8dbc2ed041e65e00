import Language
@_spi(Host) import WorkbenchKit

extension Session {
  /// Returns what the last stage tells of how the line would be done; nil where it is no stage that does.
  func planned(
    _ bound: BoundPipeline, _ pipeline: Pipeline, _ line: SourceLine, _ context: Context
  ) throws -> Output? {
    guard let last = bound.stages.last, case .stage(let stage) = last.registration.body,
      let telling = stage as? any PlanningStage, case .none = bound.head, let first = bound.stages.first,
      case .command(let command) = first.registration.body, let planning = command as? any PlannedCommand
    else { return nil }
    let owner = first.registration.owner
    context.workspace.owner = owner?.name
    do {
      let plan = try planning.plan(first.call, in: context)
      let typed = pipeline.stages.dropFirst().dropLast().map { words in
        redacted(String(decoding: Array(line.text.utf8)[words.range], as: UTF8.self))
      }
      return try telling.output(plan, of: typed, in: context)
    } catch var error as Diagnostic {
      error.place = error.place ?? first.call.place
      error.plugin = error.plugin ?? owner?.name
      throw error
    }
  }
}
