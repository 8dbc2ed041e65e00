import Language
@_spi(Host) import WorkbenchKit

extension Registration {
  /// What a ballot asks by it; nil where it cannot be balloted.
  var ballot: Ballot? { if case .command(let command) = body { command.ballot } else { nil } }
}

extension Session {
  /// Does something as the plugin does whose command it is: on its documents, with its knowledge.
  func lend<Result>(_ context: Context, to registration: Registration, _ body: () throws -> Result) rethrows -> Result {
    let handle = context.workspace
    let host = handle.owner
    handle.owner = registration.owner?.name
    context.turn(to: handle.owner.flatMap { registry.knowledge[$0] })
    defer {
      hideWritten(by: handle)
      handle.owner = host
      context.turn(to: host.flatMap { registry.knowledge[$0] })
    }
    return try body()
  }

  /// Runs a command of a plugin with values that were not typed, within the step at hand.
  ///
  /// - Parameters:
  ///   - given: by argument; of what is not given the usual holds.
  ///   - place: where the values come from.
  /// - Throws: `argument.*`, and what the command throws.
  func call(
    _ registration: Registration, _ given: [String: [Value]], at place: Place, in context: Context
  ) throws -> Output {
    guard case .command(let command) = registration.body else { return .nothing }
    let plugin = registration.owner?.name
    return try lend(context, to: registration) {
      var bound: [String: [Call.Argument]] = [:]
      for parameter in registration.signature.parameters {
        let values = given[parameter.name] ?? parameter.fallback.map { [.text($0)] } ?? []
        bound[parameter.name] = try values.map { try parameter.bind($0, at: place, of: plugin) }
      }
      let path = registration.signature.path
      let call = Call(path: path, line: path.joined(separator: " "), place: place, arguments: bound)
      do { return try command.run(call, in: context) } catch var error as Diagnostic {
        error.plugin = error.plugin ?? plugin
        throw error.at(place)
      }
    }
  }
}

extension Session {
  /// The line to type that uses what was answered, as the command says what people type next.
  public func outcome(of ballot: KeptBallot) -> [Block] {
    guard !ballot.taken.isEmpty,
      let registration = try? registry.find(ballot.command.map(Optional.some))?.registration
    else { return [] }
    var line: String?
    if case .table? = registration.ballot?.yield {
      line = (ballot.command + [KeptBallot.table(of: ballot.name)]).joined(separator: " ")
    } else {
      line =
        registration.signature.next.lazy.compactMap { next in
          next.line { ballot.told[$0]?.first.map(TypedWord.quoted) }
        }.first
    }
    return line.map { [.info(nl: "daarna: \($0)", en: "then: \($0)")] } ?? []
  }
}
