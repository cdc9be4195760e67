// The largest few of many numbers.

/// The largest few of many numbers.
struct Largest {
  private let count: Int
  /// A heap whose first is the least of them.
  private var heap: [Int64] = []

  init(_ count: Int) { self.count = count }

  /// The least of them; `nil` where there are fewer than asked for.
  var last: Int64? { heap.count == count ? heap.first : nil }

  mutating func add(_ value: Int64) {
    if heap.count < count {
      heap.append(value)
      var place = heap.count - 1
      while place > 0, heap[place] < heap[(place - 1) / 2] {
        heap.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    } else if let first = heap.first, value > first {
      heap[0] = value
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
          if heap[child] < heap[least] { least = child }
        }
        guard least != place else { break }
        heap.swapAt(place, least)
        place = least
      }
    }
  }
}
