/// Why something could not be measured.
struct Unmeasurable: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
