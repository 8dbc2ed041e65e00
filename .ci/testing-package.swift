// swift-tools-version: 6.2
// What plugins are tested with, as an installed tree has it: Package.swift of share/leerkring/Testing. In the checkout the
// same product comes of the package itself.
import PackageDescription

let kit: Target.Dependency = .product(name: "WorkbenchKit", package: "Kit")

let package = Package(
  name: "leerkring",
  products: [.library(name: "WorkbenchTesting", targets: ["WorkbenchTesting"])],
  dependencies: [.package(path: "../Kit")],
  targets: [
    .target(name: "CSystem"),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "Files", dependencies: [kit, "CNettle", "CSystem"], packageAccess: false),
    .target(name: "Language", dependencies: [kit], packageAccess: false),
    .target(name: "Session", dependencies: [kit, "Language"], packageAccess: false),
    .target(name: "WorkbenchTesting", dependencies: [kit, "Files", "Language", "Session"], packageAccess: false),
  ],
  swiftLanguageModes: [.v6]
)
