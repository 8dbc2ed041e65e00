import Glibc
import Methods

/// How many of some regions answered yes, and between what the share of all of them lies while some are not known.
struct CoverageBounds: Sendable, Hashable {
  let yes: Int
  let no: Int
  let unknown: Int

  init(yes: Int, no: Int, unknown: Int) { (self.yes, self.no, self.unknown) = (yes, no, unknown) }

  init(_ answers: [Bool?]) {
    self.init(
      yes: answers.count { $0 == true }, no: answers.count { $0 == false }, unknown: answers.count { $0 == nil })
  }

  var known: Int { yes + no }
  var all: Int { known + unknown }

  /// The share of those that are known; no number where none is.
  var share: Double { known > 0 ? Double(yes) / Double(known) : .nan }

  /// The score interval of that share; nil where none is known.
  var interval: Interval? { known > 0 ? wilsonInterval(share: share, count: Double(known)) : nil }

  /// The share of all where all that are not known say no; no number where there are none at all.
  var low: Double { all > 0 ? Double(yes) / Double(all) : .nan }

  /// The share of all where all that are not known say yes.
  var high: Double { all > 0 ? Double(yes + unknown) / Double(all) : .nan }

  /// How much one more answer would tell, in bits: most where those that are known divide evenly. With nothing known it is one.
  var surprise: Double {
    let chance = (Double(yes) + 1) / (Double(known) + 2)
    return -(chance * log2(chance) + (1 - chance) * log2(1 - chance))
  }
}
