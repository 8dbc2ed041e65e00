/// A command with its arguments bound: every value checked and converted, each with the place where it was typed. Commands
/// see it as `Given`.
@_spi(Host) public struct Call: Sendable {
  /// One bound value.
  public struct Argument: Sendable {
    /// As it was typed, checked by the kind of the parameter.
    public let value: Value
    /// Where it was typed; nil for a default.
    public let place: Place?
    /// What the command gets.
    let converted: (any Sendable)?

    /// The role that it names, as it is kept.
    public var role: String? { converted as? String }

    init(_ value: Value, place: Place?, converted: (any Sendable)? = nil) {
      self.value = value
      self.place = place
      self.converted = converted
    }
  }

  /// The path of the command as it is registered.
  public let path: [String]
  /// The whole line, as it was typed.
  public let line: String
  /// Where the command stands.
  public let place: Place?
  private let arguments: [String: [Argument]]

  /// Makes a call of what the binder found.
  public init(path: [String], line: String, place: Place?, arguments: [String: [Argument]]) {
    self.path = path
    self.line = line
    self.place = place
    self.arguments = arguments
  }

  /// Returns all that was given for a parameter, or its default.
  public func all(_ name: String) -> [Argument] { arguments[name] ?? [] }

  func place(of name: String) -> Place? { all(name).last?.place ?? place }
}
