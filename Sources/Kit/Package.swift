// swift-tools-version: 6.2
// The kit is a package of its own so that host and plugins share one dynamic library and one set of types.
import PackageDescription

let package = Package(
  name: "Kit",
  products: [
    .library(name: "WorkbenchKit", type: .dynamic, targets: ["WorkbenchKit", "KitFingerprint"])
  ],
  targets: [
    .target(name: "KitFingerprint", path: "Fingerprint", cSettings: [.treatAllWarnings(as: .error)]),
    .target(
      name: "WorkbenchKit",
      dependencies: ["KitFingerprint"],
      path: "WorkbenchKit",
      swiftSettings: [.treatAllWarnings(as: .error)],
      // Swift names libraries by habit; each costs the start of every program half a millisecond.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "--config=\(Context.packageDirectory)/as-needed.cfg"])
      ]
    ),
  ],
  swiftLanguageModes: [.v6]
)
