internal import CTerminal
public import Canvas

extension Terminal {
  /// Shows a frame with one write of what changed. A terminal that is behind gets it later,
  /// unless a newer one comes first. False if there was nothing to send.
  @discardableResult
  public func show(_ frame: Frame) -> Bool {
    guard !ct_busy() else {
      waiting = frame
      return true
    }
    waiting = nil
    guard frame != shown else { return false }
    for row in 0..<size.height where shown.map({ $0.differs(from: frame, row: row) }) ?? true {
      put(frame, row: row)
    }
    ct_put_cursor(CInt(frame.cursor?.x ?? -1), CInt(frame.cursor?.y ?? -1))
    shown = frame
    ct_show()
    return true
  }

  /// Shows the newest frame once more, whole.
  func refresh() {
    ct_redraw()
    guard let newest = waiting ?? shown else { return }
    shown = nil
    show(newest)
  }

  /// Lets the terminal take more of a frame it is behind with, and then the newest one.
  func catchUp() {
    ct_continue()
    if let waiting, !ct_busy() { show(waiting) }
  }

  private func put(_ frame: Frame, row: Int) {
    let cells = frame.row(row, width: size.width).map(sent)
    ct_put_row(CInt(row), cells, cells.count)
  }

  private func sent(_ cell: Cell) -> ct_cell {
    let glyph = capabilities.drawsWide ? cell.glyph : narrow(cell)
    let sent = capabilities.unicode || cell.isRightHalf ? glyph : glyph.sevenBit
    return ct_cell(glyph: sent.value, style: UInt32(cell.role.rawValue))
  }

  /// What stands for the halves of a wide character.
  private func narrow(_ cell: Cell) -> Unicode.Scalar {
    if cell.isRightHalf { return " " }
    return cell.glyph.isWide && capabilities.unicode ? "·" : cell.glyph
  }
}

extension Frame {
  fileprivate func differs(from other: Frame, row: Int) -> Bool {
    guard width == other.width, row < height, row < other.height else { return true }
    let range = row * width..<(row + 1) * width
    return cells[range] != other.cells[range]
  }
}
