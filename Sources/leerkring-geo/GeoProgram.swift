import Glibc

/// Reads map files through GDAL on behalf of a program that must go on when GDAL does not: it is asked on standard input, see
/// `Request`, and answers on standard output, see `Answer`.
///
/// It opens no file by a name that it is given: the bytes come along, and nothing is written. Its arguments are names under which
/// the library is sought; without any, those of every version.
@main struct GeoProgram {
  static func main() {
    Bounds.set()
    guard let request = Request() else { _exit(2) }
    var answer = Answer()
    guard let library = GDALLibrary(named: Array(CommandLine.arguments.dropFirst())) else {
      fail("library", &answer)
    }
    prepare(library)
    guard let dataset = open(request, library) else { fail("open", &answer) }
    answer.tell("l", LayerWords(library: library, flags: request.flags).describe(dataset))
    while let number = Request.nextLayer() {
      guard number < Int(library.layerCount(dataset)), let layer = library.layer(dataset, Int32(number)) else {
        fail("layer", &answer)
      }
      send(layer, request.flags, library, &answer)
    }
    // What is left is the system's to clear away.
    _exit(0)
  }

  private static let registry = "/vsimem/leerkring-schemas.xml"

  private static func prepare(_ library: GDALLibrary) {
    for (name, value) in [
      // Modules of others, the network, other files.
      ("GDAL_DRIVER_PATH", "disable"), ("CPL_DISABLE_NETWORK", "YES"), ("PROJ_NETWORK", "OFF"),
      ("GDAL_HTTP_TIMEOUT", "1"), ("GML_DOWNLOAD_SCHEMA", "NO"), ("GML_SKIP_RESOLVE_ELEMS", "ALL"),
      ("GML_SAVE_RESOLVED_TO", "NO"), ("OGR_ARC_STEPSIZE", "1"), ("GML_REGISTRY", registry),
      // What is not declared is not guessed: a code 0344 would become a number.
      ("GML_FIELDTYPES", "ALWAYS_STRING"),
      // An index that is missing is made of the file itself; a ring has to be what it is said to be.
      ("SHAPE_RESTORE_SHX", "YES"), ("GDAL_NUM_THREADS", "1"),
    ] {
      name.withCString { name in value.withCString { library.setOption(name, $0) } }
    }
    _ = library.setErrorHandler(Remarks.handler)
    // The list of known schemas is a file too, and missing it would count as an error.
    if let list = strdup("<gml_registry></gml_registry>") {
      _ = library.closeFile(library.fileFromMemory(registry, list, UInt64(strlen(list)), 0))
    }
    library.registerAll()
    // The register of reference systems is a file, opened at its first use.
    ReferenceSystem.warm(library)
    Bounds.shutFiles()
  }

  private static func open(_ request: Request, _ library: GDALLibrary) -> GDALLibrary.Handle? {
    let folder = "/vsimem/leerkring"
    _ = library.makeFolder(folder, 0o700)
    var folders: Set<Substring> = []
    for file in request.files {
      guard !file.name.contains("..") else { return nil }
      // A folder of files is looked for as a folder.
      if let slash = file.name.firstIndex(of: "/"), folders.insert(file.name[..<slash]).inserted {
        _ = library.makeFolder("\(folder)/\(file.name[..<slash])", 0o700)
      }
      let handle = library.fileFromMemory("\(folder)/\(file.name)", file.bytes.baseAddress, UInt64(file.bytes.count), 0)
      guard handle != nil else { return nil }
      _ = library.closeFile(handle)
    }
    // OF_READONLY | OF_VECTOR
    return CList.with([request.driver]) { drivers in
      CList.with(request.options) { library.open("\(folder)/\(request.name)", 4, drivers, $0, nil) }
    }
  }

  private static func send(
    _ layer: GDALLibrary.Handle, _ flags: Request.Flags, _ library: GDALLibrary, _ answer: inout Answer
  ) {
    let system = ReferenceSystem(library, layer)
    let transformation = system.transformation(library)
    if system.isChanged, transformation == nil { fail("system", &answer) }
    let hasPlaces = library.layerKind(layer) != 100 && library.geometryCount(library.definition(layer)) > 0
    // A shapefile counts rows that were deleted.
    let expected = library.rowCount(layer, 0)
    var row = RowBytes(
      library, flags.contains(.placesOnly) ? [] : LayerField.all(library, layer), hasPlaces: hasPlaces,
      transformation: transformation)
    var count = 0
    library.rewind(layer)
    while let next = library.nextRow(layer) {
      row.take(next)
      answer.add(row: row.bytes)
      library.freeRow(next)
      count += 1
    }
    let (failures, warnings) = (
      Remarks.failures.load(ordering: .relaxed), Remarks.warnings.load(ordering: .relaxed)
    )
    answer.tell(
      "d",
      .object {
        $0.number("rows", count)
        $0.number("expected", Int(expected))
        $0.number("failures", failures)
        $0.number("warnings", warnings)
      })
  }

  private static func fail(_ code: String, _ answer: inout Answer) -> Never {
    answer.tell("e", .object { $0.text("code", code) })
    _exit(1)
  }
}
