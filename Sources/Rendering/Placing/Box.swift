/// A rectangle of a picture; y goes down.
struct Box: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }

  func holds(_ other: Box) -> Bool {
    other.x >= x && other.y >= y && other.x + other.width <= x + width && other.y + other.height <= y + height
  }

  /// Returns the rectangle with a margin around it.
  func grown(_ across: Double, _ down: Double) -> Box {
    Box(x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down)
  }
}
