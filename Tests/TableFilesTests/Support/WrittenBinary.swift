import Layers
import WorkbenchKit

@testable import TableFiles

/// Writes well-known binary of every kind, to be read back.
struct WrittenBinary {
  enum Form: CaseIterable { case flat, isoZ, isoM, isoZM, extendedZ, extendedM, extendedZM, extendedSystem }

  var bytes: [UInt8] = []
  let isLittle: Bool
  let form: Form

  init(isLittle: Bool = true, form: Form = .flat) {
    self.isLittle = isLittle
    self.form = form
  }

  mutating func word(_ number: UInt32) {
    withUnsafeBytes(of: isLittle ? number.littleEndian : number.bigEndian) { bytes += $0 }
  }

  mutating func number(_ number: Double) {
    let bits = number.bitPattern
    withUnsafeBytes(of: isLittle ? bits.littleEndian : bits.bigEndian) { bytes += $0 }
  }

  mutating func begin(_ kind: UInt32) {
    bytes.append(isLittle ? 1 : 0)
    switch form {
    case .flat: word(kind)
    case .isoZ: word(kind + 1000)
    case .isoM: word(kind + 2000)
    case .isoZM: word(kind + 3000)
    case .extendedZ: word(kind | 0x8000_0000)
    case .extendedM: word(kind | 0x4000_0000)
    case .extendedZM: word(kind | 0xC000_0000)
    case .extendedSystem:
      word(kind | 0x2000_0000)
      word(28992)
    }
  }

  mutating func point(_ point: AreaMap.Point) {
    number(point.x)
    number(point.y)
    switch form {
    case .flat, .extendedSystem: break
    case .isoZ, .isoM, .extendedZ, .extendedM: number(.nan)
    case .isoZM, .extendedZM:
      number(7)
      number(8)
    }
  }

  mutating func ring(_ points: [AreaMap.Point]) {
    word(UInt32(points.count))
    for one in points { point(one) }
  }

  /// A line, or with kind 8 an arc.
  mutating func line(_ points: [AreaMap.Point], kind: UInt32 = 2) {
    begin(kind)
    ring(points)
  }

  mutating func polygon(_ rings: [[AreaMap.Point]]) {
    begin(3)
    word(UInt32(rings.count))
    for one in rings { ring(one) }
  }

  mutating func polygons(_ polygons: [[[AreaMap.Point]]], kind: UInt32 = 6) {
    begin(kind)
    word(UInt32(polygons.count))
    for one in polygons { polygon(one) }
  }

  func read(pointsLeft: Int = 1_000_000) throws(GeometryProblem) -> ReadGeometry {
    try Self.read(bytes, pointsLeft: pointsLeft)
  }

  static func read(_ bytes: [UInt8], pointsLeft: Int = 1_000_000) throws(GeometryProblem) -> ReadGeometry {
    let result = bytes.withUnsafeBytes { raw in
      var reader = WellKnownBinary(raw, pointsLeft: pointsLeft)
      return Result { () throws(GeometryProblem) in try reader.read() }
    }
    return try result.get()
  }
}

/// A point.
func at(_ x: Double, _ y: Double) -> AreaMap.Point { AreaMap.Point(x: x, y: y) }

/// Numbers that are the same in every run.
struct Dice {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
