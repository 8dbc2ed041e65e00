/// Numbers that are equal as a reader takes them: a missing one (NaN) equals a missing one.
struct Numbers: Sendable, Hashable {
  let values: [Double]

  init(_ values: [Double]) { self.values = values }

  static func == (left: Numbers, right: Numbers) -> Bool {
    left.values.elementsEqual(right.values) { $0 == $1 || $0.isNaN && $1.isNaN }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(values.count)
    // There are many NaNs, and they are one value here.
    for value in values { hasher.combine(value.isNaN ? .nan : value) }
  }
}
