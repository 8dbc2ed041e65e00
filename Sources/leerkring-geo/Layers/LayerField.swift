/// A column of a layer, and how its values leave.
struct LayerField {
  /// As it stands in the description of the layer.
  enum Kind: String {
    case boolean, whole, number, text, day, moment, clock
    /// Several values in one cell.
    case list
    case bytes
  }

  let index: Int32
  let name: UnsafePointer<CChar>?
  let kind: Kind
  /// Whether it holds numbers of four bytes, of which the shortest decimal is what was meant.
  let isSingle: Bool

  /// The columns of a layer.
  static func all(_ library: GDALLibrary, _ layer: GDALLibrary.Handle?) -> [LayerField] {
    let definition = library.definition(layer)
    return (0..<max(library.fieldCount(definition), 0)).map { index in
      let field = library.field(definition, index)
      return LayerField(library, field, index)
    }
  }

  private init(_ library: GDALLibrary, _ field: GDALLibrary.Handle?, _ index: Int32) {
    self.index = index
    name = library.fieldName(field)
    let subkind = library.fieldSubkind(field)
    isSingle = subkind == 3
    // OGRFieldType: the lists are 1, 3, 5, 7 and 13.
    kind =
      switch library.fieldKind(field) {
      case 0, 12: subkind == 1 ? .boolean : .whole
      case 2: .number
      case 4, 6: .text
      case 8: .bytes
      case 9: .day
      case 10: .clock
      case 11: .moment
      default: .list
      }
  }
}
