import Methods
import WorkbenchKit

/// How many inhabitants of an area live within a distance of a facility: by the middle of each neighbourhood, or by the
/// points where people live if these are loaded.
struct Reach {
  /// What was found of an area.
  struct Found {
    /// Inhabitants of the neighbourhoods whose place is known.
    var people = 0.0
    var within = 0.0
    /// Neighbourhoods whose boundary is not loaded, and their people.
    var unplaced: [String] = []
    var unplacedPeople = 0.0
    /// Neighbourhoods whose boundary has no surface: the mean of its corners stands for the middle.
    var flat: [String] = []
    /// People whose middle lies outside the rectangle of the facilities, enlarged by the distance.
    var beyond = 0.0
    /// How many middles were measured from, and how many of these are of a wijk because its buurten have no boundary.
    var middles = 0
    var wijken = 0
    var points = 0
    /// Metres from the middle to the nearest; of an area of several neighbourhoods the least.
    var nearest = Double.infinity
    /// Neighbourhoods whose boundary is of another place.
    var changed: [OutlineChanges.Changed] = []
    /// Files of boundaries that were used.
    var records: Set<Int> = []

    /// The share of inhabitants within the distance; NaN where nobody's place is known.
    var share: Double { people > 0 ? within / people : .nan }
  }

  let atlas: Atlas
  let surfaces: AreaSurfaces
  let figures: Figures
  let population: Codebook.Measure?
  let changes: OutlineChanges
  /// Points where people live.
  let dwellers: [Facility]

  /// - Parameter sameCodes: whether boundaries count whose code names another place in their year.
  init(
    _ atlas: Atlas, _ codebook: Codebook, _ facilities: [Facility], _ key: KindKey, sameCodes: Bool,
    _ workspace: WorkspaceHandle
  ) throws {
    self.atlas = atlas
    changes = OutlineChanges(atlas, sameCodes: sameCodes)
    surfaces = try AreaSurfaces.load(workspace)
    figures = Figures(atlas: atlas)
    population = codebook.measure("population")
    let kinds = key.peopleKinds
    dwellers = facilities.filter { kinds.contains($0.kind) }
  }

  /// The areas whose middles stand for an area's inhabitants: its neighbourhoods, or its districts where only these have a
  /// boundary; never anything larger.
  func units(of area: Area) -> [Area] {
    if area.isOwn { return area.partCodes.compactMap(atlas.area) }
    if area.level == .buurt { return [area] }
    let buurten = atlas.areas(.buurt, within: area).filter { !$0.isOwn }
    let wijken = atlas.areas(.wijk, within: area).filter { !$0.isOwn }
    let placed = [buurten, wijken].first { $0.contains { surfaces.places[$0.code] != nil } }
    // The middle of a whole municipality says nothing of who lives in it.
    return placed ?? (buurten.isEmpty ? [area] : buurten)
  }

  /// The files that the inhabitants of areas were counted in, by the table that they went into.
  func inhabitants(of areas: [Area]) -> [(table: String, sources: [FigureSource])] {
    guard let population else { return [] }
    var figures: [Int: [(record: Int, column: String)]] = [:]
    for place in areas.flatMap(units).flatMap(\.places) {
      guard let table = atlas.table(place.year) else { continue }
      for row in table.ownRows(place.row) {
        let found = table.value(population, row: row)
        guard !found.value.isNaN, let column = found.column else { continue }
        figures[place.year, default: []].append((table.sources.record(row, column), column))
      }
    }
    return figures.sorted { $0.key < $1.key }.map { (ImportedTables.areas($0.key), FigureSource.joined($0.value)) }
  }

  /// - Parameter metres: the distance; in WGS84 along the great circle, in RD in the plane.
  func find(_ area: Area, _ facilities: [Facility], within metres: Double) -> Found {
    var found = Found()
    let span = Span(facilities, metres)
    for unit in units(of: area) {
      let people = population.map { figures.value($0, unit).value } ?? .nan
      let isSmall = unit.level == .buurt || unit.level == .wijk
      let surface = surfaces.places[unit.code]
      let changed = surface.flatMap { surface in
        unit.place.flatMap { changes.change($0, year: surface.year, name: surface.name) }
      }
      if let changed { found.changed.append(changed) }
      guard isSmall, !changes.leavesOut(changed), let place = surface, let centre = place.centre else {
        if people != 0 {
          found.unplaced.append(unit.code)
          found.unplacedPeople += people.isNaN ? 0 : people
        }
        continue
      }
      found.records.insert(place.record)
      found.middles += 1
      if unit.level == .wijk { found.wijken += 1 }
      if !centre.hasArea { found.flat.append(unit.code) }
      let nearest = Self.nearest(centre.point, place.system, facilities)
      found.nearest = min(found.nearest, nearest)
      guard !people.isNaN else { continue }
      found.people += people
      if !span.holds(centre.point, place.system) { found.beyond += people }
      let here = dwellers.filter { place.surface.contains($0.point(in: place.system)) }
      found.points += here.count
      if here.isEmpty {
        if nearest <= metres { found.within += people }
      } else {
        found.within += people * Self.share(here, place.system, facilities, metres)
      }
    }
    return found
  }

  /// The part of the people at points who have a facility near; a point that does not say how many counts as one.
  private static func share(
    _ points: [Facility], _ system: KeptCoordinates, _ facilities: [Facility], _ metres: Double
  ) -> Double {
    var all = 0.0
    var near = 0.0
    for point in points {
      let people = point.people.isNaN ? 1 : point.people
      all += people
      if nearest(point.point(in: system), system, facilities) <= metres { near += people }
    }
    return all > 0 ? near / all : 0
  }

  static func nearest(
    _ point: PlanePoint, _ system: KeptCoordinates, _ facilities: [Facility]
  ) -> Double {
    var least = Double.infinity
    let geographic = GeographicPoint(latitude: point.y, longitude: point.x)
    for facility in facilities {
      switch system {
      case .rd: least = min(least, facility.plane.distance(to: point))
      case .wgs84:
        // A degree of latitude is more than 110 km: who is farther north or south than the nearest is not nearer.
        if (facility.geographic.latitude - point.y).magnitude * 110_000 > least { continue }
        least = min(least, facility.geographic.greatCircleDistance(to: geographic))
      }
    }
    return least
  }

  /// The rectangle of all facilities, enlarged by a distance: beyond it the file may not reach.
  private struct Span {
    private let x: ClosedRange<Double>
    private let y: ClosedRange<Double>

    init(_ facilities: [Facility], _ metres: Double) {
      let (xs, ys) = (facilities.map(\.plane.x), facilities.map(\.plane.y))
      x = ((xs.min() ?? 0) - metres)...((xs.max() ?? 0) + metres)
      y = ((ys.min() ?? 0) - metres)...((ys.max() ?? 0) + metres)
    }

    func holds(_ point: PlanePoint, _ system: KeptCoordinates) -> Bool {
      let plane =
        system == .rd ? point : Rijksdriehoek.plane(GeographicPoint(latitude: point.y, longitude: point.x))
      return x.contains(plane.x) && y.contains(plane.y)
    }
  }
}
