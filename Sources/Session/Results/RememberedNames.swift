import WorkbenchKit

/// What `let` remembers by name. The values stand by themselves too: every line that runs hands them to its commands.
struct RememberedNames {
  private(set) var all: [String: Remembered] = [:]
  /// Those that are a value, for expressions.
  private(set) var values: [String: Value] = [:]

  subscript(_ name: String) -> Remembered? {
    get { all[name] }
    set {
      all[name] = newValue
      values[name] = if case .value(let value) = newValue { value } else { nil }
    }
  }
}
