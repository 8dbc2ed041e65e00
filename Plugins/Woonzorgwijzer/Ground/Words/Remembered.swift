/// What words become, worked out once for each word: a column has few of them and many rows.
struct Remembered<Word: Hashable, Value> {
  private var known: [Word: Value] = [:]
  private let make: (Word) -> Value

  init(_ make: @escaping (Word) -> Value) { self.make = make }

  mutating func callAsFunction(_ word: Word) -> Value {
    if let value = known[word] { return value }
    let value = make(word)
    known[word] = value
    return value
  }
}
