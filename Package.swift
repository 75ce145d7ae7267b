// swift-tools-version: 6.2
import PackageDescription

/// A build that runs on any x86-64, without AVX2 and FMA: FIVEMOVES_BASELINE=1 swift build …
let isBaseline = Context.environment["FIVEMOVES_BASELINE"] == "1"

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Only the hot loops are unchecked; the vector instructions need naming on x86-64 alone.
#if arch(x86_64)
  let vectors: [SwiftSetting] =
    isBaseline
    ? []
    : [
      .define("FUSED_MULTIPLY_ADD"),
      .unsafeFlags(["-Xcc", "-mavx2", "-Xcc", "-mfma"]),
    ]
#else
  let vectors: [SwiftSetting] = [.define("FUSED_MULTIPLY_ADD")]
#endif
let unchecked: [SwiftSetting] = [.unsafeFlags(["-Ounchecked", "-Xcc", "-fno-math-errno"])]
let hot = strict + vectors + unchecked

/// Two writers at once are looked for in debug builds, as the tests are: in a small network's step
/// the question costs more than the arithmetic.
let quick =
  strict + [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    // Optimized always: the tests train, and count what a step asks for in memory.
    .unsafeFlags(["-O"], .when(configuration: .debug)),
  ]

/// A screen is drawn thirty times a second at most: its code is kept small rather than quick.
let small = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// Runs only on processors that are found to have it, so every build has it.
#if arch(x86_64)
  let wide = strict + unchecked + [.unsafeFlags(["-Xcc", "-mavx512f"])]
#else
  let wide = strict + unchecked
#endif

/// What demo/build tells the program of how it was made.
let told: [CSetting] = ["FIVEMOVES_COMMIT", "FIVEMOVES_SWIFT"].compactMap { name in
  Context.environment[name].map { .define(name, to: "\"\($0)\"") }
}

let package = Package(
  name: "fivemoves",
  products: [.executable(name: "fivemoves", targets: ["fivemoves"])],
  dependencies: [
    // The command line: parsing, help and usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The C library, by one name on every system, and what Swift would read in /proc.
    .target(name: "CPlatform", cSettings: [.treatAllWarnings(as: .error)]),
    .target(name: "Platform", dependencies: ["CPlatform"], swiftSettings: strict),

    // numbers: what happens
    .target(name: "Lanes", swiftSettings: hot),
    .systemLibrary(name: "CPrefetch"),
    .target(name: "WideKernels", dependencies: ["Lanes", "CPrefetch"], swiftSettings: wide),
    .target(
      name: "Kernels", dependencies: ["WideKernels", "Lanes", "Platform"], swiftSettings: hot),
    .target(name: "Autograd", dependencies: ["Kernels", "Platform"], swiftSettings: quick),
    .target(name: "Models", dependencies: ["Autograd"], swiftSettings: quick),
    .target(
      name: "Training", dependencies: ["Models", "Autograd", "Moves", "Platform"],
      exclude: ["Lessons/README.md"], resources: [.embedInCode("Texts")], swiftSettings: quick),
    .target(
      name: "Storage",
      dependencies: ["Wire", "JSONText", "Training", "Autograd", "Moves", "Platform"],
      swiftSettings: small),

    // A number in so many digits, for what is told and for the axes of what is drawn.
    .target(name: "Notation", dependencies: ["Platform"], swiftSettings: small),

    // words: what is told of it
    .target(
      name: "Moves", dependencies: ["Notation", "Platform"],
      exclude: ["README.md", "Breakages/README.md"],
      swiftSettings: small),

    // JSON as files and lines have it: a name once, every number as it was written.
    .target(name: "JSONText", dependencies: ["Moves"], swiftSettings: strict),
    // news as lines of text
    .target(
      name: "Wire", dependencies: ["JSONText", "Moves", "Platform"], exclude: ["README.md"],
      swiftSettings: strict),

    // runs that were written down, here and elsewhere
    .target(
      name: "Recordings", dependencies: ["Wire", "JSONText", "Moves", "Platform"],
      exclude: ["README.md"],
      swiftSettings: small),

    // a PyTorch process, shown move by move; its module for Python travels in the program
    .target(
      name: "Watching", dependencies: ["Recordings", "Wire", "JSONText", "Moves", "Platform"],
      exclude: ["README.md"], resources: [.embedInCode("Python")], swiftSettings: small),

    // a teacher's run, followed by a class on the same machine
    .target(
      name: "Classroom",
      dependencies: ["Watching", "Recordings", "Wire", "JSONText", "Moves", "Platform"],
      exclude: ["README.md"], swiftSettings: small),

    // picture: what it looks like
    .target(name: "Canvas", dependencies: ["Notation", "Platform"], swiftSettings: small),
    .target(
      name: "Visualizer", dependencies: ["Canvas", "Moves", "Notation", "Platform"],
      exclude: ["README.md"],
      swiftSettings: small),

    // outside: the only code that touches a terminal
    .target(
      name: "CTerminal",
      cSettings: [
        .define("NCURSES_WIDECHAR", to: "1"), .define("_XOPEN_SOURCE_EXTENDED", to: "1"),
        .define("_GNU_SOURCE"), .treatAllWarnings(as: .error),
        .unsafeFlags(["--embed-dir=/lib/terminfo", "--embed-dir=/usr/share/terminfo"]),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(
      name: "Terminal", dependencies: ["Canvas", "CTerminal", "Platform"], exclude: ["README.md"],
      swiftSettings: small),

    // How the program was made.
    .target(name: "CBuild", cSettings: told),

    // program: joins them
    .executableTarget(
      name: "fivemoves",
      dependencies: [
        "Training", "Storage", "Classroom", "Watching", "Recordings", "Wire", "JSONText", "Moves",
        "Notation", "Canvas", "Visualizer", "Terminal", "CBuild", "Platform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"], swiftSettings: small),

    // A terminal that tests hold in their hands.
    // Optimized always: it must take in a screen faster than the program draws one.
    .target(
      name: "TerminalSupport", path: "Tests/TerminalSupport",
      swiftSettings: strict + [.unsafeFlags(["-O"])]),

    // How often a thread asks for memory.
    .target(name: "AllocationCount", path: "Tests/AllocationCount"),

    // Chance that every run of a test has alike.
    .target(name: "Chance", path: "Tests/Chance", swiftSettings: strict),

    .testTarget(name: "KernelsTests", dependencies: ["Kernels"], swiftSettings: strict),
    .testTarget(name: "AutogradTests", dependencies: ["Autograd"], swiftSettings: strict),
    .testTarget(name: "MovesTests", dependencies: ["Moves"], swiftSettings: strict),
    .testTarget(name: "ModelsTests", dependencies: ["Models", "Autograd"], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: ["Training", "Models", "Autograd", "Moves", "AllocationCount"],
      exclude: ["PyTorch"], swiftSettings: strict),
    .testTarget(
      name: "JSONTextTests", dependencies: ["JSONText", "Chance"], swiftSettings: strict),
    .testTarget(
      name: "WireTests", dependencies: ["Wire", "JSONText", "Training", "Moves"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordingsTests",
      dependencies: ["Recordings", "Wire", "Visualizer", "Canvas", "Training", "Moves", "Chance"],
      exclude: ["Foreign"], swiftSettings: strict),
    .testTarget(
      name: "WatchingTests", dependencies: ["Watching", "Recordings", "Moves"],
      swiftSettings: strict),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Classroom", "Watching", "Recordings", "Visualizer", "Canvas", "Training", "Moves",
        "Chance", "Wire",
      ], swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "Wire", "JSONText", "Training", "Autograd", "Moves", "Chance"],
      swiftSettings: strict),
    .testTarget(
      name: "ParityTests", dependencies: ["Storage", "Training", "Autograd", "Kernels", "Moves"],
      exclude: ["PyTorch"], swiftSettings: strict),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Notation"], swiftSettings: strict),
    .testTarget(
      name: "VisualizerTests",
      dependencies: ["Visualizer", "Canvas", "Moves", "Notation", "Training", "Autograd"],
      exclude: ["Screens"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Canvas", "CTerminal", "Platform", "TerminalSupport", "Chance"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TerminalSupport"], exclude: ["Driver", "Scripts"],
      swiftSettings: strict),
  ]
)
