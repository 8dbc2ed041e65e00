/// Writes what is told beside the headers of a sheet: the texts, and the yellow notes in which they are shown.
struct NotesPart {
  /// How many notes share a number of Excel's own counting.
  private static let cluster = 1000

  private let notes: [(column: Int, text: String)]

  init(_ plan: SheetPlan) {
    notes = plan.columns.enumerated().compactMap { index, column in column.note.map { (index, $0) } }
  }

  /// How many numbers of Excel's own counting its notes take.
  var clusters: Int { (notes.count + Self.cluster - 1) / Self.cluster }

  /// The texts; nobody is named as their author.
  var texts: [UInt8] {
    var xml = XMLBytes.part("<comments xmlns=\"\(Namespaces.sheet)\"><authors><author></author></authors><commentList>")
    for note in notes {
      xml.raw("<comment ref=\"\(CellReference.letters(note.column))1\" authorId=\"0\"><text><r>")
      TextPen.write(note.text, to: &xml)
      xml.raw("</r></text></comment>")
    }
    xml.raw("</commentList></comments>")
    return xml.bytes
  }

  /// The notes, as drawings of the kind that spreadsheets still ask for.
  ///
  /// - Parameter first: the first of the numbers that its notes take, from 1 on.
  func drawings(from first: Int) -> [UInt8] {
    var xml = XMLBytes()
    xml.raw("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
    xml.raw(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
    let numbers = (first..<first + clusters).map(String.init).joined(separator: ",")
    xml.raw("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\(numbers)\"/></o:shapelayout>")
    xml.raw(
      "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">")
    xml.raw("<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
    for (index, note) in notes.enumerated() {
      let number = (first + index / Self.cluster) * 1024 + 1 + index % Self.cluster
      let lines = note.text.utf8.count / 24 + 2
      xml.raw("<v:shape id=\"_x0000_s\(number)\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\"")
      xml.raw(
        " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/>")
      xml.raw("<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>")
      xml.raw("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>")
      // Left column, its offset, top row, its offset, and the same of the other corner.
      let left = min(note.column + 1, 16_380)
      xml.raw("<x:Anchor>\(left), 15, 0, 4, \(left + 3), 15, \(min(lines, 20)), 4</x:Anchor>")
      xml.raw(
        "<x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>\(note.column)</x:Column></x:ClientData></v:shape>")
    }
    xml.raw("</xml>")
    return xml.bytes
  }
}
