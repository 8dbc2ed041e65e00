extension Journey {
  /// The steps in order, each with the stage it is in.
  var walk: [(stage: Stage, step: JourneyStep)] { stages.flatMap { stage in stage.steps.map { (stage, $0) } } }

  /// The stages, each once, as they first come by, with all of their steps.
  var phases: [Stage] {
    var steps: [String: [JourneyStep]] = [:]
    var order: [Stage] = []
    for stage in stages {
      if steps[stage.id] == nil { order.append(stage) }
      steps[stage.id, default: []] += stage.steps
    }
    return order.map { stage in
      var phase = stage
      phase.steps = steps[stage.id] ?? []
      return phase
    }
  }

  /// The mean feeling of the steps of a stage that have one; nil without any.
  func feeling(of stage: String) -> Double? {
    let feelings = stages.filter { $0.id == stage }.flatMap(\.steps).compactMap(\.feeling)
    return feelings.isEmpty ? nil : Double(feelings.reduce(0, +)) / Double(feelings.count)
  }

  /// The stretch that a step is in, and its place there.
  func place(ofStep id: String) -> (stage: Int, place: Int)? {
    for (stage, steps) in stages.map(\.steps).enumerated() {
      if let place = steps.firstIndex(where: { $0.id == id }) { return (stage, place) }
    }
    return nil
  }

  /// Makes the stretches out of steps as they follow each other.
  ///
  /// - Parameters:
  ///   - walk: the steps in order, each with its stage.
  ///   - declared: the stages in the order in which they were named; those without a step stand behind the last stretch of
  ///     those that were named before them.
  mutating func lay(_ walk: [(stage: Stage, step: JourneyStep)], declared: [Stage]) {
    stages = walk.reduce(into: [(stage: Stage, steps: [JourneyStep])]()) { stretches, next in
      if stretches.last?.stage.id == next.stage.id {
        stretches[stretches.count - 1].steps.append(next.step)
      } else {
        stretches.append((next.stage, [next.step]))
      }
    }.map { stage, steps in Stage(id: stage.id, name: stage.name, code: stage.code, steps: steps) }
    let walked = Set(stages.map(\.id))
    var before: Set<String> = []
    for stage in declared {
      if !walked.contains(stage.id) {
        let place = stages.lastIndex { before.contains($0.id) }.map { $0 + 1 } ?? 0
        stages.insert(Stage(id: stage.id, name: stage.name, code: stage.code), at: place)
      }
      before.insert(stage.id)
    }
  }

  /// Adds a step where the journey has come to: in the stretch it is in, in one that was named and is still empty, else in a
  /// new one behind it.
  ///
  /// - Returns: the stretch to which the journey goes back, as it was before; nil where it does not.
  mutating func add(_ step: JourneyStep, in stage: Stage) -> Stage? {
    let last = stages.lastIndex { !$0.steps.isEmpty } ?? -1
    if last >= 0, stages[last].id == stage.id {
      stages[last].steps.append(step)
    } else if let open = stages.lastIndex(where: { $0.id == stage.id && $0.steps.isEmpty }) {
      stages[open].steps.append(step)
    } else if let earlier = stages.last(where: { $0.id == stage.id }) {
      stages.insert(Stage(id: earlier.id, name: earlier.name, code: earlier.code, steps: [step]), at: last + 1)
      return earlier
    } else {
      stages.append(Stage(id: stage.id, name: stage.name, code: stage.code, steps: [step]))
    }
    return nil
  }

  /// Adds a step right behind another; where that one is of another stage, its stretch is parted.
  mutating func add(_ step: JourneyStep, in stage: Stage, after other: String) {
    guard let (stretch, place) = place(ofStep: other) else { return }
    if stages[stretch].id == stage.id {
      stages[stretch].steps.insert(step, at: place + 1)
      return
    }
    let held = stages[stretch]
    let rest = Array(held.steps[(place + 1)...])
    stages[stretch].steps.removeSubrange((place + 1)...)
    if rest.isEmpty, stretch + 1 < stages.count, stages[stretch + 1].id == stage.id {
      stages[stretch + 1].steps.insert(step, at: 0)
      return
    }
    let own = stages.first { $0.id == stage.id } ?? stage
    var parts = [Stage(id: own.id, name: own.name, code: own.code, steps: [step])]
    if !rest.isEmpty { parts.append(Stage(id: held.id, name: held.name, code: held.code, steps: rest)) }
    stages.insert(contentsOf: parts, at: stretch + 1)
  }

  /// Takes a step out; a stretch that is left without a step goes where its stage has another, and two that come to stand
  /// side by side are one.
  mutating func remove(step id: String) {
    guard let (stretch, _) = place(ofStep: id) else { return }
    stages[stretch].steps.removeAll { $0.id == id }
    let stage = stages[stretch].id
    guard stages[stretch].isBare, stages.count(where: { $0.id == stage }) > 1 else { return }
    stages.remove(at: stretch)
    guard stretch > 0, stretch < stages.count, stages[stretch - 1].id == stages[stretch].id else { return }
    stages[stretch - 1].steps += stages[stretch].steps
    stages[stretch].steps = []
    if stages[stretch].isBare { stages.remove(at: stretch) }
  }
}

extension [Journey] {
  /// The stages of all, each once, as they first come by.
  var allStages: [Journey.Stage] {
    flatMap(\.phases).reduce(into: []) { found, stage in
      if !found.contains(where: { $0.id == stage.id }) { found.append(stage) }
    }
  }
}
