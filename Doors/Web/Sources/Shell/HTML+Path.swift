import Markup

extension HTML.StringInterpolation {
    package mutating func appendInterpolation(_ path: Path) { appendInterpolation(path.url) }
}
