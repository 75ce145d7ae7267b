internal import Terminal
internal import TerminalSupport
internal import Testing

/// A host with the entries of a bare Debian, and a few more.
private let debian = Host(
  terminfo: { name in
    let entries = [
      "xterm-256color": TerminfoFacts(colors: 256), "xterm": TerminfoFacts(colors: 8),
      "screen": TerminfoFacts(colors: 8), "tmux-256color": TerminfoFacts(colors: 256),
      "linux": TerminfoFacts(colors: 8), "vt100": TerminfoFacts(colors: -1),
      "putty": TerminfoFacts(colors: 8),
      "xterm-direct": TerminfoFacts(colors: 1 << 24, packsRGB: true),
      "paper": TerminfoFacts(colors: -1, isAddressable: false),
    ]
    return entries[name]
  },
  isUTF8Locale: { ["C.UTF-8", "C.utf8", "en_US.UTF-8"].contains($0) })

private func capabilities(
  _ environment: [String: String], _ options: TerminalOptions = TerminalOptions()
) throws -> Capabilities {
  try Capabilities(environment: environment, options: options, host: debian)
}

struct CapabilitiesTests {
  static let tiers: [(String, ColorTier)] = [
    ("xterm-256color", .indexed256), ("xterm", .indexed8), ("screen", .indexed8),
    ("tmux-256color", .indexed256), ("linux", .linuxConsole), ("vt100", .mono),
    ("putty", .indexed8), ("xterm-direct", .direct),
  ]
  static let languages: [(String?, Bool)] = [
    ("C", false), ("C.UTF-8", true), ("de_DE.UTF-8", true), (nil, false), ("POSIX", false),
    ("de_DE@euro", false), ("UTF-8", true), ("", false),
  ]

  @Test(arguments: tiers, languages)
  func `each terminal has its tier in each language, and none without colour`(
    terminal: (name: String, tier: ColorTier), language: (name: String?, isUTF8: Bool)
  ) throws {
    for (noColor, isWanted) in [(nil, true), ("", true), ("1", false)] as [(String?, Bool)] {
      var environment = ["TERM": terminal.name]
      environment["LANG"] = language.name
      environment["NO_COLOR"] = noColor
      let found = try capabilities(environment)
      #expect(found.tier == (isWanted ? terminal.tier : .mono))
      #expect(found.unicode == language.isUTF8)
      #expect(found.terminal == terminal.name)
      #expect(found.remark == nil)
      let isOld = ["linux", "vt100"].contains(terminal.name)
      #expect(found.prefersASCIIPlot == (isOld || !language.isUTF8))
    }
  }

  @Test func `a locale that is missing here becomes C with UTF-8`() throws {
    #expect(try capabilities(["TERM": "xterm", "LANG": "de_DE.UTF-8"]).locale == "C.UTF-8")
    #expect(try capabilities(["TERM": "xterm", "LANG": "en_US.UTF-8"]).locale == "en_US.UTF-8")
    #expect(try capabilities(["TERM": "xterm", "LANG": "C"]).locale == "C")
  }

  @Test func `LC_ALL beats LC_CTYPE beats LANG, and an empty one does not count`() throws {
    let base = ["TERM": "xterm", "LANG": "C.UTF-8"]
    func isUTF8(_ more: [String: String]) throws -> Bool {
      try capabilities(base.merging(more) { $1 }).unicode
    }
    #expect(try isUTF8([:]))
    #expect(try !isUTF8(["LC_CTYPE": "C"]))
    #expect(try isUTF8(["LC_CTYPE": "C", "LC_ALL": "C.UTF-8"]))
    #expect(try isUTF8(["LC_CTYPE": "", "LC_ALL": ""]))
  }

  @Test func `what was asked for on the command line beats the environment`() throws {
    let base = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "NO_COLOR": "1"]
    #expect(try capabilities(base, TerminalOptions(color: .always)).tier == .indexed256)
    #expect(try capabilities(["TERM": "xterm"], TerminalOptions(color: .never)).tier == .mono)
    #expect(try !capabilities(base, TerminalOptions(ascii: true)).unicode)
    #expect(try capabilities(base, TerminalOptions(ascii: true)).prefersASCIIPlot)
  }

  @Test(arguments: [
    "xterm-ghostty", "xterm-kitty", "alacritty", "foot", "wezterm", "konsole-256color", "vte",
    "rxvt-unicode-256color", "xterm-direct2",
  ]) func `a modern terminal the host is too old for is taken for xterm`(term: String) throws {
    let found = try capabilities(["TERM": term, "LANG": "C.UTF-8"])
    #expect(found.terminal == "xterm-256color")
    #expect(found.tier == .indexed256)
    #expect(found.remark?.contains(term) == true)
  }

  @Test(
    arguments: [
      (nil, TerminalError.unnamedTerminal), ("", .unnamedTerminal), ("dumb", .dumbTerminal("dumb")),
      ("paper", .dumbTerminal("paper")), ("nosuch", .unknownTerminal("nosuch")),
    ] as [(String?, TerminalError)])
  func `without a terminal that can do it there is an error`(
    term: String?, error: TerminalError
  ) {
    var environment = ["LANG": "C.UTF-8"]
    environment["TERM"] = term
    #expect(throws: error) { try capabilities(environment) }
  }

  @Test func `an error is one line that names the way out`() {
    let errors: [TerminalError] = [
      .noTerminal, .unnamedTerminal, .dumbTerminal("dumb"), .unknownTerminal("a\nb\u{1B}[2J"),
      .refused,
    ]
    for error in errors {
      let line = error.words(screenless: "`fivemoves train` does")
      #expect(line.hasSuffix("; `fivemoves train` does"))
      #expect(line.hasPrefix("\(error.description); "))
      #expect(error.description.count > error.problem.count)
      if error != .noTerminal, error != .refused {
        #expect(line.contains("TERM=xterm-256color fivemoves"))
        #expect(error.wordsForGuest.contains("TERM=xterm-256color before ssh"))
      }
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
      #expect(!error.problem.contains("train"))
    }
  }
}

// ncurses knows one terminal at a time: its database is not read while another test opens one.
extension OneTerminal {
  @Suite struct Entries {
    @Test(arguments: [
      ("xterm-256color", ColorTier.indexed256), ("xterm", .indexed8), ("screen", .indexed8),
      ("tmux-256color", .indexed256), ("linux", .linuxConsole), ("vt100", .mono),
    ]) func `this host's own entries say the same`(term: String, tier: ColorTier) throws {
      let found = try Capabilities(
        environment: ["TERM": term, "LANG": "C.UTF-8"], options: TerminalOptions(), host: .this)
      #expect(found.tier == tier)
      #expect(found.terminal == term)
    }
  }
}
