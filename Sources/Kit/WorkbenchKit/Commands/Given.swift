/// What a line gives for the arguments of a command: `given.area` is checked, converted, and of the declared type.
@dynamicMemberLookup
public struct Given<Arguments: Sendable>: Sendable {
  private let arguments: Arguments
  private let call: Call

  init(_ arguments: Arguments, _ call: Call) {
    self.arguments = arguments
    self.call = call
  }

  /// What was given for an argument, or its default.
  public subscript<Value>(dynamicMember argument: KeyPath<Arguments, Argument<Value>>) -> Value {
    arguments[keyPath: argument].value(call)
  }

  /// What was given for a group of arguments.
  public subscript<Group: ArgumentGroup>(dynamicMember group: KeyPath<Arguments, Group>) -> Given<Group> {
    Given<Group>(arguments[keyPath: group], call)
  }

  /// Returns whether an argument stands in the line; its default does not.
  public func has<Value>(_ argument: KeyPath<Arguments, Argument<Value>>) -> Bool {
    call.all(arguments[keyPath: argument].parameter.name).contains { $0.place != nil }
  }

  /// Returns where an argument stands; the place of the command where it is left out.
  public func place<Value>(of argument: KeyPath<Arguments, Argument<Value>>) -> Place? {
    call.place(of: arguments[keyPath: argument].parameter.name)
  }

  /// Returns where each of several stands.
  public func places<Value>(of argument: KeyPath<Arguments, Argument<Value>>) -> [Place?] {
    call.all(arguments[keyPath: argument].parameter.name).map(\.place)
  }

  /// Does something with what an argument gave; an error of it that has no place gets that of the argument.
  public func checking<Value, Result>(
    _ argument: KeyPath<Arguments, Argument<Value>>, _ body: (Value) throws -> Result
  ) throws -> Result {
    do { return try body(self[dynamicMember: argument]) } catch let error as Diagnostic {
      throw error.at(place(of: argument))
    }
  }

  /// Does something with each thing that an argument gave; an error of it that has no place gets that of the thing.
  public func checkingEach<Element, Result>(
    _ argument: KeyPath<Arguments, Argument<[Element]>>, _ body: (Element) throws -> Result
  ) throws -> [Result] {
    try zip(self[dynamicMember: argument], places(of: argument)).map { element, place in
      do { return try body(element) } catch let error as Diagnostic { throw error.at(place) }
    }
  }

  /// The words of the command, as it is registered.
  public var path: [String] { call.path }
  /// The whole line, as it was typed.
  public var line: String { call.line }
  /// Where the command stands.
  public var place: Place? { call.place }

  /// Makes what a command gets of what the binder found.
  @_spi(Host) public init(bound call: Call, to arguments: Arguments) { self.init(arguments, call) }
}
