/// Colours that readers with a colour vision deficiency tell apart, and signs for where there is no colour.
enum Palette {
  /// Returns one colour a class, from pale to dark: YlGnBu, marked colour-blind safe (Harrower and Brewer 2003, ColorBrewer 2).
  ///
  /// - Parameter count: more than 9 are drawn out between the nine there are.
  static func sequence(_ count: Int) -> [Colour] {
    if let listed = sequences[count] { return listed.map(Colour.init) }
    guard count > 9 else { return count < 1 ? [] : [sequence(at: 0.5)] }
    return (0..<count).map { sequence(at: Double($0) / Double(count - 1)) }
  }

  /// Returns the colour of a share, 0 the palest and 1 the darkest.
  static func sequence(at share: Double) -> Colour {
    let nine = (sequences[9] ?? []).map(Colour.init)
    let place = min(max(share.isFinite ? share : 0, 0), 1) * Double(nine.count - 1)
    let index = min(Int(place), nine.count - 2)
    return nine[index].mixed(with: nine[index + 1], place - Double(index))
  }

  private static let sequences: [Int: [UInt32]] = [
    2: [0xA1DAB4, 0x225EA8],
    3: [0xEDF8B1, 0x7FCDBB, 0x2C7FB8],
    4: [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x225EA8],
    5: [0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x2C7FB8, 0x253494],
    6: [0xFFFFCC, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x2C7FB8, 0x253494],
    7: [0xFFFFCC, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x0C2C84],
    8: [0xFFFFD9, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x0C2C84],
    9: [0xFFFFD9, 0xEDF8B1, 0xC7E9B4, 0x7FCDBB, 0x41B6C4, 0x1D91C0, 0x225EA8, 0x253494, 0x081D58],
  ]

  /// Returns the colour of a series: the eight of Okabe and Ito (2008) but black, which a dark page swallows.
  static func category(_ index: Int) -> Colour { Colour(categories[index % categories.count]) }

  private static let categories: [UInt32] = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442]

  /// Returns a sign for each class, the fuller the higher; above seven classes their numbers.
  static func shades(_ count: Int) -> [Character] {
    switch count {
    case ..<1: []
    case 1: ["▒"]
    case 2: ["░", "█"]
    case 3: ["░", "▒", "█"]
    case 4: ["░", "▒", "▓", "█"]
    case 5: ["·", "░", "▒", "▓", "█"]
    case 6: ["·", ":", "░", "▒", "▓", "█"]
    case 7: ["·", ":", "+", "░", "▒", "▓", "█"]
    default: (0..<count).map { Character(String(($0 + 1) % 36, radix: 36)) }
    }
  }

  /// Returns a sign for a series that is stacked beside others.
  static func filling(_ index: Int) -> Character { fillings[index % fillings.count] }
  private static let fillings: [Character] = ["█", "░", "▓", "▒", "#", "=", "+", "o"]

  /// Where a value is missing, and where it is held back.
  static let missing: Character = "╱"
  static let withheld: Character = "╲"
}
