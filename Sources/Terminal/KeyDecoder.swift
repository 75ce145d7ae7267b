internal import CTerminal
internal import Canvas

/// Turns the bytes and named keys that arrived together into keys. What a terminal reports of itself
/// is no key, however late it comes and however it is cut up.
struct KeyDecoder {
  var state = State.ground
  var keys: [Key] = []
  /// What is being pasted; nil outside of a paste.
  var paste: Paste?
  /// When the last bytes had all been read.
  private var quiet = -Double.infinity

  enum State: Equatable {
    case ground
    /// An escape that may begin a sequence nobody knows.
    case escape
    /// An escape that was told as a key, though what it began may still come.
    case lateEscape
    /// Inside such a sequence, which is one unknown key however long it is.
    case sequence([UInt8])
    /// The last byte of such a sequence.
    case lastOfSequence
    /// A character of which bytes are missing.
    case character([UInt8])
    /// Inside a string of the terminal's: the first byte of a character, and how many are missing.
    case string(first: UInt8, missing: Int)
    /// An escape inside such a string.
    case escapeInString
  }

  /// When the paste or string under way began, or the last look at its speed, and its bytes since.
  private var stretch = (start: -Double.infinity, bytes: 0)
  /// When the bytes that are being taken arrived.
  private var arrival = -Double.infinity

  /// Seconds after which what follows is no longer the rest of a key.
  private static let patience = 1.0
  /// The same for a paste or a string, which a bad network may hold up on its way.
  private static let longPatience = 3.0
  /// Fewer bytes than this in that time are typed by a person.
  private static let fewest = 16

  /// More has arrived.
  mutating func begin(at time: Double) {
    defer { arrival = time }
    guard isOver(at: time) else { return }
    endPaste()
    switch state {
    case .ground, .escape, .lateEscape, .string, .escapeInString: state = .ground
    case .sequence(let bytes): endSequence(bytes, at: nil)
    case .lastOfSequence, .character: end(.unknown)
    }
  }

  /// When a paste that is under way counts as over although nothing has said so.
  var deadline: Double? { paste == nil ? nil : quiet + Self.longPatience }

  private mutating func isOver(at time: Double) -> Bool {
    guard paste != nil || isInString else { return time - quiet >= Self.patience }
    guard time - stretch.start >= Self.longPatience else { return false }
    // No string takes that long; a paste may.
    let isTyped = isInString || stretch.bytes < Self.fewest
    stretch = (time, 0)
    return isTyped || time - quiet >= Self.longPatience
  }

  private var isInString: Bool {
    switch state {
    case .string, .escapeInString: true
    default: false
    }
  }

  mutating func take(_ code: Int) {
    guard let byte = UInt8(exactly: code) else { return takeNamed(code) }
    stretch.bytes += 1
    if paste != nil { return takePasted(byte) }
    switch state {
    case .ground: takeFirst(byte)
    case .escape: takeAfterEscape(byte)
    case .lateEscape: takeAfterLateEscape(byte)
    case .sequence(let bytes): takeInSequence(byte, after: bytes)
    case .lastOfSequence: end(.unknown)
    case .character(let bytes): takeNext(byte, after: bytes)
    case .string(let first, let missing): takeInString(byte, first, missing)
    case .escapeInString: takeAfterEscapeInString(byte)
    }
  }

  /// Nothing more has arrived. An escape is a key now; all else that is not complete waits.
  mutating func settle(at time: Double) {
    quiet = time
    guard state == .escape else { return }
    keys.append(.escape)
    state = .lateEscape
  }

  /// Hands over the keys so far.
  mutating func drain() -> [Key] {
    defer { keys = [] }
    return keys
  }

  mutating func end(_ key: Key) {
    keys.append(key)
    state = .ground
  }

  /// A key that has a name belongs to nothing that was begun.
  private mutating func takeNamed(_ code: Int) {
    guard paste == nil else { return }
    switch state {
    case .escape: end(.escape)
    case .sequence(let bytes): endSequence(bytes, at: nil)
    case .lastOfSequence, .character: end(.unknown)
    case .ground, .lateEscape, .string, .escapeInString: break
    }
    end(Self.named(code))
  }

  mutating func takeFirst(_ byte: UInt8) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape
    case 0x0A, 0x0D: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x0C: keys.append(.redraw)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x20..<0x7F: keys.append(.character(Unicode.Scalar(byte)))
    // No character of UTF-8 begins with one of these.
    case 0x80..<0xA0: takeControl(byte)
    case 0xC2...0xF4: state = .character([byte])
    default: keys.append(.unknown)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    // Every control character beyond seven bits has a form within them.
    case 0x4F, 0x50, 0x58, 0x5B, 0x5D...0x5F: takeControl(byte + 0x40)
    default:
      end(.escape)
      takeFirst(byte)
    }
  }

  /// An underscore is a key of its own; a person does not type the others after an escape.
  private mutating func takeAfterLateEscape(_ byte: UInt8) {
    let begins = byte != UInt8(ascii: "_") && "OPX[]^".utf8.contains(byte)
    begins ? takeControl(byte + 0x40) : takeFirst(byte)
  }

  /// One of the control characters from 0x80 to 0x9F.
  private mutating func takeControl(_ control: UInt8) {
    switch control {
    case 0x8F: state = .lastOfSequence
    case 0x9B: state = .sequence([])
    // DCS, SOS, OSC, PM, APC
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F:
      state = .string(first: 0, missing: 0)
      stretch = (arrival, 0)
    default: end(.unknown)
    }
  }

  private mutating func takeInSequence(_ byte: UInt8, after bytes: [UInt8]) {
    switch byte {
    case UInt8(ascii: "~") where bytes == Paste.begins:
      state = .ground
      paste = Paste()
      stretch = (arrival, 0)
    // The Linux console's function keys have one more bracket.
    case UInt8(ascii: "[") where bytes.isEmpty: state = .lastOfSequence
    case 0x40..<0x7F: endSequence(bytes, at: byte)
    case 0x20..<0x40: state = .sequence(bytes.prefix(8) + [byte])
    default:
      endSequence(bytes, at: nil)
      takeFirst(byte)
    }
  }

  private mutating func takeNext(_ byte: UInt8, after bytes: [UInt8]) {
    guard (0x80..<0xC0).contains(byte) else {
      end(.unknown)
      return takeFirst(byte)
    }
    let bytes = bytes + [byte]
    guard bytes.count == Self.length(from: bytes[0]) else { return state = .character(bytes) }
    let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    if let scalar, (0x80..<0xA0).contains(scalar.value) {
      return takeControl(UInt8(scalar.value))
    }
    end(scalar.map(Key.character) ?? .unknown)
  }

  /// How many bytes a character has that begins with this one.
  static func length(from first: UInt8) -> Int {
    first < 0xC2 || first > 0xF4 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private static func named(_ code: Int) -> Key {
    switch code {
    case ct_key_up: .up
    case ct_key_down: .down
    case ct_key_left: .left
    case ct_key_right: .right
    case ct_key_home: .home
    case ct_key_end: .end
    case ct_key_page_up: .pageUp
    case ct_key_page_down: .pageDown
    case ct_key_back_tab: .backTab
    case ct_key_backspace: .backspace
    case ct_key_enter: .enter
    case ct_key_report: .report
    default: .unknown
    }
  }
}
