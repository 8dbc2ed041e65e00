import Language
@_spi(Host) import WorkbenchKit

extension Footprint {
  mutating func note(_ handle: WorkspaceHandle, _ bound: BoundPipeline) {
    // What an earlier line here wrote is no reading of what stood before.
    reads.formUnion(handle.footprint.reads.subtracting(writes))
    inputs.merge(handle.footprint.inputs) { _, last in last }
    for stage in bound.stages {
      if let owner = stage.registration.owner { plugins[owner.name] = owner.version }
    }
  }
}

extension Session {
  /// Notes which remembered names and aliases a statement takes up.
  func noteNames(of statement: ParsedStatement) {
    guard footprint?.hasNames == true else { return }
    let pipeline: Pipeline
    switch statement {
    case .empty: return
    case .pipeline(let whole): pipeline = whole
    case .binding(_, _, let whole): pipeline = whole
    }
    for stage in pipeline.stages {
      let first = stage.words.first?.bare ?? ""
      if aliases[first] != nil, footprint?.writes.contains("@" + first) == false {
        state.footprint?.reads.insert("@" + first)
      }
      for word in stage.words {
        for case .variable(let name, _) in word.pieces { noteName(name) }
        // `keep NAME` and `why NAME` take it without its sign.
        if let bare = word.bare, remembered[bare] != nil, takesNames(stage) { noteName(bare) }
      }
    }
  }

  /// Notes where a command looks at the workspace as a whole, past the handle.
  func noteReach(of bound: BoundPipeline) {
    guard footprint?.hasNames == true, bound.stages.contains(where: \.registration.signature.readsWholeWorkspace) else {
      return
    }
    state.footprint?.reads.insert("*")
  }

  private func noteName(_ name: String) {
    if footprint?.writes.contains("$" + name) == false { state.footprint?.reads.insert("$" + name) }
    // A kept result is asked for by the same sign.
    if remembered[name] == nil { state.footprint?.reads.insert(PartName(.results, name).text) }
  }

  func takesNames(_ stage: StageWords) -> Bool {
    guard case .host? = try? registry.find(stage.words.lazy.map(\.bare))?.registration.body else { return false }
    return true
  }
}
