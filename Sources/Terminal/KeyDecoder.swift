internal import CTerminal
internal import Canvas

/// Turns the bytes and named keys that arrived together into keys.
struct KeyDecoder {
  private var state = State.ground
  private(set) var keys: [Key] = []

  private enum State {
    case ground
    /// An escape that may begin a sequence nobody knows.
    case escape
    /// Inside such a sequence, which is one unknown key however long it is.
    case sequence
    /// The last byte of such a sequence.
    case lastOfSequence
    /// A character of which bytes are missing.
    case character([UInt8])
  }

  mutating func take(_ code: Int) {
    guard let byte = UInt8(exactly: code) else {
      finish()
      keys.append(Self.named(code))
      return
    }
    switch state {
    case .ground: takeFirst(byte)
    case .escape: takeAfterEscape(byte)
    case .sequence: takeInSequence(byte)
    case .lastOfSequence: end(.unknown)
    case .character(let bytes): takeNext(byte, after: bytes)
    }
  }

  /// Nothing more has arrived. A character that is not complete waits for its bytes.
  mutating func settle() {
    if case .character = state { return }
    finish()
  }

  /// Hands over the keys so far.
  mutating func drain() -> [Key] {
    defer { keys = [] }
    return keys
  }

  /// Nothing more belongs to what was begun.
  private mutating func finish() {
    switch state {
    case .ground: break
    case .escape: end(.escape)
    case .sequence, .lastOfSequence, .character: end(.unknown)
    }
  }

  private mutating func end(_ key: Key) {
    keys.append(key)
    state = .ground
  }

  private mutating func takeFirst(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    case 0x0A, 0x0D: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x08, 0x7F: keys.append(.backspace)
    case 0x20..<0x7F: keys.append(.character(Unicode.Scalar(byte)))
    case 0xC2...0xF4: state = .character([byte])
    default: keys.append(.unknown)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "O"): state = .lastOfSequence
    default:
      end(.escape)
      takeFirst(byte)
    }
  }

  private mutating func takeInSequence(_ byte: UInt8) {
    switch byte {
    case 0x40..<0x7F: end(.unknown)
    case 0x20..<0x40: break
    default:
      end(.unknown)
      takeFirst(byte)
    }
  }

  private mutating func takeNext(_ byte: UInt8, after bytes: [UInt8]) {
    guard (0x80..<0xC0).contains(byte) else {
      end(.unknown)
      return takeFirst(byte)
    }
    let bytes = bytes + [byte]
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == length else { return state = .character(bytes) }
    let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    end(scalar.map(Key.character) ?? .unknown)
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
    default: .unknown
    }
  }
}
