// The executable: options, streams, exit.
import ArgumentParser

@main
struct Kepi: ParsableCommand {
  mutating func run() throws {}
}
