/// One thing that a command can be told: what it is called, what may be given, and as what type the command gets it.
///
/// The type says how often it may stand: `Argument<Double>` always has a value, `Argument<Double?>` may have none,
/// `Argument<[Double]>` has as many as are given, `Argument<Bool>` is a flag without a value.
public struct Argument<Value: Sendable>: Sendable {
  /// What help, completion and the binder read.
  public let parameter: Parameter
  let value: @Sendable (Call) -> Value
}

/// What tells the host of an argument without its type.
protocol DeclaredArgument {
  var parameter: Parameter { get }
}

extension Argument: DeclaredArgument {}

/// Arguments that several commands share: a property of this kind is a group within the arguments of a command.
public protocol ArgumentGroup: Sendable {}

extension Argument {
  private init<Element>(
    _ name: String, _ kind: ArgumentKind<Element>, _ position: Parameter.Position, short: Character? = nil,
    required: Bool = false, repeated: Bool = false, fallback: String? = nil, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])?, value: @escaping @Sendable (Call) -> Value
  ) {
    self.init(
      parameter: Parameter(
        name, kind, short: short, position, required: required, repeated: repeated, about: about,
        fallback: fallback, candidates: candidates),
      value: value)
  }

  /// Makes an argument by its place that must be given.
  ///
  /// - Parameters:
  ///   - name: as errors and help call it.
  ///   - kind: what may be given, and what it becomes.
  ///   - fallback: what is taken where it is not given, as it would be typed; then it may be left out.
  ///   - about: what help says of it.
  ///   - candidates: words that completion offers, instead of those of the kind.
  public init(
    _ name: String, _ kind: ArgumentKind<Value>, default fallback: String? = nil, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) {
    self.init(
      name, kind, .argument, required: fallback == nil, fallback: fallback, about: about, candidates: candidates,
      value: { $0.last(name, kind) ?? kind.standIn })
  }

  /// Makes an argument by its place that may be left out.
  public init<Element>(
    optional name: String, _ kind: ArgumentKind<Element>, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) where Value == Element? {
    self.init(name, kind, .argument, about: about, candidates: candidates, value: { $0.last(name, kind) })
  }

  /// Makes an argument by its place that takes all that remain; a comma parts a list.
  ///
  /// - Parameters:
  ///   - name: as errors and help call it.
  ///   - kind: what may be given, and what it becomes.
  ///   - required: whether there must be at least one.
  ///   - about: what help says of it.
  ///   - candidates: words that completion offers, instead of those of the kind.
  public init<Element>(
    list name: String, _ kind: ArgumentKind<Element>, required: Bool = true, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) where Value == [Element] {
    self.init(
      name, kind, .argument, required: required, repeated: true, about: about, candidates: candidates,
      value: { $0.every(name, kind) })
  }

  /// Makes a flag with a value that may be left out.
  public init<Element>(
    flag name: String, _ kind: ArgumentKind<Element>, short: Character? = nil, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) where Value == Element? {
    self.init(name, kind, .flag, short: short, about: about, candidates: candidates, value: { $0.last(name, kind) })
  }

  /// Makes a flag with a value that is taken to be something where it is left out.
  ///
  /// - Parameters:
  ///   - name: as errors and help call it.
  ///   - kind: what may be given, and what it becomes.
  ///   - short: one letter that stands for the name.
  ///   - fallback: as it would be typed.
  ///   - about: what help says of it.
  ///   - candidates: words that completion offers, instead of those of the kind.
  public init(
    flag name: String, _ kind: ArgumentKind<Value>, short: Character? = nil, default fallback: String, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) {
    self.init(
      name, kind, .flag, short: short, fallback: fallback, about: about, candidates: candidates,
      value: { $0.last(name, kind) ?? kind.standIn })
  }

  /// Makes a flag with a value that must be given.
  public init(
    requiredFlag name: String, _ kind: ArgumentKind<Value>, short: Character? = nil, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) {
    self.init(
      name, kind, .flag, short: short, required: true, about: about, candidates: candidates,
      value: { $0.last(name, kind) ?? kind.standIn })
  }

  /// Makes a flag with a value that may be given more than once; a comma parts a list.
  public init<Element>(
    flags name: String, _ kind: ArgumentKind<Element>, short: Character? = nil, required: Bool = false, about: Text,
    candidates: (@Sendable (Context) -> [Candidate])? = nil
  ) where Value == [Element] {
    self.init(
      name, kind, .flag, short: short, required: required, repeated: true, about: about, candidates: candidates,
      value: { $0.every(name, kind) })
  }
}

extension Argument where Value == Bool {
  /// Makes a flag without a value: there or not.
  public init(toggle name: String, short: Character? = nil, about: Text) {
    let parameter = Parameter(name, Parameter.Kind.toggle, short: short, position: .flag, about: about)
    self.init(parameter: parameter, value: { $0.all(name).last?.value.boolean ?? false })
  }
}

extension Call {
  func last<Element>(_ name: String, _ kind: ArgumentKind<Element>) -> Element? {
    all(name).last.flatMap { kind.element($0) }
  }

  func every<Element>(_ name: String, _ kind: ArgumentKind<Element>) -> [Element] {
    all(name).compactMap { kind.element($0) }
  }
}

extension Parameter {
  init<Element>(
    _ name: String, _ kind: ArgumentKind<Element>, short: Character?, _ position: Position, required: Bool,
    repeated: Bool, about: Text, fallback: String?, candidates: (@Sendable (Context) -> [Candidate])?
  ) {
    self.name = name
    self.short = short
    self.kind = kind.kind
    self.position = position
    isRequired = required
    isRepeated = repeated
    self.about = about
    unit = kind.unit
    self.fallback = fallback
    self.candidates = candidates ?? kind.candidates
    stated = kind.stated
    find = kind.find
    guards = kind.guards
    convert = { try kind.convert($0) }
  }

  /// The parameters that a value's properties declare, in their order, those of groups in the place of the group.
  static func list(of arguments: Any) -> [Parameter] {
    Mirror(reflecting: arguments).children.flatMap { child -> [Parameter] in
      switch child.value {
      case let argument as any DeclaredArgument: [argument.parameter]
      case let group as any ArgumentGroup: list(of: group)
      default: []
      }
    }
  }
}
