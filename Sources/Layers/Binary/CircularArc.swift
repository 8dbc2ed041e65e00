import Glibc
import WorkbenchKit

/// An arc of a circle through three points, as a line of short pieces.
public enum CircularArc {
  /// How much of the circle a piece spans at most, in radians: a degree.
  private static let step = Double.pi / 180

  /// Returns the points of the line after its start; the last is exactly the end.
  ///
  /// Where start and end are the same point it is a whole circle, with `middle` across. Points on one line, or so nearly that no
  /// circle can be worked out, make two straight pieces.
  public static func line(
    from start: AreaMap.Point, through middle: AreaMap.Point, to end: AreaMap.Point
  ) -> [AreaMap.Point] {
    // Coordinates of the Dutch grid are six digits long: what matters is how far the points lie from each other.
    let (bx, by) = (middle.x - start.x, middle.y - start.y)
    let (cx, cy) = (end.x - start.x, end.y - start.y)
    let isWhole = start == end
    let twist = 2 * (bx * cy - by * cx)
    let (b, c) = (bx * bx + by * by, cx * cx + cy * cy)
    let centre = isWhole ? (x: bx / 2, y: by / 2) : (x: (cy * b - by * c) / twist, y: (bx * c - cx * b) / twist)
    let radius = hypot(centre.x, centre.y)
    guard radius.isFinite, radius > 0, radius < 1e6 * (b + c).squareRoot() else { return [middle, end] }
    let first = atan2(-centre.y, -centre.x)
    var sweep = isWhole ? 2 * Double.pi : atan2(cy - centre.y, cx - centre.x) - first
    if twist > 0, sweep <= 0 { sweep += 2 * .pi }
    if twist < 0, sweep >= 0 { sweep -= 2 * .pi }
    // A quarter of a circle is 90 pieces, not 91 by the last bit of an angle.
    let pieces = min(max(Int((sweep.magnitude / step - 1e-6).rounded(.up)), 1), 360)
    var line: [AreaMap.Point] = []
    line.reserveCapacity(pieces)
    for piece in 1..<max(pieces, 1) {
      let angle = first + sweep * Double(piece) / Double(pieces)
      line.append(
        AreaMap.Point(x: start.x + centre.x + radius * cos(angle), y: start.y + centre.y + radius * sin(angle)))
    }
    line.append(end)
    return line
  }
}
