import Language
@_spi(Host) import WorkbenchKit

extension Session {
  /// Returns what the last stage tells of how the line would be done; nil where no stage tells that.
  ///
  /// - Throws: what such a stage throws where it is not the last, or where the line begins with something that has no plan.
  func planned(
    _ bound: BoundPipeline, _ pipeline: Pipeline, _ line: SourceLine, _ context: Context
  ) throws -> Output? {
    let tellings = bound.stages.compactMap { stage -> (any PlanningStage)? in
      guard case .stage(let body) = stage.registration.body else { return nil }
      return body as? any PlanningStage
    }
    guard let telling = tellings.first else { return nil }
    guard tellings.count == 1, let last = bound.stages.last, case .stage(let stage) = last.registration.body,
      stage is any PlanningStage, case .none = bound.head, let first = bound.stages.first,
      case .command(let command) = first.registration.body, let planning = command as? any PlannedCommand
    else {
      // Before anything is read: the stage says itself where it belongs.
      let wrong = bound.stages.first { stage in
        if case .stage(let body) = stage.registration.body { body is any PlanningStage } else { false }
      }
      return try wrong.map { try telling.apply($0.call, to: Output.nothing, in: context) }
    }
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
