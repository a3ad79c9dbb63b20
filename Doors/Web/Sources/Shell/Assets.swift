import Foundation
import Gate
import Hummingbird
import NIOCore

extension WebDoor {
    /// Stylesheets, scripts and pictures: read once, known by the hash of their content.
    func addAssets(to book: RouteBook) {
        let assets = Asset.all()
        book.get("/assets/:name") { request, context in
            guard let name = context.parameters.get("name"), let asset = assets[name] else {
                throw HTTPError(.notFound)
            }
            if request.headers[.ifNoneMatch] == asset.tag {
                return Response(status: .notModified, headers: [.eTag: asset.tag])
            }
            return Response(
                status: .ok,
                headers: [.contentType: asset.type, .eTag: asset.tag, .cacheControl: "no-cache"],
                body: .init(byteBuffer: asset.bytes))
        }
        book.get("/favicon.ico") { _, _ in .onward(to: .asset("icon.svg")) }
    }
}

struct Asset: Sendable {
    let bytes: ByteBuffer
    let type: String
    let tag: String

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    static func all() -> [String: Asset] {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Public"),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { return [:] }
        return names.reduce(into: [:]) { assets, name in
            guard let type = types[URL(fileURLWithPath: name).pathExtension],
                let data = try? Data(contentsOf: folder.appendingPathComponent(name))
            else { return }
            let sum = data.reduce(into: UInt64(14_695_981_039_346_656_037)) {
                $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
            }
            assets[name] = Asset(bytes: ByteBuffer(bytes: data), type: type, tag: "\"\(String(sum, radix: 36))\"")
        }
    }
}
