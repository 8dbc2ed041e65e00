/// What may be given for an argument, and what it becomes: how it is checked, guarded, converted and completed.
public struct ArgumentKind<Element: Sendable>: Sendable {
  let kind: Parameter.Kind
  /// What can be given, of a pair as its value: the kind itself, unless the conversion checks more and `stating` says what.
  let stated: Parameter.Kind
  let unit: Unit?
  /// What a command gets that was not bound by the host: the binder leaves no argument empty that must be given.
  let standIn: Element
  /// Whether it is words of a person, which pass the guard.
  let guards: Parameter.Guarding
  let candidates: (@Sendable (Context) -> [Candidate])?
  /// Finds what a word names.
  let find: (@Sendable (String, Context) throws -> Candidate)?
  /// Converts what the parameter's kind has checked.
  let convert: @Sendable (Call.Argument) throws -> Element

  init(
    _ kind: Parameter.Kind, unit: Unit? = nil, standIn: Element, guards: Parameter.Guarding = .nothing,
    stated: Parameter.Kind? = nil, candidates: (@Sendable (Context) -> [Candidate])? = nil,
    find: (@Sendable (String, Context) throws -> Candidate)? = nil,
    convert: @escaping @Sendable (Call.Argument) throws -> Element
  ) {
    self.kind = kind
    self.stated = stated ?? kind
    self.unit = unit
    self.standIn = standIn
    self.guards = guards
    self.candidates = candidates
    self.find = find
    self.convert = convert
  }

  /// Returns what an argument was converted into when it was bound.
  func element(_ argument: Call.Argument) -> Element? {
    (argument.converted as? Element) ?? (try? convert(argument))
  }

  /// Returns a kind that makes something else of what this one gives.
  ///
  /// - Parameters:
  ///   - standIn: any value of the new type; it is never seen where the host binds the line.
  ///   - convert: may throw a `Diagnostic`, which gets the place of the argument.
  public func map<New>(
    or standIn: New, _ convert: @escaping @Sendable (Element) throws -> New
  ) -> ArgumentKind<New> {
    ArgumentKind<New>(
      kind, unit: unit, standIn: standIn, guards: guards, stated: stated, candidates: candidates, find: find
    ) {
      [before = self.convert] in
      try convert(before($0))
    }
  }

  /// Returns the kind with words that completion offers.
  public func offering(_ candidates: @escaping @Sendable (Context) -> [Candidate]) -> ArgumentKind {
    ArgumentKind(
      kind, unit: unit, standIn: standIn, guards: guards, stated: stated, candidates: candidates, find: find,
      convert: convert)
  }

  /// Returns the kind with what can be given as another kind says it, where a conversion checks it with words of its own:
  /// forms and questions tell it, the error stays the conversion's.
  public func stating<Other>(_ other: ArgumentKind<Other>) -> ArgumentKind {
    ArgumentKind(
      kind, unit: unit, standIn: standIn, guards: guards, stated: other.stated, candidates: candidates, find: find,
      convert: convert)
  }
}

/// Words of which one is chosen; its raw values are what is typed.
public protocol ArgumentChoice: CaseIterable, RawRepresentable, Sendable where RawValue == String {
  /// The one that is usual.
  static var usual: Self { get }
  /// What a person reads of it beside the word.
  var about: Text? { get }
}

extension ArgumentChoice {
  /// Nothing.
  public var about: Text? { nil }
}

/// One `key=value` of a line.
public struct Pair<Element: Sendable>: Sendable {
  /// As it was typed.
  public let key: String
  /// Checked and converted.
  public let value: Element
  /// Where the pair stands.
  public let place: Place?

  /// Makes a pair.
  public init(key: String, value: Element, place: Place?) {
    self.key = key
    self.value = value
    self.place = place
  }
}
