/// A command with its arguments bound: every value checked and converted, each with the place where it was typed.
public struct Call: Sendable {
  /// One bound value.
  public struct Argument: Sendable {
    public let value: Value
    public let place: Place?
    /// What the command gets.
    let converted: (any Sendable)?

    public init(_ value: Value, place: Place?) { self.init(value, place: place, converted: nil) }

    /// The role that it names, as it is kept.
    @_spi(Host) public var role: String? { converted as? String }

    init(_ value: Value, place: Place?, converted: (any Sendable)?) {
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

  public init(path: [String], line: String, place: Place?, arguments: [String: [Argument]]) {
    self.path = path
    self.line = line
    self.place = place
    self.arguments = arguments
  }

  public func has(_ name: String) -> Bool { arguments[name]?.isEmpty == false }
  public func all(_ name: String) -> [Argument] { arguments[name] ?? [] }
  public func value(_ name: String) -> Value? { arguments[name]?.last?.value }
  public func text(_ name: String) -> String? { value(name).map { $0.text ?? $0.plain } }
  public func texts(_ name: String) -> [String] { all(name).map { $0.value.text ?? $0.value.plain } }
  public func number(_ name: String) -> Double? { value(name)?.number }
  public func integer(_ name: String) -> Int? { number(name).flatMap { Int(exactly: $0) } }
  public func flag(_ name: String) -> Bool { value(name)?.boolean ?? false }
  public func place(of name: String) -> Place? { arguments[name]?.last?.place ?? place }

  /// `key=value` pairs in the order in which they were typed.
  public func pairs(_ name: String) -> [(key: String, value: Value, place: Place?)] {
    all(name).compactMap { argument in
      guard case .list(let both) = argument.value, both.count == 2, let key = both[0].text else { return nil }
      return (key, both[1], argument.place)
    }
  }
}
