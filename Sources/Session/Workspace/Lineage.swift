/// Names for new workspaces.
public enum Lineage {
  /// Returns 32 hexadecimal digits that no other workspace has.
  public static func new() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
