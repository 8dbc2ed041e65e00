import Glibc

/// GDAL, as far as it is called: found when the program runs, so that it is built without and runs with any version from 3.0 on.
///
/// The functions are of its stable C interface (gdal.h, ogr_api.h, ogr_srs_api.h, cpl_vsi.h).
struct GDALLibrary {
  typealias Handle = UnsafeMutableRawPointer
  typealias Words = UnsafePointer<CChar>
  typealias List = UnsafePointer<Words?>

  let setOption: @convention(c) (Words?, Words?) -> Void
  let setErrorHandler: @convention(c) (Remarks.Handler?) -> Handle?
  let registerAll: @convention(c) () -> Void
  let version: @convention(c) (Words?) -> Words?
  let makeFolder: @convention(c) (Words?, Int) -> Int32
  let fileFromMemory: @convention(c) (Words?, Handle?, UInt64, Int32) -> Handle?
  let closeFile: @convention(c) (Handle?) -> Int32
  let open: @convention(c) (Words?, UInt32, List?, List?, List?) -> Handle?

  let layerCount: @convention(c) (Handle?) -> Int32
  let layer: @convention(c) (Handle?, Int32) -> Handle?
  let layerName: @convention(c) (Handle?) -> Words?
  let layerKind: @convention(c) (Handle?) -> Int32
  let layerSystem: @convention(c) (Handle?) -> Handle?
  let rowCount: @convention(c) (Handle?, Int32) -> Int64
  let definition: @convention(c) (Handle?) -> Handle?
  let rewind: @convention(c) (Handle?) -> Void
  let nextRow: @convention(c) (Handle?) -> Handle?
  let freeRow: @convention(c) (Handle?) -> Void

  let fieldCount: @convention(c) (Handle?) -> Int32
  let field: @convention(c) (Handle?, Int32) -> Handle?
  let fieldName: @convention(c) (Handle?) -> Words?
  let fieldKind: @convention(c) (Handle?) -> Int32
  let fieldSubkind: @convention(c) (Handle?) -> Int32
  let geometryCount: @convention(c) (Handle?) -> Int32

  let hasValue: @convention(c) (Handle?, Int32) -> Int32
  let whole: @convention(c) (Handle?, Int32) -> Int64
  let number: @convention(c) (Handle?, Int32) -> Double
  let text: @convention(c) (Handle?, Int32) -> Words?
  typealias Part = UnsafeMutablePointer<Int32>?
  let moment: @convention(c) (Handle?, Int32, Part, Part, Part, Part, Part, UnsafeMutablePointer<Float>?, Part) -> Int32

  let geometry: @convention(c) (Handle?) -> Handle?
  let size: @convention(c) (Handle?) -> Int32
  let write: @convention(c) (Handle?, Int32, UnsafeMutablePointer<UInt8>?) -> Int32
  let transform: @convention(c) (Handle?, Handle?) -> Int32
  let hasArcs: @convention(c) (Handle?, Int32) -> Int32
  let straightened: @convention(c) (Handle?, Double, List?) -> Handle?
  let freeGeometry: @convention(c) (Handle?) -> Void
  let kindName: @convention(c) (Int32) -> Words?

  let newSystem: @convention(c) (Words?) -> Handle?
  let setRegistered: @convention(c) (Handle?, Int32) -> Int32
  let setAxes: @convention(c) (Handle?, Int32) -> Void
  let axes: @convention(c) (Handle?, UnsafeMutablePointer<Int32>?) -> UnsafePointer<Int32>?
  let clone: @convention(c) (Handle?) -> Handle?
  let identify: @convention(c) (Handle?) -> Int32
  let register: @convention(c) (Handle?, Words?) -> Words?
  let registered: @convention(c) (Handle?, Words?) -> Words?
  let areEqual: @convention(c) (Handle?, Handle?, List?) -> Int32
  let systemName: @convention(c) (Handle?) -> Words?
  let newTransformation: @convention(c) (Handle?, Handle?) -> Handle?
  /// From 3.3 on: a way between two systems that is known, instead of one that takes them for the same.
  let newChoice: (@convention(c) () -> Handle?)?
  let setRough: (@convention(c) (Handle?, Int32) -> Int32)?
  let newChosenTransformation: (@convention(c) (Handle?, Handle?, Handle?) -> Handle?)?

  /// The names that the library has by its version, newest first.
  private static let names = (26...60).reversed().map { "libgdal.so.\($0)" } + ["libgdal.so"]

  /// Loads it; nil where no version is there that has all of these.
  init?(named names: [String]) {
    for name in names.isEmpty ? Self.names : names {
      if let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL), let library = Self(Symbols(handle: handle)) {
        self = library
        return
      }
    }
    return nil
  }

  private init?(_ symbols: Symbols) {
    do {
      setOption = try symbols["CPLSetConfigOption"]
      setErrorHandler = try symbols["CPLSetErrorHandler"]
      registerAll = try symbols["GDALAllRegister"]
      version = try symbols["GDALVersionInfo"]
      makeFolder = try symbols["VSIMkdir"]
      fileFromMemory = try symbols["VSIFileFromMemBuffer"]
      closeFile = try symbols["VSIFCloseL"]
      open = try symbols["GDALOpenEx"]
      layerCount = try symbols["GDALDatasetGetLayerCount"]
      layer = try symbols["GDALDatasetGetLayer"]
      layerName = try symbols["OGR_L_GetName"]
      layerKind = try symbols["OGR_L_GetGeomType"]
      layerSystem = try symbols["OGR_L_GetSpatialRef"]
      rowCount = try symbols["OGR_L_GetFeatureCount"]
      definition = try symbols["OGR_L_GetLayerDefn"]
      rewind = try symbols["OGR_L_ResetReading"]
      nextRow = try symbols["OGR_L_GetNextFeature"]
      freeRow = try symbols["OGR_F_Destroy"]
      fieldCount = try symbols["OGR_FD_GetFieldCount"]
      field = try symbols["OGR_FD_GetFieldDefn"]
      fieldName = try symbols["OGR_Fld_GetNameRef"]
      fieldKind = try symbols["OGR_Fld_GetType"]
      fieldSubkind = try symbols["OGR_Fld_GetSubType"]
      geometryCount = try symbols["OGR_FD_GetGeomFieldCount"]
      hasValue = try symbols["OGR_F_IsFieldSetAndNotNull"]
      whole = try symbols["OGR_F_GetFieldAsInteger64"]
      number = try symbols["OGR_F_GetFieldAsDouble"]
      text = try symbols["OGR_F_GetFieldAsString"]
      moment = try symbols["OGR_F_GetFieldAsDateTimeEx"]
      geometry = try symbols["OGR_F_GetGeometryRef"]
      size = try symbols["OGR_G_WkbSize"]
      write = try symbols["OGR_G_ExportToIsoWkb"]
      transform = try symbols["OGR_G_Transform"]
      hasArcs = try symbols["OGR_G_HasCurveGeometry"]
      straightened = try symbols["OGR_G_GetLinearGeometry"]
      freeGeometry = try symbols["OGR_G_DestroyGeometry"]
      kindName = try symbols["OGRGeometryTypeToName"]
      newSystem = try symbols["OSRNewSpatialReference"]
      setRegistered = try symbols["OSRImportFromEPSG"]
      setAxes = try symbols["OSRSetAxisMappingStrategy"]
      axes = try symbols["OSRGetDataAxisToSRSAxisMapping"]
      clone = try symbols["OSRClone"]
      identify = try symbols["OSRAutoIdentifyEPSG"]
      register = try symbols["OSRGetAuthorityName"]
      registered = try symbols["OSRGetAuthorityCode"]
      areEqual = try symbols["OSRIsSameEx"]
      systemName = try symbols["OSRGetName"]
      newTransformation = try symbols["OCTNewCoordinateTransformation"]
      newChoice = try? symbols["OCTNewCoordinateTransformationOptions"]
      setRough = try? symbols["OCTCoordinateTransformationOptionsSetBallparkAllowed"]
      newChosenTransformation = try? symbols["OCTNewCoordinateTransformationEx"]
    } catch { return nil }
  }
}
