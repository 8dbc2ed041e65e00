/// The eleven test of the BSN: nine digits weighed by 9, 8, 7, 6, 5, 4, 3, 2 and -1 add up to a multiple of eleven.
///
/// Source: Logisch ontwerp BSN (RvIG). Of numbers at random one in eleven passes.
public enum ElevenTest {
  /// Whether a number passes, written with noughts in front to nine digits; 0 does not.
  public static func passes(_ number: UInt64) -> Bool {
    guard number > 0, number < 1_000_000_000 else { return false }
    var rest = number
    var sum = -Int(rest % 10)
    for weight in 2...9 {
      rest /= 10
      sum += weight * Int(rest % 10)
    }
    return sum % 11 == 0
  }
}
