/// What a number can be that a person wrote in a cell of its own, with no other beside it to tell what its marks mean.
public enum NumberReadings {
  /// Returns all that a text can be, the reading with decimals first: one number as a rule, two where three digits stand behind the only
  /// mark (`1.500`, `1,500`), none where it is no number, or a whole one above 2^53.
  public static func of(_ text: String) -> [Double] {
    let digits = Array(text.trimmedOfPadding.utf8)
    return digits.withUnsafeBufferPointer { bytes -> [Double] in
      switch NumberShape(bytes) {
      case nil: return []
      case .plain?:
        return NumberText.isBeyondWhole(bytes) ? [] : number(bytes, point: UInt8(ascii: ".")).map { [$0] } ?? []
      case .decimal(let mark)?: return number(bytes, point: mark.byte).map { [$0] } ?? []
      case .thousands(let mark)?: return whole(bytes, without: mark)
      case .both(let thousands, let decimal)?:
        let bare = bytes.filter { $0 != thousands }
        return bare.withUnsafeBufferPointer { number($0, point: decimal.byte) }.map { [$0] } ?? []
      case .doubt(let mark)?:
        return (number(bytes, point: mark.byte).map { [$0] } ?? []) + whole(bytes, without: mark.byte)
      }
    }
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, point: UInt8) -> Double? {
    NumberText.parse(bytes, point: point)
  }

  private static func whole(_ bytes: UnsafeBufferPointer<UInt8>, without mark: UInt8) -> [Double] {
    bytes.filter { $0 != mark }.withUnsafeBufferPointer { bare in
      NumberText.isBeyondWhole(bare) ? [] : number(bare, point: UInt8(ascii: ".")).map { [$0] } ?? []
    }
  }
}
