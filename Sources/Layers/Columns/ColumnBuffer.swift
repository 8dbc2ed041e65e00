import WorkbenchKit

/// Which kind of values a column is said to hold; a file need not keep to it.
public enum CellKind: Sendable, Hashable {
  case undeclared, number, text, boolean, binary
}

/// The values of a column while they are read: one array of one kind, that becomes another where a value asks for it.
public struct ColumnBuffer {
  private enum Kind {
    /// Nothing but missing values yet.
    case open
    /// Numbers that are all 0 or 1, and declared as yes or no.
    case booleans
    case numbers
    case texts
  }

  /// What the column is called.
  public let name: String
  /// Whether whole numbers stand in it of which a double keeps some only; they are kept as text.
  public private(set) var isBeyondWhole = false
  /// Whether texts stand among its numbers; all of it is kept as text.
  public private(set) var isMixed = false
  /// How many numbers are infinite, which no figure is.
  public private(set) var infinite = 0
  /// How many values are bytes.
  public private(set) var binary = 0
  /// How many bytes its texts take beside their place in the column, about: short ones take none.
  public private(set) var textBytes = 0

  private let isDeclaredNumber: Bool
  private var kind: Kind
  private var numbers: [Double] = []
  private var texts: [String?] = []

  /// Makes one without a value.
  public init(_ name: String, _ kind: CellKind) {
    self.name = name
    isDeclaredNumber = kind == .number || kind == .boolean
    self.kind =
      switch kind {
      case .boolean: .booleans
      case .number: .numbers
      case .text: .texts
      case .undeclared, .binary: .open
      }
  }

  /// The column as it is in a table.
  public func column(label: Text?) -> Column {
    switch kind {
    // Declared as nothing and without a value: a text is what can be told of it.
    case .open: Column(name, .texts([String?](repeating: nil, count: numbers.count)), label: label)
    case .booleans: Column(name, .booleans(numbers.map { $0.isNaN ? nil : $0 == 1 }), label: label)
    case .numbers: Column(name, .numbers(numbers), label: label)
    case .texts: Column(name, .texts(texts), label: label)
    }
  }

  /// Whether all that it holds is bytes.
  public var isOnlyBinary: Bool {
    if case .open = kind { return binary > 0 }
    return false
  }

  // MARK: Values of the next row

  /// Takes bytes, which are no figure.
  public mutating func appendBinary() {
    binary += 1
    appendMissing()
  }

  /// Takes that there is none.
  public mutating func appendMissing() {
    if case .texts = kind { texts.append(nil) } else { numbers.append(.nan) }
  }

  /// Takes a whole number; one that a double cannot hold makes the column a text.
  public mutating func append(whole value: Int64) {
    if case .texts = kind {
      append(text: String(value))
    } else if value.magnitude > 1 << 53 {
      isBeyondWhole = true
      becomeText()
      append(text: String(value))
    } else {
      append(finite: Double(value))
    }
  }

  /// Takes a number; one that is not finite is missing, and infinite ones are counted.
  public mutating func append(_ value: Double) {
    guard value.isFinite else {
      infinite += 1
      return appendMissing()
    }
    if case .texts = kind { append(text: NumberText.shortest(value)) } else { append(finite: value) }
  }

  private mutating func append(finite value: Double) {
    switch kind {
    case .numbers: break
    case .booleans: if value != 0, value != 1 { kind = .numbers }
    case .open, .texts: kind = .numbers
    }
    numbers.append(value)
  }

  /// Takes a text.
  public mutating func append(_ value: String) {
    if case .texts = kind {} else { becomeText() }
    append(text: value)
  }

  private mutating func append(text: String) {
    texts.append(counted(text))
  }

  /// A text of up to 15 bytes stands in its place itself.
  private mutating func counted(_ text: String) -> String {
    if text.utf8.count > 15 { textBytes += text.utf8.count + 32 }
    return text
  }

  private mutating func becomeText() {
    if !isBeyondWhole, isDeclaredNumber || numbers.contains(where: { !$0.isNaN }) { isMixed = true }
    var texts: [String?] = []
    texts.reserveCapacity(numbers.count)
    for number in numbers { texts.append(number.isNaN ? nil : counted(NumberText.shortest(number))) }
    self.texts = texts
    numbers = []
    kind = .texts
  }
}
