/// A picture before it has its frame.
struct DrawnPicture {
  var canvas: SVGCanvas
  let width: Double
  let height: Double
}
