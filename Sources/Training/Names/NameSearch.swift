/// Which of some names stand among others, found in one reading of the others.
struct NameSearch {
  private let wanted: ArraySlice<UInt16>
  private let boundary: UInt16
  /// Where each different one of the names begins, one more; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 16)
  private var taken = 0

  /// - Parameter wanted: names in numbers, each with its end.
  init(for wanted: ArraySlice<UInt16>, endingWith boundary: UInt16) {
    (self.wanted, self.boundary) = (wanted, boundary)
    Self.each(of: wanted, boundary) { name in
      let slot = slot(of: name)
      guard slots[slot] == 0 else { return }
      slots[slot] = UInt32(name.startIndex + 1)
      taken += 1
      if 3 * taken > 2 * slots.count { grow() }
    }
  }

  private mutating func grow() {
    let full = slots
    slots = Array(repeating: 0, count: 2 * full.count)
    for start in full where start != 0 {
      let rest = wanted[(Int(start) - 1)...]
      slots[slot(of: rest.prefix { $0 != boundary })] = start
    }
  }

  /// Of each name that is looked for, in their order.
  func found(in names: ArraySlice<UInt16>) -> [Bool] {
    let isFound = slotsFound(in: names)
    var answers: [Bool] = []
    Self.each(of: wanted, boundary) { name in answers.append(isFound[slot(of: name)]) }
    return answers
  }

  /// How many of the names that are looked for stand there.
  func count(in names: ArraySlice<UInt16>) -> Int {
    let isFound = slotsFound(in: names)
    var count = 0
    Self.each(of: wanted, boundary) { name in count += isFound[slot(of: name)] ? 1 : 0 }
    return count
  }

  private func slotsFound(in names: ArraySlice<UInt16>) -> [Bool] {
    var isFound = [Bool](repeating: false, count: slots.count)
    Self.each(of: names, boundary) { name in
      let slot = slot(of: name)
      if slots[slot] != 0 { isFound[slot] = true }
    }
    return isFound
  }

  /// Where the name stands among the slots, or would stand.
  private func slot(of name: ArraySlice<UInt16>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for letter in name { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, !begins(at: Int(slots[slot]) - 1, name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func begins(at start: Int, _ name: ArraySlice<UInt16>) -> Bool {
    let end = start + name.count
    return end < wanted.endIndex && wanted[end] == boundary && wanted[start..<end] == name
  }

  private static func each(
    of names: ArraySlice<UInt16>, _ boundary: UInt16, do use: (ArraySlice<UInt16>) -> Void
  ) {
    var start = names.startIndex
    for place in names.indices where names[place] == boundary {
      use(names[start..<place])
      start = place + 1
    }
  }
}
