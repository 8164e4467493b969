import Hummingbird
import GRDB
import ArgumentParser
@main struct Chibo { static func main() {} }
