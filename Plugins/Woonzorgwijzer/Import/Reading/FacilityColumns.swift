import WorkbenchKit

/// Where in a file of points the kind, the name and the coordinates stand.
struct FacilityColumns {
  static let kinds = ["kind", "soort", "categorie", "category"]
  static let names = ["name", "naam"]
  static let people = ["people", "inwoners", "inhabitants", "aantal_inwoners", "a_inw"]
  private static let longitudes = ["lon", "longitude", "lng", "lengtegraad"]
  private static let latitudes = ["lat", "latitude", "breedtegraad"]
  private static let xs = ["x_rd", "rd_x", "xcoord", "x_coordinaat", "x"]
  private static let ys = ["y_rd", "rd_y", "ycoord", "y_coordinaat", "y"]

  let kind: Int?
  let name: Int?
  let people: Int?
  let geographic: (longitude: Int, latitude: Int)?
  let plane: (x: Int, y: Int)?

  /// Nil where neither longitude and latitude nor x and y are there.
  init?(_ header: [String]) {
    let place = StemmedNames(header).index
    kind = place(Self.kinds)
    name = place(Self.names)
    people = place(Self.people)
    geographic = place(Self.longitudes).flatMap { longitude in
      place(Self.latitudes).map { (longitude, $0) }
    }
    plane = place(Self.xs).flatMap { x in place(Self.ys).map { (x, $0) } }
    if geographic == nil, plane == nil { return nil }
  }
}
