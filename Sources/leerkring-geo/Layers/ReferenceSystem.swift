/// The coordinate reference system of a layer, and what is done with its coordinates.
///
/// The Dutch grid (EPSG:28992, with heights 7415) and degrees (EPSG:4326) pass as they are, to the bit; others become degrees. Of degrees the
/// longitude comes first, whatever the file has.
struct ReferenceSystem {
  /// By EPSG; 0 where it has no number.
  let number: Int
  /// What the file calls it; nil where it names none.
  let name: UnsafePointer<CChar>?
  /// What the coordinates are of as they leave; 0 where that is not known.
  let outgoing: Int
  /// Whether they are worked out anew.
  var isChanged: Bool { !passes && outgoing != 0 }

  private let passes: Bool
  private let handle: GDALLibrary.Handle?

  /// Takes that of a layer.
  init(_ library: GDALLibrary, _ layer: GDALLibrary.Handle?) {
    guard let system = library.layerSystem(layer) else {
      (number, name, outgoing, passes, handle) = (0, nil, 0, true, nil)
      return
    }
    handle = system
    name = library.systemName(system)
    number = Self.number(library, system)
    var count: Int32 = 0
    let axes = library.axes(system, &count)
    let order = (0..<min(Int(count), 2)).map { axes?[$0] ?? 0 }
    switch number {
    case 28992, 7415: (outgoing, passes) = order == [1, 2] ? (28992, true) : (4326, false)
    // The register has latitude first, so that longitude first is turned round.
    case 4326: (outgoing, passes) = (4326, order == [2, 1])
    default: (outgoing, passes) = (4326, false)
    }
  }

  /// What makes degrees of the coordinates; nil where it cannot be had, or is not needed.
  func transformation(_ library: GDALLibrary) -> GDALLibrary.Handle? {
    guard isChanged, let handle, let degrees = Self.registered(library, 4326) else { return nil }
    library.setAxes(degrees, 0)
    return Self.transformation(library, handle, degrees)
  }

  /// One that takes two datums for the same would be a hundred metres off without a word.
  private static func transformation(
    _ library: GDALLibrary, _ from: GDALLibrary.Handle, _ to: GDALLibrary.Handle
  ) -> GDALLibrary.Handle? {
    guard let newChoice = library.newChoice, let setRough = library.setRough,
      let make = library.newChosenTransformation, let choice = newChoice()
    else { return library.newTransformation(from, to) }
    _ = setRough(choice, 0)
    return make(from, to, choice)
  }

  /// Has the register of systems and the way from one to another read.
  static func warm(_ library: GDALLibrary) {
    guard let grid = registered(library, 28992), let degrees = registered(library, 4326) else { return }
    library.setAxes(degrees, 0)
    _ = transformation(library, grid, degrees)
  }

  private static func number(_ library: GDALLibrary, _ system: GDALLibrary.Handle) -> Int {
    // Looking changes what is looked at.
    guard let copy = library.clone(system) else { return 0 }
    func named() -> Int? {
      guard let register = library.register(copy, nil), String(cString: register) == "EPSG",
        let code = library.registered(copy, nil)
      else { return nil }
      return Int(String(cString: code))
    }
    if let number = named() { return number }
    for number in [28992, 4326] {
      guard let candidate = registered(library, Int32(number)) else { continue }
      let options = ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT"]
      if CList.with(options, { library.areEqual(copy, candidate, $0) }) == 1 { return number }
    }
    return Remarks.unheard { library.identify(copy) } == 0 ? named() ?? 0 : 0
  }

  private static func registered(_ library: GDALLibrary, _ number: Int32) -> GDALLibrary.Handle? {
    guard let system = library.newSystem(nil), library.setRegistered(system, number) == 0 else { return nil }
    return system
  }
}
